import { getNamedType, isEnumType, type GraphQLField } from 'graphql';
import type { Eyes } from './eyes.js';
import type { Graph } from './graph.js';

/** The values of a list’s `orderBy` that somebody may give. */
export function ordersOf(field: GraphQLField<unknown, unknown>, eyes: Eyes): string[] {
  const argument = field.args.find(({ name }) => name === 'orderBy');
  const type = argument && getNamedType(argument.type);
  if (!isEnumType(type)) return [];
  return type
    .getValues()
    .map(({ name }) => name)
    .filter((value) => eyes.mayGive(`${type.name}.${value}`));
}

/** What the cursors of a list say they are cursors of; undefined for a list that an author’s code makes. */
export function cursorOrder(
  graph: Graph,
  coordinate: string,
  rowType: string,
  orderBy: string | undefined,
  eyes: Eyes,
): string | undefined {
  const read = graph.declared(coordinate);
  const plan = graph.planOf(rowType);
  if (!read || !plan) return undefined;
  const first = read.order?.[0];
  const usual = first !== undefined && eyes.mayRead(`${rowType}.${first}`) ? first : 'id';
  return `${plan.key}:${orderBy ?? orderValue(usual, read.descending ?? false)}`;
}

const orderValue = (property: string, descending: boolean): string =>
  `${property.replace(/([A-Z])/g, '_$1').toUpperCase()}_${descending ? 'DESC' : 'ASC'}`;
