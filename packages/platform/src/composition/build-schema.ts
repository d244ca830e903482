import 'reflect-metadata';
import {
  GraphQLEnumType,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  getNamedType,
  isInputType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputFieldConfigMap,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import type { Plugin } from '../contract/plugin.js';
import type { ListOptions, ListRead, ManyRelation, OneRead } from '../contract/reads.js';
import type { ClassType } from '../contract/translated.js';
import { DateScalar, DecimalScalar, scalarsMap } from '../contract/scalars.js';
import { filterArguments, filterShape } from '../reading/filters.js';
import type { EntityPlan } from '../reading/entity-plan.js';
import { DEFAULT_PAGE, MAX_PAGE, PageInfo, connectionOf, orderValue } from '../reading/connection.js';
import { allResolvedFields, objectTypeName } from './class-metadata.js';
import { NodeResolver } from './node-resolver.js';

/** A field the platform reads by itself, with what it needs to know to do so. */
export type DeclaredRead =
  | { readonly kind: 'list'; readonly read: ListRead }
  | { readonly kind: 'one'; readonly read: OneRead }
  | { readonly kind: 'many'; readonly relation: ManyRelation };

/** The unified schema before rules and resolvers are attached, with who owns what. */
export interface BuiltSchema {
  readonly schema: GraphQLSchema;
  /** `Type.field` → how the platform reads it. */
  readonly declared: ReadonlyMap<string, DeclaredRead>;
  /** `Type.field` of fields that run an author's JavaScript. */
  readonly resolved: ReadonlySet<string>;
}

/** Plans by class name; only property names and types matter here. */
type Plans = ReadonlyMap<string, EntityPlan>;

/**
 * One schema of all plugins: type-graphql makes what classes say, then the declared reads, relations and temporal
 * fields are added, and what belongs to classes of plugins that are not installed is taken out again
 * (type-graphql's storage is global to the process).
 */
export function buildUnifiedSchema(plugins: readonly Plugin[], plans: Plans): BuiltSchema {
  const base = buildSchemaSync({
    resolvers: [NodeResolver, ...plugins.flatMap((plugin) => plugin.graphql?.resolvers ?? [])] as unknown as NonEmptyArray<Function>,
    orphanedTypes: orphanedTypes(plugins),
    scalarsMap,
    validate: false,
    skipCheck: true,
  });
  const builder = new SchemaBuilder(base, plans);
  builder.dropFieldsOfAbsentPlugins(plugins);
  for (const plugin of plugins) {
    builder.addTemporalFields(plugin);
    builder.addRelations(plugin);
    builder.addReads(plugin);
  }
  return builder.finish(plugins);
}

function orphanedTypes(plugins: readonly Plugin[]): Function[] {
  const entities = plugins.flatMap((plugin) => plugin.data?.entities ?? []).filter((entity) => objectTypeName(entity));
  return [...entities, ...entities.map(connectionOf), ...plugins.flatMap((plugin) => plugin.graphql?.types ?? []), PageInfo] as unknown as Function[];
}

class SchemaBuilder {
  readonly #types: Record<string, GraphQLNamedType>;
  readonly #declared = new Map<string, DeclaredRead>();

  constructor(
    private readonly base: GraphQLSchema,
    private readonly plans: Plans,
  ) {
    this.#types = { ...base.getTypeMap() };
    this.#types['Date'] ??= DateScalar;
    this.#types['Decimal'] ??= DecimalScalar;
  }

  dropFieldsOfAbsentPlugins(plugins: readonly Plugin[]): void {
    const installed = new Set<unknown>([NodeResolver, ...plugins.flatMap((plugin) => plugin.graphql?.resolvers ?? [])]);
    const resolved = allResolvedFields();
    for (const { type, field, resolver } of resolved) {
      const another = resolved.some((other) => other.type === type && other.field === field && installed.has(other.resolver));
      if (installed.has(resolver) || another) continue;
      const object = this.#types[type];
      // A resolver of a field the class itself declares only adds code; the field stays.
      if (isObjectType(object) && !declaredByClass(type, field)) delete object.getFields()[field];
    }
  }

  addTemporalFields(plugin: Plugin): void {
    for (const entity of plugin.data?.temporal ?? []) {
      const owner = this.#object(objectTypeName(entity.entity)!);
      const version = this.#object(objectTypeName(entity.versions)!);
      for (const name of entity.fields) {
        const field = version.getFields()[name];
        if (field) owner.getFields()[name] = { ...field, resolve: undefined };
      }
    }
  }

  addRelations(plugin: Plugin): void {
    for (const extension of plugin.graphql?.extend ?? []) {
      const owner = this.#object(objectTypeName(extension.target)!);
      for (const [name, relation] of Object.entries(extension.relations)) {
        this.#declared.set(`${owner.name}.${name}`, { kind: 'many', relation });
        this.#addField(owner, name, this.#connection(relation.entity), this.#pageArguments(`${capital(name)}Of${owner.name}`, relation), relation.description);
      }
    }
  }

  addReads(plugin: Plugin): void {
    const query = this.base.getQueryType()!;
    for (const [name, read] of Object.entries(plugin.graphql?.reads ?? {})) {
      if (read.kind === 'list') {
        this.#declared.set(`Query.${name}`, { kind: 'list', read });
        this.#addField(query, name, this.#connection(read.entity), this.#rootArguments(name, read), read.description);
      } else {
        this.#declared.set(`Query.${name}`, { kind: 'one', read });
        this.#addField(query, name, this.#object(objectTypeName(read.entity)!), this.#identifyingArguments(read), read.description);
      }
    }
  }

  finish(plugins: readonly Plugin[]): BuiltSchema {
    const entities = plugins.flatMap((plugin) => plugin.data?.entities ?? []).map(objectTypeName);
    const [query, mutation] = [this.base.getQueryType()!, this.base.getMutationType()];
    query.description = 'Everything that can be asked.';
    if (mutation) {
      mutation.description =
        'Everything that can be changed. Each root field is done wholly or not at all, whatever happens to its neighbors.';
    }
    const schema = new GraphQLSchema({
      description: 'Phối Hợp: the coordination programs of the Vietnam Fatherland Front as one graph.',
      query,
      mutation,
      types: entities.filter((name) => name !== undefined).map((name) => this.#types[name]!),
    });
    return { schema, declared: this.#declared, resolved: resolvedFields(plugins) };
  }

  #object(name: string): GraphQLObjectType {
    return this.#types[name] as GraphQLObjectType;
  }

  #connection(entity: ClassType): GraphQLObjectType {
    return this.#object(`${objectTypeName(entity)}Connection`);
  }

  #addField(owner: GraphQLObjectType, name: string, type: GraphQLOutputType, args: GraphQLArgument[], description: string): void {
    const field: GraphQLField<unknown, unknown> = {
      name,
      type,
      args,
      description,
      deprecationReason: undefined,
      extensions: {},
      astNode: undefined,
    };
    owner.getFields()[name] = field;
  }

  #rootArguments(name: string, read: ListRead): GraphQLArgument[] {
    const plan = this.plans.get(read.entity.name)!;
    const args = this.#pageArguments(capital(name), read);
    if (plan.version || plan.asOf) args.push(asOfArgument());
    return args;
  }

  #identifyingArguments(read: OneRead): GraphQLArgument[] {
    const plan = this.plans.get(read.entity.name)!;
    const args = read.by.map((property) => {
      const column = plan.columns.get(property)!;
      const type = column.references || property === 'id' ? GraphQLID : this.#inputTypeOf(read.entity, property);
      return argument(property, new GraphQLNonNull(type), `Which ${objectTypeName(read.entity)}: its ${words(property)}.`);
    });
    if (plan.version) args.push(asOfArgument());
    return args;
  }

  #pageArguments(typePrefix: string, options: ListOptions & { entity: ClassType }): GraphQLArgument[] {
    const args = [
      argument('first', GraphQLInt, `How many rows at most, 0 to ${MAX_PAGE}; ${DEFAULT_PAGE} when not given.`),
      argument('after', GraphQLString, 'Cursor of the row after which the page begins.'),
    ];
    if (options.order?.length) {
      args.push(argument('orderBy', this.#orderEnum(typePrefix, options.order), 'What the rows are ordered by; ties are broken by id.'));
    }
    const filter = this.#filterInput(typePrefix, options);
    if (filter) args.push(argument('filter', filter, 'Which rows: all conditions given must hold.'));
    return args;
  }

  #orderEnum(prefix: string, properties: readonly string[]): GraphQLEnumType {
    const values = properties.flatMap((property) => [
      [orderValue(property, false), { description: `By ${words(property)}, smallest or earliest first.` }] as const,
      [orderValue(property, true), { description: `By ${words(property)}, largest or latest first.` }] as const,
    ]);
    return new GraphQLEnumType({
      name: `${prefix}Order`,
      description: `What the list ${prefix} can be ordered by.`,
      values: Object.fromEntries(values),
    });
  }

  #filterInput(prefix: string, options: ListOptions & { entity: ClassType }): GraphQLInputObjectType | undefined {
    const fields: GraphQLInputFieldConfigMap = {};
    const plan = this.plans.get(options.entity.name)!;
    for (const property of options.filter ?? []) {
      const column = plan.columns.get(property);
      if (!column) continue;
      const shape = filterShape(column);
      const scalar = shape === 'reference' ? GraphQLID : this.#inputTypeOf(options.entity, property);
      for (const name of filterArguments(property, shape)) {
        const type = shape === 'anyOf' ? new GraphQLList(new GraphQLNonNull(scalar)) : scalar;
        fields[name] = { type, description: filterDescription(property, name, shape) };
      }
    }
    for (const [name, filter] of Object.entries(options.filters ?? {})) {
      fields[name] = { type: filter.type, description: filter.description };
    }
    if (Object.keys(fields).length === 0) return undefined;
    return new GraphQLInputObjectType({
      name: `${prefix}Filter`,
      description: `Conditions for the list ${prefix}; all that are given must hold.`,
      fields,
    });
  }

  /** The scalar or enum a property is shown as; text where clients do not see it. */
  #inputTypeOf(entity: ClassType, property: string): GraphQLInputType {
    const field = this.#object(objectTypeName(entity)!).getFields()[property];
    const named = field && getNamedType(field.type);
    return named && isInputType(named) ? named : GraphQLString;
  }
}

