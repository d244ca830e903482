import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { EntityPlan } from '../reading/entity-plan.js';
import { nearestVersion } from '../reading/statements.js';
import { answerInSql } from './answer-sql.js';
import { objectOf, workOf, type Compiled, type Compiling, type SelectedField } from './compiling.js';
import { globalIdSql, leafSql, requiredSql } from './leaf-sql.js';
import { Level } from './level.js';
import { pageOf } from './page-sql.js';
import { IDS, ROW, type Work } from './plan.js';
import { rowSql } from './row-sql.js';
import { selectionsBelow } from './selected-fields.js';

/** The columns of an object that a row of an entity becomes, and what is left to do with it. */
export function entityColumns(
  c: Compiling,
  level: Level,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  { notesId }: { notesId: boolean } = { notesId: true },
): { columns: string; work: Work | null } {
  const { columns, holes, inner } = c.selection(type, sets, (selected) => entityField(c, level, selected));
  const row = holes.length > 0 ? level.plan : null;
  const audited = level.plan.audited && notesId ? level.plan : null;
  if (row) columns.push(`${rowSql(level)} as "${ROW}"`);
  if (audited) columns.push(`json_build_array(${level.ref('id')}) as "${IDS}"`);
  return { columns: columns.join(', '), work: workOf(type, { holes, inner }, { row, audited }) };
}

function entityField(c: Compiling, level: Level, selected: SelectedField): Compiled | null {
  const { composition } = c.parts;
  const { name, coordinate, field, args } = selected;
  // Each object says by itself whether it may be shown, or whose error stands in its place.
  if (composition.readModel.conditioned.has(coordinate)) return null;
  const declared = composition.declared.get(coordinate);
  if (declared?.kind === 'many') {
    const { relation } = declared;
    return pageOf(c, selected, relation, {
      date: () => level.date,
      parent: { via: relation.via, id: level.ref('id') },
    });
  }
  if (declared?.kind === 'label') return labelOf(c, level, declared.label, selected);
  if (declared === undefined && composition.resolved.has(coordinate)) {
    const answer = composition.answers.get(coordinate);
    return answer ? answerInSql(c, level, answer, selected) : null;
  }
  if (name === 'id') return { sql: globalIdSql(level.plan.typeName!, level.ref('id')), work: null };
  const column = level.plan.columns.get(name);
  if (!column || Object.keys(args.now).length > 0) return null;
  if (isLeafType(getNamedType(field.type))) {
    const sql = leafSql(column, field.type, level.ref(name));
    return sql ? { sql, work: null } : null;
  }
  const target = c.entityOf(getNamedType(field.type).name);
  return target && target.key === column.references && !isList(field.type)
    ? toOne(c, selected, target, { id: level.ref(name), date: () => level.date })
    : null;
}

const isList = (type: SelectedField['field']['type']): boolean =>
  isListType(isNonNullType(type) ? type.ofType : type);

function labelOf(
  c: Compiling,
  level: Level,
  { vi, en }: { vi: string; en: string },
  { field }: SelectedField,
): Compiled | null {
  const vietnamese = level.ref(vi);
  const sql = c.rights.locale === 'en' ? `coalesce(${level.ref(en)}, ${vietnamese})` : vietnamese;
  const told = leafSql({ ...level.plan.columns.get(vi)!, sqlType: 'text' }, field.type, sql);
  return told ? { sql: told, work: null } : null;
}

/** The row a reference leads to. What the caller may not see is not there; where it must be, that is an error. */
export function toOne(
  c: Compiling,
  { nodes, field }: SelectedField,
  target: EntityPlan,
  { id, date }: { id: string; date: () => string },
): Compiled {
  const level = new Level(c.nextAlias(), target, date);
  const { columns, work } = entityColumns(c, level, objectOf(field), selectionsBelow(nodes));
  const sql = `(select row_to_json(o) from (select ${columns} from (${rowById(c, level, id)}) ${level.alias}) o)`;
  return { sql: isNonNullType(field.type) ? requiredSql(sql) : sql, work };
}

/** One row by its id: with the version nearest to the date, where it has versions and they are asked for. */
export function rowById(c: Compiling, level: Level, id: string): string {
  const { plan } = level;
  c.readsRowsOf(plan);
  const version = level.usesVersion ? nearestVersion(plan, level.outerDate()) : '';
  return `select ${level.columns} from ${plan.table} t${version} where t."id" = ${id}`;
}
