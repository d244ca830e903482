import type { RequestContext, Row } from '@phoihop/platform';
import { aggregateIndicators } from '../values/aggregate.js';
import type { Aggregate } from '../values/aggregate-request.js';

/** A signed report of a unit below, of which a report is made. */
export interface IncludedReport {
  readonly report: number;
  /** The version that was accepted. */
  readonly version: number;
  readonly number: number;
  readonly sha256: string;
  readonly unit: number;
  readonly code: string;
  readonly name: string;
}

/** A unit below whose report has not been accepted; one that ended inside the period among them. */
export interface MissingReport {
  readonly unit: number;
  readonly code: string;
  readonly name: string;
}

/** One line of the form with the figures of all units below put together. */
export interface SummaryLine {
  readonly position: number;
  readonly indicator: number;
  readonly key: string;
  readonly title: string;
  readonly unitOfMeasure: string;
  readonly part: string;
  readonly required: boolean;
  /** Null where the indicator or the period is not kept. */
  readonly aggregate: Aggregate | null;
}

/** What a report says that is made of those below. */
export interface Summary {
  readonly lines: readonly SummaryLine[];
  readonly included: readonly IncludedReport[];
  readonly missing: readonly MissingReport[];
}

interface Below {
  readonly unit: number;
  readonly code: string;
  readonly name: string;
  readonly report: number | null;
  readonly version: number | null;
  readonly number: number | null;
  readonly sha256: string | null;
}

// Units of the level of the form on the last day of the period, and those that ended inside of it, with what they were on
// their last day there; of each the report that was accepted, as last signed.
const below = /* sql */ `
select unit.unit_id as unit, unit.code, unit.full_name as name, report.id as report, signed.id as version, signed.number,
    signed.sha256
  from core.report whole
  join core.report_template form on form.id = whole.template_id
  join core.report_template asked on asked.id = form.summarizes_id
  join core.unit_reach top on top.unit_id = whole.unit_id and top.own
   and top.valid_from <= whole.as_of and (top.valid_to is null or top.valid_to > whole.as_of)
  join core.period period on period.id = whole.period_id
  join core.unit_reach part on part.own and part.path operator(public.<@) top.path
   and part.valid_from <= whole.as_of and (part.valid_to is null or part.valid_to > period.starts_on)
  join core.administrative_unit_version unit on unit.unit_id = part.unit_id and unit.superseded_at is null
   and unit.kind = any (core.kinds_at_level(asked.level))
   and unit.valid_from < coalesce(part.valid_to, 'infinity') and part.valid_from < coalesce(unit.valid_to, 'infinity')
  -- Where it stands otherwise at the end, it is that end which counts.
  join lateral (select core.report_day(unit.unit_id, period.id) as day) last
    on last.day >= part.valid_from and (part.valid_to is null or last.day < part.valid_to)
   and last.day >= unit.valid_from and (unit.valid_to is null or last.day < unit.valid_to)
  left join core.report report on report.template_id = asked.id and report.unit_id = unit.unit_id
   and report.period_id = whole.period_id and report.state = 'ACCEPTED'
  left join lateral (select id, number, sha256 from core.report_version version where version.report_id = report.id
    order by number desc limit 1) as signed on true
 where whole.id = $1
 order by unit.code, unit.unit_id`;

const items = /* sql */ `
select item.position, i.id as indicator, i.key, i.title_vi as title, i.unit_of_measure_vi as "unitOfMeasure",
    item.disaggregation as part, item.required
  from core.report_template_item item join core.indicator i on i.id = item.indicator_id
 where item.template_id = $1 order by item.position`;

/**
 * Puts the accepted figures of the units below a report's unit together, line by line, as they stand now.
 * @param report A report whose form summarizes another.
 */
export async function summaryOf(context: RequestContext, report: Row): Promise<Summary> {
  const { session, clock } = context;
  const units = await session.query<Below>(below, [report.id]);
  const asked = await session.query<Omit<SummaryLine, 'aggregate'>>(items, [report['template']]);
  const figures = await aggregateIndicators(
    { session, businessDate: clock.businessDate },
    asked.map(({ indicator, part }) => ({
      indicator,
      units: [report['unit'] as number],
      period: report['period'] as number,
      states: 'ACCEPTED_ONLY' as const,
      disaggregation: part || null,
    })),
  );
  return {
    lines: asked.map((line, index) => ({ ...line, aggregate: figures[index]! })),
    included: units.filter((one): one is IncludedReport => one.version !== null),
    missing: units
      .filter(({ report: accepted }) => accepted === null)
      .map(({ unit, code, name }) => ({ unit, code, name })),
  };
}

/** Keeps of which signed reports a signed report was made. */
export async function keepInclusions(
  context: RequestContext,
  report: number,
  number: number,
  { included }: Summary,
): Promise<void> {
  await context.session.query(
    `insert into core.report_inclusion (version_id, included_id)
     select version.id, part from core.report_version version, unnest($3::bigint[]) as part
      where version.report_id = $1 and version.number = $2`,
    [report, number, included.map(({ version }) => version)],
  );
}
