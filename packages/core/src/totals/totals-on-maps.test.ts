import type { Session } from '@phoihop/database';
import { aggregateIndicator, aggregateIndicators } from '../values/aggregate.js';
import type { Aggregate, AggregateRequest } from '../values/aggregate-request.js';
import { keepMaps, keepMapsIn, verifyMaps } from './keep-maps.js';
import { createWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());

const businessDate = '2021-10-15';
const enter = (session: Session, indicator: number, unit: number, period: string, value: number) =>
  session.query(
    `insert into core.data_value (indicator_id, unit_id, period_id, source, value, demo)
     select $1, $2, id, 'one', $4, true from core.period where key = $3`,
    [indicator, unit, period, value],
  );

/** In July the second province takes in the third one, whose district and commune pass under it. */
async function mergeProvinces(session: Session): Promise<void> {
  await session.query(`with old as (
      update core.administrative_unit_version set valid_to = '2021-07-01'
      where unit_id in (3, 12, 27) and valid_to is null returning *)
    insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from)
    select unit_id, code, name, full_name, kind, 2, valid_to from old where unit_id <> 3`);
  await session.query('select core.rebuild_unit_reach()');
}

/** Without names, which the lineage is asked for. */
const onMap = (request: Partial<AggregateRequest>): AggregateRequest => ({
  indicator: 1,
  units: [2],
  period: '2021-01',
  basis: 'ON_MAP',
  mapDate: null,
  names: false,
  ...request,
});

/** The answer, how many statements it took, and that putting the figures together says the same. */
async function ask(
  session: Session,
  request: Partial<AggregateRequest> = {},
): Promise<{ answer: Aggregate; statements: number }> {
  const before = session.statements;
  const answer = (await aggregateIndicator({ session, businessDate }, onMap(request)))!;
  const statements = session.statements - before;
  expect(answer).toEqual(
    await aggregateIndicator({ session, businessDate, recompute: true }, onMap(request)),
  );
  return { answer, statements };
}

describe('a province that took in another one', () => {
  const merged = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    world.inPassing(async (session) => {
      for (const unit of [20, 21, 25, 26]) await enter(session, 1, unit, '2021-01', unit);
      await enter(session, 1, 25, '2021-08', 5);
      await mergeProvinces(session);
      expect(await keepMapsIn(session, businessDate)).toBeGreaterThan(0);
      return work(session);
    });

  test('has on today’s map the totals of both, as they are kept', async () => {
    await merged(async (session) => {
      const { answer, statements } = await ask(session);
      expect(answer).toMatchObject({
        value: String(20 + 21 + 25 + 26),
        coverage: { have: 4, needed: 8 },
        computable: true,
      });
      // What is asked for, and its total.
      expect(statements).toBe(2);
      expect(
        (await aggregateIndicator({ session, businessDate }, onMap({ basis: 'AS_REPORTED' })))!.value,
      ).toBe('41');
    });
  });

  test('has them at once after a figure is corrected', async () => {
    await merged(async (session) => {
      await session.query(`update core.data_value set superseded_at = now() where unit_id = 26`);
      await enter(session, 1, 26, '2021-01', 126);
      const { answer, statements } = await ask(session);
      expect(answer.value).toBe(String(20 + 21 + 25 + 126));
      expect(statements).toBe(2);
    });
  });

  test('has a year across the merger', async () => {
    await merged(async (session) => {
      const { answer, statements } = await ask(session, { period: '2021' });
      expect(answer.value).toBe(String(20 + 21 + 25 + 26 + 5));
      expect(statements).toBe(2);
    });
  });

  test('is asked for by the lineage where something missing is to be named', async () => {
    await merged(async (session) => {
      const { answer, statements } = await ask(session, { names: true });
      expect(answer.coverage.missing).toHaveLength(4);
      expect(statements).toBeGreaterThan(2);
    });
  });

  test.each([
    [
      'a merger that is recorded late',
      `insert into core.administrative_unit_lineage (from_id, to_id, type, effective_on) values (26, 20, 'WHOLE_MERGE', '2021-02-15')`,
    ],
    [
      'a version that is corrected',
      `update core.administrative_unit_version set name = 'x', full_name = 'x' where unit_id = 22`,
    ],
  ])('is not told from what was kept before %s, until it is worked out anew', async (_, change) => {
    await merged(async (session) => {
      await session.query(change);
      expect((await ask(session)).statements).toBeGreaterThan(2);
      await session.query('select core.rebuild_unit_reach()');
      expect((await ask(session)).statements).toBeGreaterThan(2);
      expect(await keepMapsIn(session, businessDate)).toBeGreaterThan(0);
      expect((await ask(session)).statements).toBe(2);
    });
  });

  test('is worked out once', async () => {
    await merged(async (session) => {
      expect(await keepMapsIn(session, businessDate)).toBeNull();
      // Another way of counting may need other units.
      await session.query(`update core.indicator set split_rule = 'PRIMARY' where id = 1`);
      expect(await keepMapsIn(session, businessDate)).toBeGreaterThan(0);
      expect(await keepMapsIn(session, businessDate)).toBeNull();
    });
  });
});

