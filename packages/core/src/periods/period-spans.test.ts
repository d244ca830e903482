import type { Session } from '@phoihop/database';
import { createWorld, type World } from '../totals/test-world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());

/** What is kept of a period, its parts by their keys; nothing where it has to be worked out. */
const spanOf = async (session: Session, key: string) => {
  const [span] = await session.query<Record<string, unknown>>(
    `select span.followed_on::text as "followedOn", span.reaches_back::text as "reachesBack",
      (select array_agg(key order by starts_on) from core.period where id = any (span.so_far)) as "soFar",
      (select array_agg(key order by starts_on) from core.period where id = any (span.last_so_far)) as "lastSoFar",
      (select key from core.period where id = span.last_year) as "lastYear"
     from core.period_span span join core.period p on p.id = span.period_id where p.key = $1`,
    [key],
  );
  return span;
};

test('a period has those of its year so far, and the same of the year before', () =>
  world.inPassing(async (session) => {
    expect(await spanOf(session, '2021-03')).toEqual({
      followedOn: '2021-04-30',
      reachesBack: '2020-01-31',
      soFar: ['2021-01', '2021-02', '2021-03'],
      lastSoFar: ['2020-01', '2020-02', '2020-03'],
      lastYear: '2020-03',
    });
    expect(await spanOf(session, '2022-T01')).toMatchObject({
      followedOn: '2022-02-15',
      reachesBack: '2021-01-15',
    });
    expect(await spanOf(session, '2021-H1')).toMatchObject({
      followedOn: '2021-12-31',
      lastYear: '2020-H1',
    });
  }));

test('the first year that is kept has none before it', () =>
  world.inPassing(async (session) => {
    const [first] = await session.query<{ key: string }>(
      `select key from core.period where calendar_key = 'QUARTER' order by starts_on limit 1`,
    );
    expect(await spanOf(session, first!.key)).toMatchObject({
      soFar: [first!.key],
      lastSoFar: null,
      lastYear: null,
    });
  }));

test('it follows the periods: of a year that is kept by half there is no row', () =>
  world.inPassing(async (session) => {
    await session.query(`delete from core.period where key = '2020-03'`);
    expect(await spanOf(session, '2021-02')).toBeDefined();
    for (const key of ['2020-03', '2020-04', '2021-03', '2021-12'])
      expect(await spanOf(session, key)).toBeUndefined();
    expect(await spanOf(session, '2022-01')).toMatchObject({ lastYear: '2021-01' });
    await session.query(`update core.period set ends_on = '2021-02-27' where key = '2021-02'`);
    const [span] = await session.query<{ last: string }>(
      `select ends_on::text as last from core.period_span where period_id = (select id from core.period where key = '2021-02')`,
    );
    expect(span!.last).toBe('2021-02-27');
  }));
