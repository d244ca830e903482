import type { ListOptions } from '../contract/reads.js';
import type { EntityPlan } from '../reading/entity-plan.js';
import type { RuleBook } from './rules.js';

/**
 * A list as somebody gets it who asks for no order: who may not read the property it is ordered by gets it by id,
 * because the order, and the cursors, would tell the property's values.
 * @param flags One for each rule, as of {@link RuleBook.flagsFor}.
 */
export function inDefaultOrder<Listed extends ListOptions>(
  listed: Listed,
  plan: Pick<EntityPlan, 'typeName'>,
  rules: RuleBook,
  flags: Uint8Array,
): Listed {
  const [property] = listed.order ?? [];
  if (property === undefined) return listed;
  const rule = rules.indexOf(`${plan.typeName}.${property}`);
  return rule !== undefined && !flags[rule] ? { ...listed, order: [] } : listed;
}
