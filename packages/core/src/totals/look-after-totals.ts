import type { Database } from '@phoihop/platform';
import { keyColumns, measures, saysSomething } from './contribution-sql.js';

/** A total that is kept otherwise than the figures add up. */
export interface TotalDifference {
  readonly indicator: string;
  readonly unit: number;
  readonly period: string;
  readonly source: string;
  readonly disaggregation: string;
  /** PROVISIONAL, ACCEPTED, YEAR or YEAR_ACCEPTED; see contribution-sql.ts. */
  readonly part: string;
  readonly kept: Readonly<Record<(typeof measures)[number], string>>;
  readonly counted: Readonly<Record<(typeof measures)[number], string>>;
}

/** What a verification found: all differences are counted, the first of each indicator are named. */
export interface TotalsVerdict {
  readonly indicators: number;
  readonly totals: number;
  readonly wrong: number;
  readonly differences: readonly TotalDifference[];
  /** Whether versions of units have changed since the tree was derived: until then nobody is given a kept total. */
  readonly stale: boolean;
}

type Means = Pick<Database, 'asSystem'>;

const indicatorsOf = (database: Means, reason: string): Promise<{ id: number; key: string }[]> =>
  database.asSystem(reason, (session) => session.query('select id, key from core.indicator order by key'));

/**
 * Derives the tree and counts all totals anew from the figures, an indicator a transaction; writers of figures wait for
 * one indicator at a time, readers for none.
 * @returns How many indicators there are.
 */
export async function rebuildTotals(
  database: Means,
  onProgress: (indicator: string) => void = () => undefined,
): Promise<number> {
  const reason = 'rebuild the totals';
  await database.asSystem(reason, (session) => session.query('select core.rebuild_unit_reach()'));
  const indicators = await indicatorsOf(database, reason);
  for (const { id, key } of indicators) {
    await database.asSystem(reason, (session) => session.query('select core.rebuild_totals($1)', [id]));
    onProgress(key);
  }
  return indicators.length;
}

/** Adds up all figures again, an indicator a statement, and compares the sums with the totals that are kept. */
export async function verifyTotals(database: Means, namedOfEach = 20): Promise<TotalsVerdict> {
  const reason = 'verify the totals';
  const indicators = await indicatorsOf(database, reason);
  const differences: TotalDifference[] = [];
  let [totals, wrong] = [0, 0];
  for (const { id } of indicators) {
    const [found] = await database.asSystem(reason, (session) =>
      session.query<{ totals: number; wrong: number; differences: TotalDifference[] }>(compare, [
        id,
        namedOfEach,
      ]),
    );
    totals += found!.totals;
    wrong += found!.wrong;
    differences.push(...found!.differences);
  }
  const [state] = await database.asSystem(reason, (session) =>
    session.query<{ stale: boolean }>('select stale from core.tree_state'),
  );
  return { indicators: indicators.length, totals, wrong, differences, stale: state!.stale };
}

const shown = (row: string): string =>
  `jsonb_build_object(${measures.map((column) => `'${column}', trim_scale(coalesce(${row}.${column}, 0))::text`).join(', ')})`;
const plain = (row: string): string =>
  `(${measures.map((column) => `coalesce(${row}.${column}, 0)`).join(', ')})`;

const compare = /* sql */ `
with kept as materialized (
  select ${keyColumns}, ${measures.map((column) => `sum(${column})::numeric as ${column}`).join(', ')}
  from core.kept_total where indicator_id = $1 group by ${keyColumns}
),
counted as materialized (
  select ${keyColumns}, ${measures.map((column) => `total.${column}::numeric`).join(', ')}
  from (select distinct year from core.period where year is not null) held
  cross join lateral core.counted_totals($1, held.year) total
  where ${saysSomething('total')}
),
difference as materialized (
  select ${keyColumns}, ${shown('kept')} as kept, ${shown('counted')} as counted
  from kept full join counted using (${keyColumns})
  where ${plain('kept')} <> ${plain('counted')}
)
select (select count(*)::int from counted) as totals, (select count(*)::int from difference) as wrong, (
  select coalesce(jsonb_agg(one), '[]') from (
    select i.key as indicator, d.unit_id as unit, p.key as period, d.source, d.disaggregation, d.part, d.kept, d.counted
    from difference d
    join core.indicator i on i.id = d.indicator_id
    join core.period p on p.id = d.period_id
    order by p.starts_on, d.unit_id limit $2
  ) one
) as differences`;
