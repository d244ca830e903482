import core from '@phoihop/core';
import { compose } from '@phoihop/platform/engine';
import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import { printSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseWorkflow } from './cases/case-state.js';
import { loadDemo } from './demo/load-demo.js';
import { modelWorkflow } from './models/model-state.js';
import crimePrevention from './plugin.js';
import { assessmentWorkflow } from './safe-areas/assessment-state.js';
import { tipWorkflow } from './tips/tip-state.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([crimePrevention]);
}, 300_000);
afterAll(() => bed?.close());

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) =>
    text!.trim(),
  );

test('the queries of the README run as they stand there, with real rows', async () => {
  const [movement, tips, tell] = blocks('graphql');
  const seen = await bed.ask(movement!, 'standing');
  expect(seen.errors).toBeUndefined();
  const { crimePreventionSecurityModels: models, crimePreventionSafeAreaAssessments: years } =
    seen.data.administrativeUnit;
  expect(models.nodes.length).toBeGreaterThan(0);
  expect(models.nodes[0].equipment.nodes.length).toBeGreaterThan(0);
  expect(years.nodes.map(({ year }: { year: number }) => year)).toEqual([2021, 2020]);
  expect(years.nodes[1].results.nodes).toHaveLength(5);
  const counted = await bed.ask(tips!, 'standing', { unit: await bed.unit('737') });
  expect(counted.errors).toBeUndefined();
  expect(counted.data.indicatorAggregate.coverage).toEqual({ have: 17, needed: 17 });
  const told = await bed.ask(tell!, undefined, { unit: await bed.unit('26257') });
  expect(told.errors).toBeUndefined();
  expect(told.data.crimePreventionSubmitTip).toEqual({
    receipt: expect.stringMatching(/^TG(-[2-9A-Z]{4}){3}$/),
    receivedOn: '2021-10-15',
  });
});

test('the diagrams of the README are those of the workflows', () => {
  expect(blocks('mermaid')).toEqual(
    [tipWorkflow, caseWorkflow, assessmentWorkflow, modelWorkflow].map((its) => its.diagram()),
  );
});

test('every message fills its places in both languages with the same facts', () => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const [code, { vi, en }] of Object.entries(crimePrevention.problems!))
    expect([code, places(vi)]).toEqual([code, places(en)]);
});

test('taken out, it leaves a schema without a trace of it', () => {
  expect(printSchema(compose([core]).schema)).not.toMatch(/crimePrevention/i);
  expect(printSchema(compose([core, crimePrevention]).schema)).toMatch(/type CrimePreventionTip /);
});

describe('the code lists', () => {
  test('are public, with validity and legal basis, and criteria that changed are there twice', async () => {
    const { data, errors } = await bed.ask(
      '{ crimePreventionCodes(filter: { list: [SAFE_AREA_CRITERION], code: ["MOVEMENT"] }) { nodes { code title validFrom validTo legalBasis note } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.crimePreventionCodes.nodes).toMatchObject([
      { validFrom: '2012-06-01', validTo: '2022-02-15' },
      { validFrom: '2022-02-15', validTo: null },
    ]);
    for (const { legalBasis, note } of data.crimePreventionCodes.nodes) {
      expect(legalBasis).toMatch(/Thông tư/);
      expect(note).toMatch(/cần kiểm tra trước khi áp dụng chính thức/);
    }
  });
});

describe('the demonstration', () => {
  const tables = [
    'security_model',
    'model_equipment',
    'tip',
    'tip_step',
    'rehabilitation_case',
    'case_review',
    'safe_area_assessment',
    'criterion_result',
  ];

  const contents = async () =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => {
          const [row] = await bed.sql<{ n: number; hash: string }>(
            `select count(*)::int as n, md5(string_agg(to_jsonb(t)::text, '|' order by id)) as hash from crime_prevention.${table} t where demo`,
          );
          return [table, row!];
        }),
      ),
    );

  test('fills every table, says of every row that it was invented, and loading it again changes nothing', async () => {
    const before = await contents();
    for (const table of tables) expect([table, before[table]!.n > 10]).toEqual([table, true]);
    await loadDemo(bed.engine.servicesFor('crime-prevention'));
    expect(await contents()).toEqual(before);
    const [own] = await bed.sql<{ n: number }>(
      `select count(*)::int as n from core.data_value v join core.indicator i on i.id = v.indicator_id
        where i.plugin = 'crime-prevention' and not v.demo and v.superseded_at is null and v.origin is distinct from 'CrimePreventionTip of 2021-Q4'`,
    );
    expect(own!.n).toBe(0);
  });

  test('has something in every state of every workflow, and nothing after the business date', async () => {
    for (const [table, { states }] of [
      ['security_model', modelWorkflow],
      ['tip', tipWorkflow],
      ['rehabilitation_case', caseWorkflow],
      ['safe_area_assessment', assessmentWorkflow],
    ] as const) {
      const rows = await bed.sql<{ state: string }>(
        `select distinct state from crime_prevention.${table} where demo order by 1`,
      );
      expect([table, rows.map(({ state }) => state)]).toEqual([table, [...states].sort()]);
    }
    for (const [table, column] of [
      ['security_model', 'greatest(started_on, suspended_on, ended_on)'],
      ['tip', 'greatest(received_on, forwarded_on, closed_on)'],
      ['rehabilitation_case', 'greatest(opened_on, assigned_on, ended_on)'],
      ['case_review', 'reviewed_on'],
      ['safe_area_assessment', 'greatest(submitted_on, reviewed_on, decided_on)'],
    ])
      expect(await bed.sql(`select from crime_prevention.${table} where ${column} > '2021-10-15'`)).toEqual(
        [],
      );
  });

  test('its figures are what one counts by hand', async () => {
    const counted = async (sql: string) => (await bed.sql<{ n: number }>(sql))[0]!.n;
    const total = async (indicator: string, key: string, calendar = 'QUARTER') => {
      const { data, errors } = await bed.ask(
        `{ indicatorAggregate(indicator: "crime-prevention.${indicator}", unit: "${await bed.unit('737')}", period: { calendar: ${calendar}, key: "${key}" }) { value suppressed } }`,
        'standing',
      );
      expect(errors).toBeUndefined();
      return Number(data.indicatorAggregate.value);
    };
    expect(await total('security-models', '2021-Q2')).toBe(
      await counted(`select count(*)::int as n from crime_prevention.security_model
        where started_on <= '2021-06-30' and (ended_on is null or ended_on > '2021-06-30') and (suspended_on is null or suspended_on > '2021-06-30')`),
    );
    expect(await total('safe-areas', '2020', 'YEAR')).toBe(15);
    expect(
      await counted(
        `select count(*)::int as n from crime_prevention.safe_area_assessment where year = 2020 and state = 'RECOGNIZED'`,
      ),
    ).toBe(15);
  });
});
