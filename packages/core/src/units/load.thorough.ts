import { migrate, openDatabase, type Database } from '@phoihop/database';
import {
  createTemporaryDatabase,
  type TemporaryDatabase,
} from '../../../database/src/connection/temporary-database.js';
import { AdministrativeUnit } from './administrative-unit.js';
import { AdministrativeUnitLineage } from './administrative-unit-lineage.js';
import { AdministrativeUnitVersion } from './administrative-unit-version.js';
import { committedLists } from './committed-lists.js';
import { loadNationalUnits, rowsOf, type LoadReport } from './load.js';
import { unitMigrations } from './migrations.js';
import { nationalHistory, type NationalHistory } from './national-history.js';
import { componentsOnMap } from './on-map.js';
import type { Query } from './query.js';
import { searchKey } from './search-key.js';
import { loadSubgraph } from './unit-graph.js';
import { UnitHistory } from './unit-history.js';
import { UnitKind } from './unit-kind.js';

const national = nationalHistory();
const nation = new UnitHistory(national);
const today = '2026-01-01';
const communes = new Set([UnitKind.COMMUNE, UnitKind.WARD, UnitKind.TOWN, UnitKind.SPECIAL_ZONE]);
const byCode = Map.groupBy(national.versions, (version) => version.code);
const unitOf = (code: string, day: string): number =>
  byCode.get(code)!.find((version) => nation.on(version.unit, day) === version)!.unit;

let place: TemporaryDatabase;
let database: Database;
let first: LoadReport;

const load = (history?: NationalHistory): Promise<LoadReport> =>
  database.asSystem('test: load units', (session) =>
    loadNationalUnits((...call) => session.query(...call), history),
  );

/** Runs work as the owner and takes it all back. */
async function undone(work: (query: Query) => Promise<void>): Promise<void> {
  const takeBack = new Error('take back');
  const run = database.asSystem('test: undone', async (session) => {
    await work((...call) => session.query(...call));
    throw takeBack;
  });
  await run.catch((error: unknown) => {
    if (error !== takeBack) throw error;
  });
}

beforeAll(async () => {
  place = await createTemporaryDatabase();
  await place.sql('create schema core');
  const [report] = await migrate({
    ownerUrl: place.ownerUrl,
    sources: [{ owner: 'core', requires: [], migrations: unitMigrations }],
  });
  if (report?.failed) throw report.failed.error;
  const entities = [AdministrativeUnit, AdministrativeUnitVersion, AdministrativeUnitLineage];
  database = await openDatabase({ ...place, poolSize: 2, entities });
  first = await load();
}, 600_000);
afterAll(async () => {
  await database?.close();
  await place?.drop();
});

describe('loading', () => {
  test('puts the whole nation into an empty database, with the ids of the lists’ order', async () => {
    expect(first).toMatchObject({ units: 14590, versions: 14742, lineage: 10496, alreadyLoaded: false });
    const keys = await place.sql<{ key: string }>(
      'select reference_key as key from core.administrative_unit order by id',
    );
    expect(keys.map(({ key }) => key)).toEqual(national.units.map(({ key }) => key));
    const [last] = await place.sql<{ id: string }>('select max(id) as id from core.administrative_unit');
    expect(Number(last!.id)).toBe(national.units.length);
  });

  test('what is known of the lists without reading them is what they come to', () => {
    const { counts, checksum } = rowsOf(national);
    expect(committedLists).toEqual({ ...counts, checksum });
  });

  test('takes seconds', () => {
    expect(first.seconds).toBeLessThan(30);
  });

  test('a second time finds it done', async () => {
    expect(await load()).toMatchObject({ units: 14590, alreadyLoaded: true });
  });

  test('of changed lists supersedes what they no longer say, keeps ids, and leaves what is not of the lists', () =>
    undone(async (query) => {
      await query(
        `with area as (insert into core.administrative_unit (demo) values (true) returning id)
         insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from)
         select id, '26248.1', 'Khu phố 1', 'Khu phố 1', 'RESIDENTIAL_AREA', $1, '2021-01-01' from area`,
        [unitOf('26248', '2021-10-15')],
      );
      const unit = unitOf('26254', today);
      const changed: NationalHistory = {
        ...national,
        versions: national.versions.map((version) =>
          version.unit === unit ? { ...version, name: 'Bầu Hàm', fullName: 'Xã Bầu Hàm' } : version,
        ),
        lineage: national.lineage.slice(1),
      };
      const versions = (): Promise<unknown[]> =>
        query(
          `select full_name, superseded_at is not null as superseded from core.administrative_unit_version
            where unit_id = $1 order by id`,
          [unit],
        );
      const counts = (): Promise<unknown[]> =>
        query(`select (select count(*)::int from core.administrative_unit) as units,
          (select count(*)::int from core.administrative_unit_version where superseded_at is null) as versions,
          (select count(*)::int from core.administrative_unit_lineage) as lineage`);

      expect((await loadNationalUnits(query, changed)).alreadyLoaded).toBe(false);
      expect(await versions()).toEqual([
        { full_name: 'Xã Bàu Hàm', superseded: true },
        { full_name: 'Xã Bầu Hàm', superseded: false },
      ]);
      expect(await counts()).toEqual([{ units: 14591, versions: 14743, lineage: 10495 }]);

      await loadNationalUnits(query, national);
      expect(await versions()).toMatchObject([
        { superseded: true },
        { superseded: true },
        { full_name: 'Xã Bàu Hàm', superseded: false },
      ]);
      expect(await counts()).toEqual([{ units: 14591, versions: 14743, lineage: 10496 }]);
    }));
});

