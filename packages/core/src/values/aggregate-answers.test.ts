import type { Caller } from '@phoihop/platform';
import { encodeGlobalId } from '@phoihop/platform/engine';
import { codes, everywhere, startFiguresBed, type FiguresBed } from './test-bed.js';

/** Aggregates and reporting rows through the graph: as a part of the statement, and by their code. Both say the same. */

let bed: FiguresBed;
/** Sees one commune of the district, and nothing of any group. */
let clerk: Caller;
/** Sees the district. */
let officer: Caller;
let reads: number;
let ids: Record<'district' | 'commune' | 'country' | 'group' | 'target' | 'elsewhere', string>;

beforeAll(async () => {
  bed = await startFiguresBed();
  clerk = await bed.holder(1, ['core:value.read'], codes[2]!);
  officer = await bed.holder(2, ['core:value.read', 'core:target.read'], '737');
  await bed.enter([
    ...['2020-01', '2020-02', '2020-03'].flatMap((month) =>
      everywhere('works.houses', month, (n) => ({ value: n, state: 'ACCEPTED' })),
    ),
    ...everywhere('works.houses', '2021-01', (n) => ({ value: n + 1, state: 'ACCEPTED' })),
    ...everywhere('works.houses', '2021-02', (n) => (n === 3 ? null : { value: 1 })),
    ...everywhere('works.houses', '2021-02', (n) => ({
      value: 1,
      part: 'work:build',
      state: n ? 'ACCEPTED' : 'PROVISIONAL',
    })),
    ...everywhere('works.money', '2021-01', (n) => ({ value: n + 0.125 })),
    ...everywhere('works.households', '2021-01', (n) => ({ value: 200 + n })),
    ...everywhere('works.households', '2021-03', (n) => (n % 2 ? { value: 300 } : null)),
    ...everywhere('works.visits', '2021-02', (n) => ({ numerator: n, denominator: 23 })),
    ...everywhere('works.visits', '2021-03', () => ({ numerator: 0, denominator: 0 })),
    ['works.poor', codes[2]!, '2021-01', { numerator: 4, denominator: 900 }],
    ['works.poor', codes[2]!, '2021-02', { numerator: 40, denominator: 900 }],
    ...everywhere('works.recognized', '2021-Q1', (n) => (n ? { status: n % 2 ? 'advanced' : 'none' } : null)),
    ...everywhere('works.deaths', '2021-T02', () => ({ value: 1, source: 'other-source' })),
  ]);
  const district = await bed.unit('737');
  const [group] = await bed.place.sql<{ id: number }>(
    `insert into core.unit_group (key, name_vi, purpose, unit_id, valid_from) values ('pair', 'Cặp', 'STATISTICS', ${district}, '2021-01-01') returning id::int`,
  );
  await bed.place.sql(`insert into core.unit_group_member (group_id, unit_id, valid_from, valid_to) values
    (${group!.id}, ${await bed.unit(codes[2]!)}, '2021-01-01', null), (${group!.id}, ${await bed.unit(codes[4]!)}, '2021-01-01', '2021-02-15')`);
  const [target] = await bed.place.sql<{ id: number }>(
    `insert into core.target (code, indicator_id, unit_id, home_unit_id, program_code, period_id, operator, value, deadline, path, tolerance)
     select 'T-91', i.id, ${district}, ${district}, 'PRG-90', p.id, 'AT_LEAST', 500, '2021-12-31', 'LINEAR', 0
     from core.indicator i, core.period p where i.key = 'works.houses' and p.key = '2021' returning id::int`,
  );
  ids = {
    district: await bed.unitId('737'),
    commune: await bed.unitId(codes[2]!),
    elsewhere: await bed.unitId('00001'),
    country: encodeGlobalId('AdministrativeUnit', 1),
    group: encodeGlobalId('UnitGroup', group!.id),
    target: encodeGlobalId('Target', target!.id),
  };
  const { database } = bed.engine;
  const read = database.read.bind(database);
  database.read = (...asked) => {
    reads += 1;
    return read(...asked);
  };
}, 600_000);
afterAll(() => bed?.stop());

