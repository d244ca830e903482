import { aggregateIndicators } from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';

/** Points that the platform gives, with what they come from. */
export interface ComputedPoints {
  readonly entry: number;
  readonly criterion: number;
  readonly points: string;
  /** The figure and the rule in one sentence, for those who are judged. */
  readonly explanation: string;
}

/**
 * What an entry of a year, or each, gets for the criteria that nobody can type in: from the figures of indicators over
 * the year, and from reports that were late or never came.
 *
 * - Points grow evenly between the two figures of the criterion: maximum × (figure − zeroAt) / (fullAt − zeroAt), not
 *   below 0 and not above the maximum, rounded to hundredths. Where there is no figure, or it is withheld
 *   because it is so small that it could point at persons, there are no points.
 * - Reports of the year cost perLate and perMissing each, at most the maximum. What is excused costs nothing.
 *
 * The caller must see the reports of all units in question, or too few would be counted.
 * @throws ProblemError EMULATION_INDICATOR_UNKNOWN where a criterion names an indicator that no plugin has.
 */
export async function computedPoints(
  context: RequestContext,
  year: Row,
  entry?: number,
): Promise<ComputedPoints[]> {
  const { session, clock } = context;
  const lines = await session.query<{ id: number; number: string; indicator: string }>(
    `select id, number, indicator from emulation_awards.criterion where sheet_id = $1 and source = 'INDICATOR' order by id`,
    [year['sheet']],
  );
  const entries = await session.query<{ id: number; unit_id: number }>(
    'select id, unit_id from emulation_awards.entry where emulation_year_id = $1 and ($2::bigint is null or id = $2) order by id',
    [year.id, entry ?? null],
  );
  const asked = lines.flatMap((line) => entries.map((one) => ({ line, one })));
  const figures = await aggregateIndicators(
    { session, businessDate: clock.businessDate },
    asked.map(({ line, one }) => ({
      indicator: line.indicator,
      units: [one.unit_id],
      period: String(year['year']),
      names: false,
    })),
  );
  const given = asked.map(({ line, one }, index) => {
    const figure = figures[index];
    if (!figure) {
      throw new ProblemError('EMULATION_INDICATOR_UNKNOWN', {
        field: 'input.emulationYear',
        given: line.indicator,
        criterion: line.number,
        allowed: '-',
      });
    }
    return { entry: one.id, criterion: line.id, figure: figure.value, withheld: figure.suppressed };
  });
  return session.query<ComputedPoints>(pointsSql, [
    JSON.stringify(given),
    year['sheet'],
    entries.map(({ id }) => id),
    year['year'],
  ]);
}

/** In SQL, because numeric is exact. */
const pointsSql = /* sql */ `
select given.entry::bigint as entry, line.id as criterion,
    case when given.figure is null then '0.00'
      else round(line.maximum * least(greatest((given.figure - line.zero_at) / (line.full_at - line.zero_at), 0), 1), 2)::text end as points,
    case when given.withheld then 'Số liệu năm quá nhỏ nên được giữ kín, không tính điểm'
      when given.figure is null then 'Chưa có số liệu năm'
      else 'Số liệu năm: ' || trim_scale(given.figure) end
      || '; từ ' || trim_scale(line.zero_at) || ' (0 điểm) đến ' || trim_scale(line.full_at) || ' (' || trim_scale(line.maximum) || ' điểm).' as explanation
  from jsonb_to_recordset($1::jsonb) as given (entry bigint, criterion bigint, figure numeric, withheld boolean)
  join emulation_awards.criterion line on line.id = given.criterion
union all
select entry.id, line.id,
    (case line.kind when 'MINUS' then lost.points else line.maximum - lost.points end)::text,
    'Báo cáo chậm: ' || owed.late || ', không gửi: ' || owed.missing || '; mỗi báo cáo ' || trim_scale(line.per_late) || ' và '
      || trim_scale(line.per_missing) || ' điểm, tối đa ' || trim_scale(line.maximum) || ' điểm.'
  from emulation_awards.entry entry
  join emulation_awards.criterion line on line.sheet_id = $2 and line.source = 'LATENESS'
  cross join lateral (
    select count(*) filter (where handed_in_on > due_on) as late,
        count(*) filter (where handed_in_on is null and due_on < platform.business_date()) as missing
      from core.obligation its
     where its.unit_id = entry.unit_id and its.waived_at is null
       and its.as_of between make_date($4::int, 1, 1) and make_date($4::int, 12, 31)) owed
  cross join lateral (
    select least(line.maximum, round(line.per_late * owed.late + line.per_missing * owed.missing, 2)) as points) lost
 where entry.id = any ($3::bigint[])
 order by entry, criterion`;
