import {
  GraphQLEnumType,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  getNamedType,
  isInputType,
  type GraphQLArgument,
  type GraphQLInputFieldConfigMap,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import type { ListOptions, OneRead } from '../contract/reads.js';
import { DateScalar } from '../contract/scalars.js';
import type { ClassType } from '../contract/translated.js';
import { DEFAULT_PAGE, MAX_PAGE, orderValue } from '../reading/connection.js';
import type { ColumnPlan, EntityPlan } from '../reading/entity-plan.js';
import { entityKey } from '../reading/entity-table.js';
import { filterArguments, filterShape } from '../reading/filters.js';
import {
  filterDescription,
  filterFieldDescription,
  namedIn,
  opening,
  orderDescription,
  orderTypeDescription,
} from './list-descriptions.js';

/** A list of an entity, at the root or as a relation. */
export type Listed = ListOptions & { readonly entity: ClassType };

/** Makes the arguments of declared reads, and remembers what each of them asks about. */
export class ListArguments {
  /** Arguments, filter fields and orders that ask about a property → that property, `Type.field`. */
  readonly properties = new Map<string, string>();
  /** Names of the filter and order types made. */
  readonly typeNames = new Set<string>();

  /** @param typeOf The object type of an entity class. */
  constructor(
    private readonly plans: ReadonlyMap<string, EntityPlan>,
    private readonly typeOf: (entity: ClassType) => GraphQLObjectType,
  ) {}

  /** `first`, `after`, `orderBy`, `filter`; `asOf` at the root of what changes with time. */
  ofList(typePrefix: string, listed: Listed, at: 'root' | 'relation'): GraphQLArgument[] {
    const { version, asOf } = this.plans.get(entityKey(listed.entity))!;
    const order = this.#orderEnum(typePrefix, listed);
    const filter = this.#filterInput(typePrefix, listed);
    return [
      argument(
        'first',
        GraphQLInt,
        `How many rows at most, 0 to ${MAX_PAGE}; ${DEFAULT_PAGE} when not given.`,
      ),
      argument('after', GraphQLString, 'Cursor of the row after which the page begins.'),
      ...(order ? [argument('orderBy', order, 'What the rows are ordered by; ties are broken by id.')] : []),
      ...(filter ? [argument('filter', filter, 'Which rows: all conditions given must hold.')] : []),
      ...(at === 'root' && (version || asOf) ? [asOfArgument()] : []),
    ];
  }

  /** One required argument for each property that identifies. */
  ofOne(coordinate: string, read: OneRead): GraphQLArgument[] {
    const plan = this.plans.get(entityKey(read.entity))!;
    const { name: typeName } = this.typeOf(read.entity);
    const args = read.by.map((property) => {
      this.properties.set(`${coordinate}(${property})`, `${typeName}.${property}`);
      const isId = property === 'id' || plan.columns.get(property)!.references !== undefined;
      const type = isId ? GraphQLID : this.#inputTypeOf(read.entity, property);
      return argument(
        property,
        new GraphQLNonNull(type),
        property === 'id'
          ? `Global id of the ${typeName} to find.`
          : `${this.#about(read.entity, property)}; that of the ${typeName} to find.`,
      );
    });
    return plan.version ? [...args, asOfArgument()] : args;
  }

  #orderEnum(prefix: string, { entity, description: list, order = [] }: Listed): GraphQLEnumType | undefined {
    if (order.length === 0) return undefined;
    const name = this.#typeName(`${prefix}Order`);
    const values = order.flatMap((property) =>
      [false, true].map((descending) => {
        const value = orderValue(property, descending);
        this.properties.set(`${name}.${value}`, `${this.typeOf(entity).name}.${property}`);
        const shape = filterShape(this.plans.get(entityKey(entity))!.columns.get(property)!);
        const words = orderDescription(shape, descending, this.#about(entity, property));
        return [value, { description: words }] as const;
      }),
    );
    return new GraphQLEnumType({
      name,
      description: orderTypeDescription(opening(list)),
      values: Object.fromEntries(values),
    });
  }

  #filterInput(
    prefix: string,
    { entity, description: list, filter = [], filters = {} }: Listed,
  ): GraphQLInputObjectType | undefined {
    if (filter.length === 0 && Object.keys(filters).length === 0) return undefined;
    const name = this.#typeName(`${prefix}Filter`);
    const fields: GraphQLInputFieldConfigMap = {};
    for (const property of filter) {
      const column = this.plans.get(entityKey(entity))!.columns.get(property)!;
      for (const [field, config] of Object.entries(this.#filterFields(entity, column))) {
        fields[field] = config;
        this.properties.set(`${name}.${field}`, `${this.typeOf(entity).name}.${property}`);
      }
    }
    for (const [field, { type, description, vietnamese }] of Object.entries(filters))
      fields[field] = { type, description, extensions: { vietnamese } };
    return new GraphQLInputObjectType({
      name,
      description: filterDescription(opening(list)),
      fields,
    });
  }

  #filterFields(entity: ClassType, column: ColumnPlan): GraphQLInputFieldConfigMap {
    const { property } = column;
    const shape = filterShape(column);
    const about = this.#about(entity, property);
    const scalar = shape === 'reference' ? GraphQLID : this.#inputTypeOf(entity, property);
    const type = shape === 'anyOf' ? new GraphQLList(new GraphQLNonNull(scalar)) : scalar;
    return Object.fromEntries(
      filterArguments(property, shape).map((name) => [
        name,
        { type, description: filterFieldDescription(name, shape, about) },
      ]),
    );
  }

  #typeName(name: string): string {
    this.typeNames.add(name);
    return name;
  }

  /** What the author says of a property; its name where clients do not see it. */
  #about(entity: ClassType, property: string): string {
    const description = this.typeOf(entity).getFields()[property]?.description;
    return description ? opening(description) : namedIn(property);
  }

  /** The scalar or enum a property is shown as; text where clients do not see it. */
  #inputTypeOf(entity: ClassType, property: string): GraphQLInputType {
    const field = this.typeOf(entity).getFields()[property];
    const named = field && getNamedType(field.type);
    return named && isInputType(named) ? named : GraphQLString;
  }
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
