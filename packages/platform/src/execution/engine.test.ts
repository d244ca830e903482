import { parse } from 'graphql';
import { bridges, reader, rivers, upper } from '../../test-kit/rivers.js';
import { start, type Answer, type Running } from '../../test-kit/running.js';
import { anonymous } from '../contract/context.js';

let running: Running;
let run: Running['run'];
beforeAll(async () => {
  running = await start([bridges, rivers]);
  ({ run } = running);
});
afterAll(() => running?.stop());

const riverId = async (name: string): Promise<string> =>
  (await run('query($name: String!) { river(name: $name) { id } }', upper, { name })).data.river.id;
const open = 'mutation($input: BridgesOpenInput!) { bridgesOpen(input: $input) { id label } }';
const bridgesCalled = (label: string) =>
  running.place.sql('select id from bridges.bridge where label = $1', [label]);

test('a page of a list with to-one and to-many relations, three deep, in one statement a level', async () => {
  const source = (first: number) => `{
    rivers(first: ${first}, orderBy: NAME_DESC) {
      totalCount pageInfo { hasNextPage }
      nodes { id name bridges(first: 2) { totalCount nodes { label loud river { name bridges(first: 1) { nodes { openedOn } } } } } }
    }
  }`;
  const small = await run(source(1));
  const few = running.statements;
  const large = await run(source(20));
  expect(large.errors).toBeUndefined();
  expect(running.statements).toBe(few);
  expect(small.data.rivers.totalCount).toBe(30);
  expect(large.data.rivers.nodes).toHaveLength(20);
  const [first] = large.data.rivers.nodes;
  expect(first.name).toBe('river 9');
  expect(first.bridges).toMatchObject({
    totalCount: 4,
    nodes: [{ label: 'bridge 9.2', loud: 'BRIDGE 9.2', river: { name: 'river 9' } }, {}],
  });
});

test('rows of another town are not there: lists, counts, pages, relations, raw SQL, node', async () => {
  const source = `{
    bridges(first: 0) { totalCount }
    bridgesRawCount
    river(name: "river 1") { bridges { totalCount pageInfo { hasNextPage } nodes { id label } } }
  }`;
  const [mine, theirs] = [await run(source, upper), await run(source, reader)];
  expect(mine.data.bridgesRawCount).toBe(120);
  expect(theirs.data.bridges.totalCount).toBe(120);
  expect(theirs.data.river.bridges).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false } });
  const labels = (answer: Answer): string[] =>
    answer.data.river.bridges.nodes.map((node: { label: string }) => node.label);
  expect(labels(mine).filter((label) => labels(theirs).includes(label))).toEqual([]);
  const [{ id }] = mine.data.river.bridges.nodes;
  const node = 'query($id: ID!) { node(id: $id) { id ... on BridgesBridge { label } } }';
  expect((await run(node, upper, { id })).data.node.label).toBe('bridge 1.2');
  expect(await run(node, reader, { id })).toEqual({ data: { node: null } });
});

test('a page that ends with the last row one may see does not tell that there are others', async () => {
  const source = `{ river(name: "river 1") { bridges(first: 4) { pageInfo { hasNextPage } nodes { label } } } }`;
  const { data } = await run(source, reader);
  expect(data.river.bridges.nodes).toHaveLength(4);
  expect(data.river.bridges.pageInfo.hasNextPage).toBe(false);
});

test('a refused nullable field is null with its code at its path, its neighbors answer', async () => {
  const source = '{ rivers(first: 1) { nodes { name bridges { nodes { label } } } } }';
  const result = await run(source, anonymous);
  expect(result.data.rivers.nodes[0]).toEqual({ name: 'river 1', bridges: null });
  expect(result.errors).toMatchObject([
    {
      path: ['rivers', 'nodes', 0, 'bridges'],
      extensions: { code: 'UNAUTHENTICATED', field: 'River.bridges' },
    },
  ]);
});

test('a refused mutation runs nothing, in whatever company', async () => {
  const input = { river: await riverId('river 2'), label: 'refused' };
  const result = await run(open, reader, { input });
  expect(result).toMatchObject({
    errors: [
      {
        message:
          'You do not hold the permission “open bridges”, which is needed for this (Mutation.bridgesOpen).',
        extensions: { code: 'FORBIDDEN', field: 'Mutation.bridgesOpen', permission: 'bridges:open' },
      },
    ],
  });
  expect(result.data).toBeUndefined();
  expect(await bridgesCalled('refused')).toHaveLength(0);
});

test('a failing root field is undone and does not poison its neighbor; what is written is audited', async () => {
  const river = await riverId('river 2');
  const result = await run(
    `mutation($river: ID!) {
      a: bridgesOpen(input: { river: $river, label: "broken" }) { label }
      b: bridgesOpen(input: { river: $river, label: "whole" }) { label river { name } }
    }`,
    upper,
    { river },
  );
  expect(result.errors).toMatchObject([
    { message: 'The bridge is broken: broken.', path: ['a'], extensions: { code: 'BRIDGE_BROKEN' } },
  ]);
  expect(result.data).toEqual({ a: null, b: { label: 'whole', river: { name: 'river 2' } } });
  expect(await bridgesCalled('broken')).toHaveLength(0);
  expect(await bridgesCalled('whole')).toHaveLength(1);
  expect(
    await running.place.sql('select action, business_date from platform.audit_event where actor_id = 7'),
  ).toEqual([{ action: 'bridges:open', business_date: expect.anything() }]);
});

