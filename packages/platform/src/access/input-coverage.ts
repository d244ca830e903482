import type { Plugin } from '../contract/plugin.js';
import { PLATFORM } from '../composition/ownership.js';
import type { CompositionProblem } from '../composition/problems.js';
import type { Covered } from './coverage.js';
import { ruledPlaces } from './ruled-places.js';
import type { RuleBook } from './rules.js';
import type { UsedRules } from './used-rules.js';

/**
 * Gives inputs their rules: the one an author wrote for `Input.field`, `Type.field(argument)` or `Enum.VALUE`; for
 * what filters, orders or looks up by a property, the property's own. Other inputs need none: who may select the
 * field may fill them in.
 * @param used Rules that cover something; added to.
 */
export function coverInputs(
  { schema, plugins, owners, properties }: Covered,
  rules: RuleBook,
  used: UsedRules,
): CompositionProblem[] {
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  const problems: CompositionProblem[] = [];
  for (const { coordinate, within } of ruledPlaces(schema).inputs) {
    const owner = byId.get(owners.fields.get(within) ?? owners.types.get(within) ?? PLATFORM);
    const written = owner?.access?.fields?.[coordinate];
    const property = properties.get(coordinate);
    const rule = written ?? (property ? rules.ruleOf(property) : undefined);
    if (owner && written) used.add(owner, coordinate);
    if (rule) rules.setInput(coordinate, rule, owners.generated.has(within));
    else if (property) problems.push(hidden(coordinate, property, owner));
  }
  return problems;
}

const hidden = (coordinate: string, property: string, owner: Plugin | undefined): CompositionProblem => ({
  code: 'FIELD_WITHOUT_RULE',
  message: `${coordinate} of ${owner?.id ?? PLATFORM} asks about ${property}, which is no field that clients can read.`,
  owners: [owner?.id ?? PLATFORM],
  places: owner ? [owner.definedAt] : [],
  mend: `Whoever can filter, order or search by a value can find it out: show the field ${property}, or add '${coordinate}' to access.fields and say who may.`,
});
