/** The 16 targets of the source through the API, and how they stand. */
import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import type { Caller } from '@phoihop/platform';
import { allParts, contributingPlugins, report, startTestBed, type TestBed } from '../programs/test-bed.js';
import { loadTargets } from './load.js';

const source = readFileSync(
  new URL('../../data/registry/coordination-program-2021.txt', import.meta.url),
  'utf8',
);
const plugins = await contributingPlugins();
const permissions = ['core:target.read', 'core:value.read', 'core:document.read'];

let bed: TestBed;
let officer: Caller;
beforeAll(async () => {
  bed = await startTestBed({ parts: allParts, plugins });
  officer = await bed.caller(1, permissions, [{ code: '737' }]);
}, 600_000);
afterAll(() => bed?.stop());

const progress = `progress { asOf state percent percentReason { code } expected actual numerator denominator baseline levelToReach method
  dataState source reason { code message } coverage { needed have ratio missing { code } } }`;
const target = async (code: string, fields: string, as: Caller = officer, locale: 'vi' | 'en' = 'en') =>
  (await bed.ask(`query ($code: String!) { targetByCode(code: $code) { ${fields} } }`, as, { code }, locale))
    .targetByCode;

test('16 targets with exact quotations, each with its unit, period, indicator and basis', async () => {
  const { targets } = await bed.ask(
    `{ targets(first: 200) { totalCount nodes { code quote implied unit { code } period { key } indicator { key } program { code } basisDocument { code } } } }`,
    officer,
  );
  expect(targets.nodes.map(({ code }: { code: string }) => code)).toEqual(
    Array.from({ length: 16 }, (_, index) => `T-${String(index + 1).padStart(2, '0')}`),
  );
  for (const one of targets.nodes) {
    expect(source).toContain(one.quote);
    expect(one).toMatchObject({ unit: { code: '737' }, basisDocument: { code: 'D-24' } });
    expect(one.period.key).toBe(one.code === 'T-11' ? '2021-T' : '2021');
    expect(one.program).not.toBeNull();
  }
  expect(targets.nodes.filter(({ implied }: { implied: boolean }) => implied)).toHaveLength(4);
});

test('what was promised, word for word and as it is read', async () => {
  expect(
    await target(
      'T-12',
      'operator value valueMax deadline path tolerance reading weight baseline { kind } version demo',
    ),
  ).toMatchObject({
    operator: 'AT_LEAST',
    value: '0.91',
    valueMax: null,
    deadline: '2021-12-31',
    path: 'NONE',
    tolerance: '0.03',
    baseline: null,
    weight: null,
    version: 1,
    demo: false,
    reading: expect.stringContaining('At least 91 %'),
  });
  expect(await target('T-05', 'operator value baseline { kind value note }', officer, 'vi')).toMatchObject({
    operator: 'RELATIVE_DECREASE',
    value: '0.25',
    baseline: { kind: 'UNKNOWN', value: null, note: expect.stringContaining('209') },
  });
});

test('before anybody reports there is no data, and what needs a baseline says so', async () => {
  expect((await target('T-12', progress)).progress).toMatchObject({
    asOf: '2021-10-15',
    state: 'NO_DATA',
    actual: null,
    percent: null,
    levelToReach: '0.91',
    reason: { code: 'NO_DATA' },
    source: 'social-insurance-agency',
    coverage: { have: 0, missing: expect.any(Array) },
  });
  expect((await target('T-05', progress)).progress).toMatchObject({
    state: 'UNKNOWN_BASELINE',
    levelToReach: null,
    reason: { code: 'BASELINE_NOT_STATED', message: expect.stringContaining('does not give') },
  });
  const traffic = (await target('T-11', progress)).progress;
  expect(traffic).toMatchObject({
    state: 'UNKNOWN_BASELINE',
    reason: { code: expect.stringMatching(/^BASELINE_/) },
  });
  expect(traffic.reason.message).toContain('same period last year');
});

