import type { EntityMetadata, EntityProperty, MetadataStorage } from '@mikro-orm/core';
import type { Plugin } from '../contract/plugin.js';
import type { ClassType } from '../contract/translated.js';
import { tableNameOf } from '../reading/entity-table.js';
import { objectTypeName, reachedClasses } from './class-metadata.js';
import { schemaNameOf } from './generated-names.js';
import type { CompositionProblem } from './problems.js';
import { namedBy } from './unknown-properties.js';

/** A class that a plugin takes for an entity, and where it does. */
interface Use {
  readonly entity: ClassType;
  readonly where: string;
}

/**
 * Entities that a plugin reads, refers to or answers with although no plugin lists them. MikroORM follows references
 * and knows them all the same; but nothing of theirs is in the schema, and no row rule covers their tables.
 */
export function unlistedEntities(
  plugins: readonly Plugin[],
  metadata: MetadataStorage,
): CompositionProblem[] {
  const listed = new Set(plugins.flatMap(({ data }) => (data?.entities ?? []).map(tableNameOf)));
  const isListed = (entity: ClassType): boolean => listed.has(tableNameOf(entity));
  return plugins.flatMap((plugin) => {
    const uses = [...namedBy(plugin), ...referredTo(plugin, metadata), ...answeredWith(plugin)];
    const missing = Map.groupBy(
      uses.filter(({ entity }) => !isListed(entity)),
      ({ entity }) => entity,
    );
    return [...missing].map(([entity, places]) => unlisted(plugin, entity, places));
  });
}

function unlisted(plugin: Plugin, entity: ClassType, uses: readonly Use[]): CompositionProblem {
  const places = [...new Set(uses.map(({ where }) => where))];
  const own = tableNameOf(entity)?.startsWith(`${schemaNameOf(plugin.id)}.`);
  return {
    code: 'RELATION_UNKNOWN',
    message: `${places.join(', ')} of ${plugin.id} names ${entity.name}, which is no entity of an installed plugin.`,
    owners: [plugin.id],
    places: [plugin.definedAt],
    mend: own
      ? `Add ${entity.name} to data.entities of ${plugin.id}, and its row rule to data.rows.`
      : `Add ${entity.name} to data.entities of the plugin that owns it, and install that plugin.`,
  };
}

/** What references of its entities lead to. */
function referredTo({ data }: Plugin, metadata: MetadataStorage): Use[] {
  return (data?.entities ?? []).flatMap((entity) => {
    const meta = metadata.find(entity as never) as EntityMetadata | undefined;
    return Object.values<EntityProperty>(meta?.properties ?? {}).flatMap(({ name, targetMeta }) =>
      targetMeta ? [{ entity: targetMeta.class as ClassType, where: `${entity.name}.${name}` }] : [],
    );
  });
}

/** Classes with a table that fields of resolvers or of other classes answer with. */
const answeredWith = (plugin: Plugin): Use[] =>
  reachedClasses(plugin).flatMap(({ name, target }) => {
    const entity = target as ClassType;
    const isEntity = typeof target === 'function' && tableNameOf(entity) && objectTypeName(entity);
    return isEntity ? [{ entity, where: `the GraphQL type ${name}` }] : [];
  });
