import type { Caller } from '@phoihop/platform';
import { codes, everywhere, startFiguresBed, type FiguresBed } from './test-bed.js';

let bed: FiguresBed;
let district: number;
let reader: Caller;

beforeAll(async () => {
  bed = await startFiguresBed();
  district = await bed.unit('737');
  reader = await bed.holder(1, ['core:value.read'], '26254');
  await bed.enter([
    ...everywhere('works.houses', '2021-01', (n) => ({ value: n, state: 'ACCEPTED' })),
    ...everywhere('works.houses', '2021-02', (n) => (n === 3 ? null : { value: 1 })),
    ['works.poor', '26254', '2021-01', { numerator: 4, denominator: 900 }],
  ]);
}, 600_000);
afterAll(() => bed?.stop());

describe('through the graph', () => {
  const ask = (args: string, selection: string, caller = reader, locale: 'vi' | 'en' = 'en') =>
    bed.ask(`query { indicatorAggregate(${args}) { ${selection} } }`, caller, {}, locale);

  test('the total of the district counts all its units, also for who sees one of them only', async () => {
    const unit = await bed.unitId('737');
    const { data, errors } = await ask(
      `indicator: "works.houses", unit: "${unit}", period: { calendar: MONTH, key: "2021-02" }`,
      `value state basis counted source computable suppressed reason { code } indicator { key } unit { fullName } period { key }
       coverage { have needed ratio missing { name } missingFigures { unit { name } period { key } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.indicatorAggregate).toEqual({
      value: '16',
      state: 'PROVISIONAL',
      basis: 'AS_REPORTED',
      counted: 'PROVISIONAL_AND_ACCEPTED',
      source: 'front-report',
      computable: true,
      suppressed: false,
      reason: null,
      indicator: { key: 'works.houses' },
      unit: { fullName: 'Huyện Trảng Bom' },
      period: { key: '2021-02' },
      coverage: {
        have: 16,
        needed: 17,
        ratio: '0.941176',
        missing: [{ name: 'Bàu Hàm' }],
        missingFigures: [{ unit: { name: 'Bàu Hàm' }, period: { key: '2021-02' } }],
      },
    });
  });

  test('a reason comes in the language of the caller', async () => {
    const unit = await bed.unitId('737');
    const args = `indicator: "works.houses", unit: "${unit}", period: { calendar: MONTH, key: "2021-09" }`;
    const { data } = await ask(args, 'reason { code message }', reader, 'vi');
    expect(data.indicatorAggregate.reason).toEqual({
      code: 'NO_DATA',
      message: 'Chưa đơn vị nào báo cáo cho kỳ 2021-09.',
    });
  });

  test('twelve questions cost as many statements as one', async () => {
    const unit = await bed.unitId('737');
    const one = (alias: string, month: number) =>
      `${alias}: indicatorAggregate(indicator: "works.houses", unit: "${unit}", period: { calendar: MONTH, key: "2021-0${month}" }) { value }`;
    await bed.ask(`{ ${one('a', 1)} }`, reader);
    const statements = bed.statements;
    const { data } = await bed.ask(
      `{ ${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => one(`a${n}`, n)).join(' ')} }`,
      reader,
    );
    expect(data).toMatchObject({ a1: { value: '136' }, a2: { value: '16' }, a9: { value: null } });
    expect(bed.statements).toBe(statements);
  });

  test('what is asked wrongly is refused, naming the argument', async () => {
    const unit = await bed.unitId('737');
    const field = async (args: string) => {
      const { errors } = await ask(args, 'value');
      return [errors![0]!.extensions['code'], errors![0]!.extensions['field']];
    };
    const period = 'period: { calendar: MONTH, key: "2021-02" }';
    expect(await field(`indicator: "works.houses", ${period}`)).toEqual(['BAD_USER_INPUT', 'unit']);
    expect(await field(`indicator: "works.nothing", unit: "${unit}", ${period}`)).toEqual([
      'INDICATOR_NOT_FOUND',
      'indicator',
    ]);
    expect(
      await field(`indicator: "works.houses", unit: "${unit}", period: { calendar: MONTH, key: "2121-02" }`),
    ).toEqual(['PERIOD_NOT_FOUND', 'period']);
    expect(
      await field(`indicator: "works.houses", unit: "${unit}", period: { calendar: YEAR, key: "2021-02" }`),
    ).toEqual(['PERIOD_CALENDAR_MISMATCH', 'period.calendar']);
    expect(
      await field(`indicator: "works.houses", unit: "${unit}", mapDate: "2021-02-01", ${period}`),
    ).toEqual(['BAD_USER_INPUT', 'mapDate']);
  });

  test('is for who may read figures somewhere', async () => {
    const unit = await bed.unitId('737');
    const nobody = { ...reader, permissions: new Set<string>() };
    const { errors } = await ask(
      `indicator: "works.houses", unit: "${unit}", period: { calendar: MONTH, key: "2021-02" }`,
      'value',
      nobody,
    );
    expect(errors![0]!.extensions['code']).toBe('FORBIDDEN');
  });

  test('a group of units is taken together, by its members at the end of the period', async () => {
    await bed.place.sql(
      `insert into core.unit_group (key, name_vi, purpose, unit_id, valid_from) values ('pair', 'Cặp', 'STATISTICS', ${district}, '2021-01-01')`,
    );
    await bed.place.sql(`insert into core.unit_group_member (group_id, unit_id, valid_from, valid_to)
      select id, ${await bed.unit(codes[2]!)}, date '2021-01-01', null::date from core.unit_group where key = 'pair'
      union all select id, ${await bed.unit(codes[4]!)}, date '2021-01-01', date '2021-02-15' from core.unit_group where key = 'pair'`);
    const [group] = await bed.place.sql<{ id: number }>(
      `select id::int from core.unit_group where key = 'pair'`,
    );
    const unitGroup = Buffer.from(`UnitGroup:${group!.id}`).toString('base64url');
    const of = (month: string) =>
      ask(
        `indicator: "works.houses", unitGroup: "${unitGroup}", period: { calendar: MONTH, key: "${month}" }`,
        'value unit { id } unitGroup { key }',
      );
    expect((await of('2021-01')).data.indicatorAggregate).toEqual({
      value: '6',
      unit: null,
      unitGroup: { key: 'pair' },
    });
    expect((await of('2021-02')).data.indicatorAggregate).toMatchObject({ value: '1' });
  });
});

describe('the reporting row', () => {
  test('has the four figures, this year against last', async () => {
    await bed.enter([
      ...['2020-01', '2020-02', '2020-03', '2020-04'].map(
        (month) => ['works.houses', '26254', month, { value: 4 }] as const,
      ),
      ['works.houses', '26254', '2021-03', { value: 5 }],
    ]);
    const unit = await bed.unitId('26254');
    const row = `{ reportingRow(indicator: "works.houses", unit: "${unit}", period: { calendar: MONTH, key: "2021-03" }) {
      inPeriod cumulative plan percentOfPlan percentOfPlanReason { code message } unit { name }
      inPeriodChange { samePeriodLastYear difference relativeChange reason { code } }
      cumulativeChange { samePeriodLastYear difference relativeChange reason { code } }
      inPeriodAggregate { coverage { have needed } } cumulativeAggregate { coverage { have needed } from to } } }`;
    const { data, errors } = await bed.ask(row, reader);
    expect(errors).toBeUndefined();
    expect(data.reportingRow).toEqual({
      inPeriod: '5',
      cumulative: '8',
      plan: null,
      percentOfPlan: null,
      percentOfPlanReason: { code: 'NO_PLAN', message: 'There is no plan in figures to compare with.' },
      unit: { name: 'Cây Gáo' },
      inPeriodChange: { samePeriodLastYear: '4', difference: '1', relativeChange: '25', reason: null },
      cumulativeChange: {
        samePeriodLastYear: '12',
        difference: '-4',
        relativeChange: '-33.33',
        reason: null,
      },
      inPeriodAggregate: { coverage: { have: 1, needed: 1 } },
      cumulativeAggregate: { coverage: { have: 3, needed: 3 }, from: '2021-01-01', to: '2021-03-31' },
    });
  });

  test('takes its plan from a target', async () => {
    const unit = await bed.unitId('26254');
    await bed.place
      .sql(`insert into core.target (code, indicator_id, unit_id, home_unit_id, program_code, period_id, operator, value, value_max, deadline, path, tolerance)
      select 'T-90', i.id, ${await bed.unit('26254')}, ${await bed.unit('26254')}, 'PRG-90', p.id, 'RANGE', 10, 15, '2021-12-31', 'LINEAR', 0
      from core.indicator i, core.period p where i.key = 'works.houses' and p.key = '2021'`);
    const [target] = await bed.place.sql<{ id: number }>(
      `select id::int from core.target where code = 'T-90'`,
    );
    const id = Buffer.from(`Target:${target!.id}`).toString('base64url');
    const seeing = await bed.holder(2, ['core:value.read', 'core:target.read'], '737');
    const { data, errors } = await bed.ask(
      `{ reportingRow(indicator: "works.houses", unit: "${unit}", period: { calendar: MONTH, key: "2021-03" }, target: "${id}") { plan percentOfPlan } }`,
      seeing,
    );
    expect(errors).toBeUndefined();
    expect(data.reportingRow).toEqual({ plan: '10', percentOfPlan: '80' });
  });

  test('leaves empty what would tell a withheld figure', async () => {
    const unit = await bed.unitId('26254');
    const { data } = await bed.ask(
      `{ reportingRow(indicator: "works.poor", unit: "${unit}", period: { calendar: MONTH, key: "2021-01" }) {
        inPeriod inPeriodAggregate { suppressed reason { code } } inPeriodChange { difference reason { code } } } }`,
      reader,
    );
    expect(data.reportingRow).toEqual({
      inPeriod: null,
      inPeriodAggregate: { suppressed: true, reason: { code: 'WITHHELD' } },
      inPeriodChange: { difference: null, reason: { code: 'WITHHELD' } },
    });
  });
});
