/** What a promise about the rows of a table is made of. */
import type { Who } from './rights.js';
import type { Ground } from './row-oracle.js';

/** A row with its columns as PostgreSQL names them. */
export type Row = Readonly<Record<string, any>>;

/** What is promised for one table. What is left out nobody may do. */
export interface TablePromise {
  readonly table: string;
  /** SQL that tells rows apart; `id::text` when not given. */
  readonly key?: string;
  /** Missing: everybody sees every row. */
  readonly select?: (who: Who, row: Row, ground: Ground) => boolean;
  readonly insert?: (who: Who, row: Row, ground: Ground) => boolean;
  readonly update?: (who: Who, row: Row, ground: Ground) => boolean;
  /** A change that no check, trigger or policy minds on any row: `version = 9`. */
  readonly touch?: string;
  /** A change that takes a row out of everybody’s reach; where rows cannot be moved, no column of that kind is granted. */
  readonly move?: string;
  /** Columns that decide who may insert such a row: one row of each kind stands for all of it. */
  readonly kind: readonly string[];
}

/** Rows of a unit and a program, of which no version of the rule asks for anything more. */
export const ofUnit =
  (permission: string, program: (row: Row) => string | null = ({ program: its }) => its) =>
  (who: Who, row: Row, { rights }: Ground) =>
    rights.sees(who, permission, row['unit_id'], program(row));
export const changeOf =
  (permission: string, program: (row: Row) => string | null = ({ program: its }) => its) =>
  (who: Who, row: Row, { rights }: Ground) =>
    rights.changes(who, permission, row['unit_id'], program(row));
