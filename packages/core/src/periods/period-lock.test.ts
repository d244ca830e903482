import type { Caller } from '@phoihop/platform';
import { startFiguresBed, type Answer, type FiguresBed } from '../values/test-bed.js';
import { loadPeriods } from './load.js';

let bed: FiguresBed;
let standing: Caller;
let clerk: Caller;

beforeAll(async () => {
  bed = await startFiguresBed();
  standing = await bed.holder(1, ['core:value.read', 'core:value.accept', 'core:period.lock'], '737');
  clerk = await bed.holder(2, ['core:value.read', 'core:value.record'], '26254');
}, 600_000);
afterAll(() => bed?.stop());

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'] as string | undefined;

const lock = async (input: Record<string, unknown>, caller = standing): Promise<Answer> =>
  bed.ask(
    `mutation ($input: LockPeriodInput!) { lockPeriod(input: $input) { id reason lockedAt unlockedAt program unit { name } period { key label } } }`,
    caller,
    { input: { unit: await bed.unitId('737'), reason: 'đã chốt số liệu', ...input } },
  );
const unlock = (id: string, reason = 'bổ sung số liệu', caller = standing): Promise<Answer> =>
  bed.ask(
    `mutation ($input: UnlockPeriodInput!) { unlockPeriod(input: $input) { id unlockedAt unlockReason } }`,
    caller,
    {
      input: { lock: id, reason },
    },
  );
const record = async (indicator: string, period: { calendar: string; key: string }): Promise<Answer> =>
  bed.ask(`mutation ($input: RecordDataValueInput!) { recordDataValue(input: $input) { id } }`, clerk, {
    input: { indicator, unit: await bed.unitId('26254'), period, value: 1 },
  });

describe('reference data', () => {
  test('has every regular calendar for the years it is kept, with their parents', async () => {
    const { data } = await bed.ask(`{
      periodCalendars { nodes { key title periods(first: 0) { totalCount } } }
      september: period(calendar: MONTH, key: "2021-09") { label startsOn endsOn year position calendar { key } parent { key parent { key parent { key } } } }
      traffic: period(calendar: TRAFFIC_MONTH, key: "2021-T01") { label startsOn endsOn parent { key children(first: 1) { totalCount } } }
      none: period(calendar: YEAR, key: "2021-09") { key }
    }`);
    const counts = Object.fromEntries(
      data.periodCalendars.nodes.map((calendar: any) => [calendar.key, calendar.periods.totalCount]),
    );
    expect(counts).toEqual({
      YEAR: 12,
      HALF: 24,
      QUARTER: 48,
      MONTH: 144,
      TRAFFIC_YEAR: 12,
      TRAFFIC_MONTH: 144,
      MULTI_YEAR: 0,
      TERM: 0,
      CAMPAIGN: 2,
    });
    expect(data.september).toEqual({
      label: 'September 2021',
      startsOn: '2021-09-01',
      endsOn: '2021-09-30',
      year: 2021,
      position: 9,
      calendar: { key: 'MONTH' },
      parent: { key: '2021-Q3', parent: { key: '2021-H2', parent: { key: '2021' } } },
    });
    expect(data.traffic).toMatchObject({
      startsOn: '2020-12-16',
      endsOn: '2021-01-15',
      parent: { key: '2021-T', children: { totalCount: 12 } },
    });
    expect(data.none).toBeNull();
  });

  test('is loaded once, and again only when the definitions change', async () => {
    const again = await bed.engine.database.asSystem('load again', loadPeriods);
    expect(again).toEqual({ alreadyLoaded: true });
    const [before] = await bed.place.sql<{ id: number }>(
      `select id::int from core.period where key = '2021-09'`,
    );
    await bed.place.sql(`update core.reference_load set checksum = 'old' where key = 'periods'`);
    await bed.place.sql(`update core.period set label_vi = 'x' where key = '2021-09'`);
    expect(await bed.engine.database.asSystem('load again', loadPeriods)).toEqual({ alreadyLoaded: false });
    expect(await bed.place.sql(`select id::int, label_vi from core.period where key = '2021-09'`)).toEqual([
      { id: before!.id, label_vi: 'Tháng 9/2021' },
    ]);
  });
});

