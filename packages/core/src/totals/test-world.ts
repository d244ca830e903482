/** For tests: a small country whose tree and figures change at random, with kept totals beside recomputed ones. */
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { migrate, openDatabase, type Database, type Session } from '@phoihop/database';
import { migrationSources } from '@phoihop/platform/engine';
import { loadPeriods } from '../periods/load.js';
import { corePlugin } from '../plugin.js';

export interface World {
  readonly place: TemporaryDatabase;
  readonly database: Database;
  /** Does something with the owner's rights and leaves no trace of it. */
  inPassing<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Units by id: the country, provinces, districts, communes and residential areas of the first day. */
const firstUnits: readonly (readonly [id: number, kind: string, parent: number | null])[] = [
  [1, 'COUNTRY', null],
  [2, 'PROVINCE', 1],
  [3, 'PROVINCE', 1],
  [10, 'DISTRICT', 2],
  [11, 'PROVINCIAL_CITY', 2],
  [12, 'DISTRICT', 3],
  [20, 'COMMUNE', 10],
  [21, 'COMMUNE', 10],
  [22, 'TOWN', 10],
  [23, 'WARD', 11],
  [24, 'COMMUNE', 11],
  [25, 'COMMUNE', 12],
  [26, 'WARD', 12],
  // A commune that no district holds, as all of them since July 2025.
  [27, 'COMMUNE', 3],
  [30, 'RESIDENTIAL_AREA', 20],
  [31, 'RESIDENTIAL_AREA', 20],
  [32, 'RESIDENTIAL_AREA', 23],
  [33, 'RESIDENTIAL_AREA', 25],
];

/** Indicators by id: every kind, level and calendar that counts differently. */
const indicators = [
  { id: 1, key: 'world.sum', kind: 'SUM', merge_rule: 'SUM' },
  { id: 2, key: 'world.stock', kind: 'STOCK', merge_rule: 'STOCK_SUM' },
  { id: 3, key: 'world.ratio', kind: 'RATIO', merge_rule: 'COMPONENTS', small_cell_threshold: 5 },
  {
    id: 4,
    key: 'world.stocks-ratio',
    kind: 'RATIO',
    merge_rule: 'COMPONENTS',
    over_time: 'LATEST',
    split_rule: 'WEIGHT_POPULATION',
  },
  {
    id: 5,
    key: 'world.status',
    kind: 'STATUS_COUNT',
    merge_rule: 'RECOMPUTE_STATUS',
    calendar: 'QUARTER',
    applies_to: ['COMMUNE', 'WARD'],
  },
  { id: 6, key: 'world.areas', kind: 'SUM', merge_rule: 'SUM', collection_level: 'RESIDENTIAL_AREA' },
  {
    id: 7,
    key: 'world.district-stock',
    kind: 'STOCK',
    merge_rule: 'STOCK_SUM',
    calendar: 'QUARTER',
    collection_level: 'DISTRICT',
  },
  {
    id: 8,
    key: 'world.traffic',
    kind: 'SUM',
    merge_rule: 'SUM',
    calendar: 'TRAFFIC_MONTH',
    small_cell_threshold: 4,
  },
];

const enterIndicators = /* sql */ `
insert into core.indicator (id, key, plugin, program, title_vi, title_en, description_vi, description_en, unit_of_measure_vi,
  unit_of_measure_en, kind, numerator_vi, numerator_en, denominator_vi, denominator_en, statuses, calendar, over_time,
  collection_level, applies_to, merge_rule, split_rule, decimals, sources, small_cell_threshold, demo)
select id, key, 'world', 'PRG-90', key, key, key, key, 'one', 'one', kind, ratio, ratio, ratio, ratio,
  case kind when 'STATUS_COUNT' then '[{"code":"advanced","vi":"a","en":"a"},{"code":"model","vi":"m","en":"m"}]' else '[]' end::jsonb,
  coalesce(calendar, 'MONTH'), coalesce(over_time, 'BY_KIND'), coalesce(collection_level, 'COMMUNE'), applies_to, merge_rule,
  coalesce(split_rule, 'NONE'), 0, array['one', 'two'], small_cell_threshold, true
from (select *, case kind when 'RATIO' then 'part' end as ratio from json_to_recordset($1::json) as given (id bigint, key text,
  kind text, merge_rule text, calendar text, over_time text, collection_level text, applies_to text[], small_cell_threshold int,
  split_rule text)) g`;

const enterUnits = /* sql */ `
with unit as (
  select (u ->> 0)::bigint as id, u ->> 1 as kind, (u ->> 2)::bigint as parent from json_array_elements($1::json) as u
), entered as (
  insert into core.administrative_unit (id, demo) select id, true from unit returning id
)
insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from)
select unit.id, unit.id::text, 'u' || unit.id, 'u' || unit.id, unit.kind, unit.parent, '2021-01-01' from unit`;

export async function createWorld(): Promise<World> {
  const place = await createTemporaryDatabase({
    key: 'totalsworld',
    prepare: async ({ ownerUrl, servingUrl }) => {
      const reports = await migrate({ ownerUrl, sources: migrationSources([corePlugin]) });
      const failed = reports.find((report) => report.failed)?.failed;
      if (failed) throw failed.error;
      const database = await openDatabase({ ownerUrl, servingUrl, entities: [] });
      try {
        await database.asSystem('make the small country', async (session) => {
          await loadPeriods(session);
          await session.query(enterIndicators, [JSON.stringify(indicators)]);
          await session.query(enterUnits, [JSON.stringify(firstUnits)]);
          await session.query(`select setval(pg_get_serial_sequence('core.administrative_unit', 'id'), 100)`);
          await session.query('select core.rebuild_unit_reach()');
        });
      } finally {
        await database.close();
      }
    },
  });
  const database = await openDatabase({
    ownerUrl: place.ownerUrl,
    servingUrl: place.servingUrl,
    entities: [],
  });
  return {
    place,
    database,
    inPassing: async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
      const done = Symbol('done');
      let result: T;
      await database
        .asSystem('try something', async (session) => {
          result = await work(session);
          throw done;
        })
        .catch((error: unknown) => {
          if (error !== done) throw error;
        });
      return result!;
    },
    close: async () => {
      await database.close();
      await place.drop();
    },
  };
}
