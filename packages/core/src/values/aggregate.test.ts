import type { Caller } from '@phoihop/platform';
import fc from 'fast-check';
import { aggregateIndicator, aggregateIndicators } from './aggregate.js';
import type { Aggregate, AggregateRequest } from './aggregate-request.js';
import { accumulateOverPeriods } from './roll-up-over-time.js';
import { rollUp, type UnitPart } from './roll-up.js';
import { startFiguresBed, type EnteredFigure, type FiguresBed } from './test-bed.js';

let bed: FiguresBed;
let district: number;
let reader: Caller;

/** The 17 units of the district; the first is the town. */
const codes = Array.from({ length: 17 }, (_, n) => String(26248 + 3 * n));

beforeAll(async () => {
  bed = await startFiguresBed();
  district = await bed.unit('737');
  reader = await bed.holder(1, ['core:value.read'], '26254');
}, 240_000);
afterAll(() => bed?.stop());

const aggregate = async (request: Partial<AggregateRequest> & { indicator: string; period: string }, businessDate = '2021-10-15'): Promise<Aggregate> =>
  (await bed.session((session) => aggregateIndicator({ session, businessDate }, { units: [district], ...request })))!;

const everywhere = (indicator: string, period: string, figure: (n: number) => EnteredFigure[3] | null): EnteredFigure[] =>
  codes.flatMap((code, n) => {
    const made = figure(n);
    return made ? [[indicator, code, period, made] as const] : [];
  });

describe('amounts', () => {
  beforeAll(async () => {
    await bed.enter([
      ...everywhere('works.houses', '2021-01', (n) => ({ value: n, state: 'ACCEPTED' })),
      ...everywhere('works.houses', '2021-02', (n) => (n === 3 ? null : { value: 1, state: n < 5 ? 'ACCEPTED' : 'PROVISIONAL' })),
      // Another source, and parts of the whole, are no more houses.
      ['works.houses', '26254', '2021-01', { value: 500, source: 'other-source' }],
      ['works.houses', '26254', '2021-01', { value: 2, part: 'work:build' }],
    ]);
  });

  test('add over units, with coverage and the state of the least certain', async () => {
    expect(await aggregate({ indicator: 'works.houses', period: '2021-01' })).toMatchObject({
      value: '136',
      state: 'ACCEPTED',
      computable: true,
      coverage: { have: 17, needed: 17, ratio: '1', missing: [] },
    });
    const february = await aggregate({ indicator: 'works.houses', period: '2021-02' });
    expect(february).toMatchObject({ value: '16', state: 'PROVISIONAL', coverage: { have: 16, needed: 17, ratio: '0.941176' } });
    expect(february.coverage.missing).toEqual([{ unit: await bed.unit(codes[3]!), period: expect.any(Number) }]);
  });

  test('count what was accepted only, when asked so', async () => {
    const accepted = await aggregate({ indicator: 'works.houses', period: '2021-02', states: 'ACCEPTED_ONLY' });
    expect(accepted).toMatchObject({ value: '4', state: 'ACCEPTED', coverage: { have: 4, needed: 17 } });
  });

  test('come from one source, and parts are asked for by themselves', async () => {
    expect(await aggregate({ indicator: 'works.houses', period: '2021-01', source: 'other-source' })).toMatchObject({
      value: '500',
      coverage: { have: 1, needed: 17 },
    });
    expect(await aggregate({ indicator: 'works.houses', period: '2021-01', disaggregation: 'work:build' })).toMatchObject({ value: '2' });
  });

  test('of a longer period add over its periods; those that have not ended are not needed yet', async () => {
    const quarter = await aggregate({ indicator: 'works.houses', period: '2021-Q1' });
    expect(quarter).toMatchObject({ value: '152', coverage: { have: 33, needed: 51 }, from: '2021-01-01', to: '2021-03-31' });
    const year = await aggregate({ indicator: 'works.houses', period: '2021' });
    expect(year).toMatchObject({ value: '152', coverage: { have: 33, needed: 9 * 17 } });
    const early = await aggregate({ indicator: 'works.houses', period: '2021' }, '2021-02-10');
    expect(early).toMatchObject({ value: '152', coverage: { have: 33, needed: 33 } });
  });

  test('of a unit that reports are its own figure', async () => {
    expect(await aggregate({ indicator: 'works.houses', period: '2021-01', units: [await bed.unit(codes[5]!)] })).toMatchObject({
      value: '5',
      coverage: { have: 1, needed: 1 },
    });
  });

  test('of several units, one within the other, count each figure once', async () => {
    const units = [district, await bed.unit(codes[5]!)];
    expect(await aggregate({ indicator: 'works.houses', period: '2021-01', units })).toMatchObject({ value: '136' });
  });

  test('of the country are those of all its units', async () => {
    const country = await bed.unit('VN');
    const total = await aggregate({ indicator: 'works.houses', period: '2021-01', units: [country] });
    expect(total).toMatchObject({ value: '136', coverage: { have: 17, needed: 10_599 } });
    expect(total.coverage.missing).toHaveLength(200);
  });
});

