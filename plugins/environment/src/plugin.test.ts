import core from '@phoihop/core';
import { compose } from '@phoihop/platform/engine';
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import { printSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionWorkflow } from './actions/action-state.js';
import { commitmentWorkflow } from './commitments/commitment-state.js';
import { loadDemo } from './demo/load-demo.js';
import { modelWorkflow } from './models/model-state.js';
import environment from './plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([environment]);
}, 300_000);
afterAll(() => bed?.close());

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) =>
    text!.trim(),
  );

test('it has started', () => {
  expect(bed.engine.statuses.get('environment')).toMatchObject({ state: 'ENABLED' });
});

test('the queries of the README run as they stand there, with real rows', async () => {
  const [first, second] = blocks('graphql');
  const seen = await bed.ask(first!, 'standing');
  expect(seen.errors).toBeUndefined();
  const { environmentModels: models, environmentActions: actions } = seen.data.administrativeUnit;
  expect(models.nodes.length).toBeGreaterThan(0);
  expect(actions.nodes.length).toBeGreaterThan(0);
  const totals = await bed.ask(second!, 'standing', { unit: await bed.unit('737') });
  expect(totals.errors).toBeUndefined();
  expect(totals.data.environmentTotals.length).toBeGreaterThan(2);
});

test('the diagrams of the README are those of the workflows', () => {
  expect(blocks('mermaid')).toEqual(
    [actionWorkflow, modelWorkflow, commitmentWorkflow].map((its) => its.diagram()),
  );
});

test('every message fills its places in both languages with the same facts', () => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const [code, { vi, en }] of Object.entries(environment.problems!))
    expect([code, places(vi)]).toEqual([code, places(en)]);
});

test('taken out, it leaves a schema without a trace of it', () => {
  expect(printSchema(compose([core]).schema)).not.toMatch(/environment[A-Z]/);
  expect(printSchema(compose([core, environment]).schema)).toMatch(/type EnvironmentAction /);
});

describe('the demonstration', () => {
  const tables = ['model', 'action', 'commitment', 'commitment_review'];
  const contents = async () =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => {
          const [row] = await bed.sql<{ n: number; hash: string }>(
            `select count(*)::int as n, md5(string_agg(to_jsonb(t)::text, '|' order by id)) as hash from environment.${table} t where demo`,
          );
          return [table, row!];
        }),
      ),
    );

  test('fills every table, says of every row that it was invented, and loading it again changes nothing', async () => {
    const before = await contents();
    for (const table of tables) expect([table, before[table]!.n > 5]).toEqual([table, true]);
    await loadDemo(bed.engine.servicesFor('environment'));
    expect(await contents()).toEqual(before);
    for (const table of tables)
      expect(await bed.sql(`select from environment.${table} where not demo`)).toEqual([]);
    const [own] = await bed.sql<{ n: number }>(
      `select count(*)::int as n from core.data_value v join core.indicator i on i.id = v.indicator_id where i.plugin = 'environment' and not v.demo`,
    );
    expect(own!.n).toBe(0);
  });

  test('has something in every state of every workflow, and nothing after the business date', async () => {
    for (const [table, { states }] of [
      ['model', modelWorkflow],
      ['action', actionWorkflow],
      ['commitment', commitmentWorkflow],
    ] as const) {
      const rows = await bed.sql<{ state: string }>(
        `select distinct state from environment.${table} where demo order by 1`,
      );
      expect([table, rows.map(({ state }) => state)]).toEqual([table, [...states].sort()]);
    }
    for (const [table, column] of [
      ['model', 'greatest(started_on, ended_on)'],
      ['action', 'greatest(held_on, confirmed_on)'],
      ['commitment', 'greatest(since, ended_on)'],
      ['commitment_review', 'reviewed_on'],
    ])
      expect(await bed.sql(`select from environment.${table} where ${column} > '2021-10-15'`)).toEqual([]);
  });

  test('its figures are what one counts by hand, by unit and by organization alike', async () => {
    const district = await bed.unit('737');
    const total = async (indicator: string, key: string, calendar = 'QUARTER') => {
      const { data, errors } = await bed.ask(
        `{ indicatorAggregate(indicator: "environment.${indicator}", unit: "${district}", period: { calendar: ${calendar}, key: "${key}" }) { value } }`,
        'standing',
      );
      expect(errors).toBeUndefined();
      return Number(data.indicatorAggregate.value);
    };
    const [sums] = await bed.sql<Record<string, string>>(
      `select count(*) filter (where purpose = 'CLEANUP') as cleanups, count(*) filter (where purpose = 'CLIMATE') as climate,
         sum(participants) as participants, sum(waste_kg) as waste, sum(road_meters + canal_meters) as meters, sum(trees) as trees
         from environment.action where state <> 'WITHDRAWN' and held_on between '2021-04-01' and '2021-06-30'`,
    );
    expect(await total('cleanups', '2021-Q2')).toBe(Number(sums!['cleanups']));
    expect(await total('climate-activities', '2021-Q2')).toBe(Number(sums!['climate']));
    expect(await total('participants', '2021-Q2')).toBe(Number(sums!['participants']));
    expect(await total('waste-kg', '2021-Q2')).toBe(Number(sums!['waste']));
    expect(await total('meters-cleaned', '2021-Q2')).toBe(Number(sums!['meters']));
    expect(await total('trees', '2021-Q2')).toBe(Number(sums!['trees']));
    const { data } = await bed.ask(
      `{ environmentTotals(unit: "${district}", from: "2021-04-01", to: "2021-06-30") { actions participants wasteKg trees } }`,
      'standing',
    );
    const add = (field: string) =>
      data.environmentTotals.reduce(
        (sum: number, row: Record<string, string>) => sum + Number(row[field]),
        0,
      );
    expect([add('actions'), add('participants'), add('wasteKg'), add('trees')]).toEqual(
      [
        Number(sums!['cleanups']) + Number(sums!['climate']),
        sums!['participants'],
        sums!['waste'],
        sums!['trees'],
      ].map(Number),
    );
  });
});
