import { getNamedType, isLeafType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import type { SqlAnswer, SqlObject, SqlRootAnswer } from '../contract/sql-answers.js';
import { objectOf, type Compiled, type Compiling, type SelectedField } from './compiling.js';
import { leafSql, requiredSql } from './leaf-sql.js';
import type { Level } from './level.js';
import { toOne } from './object-sql.js';
import { NotCompiled } from './plan.js';
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
  return objectSql(c, answer, selected, () =>
    answer.from((property) => level.ref(property), `least(${level.date}, ${c.p.businessDate})`),
  );
}

/**
 * A root field with code as SQL, likewise, where the arguments are such as its author's SQL answers. Without a row
 * there is something that only the code can say.
 */
export function rootAnswerInSql(
  c: Compiling,
  answer: SqlRootAnswer,
  selected: SelectedField,
): Compiled | null {
  const { args, field, coordinate } = selected;
  if (isList(field.type) || !c.attempt(() => ({ fits: answer.fits(args.now) }))?.fits) return null;
  const parameter = (sqlType: string, read: (given: typeof args.now) => unknown): string => {
    // Read once now, so that what is wrong with it is found before the statement is written.
    read(args.now);
    return c.p.from((bound) => read(args.of(bound)), sqlType);
  };
  const made = c.attempt(() => ({
    one: objectSql(c, answer, selected, () => answer.from(parameter, c.p.businessDate)),
  }));
  if (!made?.one) return null;
  c.guards.push((bound) => {
    if (!answer.fits(args.of(bound)))
      throw new NotCompiled(`${coordinate} is asked in a way that its code answers`);
  });
  return { ...made.one, sql: requiredSql(made.one.sql) };
}

function objectSql(
  c: Compiling,
  answer: SqlObject,
  selected: SelectedField,
  rows: () => string,
): Compiled | null {
  const alias = c.nextAlias();
  const columns = columnsOf(c, answer, selected, alias);
  if (columns === left) return null;
  // What an author's SQL reads is not known: it may be a table that row security guards.
  c.needsSession = true;
  return { sql: `(select row_to_json(o) from (select ${columns} from (${rows()}) ${alias}) o)`, work: null };
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
  if ('id' in given) {
    const target = c.entityOf(getNamedType(type).name);
    const row = target && toOne(c, selected, target, { id: given.id(alias), date: () => given.asOf(alias) });
    return row?.work === null ? row.sql : undefined;
  }
  if ('fields' in given) {
    const columns = columnsOf(c, given, selected, alias);
    if (columns === left) return undefined;
    const there = given.exists ? ` where ${given.exists(alias)}` : '';
    const sql = `(select row_to_json(o) from (select ${columns}${there}) o)`;
    return isNonNullType(type) ? requiredSql(sql) : sql;
  }
  const bare = isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type;
  if (!isLeafType(bare)) return undefined;
  const column = { property: '', column: '', sqlType: given.sqlType, nullable: true, on: 'entity' as const };
  // A mere text has no type of its own.
  return leafSql(column, type, `(${given.sql(alias, c.rights.locale)})::${given.sqlType}`);
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);