describe('figures that are not there say why', () => {
  test.each([
    ['PERIOD_NOT_COVERED', { indicator: 'works.recognized', period: '2021-03' }],
    ['PERIOD_NOT_COVERED', { indicator: 'works.deaths', period: '2021' }],
    ['PERIOD_NOT_BEGUN', { indicator: 'works.houses', period: '2021-11' }],
    ['NO_DATA', { indicator: 'works.houses', period: '2021-09' }],
    ['NOT_ADDITIVE', { indicator: 'works.index', period: '2021' }],
    ['NO_YEAR_BEFORE', { indicator: 'works.houses', period: '2016-05', yearBefore: true }],
  ])('%s', async (reason, request) => {
    expect(await aggregate(request)).toMatchObject({ reason, computable: false, value: null, figure: null });
  });

  test('NOTHING_NEEDED where nobody there reports: a town in a program for communes, a district after its end', async () => {
    const town = await bed.unit('26248');
    expect(await aggregate({ indicator: 'works.recognized', period: '2021-Q1', units: [town] })).toMatchObject({ reason: 'NOTHING_NEEDED' });
  });

  test('UNIT_NOT_VALID where the unit had ended, or ended in between', async () => {
    expect(await aggregate({ indicator: 'works.houses', period: '2025-08' }, '2025-12-01')).toMatchObject({ reason: 'UNIT_NOT_VALID' });
    expect(await aggregate({ indicator: 'works.houses', period: '2025' }, '2025-12-01')).toMatchObject({ reason: 'UNIT_NOT_VALID' });
  });

  test('ZERO_DENOMINATOR where nothing was counted', async () => {
    await bed.enter(everywhere('works.visits', '2020-01', () => ({ numerator: 0, denominator: 0 })));
    expect(await aggregate({ indicator: 'works.visits', period: '2020-01' })).toMatchObject({
      reason: 'ZERO_DENOMINATOR',
      value: null,
      denominator: '0',
      coverage: { have: 17 },
    });
  });

  test('null for an indicator or period that does not exist', async () => {
    const source = { indicator: 'works.nothing', units: [district], period: '2021' };
    expect(await bed.session((session) => aggregateIndicator({ session, businessDate: '2021-10-15' }, source))).toBeNull();
  });
});

