import { getNamedType, isListType, getNullableType, type GraphQLArgument } from 'graphql';
import { encodeGlobalId } from '@phoihop/platform/engine';
import type { Cursors } from './cursors.js';
import type { Random } from './random.js';

const missingRow = 987_654_321;

/** A value that is of the right type and still wrong, as clients send them; undefined where none is thought of. */
export function wrongValue(
  argument: GraphQLArgument,
  value: unknown,
  random: Random,
  cursors: Cursors,
): unknown {
  const type = getNamedType(argument.type).name;
  if (argument.name === 'first') return random.pick([500, 201, -1]);
  if (argument.name === 'after') return random.pick(['zzz', '', ...cursors.notOf('none').slice(0, 5)]);
  if (type === 'ID') return wrongId(random);
  if (type === 'String') return random.pick(['X-99', 'a\u0000b', '', "' or true --"]);
  if (argument.name === 'filter' && value !== null && typeof value === 'object')
    return wrongFilter(argument, value as Record<string, unknown>, random);
  return undefined;
}

const wrongId = (random: Random): string =>
  random.pick([
    'zzz',
    '',
    encodeGlobalId('Role', 1),
    encodeGlobalId('AdministrativeUnit', missingRow),
    encodeGlobalId('Nothing', 1),
  ]);

/** One value of a filter wrong: an id of another type, a text no column holds, more values than are allowed. */
function wrongFilter(argument: GraphQLArgument, value: Record<string, unknown>, random: Random): unknown {
  const fields = (
    getNamedType(argument.type) as never as { getFields(): Record<string, GraphQLArgument> }
  ).getFields();
  const candidates = Object.keys(value).filter((name) =>
    ['ID', 'String'].includes(getNamedType(fields[name]!.type).name),
  );
  if (candidates.length === 0) return undefined;
  const name = random.pick(candidates);
  const { type } = fields[name]!;
  if (getNamedType(type).name === 'ID') return { ...value, [name]: wrongId(random) };
  const isList = isListType(getNullableType(type));
  const wrong =
    random.chance(0.5) && isList ? Array.from({ length: 201 }, (_, index) => `X-${index}`) : 'a\u0000b';
  return { ...value, [name]: wrong };
}
