import 'reflect-metadata';
import { Field, ID, Int, InterfaceType, ObjectType, getMetadataStorage } from 'type-graphql';
import type { ListOptions } from '../contract/reads.js';
import { ProblemError } from '../contract/problem.js';
import type { ClassType } from '../contract/translated.js';
import { decodeCursor, encodeCursor, type CursorPosition } from './cursor.js';
import type { EntityPlan } from './entity-plan.js';
import type { Row } from './row.js';
import type { Ordering } from './statements.js';

/** The largest page, and the page where `first` is not given. */
export const MAX_PAGE = 200;
export const DEFAULT_PAGE = 50;

/** Everything that has a global id. */
@InterfaceType({
  description: 'Everything that has a global id and can be fetched again by it.',
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, { description: 'Global id: opaque, stable, unique over all types.' })
  id!: unknown;
}

@ObjectType({ description: 'Where a page stands in its list (Relay connection specification).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are rows after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether this page was reached with `after`, so that rows stand before it.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row, to give as `after` for the next page.',
  })
  endCursor!: string | null;
}

const connections = new Map<ClassType, ClassType>();
const pageClasses = new Set<unknown>();

/** Whether {@link connectionOf} made the class. */
export const isPageClass = (target: unknown): boolean => pageClasses.has(target);

/** The classes {@link connectionOf} has made a connection for, of every plugin that was ever loaded. */
export const connectedClasses = (): Iterable<ClassType> => connections.keys();

/**
 * The Relay connection type of an entity, for resolvers that return one themselves. The same class for the same
 * entity, always.
 */
export function connectionOf(entity: ClassType): ClassType {
  const known = connections.get(entity);
  if (known) return known;
  const name = getMetadataStorage().objectTypes.find((type) => type.target === entity)?.name;
  if (!name) throw new Error(`connectionOf(${entity.name}): the class has no @ObjectType decorator.`);

  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with the cursor that marks its place.` })
  class Edge {
    @Field(() => String, { description: 'Marks the place of this row in the list; opaque.' })
    cursor!: string;
    @Field(() => entity as never, { description: `The ${name} at this place of the list.` })
    node!: unknown;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [Edge], { description: 'The rows of this page with their cursors.' })
    edges!: Edge[];
    @Field(() => [entity as never], {
      description: 'The rows of this page, for clients that need no cursors.',
    })
    nodes!: unknown[];
    @Field(() => PageInfo, { description: 'How to go on to the next page.' })
    pageInfo!: PageInfo;
    @Field(() => Int, {
      nullable: true,
      description: 'How many rows the whole list has that the caller may see.',
    })
    totalCount!: number | null;
  }

  pageClasses.add(Edge).add(ConnectionType);
  connections.set(entity, ConnectionType);
  return ConnectionType;
}

/** The arguments of every connection field. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  orderBy?: string | null;
  filter?: Readonly<Record<string, unknown>> | null;
}

/** A page as it is returned. */
export interface Connection {
  edges: { cursor: string; node: Row }[];
  nodes: Row[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

/** What a page asks for, checked. */
export interface CheckedPage {
  readonly ordering: Ordering;
  readonly orderKey: string;
  readonly after: CursorPosition | null;
  readonly limit: number;
}

/** GraphQL enum value for an ordering: `validFrom` descending → `VALID_FROM_DESC`. */
export const orderValue = (property: string, descending: boolean): string =>
  `${property.replace(/([A-Z])/g, '_$1').toUpperCase()}_${descending ? 'DESC' : 'ASC'}`;

/**
 * How many rows a page may have, given back: for lists that are no connection, so that all say the same.
 * @throws ProblemError BAD_USER_INPUT for `first` out of 0..200.
 */
export function requirePageSize(first: number): number {
  if (first < 0 || first > MAX_PAGE)
    throw new ProblemError('BAD_USER_INPUT', { field: 'first', given: first, allowed: `0..${MAX_PAGE}` });
  return first;
}

/**
 * Checks page arguments.
 * @throws ProblemError BAD_USER_INPUT for `first` out of 0..200 or a cursor of another list.
 */
export function pageRequest(plan: EntityPlan, options: ListOptions, args: PageArguments): CheckedPage {
  const limit = requirePageSize(args.first ?? DEFAULT_PAGE);
  const { ordering, orderKey } = chooseOrdering(options, args.orderBy ?? null);
  const order = `${plan.key}:${orderKey}`;
  return { ordering, orderKey: order, limit, after: args.after ? decodeCursor(args.after, order) : null };
}

function chooseOrdering(
  options: ListOptions,
  orderBy: string | null,
): { ordering: Ordering; orderKey: string } {
  const properties = options.order ?? [];
  for (const property of properties) {
    for (const descending of [false, true]) {
      const orderKey = orderValue(property, descending);
      if (orderKey === orderBy) return { ordering: { property, descending }, orderKey };
    }
  }
  const property = properties[0] ?? 'id';
  const descending = options.descending ?? false;
  return { ordering: { property, descending }, orderKey: orderValue(property, descending) };
}

/**
 * Makes the page of what was read: `limit + 1` rows, the last of which only tells that there are more.
 * @param tag Marks each row that is shown; the last is not.
 */
export function connectionFrom(
  rows: readonly Row[],
  page: CheckedPage,
  totalCount: number | null,
  tag: (row: Row) => Row,
): Connection {
  const nodes = rows.slice(0, page.limit).map(tag);
  const edges = nodes.map((node) => ({
    cursor: encodeCursor({
      order: page.orderKey,
      value: (node.$order as string | null) ?? null,
      id: node.id,
    }),
    node,
  }));
  return {
    edges,
    nodes,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > page.limit,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
