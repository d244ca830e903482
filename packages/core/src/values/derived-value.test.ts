import { putDerivedValue, putDerivedValues, type DerivedValue } from './derived-value.js';
import { startFiguresBed, type FiguresBed } from './test-bed.js';

let bed: FiguresBed;
let unitId: number;

beforeAll(async () => {
  bed = await startFiguresBed();
  unitId = await bed.unit('26254');
}, 600_000);
afterAll(() => bed?.stop());

const base = (figure: DerivedValue['figure'], more: Partial<DerivedValue> = {}): DerivedValue => ({
  indicatorKey: 'works.insured',
  unitId,
  periodId: '2021-08',
  figure,
  origin: 'Snapshot:1',
  ...more,
});
/** As a plugin does it: in a transaction of somebody who holds no right to enter figures. */
const put = (...values: DerivedValue[]) =>
  bed.engine.database.transaction({ settings: { user_id: '7' } }, (session) =>
    putDerivedValues({ session, caller: { userId: 7 } }, values),
  );
const refusal = (value: DerivedValue) =>
  put(value).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const kept = () =>
  bed.place
    .sql(`select numerator::text, denominator::text, state, origin, entered_by::int, superseded_at is not null as superseded
    from core.data_value d join core.indicator i on i.id = d.indicator_id where i.key = 'works.insured' order by d.id`);

test('is written once, stays where nothing differs, is superseded where something does', async () => {
  const [first] = await put(base({ numerator: '80', denominator: '100' }));
  expect(first).toEqual({ id: expect.any(Number), changed: true });
  expect(await put(base({ numerator: '80', denominator: '100' }))).toEqual([
    { id: first!.id, changed: false },
  ]);
  const [second] = await put(base({ numerator: '85', denominator: '100' }, { origin: 'Snapshot:2' }));
  expect(second).toEqual({ id: expect.any(Number), changed: true });
  expect(await kept()).toEqual([
    {
      numerator: '80',
      denominator: '100',
      state: 'PROVISIONAL',
      origin: 'Snapshot:1',
      entered_by: 7,
      superseded: true,
    },
    {
      numerator: '85',
      denominator: '100',
      state: 'PROVISIONAL',
      origin: 'Snapshot:2',
      entered_by: 7,
      superseded: false,
    },
  ]);
});

test('withdraws a figure whose records are gone, and that only once', async () => {
  expect(await put(base(null))).toEqual([{ id: null, changed: true }]);
  expect(await put(base(null))).toEqual([{ id: null, changed: false }]);
  expect((await kept()).every((row) => row['superseded'])).toBe(true);
});

test('counts in aggregates like any other figure', async () => {
  await put(base({ numerator: '9', denominator: '10' }));
  const reader = await bed.holder(1, ['core:value.read'], '737');
  const unit = await bed.unitId('26254');
  const { data } = await bed.ask(
    `{ indicatorAggregate(indicator: "works.insured", unit: "${unit}", period: { calendar: MONTH, key: "2021-08" }) { value state } }`,
    reader,
  );
  expect(data.indicatorAggregate).toEqual({ value: '0.9', state: 'PROVISIONAL' });
});

test('of many at once costs as many statements as of one', async () => {
  const codes = ['26248', '26251', '26254', '26257', '26260'];
  const units = await Promise.all(codes.map((code) => bed.unit(code)));
  const results = await put(
    ...units.map((id) => base({ numerator: '1', denominator: '2' }, { unitId: id, periodId: '2021-07' })),
  );
  expect(results.every(({ changed }) => changed)).toBe(true);
  expect(bed.statements).toBe(3);
});

test('an accepted figure stays accepted where nothing differs', async () => {
  const [accepted] = await put(
    base({ numerator: '3', denominator: '4' }, { periodId: '2021-06', state: 'ACCEPTED' }),
  );
  expect(await put(base({ numerator: '3', denominator: '4' }, { periodId: '2021-06' }))).toEqual([
    { id: accepted!.id, changed: false },
  ]);
});

test('refuses what core answers for', async () => {
  const figure = { numerator: '1', denominator: '2' };
  expect(await refusal(base(figure, { indicatorKey: 'works.nothing' }))).toBe('INDICATOR_NOT_FOUND');
  expect(await refusal(base(figure, { periodId: '2031-01' }))).toBe('PERIOD_NOT_FOUND');
  expect(await refusal(base(figure, { periodId: '2021-Q1' }))).toBe('PERIOD_CALENDAR_MISMATCH');
  expect(await refusal(base({ value: '1' }, { indicatorKey: 'works.houses' }))).toBe('INDICATOR_NOT_DERIVED');
  expect(await refusal(base(figure, { source: 'hearsay' }))).toBe('SOURCE_UNKNOWN');
  expect(await refusal(base(figure, { disaggregation: 'work:build' }))).toBe('PART_UNKNOWN');
  expect(await refusal(base({ numerator: '3', denominator: '2' }))).toBe('RATIO_ABOVE_ONE');
  await bed.place.sql(
    `insert into core.period_lock (period_id, reason) select id, 'chốt' from core.period where key = '2021-03'`,
  );
  expect(await refusal(base(figure, { periodId: '2021-03' }))).toBe('PERIOD_LOCKED');
});

test('one refused among many leaves nothing written', async () => {
  const before = (await kept()).length;
  await expect(
    put(
      base({ numerator: '1', denominator: '9' }),
      base({ numerator: '3', denominator: '2' }, { periodId: '2021-05' }),
    ),
  ).rejects.toMatchObject({
    code: 'RATIO_ABOVE_ONE',
  });
  expect(await kept()).toHaveLength(before);
});

test('two who put the same figure at once leave one that counts', async () => {
  const value = base({ numerator: '5', denominator: '9' }, { periodId: '2021-04' });
  await Promise.all([
    put(value),
    put(value),
    put({ ...value, figure: { numerator: '6', denominator: '9' } }),
  ]);
  const [row] = await bed.place.sql<{
    n: number;
  }>(`select count(*)::int as n from core.data_value d join core.period p on p.id = d.period_id
    where p.key = '2021-04' and superseded_at is null`);
  expect(row!.n).toBe(1);
});

test('as the system, in a loader', async () => {
  const result = await bed.engine.database.asSystem('load figures', (session) =>
    putDerivedValue(
      { session },
      base({ numerator: '1', denominator: '3' }, { periodId: '2021-02', demo: true }),
    ),
  );
  expect(result.changed).toBe(true);
});
