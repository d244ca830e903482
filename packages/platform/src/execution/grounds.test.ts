import { bridges, rivers, upper } from '../../test-kit/rivers.js';
import { start, type Running } from '../../test-kit/running.js';
import { anonymous, type Caller } from '../contract/context.js';
import type { DocumentNode } from 'graphql';
import { RightsChanged } from './grounds.js';

let running: Running;
beforeAll(async () => {
  running = await start([bridges, rivers]);
  await running.place.sql(`
    create table public.ground (version int not null);
    insert into public.ground values (1);
    grant select on public.ground to phoihop_serving`);
});
afterAll(() => running?.stop());

const standing = (value: string, caller: Caller = upper): Caller => ({
  ...caller,
  grounds: { sql: '(select version from public.ground)', value },
});

const answer = (source: string, caller: Caller, variables: Record<string, unknown> = {}) =>
  running.engine.answer({
    document: running.engine.parse(source) as DocumentNode,
    caller,
    variables,
    locale: 'en',
  });

const open = `mutation { bridgesOpen(input: { river: "x", label: "by nobody" }) { id } }`;
const riverless = `mutation ($river: ID!) { bridgesOpen(input: { river: $river, label: "by nobody" }) { id } }`;

/** One of each path that an answer may come by. */
const paths: [string, string, Caller][] = [
  ['one statement without a session', '{ rivers(first: 1) { nodes { name } } }', upper],
  ['one statement in a session', '{ bridges(first: 1) { nodes { label } } }', upper],
  ['a statement with what code answers', '{ bridgesRawCount }', upper],
  ['introspection', '{ __schema { queryType { name } } }', upper],
  ['a refusal before anything is asked', open, { ...anonymous, userId: 3 }],
];

test.each(paths)('%s: told by rights of before is not told', async (_, source, caller) => {
  for (let round = 0; round < 4; round += 1) {
    await expect(answer(source, standing('0', caller))).rejects.toThrow(RightsChanged);
    const now = await answer(source, standing('1', caller));
    expect(now).toBeDefined();
  }
});

test('the answer is the same as without asking', async () => {
  const source = '{ bridges(first: 3) { totalCount nodes { label river { name } } } }';
  expect(await answer(source, standing('1'))).toEqual(await answer(source, upper));
});

test('a change by rights of before writes nothing', async () => {
  const { data } = await running.run('{ rivers(first: 1) { nodes { id } } }');
  const variables = { river: data.rivers.nodes[0].id };
  await expect(answer(riverless, standing('0'), variables)).rejects.toThrow(RightsChanged);
  const written = `select id from bridges.bridge where label = 'by nobody'`;
  expect(await running.place.sql(written)).toEqual([]);
  await answer(riverless, standing('1'), variables);
  expect(await running.place.sql(written)).toHaveLength(1);
});

test('whoever has just loaded the caller is not told', async () => {
  expect((await running.run('{ bridgesRawCount }', standing('0'))).data.bridgesRawCount).toBeGreaterThan(0);
});
