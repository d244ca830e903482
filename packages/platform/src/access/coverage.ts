import type { GraphQLSchema } from 'graphql';
import { allow, type AccessRule } from '../contract/access.js';
import type { Plugin } from '../contract/plugin.js';
import { PLATFORM, type Ownership } from '../composition/ownership.js';
import type { CompositionProblem } from '../composition/problems.js';
import { coverInputs } from './input-coverage.js';
import { ruledPlaces, type RuledField } from './ruled-places.js';
import { RuleBook, saysWho } from './rules.js';
import { unknownPermissions } from './unknown-permissions.js';
import { unknownRoles } from './unknown-roles.js';
import { UsedRules } from './used-rules.js';

const structure = allow.public(
  'The structure of a page holds no data of its own; each row has its own rule.',
);
const refetch = allow.public('Any object has its own rules, which apply once its type is known.');

/** What coverage looks at. */
export interface Covered {
  readonly schema: GraphQLSchema;
  readonly plugins: readonly Plugin[];
  readonly owners: Ownership;
  /** Inputs that filter, order or look up by a property → that property, `Type.field`. */
  readonly properties: ReadonlyMap<string, string>;
}

/**
 * Gives every field its one rule and proves that none is left out. A rule counts only where it was declared by the
 * plugin that contributed the field, so that no plugin can loosen another's.
 */
export function coverFields(covered: Covered): { rules: RuleBook; problems: CompositionProblem[] } {
  const { schema, plugins, owners } = covered;
  const rules = new RuleBook();
  const problems: CompositionProblem[] = [];
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  const used = new UsedRules();
  for (const field of ruledPlaces(schema).fields) {
    const { coordinate } = field;
    const owner = byId.get(owners.fields.get(coordinate) ?? PLATFORM);
    const found = ruleFor(field, owner, owners);
    if (found) {
      rules.set(coordinate, found.rule);
      if (owner) used.add(owner, found.key);
    } else problems.push(withoutRule(coordinate, owner));
    if (field.nonNull && mustBeNullable(field, owners)) problems.push(notNullable(coordinate, owner));
  }
  problems.push(...coverInputs(covered, rules, used));
  problems.push(
    ...plugins.flatMap((plugin) => [...unusedRules(plugin, used), ...emptyRules(plugin)]),
    ...unknownPermissions(plugins),
    ...unknownRoles(plugins),
  );
  return { rules, problems };
}

function ruleFor(
  { type, name, coordinate }: RuledField,
  owner: Plugin | undefined,
  owners: Ownership,
): { rule: AccessRule; key: string } | undefined {
  if (type === 'PageInfo') return { rule: structure, key: type };
  if (type === 'Query' && name === 'node') return { rule: refetch, key: type };
  const fields = owner?.access?.fields ?? {};
  const listed = owners.pages.get(type);
  if (listed) {
    const rule = fields[listed] ?? fields[`${listed}.id`];
    return rule && { rule, key: fields[listed] ? listed : `${listed}.id` };
  }
  const own = fields[coordinate];
  if (own) return { rule: own, key: coordinate };
  // A rule for a whole type covers the fields of its owner only.
  const whole = owners.types.get(type) === owner?.id ? fields[type] : undefined;
  return whole && { rule: whole, key: type };
}

function mustBeNullable({ type, coordinate }: RuledField, owners: Ownership): boolean {
  if (type === 'Query' || type === 'Mutation') return true;
  return owners.fields.get(coordinate) !== owners.types.get(type);
}

const at = (plugin: Plugin | undefined) => ({
  owners: [plugin?.id ?? PLATFORM],
  places: plugin ? [plugin.definedAt] : [],
});

const withoutRule = (coordinate: string, owner: Plugin | undefined): CompositionProblem => ({
  code: 'FIELD_WITHOUT_RULE',
  message: `The field ${coordinate} of ${owner?.id ?? PLATFORM} has no access rule.`,
  ...at(owner),
  mend: `Add '${coordinate}': allow.permission('${owner?.id ?? 'plugin'}:read') (or a rule for the whole type) to access.fields.`,
});

const notNullable = (coordinate: string, owner: Plugin | undefined): CompositionProblem => ({
  code: 'FIELD_NOT_NULLABLE',
  message: `The field ${coordinate} of ${owner?.id ?? PLATFORM} cannot be null.`,
  ...at(owner),
  mend: 'Make it nullable: it answers null where it is refused or its plugin is not available, and takes nothing else down.',
});

function unusedRules(plugin: Plugin, used: UsedRules): CompositionProblem[] {
  return Object.keys(plugin.access?.fields ?? {})
    .filter((key) => !used.has(plugin, key))
    .map((key) => ({
      code: 'RULE_WITHOUT_FIELD',
      message: `The access rule ${key} of ${plugin.id} covers no field that ${plugin.id} contributes.`,
      ...at(plugin),
      mend: 'Correct the name, or take the rule out: a plugin writes rules for its own fields only.',
    }));
}

function emptyRules(plugin: Plugin): CompositionProblem[] {
  return Object.entries(plugin.access?.fields ?? {})
    .filter(([, rule]) => !saysWho(rule))
    .map(([key]) => ({
      code: 'FIELD_WITHOUT_RULE',
      message: `The access rule ${key} of ${plugin.id} does not say who: it is public without a reason, has no rules in it, or has a condition inside of a choice.`,
      ...at(plugin),
      mend: 'Give allow.public(...) the reason that reviewers will read, anyOf or allOf at least one rule, and put allow.where(...) around them.',
    }));
}
