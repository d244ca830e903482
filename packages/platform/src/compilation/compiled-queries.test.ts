import { parse } from 'graphql';
import { callerOf, engineer, reader, rivers, bridges, upper } from '../../test-kit/rivers.js';
import { start, type Running } from '../../test-kit/running.js';

let running: Running;

beforeAll(async () => {
  running = await start([rivers, bridges]);
});

afterAll(() => running?.stop());

/** The answer, how many statements it took, and what the resolvers alone answer. */
async function both(source: string, caller = upper, variables: Record<string, unknown> = {}) {
  const request = { source, caller, variables, locale: 'en' as const };
  const compiled = JSON.stringify(await running.engine.graphql(request));
  const { statements } = running;
  const resolved = JSON.stringify(await running.engine.graphql({ ...request, reading: 'resolvers' }));
  return { compiled, resolved, statements };
}

const explained = (source: string, caller = upper, variables: Record<string, unknown> = {}) =>
  running.engine.explain({ document: parse(source), caller, variables });

const nested = `query ($first: Int, $label: [String!]) {
  rivers(first: $first, orderBy: NAME_DESC) {
    totalCount
    nodes { id name bridges(first: 2, filter: { label: $label }) {
      edges { cursor node { __typename label openedOn river { name } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

test.each([
  ['one row', '{ river(name: "river 7") { id name } }', {}],
  ['no row', '{ river(name: "dry") { id } }', {}],
  [
    'two roots, each by its own name',
    '{ a: river(name: "river 1") { name } b: rivers(first: 2) { nodes { name } } }',
    {},
  ],
  ['lists in lists', nested, { first: 3 }],
  ['with a filter', nested, { first: 5, label: ['bridge 9.2'] }],
  ['a page of nothing', nested, { first: 0 }],
  ['the default page', nested, {}],
])('%s: one statement, and the resolvers’ answer', async (_, source, variables) => {
  const { compiled, resolved, statements } = await both(source, upper, variables);
  expect(compiled).toBe(resolved);
  expect(compiled).not.toContain('errors');
  expect(statements).toBe(1);
});

test('every page of a list is the resolvers’, to the last', async () => {
  let after: string | null = null;
  let pages = 0;
  do {
    const source = `query ($after: String) { bridges(first: 50, after: $after, orderBy: OPENED_ON_DESC) { nodes { label } pageInfo { hasNextPage endCursor } } }`;
    const { compiled, resolved }: { compiled: string; resolved: string } = await both(source, upper, {
      after,
    });
    expect(compiled).toBe(resolved);
    const { hasNextPage, endCursor } = JSON.parse(compiled).data.bridges.pageInfo;
    after = hasNextPage ? endCursor : null;
    pages += 1;
  } while (after);
  expect(pages).toBe(3);
});

test('rows of another town are not in it; what everybody sees needs no session', async () => {
  const source = '{ rivers(first: 1) { nodes { bridges { totalCount nodes { label } } } } }';
  const ofUpper = JSON.parse((await both(source, upper)).compiled);
  const ofLower = JSON.parse((await both(source, reader)).compiled);
  expect(ofUpper.data.rivers.nodes[0].bridges.nodes).not.toEqual(ofLower.data.rivers.nodes[0].bridges.nodes);
  expect(ofUpper.data.rivers.nodes[0].bridges.totalCount).toBe(4);
  expect((await explained(source)).needsSession).toBe(true);
  expect((await explained('{ rivers { nodes { name } } }')).needsSession).toBe(false);
});

test('a field with code is cut out: the rest is one statement, and the code runs over its rows', async () => {
  const source = '{ bridges(first: 3) { nodes { loud label river { name } } } }';
  const { compiled, resolved, statements } = await both(source);
  expect(compiled).toBe(resolved);
  expect(JSON.parse(compiled).data.bridges.nodes[0].loud).toMatch(/^BRIDGE/);
  expect(statements).toBe(1);
  expect((await explained(source)).javascript).toEqual(['bridges.nodes.loud (BridgesBridge.loud)']);
});

test('a field that is refused is null at each place, with its error; its neighbors are there', async () => {
  const source = '{ rivers(first: 2) { nodes { name depth } } }';
  const { compiled, resolved } = await both(source, upper);
  expect(compiled).toBe(resolved);
  expect(JSON.parse(compiled).errors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
    'rivers.nodes.0.depth',
    'rivers.nodes.1.depth',
  ]);
  expect((await both(source, engineer)).compiled).not.toContain('errors');
});

test('an order that nobody asked for tells nothing that one may not read', async () => {
  const source = '{ riversByDepth(first: 3) { nodes { name } } }';
  const plain = await both(source, upper);
  const knowing = await both(source, engineer);
  expect(plain.compiled).toBe(plain.resolved);
  expect(knowing.compiled).toBe(knowing.resolved);
  expect(plain.compiled).not.toBe(knowing.compiled);
});

test.each([
  [
    'a page that is too large',
    '{ a: rivers(first: 500) { nodes { name } } b: rivers(first: 1) { nodes { name } } }',
    {},
  ],
  [
    'a cursor of no list',
    'query ($after: String) { rivers(after: $after) { nodes { name } } }',
    { after: 'x' },
  ],
  [
    'an id of nothing',
    'query ($river: ID) { bridges(filter: { river: $river }) { nodes { label } } }',
    { river: 'x' },
  ],
  ['text that is none', 'query ($name: String!) { river(name: $name) { id } }', { name: 'a\u0000b' }],
  ['a filter by what one may not read', '{ rivers(filter: { depthMin: "3" }) { nodes { name } } }', {}],
])('%s is the error of its field, and the others are answered', async (_, source, variables) => {
  const { compiled, resolved } = await both(source, upper, variables);
  expect(compiled).toBe(resolved);
  expect(compiled).toContain('errors');
});

test('what was wrong once is not wrong for the next who asks', async () => {
  const source = 'query ($first: Int) { rivers(first: $first) { nodes { name } } }';
  expect((await both(source, upper, { first: 999 })).compiled).toContain('BAD_USER_INPUT');
  const { compiled, statements } = await both(source, upper, { first: 2 });
  expect(JSON.parse(compiled).data.rivers.nodes).toHaveLength(2);
  expect(statements).toBe(1);
});

test('two callers with the same rights share a plan and not their rows', async () => {
  const source = '{ bridges(first: 2) { nodes { label } } }';
  const other = callerOf(70, 'lower', 'bridges:read', 'bridges:open');
  expect((await both(source, upper)).compiled).not.toBe((await both(source, other)).compiled);
});

test('node is read with what is asked of it: one statement', async () => {
  const { data } = await running.run('{ bridges(first: 1) { nodes { id } } }');
  const source =
    'query ($id: ID!) { node(id: $id) { __typename ... on BridgesBridge { label river { name } } } }';
  const { compiled, resolved, statements } = await both(source, upper, { id: data.bridges.nodes[0].id });
  expect(compiled).toBe(resolved);
  expect(JSON.parse(compiled).data.node.river.name).toBe('river 1');
  expect(statements).toBe(1);
});

test('names of the answer are whatever GraphQL allows', async () => {
  const long = 'a'.repeat(70);
  for (const name of ['__proto__', 'constructor', 'then', 'select', 'Name', long]) {
    const { compiled, resolved } = await both(
      `{ ${name}: rivers(first: 1) { ${name}: nodes { ${name}: name } } }`,
    );
    expect(compiled).toBe(resolved);
    expect(compiled).toContain(`"${name}":"river 1"`);
  }
});

test('a text that looks like the compiler’s own mark is a text', async () => {
  await running.place.sql(
    `insert into core.river (name, depth, secret_source) values ('$violation', 1, 's')`,
  );
  try {
    const { compiled, resolved } = await both('{ river(name: "$violation") { name } }');
    expect(compiled).toBe(resolved);
    expect(JSON.parse(compiled).data.river.name).toBe('$violation');
  } finally {
    await running.place.sql(`delete from core.river where name = '$violation'`);
  }
});

test('an explanation names the rules, the tables and what row security adds', async () => {
  const { sql, rules, tables, databasePlan, parameters } = await explained(
    'query ($first: Int) { bridges(first: $first) { nodes { label } } }',
    upper,
    { first: 4 },
  );
  expect(sql).toContain('"bridges"."bridge"');
  expect(parameters).toContain(4);
  expect(rules).toMatchObject({ 'Query.bridges': 'bridges:read', 'BridgesBridge.label': 'bridges:read' });
  expect(tables).toEqual(['"bridges"."bridge"']);
  expect(databasePlan.join('\n')).toMatch(/cost=/);
  expect(databasePlan.join('\n')).toMatch(/town = /);
});

test('a change is not explained as a query', async () => {
  await expect(
    explained('mutation { bridgesOpen(input: { river: "x", label: "y" }) { id } }'),
  ).rejects.toThrow(/mutation/);
});
