import type { EntityClass, MetadataStorage } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { MikroORM } from '@mikro-orm/postgresql';

/**
 * The mapping of entity classes (tables, columns, relations) as MikroORM discovers it, without a database: the
 * composition of plugins is looked at before anything is started.
 * @throws MetadataError where a class is no entity or a relation points nowhere.
 */
export function describeEntities(entities: readonly EntityClass[]): MetadataStorage {
  const orm = new MikroORM({
    dbName: 'described-only',
    entities: [...entities],
    metadataProvider: ReflectMetadataProvider,
    discovery: { warnWhenNoEntities: false },
  });
  return orm.getMetadata();
}
