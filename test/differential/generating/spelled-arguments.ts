import {
  Kind,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  type ArgumentNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql';
import type { Draft } from './draft.js';
import { literal, name } from './nodes.js';
import type { Random } from './random.js';

/**
 * Writes values the ways a client can: as literals, as variables with and without defaults, null, and variables that
 * are not sent.
 */
export function spellArguments(
  args: readonly GraphQLArgument[],
  values: Readonly<Record<string, unknown>>,
  draft: Draft,
  random: Random,
): ArgumentNode[] {
  return args.flatMap((argument) => {
    const value = values[argument.name];
    const written =
      value === undefined ? nothing(argument, draft, random) : spell(value, argument.type, draft, random);
    return written ? [{ kind: Kind.ARGUMENT, name: name(argument.name), value: written } as const] : [];
  });
}

/** An argument that says nothing: left out, null, or a variable that is not sent. */
function nothing({ type }: GraphQLArgument, draft: Draft, random: Random): ValueNode | undefined {
  if (isNonNullType(type) || !random.chance(0.08)) return undefined;
  return random.chance(0.5) ? { kind: Kind.NULL } : draft.variable({ type: String(type) });
}

function spell(value: unknown, type: GraphQLInputType, draft: Draft, random: Random): ValueNode {
  if (tooLong(value) || random.chance(0.4)) return inVariable(value, type, draft, random);
  const inner = getNullableType(type);
  if (!isInputObjectType(inner) || value === null) return literal(value, type);
  return {
    kind: Kind.OBJECT,
    fields: Object.entries(value as Record<string, unknown>).map(([key, one]) => {
      const its = inner.getFields()[key]!.type;
      const written =
        tooLong(one) || random.chance(0.3) ? inVariable(one, its, draft, random) : literal(one, its);
      return { kind: Kind.OBJECT_FIELD, name: name(key), value: written };
    }),
  };
}

/** More than a document may hold. */
const tooLong = (value: unknown): boolean => Array.isArray(value) && value.length > 20;

function inVariable(value: unknown, type: GraphQLInputType, draft: Draft, random: Random): ValueNode {
  const written = String(type);
  const way = random.next();
  if (way < 0.2) return draft.variable({ type: written, fallback: { value, as: type } });
  const other = way < 0.35 ? anotherValue(value, type) : undefined;
  if (other !== undefined)
    return draft.variable({ type: written, given: value, fallback: { value: other, as: type } });
  const stricter = way < 0.5 && !isNonNullType(type) && value !== null;
  return draft.variable({ type: stricter ? `${written}!` : written, given: value });
}

/** A default that the value sent must win over. */
function anotherValue(value: unknown, type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (typeof value === 'number') return value + 2;
  if (typeof value === 'boolean') return !value;
  if (isEnumType(named) && !Array.isArray(value))
    return named.getValues().find((one) => one.name !== value)?.name;
  return isNonNullType(type) ? undefined : null;
}
