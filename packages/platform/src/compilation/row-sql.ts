import { familyOf } from '../reading/column-values.js';
import { quote, type ColumnPlan, type EntityPlan } from '../reading/entity-plan.js';
import { AS_OF, ENTITY, type Row } from '../reading/row.js';
import type { Level } from './level.js';
import { ROW_DATE } from './plan.js';

/**
 * A whole row as JSON, for the code of an author who gets it. JSON knows fewer types than PostgreSQL: what it would
 * change goes as text and is read back by {@link rowFrom}, so that the row is the one the reader would give.
 */
export function rowSql(level: Level): string {
  const columns = [...level.plan.columns.values()].map(
    (column) => `${asText(column, level.ref(column.property))} as ${quote(column.property)}`,
  );
  return `(select row_to_json(w) from (select ${columns.join(', ')}, ${level.date} as ${quote(ROW_DATE)}) w)`;
}

function asText({ sqlType }: ColumnPlan, value: string): string {
  if (/^numeric.*\[\]$/.test(sqlType)) return `${value}::text[]`;
  if (sqlType.endsWith('[]')) return value;
  if (/^(numeric|decimal|interval|bytea)/.test(sqlType)) return `${value}::text`;
  return isZoned(sqlType) || familyOf(sqlType) !== 'timestamp' ? value : `${value}::text`;
}

const isZoned = (sqlType: string): boolean => /^timestamptz|with time zone/.test(sqlType);

/** The row as the reader would give it. */
export function rowFrom(plan: EntityPlan, json: Readonly<Record<string, unknown>>): Row {
  const { [ROW_DATE]: date, ...columns } = json;
  const row = columns as Row;
  for (const { property, sqlType } of plan.columns.values()) {
    const value = row[property];
    if (typeof value !== 'string') continue;
    if (isZoned(sqlType) && !sqlType.endsWith('[]')) row[property] = new Date(value);
    else if (sqlType === 'bytea') row[property] = Buffer.from(value.slice(2), 'hex');
  }
  row[ENTITY] = plan.key;
  row[AS_OF] = String(date);
  return row;
}
