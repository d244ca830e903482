import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';
import type { Narrowing } from '../contract/access.js';
import type { ComputedField, TemporalEntity } from '../contract/reads.js';

/** One readable property of an entity and where it is stored. */
export interface ColumnPlan {
  readonly property: string;
  readonly column: string;
  /** PostgreSQL type, for casting parameters. */
  readonly sqlType: string;
  /** Key of the entity a reference points at. */
  readonly references?: string;
  readonly nullable: boolean;
  /** Whether the column is on the entity's own table or on its version as of a date. */
  readonly on: 'entity' | 'version';
  /** Instead of a column: what SQL computes from the row. */
  readonly computed?: ComputedField['sql'];
}

/** How an entity is read: made once from MikroORM's metadata, then frozen. */
export interface EntityPlan {
  /** @see entityKey */
  readonly key: string;
  /** GraphQL type name, where clients see it. */
  readonly typeName?: string;
  readonly table: string;
  readonly columns: ReadonlyMap<string, ColumnPlan>;
  readonly version?: { readonly table: string; readonly ownerColumn: string };
  /** Property that holds the date its relations are read as of. */
  readonly asOf?: string;
  /** Whether reading its rows is recorded. */
  readonly audited: boolean;
  /** What else is said in lists, to callers who see few rows of a large table. */
  readonly narrowing?: Narrowing;
}

export const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

const tableOf = (metadata: EntityMetadata): string =>
  `${quote(metadata.schema ?? 'public')}.${quote(metadata.tableName)}`;

/** {@link entityKey} from MikroORM's own view of the class. */
const keyOf = (metadata: EntityMetadata): string => `${metadata.schema ?? 'public'}.${metadata.tableName}`;

/** Relations without a column of their own (1:m, m:n) are read through `many`, not as columns. */
const hasColumn = (property: EntityProperty): boolean =>
  property.persist !== false &&
  (property.kind === 'scalar' || property.kind === 'm:1' || property.kind === '1:1');

function columnsOf(
  metadata: EntityMetadata,
  on: ColumnPlan['on'],
  only?: readonly string[],
): [string, ColumnPlan][] {
  return Object.values<EntityProperty>(metadata.properties)
    .filter((property) => hasColumn(property) && (!only || only.includes(property.name)))
    .map((property) => [
      property.name,
      {
        property: property.name,
        column: property.fieldNames[0]!,
        // A key that counts itself is a `bigserial` to MikroORM, which is no type that a value can be cast to.
        sqlType: property.columnTypes[0]!.replace(/serial$/, 'int'),
        references:
          property.kind === 'scalar' || !property.targetMeta ? undefined : keyOf(property.targetMeta),
        nullable: property.nullable ?? false,
        on,
      },
    ]);
}

const computedColumns = (fields: ReadonlyMap<string, ComputedField> = new Map()): [string, ColumnPlan][] =>
  [...fields].map(([property, { sql, sqlType, required }]) => [
    property,
    { property, column: property, sqlType, nullable: !required, on: 'entity', computed: sql },
  ]);

/** What the manifests say of entities, by {@link entityKey}. */
export interface EntityFacts {
  readonly temporal: readonly TemporalEntity[];
  readonly asOf: ReadonlyMap<string, string>;
  readonly typeNames: ReadonlyMap<string, string>;
  readonly audited: ReadonlySet<string>;
  readonly narrowings: ReadonlyMap<string, Narrowing>;
  /** Values that SQL computes, by property. */
  readonly computed: ReadonlyMap<string, ReadonlyMap<string, ComputedField>>;
}

/** Entity plans by {@link entityKey}. */
export function planEntities(metadata: MetadataStorage, facts: EntityFacts): ReadonlyMap<string, EntityPlan> {
  const plans = new Map<string, EntityPlan>();
  for (const meta of metadata.getAll().values()) {
    if (!meta.tableName || meta.abstract) continue;
    plans.set(keyOf(meta), planOf(meta, metadata, facts));
  }
  return plans;
}

function planOf(meta: EntityMetadata, metadata: MetadataStorage, facts: EntityFacts): EntityPlan {
  const key = keyOf(meta);
  const base = {
    key,
    typeName: facts.typeNames.get(key),
    table: tableOf(meta),
    asOf: facts.asOf.get(key),
    audited: facts.audited.has(key),
    narrowing: facts.narrowings.get(key),
  };
  const own = [...columnsOf(meta, 'entity'), ...computedColumns(facts.computed.get(key))];
  const temporal = facts.temporal.find((candidate) => candidate.entity === (meta.class as unknown));
  if (!temporal) return { ...base, columns: new Map(own) };
  const version = metadata.get(temporal.versions as never) as EntityMetadata;
  return {
    ...base,
    columns: new Map([...own, ...columnsOf(version, 'version', temporal.fields)]),
    version: {
      table: tableOf(version),
      ownerColumn: (version.properties as Record<string, EntityProperty>)[temporal.owner]!.fieldNames[0]!,
    },
  };
}
