import { DateScalar, ProblemError, requirePageSize, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { requireCount } from '../checks/amounts-and-days.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { LatenessSummary, type Lateness, type UnitLateness } from './lateness-types.js';

interface Counted extends Lateness {
  /** Null in the row of all together. */
  readonly unit: number | null;
  readonly asOf: string;
  readonly unitCount: number;
}

@Resolver()
export class LatenessResolver {
  @Query(() => LatenessSummary, {
    nullable: true,
    description:
      'How punctually a unit and those below it handed in their reports about periods that end in a year or between two days.',
  })
  async lateness(
    @Arg('unit', () => ID, {
      description: 'The unit; those that stood below it when they reported are counted with it.',
    })
    unit: string,
    @Ctx() context: RequestContext,
    @Arg('year', () => Int, {
      nullable: true,
      description:
        'A calendar year, instead of `from` and `to`; that of the business date when nothing is given.',
    })
    year?: number | null,
    @Arg('from', () => DateScalar, {
      nullable: true,
      description: 'The first last-day-of-a-report that counts.',
    })
    from?: string | null,
    @Arg('to', () => DateScalar, {
      nullable: true,
      description: 'The last last-day-of-a-report that counts.',
    })
    to?: string | null,
    @Arg('template', () => String, {
      nullable: true,
      description: 'Key of the only form that counts; all when not given.',
    })
    template?: string | null,
    @Arg('program', () => String, {
      nullable: true,
      description: 'Code of the only program whose forms count; all when not given.',
    })
    program?: string | null,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many units at most, from 0 to 200.' })
    first: number = 50,
    @Arg('after', () => ID, { nullable: true, description: 'The last unit of the page before.' })
    after?: string | null,
  ): Promise<LatenessSummary> {
    const [begin, end] = daysOf(year ?? null, from ?? null, to ?? null, context.clock.businessDate);
    requirePageSize(first);
    const rows = await context.session.query<Counted>(counts, [
      context.read.localId(AdministrativeUnit, unit, 'unit'),
      begin,
      end,
      template ?? null,
      program ?? null,
      after ? context.read.localId(AdministrativeUnit, after, 'after') : 0,
      first + 1,
    ]);
    const all = rows.find((row) => row.unit === null)!;
    const units = rows.filter((row): row is Counted & UnitLateness => row.unit !== null);
    return { all, units: units.slice(0, first), unitCount: all.unitCount, hasNextPage: units.length > first };
  }
}

/**
 * The first and the last day that count.
 * @throws ProblemError BAD_USER_INPUT where a year and days are given, one day without the other, or both reversed.
 */
function daysOf(
  year: number | null,
  from: string | null,
  to: string | null,
  businessDate: string,
): [begin: string, end: string] {
  if (from === null && to === null) {
    const whole = year ?? Number(businessDate.slice(0, 4));
    requireCount(whole, 'year', { minimum: 1945, maximum: 2200 });
    return [`${whole}-01-01`, `${whole}-12-31`];
  }
  if (year !== null || from === null || to === null)
    throw new ProblemError('BAD_USER_INPUT', { field: 'year', given: year, allowed: 'year | from, to' });
  if (to < from) throw new ProblemError('BAD_USER_INPUT', { field: 'to', given: to, allowed: `≥ ${from}` });
  return [from, to];
}

/**
 * One row a unit and one of all together, over the rows that the caller sees. A unit stands under another if it did
 * on the last day of the report: the district of 2021 has its communes of 2021.
 */
const counts = /* sql */ `
with mine as (
  select o.unit_id, o.as_of, o.due_on, o.handed_in_on, o.waived_at is not null as waived
    from core.obligation o
   where o.as_of between $2::date and $3::date
     and ($4::text is null or o.template_id = (select id from core.report_template where key = $4::text))
     and ($5::text is null or o.program = $5::text)
     and exists (
       select from core.unit_reach part
        where part.unit_id = o.unit_id and part.own
          and part.valid_from <= o.as_of and (part.valid_to is null or part.valid_to > o.as_of)
          and public.index(part.path, ($1::bigint)::text::public.ltree) >= 0)
),
counted as (
  select unit_id, grouping(unit_id) = 1 as together, max(as_of) as as_of, count(*)::int as owed,
      count(*) filter (where not waived and handed_in_on <= due_on)::int as on_time,
      count(*) filter (where not waived and handed_in_on > due_on)::int as late,
      count(*) filter (where not waived and handed_in_on is null and due_on < platform.business_date())::int as missing,
      count(*) filter (where not waived and handed_in_on is null and due_on >= platform.business_date())::int as open,
      count(*) filter (where waived)::int as waived,
      (percentile_cont(0.5) within group (order by handed_in_on - due_on)
        filter (where not waived and handed_in_on > due_on))::numeric as median,
      count(distinct unit_id)::int as units
    from mine group by grouping sets ((), (unit_id))
)
select unit_id as unit, as_of as "asOf", owed, on_time as "onTime", late, missing, open, waived,
    trim_scale(median)::text as "medianDaysLate", units as "unitCount"
  from (select *, row_number() over (order by unit_id) as place from counted where not together and unit_id > $6::bigint
        union all
        select *, 0 from counted where together) as page
 where place <= $7::int
 order by place`;
