/** The world of the row gates: what is declared, what is promised, and who asks. */
import type { Caller, Session } from '@phoihop/platform';
import { rowSecurityOf } from '@phoihop/platform/engine';
import { Rights } from './rights.js';
import { checkOn, installProbe, type Asker, type Check } from './row-check.js';
import { Ground } from './row-oracle.js';
import { createWorld, personas, type World } from './world.js';

/** What composition declares for one table. */
export type Declared = ReturnType<typeof rowSecurityOf>[number];

export interface RowWorld {
  readonly world: World;
  readonly declared: readonly Declared[];
  /** Rows of each table in the bare demonstration, and now. */
  readonly rowsInDemo: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, number>;
  /** 2021-10-15 with everybody, and 2026-05-01 with those whose units have ended or begun. */
  readonly checks: readonly [now: Check, later: Check];
  asker(name: string): Asker;
}

export const nameOf = ({ schema, table }: Pick<Declared, 'schema' | 'table'>): string => `${schema}.${table}`;
export const hidesRows = ({ select }: Declared): boolean => typeof select === 'object';
export const looksAtRows = ({ select, insert, update, delete: remove }: Declared): boolean =>
  [select, insert, update, remove].some((access) => typeof access === 'object');

export async function createRowWorld(): Promise<RowWorld> {
  let rowsInDemo: ReadonlyMap<string, number> = new Map();
  const world = await createWorld({
    before: async (bed) => {
      rowsInDemo = await countAll(bed.sql, rowSecurityOf(bed.engine.composition.plugins));
    },
  });
  const declared = rowSecurityOf(world.bed.engine.composition.plugins);
  await installProbe(world);
  await thinOut(world);
  const now = await Ground.of(world, await Rights.on(world, '2021-10-15'));
  const later = now.under(await Rights.on(world, '2026-05-01'));
  const checks = [
    await checkOn(world, now, personas),
    await checkOn(world, later, ['successor.clerk', 'clerk.bau-ham', 'standing']),
  ] as const;
  return {
    world,
    declared,
    rowsInDemo,
    rows: await countAll(world.sql, declared),
    checks,
    asker: (name) => checks[0].askers.find(({ who }) => who.name === name)!,
  };
}

async function countAll(sql: World['sql'], tables: readonly Declared[]): Promise<Map<string, number>> {
  const counts = tables.map(
    (table) => `select '${nameOf(table)}' as name, count(*)::int as n from ${nameOf(table)}`,
  );
  const rows = await sql<{ name: string; n: number }>(counts.join(' union all '));
  return new Map(rows.map(({ name, n }) => [name, n]));
}

/**
 * Of thousands of figures one of each kind is left, and of the seventeen communes four: in cluster 4 the one of most
 * people here and one beside it, and one each of two others. What decides is the same for the rest.
 */
async function thinOut(world: World): Promise<void> {
  const elsewhere = `unit_id in (select unit_id from core.administrative_unit_version
    where parent_id = (select unit_id from core.administrative_unit_version where code = '737') and code not in ('26254', '26257', '26275', '26272'))`;
  // What is said of a figure is said of the one of its kind that stays.
  await world.sql(
    `update core.review_remark remark set data_value_id = (
       select min(stays.id) from core.data_value figure
       join core.data_value stays on stays.unit_id = figure.unit_id and stays.program = figure.program and stays.state = figure.state
         and stays.organization_id is not distinct from figure.organization_id
       where figure.id = remark.data_value_id)`,
  );
  for (const [table, kind] of [
    ['core.data_value', 'unit_id, program, organization_id, state'],
    ['social_insurance.coverage_snapshot', 'unit_id'],
    ['core.assignment', 'id'],
  ]) {
    await world.sql(`delete from ${table} where ${elsewhere}`);
    await world.sql(`delete from ${table} one using (
        select id, row_number() over (partition by ${kind} order by id) as nth from ${table}) its
      where its.id = one.id and its.nth > 1`);
  }
}

/** Tables that are open to everybody: those of which a caller does not see every row. */
export async function openTableDifferences(
  session: Session,
  { rows }: Pick<RowWorld, 'rows'>,
  tables: readonly Declared[],
): Promise<string[]> {
  const open = tables.filter(({ select }) => select === 'always').map(nameOf);
  if (open.length === 0) return [];
  const counts = open.map((name) => `select '${name}' as name, count(*)::int as n from ${name}`);
  const seen = await session.query<{ name: string; n: number }>(counts.join(' union all '));
  return seen.flatMap(({ name, n }) =>
    n === rows.get(name) ? [] : [`${name}: ${n} rows seen of ${rows.get(name)}`],
  );
}

export const countIn = async (session: Session, table: string): Promise<number> =>
  (await session.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

/** Runs one statement as somebody, in a session of theirs. */
export const runAs = (world: World, caller: Caller, sql: string): Promise<unknown[]> =>
  world.within(caller, (session) => session.query(sql));