test('bad input names the field, what was given and what is allowed', async () => {
  const extensionsOf = async (source: string) => (await run(source)).errors![0]!.extensions;
  expect(await extensionsOf('{ rivers(first: 201) { nodes { id } } }')).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'first',
    given: 201,
    allowed: '0..200',
  });
  expect(await extensionsOf('{ rivers(after: "zzz") { nodes { id } } }')).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'after',
  });
  expect(await extensionsOf('{ bridges(filter: { river: "zzz" }) { nodes { id } } }')).toMatchObject({
    field: 'filter.river',
  });
  expect(await extensionsOf('{ river(name: "a\\u0000b") { id } }')).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'name',
  });
});

test('an error of the inside is a number to the client, and the error itself to the log', async () => {
  const { data, errors } = await run('{ bridgesFail river(name: "river 1") { name } }');
  expect(data).toEqual({ bridgesFail: null, river: { name: 'river 1' } });
  expect(JSON.stringify(errors)).not.toContain('hunter2');
  const { errorId } = errors![0]!.extensions;
  expect(running.logged.at(-1)).toMatchObject({ message: 'internal error', facts: { errorId } });
  expect(String(running.logged.at(-1)!.facts!['error'])).toContain('hunter2');
});

test('a document that is none, or not valid, is refused with its code and runs nothing', async () => {
  expect((await run('{ rivers')).errors![0]!.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' });
  expect((await run('{ nonsense }')).errors![0]!.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  expect((await run(`{ ${'__typename '.repeat(2001)} }`)).errors![0]!.extensions).toEqual({
    code: 'GRAPHQL_PARSE_FAILED',
  });
  expect((await run(`{ ${'__typename '.repeat(31)} }`)).errors![0]!.extensions).toMatchObject({
    code: 'LIMIT_EXCEEDED',
  });
});

test('an operation that is not clear, or not there, is refused in the caller’s language', async () => {
  const document = parse('query A { __typename } query B { __typename }');
  for (const operationName of [null, 'C', '']) {
    const { errors } = await running.engine.execute({ document, operationName, locale: 'vi' });
    expect(errors![0]!.extensions).toEqual({ code: 'OPERATION_RESOLUTION_FAILURE' });
    expect(errors![0]!.message).toContain('operationName');
  }
  expect((await running.engine.execute({ document, operationName: 'B' })).data).toEqual({
    __typename: 'Query',
  });
});

test('variables of the wrong kind are refused without their values', async () => {
  const { errors, data } = await run(open, upper, { input: { river: 'x', label: { text: 'hunter2' } } });
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    {
      message: 'The value of input.label is not valid: given an object; allowed: a text (String).',
      extensions: {
        code: 'BAD_USER_INPUT',
        field: 'input.label',
        given: 'an object',
        allowed: 'a text (String)',
      },
    },
  ]);
  expect(JSON.stringify(errors)).not.toContain('hunter2');
});

test('aliases that every object has are plain names of the answer', async () => {
  const { data, errors } = await run(`{
    then: river(name: "river 1") { __proto__: name constructor: id then: name }
    hasOwnProperty: rivers(first: 1) { toString: nodes { __proto__: name } }
  }`);
  expect(errors).toBeUndefined();
  expect(Object.entries(data.then)).toEqual([
    ['__proto__', 'river 1'],
    ['constructor', expect.any(String)],
    ['then', 'river 1'],
  ]);
  expect(data.hasOwnProperty.toString).toHaveLength(1);
  expect(({} as Record<string, unknown>)['name']).toBeUndefined();
});

test('introspection describes the schema in Vietnamese and in English, and needs no database', async () => {
  const source = '{ __type(name: "River") { description } __typename }';
  const describe = async (locale: 'vi' | 'en') => (await running.engine.graphql({ source, locale })).data;
  expect(await describe('vi')).toMatchObject({
    __type: { description: 'Một con sông.' },
    __typename: 'Query',
  });
  expect(JSON.stringify(await describe('en'))).toContain('school book');
});

test('SQL in a text is a text', async () => {
  for (const name of [`' or true --`, `river 1'; drop table core.river; --`, '$1', '\\', '%']) {
    expect(await run('query($name: String!) { river(name: $name) { id } }', upper, { name })).toEqual({
      data: { river: null },
    });
  }
  expect((await run('{ rivers(first: 0) { totalCount } }')).data.rivers.totalCount).toBe(30);
});

test('a plugin that is not there has no services', () => {
  expect(() => running.engine.servicesFor('nobody')).toThrow('There is no plugin nobody.');
  expect(running.engine.servicesFor('core').plugins.map(({ id }) => id)).toEqual(['core', 'bridges']);
});
