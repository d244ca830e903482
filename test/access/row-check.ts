/** Asks the database what somebody may do with each row of a table, and compares with what is promised. */
import type { Caller, Session } from '@phoihop/platform';
import type { Who } from './rights.js';
import type { Row, TablePromise } from './promise.js';
import { tablePromises, type Ground } from './row-oracle.js';
import { settingsOf, type World } from './world.js';

/** One difference between promise and database. */
export type Difference = string;

/** What the function `probe.row_ring` tells of one table for the role and settings it is called with. */
interface Found {
  /** Keys of visible rows; a text is an error. */
  readonly seen: string[] | string;
  /** Keys of rows that a change of all visible rows reached. */
  readonly changed: string[] | string;
  /** How many rows a change reached that looks at none. */
  readonly blind: number | string;
  /** SQLSTATE of moving all rows out of reach, or how many that reached. */
  readonly moved: number | string;
  /** What the policy for inserts, as it is in the catalog, says of each sample. */
  readonly insertable: boolean[];
  /** SQLSTATE of inserts that were tried, or PASSED. */
  readonly inserted: string[];
}

/** Makes the function that tries things out and undoes them. It has no rights of its own. */
export async function installProbe(world: World): Promise<void> {
  await world.sql(probe);
}

/** Columns that can be written, for inserts of copies. */
async function writableColumns(world: World): Promise<ReadonlyMap<string, string>> {
  const rows = await world.sql<{ name: string; columns: string }>(
    `select table_schema || '.' || table_name as name, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
       from information_schema.columns where is_generated = 'NEVER' and table_schema not in ('pg_catalog', 'information_schema', 'probe') group by 1`,
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/** Who asks: rights as core gives them, and as they are worked out here. */
export interface Asker {
  readonly who: Who;
  readonly caller: Caller;
}

/** One day with everybody who asks on it. */
export interface Check {
  readonly ground: Ground;
  readonly askers: readonly Asker[];
  readonly columns: ReadonlyMap<string, string>;
  /** Rows to try to insert copies of, by table. */
  readonly samples: ReadonlyMap<string, readonly { $key: string }[]>;
}

export async function checkOn(world: World, ground: Ground, names: readonly string[]): Promise<Check> {
  const { rights } = ground;
  const before = world.bed.engine.clock.businessDate;
  world.bed.setBusinessDate(rights.date);
  const askers: Asker[] = [];
  for (const name of names) askers.push({ who: rights.who(name), caller: await world.as(name) });
  world.bed.setBusinessDate(before);
  const people = askers.map(({ who }) => who);
  return {
    ground,
    askers,
    columns: await writableColumns(world),
    samples: new Map(tablePromises.map((promise) => [promise.table, ground.oneOfEachKind(promise, people)])),
  };
}

/** Everything in which the database differs from the promise, for one table and one asker. */
export async function differences(
  session: Session,
  { ground, columns, samples: samplesOf }: Check,
  promise: TablePromise,
  { who }: Asker,
): Promise<Difference[]> {
  const samples = samplesOf.get(promise.table)! as readonly Row[];
  const insertable = samples.map((row) => ground.promised(promise.table, 'insert', who, row));
  // The policy is asked about every sample; that it is in force is tried with one it refuses and one it lets pass.
  const tried = [false, true].map((allowed) => insertable.indexOf(allowed)).filter((index) => index >= 0);
  const [answer] = await session.query<{ found: Found }>(
    'select probe.row_ring($1, $2, $3, $4, $5, $6, $7) as found',
    [
      promise.table,
      promise.key ?? 'id::text',
      promise.touch ?? null,
      promise.move ?? null,
      columns.get(promise.table),
      JSON.stringify(samples),
      JSON.stringify(tried.map((index) => samples[index])),
    ],
  );
  const { found } = answer!;
  const at = `${promise.table} for ${who.name} on ${ground.rights.date}`;
  const all = ground.rows(promise.table);
  const promised = (to: 'select' | 'update') =>
    all.filter((row) => ground.promised(promise.table, to, who, row));
  const keys = (rows: readonly { $key: string }[]): string[] => rows.map(({ $key }) => $key);
  const visible = promised('select');
  const changeable = promised('update');
  return [
    ...compare(`${at}: rows seen`, found.seen, keys(visible)),
    ...(promise.touch
      ? [
          ...compare(
            `${at}: rows changed`,
            found.changed,
            keys(visible.filter((row) => changeable.includes(row))),
          ),
          ...(found.blind === changeable.length
            ? []
            : [
                `${at}: a change without a condition reached ${found.blind} rows, promised ${changeable.length}`,
              ]),
        ]
      : []),
    ...(promise.move && found.moved !== (changeable.length > 0 ? '42501' : 0)
      ? [`${at}: moving rows out of reach ended with ${found.moved}`]
      : []),
    ...samples.flatMap((row, index) =>
      found.insertable[index] === insertable[index]
        ? []
        : [
            `${at}: the policy ${insertable[index] ? 'refuses' : 'lets pass'} the insert of a row as ${row['$key']}`,
          ],
    ),
    ...tried.flatMap((index, nth) => {
      const state = found.inserted[nth]!;
      // Row security is asked before keys and exclusion constraints are.
      const passed = ['PASSED', '23505', '23P01'].includes(state);
      if (!passed && state !== '42501') return [`${at}: an insert ended with ${state}, which says nothing`];
      return passed === insertable[index]
        ? []
        : [`${at}: insert of a row as ${samples[index]!['$key']} ended with ${state}`];
    }),
  ];
}

function compare(what: string, found: string[] | string, promised: readonly string[]): Difference[] {
  if (typeof found === 'string') return [`${what}: ${found}, promised ${promised.length}`];
  const wanted = new Set(promised);
  const got = new Set(found);
  const much = found.filter((key) => !wanted.has(key));
  const missing = promised.filter((key) => !got.has(key));
  if (much.length === 0 && missing.length === 0) return [];
  return [
    `${what}: ${much.length} too many (${much.slice(0, 3)}), ${missing.length} missing (${missing.slice(0, 3)})`,
  ];
}

/** Becomes somebody in the owner’s transaction, as the serving role would be in its own. */
export async function become(session: Session, caller: Caller, businessDate: string): Promise<void> {
  // What the last one had set and this one has not must be gone.
  const settings = {
    held: '',
    scopes: '',
    organizations: '',
    person: '',
    ...settingsOf(caller, businessDate),
  };
  const calls = Object.keys(settings).map(
    (_, n) => `set_config('phoihop.' || $${2 * n + 1}, $${2 * n + 2}, true)`,
  );
  await session.query('set local role phoihop_serving');
  await session.query(`select ${calls.join(', ')}`, Object.entries(settings).flat());
}

/** Becomes the owner again. */
export async function unbecome(session: Session): Promise<void> {
  await session.query('reset role');
}

const probe = /* sql */ `
create schema probe;
grant usage on schema probe to public;
create function probe.row_ring(target text, key text, touch text, move text, columns text, samples jsonb, tries jsonb) returns jsonb
  language plpgsql as $$
declare
  answer jsonb := '{}';
  keys jsonb;
  reached bigint;
  sample jsonb;
  states jsonb := '[]';
  checks text;
begin
  begin
    execute format('select coalesce(jsonb_agg(%s), ''[]'') from %s', key, target) into keys;
    answer := answer || jsonb_build_object('seen', keys);
  exception when others then answer := answer || jsonb_build_object('seen', sqlstate || ' ' || sqlerrm);
  end;
  if touch is not null then
    begin
      execute format('with changed as (update %s set %s returning %s as key) select coalesce(jsonb_agg(key), ''[]'') from changed', target, touch, key) into keys;
      raise exception using errcode = 'UNDO0';
    exception
      when sqlstate 'UNDO0' then answer := answer || jsonb_build_object('changed', keys);
      when others then answer := answer || jsonb_build_object('changed', sqlstate || ' ' || sqlerrm);
    end;
    begin
      execute format('update %s set %s', target, touch);
      get diagnostics reached = row_count;
      raise exception using errcode = 'UNDO0';
    exception
      when sqlstate 'UNDO0' then answer := answer || jsonb_build_object('blind', reached);
      when others then answer := answer || jsonb_build_object('blind', sqlstate || ' ' || sqlerrm);
    end;
  end if;
  if move is not null then
    begin
      execute format('update %s set %s', target, move);
      get diagnostics reached = row_count;
      raise exception using errcode = 'UNDO0';
    exception
      when sqlstate 'UNDO0' then answer := answer || jsonb_build_object('moved', reached);
      when others then answer := answer || jsonb_build_object('moved', sqlstate);
    end;
  end if;
  select string_agg(with_check, ' or ') into checks from pg_policies
   where schemaname || '.' || tablename = target and cmd = 'INSERT' and 'phoihop_serving' = any (roles);
  execute format('select coalesce(jsonb_agg(coalesce(%s, false)), ''[]'') from jsonb_populate_recordset(null::%s, $1) as %s',
    coalesce(checks, 'false'), target, split_part(target, '.', 2)) into keys using samples;
  answer := answer || jsonb_build_object('insertable', keys);
  for sample in select value from jsonb_array_elements(tries) loop
    begin
      execute format('insert into %s (%s) overriding system value select %s from jsonb_populate_record(null::%s, $1)', target, columns, columns, target) using sample;
      raise exception using errcode = 'UNDO0';
    exception
      when sqlstate 'UNDO0' then states := states || '"PASSED"';
      when others then states := states || to_jsonb(sqlstate);
    end;
  end loop;
  return answer || jsonb_build_object('inserted', states);
end
$$;
`;