test('a range grows towards its lower end; the path says where it should be', async () => {
  // 17 communes and towns, nine months, one house each in eight places.
  await report(bed, 'fund-for-the-poor.houses', {
    months: 9,
    value: (unit, month) => (unit < 8 && month === 3 ? '1' : '0'),
  });
  const { progress: now } = await target('T-06', progress);
  expect(now).toMatchObject({
    state: 'ON_TRACK',
    method: 'ACTUAL_OVER_MINIMUM',
    actual: '8',
    percent: '80',
    levelToReach: '10',
    dataState: 'PROVISIONAL',
    coverage: { needed: 17 * 9, have: 17 * 9, ratio: '1', missing: [] },
  });
  // 288 of 365 days of ten houses.
  expect(Number(now.expected)).toBeCloseTo((10 * 288) / 365, 4);
  const { reportingRow } = await target(
    'T-06',
    'reportingRow { inPeriod cumulative plan percentOfPlan period { key } cumulativeChange { reason { code } } unit { name } }',
  );
  expect(reportingRow).toEqual({
    period: { key: '2021-09' },
    unit: { name: 'Trảng Bom' },
    inPeriod: '0',
    cumulative: '8',
    plan: '10',
    percentOfPlan: '80',
    cumulativeChange: { reason: { code: 'NO_DATA_LAST_YEAR' } },
  });
});

test('a share keeps its two counts and is compared before it is rounded', async () => {
  await report(bed, 'social-insurance.health-insurance-rate', {
    months: 9,
    numerator: () => '8999',
    denominator: () => '10000',
  });
  const { progress: below } = await target('T-12', progress);
  expect(below).toMatchObject({
    state: 'ON_TRACK',
    actual: '0.8999',
    numerator: '152983',
    denominator: '170000',
    percent: '98.89',
    expected: null,
    reason: { code: 'NO_PATH' },
  });
});

test('a decrease is measured against the whole year before, and its path follows last year', async () => {
  await report(bed, 'traffic-safety.traffic-deaths', {
    year: 2020,
    months: 12,
    traffic: true,
    state: 'ACCEPTED',
    value: (unit) => (unit < 2 ? '1' : '0'),
  });
  await report(bed, 'traffic-safety.traffic-deaths', {
    months: 10,
    traffic: true,
    value: (unit, month) => (unit < 2 && month % 2 === 1 ? '1' : '0'),
  });
  const { progress: now } = await target('T-11', progress);
  expect(now).toMatchObject({
    state: 'ON_TRACK',
    baseline: '24',
    levelToReach: '22.8',
    actual: '10',
    // Twenty by this time last year, five percent less.
    expected: '19',
    percent: null,
    percentReason: { code: 'PERIOD_NOT_OVER' },
    method: 'CHANGE_FROM_BASELINE',
  });
});

test('an incomplete last year is no baseline', async () => {
  await bed.place.sql(
    `update core.data_value set superseded_at = now() where id = (
       select v.id from core.data_value v join core.period p on p.id = v.period_id join core.indicator i on i.id = v.indicator_id
        where p.key = '2020-T05' and i.key = 'traffic-safety.traffic-deaths' limit 1)`,
  );
  expect((await target('T-11', progress)).progress).toMatchObject({
    state: 'UNKNOWN_BASELINE',
    baseline: null,
    reason: { code: 'BASELINE_INCOMPLETE' },
  });
});

test('a day that was: by the argument, or by the date of the root', async () => {
  const { progress: then } = await target(
    'T-06',
    `progress(asOf: "2021-02-28") { asOf state actual expected coverage { needed } }`,
  );
  expect(then).toMatchObject({ asOf: '2021-02-28', actual: '0', state: 'AT_RISK', coverage: { needed: 34 } });
  const { administrativeUnit } = await bed.ask(
    `{ administrativeUnit(code: "737", asOf: "2021-02-28") { targets(filter: { operator: [RANGE] }) { nodes { code progress { asOf } } } } }`,
    officer,
  );
  expect(administrativeUnit.targets.nodes).toContainEqual({ code: 'T-06', progress: { asOf: '2021-02-28' } });
  expect(
    await bed.refused(`{ targetByCode(code: "T-06") { progress(asOf: "2021-10-16") { state } } }`, officer),
  ).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'asOf',
    allowed: '<= 2021-10-15',
  });
});

test('the figures of all targets are a part of the statement that lists them, and those that code tells', async () => {
  const figures = `inPeriod cumulative plan percentOfPlan inPeriodChange { samePeriodLastYear difference relativeChange }
    cumulativeChange { samePeriodLastYear difference relativeChange }`;
  const list = (more: string, reason: string) =>
    `{ targets(first: 16) { nodes { code progress { asOf actual ${more} } reportingRow { ${figures} ${reason} } } } }`;
  const plan = await bed.engine.explain({ document: parse(list('', '')), caller: officer });
  expect(plan.javascript).toEqual([]);
  const bySql = (await bed.ask(list('', ''), officer)).targets.nodes;
  const byCode = (await bed.ask(list('state', 'percentOfPlanReason { code }'), officer)).targets.nodes;
  expect(bySql).toHaveLength(16);
  expect(bySql.filter(({ progress: { actual } }: any) => actual !== null).length).toBeGreaterThan(2);
  expect(byCode).toMatchObject(bySql);
});

