import { extname } from 'node:path';
import type { ImportProblem } from './import-row.js';

/** A line of a file, cut into cells; the first is the header. Or what is wrong with the file there. */
export type TableRow =
  | {
      /** Line of the file on which it begins, the header being line 1. */
      readonly line: number;
      readonly cells: readonly string[];
    }
  | { readonly problem: ImportProblem };

/**
 * The second line of a file may say in words what the columns of the first are; exports have such a line. It begins so,
 * and is passed over.
 */
export const titlesBegin = '# ';

/** Whether a line, the second that holds anything, is one of titles. */
export const isTitles = (cells: readonly string[]): boolean => (cells[0] ?? '').startsWith(titlesBegin);

/** How a file is read, by its name. */
export const formatOf = (name: string): 'csv' | 'xlsx' =>
  extname(name).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv';
