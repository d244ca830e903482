import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import core from '@phoihop/core';
import { compose } from '@phoihop/platform/engine';
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import { printSchema } from 'graphql';
import { outbreakWorkflow } from './outbreaks/outbreak-state.js';
import covid from './plugin.js';
import { supportListWorkflow } from './support/support-list-state.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([covid]);
}, 300_000);
afterAll(() => bed?.close());

test('it starts', () => {
  const { state, reason } = bed.engine.statuses.get('covid-19')!;
  expect([state, reason]).toEqual(['ENABLED', undefined]);
});

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) =>
    text!.trim(),
  );

test('the query of the README runs as it stands there, with real rows', async () => {
  const [query] = blocks('graphql');
  const { data, errors } = await bed.ask(query!, 'standing');
  expect(errors).toBeUndefined();
  expect(data.covid19Outbreaks.nodes).toHaveLength(1);
  expect(data.covid19Outbreaks.nodes[0].levels.nodes.map(({ level }: any) => level.code)).toEqual([
    'LEVEL_3',
    'CT_16',
    'CT_15',
  ]);
  expect(data.covid19SupportLists.nodes).toHaveLength(10);
  expect(data.covid19Funds.nodes[0]).toMatchObject({
    measure: 'VND',
    balance: expect.stringMatching(/^160000000(\.00)?$/),
  });
});

test('the diagrams of the README are those of the workflows', () => {
  expect(blocks('mermaid')).toEqual([supportListWorkflow.diagram(), outbreakWorkflow.diagram()]);
});

test('every list of the demonstration has something, every state is there, and loading twice changes nothing', async () => {
  const count = async () =>
    bed.sql(`select relname, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from covid_19.%I', relname), false, true, '')))[1]::text as n
      from pg_stat_user_tables where schemaname = 'covid_19' order by relname`);
  const before = await count();
  expect(before.filter(({ n }: any) => n === '0')).toEqual([]);
  const states = await bed.sql<{ state: string }>('select distinct state from covid_19.support_list');
  expect(states.map(({ state }) => state).sort()).toEqual([...supportListWorkflow.states].sort());
  await bed.restart();
  expect(await count()).toEqual(before);
});

test('figures of the demonstration are those that its rows come to', async () => {
  const figures = (key: string) =>
    bed.sql(
      `select figure.id from core.data_value figure join core.indicator on indicator.id = figure.indicator_id
        where indicator.key = $1 and figure.superseded_at is null`,
      [key],
    );
  expect(await figures('covid-19.team-coverage')).toHaveLength(17);
  expect((await figures('covid-19.households-supported')).length).toBeGreaterThan(3);
  // Counts that are withheld where they are small are told nobody one by one.
  const { data } = await bed.ask(
    `{ team: dataValues(first: 1, filter: { indicator: "${await indicator('covid-19.team-coverage')}", current: true }) { totalCount }
       supported: dataValues(first: 1, filter: { indicator: "${await indicator('covid-19.households-supported')}", current: true }) { totalCount } }`,
    'standing',
  );
  expect(data).toEqual({ team: { totalCount: 17 }, supported: { totalCount: 0 } });
});

const indicator = async (key: string): Promise<string> =>
  (await bed.ask(`{ indicator(key: "${key}") { id } }`, 'standing')).data.indicator.id;

test('every message fills its places in both languages with the same facts', () => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const [code, { vi, en }] of Object.entries(covid.problems!))
    expect([code, places(vi)]).toEqual([code, places(en)]);
});

test('taken out, it leaves a schema without a trace of it; patients have no place in it', () => {
  expect(printSchema(compose([core]).schema)).not.toMatch(/covid19/i);
  const own = printSchema(compose([core, covid]).schema)
    .split('\n')
    .filter((line) => /^\s+\w*(patient|case|test|infected)\w*(\(|:)/i.test(line));
  expect(own.filter((line) => /Covid19/.test(line))).toEqual([]);
});