describe('a locked period', () => {
  test('takes no figure, and neither do the periods inside it, until it is opened; both are audited', async () => {
    const first = await lock({ period: { calendar: 'QUARTER', key: '2021-Q1' } });
    expect(first.errors).toBeUndefined();
    expect(first.data.lockPeriod).toMatchObject({
      reason: 'đã chốt số liệu',
      unlockedAt: null,
      program: null,
      period: { key: '2021-Q1' },
    });
    const refused = await record('works.houses', { calendar: 'MONTH', key: '2021-02' });
    expect(refused.errors![0]!.extensions).toMatchObject({
      code: 'PERIOD_LOCKED',
      field: 'input.period',
      reason: 'đã chốt số liệu',
    });
    expect(codeOf(await record('works.houses', { calendar: 'MONTH', key: '2021-04' }))).toBeUndefined();
    // Traffic months have a year of their own.
    expect(
      codeOf(await record('works.deaths', { calendar: 'TRAFFIC_MONTH', key: '2021-T02' })),
    ).toBeUndefined();

    const opened = await unlock(first.data.lockPeriod.id);
    expect(opened.data.unlockPeriod).toMatchObject({
      unlockReason: 'bổ sung số liệu',
      unlockedAt: expect.any(String),
    });
    expect(codeOf(await record('works.houses', { calendar: 'MONTH', key: '2021-02' }))).toBeUndefined();
    expect(codeOf(await unlock(first.data.lockPeriod.id))).toBe('PERIOD_NOT_LOCKED');
    const audited = await bed.place.sql<{ action: string }>(
      `select action from platform.audit_event where action like 'core:period.%' order by id`,
    );
    expect(audited.map(({ action }) => action)).toEqual(['core:period.lock', 'core:period.unlock']);
    const kept = await bed.ask(
      `{ holding: periodLocks(filter: { holding: true }) { totalCount } all: periodLocks { totalCount } }`,
      clerk,
    );
    expect(kept.data).toEqual({ holding: { totalCount: 0 }, all: { totalCount: 1 } });
  });

  test('closes one program and one unit only, when locked so', async () => {
    await lock({ period: { calendar: 'MONTH', key: '2021-05' }, program: 'PRG-91' });
    await lock({ period: { calendar: 'MONTH', key: '2021-06' }, unit: await bed.unitId('26257') });
    expect(codeOf(await record('works.money', { calendar: 'MONTH', key: '2021-05' }))).toBe('PERIOD_LOCKED');
    expect(codeOf(await record('works.houses', { calendar: 'MONTH', key: '2021-05' }))).toBeUndefined();
    expect(codeOf(await record('works.houses', { calendar: 'MONTH', key: '2021-06' }))).toBeUndefined();
  });

  test('takes no correction and no acceptance', async () => {
    const { data } = await record('works.houses', { calendar: 'MONTH', key: '2021-07' });
    const held = await lock({ period: { calendar: 'MONTH', key: '2021-07' } });
    const id = data.recordDataValue.id;
    const corrected = await bed.ask(
      `mutation ($input: CorrectDataValueInput!) { correctDataValue(input: $input) { id } }`,
      clerk,
      {
        input: { dataValue: id, value: 2, reason: 'x' },
      },
    );
    expect(codeOf(corrected)).toBe('PERIOD_LOCKED');
    const accepted = await bed.ask(
      `mutation ($input: AcceptDataValuesInput!) { acceptDataValues(input: $input) { id } }`,
      standing,
      {
        input: { dataValues: [id] },
      },
    );
    expect(codeOf(accepted)).toBe('PERIOD_LOCKED');
    await unlock(held.data.lockPeriod.id);
  });

  test('closes itself against whatever SQL writes figures', async () => {
    const held = await lock({ period: { calendar: 'MONTH', key: '2021-08' } });
    await expect(bed.enter([['works.houses', '26254', '2021-08', { value: 1 }]])).rejects.toThrow(
      'PERIOD_LOCKED',
    );
    await unlock(held.data.lockPeriod.id);
  });

  test('waits for figures on their way in', async () => {
    const { database } = bed.engine;
    const figure = Promise.withResolvers<void>();
    let locked = false;
    const writing = database.asSystem('a slow figure', async (session) => {
      await session.query('select core.hold_period_locks(false)');
      await figure.promise;
      expect(locked).toBe(false);
    });
    const locking = lock({ period: { calendar: 'MONTH', key: '2021-03' } }).then((answer) => {
      locked = true;
      return answer;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(locked).toBe(false);
    figure.resolve();
    await Promise.all([writing, locking]);
    expect(codeOf(await locking)).toBeUndefined();
  });
});

describe('locking is refused', () => {
  const february = { period: { calendar: 'MONTH', key: '2021-02' } };

  test('without a reason, without the permission, outside of one’s scope', async () => {
    expect(codeOf(await lock({ ...february, reason: ' ' }))).toBe('REASON_REQUIRED');
    expect(codeOf(await lock(february, clerk))).toBe('FORBIDDEN');
    expect(codeOf(await lock({ ...february, unit: await bed.unitId('75') }))).toBe('OUT_OF_SCOPE');
    // For the whole country, only whoever acts for it.
    expect(codeOf(await lock({ ...february, unit: null }))).toBe('OUT_OF_SCOPE');
    const country = await bed.holder(3, ['core:period.lock'], 'VN');
    expect(codeOf(await lock({ ...february, unit: null }, country))).toBeUndefined();
  });

  test('of what is locked just so already', async () => {
    expect(codeOf(await lock({ period: { calendar: 'YEAR', key: '2019' } }))).toBeUndefined();
    expect(codeOf(await lock({ period: { calendar: 'YEAR', key: '2019' } }))).toBe('PERIOD_ALREADY_LOCKED');
  });

  test('to whoever holds one program for all of them', async () => {
    const one = await bed.holder(4, ['core:period.lock'], '737', 'PRG-90');
    expect(codeOf(await lock({ period: { calendar: 'YEAR', key: '2018' } }, one))).toBe('OUT_OF_SCOPE');
    expect(
      codeOf(await lock({ period: { calendar: 'YEAR', key: '2018' }, program: 'PRG-90' }, one)),
    ).toBeUndefined();
  });
});
