import { ProblemError, type RequestContext } from '@phoihop/platform';

/** A figure of a report that is less than what the units that went into its unit had told of the same period. */
interface Shortfall {
  readonly key: string;
  /** Null where nothing was told. */
  readonly given: string | null;
  readonly earlier: string;
}

/**
 * Figures that add up over time, of the report and of the last reports of units that ended inside its period and went
 * into its unit as a whole. What is counted at a day (stocks, statuses) the successor counts anew.
 */
const shortfalls = /* sql */ `
with asked as (
  select report.id, report.unit_id, report.template_id, report.period_id, period.starts_on, period.ends_on
    from core.report report join core.period period on period.id = report.period_id where report.id = $1
),
earlier as (
  select figure.indicator_id, figure.disaggregation, sum(figure.value) as value, sum(figure.numerator) as numerator,
      sum(figure.denominator) as denominator
    from asked
    join core.administrative_unit_lineage edge on edge.to_id = asked.unit_id and edge.type not in ('PARTIAL', 'POPULATION_ONLY')
    join core.report last on last.unit_id = edge.from_id and last.template_id = asked.template_id
     and last.period_id = asked.period_id and last.as_of < asked.ends_on and last.state in ('SUBMITTED', 'VERIFIED', 'ACCEPTED')
    join core.data_value figure on figure.report_id = last.id and figure.superseded_at is null
   group by figure.indicator_id, figure.disaggregation
)
select concat_ws(' ', i.key, nullif(earlier.disaggregation, '')) as key,
    coalesce(own.value::text, own.numerator || '/' || own.denominator) as given,
    coalesce(earlier.value::text, earlier.numerator || '/' || earlier.denominator) as earlier
  from asked
  cross join earlier
  join core.indicator i on i.id = earlier.indicator_id and i.kind in ('SUM', 'EVENT_COUNT', 'RATIO')
   and i.over_time is distinct from 'LATEST'
  left join core.data_value own on own.report_id = asked.id and own.superseded_at is null
   and own.indicator_id = earlier.indicator_id and own.disaggregation = earlier.disaggregation
 where own.id is null or own.value < earlier.value or own.numerator < earlier.numerator
    or own.denominator < earlier.denominator
 order by i.key collate "C", earlier.disaggregation collate "C"`;

/**
 * The successor tells of the whole period: what the units that went into it had done until then, and what was done since.
 * So its amounts are no less than theirs.
 * @throws ProblemError REPORT_BELOW_PREDECESSORS naming the figures that are.
 */
export async function refuseBelowPredecessors(context: RequestContext, report: number): Promise<void> {
  const found = await context.session.query<Shortfall>(shortfalls, [report]);
  if (found.length === 0) return;
  throw new ProblemError('REPORT_BELOW_PREDECESSORS', {
    field: 'input.report',
    given: found.length,
    findings: found.map(({ key, given, earlier }) => `${key} (${given ?? '–'} / ${earlier})`),
  });
}
