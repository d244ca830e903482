import { communeKinds } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import type { InsuranceKind } from '../groups/insurance-kind.js';
import type { Coverage, CoverageFigure, UnitCoverage } from './coverage-answer.js';

/** What is asked. */
export interface CoverageQuestion {
  readonly unitId: number;
  readonly asOf: string;
  readonly insurance: InsuranceKind;
  readonly source: string;
}

/** A commune, ward or town in the unit, with the day of its latest figure of all groups together. */
interface CountedUnit {
  readonly unit_id: number;
  /** The unit directly below the one asked for that it stands in; null where it is the one asked for. */
  readonly branch: number | null;
  readonly seen: boolean;
  readonly date: string | null;
}

/** A figure of a branch, or of the whole where `branch` is null, for a group or for all together. */
interface SummedFigure extends CoverageFigure {
  readonly branch: number | null;
}

const maximumNamed = 200;

/**
 * The coverage of a unit on a date: two statements, however many units it has.
 *
 * The sum of those figures that the caller happens to see would pass for the unit's own: whoever does not see all of
 * its communes is refused.
 * @throws ProblemError SOCIAL_INSURANCE_COVERAGE_WITHOUT_UNITS where nobody is counted there, SOCIAL_INSURANCE_COVERAGE_PARTLY_SEEN with how many units
 *   the caller sees.
 */
export async function readCoverage(
  { session }: RequestContext,
  question: CoverageQuestion,
): Promise<Coverage> {
  const { unitId, asOf, insurance, source } = question;
  const parameters = [unitId, asOf, insurance, source, communeKinds];
  const units = await session.query<CountedUnit>(selectUnits, parameters);
  if (units.length === 0)
    throw new ProblemError('SOCIAL_INSURANCE_COVERAGE_WITHOUT_UNITS', { field: 'unit', on: asOf });
  const seen = units.filter((unit) => unit.seen).length;
  if (seen < units.length)
    throw new ProblemError('SOCIAL_INSURANCE_COVERAGE_PARTLY_SEEN', {
      field: 'unit',
      given: seen,
      allowed: units.length,
    });
  const figures = await session.query<SummedFigure>(selectFigures, parameters);
  const whole = partOf(unitId, null, asOf, units, figures);
  const behind = units.filter(({ date }) => date !== null && date < whole.total!.latestOn);
  return {
    ...whole,
    insurance,
    source,
    missing: named(units.filter(({ date }) => date === null)),
    carriedForward: named(behind),
    below: branchesOf(units).map((branch) => partOf(branch, branch, asOf, units, figures)),
  };
}

function partOf(
  unit: number,
  branch: number | null,
  asOf: string,
  units: readonly CountedUnit[],
  figures: readonly SummedFigure[],
): UnitCoverage {
  const within = branch === null ? units : units.filter((one) => one.branch === branch);
  const own = figures.filter((figure) => figure.branch === branch);
  return {
    unit,
    asOf,
    total: own.find(({ group }) => group === null) ?? null,
    groups: own.filter(({ group }) => group !== null),
    needed: within.length,
    have: within.filter(({ date }) => date !== null).length,
  };
}

const branchesOf = (units: readonly CountedUnit[]): number[] => [
  ...new Set(units.flatMap(({ branch }) => branch ?? [])),
];

const named = (units: readonly CountedUnit[]): number[] =>
  units.slice(0, maximumNamed).map((unit) => unit.unit_id);

/** $1 unit, $2 date, $3 insurance, $4 source, $5 kinds of unit whose people are counted. */
const counted = /* sql */ `
  counted as materialized (
    select version.unit_id, version.code,
           case when reach.path operator(public.<>) root.path
             then public.subpath(reach.path, public.nlevel(root.path), 1)::text::bigint end as branch
      from core.unit_reach root
      join core.unit_reach reach on reach.own and reach.path operator(public.<@) root.path
       and reach.valid_from <= $2::date and (reach.valid_to is null or reach.valid_to > $2::date)
      join core.administrative_unit_version version on version.unit_id = reach.unit_id and version.superseded_at is null
       and version.valid_from <= $2::date and (version.valid_to is null or version.valid_to > $2::date)
     where root.unit_id = $1::bigint and root.own
       and root.valid_from <= $2::date and (root.valid_to is null or root.valid_to > $2::date)
       and version.kind = any ($5::text[])
  ),
  latest as materialized (
    select distinct on (figure.unit_id, figure.group_id) figure.*, counted.branch
      from counted
      join social_insurance.coverage_snapshot figure on figure.unit_id = counted.unit_id and figure.superseded_at is null
       and figure.insurance = $3::text and figure.source = $4::text and figure.date <= $2::date
     order by figure.unit_id, figure.group_id, figure.date desc
  )`;

const selectUnits = /* sql */ `
  with ${counted}
  select counted.unit_id, counted.branch, latest.date::text as date,
         counted.unit_id in (select core.units_seen('social-insurance:read', 'PRG-27')) as seen
    from counted
    left join latest on latest.unit_id = counted.unit_id and latest.group_id is null
   order by counted.code`;

/** A group that was no longer in force on the date has no figure on it, though it may once have had one. */
const selectFigures = /* sql */ `
  with ${counted}
  select latest.branch, latest.group_id as "group", sum(latest.insured)::int as insured,
         sum(latest.population)::int as population, count(*)::int as units,
         trim_scale(round(sum(latest.insured)::numeric / sum(latest.population), 6))::text as rate,
         min(latest.date)::text as "oldestOn", max(latest.date)::text as "latestOn", bool_or(latest.demo) as demo
    from latest
    left join social_insurance.participant_group participant on participant.id = latest.group_id
   where participant.id is null or participant.valid_to is null or participant.valid_to > $2::date
   group by grouping sets ((latest.group_id, participant.code), (latest.branch, latest.group_id, participant.code))
  having grouping(latest.branch) = 1 or latest.branch is not null
   order by participant.code`;
