import { BigIntType } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import fc from 'fast-check';
import { Field, Int, ObjectType } from 'type-graphql';
import { callerOf } from '../../test-kit/rivers.js';
import { start, type Running } from '../../test-kit/running.js';
import {
  allow,
  DateScalar,
  DecimalScalar,
  definePlugin,
  extend,
  list,
  many,
  Node,
  readOnlyRows,
  rowRule,
} from '../index.js';

/** The reader against a naive evaluation in memory: random rows, filters, orders, pages. */

@ObjectType({ implements: Node, description: 'Where things are kept.' })
@Entity({ schema: 'core', tableName: 'shelf' })
class Shelf {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is written on it.' })
  label!: string;
}

@ObjectType({ implements: Node, description: 'Something that is kept.' })
@Entity({ schema: 'core', tableName: 'item' })
class Item {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @ManyToOne(() => Shelf, { fieldName: 'shelf_id', nullable: true })
  @Field(() => Shelf, { nullable: true, description: 'Where it is.' })
  shelf!: unknown;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is called.' })
  name!: string | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many there are.' })
  pieces!: number | null;

  @Property({ type: 'decimal', columnType: 'numeric(8,2)', nullable: true })
  @Field(() => DecimalScalar, { nullable: true, description: 'In kilograms.' })
  weight!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Since when it is there.' })
  keptSince!: string | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether it breaks.' })
  fragile!: boolean;
}

const open = allow.public('Only a test.');
const asked = {
  filter: ['shelf', 'name', 'pieces', 'weight', 'keptSince', 'fragile'],
  order: ['name', 'pieces', 'weight', 'keptSince', 'fragile', 'id'],
};
const names = [
  'Shelf',
  'Shelf.label',
  'Item',
  'Item.shelf',
  'Item.name',
  'Item.pieces',
  'Item.weight',
  'Item.keptSince',
  'Item.fragile',
  'Shelf.items',
  'Query.items',
  'Query.shelves',
];
const store = definePlugin({
  id: 'core',
  version: '1.0.0',
  title: { vi: 'Kho', en: 'Store' },
  data: {
    entities: [Shelf, Item],
    migrations: [
      {
        name: '0001_store',
        // "C" orders texts by their bytes, as the evaluation in memory does.
        up: `create table core.shelf (id bigint primary key, label text not null);
          insert into core.shelf values (1, 'one'), (2, 'two'), (3, 'three');
          create table core.item (id bigint primary key, shelf_id bigint, name text collate "C", pieces int,
            weight numeric(8,2), kept_since date, fragile boolean not null, town text not null);`,
        down: '',
      },
    ],
    rows: {
      Shelf: readOnlyRows('All.'),
      Item: rowRule({
        select: { using: `town = (select current_setting('phoihop.town', true))` },
        explanation: 'The town’s own.',
      }),
    },
  },
  graphql: {
    reads: {
      items: list(Item, { description: 'All there are.', ...asked }),
      shelves: list(Shelf, { description: 'All there are.' }),
    },
    extend: [extend(Shelf, { items: many(Item, 'shelf', { description: 'What is on it.', ...asked }) })],
  },
  access: { fields: { Shelf: open, Item: open, 'Query.items': open, 'Query.shelves': open } },
  translations: { vi: Object.fromEntries(names.map((name) => [name, 'Chữ tiếng Việt.'])) },
});

let running: Running;
beforeAll(async () => {
  running = await start([store]);
});
afterAll(() => running?.stop());

/** A row as the test knows it. */
interface Kept {
  readonly id: number;
  readonly shelf: number | null;
  readonly name: string | null;
  readonly pieces: number | null;
  readonly weight: string | null;
  readonly keptSince: string | null;
  readonly fragile: boolean;
  readonly town: string;
}

