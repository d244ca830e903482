import { getMetadataStorage } from 'type-graphql';
import type { ClassType } from '../contract/translated.js';
import type { Plugin } from '../contract/plugin.js';
import { connectionOf } from '../reading/connection.js';
import { GrowingIndex } from './growing-index.js';

/** The kinds of named types a class or enum can be. */
export interface NamedClass {
  readonly name: string;
  readonly target: unknown;
}

const storage = () => getMetadataStorage();

/** type-graphql's storage is lists that only grow of everything in the process; a class is asked for many times. */
const byTarget = new GrowingIndex<{ readonly target?: unknown }>(({ target }) => target);
const byEnum = new GrowingIndex<{ readonly enumObj: unknown }>(({ enumObj }) => enumObj);
const bySymbol = new GrowingIndex<{ readonly symbol: unknown }>(({ symbol }) => symbol);

/** The first that a list of the storage has of a class. */
const firstOf = <T extends { readonly target?: unknown }>(list: readonly T[], target: unknown) =>
  byTarget.first(list, target) as T | undefined;

/** All that a list of the storage has of a class. */
const allOf = <T extends { readonly target?: unknown }>(list: readonly T[], target: unknown) =>
  byTarget.all(list, target) as readonly T[];

const firstUnion = <T extends { readonly symbol: unknown }>(list: readonly T[], symbol: unknown) =>
  bySymbol.first(list, symbol) as T | undefined;

/** GraphQL name of a class with `@ObjectType`, `@InputType` or `@InterfaceType`, of a registered enum or union. */
export function namedClassOf(target: unknown): NamedClass | undefined {
  const { objectTypes, inputTypes, interfaceTypes, enums, unions } = storage();
  const found =
    firstOf(objectTypes, target) ??
    firstOf(inputTypes, target) ??
    firstOf(interfaceTypes, target) ??
    (byEnum.first(enums, target) as (typeof enums)[number] | undefined) ??
    firstUnion(unions, target);
  return found && { name: found.name, target };
}

/** GraphQL name of an object type class. */
export function objectTypeName(target: ClassType): string | undefined {
  return firstOf(storage().objectTypes, target)?.name;
}

/** Root fields a plugin's resolver classes define. */
export function rootFieldsOf(
  plugin: Plugin,
): { operation: 'Query' | 'Mutation'; name: string; resolver: unknown }[] {
  const resolvers = new Set<unknown>(plugin.graphql?.resolvers ?? []);
  const { queries, mutations } = storage();
  return [
    ...queries
      .filter((query) => resolvers.has(query.target))
      .map((query) => ({ operation: 'Query' as const, name: query.schemaName, resolver: query.target })),
    ...mutations
      .filter((mutation) => resolvers.has(mutation.target))
      .map((mutation) => ({
        operation: 'Mutation' as const,
        name: mutation.schemaName,
        resolver: mutation.target,
      })),
  ];
}

/** A field with JavaScript of its own that a plugin's resolver classes put on an object type. */
export interface ResolvedField {
  readonly type: string;
  readonly field: string;
  readonly resolver: unknown;
}

/** Every field resolver in storage with the resolver class it came from, installed or not. */
export function allResolvedFields(): ResolvedField[] {
  return storage()
    .fieldResolvers.filter((field) => field.kind === 'external')
    .flatMap((field) => {
      const target = objectTypeOf(field);
      const type = target && objectTypeName(target);
      return type ? [{ type, field: field.schemaName, resolver: field.target }] : [];
    });
}

/** The fields a class declares itself, by their GraphQL names. */
export function declaredFields(target: unknown): string[] {
  return allOf(storage().fields, target).map((field) => field.schemaName);
}

/**
 * Runs `build` with a storage that knows only the resolvers given. type-graphql's storage is global to the process,
 * and keeps in every type the fields that resolvers have added to it in earlier builds.
 */
export function withResolvers<T>(resolvers: readonly ClassType[], build: () => T): T {
  const store = storage();
  const all = store.fieldResolvers;
  const installed = (target: unknown): boolean =>
    resolvers.some((one) => one === target || Object.prototype.isPrototypeOf.call(target as object, one));
  for (const type of [...store.objectTypes, ...store.interfaceTypes]) type.fields = undefined;
  store.fieldResolvers = all.filter(({ kind, target }) => kind === 'internal' || installed(target));
  try {
    return build();
  } finally {
    store.fieldResolvers = all;
  }
}

/** The object type class of a field resolver: its own thunk, or the one of its resolver class. */
function objectTypeOf(field: { target: unknown; getObjectType?: () => unknown }): ClassType | undefined {
  const thunk = field.getObjectType ?? firstOf(storage().resolverClasses, field.target)?.getObjectType;
  try {
    return thunk?.() as ClassType | undefined;
  } catch {
    // `@Resolver()` without a type: type-graphql's thunk throws, and there is no field resolver to own.
    return undefined;
  }
}

/** Every named class and enum a plugin's manifest reaches, breadth first, in a stable order. */
export function reachedClasses(plugin: Plugin): NamedClass[] {
  const { queries, mutations, fieldResolvers, fields, params, argumentTypes, objectTypes, unions } =
    storage();
  const resolvers = new Set<unknown>(plugin.graphql?.resolvers ?? []);
  const argumentsOf = (target: unknown): unknown[] =>
    allOf(params, target).flatMap((param) => ('getType' in param ? [resolve(param.getType!)] : []));
  const seen = new Set<unknown>();
  const found: NamedClass[] = [];
  const entities = plugin.data?.entities ?? [];
  const queue: unknown[] = [
    ...entities,
    ...entities.filter(objectTypeName).map(connectionOf),
    ...(plugin.graphql?.types ?? []),
    ...queries.filter((q) => resolvers.has(q.target)).map((q) => resolve(q.getReturnType)),
    ...mutations.filter((m) => resolvers.has(m.target)).map((m) => resolve(m.getReturnType)),
    ...fieldResolvers.filter((f) => resolvers.has(f.target) && f.getType).map((f) => resolve(f.getType!)),
    ...[...resolvers].flatMap(argumentsOf),
  ];
  while (queue.length > 0) {
    const target = queue.shift();
    if (target === undefined || target === null || seen.has(target)) continue;
    seen.add(target);
    const named = namedClassOf(target);
    if (named) found.push(named);
    if (named || firstOf(argumentTypes, target)) {
      queue.push(...allOf(fields, target).map((field) => resolve(field.getType)));
      queue.push(...argumentsOf(target));
      queue.push(...(firstOf(objectTypes, target)?.interfaceClasses ?? []));
      queue.push(...(firstUnion(unions, target)?.getClassTypes() ?? []));
    }
  }
  return found;
}

/** What a type thunk gives, unwrapped from lists; nothing where it cannot say yet. */
function resolve(thunk: (...args: never[]) => unknown): unknown {
  try {
    let type: unknown = (thunk as () => unknown)();
    while (Array.isArray(type)) type = type[0];
    return type;
  } catch {
    return undefined;
  }
}