test('who serves reads no totals of what may be withheld', async () => {
  await bed.place
    .sql(`insert into core.kept_total (indicator_id, unit_id, period_id, source, disaggregation, part, have, value, fresh)
    select id, 1, 1, 'test', '', 'ACCEPTED', 1, 3, false from core.indicator`);
  const shownTo = (held: string) =>
    bed.engine.database.transaction({ readOnly: true, settings: { permissions: held } }, (session) =>
      session.query<{ withholds: boolean; n: number }>(
        `select i.small_cell_threshold is not null as withholds, count(*)::int as n
         from core.kept_total total join core.indicator i on i.id = total.indicator_id
         where total.source = 'test' group by 1`,
      ),
    );
  const shown = await shownTo('core:target.read');
  const toOthers = await shownTo('core:report.read');
  const [open] = await bed.place.sql<{ n: number; all: number }>(
    'select count(*) filter (where small_cell_threshold is null)::int as n, count(*)::int as all from core.indicator',
  );
  await bed.place.sql(`delete from core.kept_total where source = 'test'`);
  expect(toOthers).toEqual([]);
  expect(shown).toEqual([{ withholds: false, n: open!.n }]);
  expect(open!.all).toBeGreaterThan(open!.n);
});

test('a list costs as many statements as one', async () => {
  const count = async (first: number): Promise<number> => {
    let statements = 0;
    const { database } = bed.engine;
    const original = database.transaction.bind(database);
    database.transaction = (options, work) =>
      original(options, async (session) => {
        const result = await work(session);
        statements = session.statements;
        return result;
      });
    try {
      await bed.ask(
        `query ($first: Int!) { targets(first: $first) { nodes { code unit { name } indicator { key title } ${progress} reportingRow { cumulative } allocation { sum count } } } }`,
        officer,
        { first },
      );
    } finally {
      database.transaction = original;
    }
    return statements;
  };
  const [one, twelve, all] = [await count(1), await count(12), await count(16)];
  expect(twelve - one).toBeLessThanOrEqual(2);
  expect(all).toBe(twelve);
  expect(all).toBeLessThan(30);
});

test('who may not read targets, or none of this unit and program, sees none', async () => {
  const nobody = await bed.caller(2, ['core:value.read'], [{ code: '737' }]);
  expect(await bed.refused(`{ targets { totalCount } }`, nobody)).toMatchObject({ code: 'FORBIDDEN' });
  const oneProgram = await bed.caller(3, permissions, [{ code: '737', program: 'PRG-27' }]);
  expect((await bed.ask(`{ targets { nodes { code } } }`, oneProgram)).targets.nodes).toEqual([
    { code: 'T-12' },
  ]);
  const elsewhere = await bed.caller(4, permissions, [{ code: '731' }]);
  expect(await bed.ask(`{ targets { totalCount } targetByCode(code: "T-12") { code } }`, elsewhere)).toEqual({
    targets: { totalCount: 0 },
    targetByCode: null,
  });
});

test('loading again changes nothing; a target that somebody has changed stays as it is', async () => {
  const services = bed.engine.servicesFor('core');
  const rows = () =>
    bed.place.sql(`select code, value::text, version, xmin::text from core.target order by code`);
  const before = await rows();
  await loadTargets(services);
  expect(await rows()).toEqual(before);
  await bed.place.sql(`update core.target set value = 0.92, version = 2 where code = 'T-12'`);
  await bed.place.sql(`delete from core.reference_load where key = 'program-targets'`);
  await loadTargets(services);
  expect((await rows()).find(({ code }) => code === 'T-12')).toMatchObject({ value: '0.92', version: 2 });
  await bed.place.sql(`update core.target set value = 0.91, version = 1 where code = 'T-12'`);
});

test('a declared target that cannot be computed is refused by name, and nothing is loaded', async () => {
  const services = bed.engine.servicesFor('core');
  const changed = services.plugins.map((plugin) => {
    const declared = plugin.program?.targets.find(({ id }) => id === 'T-12');
    return declared
      ? {
          ...plugin,
          program: {
            ...plugin.program!,
            targets: [{ ...declared, unit: { ...declared.unit, code: '99999' } }],
          },
        }
      : plugin;
  });
  await expect(loadTargets({ ...services, plugins: changed })).rejects.toThrow(
    'T-12: there is no unit ADMIN 99999 on 2021-01-01',
  );
});
