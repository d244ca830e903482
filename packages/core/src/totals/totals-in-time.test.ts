import { rebuildTotals, verifyTotals } from './look-after-totals.js';
import { kindsAtLevel, reportingKinds } from '../indicators/indicator-facts.js';
import { UnitKind } from '../units/unit-kind.js';
import type { Session } from '@phoihop/database';
import { aggregateIndicator, aggregateIndicators } from '../values/aggregate.js';
import { createWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());
afterEach(async () => {
  await world.place.sql('truncate core.data_value cascade');
});

const enter = `insert into core.data_value (indicator_id, unit_id, period_id, source, value, demo)
  select $1, $2, id, 'one', $4, true from core.period where key = $3`;
const totalOf = (session: Session, indicator: number, period: string, unit = 1) =>
  aggregateIndicator({ session, businessDate: '2022-02-01' }, { indicator, units: [unit], period });

/** Two transactions that are open at once; the second one's writing may have to wait for the first to end. */
async function atOnce(first: readonly unknown[][], second: readonly unknown[][]): Promise<void> {
  let firstHasWritten!: () => void;
  const written = new Promise<void>((resolve) => (firstHasWritten = resolve));
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  const one = world.database.asSystem('the first clerk', async (session) => {
    for (const row of first) await session.query(enter, row);
    firstHasWritten();
    await released;
  });
  await written;
  const other = world.database.asSystem('the second clerk', async (session) => {
    for (const row of second) await session.query(enter, row);
  });
  // The second either ends by itself or waits; either way the first goes on.
  await Promise.race([other, new Promise((resolve) => setTimeout(resolve, 300))]);
  release();
  await Promise.all([one, other]);
}

describe('writers at the same time', () => {
  test('of one district, in opposite order, neither deadlock nor lose a figure', async () => {
    const [a, b] = [
      [1, 20, '2021-01', 3],
      [1, 20, '2021-02', 4],
    ];
    const [c, d] = [
      [1, 21, '2021-02', 5],
      [1, 21, '2021-01', 6],
    ];
    await atOnce([a!, b!], [c!, d!]);
    await world.inPassing(async (session) => {
      expect(await totalOf(session, 1, '2021', 10)).toMatchObject({ value: '18', coverage: { have: 4 } });
      expect(await totalOf(session, 1, '2021-02')).toMatchObject({ value: '9' });
    });
  });

  test('of one unit’s stock, in different months, leave its latest figure once', async () => {
    await atOnce([[2, 20, '2021-01', 30]], [[2, 20, '2021-03', 40]]);
    await world.inPassing(async (session) => {
      expect(await totalOf(session, 2, '2021')).toMatchObject({ value: '40', coverage: { have: 1 } });
    });
    expect(await verifyTotals(world.database)).toMatchObject({ wrong: 0, stale: false });
  });
});

test('what an older snapshot would write is refused', async () => {
  await expect(
    world.place.sql(`begin isolation level repeatable read;
      insert into core.data_value (indicator_id, unit_id, period_id, source, value, demo)
      select 1, 20, id, 'one', 3, true from core.period where key = '2021-01';
      commit`),
  ).rejects.toThrow(/TOTALS_NEED_READ_COMMITTED/);
});

test('folding makes one row of many and leaves every sum', async () => {
  for (let n = 0; n < 30; n += 1)
    await world.place.sql(enter, [
      1,
      [20, 21, 22][n % 3],
      `2021-${String(1 + Math.floor(n / 3)).padStart(2, '0')}`,
      n,
    ]);
  const rows = () =>
    world.place.sql<{ n: number }>('select count(*)::int as n from core.kept_total where unit_id = 1');
  expect((await rows())[0]!.n).toBe(30);
  await world.place.sql('select core.fold_totals(1000)');
  expect((await rows())[0]!.n).toBe(10);
  await world.inPassing(async (session) => {
    expect(await totalOf(session, 1, '2021')).toMatchObject({ value: String((29 * 30) / 2) });
  });
});

