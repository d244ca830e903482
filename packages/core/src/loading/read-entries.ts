import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A day of reference data. PostgreSQL alone would take `05/09/2013` for the 9th of May. */
const day = z.iso.date({ error: 'a day, written YYYY-MM-DD' });

/** From when on an entry of a code list is in force, to which day (the first on which it no longer is), by what. */
export const validity = {
  validFrom: day,
  validTo: day.nullable(),
  legalBasis: z.string().min(1),
} as const;

/** The most problems that are told of one file. */
const told = 10;

/**
 * The entries of a file of reference data, checked: `{ "kinds": [{ "code": "FOREST", "validFrom": "2021-04-01", ... }] }`.
 * @param file A JSON file of the plugin's own.
 * @param list The name of the list in it.
 * @param entry What an entry has, and nothing else.
 * @throws Error that names file, entry and field of whatever is wrong, what was given and what is allowed.
 */
export async function readEntries<Shape extends z.ZodRawShape>(
  file: URL,
  list: string,
  entry: Shape,
): Promise<z.infer<z.ZodObject<Shape>>[]> {
  const name = `data/${basename(fileURLToPath(file))}`;
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${name} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  const entries = z.object({ [list]: z.array(z.strictObject(entry).superRefine(inForceForADay)) });
  const { data, error } = entries.safeParse(content);
  if (data) return data[list] as z.infer<z.ZodObject<Shape>>[];
  const problems = error.issues.map(
    ({ path, message }) => `  ${written(path)}: given ${givenAt(content, path)}; ${message}`,
  );
  const more = problems.length > told ? [`  and ${problems.length - told} more`] : [];
  throw new Error([`${name} is not as it should be:`, ...problems.slice(0, told), ...more].join('\n'));
}

function inForceForADay(entry: Record<string, unknown>, context: z.RefinementCtx): void {
  const { validFrom, validTo } = entry;
  if (typeof validFrom === 'string' && typeof validTo === 'string' && validTo <= validFrom)
    context.addIssue({ code: 'custom', path: ['validTo'], message: `a day after validFrom, ${validFrom}` });
}

/** `kinds[3].validFrom`. */
const written = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

function givenAt(content: unknown, path: readonly PropertyKey[]): string {
  const value = path.reduce<any>((within, part) => within?.[part], content);
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);
}
