import { MetadataStorage } from '@mikro-orm/core';
import type { ClassType } from '../contract/translated.js';

/** `schema.table` of an entity class as its decorator says, without booting MikroORM; nothing where it names none. */
export function tableNameOf(entity: ClassType): string | undefined {
  const path = Object.hasOwn(entity, MetadataStorage.PATH_SYMBOL)
    ? (entity as unknown as Record<symbol, string>)[MetadataStorage.PATH_SYMBOL]
    : undefined;
  if (!path) return undefined;
  const meta = MetadataStorage.getMetadata(entity.name, path, entity as never);
  return meta.tableName ? `${meta.schema ?? 'public'}.${meta.tableName}` : undefined;
}

const keys = new WeakMap<ClassType, string>();

/**
 * What an entity is known by: its table. Not its class name, which two plugins may both use (`Household`).
 * @throws Error where the class is no entity.
 */
export function entityKey(entity: ClassType): string {
  const known = keys.get(entity);
  if (known) return known;
  const key = tableNameOf(entity);
  if (!key) throw new Error(`${entity.name} is no entity: it has no @Entity with a schema and a table.`);
  keys.set(entity, key);
  return key;
}