// Few different values, so that ties and nulls are common.
const name = fc.constantFrom('a', 'A', 'b', 'ab', 'đ', 'Đ', 'ươ', '', ' ', `'; --`, '💧', '\uFF5E');
const weight = fc.integer({ min: -150, max: 150 }).map((n) => (n / 100).toFixed(2));
const day = fc.constantFrom('2020-02-29', '2021-01-01', '2021-10-15', '1999-12-31');
const pieces = fc.integer({ min: -2, max: 2 });
const kept = fc.record({
  shelf: fc.option(fc.integer({ min: 1, max: 3 })),
  name: fc.option(name),
  pieces: fc.option(pieces),
  weight: fc.option(weight),
  keptSince: fc.option(day),
  fragile: fc.boolean(),
  town: fc.constantFrom('upper', 'lower'),
});
const rowsOf = fc.array(kept, { maxLength: 40 }).chain((rows) =>
  fc
    .shuffledSubarray(
      rows.map((_, n) => n + 1),
      { minLength: rows.length },
    )
    .map((ids) => rows.map((row, n): Kept => ({ id: ids[n]!, ...row }))),
);

const filterOf = fc.record(
  {
    shelf: fc.integer({ min: 1, max: 4 }),
    name: fc.uniqueArray(name, { maxLength: 3 }),
    piecesMin: pieces,
    piecesMax: pieces,
    weightMin: weight,
    weightMax: weight,
    keptSinceFrom: day,
    keptSinceTo: day,
    fragile: fc.boolean(),
  },
  { requiredKeys: [] },
);
type Filter = Partial<Record<'shelf' | 'piecesMin' | 'piecesMax', number>> &
  Partial<Record<'weightMin' | 'weightMax' | 'keptSinceFrom' | 'keptSinceTo', string>> & {
    name?: string[];
    fragile?: boolean;
  };

const orders = ['name', 'pieces', 'weight', 'keptSince', 'fragile', 'id'] as const;
const orderOf = fc.record({ property: fc.constantFrom(...orders), descending: fc.boolean() });
type Order = { property: (typeof orders)[number]; descending: boolean };

/** Texts by their bytes, decimals by their value. */
function compare(property: string, a: unknown, b: unknown): number {
  if (property === 'name') return Buffer.compare(Buffer.from(a as string), Buffer.from(b as string));
  const [x, y] =
    property === 'weight' ? [Number(a), Number(b)] : [a as number | string, b as number | string];
  return x < y ? -1 : x > y ? 1 : 0;
}

function matches(row: Kept, filter: Filter): boolean {
  const between = (property: 'pieces' | 'weight' | 'keptSince', least: unknown, most: unknown): boolean => {
    const value = row[property];
    if (least === undefined && most === undefined) return true;
    if (value === null) return false;
    return (
      (least === undefined || compare(property, value, least) >= 0) &&
      (most === undefined || compare(property, value, most) <= 0)
    );
  };
  return (
    (filter.shelf === undefined || row.shelf === filter.shelf) &&
    (filter.name === undefined || (row.name !== null && filter.name.includes(row.name))) &&
    (filter.fragile === undefined || row.fragile === filter.fragile) &&
    between('pieces', filter.piecesMin, filter.piecesMax) &&
    between('weight', filter.weightMin, filter.weightMax) &&
    between('keptSince', filter.keptSinceFrom, filter.keptSinceTo)
  );
}

/** What the reader should find: the town's rows that match, nulls last in both directions, ties by id. */
function evaluate(rows: readonly Kept[], filter: Filter, { property, descending }: Order): number[] {
  return rows
    .filter((row) => row.town === 'upper' && matches(row, filter))
    .sort((a, b) => {
      const [x, y] = [a[property], b[property]];
      if (x === null || y === null) return Number(x === null) - Number(y === null) || a.id - b.id;
      return (descending ? -1 : 1) * compare(property, x, y) || a.id - b.id;
    })
    .map(({ id }) => id);
}

const caller = callerOf(1, 'upper');
const globalId = (type: string, id: number) => Buffer.from(`${type}:${id}`).toString('base64url');
const rowId = (id: string) => Number(Buffer.from(id, 'base64url').toString().split(':')[1]);
const orderBy = ({ property, descending }: Order) =>
  `${property.replace(/([A-Z])/g, '_$1').toUpperCase()}_${descending ? 'DESC' : 'ASC'}`;
const asInput = (filter: Filter) => ({
  ...filter,
  ...(filter.shelf === undefined ? {} : { shelf: globalId('Shelf', filter.shelf) }),
});

