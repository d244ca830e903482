import type { RequestContext } from '@phoihop/platform';
import type { FindingSeverity } from './quality-enums.js';

/** A rule that figures of a report do not satisfy. */
export interface BrokenCheck {
  readonly check: number;
  readonly severity: FindingSeverity;
  readonly title: string;
  readonly indicator: number;
  readonly disaggregation: string;
  /** What is there, and what it is held against: decimals. */
  readonly given: string;
  readonly against: string;
}

/** A figure that is far from its unit's history. */
export interface Outlier {
  readonly indicator: number;
  readonly disaggregation: string;
  readonly given: string;
  /** The usual range, and of how many figures it was made. */
  readonly from: string;
  readonly to: string;
  readonly history: number;
}

/** The number of a figure that a rule looks at; a share is a fraction. */
const amount = (figure: string, component: string): string => `case ${component}
    when 'NUMERATOR' then ${figure}.numerator when 'DENOMINATOR' then ${figure}.denominator
    else coalesce(${figure}.value, ${figure}.numerator / nullif(${figure}.denominator, 0)) end`;

/** Figures of the report's unit and period that count, whoever told them: a rule may hold one told against one derived. */
const figureOf = (alias: string, indicator: string, part: string): string => /* sql */ `
  select figure.*, (figure.report_id is not distinct from report.id) as told from core.data_value figure
   where figure.unit_id = report.unit_id and figure.period_id = report.period_id and figure.superseded_at is null
     and figure.indicator_id = ${indicator} and figure.disaggregation = ${part}
   order by told desc, figure.id limit 1) as ${alias}`;

const broken = /* sql */ `
with compared as (
  select rule.*, ${amount('one', 'rule.component')} as given, ${amount('other', 'rule.other_component')} as against
    from core.report report
    join core.value_check rule on rule.relation <> 'PARTS_ADD_UP'
     and rule.valid_from <= report.as_of and (rule.valid_to is null or rule.valid_to > report.as_of)
    cross join lateral (${figureOf('one', 'rule.indicator_id', 'rule.disaggregation')}
    cross join lateral (${figureOf('other', 'rule.other_indicator_id', 'rule.other_disaggregation')}
   where report.id = $1 and (one.told or other.told)
),
added as (
  select rule.*, parts.total as given, whole.value as against,
      parts.total > whole.value or (parts.n = parts.declared and parts.total <> whole.value) as wrong
    from core.report report
    join core.value_check rule on rule.relation = 'PARTS_ADD_UP'
     and rule.valid_from <= report.as_of and (rule.valid_to is null or rule.valid_to > report.as_of)
    cross join lateral (${figureOf('whole', 'rule.indicator_id', "''")}
    cross join lateral (
      select count(*) as n, coalesce(sum(figure.value), 0) as total, bool_or(figure.report_id = report.id) as told,
          (select jsonb_array_length(of_it.told -> 'values') from core.indicator i, jsonb_array_elements(i.disaggregations) as of_it (told)
            where i.id = rule.indicator_id and of_it.told ->> 'code' = rule.dimension) as declared
        from core.data_value figure
       where figure.unit_id = report.unit_id and figure.period_id = report.period_id and figure.superseded_at is null
         and figure.indicator_id = rule.indicator_id and figure.source = whole.source
         and starts_with(figure.disaggregation, rule.dimension || ':')) as parts
   where report.id = $1 and parts.n > 0 and (whole.told or parts.told)
)
select id as check, severity, case $2 when 'en' then title_en else title_vi end as title, indicator_id as indicator,
    disaggregation, trim_scale(round(given, 6))::text as given, trim_scale(round(against, 6))::text as against
  from (
    select id, severity, title_vi, title_en, indicator_id, disaggregation, given, against, key from compared
     where case relation when 'AT_MOST' then given > against when 'AT_LEAST' then given < against else given <> against end
    union all
    select id, severity, title_vi, title_en, indicator_id, disaggregation, given, against, key from added where wrong
  ) as found
 order by severity, key`;

// Median and median absolute deviation instead of mean and standard deviation: one wild figure in the history does not
// hide the next. 0.6745 makes the deviation comparable with a standard deviation (Iglewicz and Hoaglin 1993).
const outliers = /* sql */ `
with told as (
  select figure.indicator_id, figure.disaggregation, ${amount('figure', "'VALUE'")} as given, rule.threshold, rule.least_spread,
      rule.least_history, past.amounts
    from core.report report
    join core.data_value figure on figure.report_id = report.id and figure.superseded_at is null and figure.status is null
    cross join lateral (
      select * from core.outlier_rule rule
       where (rule.indicator_id = figure.indicator_id or rule.indicator_id is null)
         and rule.valid_from <= report.as_of and (rule.valid_to is null or rule.valid_to > report.as_of)
       order by rule.indicator_id nulls last limit 1) as rule
    cross join lateral (
      select array_agg(before.amount) as amounts from (
        select ${amount('earlier', "'VALUE'")} as amount from core.data_value earlier
         where earlier.unit_id = figure.unit_id and earlier.as_of < figure.as_of and earlier.superseded_at is null
           and earlier.indicator_id = figure.indicator_id and earlier.source = figure.source
           and earlier.disaggregation = figure.disaggregation
         order by earlier.as_of desc limit rule.history) as before
       where before.amount is not null) as past
   where report.id = $1
),
spread as (
  select told.*, median, cardinality(amounts) as history,
      greatest((select percentile_cont(0.5) within group (order by abs(amount - median)) from unnest(amounts) as amount) / 0.6745,
        least_spread * abs(median)) as width
    from told cross join lateral (
      select percentile_cont(0.5) within group (order by amount) as median from unnest(amounts) as amount) as middle
   where cardinality(amounts) >= least_history
)
select indicator_id as indicator, disaggregation, trim_scale(round(given, 6))::text as given, history,
    trim_scale(round(greatest(median - threshold * width, 0)::numeric, 2))::text as "from",
    trim_scale(round((median + threshold * width)::numeric, 2))::text as "to"
  from spread where width > 0 and abs(given - median) > threshold * width
 order by indicator_id, disaggregation`;

/** The rules that the figures of a report do not satisfy now, errors first. */
export const brokenChecks = (
  { session, locale }: Pick<RequestContext, 'session' | 'locale'>,
  report: number,
): Promise<BrokenCheck[]> => session.query<BrokenCheck>(broken, [report, locale]);

/** The figures of a report that are far from what its unit reported before. */
export const outliersOf = (
  { session }: Pick<RequestContext, 'session'>,
  report: number,
): Promise<Outlier[]> => session.query<Outlier>(outliers, [report]);