function declaredByClass(type: string, field: string): boolean {
  return classFields().has(`${type}.${field}`);
}

function classFields(): Set<string> {
  return new Set(
    getMetadataStorage().fields.map(({ target, schemaName }) => `${objectTypeName(target as unknown as ClassType)}.${schemaName}`),
  );
}

function resolvedFields(plugins: readonly Plugin[]): Set<string> {
  const installed = new Set<unknown>(plugins.flatMap((plugin) => plugin.graphql?.resolvers ?? []));
  return new Set(
    allResolvedFields()
      .filter(({ resolver }) => installed.has(resolver))
      .map(({ type, field }) => `${type}.${field}`),
  );
}

const argument = (name: string, type: GraphQLInputType, description: string): GraphQLArgument => ({
  name,
  type,
  description,
  defaultValue: undefined,
  deprecationReason: undefined,
  extensions: {},
  astNode: undefined,
});

const asOfArgument = (): GraphQLArgument =>
  argument('asOf', DateScalar, 'The date everything below is read as of; the business date when not given.');

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** `validFrom` → `valid from`. */
const words = (property: string): string => property.replace(/([A-Z])/g, ' $1').toLowerCase();

function filterDescription(property: string, name: string, shape: string): string {
  if (shape === 'reference') return `Only rows whose ${words(property)} has this id.`;
  if (shape === 'boolean') return `Only rows whose ${words(property)} has this value.`;
  if (shape === 'anyOf') return `Only rows whose ${words(property)} is one of these.`;
  const least = name.endsWith('From') || name.endsWith('Min');
  return `Only rows whose ${words(property)} is ${least ? 'at least' : 'at most'} this${shape === 'date' ? ' day' : ''}.`;
}