async function fill(rows: readonly Kept[]): Promise<void> {
  await running.place.sql('delete from core.item');
  await running.place.sql(
    `insert into core.item (id, shelf_id, name, pieces, weight, kept_since, fragile, town)
     select id, shelf, name, pieces, weight, "keptSince", fragile, town from jsonb_to_recordset($1::jsonb)
       as row (id bigint, shelf bigint, name text, pieces int, weight numeric, "keptSince" date, fragile boolean, town text)`,
    [JSON.stringify(rows)],
  );
}

interface Page {
  totalCount: number;
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}
const selection =
  '{ totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } }';

async function ask<T>(source: string, variables: Record<string, unknown>): Promise<T> {
  const { data, errors } = await running.run(source, caller, variables);
  expect(errors).toBeUndefined();
  return data as T;
}

const root = `query($first: Int, $after: String, $orderBy: ItemsOrder, $filter: ItemsFilter) {
  page: items(first: $first, after: $after, orderBy: $orderBy, filter: $filter) ${selection} }`;

test('a list read page by page is the list evaluated in memory, under any filter, order and page size', async () => {
  await fc.assert(
    fc.asyncProperty(
      rowsOf,
      filterOf,
      orderOf,
      fc.integer({ min: 1, max: 12 }),
      async (rows, filter, order, first) => {
        await fill(rows);
        const expected = evaluate(rows, filter, order);
        const seen: number[] = [];
        let after: string | null = null;
        for (;;) {
          const variables: Record<string, unknown> = {
            first,
            after,
            orderBy: orderBy(order),
            filter: asInput(filter),
          };
          const { page } = await ask<{ page: Page }>(root, variables);
          expect(page.totalCount).toBe(expected.length);
          expect(page.edges.map(({ node }) => node.id)).toEqual(page.nodes.map(({ id }) => id));
          expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
          seen.push(...page.nodes.map(({ id }) => rowId(id)));
          expect(page.pageInfo.hasNextPage).toBe(seen.length < expected.length);
          if (!page.pageInfo.hasNextPage) break;
          after = page.pageInfo.endCursor;
        }
        expect(seen).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

test('from every cursor the list goes on with the row behind it', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, orderOf, async (rows, order) => {
      await fill(rows);
      const expected = evaluate(rows, {}, order);
      const { page } = await ask<{ page: Page }>(root, { first: 200, orderBy: orderBy(order) });
      for (const [n, { cursor }] of page.edges.entries()) {
        const rest = await ask<{ page: Page }>(root, { first: 2, after: cursor, orderBy: orderBy(order) });
        expect(rest.page.nodes.map(({ id }) => rowId(id))).toEqual(expected.slice(n + 1, n + 3));
      }
    }),
    { numRuns: 15 },
  );
});

test('a page of nothing tells only whether there is something', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, filterOf, async (rows, filter) => {
      await fill(rows);
      const { length } = evaluate(rows, filter, { property: 'id', descending: false });
      const { page } = await ask<{ page: Page }>(root, { first: 0, filter: asInput(filter) });
      expect(page).toEqual({
        totalCount: length,
        nodes: [],
        edges: [],
        pageInfo: { hasNextPage: length > 0, hasPreviousPage: false, endCursor: null },
      });
    }),
    { numRuns: 15 },
  );
});

test('the pages of many parents are each its own list, limited and counted by itself', async () => {
  const source = `query($first: Int, $orderBy: ItemsOfShelfOrder, $filter: ItemsOfShelfFilter) {
    shelves { nodes { id page: items(first: $first, orderBy: $orderBy, filter: $filter) ${selection} } } }`;
  await fc.assert(
    fc.asyncProperty(
      rowsOf,
      filterOf,
      orderOf,
      fc.integer({ min: 0, max: 6 }),
      async (rows, filter, order, first) => {
        await fill(rows);
        const { shelves } = await ask<{ shelves: { nodes: { id: string; page: Page }[] } }>(source, {
          first,
          orderBy: orderBy(order),
          filter: asInput(filter),
        });
        for (const { id, page } of shelves.nodes) {
          const onIt = rows.filter(({ shelf }) => shelf === rowId(id));
          const expected = evaluate(onIt, filter, order);
          expect(page.nodes.map((node) => rowId(node.id))).toEqual(expected.slice(0, first));
          expect(page.totalCount).toBe(expected.length);
          expect(page.pageInfo.hasNextPage).toBe(expected.length > first);
        }
      },
    ),
    { numRuns: 40 },
  );
});
