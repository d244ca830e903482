import {
  isObjectType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { OneRead } from '../contract/reads.js';
import { identify } from '../execution/declared-fields.js';
import { parameterType, checkFits } from '../reading/column-values.js';
import type { EntityPlan } from '../reading/entity-plan.js';
import { entityKey } from '../reading/entity-table.js';
import { aliased } from '../reading/filters.js';
import { strictVersion } from '../reading/statements.js';
import { rootAnswerInSql } from './answer-sql.js';
import { objectOf, workOf, type Compiled, type Compiling, type SelectedField } from './compiling.js';
import { Level } from './level.js';
import { entityColumns, rowById } from './object-sql.js';
import { pageOf } from './page-sql.js';
import type { BatchPlan, OperationPlan } from './plan.js';
import { selectionsBelow } from './selected-fields.js';

/** A whole query as one statement: a row whose columns are its root fields. */
export function compileQuery(
  c: Compiling,
  root: GraphQLObjectType,
  operation: OperationDefinitionNode,
): OperationPlan {
  const found = c.selection(root, [operation.selectionSet], (field) => rootField(c, field));
  const isEmpty = found.columns.length === found.holes.length;
  const text = `select row_to_json(o)::text as "json" from (select ${found.columns.join(', ')}) o`;
  return {
    statement: isEmpty ? null : c.p.statement(text),
    work: workOf(root, found),
    guards: c.guards,
    cacheable: c.cacheable,
    needsSession: c.needsSession,
    valuesDecide: c.valuesDecide,
    tables: [...c.tables],
    coordinates: [...c.coordinates],
  };
}

function rootField(c: Compiling, selected: SelectedField): Compiled | null {
  const declared = c.parts.composition.declared.get(selected.coordinate);
  if (declared?.kind === 'list') return pageOf(c, selected, declared.read, { date: dateOf(c, selected) });
  if (declared?.kind === 'one') return oneRow(c, selected, declared.read);
  const answer = c.parts.composition.rootAnswers.get(selected.name);
  return answer ? rootAnswerInSql(c, answer, selected) : null;
}

/** The date a root field gives to everything below it. */
function dateOf(c: Compiling, { args }: SelectedField): () => string {
  if (typeof args.now['asOf'] !== 'string') return () => c.p.businessDate;
  let place: string | undefined;
  return () => (place ??= c.p.from((bound) => args.of(bound)['asOf'], 'date'));
}

/** The one row that unique properties identify; of two there is none. */
function oneRow(c: Compiling, selected: SelectedField, read: OneRead): Compiled | null {
  const plan = c.plan(entityKey(read.entity));
  const level = new Level(c.nextAlias(), plan, dateOf(c, selected));
  const conditions = c.attempt(() => identifying(c, plan, selected, read));
  if (!conditions) return null;
  const { columns, work } = entityColumns(
    c,
    level,
    objectOf(selected.field),
    selectionsBelow(selected.nodes),
  );
  c.readsRowsOf(plan);
  const rows = `select ${level.columns}, count(*) over () as "$found" from ${plan.table} t${plan.version ? strictVersion(plan, level.outerDate()) : ''}
    where ${conditions.join(' and ')} limit 2`;
  return {
    sql: `(select row_to_json(o) from (select ${columns} from (${rows}) ${level.alias} where ${level.alias}."$found" = 1) o)`,
    work,
  };
}

function identifying(c: Compiling, plan: EntityPlan, { args }: SelectedField, read: OneRead): string[] {
  const { readModel } = c.parts.composition;
  // Read once now, so that what is wrong with it is found before the statement is written.
  identify({ readModel }, read, args.now);
  return read.by.map((property) => {
    const column = plan.columns.get(property)!;
    const value = c.p.from((bound) => {
      const given = identify({ readModel }, read, args.of(bound))[property];
      checkFits(column, given, property);
      return given;
    }, parameterType(column.sqlType));
    return `${aliased(column)} = ${value}`;
  });
}

/** Rows of an entity by id, each as of a date of its own, with everything selected below: one statement for all. */
export function compileBatch(
  c: Compiling,
  plan: EntityPlan,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): BatchPlan {
  const ids = c.p.from((bound) => bound.ids, 'bigint[]');
  const dates = c.p.from((bound) => bound.dates, 'date[]');
  const level = new Level(c.nextAlias(), plan, () => 'w.as_of');
  const { columns, work } = entityColumns(c, level, type, sets);
  const object = `(select row_to_json(o) from (select ${columns} from (${rowById(c, level, 'w.id')}) ${level.alias}) o)`;
  const text = `select w.n::int as "n", ${object}::text as "json" from unnest(${ids}, ${dates}) with ordinality as w (id, as_of, n)`;
  return { statement: c.p.statement(text), work, guards: c.guards };
}

/** The root type of queries. */
export const queryRoot = (c: Compiling): GraphQLObjectType => {
  const root = c.selecting.schema.getQueryType();
  if (!isObjectType(root)) throw new Error('The graph has no queries.');
  return root;
};
