import { getMetadataStorage, Field, ObjectType } from 'type-graphql';
import { planOf } from '../../test-kit/plan.js';
import { connectionFrom, connectionOf, orderValue, pageRequest, type CheckedPage } from './connection.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { Row } from './row.js';

const plan = planOf({ name: 'text', validFrom: 'date' });
const options = { description: '', order: ['validFrom', 'name'] };
const same = (row: Row): Row => row;

test('without arguments: 50 rows by the first order, ascending', () => {
  expect(pageRequest(plan, options, {})).toEqual({
    ordering: { property: 'validFrom', descending: false },
    orderKey: 'core.river:VALID_FROM_ASC',
    after: null,
    limit: 50,
  });
});

test('null arguments are no arguments', () => {
  expect(pageRequest(plan, options, { first: null, after: null, orderBy: null })).toEqual(
    pageRequest(plan, options, {}),
  );
});

test.each([-1, 201, 2 ** 31])('first: %d is refused, 0 and 200 are not', (first) => {
  expect(() => pageRequest(plan, options, { first })).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      details: { field: 'first', given: first, allowed: '0..200' },
    }),
  );
  expect([0, 200].map((good) => pageRequest(plan, options, { first: good }).limit)).toEqual([0, 200]);
});

test('an order is one of those declared, in the direction its name says', () => {
  expect(pageRequest(plan, options, { orderBy: 'NAME_DESC' }).ordering).toEqual({
    property: 'name',
    descending: true,
  });
  expect(pageRequest(plan, { ...options, descending: true }, {}).ordering.descending).toBe(true);
  expect(pageRequest(plan, { description: '' }, {}).ordering).toEqual({ property: 'id', descending: false });
});

test('an order that is none of the list’s does not reach the statement', () => {
  const { ordering } = pageRequest(plan, options, { orderBy: 'id; drop table core.river' });
  expect(ordering.property).toBe('validFrom');
});

test('a cursor made under one order is none under another, nor of another entity', () => {
  const after = encodeCursor({ order: 'core.river:NAME_ASC', value: 'a', id: 1 });
  expect(pageRequest(plan, options, { after, orderBy: 'NAME_ASC' }).after).toMatchObject({
    value: 'a',
    id: 1,
  });
  expect(() => pageRequest(plan, options, { after, orderBy: 'NAME_DESC' })).toThrow();
  expect(() =>
    pageRequest(planOf({ name: 'text' }, { key: 'core.lake' }), options, { after, orderBy: 'NAME_ASC' }),
  ).toThrow();
});

const page: CheckedPage = {
  ordering: { property: 'name', descending: false },
  orderKey: 'o',
  after: null,
  limit: 2,
};
const rows = (n: number): Row[] =>
  Array.from({ length: n }, (_, index) => ({ id: index + 1, $order: `v${index}` }));

test('one row more than the limit says that there are more, and is not shown', () => {
  const tagged: number[] = [];
  const tag = (row: Row): Row => (tagged.push(row.id), row);
  const more = connectionFrom(rows(3), page, 9, tag);
  expect(more.nodes.map(({ id }) => id)).toEqual([1, 2]);
  expect(tagged).toEqual([1, 2]);
  expect(more.pageInfo.hasNextPage).toBe(true);
  expect(more.totalCount).toBe(9);
  expect(connectionFrom(rows(2), page, null, same).pageInfo.hasNextPage).toBe(false);
});

test('cursors mark the rows they stand beside; an empty page has none', () => {
  const { edges, pageInfo } = connectionFrom(
    rows(2),
    { ...page, after: { order: 'o', value: null, id: 9 } },
    null,
    same,
  );
  expect(edges.map(({ cursor }) => decodeCursor(cursor, 'o'))).toEqual([
    { order: 'o', value: 'v0', id: 1 },
    { order: 'o', value: 'v1', id: 2 },
  ]);
  expect(pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: true,
    startCursor: edges[0]!.cursor,
    endCursor: edges[1]!.cursor,
  });
  expect(connectionFrom([], page, 0, same).pageInfo).toMatchObject({ startCursor: null, endCursor: null });
});

test('the same entity has the same connection class, always; a class that is no type has none', () => {
  @ObjectType('Lake', { description: 'Still water.' })
  class Lake {
    @Field(() => String, { description: 'What people call it.' })
    name!: string;
  }
  class Puddle {
    readonly depth = 1;
  }
  expect(connectionOf(Lake)).toBe(connectionOf(Lake));
  expect(getMetadataStorage().objectTypes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['LakeConnection', 'LakeEdge']),
  );
  expect(() => connectionOf(Puddle)).toThrow('Puddle');
});

test('orders are named as enum values are', () => {
  expect(orderValue('validFrom', true)).toBe('VALID_FROM_DESC');
  expect(orderValue('name', false)).toBe('NAME_ASC');
});
