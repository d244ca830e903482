import { checkFits, parameterType } from './column-values.js';
import type { ColumnPlan, EntityPlan } from './entity-plan.js';
import { quote } from './entity-plan.js';
import { aliased } from './filters.js';
import type { CursorPosition } from './cursor.js';
import type { Values } from './parameters.js';

/** How a page is ordered: by one property, ties by id. */
export interface Ordering {
  readonly property: string;
  readonly descending: boolean;
}

/** `"column" as "property"` for the properties asked for; `id` always. */
function selectList(plan: EntityPlan, properties: ReadonlySet<string>): string {
  const wanted = new Set(['id', ...properties]);
  if (plan.asOf) wanted.add(plan.asOf);
  return [...wanted]
    .map((property) => plan.columns.get(property))
    .filter((column) => column !== undefined)
    .map((column) => `${aliased(column)} as ${quote(column.property)}`)
    .join(', ');
}

/** Versions valid on the date only: for lists, a unit that did not exist then is not in it. */
export function strictVersion(plan: EntityPlan, asOf: string): string {
  if (!plan.version) return '';
  return ` join ${plan.version.table} v on v.${quote(plan.version.ownerColumn)} = t."id" and v."superseded_at" is null
    and v."valid_from" <= ${asOf} and (v."valid_to" is null or v."valid_to" > ${asOf})`;
}

/**
 * The version valid on the date, else the nearest one before it, else the first after: an object that is referred to
 * can always be named, and shows its own validity.
 */
export function nearestVersion(plan: EntityPlan, asOf: string): string {
  if (!plan.version) return '';
  return ` left join lateral (select * from ${plan.version.table} n
    where n.${quote(plan.version.ownerColumn)} = t."id" and n."superseded_at" is null
    order by (n."valid_from" <= ${asOf}) desc,
      case when n."valid_from" <= ${asOf} then n."valid_from" end desc, n."valid_from" asc limit 1) v on true`;
}

/** A row asked for: which, and as of when. */
export interface WantedRow {
  readonly id: number;
  readonly asOf: string;
}

/**
 * `unnest` of what is asked for as `wanted (id, as_of, n)`: every row keeps the date of its own parent.
 * @param planned `'once'` where each row is looked up by its id however many there are: what stands in sub-selects the
 *   planner does not count, so that it finds nothing to plan anew for.
 */
function wantedRows(wanted: readonly WantedRow[], p: Values, planned?: 'once'): string {
  const place = (parameter: string): string => (planned ? `(select ${parameter})` : parameter);
  const ids = p.add(
    wanted.map(({ id }) => id),
    'bigint[]',
  );
  const dates = p.add(
    wanted.map(({ asOf }) => asOf),
    'date[]',
  );
  return `unnest(${place(ids)}, ${place(dates)}) with ordinality as wanted (id, as_of, n)`;
}

/** Rows by id, each as of a date of its own; `$n` is the place in what was asked for, from 1. */
export function byIds(
  plan: EntityPlan,
  properties: ReadonlySet<string>,
  wanted: readonly WantedRow[],
  p: Values,
): string {
  return `select ${selectList(plan, properties)}, wanted.n::int as "$n" from ${wantedRows(wanted, p, 'once')}
    join ${plan.table} t on t."id" = wanted.id${nearestVersion(plan, 'wanted.as_of')}`;
}

/** Rows by the values of unique properties. */
export function byValues(
  plan: EntityPlan,
  properties: ReadonlySet<string>,
  values: Readonly<Record<string, unknown>>,
  asOf: string,
  p: Values,
): string {
  const date = plan.version ? p.add(asOf, 'date') : '';
  const conditions = Object.entries(values).map(([property, value]) => {
    const column = plan.columns.get(property)!;
    checkFits(column, value, property);
    return `${aliased(column)} = ${p.add(value, parameterType(column.sqlType))}`;
  });
  return `select ${selectList(plan, properties)} from ${plan.table} t${strictVersion(plan, date)}
    where ${conditions.join(' and ')} limit 2`;
}

/** What a page query needs to know; everything in it is already written with the statement's parameters. */
export interface PageSql {
  readonly columns: string;
  readonly ordering: Ordering;
  readonly conditions: readonly string[];
  /** Ways to find its rows, each by an index of its own; every row is found by one of them. */
  readonly ways?: readonly string[];
  /** The date its rows are read as of, where they change with time. */
  readonly date: string;
  readonly limit: string;
  /** Whether the ordering value is asked for, as text, for cursors. */
  readonly withOrder: boolean;
}

