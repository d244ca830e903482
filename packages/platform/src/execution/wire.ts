import {
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { ProblemError } from '../contract/problem.js';
import type { OneRead } from '../contract/reads.js';
import type { Composition } from '../composition/compose.js';
import type { DeclaredRead } from '../composition/build-schema.js';
import { refusal } from '../access/operation-ring.js';
import { encodeGlobalId, localId } from '../reading/global-id.js';
import type { PageArguments } from '../reading/connection.js';
import { ENTITY, idOf, type Row } from '../reading/row.js';
import { cleanInput } from './clean-input.js';
import { idempotently } from './idempotency.js';
import type { Operation } from './operation.js';

type Resolve = (source: unknown, args: Record<string, unknown>, operation: Operation, info: GraphQLResolveInfo) => unknown;

/** Says why a plugin's fields answer null, or nothing while it serves. */
export type Availability = (plugin: string) => ProblemError | null;

/**
 * Attaches to every field of the unified schema what runs when it is selected: the rule first, then the reader, the
 * author's code or the plain property. After this the schema executes with graphql-js as it is.
 */
export function wireSchema(composition: Composition, availability: Availability): void {
  const { schema, entityOfType } = composition;
  const typeOfEntity = new Map([...entityOfType].map(([type, entity]) => [entity, type]));
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: unknown) => typeOfEntity.get((value as Row)[ENTITY] ?? '');
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) wireField(composition, type, field, availability);
  }
}

function wireField(composition: Composition, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, availability: Availability): void {
  const coordinate = `${type.name}.${field.name}`;
  const rule = composition.rules.indexOf(coordinate)!;
  const inner = guardAvailability(composition, type, coordinate, produce(composition, type, field), availability);
  const resolve: Resolve = (source, args, operation, info) => {
    if (!operation.flags[rule]) throw refusal(coordinate, operation.caller.userId !== null);
    return inner(source, args, operation, info);
  };
  field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
}

/** What gives a field its value, whatever the caller's rights. */
function produce(composition: Composition, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Resolve {
  const coordinate = `${type.name}.${field.name}`;
  const declared = composition.declared.get(coordinate);
  if (declared) return rooted(type, field, readDeclared(composition, declared));
  const isEntity = composition.entityOfType.has(type.name);
  if (isEntity && field.name === 'id') return (source) => encodeGlobalId(type.name, (source as Row).id);
  const authored = composition.resolved.has(coordinate) ? (field.resolve as unknown as Resolve | undefined) : undefined;
  const value = rooted(type, field, authored ?? ((source) => (source as Record<string, unknown>)[field.name]));
  const entity = composition.entityOfType.get(getNamedType(field.type).name);
  return entity ? followed(value, entity, field.type) : value;
}

function readDeclared(composition: Composition, declared: DeclaredRead): Resolve {
  switch (declared.kind) {
    case 'list':
      return (source, args, operation, info) =>
        operation.read.list(declared.read, args as PageArguments, info, operation.dateFor(source, info));
    case 'many':
      return (source, args, operation, info) =>
        operation.read.many(declared.relation, (source as Row).id, args as PageArguments, info, operation.dateFor(source, info));
    case 'one':
      return (source, args, operation, info) =>
        operation.read.one(declared.read, identify(composition, declared.read, args), info, operation.dateFor(source, info));
  }
}

/** Arguments that identify an entity, global ids turned into row ids. */
function identify(composition: Composition, read: OneRead, args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plan = composition.readModel.plans.get(read.entity.name)!;
  const typeOf = (entity: string): string => composition.readModel.plans.get(entity)?.typeName ?? entity;
  return Object.fromEntries(
    read.by.map((property) => {
      const target = property === 'id' ? plan.name : plan.columns.get(property)!.references;
      return [property, target ? localId(typeOf(target), String(args[property]), property) : args[property]];
    }),
  );
}

/**
 * A field whose type is an entity may be given as an id, a row or a MikroORM entity, or as a list of them; all become
 * rows of the reader, so that there is one way an entity is read.
 */
function followed(value: Resolve, entity: string, type: GraphQLOutputType): Resolve {
  const many = isListType(isNonNullType(type) ? type.ofType : type);
  return async (source, args, operation, info) => {
    const given = await value(source, args, operation, info);
    if (given === null || given === undefined) return null;
    const follow = (one: unknown): unknown => {
      if (one !== null && typeof one === 'object' && ENTITY in one) return one;
      const id = idOf(one);
      return id === null ? null : operation.read.toOne(entity, id, info, operation.dateFor(source, info));
    };
    return many ? Promise.all((given as unknown[]).map(follow)) : follow(given);
  };
}

/** Root fields clean their arguments and set the date; mutations run in a savepoint, once for each idempotency key. */
function rooted(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, resolve: Resolve): Resolve {
  if (type.name !== 'Query' && type.name !== 'Mutation') return resolve;
  const prepared: Resolve = (source, args, operation, info) => {
    const clean = cleanInput(args, '');
    if (typeof clean['asOf'] === 'string') operation.setRootDate(info, clean['asOf']);
    return resolve(source, clean, operation, info);
  };
  if (type.name === 'Query') return prepared;
  return (source, args, operation, info) => {
    operation.read.forget();
    return operation.session.savepoint(() =>
      idempotently(operation, field.name, args, async () => {
        const result = await prepared(source, args, operation, info);
        await operation.session.em.flush();
        return result;
      }),
    );
  };
}

/** Fields that lead into a plugin that does not serve answer with its error. */
function guardAvailability(
  composition: Composition,
  type: GraphQLObjectType,
  coordinate: string,
  resolve: Resolve,
  availability: Availability,
): Resolve {
  const owner = composition.owners.fields.get(coordinate)!;
  const leadsIn = type.name === 'Query' || type.name === 'Mutation' || owner !== composition.owners.types.get(type.name);
  if (!leadsIn) return resolve;
  return (source, args, operation, info) => {
    const problem = availability(owner);
    if (problem) throw problem;
    return resolve(source, args, operation, info);
  };
}
