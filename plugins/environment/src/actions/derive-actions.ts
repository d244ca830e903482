import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

interface Sums {
  readonly commune: number;
  readonly quarter: string;
  readonly cleanups: number;
  readonly climate: number;
  readonly participants: number;
  readonly waste: string;
  readonly road: number;
  readonly canal: number;
  readonly trees: number;
  readonly confirmed: boolean;
  readonly demo: boolean;
}

/**
 * Brings what actions come to up to date, for the quarters of some days. Actions of residential areas and of
 * organizations count for the commune they were in; withdrawn ones count nowhere. A figure is accepted when every
 * action in it has been confirmed by another person.
 */
export async function deriveActions(
  target: DerivedValueTarget,
  changed: { readonly unitIds: readonly number[]; readonly days: readonly string[]; readonly demo?: boolean },
): Promise<void> {
  const sums = await target.session.query<Sums>(sumsSql, [
    changed.unitIds,
    changed.days,
    changed.demo ?? false,
  ]);
  await putDerivedValues(target, sums.flatMap(figures));
}

function figures({ commune, quarter, confirmed, demo, ...sums }: Sums) {
  const figure = (name: string, value: number | string, disaggregation?: string) =>
    ({
      indicatorKey: `environment.${name}`,
      unitId: commune,
      periodId: quarter,
      disaggregation,
      figure: { value: String(value) },
      origin: `EnvironmentAction of ${quarter}`,
      state: confirmed ? 'ACCEPTED' : 'PROVISIONAL',
      demo,
    }) as const;
  return [
    figure('cleanups', sums.cleanups),
    figure('climate-activities', sums.climate),
    figure('participants', sums.participants),
    figure('waste-kg', sums.waste),
    figure('meters-cleaned', sums.road + sums.canal),
    figure('meters-cleaned', sums.road, 'surface:road'),
    figure('meters-cleaned', sums.canal, 'surface:canal'),
    figure('trees', sums.trees),
  ];
}

const sumsSql = /* sql */ `
with quarter as (
  select distinct period.key, period.starts_on, period.ends_on from core.period join unnest($2::date[]) as given (day)
    on period.calendar_key = 'QUARTER' and given.day between period.starts_on and period.ends_on
), changed as (
  select distinct quarter.*, environment.commune_of(unit_id, quarter.ends_on) as commune
    from quarter cross join unnest($1::bigint[]) as given (unit_id)
)
select changed.commune, changed.key as quarter,
       count(its.id) filter (where its.purpose = 'CLEANUP')::int as cleanups,
       count(its.id) filter (where its.purpose = 'CLIMATE')::int as climate,
       coalesce(sum(its.participants), 0)::int as participants, coalesce(sum(its.waste_kg), 0)::text as waste,
       coalesce(sum(its.road_meters), 0)::int as road, coalesce(sum(its.canal_meters), 0)::int as canal,
       coalesce(sum(its.trees), 0)::int as trees, coalesce(bool_and(its.state = 'CONFIRMED'), false) as confirmed,
       coalesce(bool_and(its.demo), $3::boolean) as demo
  from changed
  left join environment.action its on its.unit_id in (select environment.units_of(changed.commune, changed.ends_on))
   and its.held_on between changed.starts_on and changed.ends_on and its.state <> 'WITHDRAWN'
 group by changed.commune, changed.key
 order by changed.commune, changed.key`;
