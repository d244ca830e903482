import { parse } from 'graphql';
import type { Caller, Narrowing } from '../index.js';
import { bridges, callerOf, rivers } from '../../test-kit/rivers.js';
import { start, type Running } from '../../test-kit/running.js';

const said = `t.town = (select current_setting('phoihop.town', true))`;
const wide = callerOf(7, 'upper', 'bridges:read');
const narrow: Caller = { ...wide, settings: { ...wide.settings, few: 'yes' } };

let running: Running;
beforeAll(async () => {
  running = await start([rivers, bridges]);
});
afterAll(() => running?.stop());

const sqlFor = async (source: string, caller: Caller): Promise<string> =>
  (await running.engine.explain({ document: parse(source), caller, variables: {} })).sql!;
const times = (sql: string): number => sql.split(said).length - 1;

test('who sees few rows is told apart, in the pages and in the numbers of rows', async () => {
  const source = '{ bridges(first: 2) { totalCount nodes { label } } }';
  // Once in the number, twice in the page: its second way, and what the first has not given.
  expect(times(await sqlFor(source, narrow))).toBe(2);
  expect(times(await sqlFor(source, wide))).toBe(0);
});

test('a list below a row that everybody sees is narrow by it; below a row of few it is anyway', async () => {
  expect(times(await sqlFor('{ rivers { nodes { bridges { nodes { label } } } } }', narrow))).toBe(1);
});

test.each(['OPENED_ON_ASC', 'OPENED_ON_DESC'])(
  'the rows are the same, page after page, though two ways find some of them: %s',
  async (orderBy) => {
    const source = `query ($after: String) { bridges(first: 7, after: $after, orderBy: ${orderBy}) {
      totalCount edges { cursor node { label } } pageInfo { hasNextPage endCursor } } }`;
    let after: string | null = null;
    let rows = 0;
    do {
      const { data } = await running.run(source, narrow, { after });
      expect(data).toEqual((await running.run(source, wide, { after })).data);
      rows += data.bridges.edges.length;
      after = data.bridges.pageInfo.hasNextPage ? data.bridges.pageInfo.endCursor : null;
    } while (after);
    expect(rows).toBe(120);
  },
);

test('a condition that is wrong loses rows, for those it is said for only: plans of one document are apart', async () => {
  const { Bridge: rule } = bridges.data!.rows;
  const { using, narrowing } = rule!.select as { using: string; narrowing: Narrowing };
  const select = { using, narrowing: { ...narrowing, ways: () => ['false'] } };
  const mistaken = await start([
    rivers,
    { ...bridges, data: { ...bridges.data!, rows: { Bridge: { ...rule!, select } } } },
  ]);
  try {
    const document = parse('{ bridges(first: 100) { totalCount } }');
    const answers = [];
    for (const caller of [wide, narrow, wide])
      answers.push(await mistaken.engine.execute({ document, caller }));
    expect(JSON.stringify(answers.map(({ data }) => data))).toBe(
      JSON.stringify([120, 0, 120].map((totalCount) => ({ bridges: { totalCount } }))),
    );
  } finally {
    await mistaken.stop();
  }
});
