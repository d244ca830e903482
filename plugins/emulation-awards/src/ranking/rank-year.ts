import type { RequestContext } from '@phoihop/platform';
import { rankCluster, type Standing } from './rank-cluster.js';

interface Line {
  readonly entry: number;
  readonly cluster: number;
  readonly number: string | null;
  readonly kind: string | null;
  readonly points: string | null;
}

const hundredths = (points: string | null): number => Math.round(Number(points ?? 0) * 100);
const written = (total: number): string => (total / 100).toFixed(2);

/**
 * Ranks each cluster of a year, or one, by its final scores; an earlier ranking is superseded and kept.
 */
export async function rankYear(
  { session }: Pick<RequestContext, 'session'>,
  year: number,
  cluster?: number,
): Promise<void> {
  const [sheet] = await session.query<{ order: string[] }>(
    `select sheet.tie_order as "order" from emulation_awards.emulation_year its
       join emulation_awards.score_sheet sheet on sheet.id = its.sheet_id where its.id = $1`,
    [year],
  );
  const lines = await session.query<Line>(finals, [year, cluster ?? null]);
  const clusters = [...new Set(lines.map((line) => line.cluster))];
  const places = clusters.flatMap((one) =>
    rankCluster(standingsOf(lines.filter((line) => line.cluster === one)), sheet!.order),
  );
  await session.query(
    `update emulation_awards.ranking set superseded_at = clock_timestamp() where superseded_at is null and cluster_id = any ($1::bigint[])`,
    [clusters],
  );
  await session.query(
    `insert into emulation_awards.ranking (entry_id, cluster_id, group_id, unit_id, rank, points, tied, decided_by, demo)
     select entry.id, entry.cluster_id, entry.group_id, entry.unit_id, place.rank, place.points, place.tied, place."decidedBy", entry.demo
       from jsonb_to_recordset($1::jsonb) as place (entry bigint, rank int, points numeric, tied boolean, "decidedBy" text)
       join emulation_awards.entry entry on entry.id = place.entry
      order by entry.cluster_id, place.rank, entry.id`,
    [JSON.stringify(places.map(({ total, ...place }) => ({ ...place, points: written(total) })))],
  );
}

function standingsOf(lines: readonly Line[]): Standing[] {
  return [...new Set(lines.map(({ entry }) => entry))].map((entry) => {
    const mine = lines.filter((line) => line.entry === entry);
    const sum = (kind: string): number =>
      mine.reduce((total, line) => total + (line.kind === kind ? hundredths(line.points) : 0), 0);
    const [points, bonus, minus] = [sum('POINTS'), sum('BONUS'), sum('MINUS')];
    return {
      entry,
      total: points + bonus - minus,
      bonus,
      minus,
      points: Object.fromEntries(mine.map((line) => [line.number, hundredths(line.points)])),
    };
  });
}

const finals = /* sql */ `
select entry.id as entry, entry.cluster_id as cluster, line.number, line.kind, given.points::text as points
  from emulation_awards.entry entry
  left join emulation_awards.score given on given.entry_id = entry.id and given.kind = 'FINAL' and given.superseded_at is null
  left join emulation_awards.criterion line on line.id = given.criterion_id
 where entry.emulation_year_id = $1 and ($2::bigint is null or entry.cluster_id = $2)
 order by entry.id, line.id`;
