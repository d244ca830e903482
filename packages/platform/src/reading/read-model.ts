import type { EntityPlan } from './entity-plan.js';

/** What the reader knows of all entities: made at start, then frozen. */
export interface ReadModel {
  readonly plans: ReadonlyMap<string, EntityPlan>;
  /** GraphQL fields (`Type.field`) that run JavaScript: what they need is not known, so all columns are read. */
  readonly computed: ReadonlySet<string>;
}

/** The plan of an entity, by its {@link entityKey}. */
export function planFor(model: ReadModel, entity: string): EntityPlan {
  const plan = model.plans.get(entity);
  if (!plan) throw new Error(`${entity} is not an entity of any installed plugin.`);
  return plan;
}

/** The properties to read for the GraphQL fields selected on an entity's type. */
export function propertiesFor(
  model: ReadModel,
  plan: EntityPlan,
  fields: ReadonlySet<string>,
): ReadonlySet<string> {
  for (const field of fields) {
    if (model.computed.has(`${plan.typeName}.${field}`)) return new Set(plan.columns.keys());
  }
  return new Set([...fields].filter((field) => plan.columns.has(field)));
}