describe('shares, stocks and statuses', () => {
  test('shares add their parts and divide: never a mean of shares', async () => {
    await bed.enter([
      ['works.visits', '26254', '2021-01', { numerator: 1, denominator: 1 }],
      ['works.visits', '26257', '2021-01', { numerator: 0, denominator: 9 }],
      ['works.visits', '26254', '2021-02', { numerator: 5, denominator: 10 }],
    ]);
    expect(await aggregate({ indicator: 'works.visits', period: '2021-01' })).toMatchObject({ value: '0.1', numerator: '1', denominator: '10' });
    expect(await aggregate({ indicator: 'works.visits', period: '2021-Q1' })).toMatchObject({ value: '0.3', numerator: '6', denominator: '20' });
  });

  test('a stock shows each unit’s latest figure; whose is old is told', async () => {
    await bed.enter([
      ['works.households', '26254', '2021-01', { value: 100 }],
      ['works.households', '26254', '2021-03', { value: 90 }],
      ['works.households', '26257', '2021-02', { value: 50 }],
    ]);
    const quarter = await aggregate({ indicator: 'works.households', period: '2021-Q1' });
    expect(quarter).toMatchObject({ value: '140', coverage: { have: 2, needed: 17 } });
    expect(quarter.carriedForward).toEqual([await bed.unit('26257')]);
    expect(await aggregate({ indicator: 'works.households', period: '2021-02' })).toMatchObject({ value: '50' });
  });

  test('a share of stocks too, and its parts are not added over months', async () => {
    await bed.enter([
      ['works.insured', '26254', '2021-01', { numerator: 80, denominator: 100 }],
      ['works.insured', '26254', '2021-02', { numerator: 90, denominator: 100 }],
      ['works.insured', '26257', '2021-01', { numerator: 10, denominator: 100 }],
    ]);
    expect(await aggregate({ indicator: 'works.insured', period: '2021' })).toMatchObject({ value: '0.5', numerator: '100', denominator: '200' });
  });

  test('a status counts each unit once, in however many periods; the town is not asked', async () => {
    await bed.enter([
      ['works.recognized', '26254', '2021-Q1', { status: 'advanced' }],
      ['works.recognized', '26254', '2021-Q2', { status: 'advanced' }],
      ['works.recognized', '26257', '2021-Q2', { status: 'advanced' }],
      ['works.recognized', '26260', '2021-Q2', { status: 'none' }],
    ]);
    expect(await aggregate({ indicator: 'works.recognized', period: '2021' })).toMatchObject({ value: '2', coverage: { have: 4, needed: 48 } });
    expect(await aggregate({ indicator: 'works.recognized', period: '2021-Q1' })).toMatchObject({ value: '1', coverage: { have: 1, needed: 16 } });
  });

  test('districts report for themselves', async () => {
    await bed.enter([['works.meetings', '737', '2021-Q1', { value: 1 }]]);
    expect(await aggregate({ indicator: 'works.meetings', period: '2021' })).toMatchObject({ value: '1', coverage: { have: 1, needed: 3 } });
    expect(await aggregate({ indicator: 'works.meetings', period: '2021', units: [await bed.unit('75')] })).toMatchObject({
      value: '1',
      coverage: { have: 1, needed: 33 },
    });
  });

  test('traffic months make up traffic years, across the turn of the year', async () => {
    await bed.enter([
      ['works.deaths', '26254', '2021-T01', { value: 2 }],
      ['works.deaths', '26254', '2021-T02', { value: 1 }],
    ]);
    const year = await aggregate({ indicator: 'works.deaths', period: '2021-T' });
    // On 15 October the tenth traffic month is on its last day.
    expect(year).toMatchObject({ value: '3', from: '2020-12-16', to: '2021-12-15', coverage: { have: 2, needed: 9 * 17 } });
    expect(await aggregate({ indicator: 'works.deaths', period: '2021-T' }, '2021-10-16')).toMatchObject({ coverage: { needed: 10 * 17 } });
  });
});

describe('small cells', () => {
  test('are withheld: numerator or denominator from 1 to below the threshold; zero and the threshold are not', async () => {
    await bed.enter([
      ['works.poor', '26254', '2021-01', { numerator: 4, denominator: 900 }],
      ['works.poor', '26257', '2021-01', { numerator: 0, denominator: 900 }],
      ['works.poor', '26260', '2021-01', { numerator: 5, denominator: 900 }],
      ['works.poor', '26263', '2021-01', { numerator: 0, denominator: 3 }],
    ]);
    const of = async (code: string) => aggregate({ indicator: 'works.poor', period: '2021-01', units: [await bed.unit(code)] });
    expect(await of('26254')).toMatchObject({ value: null, numerator: null, denominator: null, figure: null, suppressed: true, computable: true });
    expect(await of('26257')).toMatchObject({ value: '0', suppressed: false });
    expect(await of('26260')).toMatchObject({ value: '0.005556', suppressed: false });
    expect(await of('26263')).toMatchObject({ value: null, suppressed: true });
    expect(await aggregate({ indicator: 'works.poor', period: '2021-01' })).toMatchObject({ numerator: '9', suppressed: false });
  });

  test('of one month are not to be had as the difference of two totals', async () => {
    await bed.enter([
      ['works.poor', '26266', '2021-01', { numerator: 20, denominator: 900 }],
      ['works.poor', '26266', '2021-02', { numerator: 2, denominator: 900 }],
    ]);
    const units = [await bed.unit('26266')];
    const year = (period: string) => aggregate({ indicator: 'works.poor', period, units, span: 'YEAR_TO_PERIOD' });
    expect(await year('2021-01')).toMatchObject({ numerator: '20' });
    expect(await year('2021-02')).toMatchObject({ numerator: null, suppressed: true });
  });
});

