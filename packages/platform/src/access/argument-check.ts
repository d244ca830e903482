import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import type { InputRule, RuleBook } from './rules.js';

/**
 * Looks through the arguments a field was given for the first thing the caller may not name: an argument, an input
 * field or an enum value with a rule of its own, however deep.
 * @returns Its coordinate, or nothing.
 */
export type ArgumentCheck = (
  args: Readonly<Record<string, unknown>>,
  flags: Uint8Array,
) => string | undefined;

/**
 * The check of a field's arguments; nothing where no value they can have has a rule, which is most fields.
 *
 * Whoever may not read a property may not filter or order by it either: rows that come or stay away, or their order,
 * would tell its value one question at a time (CVE-2023-22894, CVE-2026-27886).
 */
export function argumentCheck(
  coordinate: string,
  field: Pick<GraphQLField<unknown, unknown>, 'args'>,
  rules: RuleBook,
): ArgumentCheck | undefined {
  const inputs = field.args.map((argument) => named(`${coordinate}(${argument.name})`, argument, rules));
  if (!inputs.some(({ rule, type }) => rule || hasRules(type, rules, new Set()))) return undefined;
  return (args, flags) => firstRefused(inputs, args, flags, rules);
}

/** An argument or an input field with its rule. */
interface NamedInput {
  readonly coordinate: string;
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly defaultValue: unknown;
  readonly rule: InputRule | undefined;
}

const named = (
  coordinate: string,
  { name, type, defaultValue }: GraphQLArgument | GraphQLInputField,
  rules: RuleBook,
): NamedInput => ({ coordinate, name, type, defaultValue, rule: rules.inputRule(coordinate) });

const fieldsOf = (type: { name: string; getFields(): Record<string, GraphQLInputField> }, rules: RuleBook) =>
  Object.values(type.getFields()).map((field) => named(`${type.name}.${field.name}`, field, rules));

/** Whether a value of the type can name anything that has a rule. Input types may contain themselves. */
function hasRules(type: GraphQLInputType, rules: RuleBook, seen: Set<unknown>): boolean {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return hasRules(nullable.ofType as GraphQLInputType, rules, seen);
  if (seen.has(nullable)) return false;
  seen.add(nullable);
  if (isEnumType(nullable))
    return nullable.getValues().some(({ name }) => rules.inputRule(`${nullable.name}.${name}`));
  if (!isInputObjectType(nullable)) return false;
  return fieldsOf(nullable, rules).some(({ rule, type: inner }) => rule || hasRules(inner, rules, seen));
}

function firstRefused(
  inputs: readonly NamedInput[],
  values: Readonly<Record<string, unknown>>,
  flags: Uint8Array,
  rules: RuleBook,
): string | undefined {
  for (const { coordinate, name, type, defaultValue, rule } of inputs) {
    const value = values[name];
    // What the schema fills in by itself was not named by the caller.
    if (value === undefined || value === defaultValue) continue;
    if (rule && !flags[rule.rule] && !(value === null && rule.nullIsNothing)) return coordinate;
    const refused = refusedIn(type, value, flags, rules);
    if (refused) return refused;
  }
  return undefined;
}

function refusedIn(
  type: GraphQLInputType,
  value: unknown,
  flags: Uint8Array,
  rules: RuleBook,
): string | undefined {
  if (value === null || value === undefined) return undefined;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      const refused = refusedIn(nullable.ofType as GraphQLInputType, item, flags, rules);
      if (refused) return refused;
    }
    return undefined;
  }
  if (isInputObjectType(nullable)) {
    return firstRefused(fieldsOf(nullable, rules), value as Record<string, unknown>, flags, rules);
  }
  if (!isEnumType(nullable)) return undefined;
  const chosen = nullable.getValues().find((candidate) => candidate.value === value);
  const coordinate = `${nullable.name}.${chosen?.name}`;
  const rule = rules.inputRule(coordinate);
  return rule && !flags[rule.rule] ? coordinate : undefined;
}
