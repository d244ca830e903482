import {
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { ProblemError } from '../contract/problem.js';
import type { Composition } from '../composition/compose.js';
import { argumentCheck, type ArgumentCheck } from '../access/argument-check.js';
import { refusal } from '../access/operation-ring.js';
import { decodeGlobalId, encodeGlobalId } from '../reading/global-id.js';
import { ENTITY, idOf, mayShow, type Row } from '../reading/row.js';
import { cleanInput } from './clean-input.js';
import { readDeclared } from './declared-fields.js';
import { idempotently } from './idempotency.js';
import type { Availability } from './lifecycle.js';
import type { Operation } from './operation.js';

/** What runs when a field is selected. */
export type Resolve = (
  source: unknown,
  args: Record<string, unknown>,
  operation: Operation,
  info: GraphQLResolveInfo,
) => unknown;

/** How a field of an object type is answered. */
export interface WiredField {
  /** The plugin whose state decides whether it is answered at all. */
  readonly entrance: string | undefined;
  readonly checkArguments: ArgumentCheck | undefined;
  /** Its rule, its plugin and its arguments looked at, then its value, entities as whatever its author named them by. */
  readonly value: Resolve;
}

/** How each field is answered, by `Type.field`. */
export type Wiring = ReadonlyMap<string, WiredField>;

/**
 * Attaches to every field of the unified schema what runs when it is selected: the rules first, then the reader, the
 * author's code or the plain property. After this the schema executes with graphql-js as it is.
 */
export function wireSchema(composition: Composition, availability: Availability): Wiring {
  const { schema, entityOfType } = composition;
  const typeOfEntity = new Map([...entityOfType].map(([type, entity]) => [entity, type]));
  const wiring = new Map<string, WiredField>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) wireAbstract(type, typeOfEntity);
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      wiring.set(`${type.name}.${field.name}`, wireField(composition, type, field, availability));
    }
  }
  return wiring;
}

/** A row tells its own type; of other values the author's union or interface knows. */
function wireAbstract(type: GraphQLAbstractType, typeOfEntity: ReadonlyMap<string, string>): void {
  const authored = type.resolveType;
  type.resolveType = (value: unknown, context, info, abstract) =>
    typeOfEntity.get((value as Row)[ENTITY] ?? '') ?? authored?.(value, context, info, abstract);
}

/**
 * Nothing of a field runs before its rule, its plugin's state and its arguments have been looked at, and there is no
 * way by: a field without a rule is refused, too.
 */
function wireField(
  composition: Composition,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  availability: Availability,
): WiredField {
  const coordinate = `${type.name}.${field.name}`;
  const rule = composition.rules.indexOf(coordinate)!;
  const checkArguments = argumentCheck(coordinate, field, composition.rules);
  const entrance = entranceOf(composition, type, coordinate);
  const condition = composition.readModel.conditioned.has(coordinate) ? mayShow(field.name) : undefined;
  const guarded =
    (produced: Resolve): Resolve =>
    (source, args, operation, info) => {
      const signedIn = operation.caller.userId !== null;
      if (!operation.flags[rule]) throw refusal(coordinate, signedIn, composition.rules);
      const unavailable = entrance && availability(entrance);
      if (unavailable) throw unavailable;
      const clean = field.args.length > 0 ? cleanInput(args, '') : args;
      const refused = checkArguments?.(clean, operation.flags);
      if (refused) throw refusal(refused, signedIn, composition.rules);
      if (condition && (source as Row)[condition] !== true) throw refusal(coordinate, signedIn);
      return produced(source, clean, operation, info);
    };
  const { value, entity } = produce(composition, type, field);
  const named = coordinate === 'Query.node' ? nodeReference : value;
  const resolve = entity ? followed(value, entity, coordinate, field.type) : value;
  field.resolve = guarded(resolve) as GraphQLFieldResolver<unknown, unknown>;
  return { entrance, checkArguments, value: guarded(named) };
}

/** What a global id names, to be read by whoever knows what is asked of it. */
const nodeReference: Resolve = (_source, { id }, operation) => {
  const named = decodeGlobalId(String(id));
  return named && operation.referenceTo(named.type, named.id);
};

/** The plugin that a field leads into: a root field's, or that of a field added to another plugin's type. */
function entranceOf(
  { owners }: Composition,
  type: GraphQLObjectType,
  coordinate: string,
): string | undefined {
  const owner = owners.fields.get(coordinate);
  const isRoot = type.name === 'Query' || type.name === 'Mutation';
  return isRoot || owner !== owners.types.get(type.name) ? owner : undefined;
}

/** What gives a field its value, whatever the caller's rights; and the entity it is, where rows of one are to be read. */
function produce(
  composition: Composition,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): { value: Resolve; entity?: string } {
  const coordinate = `${type.name}.${field.name}`;
  const declared = composition.declared.get(coordinate);
  if (declared) return { value: atRoot(type, field, readDeclared(composition, declared)) };
  const isEntity = composition.entityOfType.has(type.name);
  if (isEntity && field.name === 'id')
    return { value: (source) => encodeGlobalId(type.name, (source as Row).id) };
  const authored = composition.resolved.has(coordinate)
    ? (field.resolve as unknown as Resolve | undefined)
    : undefined;
  const value = authored ?? ((source) => (source as Record<string, unknown>)[field.name]);
  return {
    value: atRoot(type, field, value),
    entity: composition.entityOfType.get(getNamedType(field.type).name),
  };
}

/** Root fields set the date for everything below them; those that change something do it wholly or not at all. */
function atRoot(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, resolve: Resolve): Resolve {
  if (type.name !== 'Query' && type.name !== 'Mutation') return resolve;
  const run = type.name === 'Query' ? resolve : changing(field.name, resolve);
  return (source, args, operation, info) => {
    if (typeof args['asOf'] === 'string') operation.setRootDate(info, args['asOf']);
    return run(source, args, operation, info);
  };
}

/** A change happens wholly or not at all, once for each idempotency key, and sees nothing that was read before it. */
function changing(name: string, resolve: Resolve): Resolve {
  return (source, args, operation, info) => {
    operation.read.forget();
    return operation.whole(() =>
      idempotently(operation, name, args, async () => {
        const result = await resolve(source, args, operation, info);
        await operation.session.em.flush();
        operation.read.forget();
        return result;
      }),
    );
  };
}

/**
 * A field whose type is an entity may be given as an id, a row or a MikroORM entity, or as a list of them; all become
 * rows of the reader, so that there is one way an entity is read. Rows the caller may not see are not in a list; where
 * there has to be one, it is not found.
 */
function followed(value: Resolve, entity: string, coordinate: string, type: GraphQLOutputType): Resolve {
  const required = isNonNullType(type);
  const many = isListType(required ? type.ofType : type);
  return async (source, args, operation, info) => {
    const given = await value(source, args, operation, info);
    if (given === null || given === undefined) return null;
    const follow = (one: unknown): unknown => {
      if (one !== null && typeof one === 'object' && ENTITY in one) return one;
      const id = idOf(one);
      return id === null ? null : operation.read.toOne(entity, id, info, operation.dateFor(source, info));
    };
    if (many) return (await Promise.all((given as unknown[]).map(follow))).filter((row) => row !== null);
    const row = await follow(given);
    if (row === null && required) throw new ProblemError('NOT_FOUND', { field: coordinate });
    return row;
  };
}
