import { GraphQLString } from 'graphql';
import { planOf } from '../../test-kit/plan.js';
import type { ListOptions } from '../contract/reads.js';
import { filterArguments, filterConditions, filterShape } from './filters.js';
import { encodeGlobalId } from './global-id.js';
import { Parameters } from './parameters.js';

const plan = planOf({
  name: 'text',
  kind: 'varchar(3)',
  dry: 'boolean',
  measuredOn: 'date',
  depth: 'numeric(6,2)',
  source: { references: 'core.spring', sqlType: 'bigint' },
  mouth: { on: 'version' },
});
const filter = ['name', 'kind', 'dry', 'measuredOn', 'depth', 'source', 'mouth'];

/** The SQL and parameters of a filter argument. */
function sqlOf(
  given: Record<string, unknown>,
  options: Pick<ListOptions, 'filter' | 'filters'> = { filter },
) {
  const p = new Parameters(given);
  const conditions = filterConditions(
    plan,
    options,
    given,
    p,
    () => ({ typeName: 'Spring', table: '"core"."spring"' }),
    () => p.add('2021-10-15', 'date'),
  );
  return { conditions, values: p.values };
}

test('a property becomes arguments by what it holds', () => {
  const shapeOf = (property: string) => filterShape(plan.columns.get(property)!);
  expect(filterArguments('measuredOn', shapeOf('measuredOn'))).toEqual(['measuredOnFrom', 'measuredOnTo']);
  expect(filterArguments('depth', shapeOf('depth'))).toEqual(['depthMin', 'depthMax']);
  expect(filterArguments('name', shapeOf('name'))).toEqual(['name']);
  expect(['source', 'dry'].map(shapeOf)).toEqual(['reference', 'boolean']);
});

test('values are parameters, never text of the statement', () => {
  const hostile = `'; drop table core.river; --`;
  const { conditions, values } = sqlOf({ name: [hostile] });
  expect(conditions).toEqual(['t."name" = any($1::text[])']);
  expect(values).toEqual([[hostile]]);
});

test('every shape is compared as its column is', () => {
  const source = encodeGlobalId('Spring', 7);
  const given = {
    kind: ['abcdef'],
    dry: false,
    measuredOnFrom: '2021-01-01',
    depthMax: '1.005',
    source,
    mouth: ['x'],
  };
  expect(sqlOf(given)).toEqual({
    conditions: [
      't."kind" = any($1::text[])',
      't."dry" = $2::boolean',
      't."measured_on" >= $3::date',
      't."depth" <= $4::numeric',
      't."source" = (select seen."id" from "core"."spring" seen where seen."id" = $5::bigint)',
      'v."mouth" = any($6::text[])',
    ],
    values: [['abcdef'], false, '2021-01-01', '1.005', 7, ['x']],
  });
});

test('null and nothing are no condition', () => {
  expect(sqlOf({ name: null, depthMin: undefined }).conditions).toEqual([]);
});

test('only what the list declares is looked at', () => {
  expect(sqlOf({ name: ['x'], depthMin: '1' }, { filter: ['depth'] }).conditions).toEqual([
    't."depth" >= $1::numeric',
  ]);
});

test('an id of another type and a value that is none are refused, naming the argument', () => {
  expect(() => sqlOf({ source: encodeGlobalId('River', 7) })).toThrow(
    expect.objectContaining({
      details: expect.objectContaining({ field: 'filter.source', allowed: 'ID(Spring)' }),
    }),
  );
  expect(() => sqlOf({ measuredOnTo: 'soon' })).toThrow(
    expect.objectContaining({ details: { field: 'filter.measuredOnTo', given: 'soon', allowed: 'date' } }),
  );
  expect(() => sqlOf({ name: ['a\0b'] })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});

test('a list of more than 200 values is refused', () => {
  const many = (n: number) => ({ name: Array.from({ length: n }, (_, index) => `${index}`) });
  expect(sqlOf(many(200)).conditions).toHaveLength(1);
  expect(() => sqlOf(many(201))).toThrow(
    expect.objectContaining({
      code: 'LIMIT_EXCEEDED',
      details: { limit: 'filter.name', given: 201, allowed: 200 },
    }),
  );
});

test('a filter of one’s own decodes its value, and gets the date only where it asks for it', () => {
  const own = (sql: (row: string, parameter: string, asOf: string) => string) => ({
    filters: {
      search: {
        type: GraphQLString,
        description: '',
        parameter: (value: unknown) => `${String(value)}%`,
        sql,
      },
    },
  });
  expect(
    sqlOf(
      { search: 'sông' },
      own((row, value) => `${row}.name like ${value}`),
    ),
  ).toEqual({
    conditions: ['t.name like $1'],
    values: ['sông%'],
  });
  expect(
    sqlOf(
      { search: 'a' },
      own((row, value, asOf) => `f(${row}.id, ${value}, ${asOf}, ${asOf})`),
    ),
  ).toEqual({
    conditions: ['f(t.id, $1, $2::date, $2::date)'],
    values: ['a%', '2021-10-15'],
  });
});
