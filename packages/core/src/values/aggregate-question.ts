import DataLoader from 'dataloader';
import { inWords, ProblemError, type RequestContext } from '@phoihop/platform';
import { indicatorFacts } from '../indicators/indicator-facts.js';
import { UnitGroup } from '../organizations/unit-group.js';
import { resolvePeriod, type PeriodReference } from '../periods/period-reference.js';
import { Period } from '../periods/period.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import type { Aggregate, AggregateRequest } from './aggregate-request.js';
import type { AggregationBasis, CountedStates } from './data-value-enums.js';

/** What clients ask of aggregates and of reporting rows. */
export interface AggregateQuestion {
  readonly indicator: string;
  readonly unit?: string | null;
  readonly unitGroup?: string | null;
  readonly period: PeriodReference;
  readonly basis: AggregationBasis;
  readonly mapDate?: string | null;
  readonly state: CountedStates;
  readonly source?: string | null;
  readonly disaggregation?: string | null;
  /** Whether what is missing or carried forward is asked for by name. */
  readonly names: boolean;
}

/**
 * The request behind a question.
 * @throws ProblemError BAD_USER_INPUT where things are named in two ways or by half; NOT_FOUND for a group without members.
 */
export async function requestFrom(
  context: RequestContext,
  asked: AggregateQuestion,
): Promise<{ group: number | null; request: AggregateRequest }> {
  const { unit, unitGroup, basis, mapDate, period } = asked;
  if (!unit === !unitGroup) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'unit',
      given: unit ? 'unit, unitGroup' : null,
      allowed: inWords({ vi: 'unit hoặc unitGroup', en: 'unit, or unitGroup' }),
    });
  }
  if (mapDate && basis !== 'ON_MAP') {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'mapDate',
      given: mapDate,
      allowed: inWords({
        vi: 'chỉ khi cộng theo bản đồ của một ngày (ON_MAP)',
        en: 'with basis ON_MAP only',
      }),
    });
  }
  const group = unitGroup ? context.read.localId(UnitGroup, unitGroup, 'unitGroup') : null;
  const named = periodName(context, period);
  const units =
    group === null
      ? [context.read.localId(AdministrativeUnit, unit!, 'unit')]
      : await membersOf(context, group, named);
  if (units.length === 0)
    throw new ProblemError('NOT_FOUND', { field: unit ? 'unit' : 'unitGroup', given: unit ?? unitGroup });
  return {
    group,
    request: {
      indicator: asked.indicator,
      units,
      period: named,
      basis,
      mapDate,
      states: asked.state,
      source: asked.source,
      disaggregation: asked.disaggregation,
      names: asked.names,
    },
  };
}

/** The id or key of a period, without asking whether there is one. */
function periodName(context: RequestContext, { id, calendar, key }: PeriodReference): number | string {
  if (id && !calendar && !key) return context.read.localId(Period, id, 'period.id');
  if (key && calendar && !id) return key;
  throw new ProblemError('BAD_USER_INPUT', {
    field: 'period',
    given: JSON.stringify({ id, calendar, key }),
    allowed: inWords({ vi: 'id, hoặc calendar và key', en: 'id, or calendar and key' }),
  });
}

/** The members of a group on the last day of a period; empty where the caller sees no such group. */
async function membersOf(context: RequestContext, group: number, period: number | string): Promise<number[]> {
  const members = context.once(
    'core:group-members',
    () =>
      new DataLoader(
        async (asked: readonly { group: number; period: number | string }[]) => {
          const found = await context.session.query<{ n: number; units: number[] }>(groupMembers, [
            asked.map((one) => one.group),
            asked.map((one) => (typeof one.period === 'number' ? one.period : null)),
            asked.map((one) => (typeof one.period === 'string' ? one.period : null)),
          ]);
          const units = new Map(found.map((row) => [row.n, row.units]));
          return asked.map((_, index) => units.get(index + 1) ?? []);
        },
        { cache: false },
      ),
  );
  return members.load({ group, period });
}

const groupMembers = /* sql */ `
select asked.n::int as n, array_agg(member.unit_id order by member.unit_id) as units
from unnest($1::bigint[], $2::bigint[], $3::text[]) with ordinality as asked (of_group, period_id, period_key, n)
join core.period on period.id = asked.period_id or period.key = asked.period_key
join core.unit_group_member member on member.group_id = asked.of_group
  and member.valid_from <= period.ends_on and (member.valid_to is null or period.ends_on < member.valid_to)
group by asked.n`;

/** Whether it is an answer, and of a period of the calendar that was named. */
export const answers = (aggregate: Aggregate | null, { calendar }: PeriodReference): aggregate is Aggregate =>
  aggregate !== null && (!calendar || calendar === aggregate.period.calendar);

/** Says which of the things that were named does not exist. */
export async function refuseUnknown(context: RequestContext, asked: AggregateQuestion): Promise<never> {
  const known = await indicatorFacts(context.session, { keys: [asked.indicator] });
  if (known.length === 0)
    throw new ProblemError('INDICATOR_NOT_FOUND', { field: 'indicator', given: asked.indicator });
  await resolvePeriod(context, asked.period, 'period');
  throw new ProblemError('NOT_FOUND', { field: 'period' });
}
