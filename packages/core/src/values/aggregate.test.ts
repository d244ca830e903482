import { aggregateIndicator, aggregateIndicators } from './aggregate.js';
import type { AggregateRequest } from './aggregate-request.js';
import { codes, everywhere, startFiguresBed, type FiguresBed } from './test-bed.js';

let bed: FiguresBed;
let district: number;

beforeAll(async () => {
  bed = await startFiguresBed();
  district = await bed.unit('737');
}, 600_000);
afterAll(() => bed?.stop());

const aggregate: FiguresBed['aggregate'] = (...asked) => bed.aggregate(...asked);

describe('amounts', () => {
  beforeAll(async () => {
    await bed.enter([
      ...everywhere('works.houses', '2021-01', (n) => ({ value: n, state: 'ACCEPTED' })),
      ...everywhere('works.houses', '2021-02', (n) =>
        n === 3 ? null : { value: 1, state: n < 5 ? 'ACCEPTED' : 'PROVISIONAL' },
      ),
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
    expect(february).toMatchObject({
      value: '16',
      state: 'PROVISIONAL',
      coverage: { have: 16, needed: 17, ratio: '0.941176' },
    });
    expect(february.coverage.missing).toEqual([
      { unit: await bed.unit(codes[3]!), period: expect.any(Number) },
    ]);
  });

  test('count what was accepted only, when asked so', async () => {
    const accepted = await aggregate({
      indicator: 'works.houses',
      period: '2021-02',
      states: 'ACCEPTED_ONLY',
    });
    expect(accepted).toMatchObject({ value: '4', state: 'ACCEPTED', coverage: { have: 4, needed: 17 } });
  });

  test('come from one source, and parts are asked for by themselves', async () => {
    expect(
      await aggregate({ indicator: 'works.houses', period: '2021-01', source: 'other-source' }),
    ).toMatchObject({
      value: '500',
      coverage: { have: 1, needed: 17 },
    });
    expect(
      await aggregate({ indicator: 'works.houses', period: '2021-01', disaggregation: 'work:build' }),
    ).toMatchObject({ value: '2' });
  });

  test('of a longer period add over its periods; those that have not ended are not needed yet', async () => {
    const quarter = await aggregate({ indicator: 'works.houses', period: '2021-Q1' });
    expect(quarter).toMatchObject({
      value: '152',
      coverage: { have: 33, needed: 51 },
      from: '2021-01-01',
      to: '2021-03-31',
    });
    const year = await aggregate({ indicator: 'works.houses', period: '2021' });
    expect(year).toMatchObject({ value: '152', coverage: { have: 33, needed: 9 * 17 } });
    const early = await aggregate({ indicator: 'works.houses', period: '2021' }, '2021-02-10');
    expect(early).toMatchObject({ value: '152', coverage: { have: 33, needed: 33 } });
  });

  test('of a unit that reports are its own figure', async () => {
    expect(
      await aggregate({ indicator: 'works.houses', period: '2021-01', units: [await bed.unit(codes[5]!)] }),
    ).toMatchObject({
      value: '5',
      coverage: { have: 1, needed: 1 },
    });
  });

  test('of several units, one within the other, count each figure once', async () => {
    const units = [district, await bed.unit(codes[5]!)];
    expect(await aggregate({ indicator: 'works.houses', period: '2021-01', units })).toMatchObject({
      value: '136',
    });
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
    expect(
      await aggregate({ indicator: 'works.recognized', period: '2021-Q1', units: [town] }),
    ).toMatchObject({ reason: 'NOTHING_NEEDED' });
  });

  test('UNIT_NOT_VALID where the unit had ended, or ended in between', async () => {
    expect(await aggregate({ indicator: 'works.houses', period: '2025-08' }, '2025-12-01')).toMatchObject({
      reason: 'UNIT_NOT_VALID',
    });
    expect(await aggregate({ indicator: 'works.houses', period: '2025' }, '2025-12-01')).toMatchObject({
      reason: 'UNIT_NOT_VALID',
    });
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
    expect(
      await bed.session((session) => aggregateIndicator({ session, businessDate: '2021-10-15' }, source)),
    ).toBeNull();
  });
});

describe('shares, stocks and statuses', () => {
  test('shares add their parts and divide: never a mean of shares', async () => {
    await bed.enter([
      ['works.visits', '26254', '2021-01', { numerator: 1, denominator: 1 }],
      ['works.visits', '26257', '2021-01', { numerator: 0, denominator: 9 }],
      ['works.visits', '26254', '2021-02', { numerator: 5, denominator: 10 }],
    ]);
    expect(await aggregate({ indicator: 'works.visits', period: '2021-01' })).toMatchObject({
      value: '0.1',
      numerator: '1',
      denominator: '10',
    });
    expect(await aggregate({ indicator: 'works.visits', period: '2021-Q1' })).toMatchObject({
      value: '0.3',
      numerator: '6',
      denominator: '20',
    });
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
    expect(await aggregate({ indicator: 'works.households', period: '2021-02' })).toMatchObject({
      value: '50',
    });
  });

  test('a share of stocks too, and its parts are not added over months', async () => {
    await bed.enter([
      ['works.insured', '26254', '2021-01', { numerator: 80, denominator: 100 }],
      ['works.insured', '26254', '2021-02', { numerator: 90, denominator: 100 }],
      ['works.insured', '26257', '2021-01', { numerator: 10, denominator: 100 }],
    ]);
    expect(await aggregate({ indicator: 'works.insured', period: '2021' })).toMatchObject({
      value: '0.5',
      numerator: '100',
      denominator: '200',
    });
  });

  test('a status counts each unit once, in however many periods; the town is not asked', async () => {
    await bed.enter([
      ['works.recognized', '26254', '2021-Q1', { status: 'advanced' }],
      ['works.recognized', '26254', '2021-Q2', { status: 'advanced' }],
      ['works.recognized', '26257', '2021-Q2', { status: 'advanced' }],
      ['works.recognized', '26260', '2021-Q2', { status: 'none' }],
    ]);
    expect(await aggregate({ indicator: 'works.recognized', period: '2021' })).toMatchObject({
      value: '2',
      coverage: { have: 4, needed: 48 },
    });
    expect(await aggregate({ indicator: 'works.recognized', period: '2021-Q1' })).toMatchObject({
      value: '1',
      coverage: { have: 1, needed: 16 },
    });
  });

  test('districts report for themselves', async () => {
    await bed.enter([['works.meetings', '737', '2021-Q1', { value: 1 }]]);
    expect(await aggregate({ indicator: 'works.meetings', period: '2021' })).toMatchObject({
      value: '1',
      coverage: { have: 1, needed: 3 },
    });
    expect(
      await aggregate({ indicator: 'works.meetings', period: '2021', units: [await bed.unit('75')] }),
    ).toMatchObject({
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
    expect(year).toMatchObject({
      value: '3',
      from: '2020-12-16',
      to: '2021-12-15',
      coverage: { have: 2, needed: 9 * 17 },
    });
    expect(await aggregate({ indicator: 'works.deaths', period: '2021-T' }, '2021-10-16')).toMatchObject({
      coverage: { needed: 10 * 17 },
    });
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
    const of = async (code: string) =>
      aggregate({ indicator: 'works.poor', period: '2021-01', units: [await bed.unit(code)] });
    expect(await of('26254')).toMatchObject({
      value: null,
      numerator: null,
      denominator: null,
      figure: null,
      suppressed: true,
      computable: true,
    });
    expect(await of('26257')).toMatchObject({ value: '0', suppressed: false });
    expect(await of('26260')).toMatchObject({ value: '0.005556', suppressed: false });
    expect(await of('26263')).toMatchObject({ value: null, suppressed: true });
    expect(await aggregate({ indicator: 'works.poor', period: '2021-01' })).toMatchObject({
      numerator: '9',
      suppressed: false,
    });
  });

  test('of one month are not to be had as the difference of two totals', async () => {
    await bed.enter([
      ['works.poor', '26266', '2021-01', { numerator: 20, denominator: 900 }],
      ['works.poor', '26266', '2021-02', { numerator: 2, denominator: 900 }],
    ]);
    const units = [await bed.unit('26266')];
    const year = (period: string) =>
      aggregate({ indicator: 'works.poor', period, units, span: 'YEAR_TO_PERIOD' });
    expect(await year('2021-01')).toMatchObject({ numerator: '20' });
    expect(await year('2021-02')).toMatchObject({ numerator: null, suppressed: true });
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
    expect(await statementsOf(requests(1))).toBe(2);
    expect(await statementsOf(requests(12))).toBe(2);
    const mapped = (n: number) => requests(n).map((request) => ({ ...request, basis: 'ON_MAP' as const }));
    // No map is kept here: one statement finds that out, and three put it together by the lineage.
    expect(await statementsOf(mapped(1))).toBe(6);
    expect(await statementsOf(mapped(12))).toBe(6);
  });

  test('answer each its own question, in order', async () => {
    const asked = requests(8);
    const together = await bed.session((session) =>
      aggregateIndicators({ session, businessDate: '2021-10-15' }, asked),
    );
    for (const [index, request] of asked.entries()) {
      expect(together[index]).toEqual(
        await aggregate({ ...request, indicator: String(request.indicator), period: '2021' }),
      );
    }
  });
});
