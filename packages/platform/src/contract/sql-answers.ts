import type { ClassType, Locale } from './translated.js';

/** One value of an answer that SQL gives. */
export interface SqlValue {
  /** PostgreSQL type of the value: `numeric`, `date`, ... */
  readonly sqlType: string;
  /** The expression over the answer's row `of`; a text for people is written in the caller's language. */
  readonly sql: (of: string, locale: Locale) => string;
}

/** A row that an answer names, shown with everything that is selected of it. */
export interface SqlReference {
  /** Its id over the answer's row `of`; null where there is none. */
  readonly id: (of: string) => string;
  /** The day it is read as of. */
  readonly asOf: (of: string) => string;
}

/** The fields of an object that SQL gives: values, rows by id, and objects inside. What is not named is left to the field's code. */
export interface SqlObject {
  /** Of an object inside, whether it is there: a condition over the answer's row `of`. Missing where it always is. */
  readonly exists?: (of: string) => string;
  readonly fields: Readonly<Record<string, SqlValue | SqlReference | SqlObject>>;
}

/**
 * What SQL can answer of a field that has code of its own. Where an operation selects nothing of the field but this,
 * and gives it no arguments, the answer is a part of the operation's one statement and the code does not run. Both
 * must say the same: the code remains for everything else, for changes, and as the measure.
 */
export interface SqlAnswer extends SqlObject {
  readonly target: ClassType;
  readonly field: string;
  /**
   * A query of one row, or of none where the field is null.
   * @param row Gives a property of the object that the field is on.
   * @param day The date it is read as of, not after the business date.
   */
  readonly from: (row: (property: string) => string, day: string) => string;
}

/** @example `answeredInSql(Target, 'progress', { from: (row, day) => `select ...`, fields: { actual: { sqlType: 'numeric', sql: (of) => `${of}.actual` } } })` */
export const answeredInSql = (
  target: ClassType,
  field: string,
  answer: Pick<SqlAnswer, 'from' | 'fields'>,
): SqlAnswer => ({ target, field, ...answer });

/** The arguments of a field, as its code would get them. */
export type GivenArguments = Readonly<Record<string, unknown>>;

/**
 * What SQL can answer of a root field that has code of its own: the same, of a question that arguments ask. Whatever is
 * wrong with them is the code's to tell.
 */
export interface SqlRootAnswer extends SqlObject {
  readonly root: string;
  /** Whether SQL answers a question with these arguments. */
  readonly fits: (given: GivenArguments) => boolean;
  /**
   * A query of one row; of none where only the code can say why there is no answer.
   * @param parameter Writes a value that is read from the arguments of each request; it may throw where one is wrong.
   * @param day The business date.
   */
  readonly from: (
    parameter: (sqlType: string, read: (given: GivenArguments) => unknown) => string,
    day: string,
  ) => string;
}

/** @example `rootAnsweredInSql('total', { fits: () => true, from: (parameter) => `select total from ... where key = ${parameter('text', ({ key }) => key)}`, fields: { total: { sqlType: 'numeric', sql: (of) => `${of}.total` } } })` */
export const rootAnsweredInSql = (
  root: string,
  answer: Pick<SqlRootAnswer, 'fits' | 'from' | 'fields'>,
): SqlRootAnswer => ({ root, ...answer });
