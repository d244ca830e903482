import { helper, type AnyEntity, type EntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * What a unit of work knew at a savepoint, so that it can know the same again when the savepoint is rolled back;
 * otherwise a later flush would write what was undone, or not write what it believes to be there already.
 *
 * MikroORM flushes before the savepoint, so that everything known then is in the database outside of it. On failure:
 * entities that are new since are detached and taken out of relations and collections; entities known before get
 * their old values back, in memory, without a statement, and are managed again even if they were removed; those known
 * only by their id and loaded since are to be loaded anew; nothing stays queued for the next flush.
 *
 * What MikroORM does not allow: an entity that the failed work took OUT of a collection is not put back into that
 * collection object. Reload it (`em.refresh(owner, { populate: [...] })`) if the operation goes on to use it.
 */
export class UnitOfWorkSnapshot {
  readonly #known = new Map<AnyEntity, Known>();

  /** `em` is undefined where the session has no unit of work yet. */
  constructor(em: EntityManager | undefined) {
    for (const entity of em?.getUnitOfWork().getIdentityMap() ?? []) {
      const { __initialized: loaded } = helper(entity);
      this.#known.set(entity, {
        loaded,
        data: em!.getComparator().prepareEntity(entity),
        version: versionOf(entity),
      });
    }
  }

  restore(em: EntityManager): void {
    const unit = em.getUnitOfWork();
    for (const entity of [...unit.getIdentityMap(), ...unit.getPersistStack()]) {
      if (!this.#known.has(entity)) unit.unsetIdentity(entity);
    }
    unit.clear();
    // First all are known again, then values come back: a relation must find the object that was there before.
    for (const [entity, { loaded, data }] of this.#known) {
      helper(entity).__initialized = loaded;
      unit.register(entity, { ...data }, { refresh: true });
    }
    for (const [entity, known] of this.#known) setBack(em, entity, known);
  }
}

interface Known {
  readonly loaded: boolean;
  readonly data: EntityData<AnyEntity>;
  /** Kept apart: MikroORM does not compare it, because only the database counts it up. */
  readonly version: unknown;
}

function versionOf(entity: AnyEntity): unknown {
  const { versionProperty } = helper(entity).__meta;
  return versionProperty && (entity as Record<string, unknown>)[versionProperty as string];
}

function setBack(em: EntityManager, entity: AnyEntity, { loaded, data, version }: Known): void {
  const { __meta: meta } = helper(entity);
  if (meta.versionProperty) Object.assign(entity, { [meta.versionProperty as string]: version });
  const now = em.getComparator().prepareEntity(entity);
  if (!loaded) {
    // Values left behind would count as changes by hand, which loading does not overwrite.
    for (const name of Object.keys(now)) if (!(name in data)) Object.assign(entity, { [name]: undefined });
    return;
  }
  const changed = em.getComparator().diffEntities(meta.class, now, data) as EntityData<AnyEntity>;
  if (Object.keys(changed).length === 0) return;
  em.config
    .getHydrator(em.getMetadata())
    .hydrate(entity, meta, changed, em.getEntityFactory(), 'full', false, true);
}