const subject =
  'indicator { key title } unit { id fullName parent { name } } unitGroup { key } period { key label }';
const aggregate = `${subject} from to basis mapDate counted source disaggregation value numerator denominator state computable suppressed
  reason { code message } coverage { have needed ratio }`;
const change = 'samePeriodLastYear difference relativeChange reason { code message }';
const row = `${subject} inPeriod cumulative plan percentOfPlan percentOfPlanReason { code message } inPeriodChange { ${change} }
  cumulativeChange { ${change} } inPeriodAggregate { ${aggregate} } cumulativeAggregate { ${aggregate} }`;

/** The answer of the statement, which that of the code must be. */
async function both(args: string, { caller = clerk, locale = 'en' as 'en' | 'vi', only = '' } = {}) {
  const given = args.replace(/@(\w+)/g, (_, name: keyof typeof ids) => `"${ids[name]}"`);
  const ofRow = given.replace(/disaggregation: "[^"]*",? ?/, '');
  const source = `{ ${only === 'row' ? '' : `indicatorAggregate(${given}) { ${aggregate} }`} ${only === 'aggregate' ? '' : `reportingRow(${ofRow}) { ${row} }`} }`;
  reads = 0;
  const request = { source, caller, locale };
  const compiled = JSON.stringify(await bed.engine.graphql(request));
  const statements = reads;
  const resolved = JSON.stringify(await bed.engine.graphql({ ...request, reading: 'resolvers' }));
  expect(JSON.parse(compiled)).toEqual(JSON.parse(resolved));
  return { statements, ...(JSON.parse(compiled) as { data: any; errors?: { extensions: any }[] }) };
}

const month = (key: string): string => `period: { calendar: MONTH, key: "${key}" }`;

test.each([
  ['a sum', `indicator: "works.houses", unit: @district, ${month('2021-02')}`],
  [
    'a sum of what the caller sees none of',
    `indicator: "works.houses", unit: @elsewhere, ${month('2021-02')}`,
  ],
  ['a sum of one commune', `indicator: "works.houses", unit: @commune, ${month('2021-02')}`],
  [
    'a sum of the nation',
    `indicator: "works.houses", unit: @country, period: { calendar: YEAR, key: "2021" }`,
  ],
  ['money', `indicator: "works.money", unit: @district, ${month('2021-01')}`],
  [
    'accepted figures only',
    `indicator: "works.houses", unit: @district, state: ACCEPTED_ONLY, ${month('2021-02')}`,
  ],
  ['a part', `indicator: "works.houses", unit: @district, disaggregation: "work:build", ${month('2021-02')}`],
  [
    'another source',
    `indicator: "works.deaths", unit: @district, source: "other-source", period: { calendar: TRAFFIC_MONTH, key: "2021-T02" }`,
  ],
  ['a year of months', `indicator: "works.houses", unit: @district, period: { calendar: YEAR, key: "2021" }`],
  [
    'a stock',
    `indicator: "works.households", unit: @district, period: { calendar: QUARTER, key: "2021-Q1" }`,
  ],
  ['a share', `indicator: "works.visits", unit: @district, ${month('2021-02')}`],
  ['a share of nothing', `indicator: "works.visits", unit: @district, ${month('2021-03')}`],
  ['what is withheld', `indicator: "works.poor", unit: @district, ${month('2021-01')}`],
  [
    'what is withheld within a year',
    `indicator: "works.poor", unit: @district, period: { calendar: YEAR, key: "2021" }`,
  ],
  [
    'a count of statuses',
    `indicator: "works.recognized", unit: @district, period: { calendar: QUARTER, key: "2021-Q1" }`,
  ],
  ['what was not reported', `indicator: "works.houses", unit: @district, ${month('2021-09')}`],
  [
    'what is computed from others',
    `indicator: "works.index", unit: @district, period: { calendar: YEAR, key: "2021" }`,
  ],
  [
    'a period that its calendar does not make up',
    `indicator: "works.deaths", unit: @district, ${month('2021-02')}`,
  ],
  ['a period that has not begun', `indicator: "works.houses", unit: @district, ${month('2021-12')}`],
  ['the first year', `indicator: "works.houses", unit: @district, ${month('2016-02')}`],
  ['a unit that did not exist', `indicator: "works.houses", unit: @district, ${month('2026-02')}`],
])('%s: one statement, and the same as by code', async (_, args) => {
  for (const locale of ['vi', 'en'] as const) {
    const { errors, statements } = await both(args, { locale });
    expect([errors, statements]).toEqual([undefined, 1]);
  }
});

