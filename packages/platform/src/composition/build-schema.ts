import 'reflect-metadata';
import {
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { Plugin } from '../contract/plugin.js';
import type { ComputedField, LabelField, ListRead, ManyRelation, OneRead } from '../contract/reads.js';
import type { ClassType } from '../contract/translated.js';
import { DateScalar, DecimalScalar, scalarsMap } from '../contract/scalars.js';
import type { EntityPlan } from '../reading/entity-plan.js';
import { PageInfo, connectionOf } from '../reading/connection.js';
import { allResolvedFields, objectTypeName, withResolvers } from './class-metadata.js';
import { listTypePrefix, relationTypePrefix } from './generated-names.js';
import { ListArguments } from './list-arguments.js';
import { NodeResolver } from './node-resolver.js';

/** A field the platform reads by itself, with what it needs to know to do so. */
export type DeclaredRead =
  | { readonly kind: 'list'; readonly read: ListRead }
  | { readonly kind: 'one'; readonly read: OneRead }
  | { readonly kind: 'many'; readonly relation: ManyRelation }
  | { readonly kind: 'label'; readonly label: LabelField }
  | { readonly kind: 'computed' };

/** The unified schema before rules and resolvers are attached, with what the platform added to it. */
export interface BuiltSchema {
  readonly schema: GraphQLSchema;
  /** `Type.field` → how the platform reads it. */
  readonly declared: ReadonlyMap<string, DeclaredRead>;
  /** `Type.field` of fields that run an author's JavaScript. */
  readonly resolved: ReadonlySet<string>;
  /** Filter and order types made for a plugin's lists → plugin id. */
  readonly generated: ReadonlyMap<string, string>;
  /** Inputs that ask about a property → that property, `Type.field`. */
  readonly properties: ReadonlyMap<string, string>;
}

/**
 * One schema of all plugins: type-graphql makes what classes say, then the declared reads, relations and temporal
 * fields are added.
 */
export function buildUnifiedSchema(
  plugins: readonly Plugin[],
  plans: ReadonlyMap<string, EntityPlan>,
): BuiltSchema {
  const resolvers: ClassType[] = [NodeResolver, ...resolversOf(plugins)];
  const base = withResolvers(resolvers, () =>
    buildSchemaSync({
      resolvers: resolvers as unknown as NonEmptyArray<Function>,
      orphanedTypes: orphanedTypes(plugins),
      scalarsMap,
      validate: false,
      skipCheck: true,
    }),
  );
  const builder = new SchemaBuilder(base, plans);
  for (const plugin of plugins) {
    builder.addTemporalFields(plugin);
    builder.addDeclaredFields(plugin);
    builder.addReads(plugin);
  }
  return builder.finish(plugins);
}

const resolversOf = (plugins: readonly Plugin[]): ClassType[] =>
  plugins.flatMap((plugin) => plugin.graphql?.resolvers ?? []);

function orphanedTypes(plugins: readonly Plugin[]): Function[] {
  const entities = plugins
    .flatMap((plugin) => plugin.data?.entities ?? [])
    .filter((entity) => objectTypeName(entity));
  const others = plugins.flatMap((plugin) => plugin.graphql?.types ?? []);
  return [...entities, ...entities.map(connectionOf), ...others, PageInfo] as unknown as Function[];
}

class SchemaBuilder {
  readonly #types: Record<string, GraphQLNamedType>;
  readonly #declared = new Map<string, DeclaredRead>();
  readonly #generated = new Map<string, string>();
  readonly #arguments: ListArguments;

  constructor(
    private readonly base: GraphQLSchema,
    plans: ReadonlyMap<string, EntityPlan>,
  ) {
    this.#types = { ...base.getTypeMap() };
    this.#types['Date'] ??= DateScalar;
    this.#types['Decimal'] ??= DecimalScalar;
    this.#arguments = new ListArguments(plans, (entity) => this.#object(objectTypeName(entity)!));
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

  addDeclaredFields(plugin: Plugin): void {
    for (const extension of plugin.graphql?.extend ?? []) {
      const owner = this.#object(objectTypeName(extension.target)!);
      for (const [name, field] of Object.entries(extension.fields)) {
        if (field.kind === 'many') this.#addRelation(owner, name, field);
        else this.#addValue(owner, name, field);
      }
    }
    this.#noteGenerated(plugin);
  }

  #addRelation(owner: GraphQLObjectType, name: string, relation: ManyRelation): void {
    this.#declared.set(`${owner.name}.${name}`, { kind: 'many', relation });
    const args = this.#arguments.ofList(relationTypePrefix(owner.name, name), relation, 'relation');
    addField(owner, name, this.#connection(relation.entity), args, relation.description);
  }

  #addValue(owner: GraphQLObjectType, name: string, field: LabelField | ComputedField): void {
    this.#declared.set(
      `${owner.name}.${name}`,
      field.kind === 'label' ? { kind: 'label', label: field } : { kind: 'computed' },
    );
    const given = field.kind === 'label' ? GraphQLString : field.type;
    // A scalar or enum of the same name that type-graphql has made is the one there is.
    const type = (this.#types[given.name] ??= given) as typeof given;
    addField(owner, name, field.required ? new GraphQLNonNull(type) : type, [], field.description);
  }

  addReads(plugin: Plugin): void {
    const query = this.base.getQueryType()!;
    for (const [name, read] of Object.entries(plugin.graphql?.reads ?? {})) {
      const coordinate = `Query.${name}`;
      if (read.kind === 'list') {
        this.#declared.set(coordinate, { kind: 'list', read });
        const args = this.#arguments.ofList(listTypePrefix(name), read, 'root');
        addField(query, name, this.#connection(read.entity), args, read.description);
      } else {
        this.#declared.set(coordinate, { kind: 'one', read });
        const args = this.#arguments.ofOne(coordinate, read);
        addField(query, name, this.#object(objectTypeName(read.entity)!), args, read.description);
      }
    }
    this.#noteGenerated(plugin);
  }

  finish(plugins: readonly Plugin[]): BuiltSchema {
    // What only an interface leads to is not found from the roots.
    const others = plugins.flatMap(({ data, graphql }) => [
      ...(data?.entities ?? []),
      ...(graphql?.types ?? []),
    ]);
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
      types: others.flatMap((one) => this.#types[objectTypeName(one) ?? ''] ?? []),
    });
    return {
      schema,
      declared: this.#declared,
      resolved: resolvedFields(plugins),
      generated: this.#generated,
      properties: this.#arguments.properties,
    };
  }

  #object(name: string): GraphQLObjectType {
    return this.#types[name] as GraphQLObjectType;
  }

  #connection(entity: ClassType): GraphQLObjectType {
    return this.#object(`${objectTypeName(entity)}Connection`);
  }

  /** The filter and order types made since the last plugin are this one's. */
  #noteGenerated(plugin: Plugin): void {
    for (const name of this.#arguments.typeNames) {
      if (!this.#generated.has(name)) this.#generated.set(name, plugin.id);
    }
  }
}

function addField(
  owner: GraphQLObjectType,
  name: string,
  type: GraphQLOutputType,
  args: GraphQLArgument[],
  description: string,
): void {
  owner.getFields()[name] = {
    name,
    type,
    args,
    description,
    deprecationReason: undefined,
    extensions: {},
    astNode: undefined,
  };
}

function resolvedFields(plugins: readonly Plugin[]): Set<string> {
  const installed = new Set<unknown>(resolversOf(plugins));
  return new Set(
    allResolvedFields()
      .filter(({ resolver }) => installed.has(resolver))
      .map(({ type, field }) => `${type}.${field}`),
  );
}
