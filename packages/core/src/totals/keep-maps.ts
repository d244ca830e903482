import type { Database, Session } from '@phoihop/platform';
import { loadWholeTree } from '../units/whole-tree.js';
import { ReportersOfDay } from './map-cover.js';
import { daysOfMaps, unitsOnMaps, type MapRules, type UnitOnMap } from './units-on-maps.js';

type Means = Pick<Database, 'asSystem'>;
type Asking = Pick<Session, 'query'>;

/** How far the maps are kept. */
interface MapState {
  /** Changes with every change of versions or lineage. */
  readonly version: number;
  readonly stale: boolean;
  /** Of all indicators. */
  readonly rules: MapRules[];
  /** Whether all maps up to the asked day are kept, for this version and these rules. */
  readonly isKept: boolean;
}

/** What was found of the maps: all units of maps are compared. */
export interface MapsVerdict {
  readonly units: number;
  readonly wrong: number;
  /** Whether totals on maps are read from what is kept, or put together by the lineage each time. */
  readonly isKept: boolean;
}

/**
 * Works out what makes up the units of every map up to a day, where that is not known for the tree as it is now. Takes
 * seconds once the tree has had several states; quick when nothing has changed. A change of the tree meanwhile waits.
 * @returns How many units of maps were worked out; null where nothing was to be done.
 */
export async function keepMaps(database: Means, until: string, anew = false): Promise<number | null> {
  return database.asSystem('keep what makes up the units of maps', (session) =>
    keepMapsIn(session, until, anew),
  );
}

/** The same, in a transaction that is open. */
export async function keepMapsIn(session: Asking, until: string, anew = false): Promise<number | null> {
  await session.query(`select pg_advisory_xact_lock(hashtext('core.unit_on_map'))`);
  const [state] = await session.query<MapState>(stateOf, [until]);
  if (state!.stale || (state!.isKept && !anew)) return null;
  const { days, rows } = await workedOut(session, state!, until);
  await session.query('delete from core.unit_on_map');
  await session.query('delete from core.map_state');
  if (rows === null) return 0;
  await session.query(enter, [JSON.stringify(rows)]);
  await session.query(
    'insert into core.map_state (version, days, kept_until, rules) values ($1, $2::date[], $3, $4)',
    [state!.version, days, until, JSON.stringify(state!.rules)],
  );
  await session.query('analyze core.unit_on_map');
  return rows.length;
}

/** Works the maps out again, and compares them with those that are kept. */
export async function verifyMaps(database: Means, until: string): Promise<MapsVerdict> {
  return database.asSystem('verify what makes up the units of maps', async (session) => {
    const [state] = await session.query<MapState>(stateOf, [until]);
    if (!state!.isKept) return { units: 0, wrong: 0, isKept: false };
    const { rows } = await workedOut(session, state!, until);
    const [found] = await session.query<{ wrong: number }>(differing, [JSON.stringify(rows ?? []), until]);
    return { units: rows?.length ?? 0, wrong: found!.wrong, isKept: true };
  });
}

/** Null where units that report lie below one another: a total of one then leaves out what the lineage counts. */
async function workedOut(
  session: Asking,
  { rules }: MapState,
  until: string,
): Promise<{ days: string[]; rows: UnitOnMap[] | null }> {
  const history = await loadWholeTree((sql, parameters) => session.query(sql, parameters));
  const days = daysOfMaps(history);
  const isNested = days.some((day) =>
    rules.some(({ kinds }) => new ReportersOfDay(history, day, new Set(kinds)).areNested),
  );
  return { days, rows: isNested ? null : [...unitsOnMaps(history, rules, until)] };
}

/** Locks the state of the tree, so that it is the same when what follows from it is written. */
const stateOf = /* sql */ `
with rule as (
  select coalesce(jsonb_agg(jsonb_build_object('kinds', to_jsonb(kinds), 'splitRule', split_rule) order by kinds, split_rule), '[]') as rules
  from (
    select distinct core.reporting_kinds(collection_level, applies_to) as kinds, split_rule from core.indicator
    where kind <> 'DERIVED' and collection_level <> 'RESIDENTIAL_AREA'
  ) distinct_rule
)
select tree.version, tree.stale, rule.rules, kept.version is not distinct from tree.version
  and kept.rules is not distinct from rule.rules
  and not exists (select from unnest(kept.days) as day where day > kept.kept_until and day <= $1::date) as "isKept"
from core.tree_state tree
cross join rule
left join core.map_state kept on true
for share of tree`;

const given = /* sql */ `
given as (
  select unit as unit_id, "mapFrom" as map_from, "figuresFrom" as figures_from, kinds, "splitRule" as split_rule, roots, reporters,
    reason, breaks, "inDoubt" as in_doubt, obstacles
  from jsonb_to_recordset($1::jsonb) as g (unit bigint, "mapFrom" date, "figuresFrom" date, kinds text[], "splitRule" text,
    roots bigint[], reporters bigint[], reason text, breaks boolean, "inDoubt" int, obstacles bigint[])
)`;

const enter = /* sql */ `with ${given} insert into core.unit_on_map select * from given`;

const differing = /* sql */ `
with ${given},
kept as (select * from core.unit_on_map where map_from <= $2::date)
select (
  (select count(*) from (select * from given except all select * from kept) missing)
  + (select count(*) from (select * from kept except all select * from given) more))::int as wrong`;
