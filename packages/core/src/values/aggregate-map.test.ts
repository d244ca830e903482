import type { AggregateRequest } from './aggregate-request.js';
import { everywhere, startFiguresBed, type FiguresBed } from './test-bed.js';

let bed: FiguresBed;

beforeAll(async () => {
  bed = await startFiguresBed();
  await bed.enter([
    ...everywhere('works.houses', '2021-01', (n) => ({ value: n, state: 'ACCEPTED' })),
    ...everywhere('works.houses', '2021-02', (n) => (n === 3 ? null : { value: 1 })),
    ['works.visits', '26254', '2021-01', { numerator: 1, denominator: 3 }],
    ['works.recognized', '26254', '2021-Q2', { status: 'advanced' }],
  ]);
}, 600_000);
afterAll(() => bed?.stop());

const aggregate: FiguresBed['aggregate'] = (...asked) => bed.aggregate(...asked);

describe('on the map', () => {
  const onMap = (
    request: Partial<AggregateRequest> & { indicator: string; period: string },
    mapDate: string,
    businessDate = '2026-01-15',
  ) => aggregate({ basis: 'ON_MAP', mapDate, ...request }, businessDate);

  test('of the day of the figures is as reported', async () => {
    for (const [indicator, period] of [
      ['works.houses', '2021-Q1'],
      ['works.visits', '2021-01'],
      ['works.recognized', '2021'],
    ] as const) {
      const reported = await aggregate({ indicator, period });
      const mapped = await aggregate({ indicator, period, basis: 'ON_MAP', mapDate: '2021-09-30' });
      expect({ ...mapped, basis: reported.basis, mapDate: null, coverage: null }).toEqual({
        ...reported,
        coverage: null,
      });
      expect(mapped.coverage).toMatchObject({
        have: reported.coverage.have,
        needed: reported.coverage.needed,
      });
    }
  });

  test('today’s commune has the figures of those it was made of', async () => {
    // Bàu Hàm of 2025 = Thanh Bình + Cây Gáo + Bàu Hàm + Sông Thao of 2021.
    const units = [await bed.unit('26254', '2025-08-01')];
    const january = await onMap({ indicator: 'works.houses', period: '2021-01', units }, '2025-08-01');
    expect(january).toMatchObject({
      value: String(1 + 2 + 3 + 4),
      coverage: { have: 4, needed: 4 },
      basis: 'ON_MAP',
      mapDate: '2025-08-01',
    });
    expect(await aggregate({ indicator: 'works.houses', period: '2021-01', units })).toMatchObject({
      reason: 'UNIT_NOT_VALID',
    });
  });

  test('the abolished district is not there, and its heirs are named', async () => {
    const gone = await onMap({ indicator: 'works.houses', period: '2021-01' }, '2025-08-01');
    expect(gone).toMatchObject({ value: null, computable: false });
    expect(['UNIT_NOT_ON_MAP', 'MIXED_ORIGIN']).toContain(gone.reason);
    expect(gone.obstacles).toContain(await bed.unit('26254', '2025-08-01'));
  });

  test('whole mergers conserve the total of the province', async () => {
    const codesOfProvince = await bed.place.sql<{
      code: string;
    }>(`select distinct v.code from core.administrative_unit_version v
      join core.unit_reach r on r.unit_id = v.unit_id and r.own
      join core.unit_reach top on top.own and r.path operator(public.<@) top.path and top.unit_id = ${await bed.unit('75')}
        and top.valid_from <= '2021-06-01' and top.valid_to > '2021-06-01'
      where v.kind in ('COMMUNE', 'WARD', 'TOWN') and v.valid_from = '2021-01-01' and r.valid_from <= '2021-06-01'`);
    await bed.enter(
      codesOfProvince.map(({ code }, n) => ['works.money', code, '2021-01', { value: n }] as const),
    );
    const before = await aggregate({
      indicator: 'works.money',
      period: '2021-01',
      units: [await bed.unit('75')],
    });
    const after = await onMap(
      { indicator: 'works.money', period: '2021-01', units: [await bed.unit('75', '2025-08-01')] },
      '2025-08-01',
    );
    expect(before.value).toBe(String((codesOfProvince.length * (codesOfProvince.length - 1)) / 2));
    expect(after).toMatchObject({ value: before.value, computable: true });
  });

  test('a status does not pass a merger, and a series that breaks says so', async () => {
    const units = [await bed.unit('26254', '2025-08-01')];
    expect(
      await onMap({ indicator: 'works.recognized', period: '2021-Q2', units }, '2025-08-01'),
    ).toMatchObject({ reason: 'SERIES_BREAK' });
    await bed.enter(everywhere('works.series', '2021-01', () => ({ value: 1 })));
    expect(await onMap({ indicator: 'works.series', period: '2021-01', units }, '2025-08-01')).toMatchObject({
      reason: 'SERIES_BREAK',
      value: null,
    });
    expect(await aggregate({ indicator: 'works.series', period: '2021-01' })).toMatchObject({ value: '17' });
  });

  test('a year across the reform is whole on the map: the first half by the old units, the second by the new', async () => {
    const old = ['26251', '26254', '26257', '26260'];
    await bed.enter(
      old.flatMap((code) =>
        ['2025-01', '2025-06'].map((month) => ['works.series', code, month, { value: 1 }] as const),
      ),
      '2025-06-30',
    );
    await bed.enter(
      old.flatMap((code) =>
        ['2025-01', '2025-06'].map((month) => ['works.houses', code, month, { value: 10 }] as const),
      ),
      '2025-06-30',
    );
    await bed.enter([['works.houses', '26254', '2025-07', { value: 3 }]], '2025-08-01');
    const units = [await bed.unit('26254', '2025-08-01')];
    const year = await onMap({ indicator: 'works.houses', period: '2025', units }, '2025-12-31');
    expect(year).toMatchObject({ value: '83', computable: true, coverage: { have: 9, needed: 6 * 4 + 6 } });
  });

  test('a divided unit counts by declared weights, and not at all without', async () => {
    // A commune that went into two, one of which took in nothing else by halves.
    const [split] = await bed.place.sql<{ code: string; from_id: number; to_id: number }>(`
      with divided as (
        select from_id from core.administrative_unit_lineage group by from_id
        having count(*) = 2 and bool_and(type = 'PARTIAL' and effective_on = '2025-07-01'))
      select v.code, edge.from_id::int, edge.to_id::int from divided
      join core.administrative_unit_lineage edge using (from_id)
      join core.administrative_unit_version v on v.unit_id = from_id and v.valid_from = '2021-01-01'
      where not exists (select from core.administrative_unit_lineage other
        where other.to_id = edge.to_id and other.from_id <> edge.from_id and other.type <> 'WHOLE_MERGE')
      order by v.code limit 1`);
    const units = [split!.to_id];
    await bed.enter([
      ['works.weighted', split!.code, '2021-01', { value: 8 }],
      ['works.houses', split!.code, '2021-01', { value: 8 }],
    ]);
    const unweighted = await onMap({ indicator: 'works.weighted', period: '2021-01', units }, '2025-08-01');
    expect(unweighted).toMatchObject({ reason: 'SPLIT_WITHOUT_WEIGHT', value: null });
    await bed.place
      .sql(`update core.administrative_unit_lineage set population_share = case to_id when ${split!.to_id} then 0.25 else 0.75 end
      where from_id = ${split!.from_id}`);
    expect(
      await onMap({ indicator: 'works.weighted', period: '2021-01', units }, '2025-08-01'),
    ).toMatchObject({ value: '2', computable: true });
    const undeclared = await onMap({ indicator: 'works.houses', period: '2021-01', units }, '2025-08-01');
    expect(undeclared).toMatchObject({ reason: 'SPLIT_WITHOUT_WEIGHT', value: null });
    expect(undeclared.obstacles).toContain(split!.from_id);
  });

  test('of the country after the reform asks the communes directly below the provinces', async () => {
    const total = await aggregate(
      { indicator: 'works.houses', period: '2025-07', units: [await bed.unit('VN')] },
      '2025-12-01',
    );
    expect(total).toMatchObject({ value: '3', coverage: { have: 1, needed: 3321 } });
  });

  test('of a day before any tree is known there is none', async () => {
    expect(await onMap({ indicator: 'works.houses', period: '2021-01' }, '2019-05-01')).toMatchObject({
      reason: 'NO_MAP',
    });
  });
});