describe('on the map', () => {
  const onMap = (request: Partial<AggregateRequest> & { indicator: string; period: string }, mapDate: string, businessDate = '2026-01-15') =>
    aggregate({ basis: 'ON_MAP', mapDate, ...request }, businessDate);

  test('of the day of the figures is as reported', async () => {
    for (const [indicator, period] of [['works.houses', '2021-Q1'], ['works.visits', '2021-01'], ['works.recognized', '2021']] as const) {
      const reported = await aggregate({ indicator, period });
      const mapped = await aggregate({ indicator, period, basis: 'ON_MAP', mapDate: '2021-09-30' });
      expect({ ...mapped, basis: reported.basis, mapDate: null, coverage: null }).toEqual({ ...reported, coverage: null });
      expect(mapped.coverage).toMatchObject({ have: reported.coverage.have, needed: reported.coverage.needed });
    }
  });

  test('today’s commune has the figures of those it was made of', async () => {
    // Bàu Hàm of 2025 = Thanh Bình + Cây Gáo + Bàu Hàm + Sông Thao of 2021.
    const units = [await bed.unit('26254', '2025-08-01')];
    const january = await onMap({ indicator: 'works.houses', period: '2021-01', units }, '2025-08-01');
    expect(january).toMatchObject({ value: String(1 + 2 + 3 + 4), coverage: { have: 4, needed: 4 }, basis: 'ON_MAP', mapDate: '2025-08-01' });
    expect(await aggregate({ indicator: 'works.houses', period: '2021-01', units })).toMatchObject({ reason: 'UNIT_NOT_VALID' });
  });

  test('the abolished district is not there, and its heirs are named', async () => {
    const gone = await onMap({ indicator: 'works.houses', period: '2021-01' }, '2025-08-01');
    expect(gone).toMatchObject({ value: null, computable: false });
    expect(['UNIT_NOT_ON_MAP', 'MIXED_ORIGIN']).toContain(gone.reason);
    expect(gone.obstacles).toContain(await bed.unit('26254', '2025-08-01'));
  });

  test('whole mergers conserve the total of the province', async () => {
    const codesOfProvince = await bed.place.sql<{ code: string }>(`select distinct v.code from core.administrative_unit_version v
      join core.unit_reach r on r.unit_id = v.unit_id and r.own
      join core.unit_reach top on top.own and r.path operator(public.<@) top.path and top.unit_id = ${await bed.unit('75')}
        and top.valid_from <= '2021-06-01' and top.valid_to > '2021-06-01'
      where v.kind in ('COMMUNE', 'WARD', 'TOWN') and v.valid_from = '2021-01-01' and r.valid_from <= '2021-06-01'`);
    await bed.enter(codesOfProvince.map(({ code }, n) => ['works.money', code, '2021-01', { value: n }] as const));
    const before = await aggregate({ indicator: 'works.money', period: '2021-01', units: [await bed.unit('75')] });
    const after = await onMap({ indicator: 'works.money', period: '2021-01', units: [await bed.unit('75', '2025-08-01')] }, '2025-08-01');
    expect(before.value).toBe(String((codesOfProvince.length * (codesOfProvince.length - 1)) / 2));
    expect(after).toMatchObject({ value: before.value, computable: true });
  });

  test('a status does not pass a merger, and a series that breaks says so', async () => {
    const units = [await bed.unit('26254', '2025-08-01')];
    expect(await onMap({ indicator: 'works.recognized', period: '2021-Q2', units }, '2025-08-01')).toMatchObject({ reason: 'SERIES_BREAK' });
    await bed.enter(everywhere('works.series', '2021-01', () => ({ value: 1 })));
    expect(await onMap({ indicator: 'works.series', period: '2021-01', units }, '2025-08-01')).toMatchObject({ reason: 'SERIES_BREAK', value: null });
    expect(await aggregate({ indicator: 'works.series', period: '2021-01' })).toMatchObject({ value: '17' });
  });

  test('a year across the reform is whole on the map: the first half by the old units, the second by the new', async () => {
    const old = ['26251', '26254', '26257', '26260'];
    await bed.enter(old.flatMap((code) => ['2025-01', '2025-06'].map((month) => ['works.series', code, month, { value: 1 }] as const)), '2025-06-30');
    await bed.enter(old.flatMap((code) => ['2025-01', '2025-06'].map((month) => ['works.houses', code, month, { value: 10 }] as const)), '2025-06-30');
    await bed.enter([['works.houses', '26254', '2025-07', { value: 3 }]], '2025-08-01');
    const units = [await bed.unit('26254', '2025-08-01')];
    const year = await onMap({ indicator: 'works.houses', period: '2025', units }, '2025-12-31');
    expect(year).toMatchObject({ value: '83', computable: true, coverage: { have: 9, needed: 6 * 4 + 6 } });
  });

  test('of a day before any tree is known there is none', async () => {
    expect(await onMap({ indicator: 'works.houses', period: '2021-01' }, '2019-05-01')).toMatchObject({ reason: 'NO_MAP' });
  });
});

