import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A column of a list, as the schema has it. */
export interface Column {
  /** Stable name: the field; `unit.code` of a reference; `state.label` for what a code means. */
  readonly name: string;
  /** The fields from the row to the value. */
  readonly path: readonly string[];
  /** `Type.field` of each of them: whoever asks for the column must be allowed all. */
  readonly coordinates: readonly string[];
  /** Name of the scalar or enum. */
  readonly type: string;
  /** For `….label`: where the words are. */
  readonly labels?: GraphQLEnumType;
  /** Whether it is there without being asked for. */
  readonly usual: boolean;
}

/** What a thing is known by, and what it is called: the first of each that its type has. */
const keys = ['code', 'key', 'username'] as const;
const titles = ['fullName', 'name', 'title', 'citedAs'] as const;

/**
 * The columns of a type: its scalars and enums; of a thing that it refers to what that is known by and called; the
 * values of an object that has no identity of its own. Lists of things are lists of their own.
 */
export function columnsOf(schema: GraphQLSchema, type: GraphQLObjectType): Column[] {
  const columns: Column[] = [];
  for (const field of Object.values(type.getFields())) {
    if (needsArguments(field)) continue;
    const at = [`${type.name}.${field.name}`];
    columns.push(...leafColumns(field, [], at));
    const inner = getNullableType(field.type);
    if (!isObjectType(inner) || isPage(inner)) continue;
    const shown = isThing(schema, inner) ? knownBy(inner) : Object.values(inner.getFields());
    for (const one of shown) {
      if (needsArguments(one)) continue;
      columns.push(...leafColumns(one, [field.name], [...at, `${inner.name}.${one.name}`]));
    }
  }
  return columns;
}

function leafColumns(
  field: GraphQLField<unknown, unknown>,
  before: readonly string[],
  coordinates: readonly string[],
): Column[] {
  const leaf = getNamedType(field.type);
  if (!isLeafType(leaf)) return [];
  const path = [...before, field.name];
  const name = path.join('.');
  const column: Column = { name, path, coordinates, type: leaf.name, usual: true };
  if (!isEnumType(leaf) || isListType(getNullableType(field.type))) return [column];
  return [column, { ...column, name: `${name}.label`, labels: leaf, usual: false }];
}

const needsArguments = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);

const isPage = ({ name }: GraphQLObjectType): boolean => name.endsWith('Connection') || name === 'PageInfo';

export function isThing(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  const node = schema.getType('Node');
  return isInterfaceType(node) && schema.isSubType(node, type);
}

function knownBy(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  const fields = type.getFields();
  const first = (names: readonly string[]) => names.map((name) => fields[name]).find((field) => field);
  const found = [first(keys) ?? fields['id'], first(titles)];
  return found.filter((field) => field !== undefined);
}

/** The type that a root list holds; null for what is no list. */
export function rowTypeOf(schema: GraphQLSchema, field: string): GraphQLObjectType | null {
  const type = getNullableType(schema.getQueryType()?.getFields()[field]?.type);
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return null;
  const nodes = type.getFields()['nodes'];
  const row = nodes && getNamedType(nodes.type);
  return row && isObjectType(row) ? row : null;
}
