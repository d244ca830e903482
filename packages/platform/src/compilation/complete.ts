import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  locatedError,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLError,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { ProblemError } from '../contract/problem.js';

/** A place in the answer, as graphql-js writes it. */
export type Path = GraphQLResolveInfo['path'];

export const pathBelow = (prev: Path | undefined, key: string | number, typename?: string): Path => ({
  prev,
  key,
  typename,
});

/** What failed, at its place: the error of its code, or the one graphql-js would give. */
export function failedAt(error: unknown, nodes: readonly FieldNode[], path: Path): GraphQLError {
  const keys: (string | number)[] = [];
  for (let step: Path | undefined = path; step; step = step.prev) keys.push(step.key);
  return locatedError(error, nodes, keys.reverse());
}

/** An object that is there; it becomes a part of the answer at its place. */
export type Found = (path: Path) => Promise<unknown>;

/** Where a value stands and how what is inside it is made. */
export interface Place {
  readonly coordinate: string;
  readonly nodes: readonly FieldNode[];
  readonly info: GraphQLResolveInfo;
  /** What is known of an object before its own place is: for a row, that it is there. Null where there is none. */
  readonly find: (type: GraphQLObjectType, value: object | number) => Found | null | Promise<Found | null>;
  /** The object type a value of an interface or a union has. */
  readonly typeOf: (
    type: GraphQLAbstractType,
    value: unknown,
    info: GraphQLResolveInfo,
  ) => GraphQLObjectType | Promise<GraphQLObjectType>;
  /** Whether objects of the type are rows: whoever may not see one does not see that it is missing. */
  readonly isRow: (type: GraphQLNamedType) => boolean;
  /** Notes an error where null may stand for the value. */
  readonly note: (error: GraphQLError) => void;
}

/**
 * A value as the answer shows it: CompleteValue of the GraphQL specification (section 6.4.3). Null that must not be,
 * and what throws, goes up to the nearest place that may be null.
 */
export async function complete(
  place: Place,
  type: GraphQLOutputType,
  given: unknown,
  path: Path,
): Promise<unknown> {
  const value = await given;
  if (value instanceof Error) throw value;
  if (isNonNullType(type)) {
    const inner = await complete(place, type.ofType as GraphQLOutputType, value, path);
    if (inner !== null) return inner;
    if (value !== null && value !== undefined && place.isRow(getNamedType(type)))
      throw new ProblemError('NOT_FOUND', { field: place.coordinate });
    throw new Error(`Cannot return null for non-nullable field ${place.coordinate}.`);
  }
  if (value === null || value === undefined) return null;
  if (isListType(type)) return completeList(place, type.ofType as GraphQLOutputType, value, path);
  if (isLeafType(type)) return leaf(type, value);
  const found = await find(place, type as GraphQLCompositeType, value);
  return found && found(path);
}

async function find(place: Place, type: GraphQLCompositeType, value: unknown): Promise<Found | null> {
  const object = isAbstractType(type) ? await place.typeOf(type, value, place.info) : type;
  return place.find(object, value as object | number);
}

async function completeList(
  place: Place,
  type: GraphQLOutputType,
  value: unknown,
  path: Path,
): Promise<unknown[]> {
  if (typeof value !== 'object' || !(Symbol.iterator in (value as object))) {
    throw new Error(`Expected Iterable, but did not find one for field "${place.coordinate}".`);
  }
  const items = [...(value as Iterable<unknown>)];
  const named = getNamedType(type);
  if (!place.isRow(named))
    return Promise.all(
      items.map((item, index) =>
        completeItem(place, type, () => complete(place, type, item, pathBelow(path, index)), index, path),
      ),
    );
  // Rows that are not there are not in the list, so a row's place is known when all have been looked for.
  const rows = await Promise.all(
    items.map((item) =>
      item === null || item === undefined ? null : find(place, named as GraphQLCompositeType, item),
    ),
  );
  return Promise.all(
    rows
      .filter((row) => row !== null)
      .map((row, index) => completeItem(place, type, () => row(pathBelow(path, index)), index, path)),
  );
}

async function completeItem(
  place: Place,
  type: GraphQLOutputType,
  make: () => Promise<unknown>,
  index: number,
  path: Path,
): Promise<unknown> {
  try {
    return await make();
  } catch (error) {
    const located = failedAt(error, place.nodes, pathBelow(path, index));
    if (isNonNullType(type)) throw located;
    place.note(located);
    return null;
  }
}

function leaf(type: GraphQLLeafType, value: unknown): unknown {
  const serialized: unknown = type.serialize(value);
  if (serialized === null || serialized === undefined) {
    throw new Error(`Expected \`${String(type)}.serialize(…)\` to return a value for ${typeof value}.`);
  }
  return serialized;
}
