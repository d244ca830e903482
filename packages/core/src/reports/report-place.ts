import { ProblemError, type RequestContext } from '@phoihop/platform';
import { outOfScope } from '../access/scope.js';
import { indicatorSelect, kindsAtLevel, type IndicatorFact } from '../indicators/indicator-facts.js';
import type { CollectionLevel } from '../indicators/indicator-enums.js';
import { foundPeriod, periodColumns, wantedPeriod, type PeriodFact } from '../periods/period-reference.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import type { UnitKind } from '../units/unit-kind.js';
import { keysOf } from '../values/check-figures.js';
import { closedEntry } from './closed-entry.js';
import type { ReportSectionKind, ReportState } from './report-enums.js';
import type { SaveReportDraftInput } from './report-inputs.js';
import { summarize } from './report-state.js';

/** Who enters figures into a report. */
export const record = 'core:value.record';

/** A part of a form, as far as drafts are checked against it. */
export interface TemplateSection {
  readonly key: string;
  readonly kind: ReportSectionKind;
  /** Of a narrative: the most characters. */
  readonly maximum: number | null;
}

export interface Template {
  readonly id: number;
  readonly program: string | null;
  readonly calendar: string;
  readonly level: CollectionLevel;
  readonly items: readonly { indicator: string; part: string }[];
  readonly sections: readonly TemplateSection[];
  /** Whether its reports are made of those of the units below. */
  readonly summarizes: boolean;
}

export interface Draft {
  readonly id: number;
  readonly state: ReportState;
  readonly version: number;
  readonly reopenReason: string | null;
}

/** Where a report belongs, and what is there already. */
export interface ReportPlace {
  readonly template: Template;
  readonly unit: number;
  readonly period: PeriodFact;
  /** The last day it is about: of the period, or of the unit where that ended before. */
  readonly day: string;
  readonly draft: Draft | null;
  /** The indicators of the figures given, so far as they exist. */
  readonly facts: readonly IndicatorFact[];
}

interface Found {
  readonly template: Template | null;
  readonly period: PeriodFact | null;
  readonly day: string | null;
  readonly visible: boolean;
  readonly allowed: boolean;
  readonly kind: UnitKind | null;
  readonly draft: Draft | null;
  readonly closedOn: string | null;
  readonly facts: readonly IndicatorFact[];
}

// The report that is there already is held, so that two who save at once do so one after the other.
const place = /* sql */ `
with template as materialized (
  select t.id, t.program, t.calendar, t.level, t.summarizes_id is not null as summarizes,
    (select coalesce(json_agg(json_build_object('indicator', i.key, 'part', item.disaggregation)), '[]')
      from core.report_template_item item join core.indicator i on i.id = item.indicator_id where item.template_id = t.id) as items,
    (select coalesce(json_agg(json_build_object('key', section.key, 'kind', section.kind, 'maximum', section.maximum)
        order by section.position), '[]') from core.report_template_section section where section.template_id = t.id) as sections
  from core.report_template t where t.key = $1
),
period as materialized (
  select ${periodColumns} from core.period where id = $3::bigint or key = $4::text
),
last as materialized (
  select core.report_day($2::bigint, period.id) as day from period
),
standing as (
  select version.kind from last, core.administrative_unit_version version
  where version.unit_id = $2::bigint and version.superseded_at is null
    and version.valid_from <= greatest(last.day, core.tree_begins())
    and (version.valid_to is null or version.valid_to > greatest(last.day, core.tree_begins()))
),
draft as materialized (
  select id, state, version, reopen_reason as "reopenReason" from core.report
  where template_id = (select id from template) and unit_id = $2::bigint and period_id = (select id from period)
  for update
)
select
  (select row_to_json(template) from template) as template,
  (select row_to_json(period) from period) as period,
  (select day from last) as day,
  exists (select from core.administrative_unit where id = $2::bigint) as visible,
  core.may_report(case when (select summarizes from template) then $7 else $5 end, $2::bigint, (select program from template),
    (select id from period)) as allowed,
  (select kind from standing) as kind,
  (select row_to_json(draft) from draft) as draft,
  (${closedEntry('$2::bigint', '(select id from period)', '(select id from template)')}) as "closedOn",
  (select coalesce(json_agg(row_to_json(fact)), '[]') from (${indicatorSelect} where i.key = any($6::text[])) fact) as facts`;

/**
 * Looks up, in one statement, where a report belongs, and whether the caller may fill it in there.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, PERIOD_NOT_FOUND, PERIOD_CALENDAR_MISMATCH, PERIOD_IN_FUTURE,
 *   UNIT_NOT_VALID, REPORT_LEVEL_MISMATCH, ENTRY_CLOSED
 */
export async function placeOf(context: RequestContext, input: SaveReportDraftInput): Promise<ReportPlace> {
  const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
  const wanted = wantedPeriod(context, input.period, 'input.period');
  const [answer] = await context.session.query<Found>(place, [
    input.template,
    unit,
    wanted.id,
    wanted.key,
    record,
    keysOf(input.items),
    summarize,
  ]);
  const { template, visible, allowed, kind, draft, closedOn, facts } = answer!;
  if (!template) throw new ProblemError('NOT_FOUND', { field: 'input.template', given: input.template });
  const period = foundPeriod(answer!.period, input.period, 'input.period');
  if (!visible) throw new ProblemError('NOT_FOUND', { field: 'input.unit' });
  if (!allowed) {
    const { program, summarizes } = template;
    throw await outOfScope(context, summarizes ? summarize : record, {
      unitId: unit,
      program,
      field: 'input.unit',
    });
  }
  const day = answer!.day!;
  refuseMisplaced(template, { period, day, kind }, context.clock.businessDate);
  if (closedOn !== null)
    throw new ProblemError('ENTRY_CLOSED', { field: 'input.period', given: period.key, closedOn });
  return { template, unit, period, day, draft, facts };
}

/** @throws ProblemError where the form is not one for this period or unit. */
function refuseMisplaced(
  template: Template,
  { period, day, kind }: { period: PeriodFact; day: string; kind: UnitKind | null },
  businessDate: string,
): void {
  if (period.calendar !== template.calendar) {
    throw new ProblemError('PERIOD_CALENDAR_MISMATCH', {
      field: 'input.period',
      given: period.calendar,
      allowed: template.calendar,
      period: period.key,
    });
  }
  if (period.start > businessDate) {
    throw new ProblemError('PERIOD_IN_FUTURE', {
      field: 'input.period',
      given: period.key,
      startsOn: period.start,
      businessDate,
    });
  }
  // The units below a unit that has ended report to who came after it: there is nothing left to put together.
  if (!kind || (template.summarizes && day < period.end))
    throw new ProblemError('UNIT_NOT_VALID', { field: 'input.unit', period: period.key, endsOn: period.end });
  if (!kindsAtLevel(template.level).includes(kind)) {
    throw new ProblemError('REPORT_LEVEL_MISMATCH', {
      field: 'input.unit',
      given: kind,
      allowed: template.level,
    });
  }
}
