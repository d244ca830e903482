import {
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLEnumType,
  type GraphQLOutputType,
} from 'graphql';
import { familyOf } from '../reading/column-values.js';
import type { ColumnPlan } from '../reading/entity-plan.js';
import { quoteText } from './quote-text.js';
import { VIOLATION } from './plan.js';

const violation = `'"${VIOLATION}"'::json`;

/**
 * SQL whose JSON is what the field's type would make of the column's value, or nothing where only JavaScript can say.
 * A null that must not be one is told by a mark, so that the answer is not shown.
 */
export function leafSql(column: ColumnPlan, type: GraphQLOutputType, value: string): string | undefined {
  const required = isNonNullType(type);
  const nullable = getNullableType(type) as GraphQLOutputType;
  const sql = isListType(nullable)
    ? listSql(column, nullable.ofType as GraphQLOutputType, value)
    : scalarSql(column, nullable, value);
  return sql && required && column.nullable ? `coalesce(to_json(${sql}), ${violation})` : sql;
}

/** A reference that has to lead to a row, or else to the mark. */
export const requiredSql = (sql: string): string => `coalesce(${sql}, ${violation})`;

/** The global id of a row: `encodeGlobalId` in SQL. PostgreSQL breaks base64 after 76 signs. */
export const globalIdSql = (typeName: string, id: string): string =>
  base64url(`convert_to(${quoteText(`${typeName}:`)} || ${id}, 'UTF8')`);

/** The cursor of a row: `encodeCursor` in SQL. Both write JSON texts alike: https://www.postgresql.org/docs/current/functions-json.html */
export const cursorSql = (order: string, value: string, id: string): string =>
  base64url(
    `convert_to(${quoteText(`[${JSON.stringify(order)},`)} || coalesce(to_json(${value})::text, 'null') || ',' || ${id} || ']', 'UTF8')`,
  );

const base64url = (bytes: string): string => `translate(encode(${bytes}, 'base64'), E'+/=\\n', '-_')`;

function scalarSql(column: ColumnPlan, type: GraphQLOutputType, value: string): string | undefined {
  if (isEnumType(type)) return isText(column) ? enumSql(type, value) : undefined;
  const family = isText(column) ? 'text' : familyOf(column.sqlType);
  // What is no text of its own is one to whoever compares it only: JSON, arrays, paths.
  if (isArray(column) || (family === 'text' && !isText(column))) return undefined;
  switch (`${String(type)} of ${family}`) {
    case 'Int of integer':
    case 'Boolean of boolean':
    case 'String of text':
    case 'ID of text':
    case 'Date of date':
      return value;
    case 'Float of integer':
    case 'Float of decimal':
      return `${value}::float8`;
    case 'Decimal of decimal':
    case 'Decimal of integer':
    case 'ID of integer':
    case 'String of integer':
    case 'String of date':
    case 'String of uuid':
    case 'ID of uuid':
      return `${value}::text`;
    case 'DateTimeISO of timestamp':
      return column.sqlType.startsWith('timestamptz') || column.sqlType.includes('with time zone')
        ? `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
        : undefined;
    default:
      return undefined;
  }
}

/** An array with a null in it is one more thing that must not be. */
function listSql(column: ColumnPlan, item: GraphQLOutputType, value: string): string | undefined {
  const element = getNullableType(item) as GraphQLOutputType;
  const plain =
    isArray(column) &&
    /^(text|varchar|character varying)/.test(column.sqlType) &&
    (String(element) === 'String' || (isEnumType(element) && isNamedAsStored(element)));
  if (!plain) return undefined;
  return isNonNullType(item)
    ? `case when array_position(${value}, null) is null then to_json(${value}) else ${violation} end`
    : `to_json(${value})`;
}

function enumSql(type: GraphQLEnumType, value: string): string {
  if (isNamedAsStored(type)) return value;
  const names = type
    .getValues()
    .map(({ name, value: stored }) => `when ${quoteText(String(stored))} then ${quoteText(name)}`);
  return `case ${value} ${names.join(' ')} end`;
}

const isNamedAsStored = (type: GraphQLEnumType): boolean =>
  type.getValues().every(({ name, value }) => name === value);

const isArray = ({ sqlType }: ColumnPlan): boolean => sqlType.endsWith('[]');

const isText = ({ sqlType }: ColumnPlan): boolean =>
  /^(text|varchar|character varying|char|character|bpchar)\b/.test(sqlType) && !sqlType.endsWith('[]');