/** The rows of a page. */
export function pageSql(plan: EntityPlan, page: PageSql): string {
  const { columns, ordering, conditions, ways = [], date, limit, withOrder } = page;
  const column = plan.columns.get(ordering.property)!;
  const by = aliased(column);
  const ordered = (value: string, id: string): string =>
    `order by ${value} ${ordering.descending ? 'desc' : 'asc'}${column.nullable ? ' nulls last' : ''}, ${id} asc limit ${limit}`;
  const rows = (where: readonly string[], more = ''): string =>
    `select ${columns}${withOrder ? `, ${by}::text as "$order"` : ''}${more}
    from ${plan.table} t${strictVersion(plan, date)}
    ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
    ${ordered(by, 't."id"')}`;
  if (ways.length <= 1) return rows([...ways, ...conditions]);
  // Each way gives as many as the page may have, none that an earlier one gave, and the first of them all are taken.
  const found = ways.map((way, index) => {
    const given = ways.slice(0, index).map((earlier) => `(${earlier}) is not true`);
    return `(${rows([way, ...given, ...conditions], `, ${by} as "$by", t."id" as "$id"`)})`;
  });
  return `select * from (${found.join(' union all ')}) a ${ordered('a."$by"', 'a."$id"')}`;
}

/** A cursor's two values as they are written in the statement. */
export interface CursorSql {
  readonly value: string;
  readonly id: string;
}

/**
 * What stands behind the cursor in the order of {@link pageSql}: nulls stand last whatever the direction. Where there
 * are none it is written so that an index on the ordering column can begin at the cursor.
 */
export function afterCursor(column: ColumnPlan, descending: boolean, { value, id }: CursorSql): string {
  const by = aliased(column);
  const beyond = `${by} ${descending ? '<' : '>'} ${value}`;
  if (!column.nullable)
    return `(${by} ${descending ? '<=' : '>='} ${value} and (${beyond} or t."id" > ${id}))`;
  return `(${beyond} or (${by} = ${value} and t."id" > ${id}) or (${by} is null and (${value} is not null or t."id" > ${id})))`;
}

/** How a cursor's text becomes a value of the column: its own type may cut or round it. */
export const cursorType = (column: ColumnPlan): string => `text::${parameterType(column.sqlType)}`;

/**
 * The cursor's value as text, checked.
 * @throws ProblemError BAD_USER_INPUT
 */
export function cursorValue(column: ColumnPlan, { value }: CursorPosition): string | null {
  if (value !== null) checkFits(column, value, 'after');
  return value;
}

/** What a page query asks for. */
export interface PageRequest {
  readonly properties: ReadonlySet<string>;
  readonly ordering: Ordering;
  readonly after: CursorPosition | null;
  readonly limit: number;
  /** Conditions that are already written with this statement's parameters. */
  readonly conditions: readonly string[];
}

/** The rows after the cursor, `limit + 1` of them. */
function pageBody(
  plan: EntityPlan,
  request: PageRequest,
  date: string,
  p: Values,
  more: readonly string[],
): string {
  const { ordering, after } = request;
  const column = plan.columns.get(ordering.property)!;
  const conditions = [...more, ...request.conditions];
  if (after) {
    const value = p.add(cursorValue(column, after), cursorType(column));
    conditions.push(afterCursor(column, ordering.descending, { value, id: p.add(after.id, 'bigint') }));
  }
  const columns = selectList(plan, request.properties);
  const limit = p.add(request.limit + 1, 'int');
  return pageSql(plan, { columns, ordering, conditions, date, limit, withOrder: true });
}

/** A page of a root list. */
export function rootPage(plan: EntityPlan, request: PageRequest, asOf: string, p: Values): string {
  return pageBody(plan, request, plan.version ? p.add(asOf, 'date') : '', p, []);
}

/** A page for each of many parents in one statement: the limit is applied per parent by a lateral join. */
export function pagePerParent(
  plan: EntityPlan,
  via: string,
  parents: readonly WantedRow[],
  request: PageRequest,
  p: Values,
): string {
  const link = aliased(plan.columns.get(via)!);
  const from = wantedRows(parents, p);
  return `select wanted.n::int as "$n", page.* from ${from}
    cross join lateral (${pageBody(plan, request, 'wanted.as_of', p, [`${link} = wanted.id`])}) page`;
}

/** How many rows a root list has. */
export function countAll(plan: EntityPlan, conditions: readonly string[], asOf: string, p: Values): string {
  const date = plan.version ? p.add(asOf, 'date') : '';
  return `select count(*)::int as "count" from ${plan.table} t${strictVersion(plan, date)}
    ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}`;
}

/** How many rows each parent has. */
export function countPerParent(
  plan: EntityPlan,
  via: string,
  parents: readonly WantedRow[],
  conditions: readonly string[],
  p: Values,
): string {
  const link = aliased(plan.columns.get(via)!);
  return `select wanted.n::int as "$n", counted."count" from ${wantedRows(parents, p)}
    cross join lateral (select count(*)::int as "count" from ${plan.table} t${strictVersion(plan, 'wanted.as_of')}
      where ${[`${link} = wanted.id`, ...conditions].join(' and ')}) counted`;
}
