import type { GraphQLEnumType, GraphQLInputType, GraphQLScalarType } from 'graphql';
import type { ClassType } from './translated.js';

/**
 * A filter argument of one's own, written in SQL: `sql('t', '$3', '$4')` gives the predicate on the row alias `t`
 * (`v` is a temporal entity's version); the last is the date the list is read as of.
 */
export interface CustomFilter {
  readonly type: GraphQLInputType;
  readonly description: string;
  /** Its Vietnamese description, for a filter that several lists share; `translations.vi` of a plugin stands before it. */
  readonly vietnamese?: string;
  /** Decodes the client's value to the SQL parameter; throws a ProblemError on bad input. */
  readonly parameter?: (value: unknown) => unknown;
  readonly sql: (row: string, parameter: string, asOf: string) => string;
}

/** What can be asked of a list: which properties it is filtered and ordered by. */
export interface ListOptions {
  /** What the list contains, in a sentence for a client developer. */
  description: string;
  /**
   * Entity properties to filter by. The filter's shape follows the property: relation → id, enum or text → any of a
   * list, boolean → equals, date → from and to, number → min and max.
   */
  filter?: readonly string[];
  /** Filters that are more than a property. */
  filters?: Readonly<Record<string, CustomFilter>>;
  /** Properties the list can be ordered by; the first, ascending, is the default; ties are broken by id. */
  order?: readonly string[];
  /** Whether the default order is descending. */
  descending?: boolean;
}

/** A root field that lists an entity as a Relay connection. */
export interface ListRead extends ListOptions {
  readonly kind: 'list';
  readonly entity: ClassType;
}

/** A root field that finds one entity by a unique property (or by several). */
export interface OneRead {
  readonly kind: 'one';
  readonly entity: ClassType;
  readonly description: string;
  /** The properties that identify it: each becomes a required argument. */
  readonly by: readonly string[];
}

/** A to-many relation declared on a type, its own or a foreign one. */
export interface ManyRelation extends ListOptions {
  readonly kind: 'many';
  readonly entity: ClassType;
  /** The property of `entity` that points back. */
  readonly via: string;
}

/** Declares a root list. @example `list(CoverageSnapshot, { description: '...', filter: ['unit'], order: ['date'] })` */
export const list = (entity: ClassType, options: ListOptions): ListRead => ({
  kind: 'list',
  entity,
  ...options,
});

/** Declares a root field that finds one entity by unique properties. */
export const one = (
  entity: ClassType,
  options: { by: string | readonly string[]; description: string },
): OneRead => ({
  kind: 'one',
  entity,
  description: options.description,
  by: typeof options.by === 'string' ? [options.by] : options.by,
});

/** Declares a to-many relation: all `entity` rows whose property `via` points at the row it hangs on. */
export const many = (entity: ClassType, via: string, options: ListOptions): ManyRelation => ({
  kind: 'many',
  entity,
  via,
  ...options,
});

/** A text kept in both languages, shown in the caller's. */
export interface LabelField {
  readonly kind: 'label';
  readonly description: string;
  /** The properties that hold it; English falls back to Vietnamese, which is what people enter. */
  readonly vi: string;
  readonly en: string;
  /** Whether it is never null: then its Vietnamese property is not, either. */
  readonly required: boolean;
}

/** A value that SQL computes from the row. */
export interface ComputedField {
  readonly kind: 'computed';
  readonly description: string;
  /** A scalar; an enum whose values are named as they are stored. */
  readonly type: GraphQLScalarType | GraphQLEnumType;
  /** PostgreSQL type of the value: `numeric`, `text`, `boolean`, ... */
  readonly sqlType: string;
  /**
   * The expression over the row's columns: `row` is the table's alias, `version` that of a temporal entity's version.
   * It reads nothing but the row, so that whoever sees the row may see it.
   */
  readonly sql: (row: string, version: string) => string;
  readonly required: boolean;
}

/** A field the platform reads by itself. */
export type DeclaredField = ManyRelation | LabelField | ComputedField;

/**
 * Declares a text kept in both languages. @example `title: label('title', { description: 'Name of the line.' })`
 * @param property The stem of its two properties: `title` for `titleVi` and `titleEn`.
 */
export const label = (
  property: string,
  options: { description: string; required?: boolean },
): LabelField => ({
  kind: 'label',
  vi: `${property}Vi`,
  en: `${property}En`,
  description: options.description,
  required: options.required ?? false,
});

/**
 * Declares a value computed by SQL; lists can be filtered and ordered by it like by a column.
 * @example `share: computed(DecimalScalar, { sqlType: 'numeric', sql: (row) => `${row}.part / nullif(${row}.whole, 0)`, description: '...' })`
 */
export const computed = (
  type: ComputedField['type'],
  options: Pick<ComputedField, 'description' | 'sql' | 'sqlType'> & { required?: boolean },
): ComputedField => ({ kind: 'computed', type, required: false, ...options });

/** Fields a plugin adds to a type, its own or another plugin's. */
export interface TypeExtension {
  readonly target: ClassType;
  readonly fields: Readonly<Record<string, DeclaredField>>;
}

/** @example `extend(AdministrativeUnit, { socialInsuranceSnapshots: many(CoverageSnapshot, 'unit', {...}) })` */
export const extend = (target: ClassType, fields: Record<string, DeclaredField>): TypeExtension => ({
  target,
  fields,
});

/**
 * An entity whose changing properties live in versions with validity. The version's GraphQL fields are shown on the
 * owner and read as of a date: the operation's `asOf`, or the business date.
 */
export interface TemporalEntity {
  readonly entity: ClassType;
  readonly versions: ClassType;
  /** Property of the version that points at the owner. */
  readonly owner: string;
  /** Version properties shown on the owner. */
  readonly fields: readonly string[];
}

/** Declares a temporal entity. Versions have `validFrom`, `validTo` (exclusive) and `supersededAt` properties. */
export const temporal = (
  entity: ClassType,
  options: { versions: ClassType; owner: string; fields: readonly string[] },
): TemporalEntity => ({ entity, ...options });