test('the stock of a province that took the place of another one counts each unit once', async () => {
  await world.inPassing(async (session) => {
    await enter(session, 2, 25, '2021-01', 7);
    await enter(session, 2, 25, '2021-08', 9);
    const [founded] = await session.query<{ id: number }>(
      'insert into core.administrative_unit (demo) values (true) returning id',
    );
    await session.query(
      `with old as (
         update core.administrative_unit_version set valid_to = '2021-07-01'
         where unit_id in (3, 12, 27) and valid_to is null returning *)
       insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from)
       select case unit_id when 3 then $1 else unit_id end, code, name, full_name, kind,
         case unit_id when 3 then parent_id else $1 end, valid_to from old`,
      [founded!.id],
    );
    await session.query('select core.rebuild_unit_reach()');
    await keepMapsIn(session, businessDate);
    const { answer, statements } = await ask(session, { indicator: 2, units: [founded!.id], period: '2021' });
    expect(answer).toMatchObject({ value: '9', coverage: { have: 1, needed: 3 } });
    // In January it was the third province; the totals of two provinces' years do not add up to one.
    expect(statements).toBeGreaterThan(2);
    expect((await ask(session, { indicator: 2, units: [founded!.id] })).statements).toBe(2);
  });
});

test('no map is kept of a tree in which units that report lie below one another', async () => {
  await world.inPassing(async (session) => {
    await session.query(
      `update core.administrative_unit_version set parent_id = 21 where unit_id = 20 and superseded_at is null`,
    );
    await session.query('select core.rebuild_unit_reach()');
    expect(await keepMapsIn(session, businessDate)).toBe(0);
    await enter(session, 1, 20, '2021-01', 3);
    expect((await ask(session)).statements).toBeGreaterThan(2);
  });
});

test('a total on a map does not depend on what else is asked', async () => {
  await world.inPassing(async (session) => {
    await mergeProvinces(session);
    await enter(session, 1, 25, '2021-08', 5);
    // The third province is gone by August, and the commune below it is asked for on the map of January.
    const asked = [
      onMap({ units: [3], period: '2021-08', basis: 'AS_REPORTED' }),
      onMap({ units: [3], period: '2021-08', mapDate: '2021-02-01' }),
    ];
    const source = { session, businessDate, recompute: true };
    const together = await aggregateIndicators(source, asked);
    const alone = await aggregateIndicator(source, asked[1]!);
    expect(alone).toMatchObject({ value: '5', computable: true });
    expect(together).toMatchObject([{ reason: 'UNIT_NOT_VALID' }, { value: '5', computable: true }]);
  });
});

describe('looking after maps', () => {
  afterAll(async () => {
    await world.place.sql('delete from core.unit_on_map; delete from core.map_state');
  });

  test('verifying finds what is not as the lineage says, and working out mends it', async () => {
    await world.place.sql(
      `update core.administrative_unit_version set valid_to = '2021-05-01' where unit_id = 26 and valid_to is null`,
    );
    await world.place.sql('select core.rebuild_unit_reach()');
    expect(await verifyMaps(world.database, businessDate)).toEqual({ units: 0, wrong: 0, isKept: false });
    const units = await keepMaps(world.database, businessDate);
    expect(await verifyMaps(world.database, businessDate)).toEqual({ units, wrong: 0, isKept: true });
    await world.place.sql(
      `update core.unit_on_map set roots = '{10}' where unit_id = 2 and split_rule = 'NONE'`,
    );
    expect((await verifyMaps(world.database, businessDate)).wrong).toBeGreaterThan(0);
    expect(await keepMaps(world.database, businessDate, true)).toBe(units);
    expect(await verifyMaps(world.database, businessDate)).toMatchObject({ wrong: 0, isKept: true });
  });
});
