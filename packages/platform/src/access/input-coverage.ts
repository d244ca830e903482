import { isEnumType, isInputObjectType, isObjectType, type GraphQLNamedType } from 'graphql';
import type { Plugin } from '../contract/plugin.js';
import { PLATFORM } from '../composition/ownership.js';
import type { CompositionProblem } from '../composition/problems.js';
import type { Covered } from './coverage.js';
import type { RuleBook } from './rules.js';

/**
 * Gives inputs their rules: the one an author wrote for `Input.field`, `Type.field(argument)` or `Enum.VALUE`; for
 * what filters, orders or looks up by a property, the property's own. Other inputs need none: who may select the
 * field may fill them in.
 * @param used Rules that cover something, as `plugin|key`; added to.
 */
export function coverInputs(
  { schema, plugins, owners, properties }: Covered,
  rules: RuleBook,
  used: Set<string>,
): CompositionProblem[] {
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  const problems: CompositionProblem[] = [];
  for (const { coordinate, within } of Object.values(schema.getTypeMap()).flatMap(inputsOf)) {
    const owner = byId.get(owners.fields.get(within) ?? owners.types.get(within) ?? PLATFORM);
    const written = owner?.access?.fields?.[coordinate];
    const property = properties.get(coordinate);
    const rule = written ?? (property ? rules.ruleOf(property) : undefined);
    if (written) used.add(`${owner?.id}|${coordinate}`);
    if (rule) rules.setInput(coordinate, rule, owners.generated.has(within));
    else if (property) problems.push(hidden(coordinate, property, owner));
  }
  return problems;
}

/** Everything a client can name in an argument, with the type or field that owns it. */
function inputsOf(type: GraphQLNamedType): { coordinate: string; within: string }[] {
  const inside = (name: string) => ({ coordinate: `${type.name}.${name}`, within: type.name });
  if (isEnumType(type)) return type.getValues().map(({ name }) => inside(name));
  if (isInputObjectType(type)) return Object.keys(type.getFields()).map(inside);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) =>
    args.map((argument) => ({
      coordinate: `${type.name}.${name}(${argument.name})`,
      within: `${type.name}.${name}`,
    })),
  );
}

const hidden = (coordinate: string, property: string, owner: Plugin | undefined): CompositionProblem => ({
  code: 'FIELD_WITHOUT_RULE',
  message: `${coordinate} of ${owner?.id ?? PLATFORM} asks about ${property}, which is no field that clients can read.`,
  owners: [owner?.id ?? PLATFORM],
  places: owner ? [owner.definedAt] : [],
  mend: `Whoever can filter, order or search by a value can find it out: show the field ${property}, or add '${coordinate}' to access.fields and say who may.`,
});
