import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';
import type { AccessRule, ClassType, Plugin, TemporalEntity } from '@phoihop/platform';
import { getMetadataStorage } from 'type-graphql';

/** Where a value that clients can see is kept, and who may see it. */
export interface FoundField {
  /** `EnvironmentAction.place` */
  readonly coordinate: string;
  readonly property: EntityProperty;
  /** Of what a temporal entity keeps in its versions. */
  readonly version?: { readonly metadata: EntityMetadata; readonly owner: EntityProperty };
  /** Missing where no rule of the plugins covers it; composition has refused that before. */
  readonly rule: AccessRule | undefined;
}

/** Entities of the composed plugins, with what manifests and decorators say of them. */
export interface Entities {
  readonly plugins: readonly Plugin[];
  readonly metadata: MetadataStorage;
}

export const metadataOf = ({ metadata }: Entities, entity: ClassType): EntityMetadata =>
  metadata.get(entity as never) as EntityMetadata;

export const propertyOf = (of: EntityMetadata, name: string): EntityProperty | undefined =>
  (of.properties as Record<string, EntityProperty>)[name];

/** `"environment"."action"` */
export const tableOf = ({ schema, tableName }: EntityMetadata): string => `"${schema}"."${tableName}"`;

const typeNameOf = (entity: ClassType): string | undefined =>
  getMetadataStorage().objectTypes.find(({ target }) => target === entity)?.name;

const shows = (entity: unknown, name: string): boolean =>
  getMetadataStorage().fields.some(({ target, schemaName }) => target === entity && schemaName === name);

/**
 * A field that clients see of an entity: a property, what a temporal entity keeps in its versions, or a label (its
 * Vietnamese text). Nothing where there is none, or where clients never see it.
 */
export function fieldOf(entities: Entities, of: EntityMetadata, name: string): FoundField | undefined {
  const entity = of.class as unknown as ClassType;
  const type = typeNameOf(entity);
  if (!type) return undefined;
  const found = (
    property: EntityProperty | undefined,
    version?: FoundField['version'],
  ): FoundField | undefined =>
    property?.fieldNames?.length === 1
      ? {
          coordinate: `${type}.${name}`,
          property,
          version,
          rule: ruleOf(entities.plugins, type, name, entity),
        }
      : undefined;
  const temporal = temporalOf(entities, entity);
  if (temporal?.fields.includes(name)) {
    const versions = metadataOf(entities, temporal.versions);
    return found(propertyOf(versions, name), {
      metadata: versions,
      owner: propertyOf(versions, temporal.owner)!,
    });
  }
  if (shows(entity, name)) return found(propertyOf(of, name));
  const label = labelOf(entities.plugins, entity, name);
  return label === undefined ? undefined : found(propertyOf(of, label));
}

/** The names that {@link fieldOf} would find. */
export function fieldsOf(entities: Entities, of: EntityMetadata): string[] {
  const entity = of.class as unknown as ClassType;
  const labels = entities.plugins.flatMap(({ graphql }) =>
    (graphql?.extend ?? [])
      .filter(({ target }) => target === entity)
      .flatMap(({ fields }) => Object.keys(fields)),
  );
  const names = [...Object.keys(of.properties), ...(temporalOf(entities, entity)?.fields ?? []), ...labels];
  return [...new Set(names)].filter((name) => fieldOf(entities, of, name));
}

const temporalOf = ({ plugins }: Entities, entity: ClassType): TemporalEntity | undefined =>
  plugins.flatMap(({ data }) => data?.temporal ?? []).find((one) => one.entity === entity);

/** The Vietnamese property of a text in two languages. */
function labelOf(plugins: readonly Plugin[], entity: ClassType, name: string): string | undefined {
  for (const { target, fields } of plugins.flatMap(({ graphql }) => graphql?.extend ?? [])) {
    const field = target === entity ? fields[name] : undefined;
    if (field?.kind === 'label') return field.vi;
  }
  return undefined;
}

/** A field's own rule, or its type's, as the plugin that brought it says. */
function ruleOf(
  plugins: readonly Plugin[],
  type: string,
  field: string,
  entity: ClassType,
): AccessRule | undefined {
  const own = plugins.flatMap(({ access }) => access?.fields?.[`${type}.${field}`] ?? [])[0];
  return own ?? plugins.find(({ data }) => data?.entities.includes(entity))?.access?.fields?.[type];
}
