import { getMetadataStorage } from 'type-graphql';
import type { ClassType } from '../contract/translated.js';
import type { Plugin } from '../contract/plugin.js';

/** The kinds of named types a class or enum can be. */
export interface NamedClass {
  readonly name: string;
  readonly target: unknown;
}

const storage = () => getMetadataStorage();

/** GraphQL name of a class with `@ObjectType`, `@InputType` or `@InterfaceType`, or of a registered enum. */
export function namedClassOf(target: unknown): NamedClass | undefined {
  const { objectTypes, inputTypes, interfaceTypes, enums } = storage();
  const found = [...objectTypes, ...inputTypes, ...interfaceTypes].find((type) => type.target === target);
  if (found) return { name: found.name, target };
  const enumType = enums.find((candidate) => candidate.enumObj === target);
  return enumType ? { name: enumType.name, target } : undefined;
}

/** GraphQL name of an object type class. */
export function objectTypeName(target: ClassType): string | undefined {
  return storage().objectTypes.find((type) => type.target === target)?.name;
}

/** Root fields a plugin's resolver classes define. */
export function rootFieldsOf(plugin: Plugin): { operation: 'Query' | 'Mutation'; name: string }[] {
  const resolvers = new Set<unknown>(plugin.graphql?.resolvers ?? []);
  const { queries, mutations } = storage();
  return [
    ...queries.filter((query) => resolvers.has(query.target)).map((query) => ({ operation: 'Query' as const, name: query.schemaName })),
    ...mutations
      .filter((mutation) => resolvers.has(mutation.target))
      .map((mutation) => ({ operation: 'Mutation' as const, name: mutation.schemaName })),
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

/** The object type class of a field resolver: its own thunk, or the one of its resolver class. */
function objectTypeOf(field: { target: unknown; getObjectType?: () => unknown }): ClassType | undefined {
  const thunk =
    field.getObjectType ?? storage().resolverClasses.find((candidate) => candidate.target === field.target)?.getObjectType;
  try {
    return thunk?.() as ClassType | undefined;
  } catch {
    // `@Resolver()` without a type: type-graphql's thunk throws, and there is no field resolver to own.
    return undefined;
  }
}

/** Every named class and enum a plugin's manifest reaches, breadth first, in a stable order. */
export function reachedClasses(plugin: Plugin): NamedClass[] {
  const { queries, mutations, fieldResolvers, fields, params, argumentTypes } = storage();
  const resolvers = new Set<unknown>(plugin.graphql?.resolvers ?? []);
  const seen = new Set<unknown>();
  const found: NamedClass[] = [];
  const queue: unknown[] = [
    ...(plugin.data?.entities ?? []),
    ...(plugin.graphql?.types ?? []),
    ...queries.filter((q) => resolvers.has(q.target)).map((q) => resolve(q.getReturnType)),
    ...mutations.filter((m) => resolvers.has(m.target)).map((m) => resolve(m.getReturnType)),
    ...fieldResolvers.filter((f) => resolvers.has(f.target) && f.getType).map((f) => resolve(f.getType!)),
    ...params.filter((p) => resolvers.has(p.target) && 'getType' in p).map((p) => resolve((p as { getType: () => unknown }).getType)),
  ];
  while (queue.length > 0) {
    const target = queue.shift();
    if (target === undefined || target === null || seen.has(target)) continue;
    seen.add(target);
    const named = namedClassOf(target);
    if (named) found.push(named);
    if (named || argumentTypes.some((type) => type.target === target)) {
      queue.push(...fields.filter((field) => field.target === target).map((field) => resolve(field.getType)));
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