describe('many at once', () => {
  const requests = (n: number): AggregateRequest[] =>
    Array.from({ length: n }, (_, index) => ({
      indicator: ['works.houses', 'works.visits', 'works.households', 'works.recognized'][index % 4]!,
      units: [district],
      period: '2021',
    }));
  const statementsOf = async (asked: AggregateRequest[]): Promise<number> => {
    await bed.session((session) => aggregateIndicators({ session, businessDate: '2021-10-15' }, asked));
    return bed.statements;
  };

  test('cost as many statements as one', async () => {
    expect(await statementsOf(requests(1))).toBe(4);
    expect(await statementsOf(requests(12))).toBe(4);
    const mapped = requests(12).map((request) => ({ ...request, basis: 'ON_MAP' as const }));
    expect(await statementsOf(mapped)).toBe(7);
  });

  test('answer each its own question, in order', async () => {
    const asked = requests(8);
    const together = await bed.session((session) => aggregateIndicators({ session, businessDate: '2021-10-15' }, asked));
    for (const [index, request] of asked.entries()) {
      expect(together[index]).toEqual(await aggregate({ ...request, indicator: String(request.indicator), period: '2021' }));
    }
  });
});

test('totals are what the rules of single figures say, whatever was reported', async () => {
  const kinds = [
    ['works.money', 'SUM'],
    ['works.households', 'STOCK'],
    ['works.visits', 'RATIO'],
  ] as const;
  const months = ['2019-01', '2019-02', '2019-03'];
  const ends = ['2019-01-31', '2019-02-28', '2019-03-31'];
  const some = codes.slice(0, 4);
  const cell = fc.option(fc.record({ a: fc.integer({ min: 0, max: 50 }), b: fc.integer({ min: 0, max: 50 }), accepted: fc.boolean() }), { freq: 3 });
  const units = await Promise.all(some.map((code) => bed.unit(code)));
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 36, maxLength: 36 }), fc.boolean(), async (cells, acceptedOnly) => {
      await bed.place.sql(`delete from core.data_value where as_of between '2019-01-01' and '2019-12-31'`);
      const at = (kind: number, unit: number, month: number) => cells[kind * 12 + unit * 3 + month]!;
      const figureOf = (kind: string, { a, b }: { a: number; b: number }) =>
        kind === 'RATIO' ? { numerator: Math.min(a, b), denominator: Math.max(a, b) } : { value: a };
      await bed.enter(
        kinds.flatMap(([indicator, kind], k) =>
          some.flatMap((code, u) =>
            months.flatMap((period, m) => {
              const made = at(k, u, m);
              return made ? [[indicator, code, period, { ...figureOf(kind, made), state: made.accepted ? 'ACCEPTED' : 'PROVISIONAL' }] as const] : [];
            }),
          ),
        ),
      );
      const states = acceptedOnly ? ('ACCEPTED_ONLY' as const) : ('PROVISIONAL_AND_ACCEPTED' as const);
      for (const [k, [indicator, kind]] of kinds.entries()) {
        const answer = await aggregate({ indicator, period: '2019-Q1', units, states });
        const counts = (made: { accepted: boolean } | null) => made !== null && (made.accepted || !acceptedOnly);
        const parts = some.flatMap((code, u): UnitPart[] => {
          const values = months.flatMap((periodKey, m) => {
            const made = at(k, u, m);
            if (!counts(made)) return [];
            const figure = Object.fromEntries(Object.entries(figureOf(kind, made!)).map(([key, value]) => [key, String(value)]));
            return [{ periodKey, end: ends[m]!, ...figure }];
          });
          const total = accumulateOverPeriods(kind, values, months);
          return total.coverage.have === 0 ? [] : [{ unitKey: code, state: 'PROVISIONAL', value: total.value, numerator: total.numerator, denominator: total.denominator }];
        });
        const expected = rollUp(kind, parts, some);
        expect({ indicator, value: answer.value, reason: answer.reason ?? undefined, numerator: answer.numerator }).toEqual({
          indicator,
          value: expected.value,
          reason: expected.reason,
          numerator: expected.numerator,
        });
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

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
    expect(data.indicatorAggregate.reason).toEqual({ code: 'NO_DATA', message: 'Chưa đơn vị nào báo cáo cho kỳ 2021-09.' });
  });

  test('twelve questions cost as many statements as one', async () => {
    const unit = await bed.unitId('737');
    const one = (alias: string, month: number) =>
      `${alias}: indicatorAggregate(indicator: "works.houses", unit: "${unit}", period: { calendar: MONTH, key: "2021-0${month}" }) { value }`;
    await bed.ask(`{ ${one('a', 1)} }`, reader);
    const statements = bed.statements;
    const { data } = await bed.ask(`{ ${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => one(`a${n}`, n)).join(' ')} }`, reader);
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
    expect(await field(`indicator: "works.nothing", unit: "${unit}", ${period}`)).toEqual(['INDICATOR_NOT_FOUND', 'indicator']);
    expect(await field(`indicator: "works.houses", unit: "${unit}", period: { calendar: MONTH, key: "2121-02" }`)).toEqual(['PERIOD_NOT_FOUND', 'period']);
    expect(await field(`indicator: "works.houses", unit: "${unit}", period: { calendar: YEAR, key: "2021-02" }`)).toEqual(['PERIOD_CALENDAR_MISMATCH', 'period.calendar']);
    expect(await field(`indicator: "works.houses", unit: "${unit}", mapDate: "2021-02-01", ${period}`)).toEqual(['BAD_USER_INPUT', 'mapDate']);
  });

  test('is for who may read figures somewhere', async () => {
    const unit = await bed.unitId('737');
    const nobody = { ...reader, permissions: new Set<string>() };
    const { errors } = await ask(`indicator: "works.houses", unit: "${unit}", period: { calendar: MONTH, key: "2021-02" }`, 'value', nobody);
    expect(errors![0]!.extensions['code']).toBe('FORBIDDEN');
  });

  test('a group of units is taken together, by its members at the end of the period', async () => {
    await bed.place.sql(`insert into core.unit_group (key, name_vi, purpose, unit_id, valid_from) values ('pair', 'Cặp', 'STATISTICS', ${district}, '2021-01-01')`);
    await bed.place.sql(`insert into core.unit_group_member (group_id, unit_id, valid_from, valid_to)
      select id, ${await bed.unit(codes[2]!)}, date '2021-01-01', null::date from core.unit_group where key = 'pair'
      union all select id, ${await bed.unit(codes[4]!)}, date '2021-01-01', date '2021-02-15' from core.unit_group where key = 'pair'`);
    const [group] = await bed.place.sql<{ id: number }>(`select id::int from core.unit_group where key = 'pair'`);
    const unitGroup = Buffer.from(`UnitGroup:${group!.id}`).toString('base64url');
    const of = (month: string) =>
      ask(`indicator: "works.houses", unitGroup: "${unitGroup}", period: { calendar: MONTH, key: "${month}" }`, 'value unit { id } unitGroup { key }');
    expect((await of('2021-01')).data.indicatorAggregate).toEqual({ value: '6', unit: null, unitGroup: { key: 'pair' } });
    expect((await of('2021-02')).data.indicatorAggregate).toMatchObject({ value: '1' });
  });
});

describe('the reporting row', () => {
  test('has the four figures, this year against last', async () => {
    await bed.enter([
      ...['2020-01', '2020-02', '2020-03', '2020-04'].map((month) => ['works.houses', '26254', month, { value: 4 }] as const),
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
      cumulativeChange: { samePeriodLastYear: '12', difference: '-4', relativeChange: '-33.33', reason: null },
      inPeriodAggregate: { coverage: { have: 1, needed: 1 } },
      cumulativeAggregate: { coverage: { have: 3, needed: 3 }, from: '2021-01-01', to: '2021-03-31' },
    });
  });

  test('takes its plan from a target', async () => {
    const unit = await bed.unitId('26254');
    await bed.place.sql(`insert into core.target (code, indicator_id, unit_id, home_unit_id, program_code, period_id, operator, value, value_max, deadline, path, tolerance)
      select 'T-90', i.id, ${await bed.unit('26254')}, ${await bed.unit('26254')}, 'PRG-90', p.id, 'RANGE', 10, 15, '2021-12-31', 'LINEAR', 0
      from core.indicator i, core.period p where i.key = 'works.houses' and p.key = '2021'`);
    const [target] = await bed.place.sql<{ id: number }>(`select id::int from core.target where code = 'T-90'`);
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