test('what it says: the figure with its coverage, or why there is none', async () => {
  const { data } = await both(`indicator: "works.houses", unit: @district, ${month('2021-02')}`);
  expect(data.indicatorAggregate).toMatchObject({
    value: '16',
    coverage: { have: 16, needed: 17, ratio: '0.941176' },
  });
  expect(data.reportingRow).toMatchObject({
    cumulative: '169',
    inPeriodChange: { samePeriodLastYear: '136', relativeChange: '-88.24', reason: null },
  });
  const withheld = await both(`indicator: "works.poor", unit: @district, ${month('2021-01')}`, {
    locale: 'vi',
  });
  expect(withheld.data.indicatorAggregate).toMatchObject({
    value: null,
    numerator: null,
    suppressed: true,
    reason: { code: 'WITHHELD', message: 'Số liệu được ẩn vì quá nhỏ, có thể nhận ra từng người, từng hộ.' },
  });
});

test('a group is that of the caller who sees it; who sees none is told so by the code', async () => {
  const args = `indicator: "works.houses", unitGroup: @group, ${month('2021-01')}`;
  const { data, statements } = await both(args, { caller: officer });
  expect([data.indicatorAggregate.value, statements]).toEqual(['8', 1]);
  const nobody = await bed.holder(3, ['core:value.read'], '00001');
  await both(args, { caller: nobody });
});

test('the plan is that of a target that the caller sees', async () => {
  const args = `indicator: "works.houses", unit: @district, target: @target, ${month('2021-02')}`;
  const { data } = await both(args, { caller: officer, only: 'row' });
  expect(data.reportingRow).toMatchObject({ percentOfPlan: '33.8', percentOfPlanReason: null });
  const { errors } = await both(args, { caller: clerk, only: 'row' });
  expect(errors![0]!.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'target' });
});

test.each([
  [`indicator: "works.nothing", unit: @district, ${month('2021-02')}`, 'INDICATOR_NOT_FOUND'],
  [
    `indicator: "works.houses", unit: @district, period: { calendar: YEAR, key: "2021-02" }`,
    'PERIOD_CALENDAR_MISMATCH',
  ],
  [`indicator: "works.houses", unit: @district, ${month('2121-02')}`, 'PERIOD_NOT_FOUND'],
  [`indicator: "works.houses", unit: @target, ${month('2021-02')}`, 'BAD_USER_INPUT'],
  [`indicator: "works.houses", unit: @district, unitGroup: @group, ${month('2021-02')}`, 'BAD_USER_INPUT'],
  [`indicator: "works.houses", ${month('2021-02')}`, 'BAD_USER_INPUT'],
  [`indicator: "works.houses", unit: @district, period: { key: "2021-02" }`, 'BAD_USER_INPUT'],
  [
    `indicator: "works.houses", unit: @district, mapDate: "2021-02-01", ${month('2021-02')}`,
    'BAD_USER_INPUT',
  ],
])('what is asked wrongly is told by the code: %s', async (args, code) => {
  const { errors } = await both(args);
  expect(errors!.map(({ extensions }) => extensions.code)).toEqual([code, code]);
});

test('on a map the code answers', async () => {
  const { data, errors } = await both(
    `indicator: "works.houses", unit: @district, basis: ON_MAP, mapDate: "2021-02-28", ${month('2021-02')}`,
  );
  expect([errors, data.indicatorAggregate.value]).toEqual([undefined, '16']);
});