describe('a latest figure counts until its unit goes, though nothing of its year is reported after', () => {
  const asked = { indicator: 2, period: '2021-07', span: 'YEAR_TO_PERIOD' } as const;
  const report = (session: Session) => session.query(enter, [2, 24, '2021-01', 7]);
  const end = `update core.administrative_unit_version set valid_to = '2021-05-15' where unit_id = 24 and valid_to is null`;
  const moveToAnotherProvince = `with old as (
      update core.administrative_unit_version set valid_to = '2021-05-15' where unit_id = 24 and valid_to is null returning *)
    insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from)
    select unit_id, code, name, full_name, kind, 12, valid_to from old`;
  /** The stock of province 2, of province 3 and of the country by July, kept and added up again. */
  const stocks = async (session: Session) => {
    const source = { session, businessDate: '2021-09-30' };
    const requests = [2, 3, 1].map((unit) => ({ ...asked, units: [unit] }));
    const values = (answers: Awaited<ReturnType<typeof aggregateIndicators>>) =>
      answers.map((answer) => answer?.value);
    return {
      kept: values(await aggregateIndicators(source, requests)),
      again: values(await aggregateIndicators({ ...source, recompute: true }, requests)),
    };
  };

  test.each([
    ['ends', end, [null, null, null]],
    // What it reported elsewhere is not the other province's, but still the country's.
    ['passes to another province', moveToAnotherProvince, [null, null, '7']],
  ])('its unit %s', async (_, change, expected) => {
    const same = { kept: expected, again: expected };
    await world.inPassing(async (session) => {
      await report(session);
      expect(await stocks(session)).toEqual({ kept: ['7', null, '7'], again: ['7', null, '7'] });
      await session.query(change);
      await session.query('select core.rebuild_unit_reach()');
      expect(await stocks(session)).toEqual(same);
    });
    // Reported late, while the tree has not been derived anew yet.
    await world.inPassing(async (session) => {
      await session.query(change);
      await report(session);
      await session.query('select core.rebuild_unit_reach()');
      expect(await stocks(session)).toEqual(same);
    });
  });
});

describe('looking after totals', () => {
  test('verifying finds what was written past the triggers, and rebuilding mends it', async () => {
    await world.place.sql(enter, [2, 20, '2021-01', 30]);
    await world.place.sql('alter table core.data_value disable trigger totals_of_new');
    await world.place.sql(enter, [2, 20, '2021-02', 40]);
    await world.place.sql('alter table core.data_value enable trigger totals_of_new');
    const found = await verifyTotals(world.database);
    expect(found.wrong).toBeGreaterThan(0);
    expect(found.differences).toContainEqual(
      expect.objectContaining({ indicator: 'world.stock', unit: 10, period: '2021-02', part: 'PROVISIONAL' }),
    );
    await rebuildTotals(world.database);
    expect(await verifyTotals(world.database)).toMatchObject({ wrong: 0, differences: [] });
    await world.inPassing(async (session) => {
      expect(await totalOf(session, 2, '2021')).toMatchObject({ value: '40' });
    });
  });

  test('no kept total is given out between a change of units and deriving the tree', async () => {
    await world.place.sql(enter, [1, 20, '2021-01', 30]);
    await world.inPassing(async (session) => {
      await session.query(
        `update core.administrative_unit_version set valid_to = '2021-01-15' where unit_id = 20 and valid_to is null`,
      );
      expect(await totalOf(session, 1, '2021-01')).toMatchObject({ value: null, reason: 'NO_DATA' });
      await session.query('select core.rebuild_unit_reach()');
      expect(await totalOf(session, 1, '2021-01')).toMatchObject({ value: null, reason: 'NO_DATA' });
    });
  });
});

test('the kinds that report are the same in SQL and in TypeScript', async () => {
  const all = Object.values(UnitKind);
  for (const level of ['DISTRICT', 'COMMUNE', 'RESIDENTIAL_AREA'] as const) {
    for (const appliesTo of [
      null,
      [all[0]!],
      kindsAtLevel(level).slice(0, 1),
      [...kindsAtLevel(level)].reverse(),
    ]) {
      const [row] = await world.place.sql<{ kinds: string[] }>(
        'select core.reporting_kinds($1, $2) as kinds',
        [level, appliesTo],
      );
      expect(row!.kinds).toEqual([...reportingKinds({ collectionLevel: level, appliesTo })]);
    }
  }
});
