import type { Caller } from './context.js';

/**
 * Ring 1: who may select a field. Rules are data, so that they can be compiled to a bitset, printed in the
 * access matrix and compared between two versions.
 */
export type AccessRule =
  | { readonly kind: 'public'; readonly reason: string }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'permission'; readonly permission: string }
  | { readonly kind: 'anyOf'; readonly rules: readonly AccessRule[] }
  | { readonly kind: 'allOf'; readonly rules: readonly AccessRule[] }
  | { readonly kind: 'where'; readonly rule: AccessRule; readonly value: ValueRule };

/** Ring 3: on which objects of an entity a field may be shown to whoever passes the field's rule. */
export interface ValueRule {
  /** Completes "only where …", for `schema/access.md`. */
  readonly explanation: string;
  /**
   * The condition, in SQL over the row's columns: `row` is the table's alias, `version` that of a temporal entity's
   * version. It may read the session's settings like a row rule does. Null counts as no.
   */
  readonly sql: (row: string, version: string) => string;
}

/** How an author writes a rule. There is no way to write "no rule". */
export const allow = {
  /** Everybody, signed in or not. The reason is printed in `schema/access.md`, where it is reviewed. */
  public: (reason: string): AccessRule => ({ kind: 'public', reason }),
  /** Everybody who is signed in. */
  signedIn: (): AccessRule => ({ kind: 'signedIn' }),
  /** Whoever holds the permission in some scope; the row ring then decides which rows. */
  permission: (permission: string): AccessRule => ({ kind: 'permission', permission }),
  /** One of the rules is enough. */
  anyOf: (...rules: AccessRule[]): AccessRule => ({ kind: 'anyOf', rules }),
  /** All of the rules are needed. */
  allOf: (...rules: AccessRule[]): AccessRule => ({ kind: 'allOf', rules }),
  /**
   * The rule, and that on this object only where the condition holds; elsewhere the field is null with FORBIDDEN. For
   * one nullable field of an entity, which no list is filtered or ordered by. @example
   * `'Person.phone': allow.where(allow.signedIn(), { explanation: 'it is the caller', sql: (row) => `${row}.id = core.own_person()` })`
   */
  where: (rule: AccessRule, value: ValueRule): AccessRule => ({ kind: 'where', rule, value }),
} as const;

/**
 * Ring 2: which rows of a table a caller may see and change. Each predicate is SQL on the row (its columns bare)
 * that may read the session's settings through functions a plugin's migrations define. `'always'`: every row.
 * `'never'`: the serving role is not even granted the command.
 */
export interface RowRule {
  select: RowPredicate;
  insert: RowPredicate;
  update: RowPredicate;
  delete: RowPredicate;
  /** Columns the serving role may change; all when missing. */
  updateColumns?: readonly string[];
  /** The permissions that the predicates ask for by name: composition refuses what no plugin declares. */
  permissions?: readonly string[];
  /** One sentence for `schema/access.md`. */
  explanation: string;
}

/** See {@link RowRule}. `narrowing` is read of `select` only. */
export type RowPredicate = { readonly using: string; readonly narrowing?: Narrowing } | 'always' | 'never';

/**
 * Something that follows from a row rule for callers who see few rows, in a form that an index answers. The rule alone
 * decides which rows there are, and often no index answers it: a list would read the whole table for the few rows of
 * one commune. Compiled lists say this beside it. It must leave no row out that the rule shows.
 */
export interface Narrowing {
  /** Whether it holds for the caller, who then sees little. For others it would be slower than none. */
  readonly applies: (caller: Caller) => boolean;
  /**
   * Conditions of which one is true of each row the caller sees; `row` is the table's alias. A page takes its rows from
   * each of them in its order, so that an index can serve that too. Settings and functions stand in sub-selects, so that
   * they are asked once.
   */
  readonly ways: (row: string) => readonly string[];
  /** The column that is looked up: a list that hangs on one value of it is narrow enough. */
  readonly column: string;
  /**
   * Whether one filter may find ten rows of the table and another a million: then a list is planned for the values it
   * is asked with. Of smaller tables one plan is good for all, and planning would take longer than reading.
   */
  readonly large?: boolean;
}

/** Writes a row rule; what is left out is `'never'`. */
export function rowRule(rule: Partial<RowRule> & Pick<RowRule, 'explanation'>): RowRule {
  return { select: 'never', insert: 'never', update: 'never', delete: 'never', ...rule };
}

/** The smallest row rule: everybody may read, nobody may write through the serving role (reference data). */
export function readOnlyRows(explanation: string): RowRule {
  return rowRule({ select: 'always', explanation });
}
