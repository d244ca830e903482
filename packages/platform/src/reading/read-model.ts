import type { LabelField } from '../contract/reads.js';
import type { EntityPlan } from './entity-plan.js';
import { mayShow } from './row.js';

/** What the reader knows of all entities: made at start, then frozen. */
export interface ReadModel {
  readonly plans: ReadonlyMap<string, EntityPlan>;
  /** GraphQL fields (`Type.field`) that run JavaScript: what they need is not known, so all columns are read. */
  readonly computed: ReadonlySet<string>;
  /** GraphQL fields (`Type.field`) that show one of two properties, by the caller's language. */
  readonly labels: ReadonlyMap<string, LabelField>;
  /** GraphQL fields (`Type.field`) with a condition about the row, which is read beside them. */
  readonly conditioned: ReadonlySet<string>;
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
  const properties = new Set<string>();
  for (const field of fields) {
    if (model.conditioned.has(`${plan.typeName}.${field}`)) properties.add(mayShow(field));
    const label = model.labels.get(`${plan.typeName}.${field}`);
    if (label) properties.add(label.vi).add(label.en);
    else if (plan.columns.has(field)) properties.add(field);
  }
  return properties;
}