describe('the database refuses', () => {
  const insert = (code: string, unit: number, from: string): Promise<unknown> =>
    place.sql(
      `insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from)
       values ($1, $2, 'Thử', 'Xã Thử', 'COMMUNE', 1, $3)`,
      [unit, code, from],
    );

  test('a second version of a unit on a day', async () => {
    await expect(insert('99999', unitOf('26254', today), '2026-01-01')).rejects.toThrow(
      /unit_has_one_version_a_day/,
    );
  });

  test('one code on two units on a day, and allows it on different days', async () => {
    const ended = unitOf('26251', '2021-10-15');
    await expect(insert('26254', ended, '2026-01-01')).rejects.toThrow(/code_names_one_unit_a_day/);
    const carriers = await place.sql(
      `select unit_id from core.administrative_unit_version where code = '26254' and superseded_at is null`,
    );
    expect(carriers).toHaveLength(2);
  });
});

describe('search', () => {
  test('folds in SQL as it does in code, on every name of the nation', async () => {
    const rows = await place.sql<{ name: string; key: string; full: string; fullkey: string }>(
      `select name, search_key as key, full_name as full, core.search_key(full_name) as fullkey from core.administrative_unit_version`,
    );
    expect(
      rows.filter((row) => row.key !== searchKey(row.name) || row.fullkey !== searchKey(row.full)),
    ).toEqual([]);
  });

  test.each([
    ['Đông Hoà', 'dong hoa'],
    ['Đông Hòa', 'dong hoa'],
    ['ĐÔNG HÒA'.normalize('NFD'), 'dong hoa'],
    ['Thuỷ  Xuân', 'thuy xuan'],
    ['Ia H’Drai', 'ia hdrai'],
    ["Ia H'Drai", 'ia hdrai'],
    ['Văn Miếu - Quốc Tử Giám', 'van mieu quoc tu giam'],
  ])('%s is searched as %s', async (text, key) => {
    expect(await place.sql('select core.search_key($1) as key', [text])).toEqual([{ key }]);
    expect(searchKey(text)).toBe(key);
  });

  test('by the beginning of a name uses the index', async () => {
    const plan = await place.sql<{ 'QUERY PLAN': string }>(
      `explain select unit_id from core.administrative_unit_version where search_key like 'trang b%'`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('administrative_unit_version_search');
  });
});

describe('reach', () => {
  interface Reach {
    path: string;
    own: boolean;
    from: string;
    to: string | null;
  }
  const rows = `select path::text, own, valid_from::text as "from", valid_to::text as "to"
    from core.unit_reach where unit_id = $1 order by own desc, valid_from, path`;
  const reachOf = (unit: number): Promise<Reach[]> => place.sql<Reach>(rows, [unit]);
  const old = (code: string): number => unitOf(code, '2021-10-15');
  const now = (code: string): number => unitOf(code, today);

  test('of Cây Gáo: its own place until the reform, then readable under the new Bàu Hàm, and not writable', async () => {
    expect(await reachOf(old('26254'))).toEqual([
      {
        path: `1.${old('75')}.${old('737')}.${old('26254')}`,
        own: true,
        from: '2021-01-01',
        to: '2025-07-01',
      },
      { path: `1.${now('75')}.${now('26254')}`, own: false, from: '2025-07-01', to: null },
    ]);
  });

  test('of the new Bàu Hàm, which has the code of Cây Gáo: its own place only', async () => {
    expect(await reachOf(now('26254'))).toEqual([
      { path: `1.${now('75')}.${now('26254')}`, own: true, from: '2025-07-01', to: null },
    ]);
  });

  test('of a unit that goes on: a row for each place, one row over versions that differ in name or kind only', async () => {
    const [kept] = national.units.filter(
      ({ id, key }) => /^\d{5}@2021/.test(key) && nation.endOf(id) === null,
    );
    expect((await reachOf(kept!.id)).map(({ own, from, to }) => ({ own, from, to }))).toEqual([
      { own: true, from: '2021-01-01', to: '2025-07-01' },
      { own: true, from: '2025-07-01', to: null },
    ]);
    expect(await reachOf(now('26248'))).toHaveLength(1);
    expect(nation.versionsOf(now('26248'))).toHaveLength(2);
  });

  test('of a former district: the province that its province became', async () => {
    expect(await reachOf(old('737'))).toEqual([
      { path: `1.${old('75')}.${old('737')}`, own: true, from: '2021-01-01', to: '2025-07-01' },
      { path: `1.${now('75')}`, own: false, from: '2025-07-01', to: null },
    ]);
  });

  test('of a divided commune: each of those that got a part', async () => {
    const divided = national.lineage.find(({ type }) => type === 'PARTIAL')!.from;
    const heirs = nation.outOf(divided).map(({ to }) => `1.${nation.on(to, today)!.parent}.${to}`);
    const inherited = (await reachOf(divided)).filter(({ own }) => !own);
    expect(inherited.map(({ path }) => path).sort()).toEqual(heirs.sort());
  });

  test('gives every unit its place on every day of its life', async () => {
    expect(
      await place.sql(`
        select unit_id from core.administrative_unit_version where superseded_at is null
         group by unit_id
        having range_agg(daterange(valid_from, valid_to)) <>
               (select range_agg(daterange(valid_from, valid_to)) from core.unit_reach reach
                 where reach.own and reach.unit_id = administrative_unit_version.unit_id)`),
    ).toEqual([]);
  });

  test('is rebuilt in seconds, and only what differs is written', () =>
    undone(async (query) => {
      const all = (): Promise<unknown[]> =>
        query(
          'select unit_id, path::text, own, valid_from, xmin::text from core.unit_reach order by 1, 2, 3, 4',
        );
      const before = await all();
      const start = performance.now();
      await query('select core.rebuild_unit_reach()');
      expect(performance.now() - start).toBeLessThan(15_000);
      expect(await all()).toEqual(before);
    }));

  test('of a unit merged into one that goes on: from that day on, not from the beginning of the other', () =>
    undone(async (query) => {
      const [one, other] = nation.childrenOn(old('737'), '2021-10-15') as [number, number];
      const [heir] = nation.outOf(other).map(({ to }) => to);
      await query(`update core.administrative_unit_version set valid_to = '2023-01-01' where unit_id = $1`, [
        one,
      ]);
      await query(
        `update core.administrative_unit_lineage set to_id = $2, effective_on = '2023-01-01' where from_id = $1`,
        [one, other],
      );
      await query('select core.rebuild_unit_reach()');
      expect(await query(rows, [one])).toEqual([
        { path: `1.${old('75')}.${old('737')}.${one}`, own: true, from: '2021-01-01', to: '2023-01-01' },
        { path: `1.${old('75')}.${old('737')}.${other}`, own: false, from: '2023-01-01', to: '2025-07-01' },
        { path: `1.${now('75')}.${heir}`, own: false, from: '2025-07-01', to: null },
      ]);
    }));

  test('of a unit that gave away a part and goes on: not under who got the part', () =>
    undone(async (query) => {
      const unit = now('26254');
      await query(
        `insert into core.administrative_unit_lineage (from_id, to_id, type, effective_on) values ($1, $2, 'PARTIAL', '2026-01-01')`,
        [unit, now('26278')],
      );
      await query('select core.rebuild_unit_reach()');
      expect((await query<Reach>(rows, [unit])).map(({ own }) => own)).toEqual([true]);
    }));
});

describe('a part of the history, fetched', () => {
  const fetched = (units: number[], days: string[]): Promise<UnitHistory> =>
    database.asSystem('test: subgraph', (session) =>
      loadSubgraph((...call) => session.query(...call), units, days),
    );

  test('answers as the whole nation does, about units of every sort', async () => {
    const sample = nation.units().filter((unit) => unit % 97 === 0);
    const named = [
      ...['737', '731', '75', '26254', '01'].map((code) => unitOf(code, '2021-10-15')),
      ...['75', '26005', '26248', '01', '79'].map((code) => unitOf(code, today)),
      ...national.lineage.filter((_, index) => index % 500 === 0).map(({ to }) => to),
    ];
    const units = [...new Set([...sample, ...named])];
    const dates = ['2021-10-15', '2025-06-30', today];
    const part = await fetched(units, dates);
    for (const unit of units) {
      for (const date of dates) {
        for (const more of [
          {},
          { figuresOf: '2021-12-31', reportedBy: communes },
          { figuresOf: '2026-06-30' },
        ]) {
          const question = { unit, date, ...more };
          expect(componentsOnMap(question, part)).toEqual(componentsOnMap(question, nation));
        }
      }
    }
  });

  test('holds little when little is asked, and refuses to answer about the rest', async () => {
    const hoNai = unitOf('26005', today);
    const part = await fetched([unitOf('26254', today)], [today]);
    expect(part.units().length).toBeLessThan(20);
    expect(() => componentsOnMap({ unit: hoNai, date: today }, part)).toThrow(RangeError);
    expect(() => componentsOnMap({ unit: unitOf('75', today), date: today }, part)).toThrow(RangeError);
  });

  test('takes three statements and little time', async () => {
    const start = performance.now();
    const statements = await database.asSystem('test: subgraph', async (session) => {
      await loadSubgraph((...call) => session.query(...call), [unitOf('737', '2021-10-15')], [today]);
      return session.statements;
    });
    expect(statements).toBe(3);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

test('the entities fit the tables', async () => {
  await database.asSystem('test: entities', async ({ em }) => {
    const version = await em.findOneOrFail(
      AdministrativeUnitVersion,
      { code: '26254', validFrom: '2025-07-01', supersededAt: null },
      { populate: ['unit', 'parent'] },
    );
    expect(version).toMatchObject({
      fullName: 'Xã Bàu Hàm',
      searchKey: 'bau ham',
      validTo: null,
      kind: UnitKind.COMMUNE,
      reference: true,
    });
    expect(version.unit.referenceKey).toBe('26254@2025-07-01');
    const edge = await em.findOneOrFail(AdministrativeUnitLineage, { populationShare: '1' });
    expect(edge.effectiveOn).toBe('2025-07-01');

    const area = em.create(AdministrativeUnit, { demo: true, tree: 'ADMIN', referenceKey: null });
    em.create(AdministrativeUnitVersion, {
      unit: area,
      tree: 'ADMIN',
      code: '26254.01',
      name: 'Ấp 1',
      fullName: 'Ấp 1',
      kind: UnitKind.RESIDENTIAL_AREA,
      parent: version.unit,
      validFrom: '2026-01-01',
      validTo: null,
      legalBasis: null,
      reference: false,
      supersededAt: null,
    } as never);
    await em.flush();
    expect(await em.findOne(AdministrativeUnitVersion, { searchKey: 'ap 1' })).not.toBeNull();
  });
});

test('the tables can be taken away again, and made anew', async () => {
  const { up, down } = unitMigrations[0]!;
  await place.sql(`begin; ${down} ${up} rollback`);
});
