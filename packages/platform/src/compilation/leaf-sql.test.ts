import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  type GraphQLOutputType,
} from 'graphql';
import { GraphQLISODateTime } from 'type-graphql';
import { planOf } from '../../test-kit/plan.js';
import { DateScalar, DecimalScalar } from '../contract/scalars.js';
import { leafSql } from './leaf-sql.js';

const named = new GraphQLEnumType({ name: 'Named', values: { WET: {}, DRY: {} } });
const stored = new GraphQLEnumType({ name: 'Stored', values: { WET: { value: 'w' }, DRY: { value: "d'" } } });

const sqlOf = (sqlType: string, type: GraphQLOutputType, nullable = false) =>
  leafSql(planOf({ it: { sqlType, nullable } }).columns.get('it')!, type, 'r."it"');

test.each<[string, GraphQLOutputType, string]>([
  ['integer', GraphQLInt, 'r."it"'],
  ['boolean', GraphQLBoolean, 'r."it"'],
  ['text', GraphQLString, 'r."it"'],
  ['varchar(20)', GraphQLID, 'r."it"'],
  ['bigint', GraphQLID, 'r."it"::text'],
  ['uuid', GraphQLString, 'r."it"::text'],
  ['date', DateScalar, 'r."it"'],
  ['numeric(10,2)', DecimalScalar, 'r."it"::text'],
  ['integer', DecimalScalar, 'r."it"::text'],
  ['numeric', GraphQLFloat, 'r."it"::float8'],
  ['timestamptz', GraphQLISODateTime, `to_char(r."it" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`],
  ['text', named, 'r."it"'],
  ['text', stored, `case r."it" when 'w' then 'WET' when 'd''' then 'DRY' end`],
  ['text[]', new GraphQLList(GraphQLString), 'to_json(r."it")'],
])('%s shown as %s', (sqlType, type, sql) => {
  expect(sqlOf(sqlType, type)).toBe(sql);
});

test.each<[string, GraphQLOutputType]>([
  ['text', GraphQLInt],
  ['jsonb', GraphQLString],
  ['timestamp', GraphQLISODateTime],
  ['text[]', GraphQLString],
  ['text[]', new GraphQLList(stored)],
  ['integer[]', new GraphQLList(GraphQLInt)],
  ['integer', named],
])('%s shown as %s is left to the resolver', (sqlType, type) => {
  expect(sqlOf(sqlType, type)).toBeUndefined();
});

test('what must not be null is marked where it may be, and only there', () => {
  const required = new GraphQLNonNull(GraphQLString);
  expect(sqlOf('text', required, true)).toBe(`coalesce(to_json(r."it"), '"$violation"'::json)`);
  expect(sqlOf('text', required, false)).toBe('r."it"');
  expect(sqlOf('text', GraphQLString, true)).toBe('r."it"');
});

test('a null inside a list that must have none is marked', () => {
  const list = new GraphQLList(new GraphQLNonNull(GraphQLString));
  expect(sqlOf('text[]', list)).toContain('array_position(r."it", null)');
});
