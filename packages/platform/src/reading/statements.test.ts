import { planOf } from '../../test-kit/plan.js';
import { Parameters } from './parameters.js';
import { byIds, byValues, countPerParent, pagePerParent, rootPage, type PageRequest } from './statements.js';

const plan = planOf({ name: 'text', depth: 'numeric(6,2)', source: 'bigint' });
/** The same where nobody has measured some rivers. */
const withNulls = planOf({
  name: 'text',
  depth: { sqlType: 'numeric(6,2)', nullable: true },
  source: 'bigint',
});
const temporal = planOf(
  { name: { on: 'version' } },
  { version: { table: '"core"."river_version"', ownerColumn: 'river_id' } },
);
const page = (rest: Partial<PageRequest> = {}): PageRequest => ({
  properties: new Set(['name']),
  ordering: { property: 'depth', descending: false },
  after: null,
  limit: 10,
  conditions: [],
  ...rest,
});

/** A statement in one line, with its parameters. */
function written(write: (p: Parameters) => string): { sql: string; values: unknown[] } {
  const p = new Parameters();
  return { sql: write(p).replace(/\s+/g, ' ').trim(), values: p.values };
}

const orderOf = (sql: string) => /order by (.*) limit/.exec(sql)![1];

test('a page reads the columns asked for and no other, one row more than the limit', () => {
  const { sql, values } = written((p) => rootPage(plan, page(), '2021-10-15', p));
  expect(sql).toBe(
    'select t."id" as "id", t."name" as "name", t."depth"::text as "$order" from "core"."river" t order by t."depth" asc, t."id" asc limit $1::int',
  );
  expect(values).toEqual([11]);
});

test('what a selection names that is no column is not in the statement', () => {
  const { sql } = written((p) =>
    rootPage(plan, page({ properties: new Set(['name"; drop', 'bridges']) }), '', p),
  );
  expect(sql).not.toMatch(/drop|bridges/);
});

test('nulls stand last in both directions, ties by id ascending', () => {
  const by = (descending: boolean) =>
    orderOf(
      written((p) => rootPage(withNulls, page({ ordering: { property: 'depth', descending } }), '', p)).sql,
    );
  expect(by(false)).toBe('t."depth" asc nulls last, t."id" asc');
  expect(by(true)).toBe('t."depth" desc nulls last, t."id" asc');
});

test('where there are no nulls the order is one that an index has', () => {
  const descending = page({ ordering: { property: 'depth', descending: true } });
  expect(orderOf(written((p) => rootPage(plan, page(), '', p)).sql)).toBe('t."depth" asc, t."id" asc');
  expect(orderOf(written((p) => rootPage(plan, descending, '', p)).sql)).toBe('t."depth" desc, t."id" asc');
});

const after = { order: '', value: '2.5', id: 3 };

test('after a cursor: beyond it, or equal with a larger id, or null; among nulls by id only', () => {
  const { sql, values } = written((p) => rootPage(withNulls, page({ after }), '', p));
  expect(sql).toContain(
    '(t."depth" > $1::text::numeric or (t."depth" = $1::text::numeric and t."id" > $2::bigint)' +
      ' or (t."depth" is null and ($1::text::numeric is not null or t."id" > $2::bigint)))',
  );
  expect(values.slice(0, 2)).toEqual(['2.5', 3]);
  const nulls = written((p) => rootPage(withNulls, page({ after: { ...after, value: null } }), '', p));
  expect(nulls.values.slice(0, 2)).toEqual([null, 3]);
});

test('after a cursor where there are no nulls: a range of the ordering column', () => {
  const descending = { property: 'depth', descending: true };
  expect(written((p) => rootPage(plan, page({ after }), '', p)).sql).toContain(
    '(t."depth" >= $1::text::numeric and (t."depth" > $1::text::numeric or t."id" > $2::bigint))',
  );
  expect(written((p) => rootPage(plan, page({ after, ordering: descending }), '', p)).sql).toContain(
    '(t."depth" <= $1::text::numeric and (t."depth" < $1::text::numeric or t."id" > $2::bigint))',
  );
});

test('a cursor that holds no value of the column is refused before it reaches PostgreSQL', () => {
  const garbled = { ...after, value: 'deep' };
  expect(() => written((p) => rootPage(plan, page({ after: garbled }), '', p))).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      details: { field: 'after', given: 'deep', allowed: 'decimal' },
    }),
  );
});

test('many parents are one statement, the limit and the date of each its own', () => {
  const parents = [
    { id: 5, asOf: '2021-10-15' },
    { id: 6, asOf: '2020-01-01' },
  ];
  const { sql, values } = written((p) =>
    pagePerParent(temporal, 'id', parents, page({ ordering: { property: 'name', descending: false } }), p),
  );
  expect(sql).toContain(
    'unnest($1::bigint[], $2::date[]) with ordinality as wanted (id, as_of, n) cross join lateral (',
  );
  expect(sql).toContain(
    'v."valid_from" <= wanted.as_of and (v."valid_to" is null or v."valid_to" > wanted.as_of)',
  );
  expect(sql).toContain('where t."id" = wanted.id order by');
  expect(values).toEqual([[5, 6], ['2021-10-15', '2020-01-01'], 11]);
});

test('counts are over the same rows as pages: same link, same conditions, same versions', () => {
  const { sql } = written((p) =>
    countPerParent(temporal, 'id', [{ id: 5, asOf: '2021-10-15' }], ['t."x" = 1'], p),
  );
  expect(sql).toContain(
    'join "core"."river_version" v on v."river_id" = t."id" and v."superseded_at" is null',
  );
  expect(sql).toContain('where t."id" = wanted.id and t."x" = 1');
});

test('a list has only what was valid on its date; what is referred to shows its nearest version', () => {
  const list = written((p) =>
    rootPage(temporal, page({ ordering: { property: 'id', descending: false } }), '2021-10-15', p),
  );
  expect(list.sql).toMatch(/ join "core"."river_version" v on .*"valid_from" <= \$1::date/);
  expect(list.values[0]).toBe('2021-10-15');
  const referred = written((p) => byIds(temporal, new Set(['name']), [{ id: 5, asOf: '2021-10-15' }], p));
  expect(referred.sql).toContain('left join lateral (select * from "core"."river_version" n');
});

test('identifying values are parameters of the column’s type, and checked against it', () => {
  const { sql, values } = written((p) =>
    byValues(plan, new Set(['name']), { name: `' or true --`, depth: '2.005' }, '', p),
  );
  expect(sql).toContain('where t."name" = $1::text and t."depth" = $2::numeric limit 2');
  expect(values).toEqual([`' or true --`, '2.005']);
  expect(() => written((p) => byValues(plan, new Set(), { depth: 'deep' }, '', p))).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ field: 'depth' }) }),
  );
});
