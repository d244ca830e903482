import { isLeafType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import type { SqlAnswer, SqlObject } from '../contract/reads.js';
import { objectOf, type Compiled, type Compiling, type SelectedField } from './compiling.js';
import { leafSql } from './leaf-sql.js';
import type { Level } from './level.js';
import { selectionsBelow } from './selected-fields.js';

/** Something selected is the code's to answer: then it answers the whole field. */
const left = Symbol('left to the code');

/**
 * A field with code as SQL, where all that is selected of it is what its author has given SQL for. A field's arguments
 * are its code's to read.
 */
export function answerInSql(
  c: Compiling,
  level: Level,
  answer: SqlAnswer,
  selected: SelectedField,
): Compiled | null {
  if (selected.nodes.some(({ arguments: given = [] }) => given.length > 0) || isList(selected.field.type))
    return null;
  const alias = c.nextAlias();
  const columns = columnsOf(c, answer, selected, alias);
  if (columns === left) return null;
  // What an author's SQL reads is not known: it may be a table that row security guards.
  c.needsSession = true;
  const day = `least(${level.date}, ${c.p.businessDate})`;
  const rows = answer.from((property) => level.ref(property), day);
  return { sql: `(select row_to_json(o) from (select ${columns} from (${rows}) ${alias}) o)`, work: null };
}

function columnsOf(
  c: Compiling,
  { fields }: SqlObject,
  { field, nodes }: SelectedField,
  alias: string,
): string | typeof left {
  let whole = true;
  const found = c.selection(objectOf(field), selectionsBelow(nodes), (inner) => {
    const sql = fieldSql(c, fields[inner.name], inner, alias);
    if (sql === undefined) whole = false;
    return sql === undefined ? null : { sql, work: null };
  });
  return whole && found.holes.length === 0 ? found.columns.join(', ') : left;
}

function fieldSql(
  c: Compiling,
  given: SqlObject['fields'][string] | undefined,
  selected: SelectedField,
  alias: string,
): string | undefined {
  const { type } = selected.field;
  if (!given || isList(type)) return undefined;
  if ('fields' in given) {
    const columns = columnsOf(c, given, selected, alias);
    return columns === left ? undefined : `(select row_to_json(o) from (select ${columns}) o)`;
  }
  const bare = isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type;
  if (!isLeafType(bare)) return undefined;
  const column = { property: '', column: '', sqlType: given.sqlType, nullable: true, on: 'entity' as const };
  return leafSql(column, type, given.sql(alias));
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
