import { ProblemError, requirePageSize, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { indicatorFacts, type IndicatorFact } from '../indicators/indicator-facts.js';
import { foundPeriod, PeriodReference, wantedPeriod } from '../periods/period-reference.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { cursorOf, readCursor } from './unit-ranking-cursor.js';
import { unitRanking } from './unit-ranking-sql.js';
import { RankedBy, RankedUnit, RankingOrder, UnitRanking } from './unit-ranking-types.js';

/** Kinds of figure that one unit is ahead of another by. */
const comparable: readonly IndicatorFact['kind'][] = ['SUM', 'EVENT_COUNT', 'STOCK', 'RATIO'];

interface Found {
  readonly asOf: string;
  readonly kind: IndicatorFact['kind'];
  readonly calendar: string;
  readonly parts: number;
  readonly ranked: number;
  readonly units: number;
  readonly page: readonly (RankedUnit & { readonly measure: string })[];
}

@Resolver()
export class UnitRankingResolver {
  @Query(() => UnitRanking, {
    nullable: true,
    description:
      'Units below a unit, ordered by what each has reported for itself in a period so far: by the figure, or by how much of its own target it has reached.',
  })
  async unitRanking(
    @Arg('indicator', () => String, { description: 'Key of the indicator: "fund-for-the-poor.houses".' })
    indicator: string,
    @Arg('period', () => PeriodReference, {
      description: 'The period; figures of shorter ones that make it up are taken together.',
    })
    period: PeriodReference,
    @Arg('unit', () => ID, { description: 'The unit below which units are ranked.' }) unit: string,
    @Ctx() context: RequestContext,
    @Arg('by', () => RankedBy, {
      defaultValue: RankedBy.PERCENT_OF_PLAN,
      description: 'What units are compared by.',
    })
    by: RankedBy,
    @Arg('order', () => RankingOrder, {
      defaultValue: RankingOrder.HIGHEST_FIRST,
      description: 'From which end it is read.',
    })
    order: RankingOrder,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many units at most, from 0 to 200.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'The `endCursor` of the page before.' })
    after?: string | null,
  ): Promise<UnitRanking> {
    requirePageSize(first);
    const wanted = wantedPeriod(context, period, 'period');
    const root = context.read.localId(AdministrativeUnit, unit, 'unit');
    const last = readCursor(after, { by, order });
    const [found] = await context.session.query<Found>(unitRanking, [
      indicator,
      wanted.id,
      wanted.key,
      root,
      context.clock.businessDate,
      by,
      order === 'LOWEST_FIRST',
      last?.measure ?? null,
      last?.unit ?? null,
      first + 1,
    ]);
    if (!found || found.parts === 0 || (period.calendar && period.calendar !== found.calendar))
      return refuse(context, indicator, period, found);
    if (!comparable.includes(found.kind)) {
      throw new ProblemError('INDICATOR_NOT_RANKED', {
        field: 'indicator',
        given: indicator,
        kind: found.kind,
        allowed: comparable.join(', '),
      });
    }
    const nodes = found.page.slice(0, first);
    const end = nodes.at(-1);
    const answer = {
      asOf: found.asOf,
      nodes,
      ranked: found.ranked,
      unranked: found.units - found.ranked,
      hasNextPage: found.page.length > first,
      endCursor: end ? cursorOf({ by, order }, end) : null,
    };
    return answer;
  }
}

/** Says what of the question there is not. */
async function refuse(
  context: RequestContext,
  indicator: string,
  period: PeriodReference,
  found: Found | undefined,
): Promise<never> {
  const [fact] = await indicatorFacts(context.session, { keys: [indicator] });
  if (!fact) throw new ProblemError('INDICATOR_NOT_FOUND', { field: 'indicator', given: indicator });
  if (!found || (period.calendar && period.calendar !== found.calendar)) foundPeriod(null, period, 'period');
  throw new ProblemError('PERIOD_CALENDAR_MISMATCH', {
    field: 'period',
    given: found!.calendar,
    allowed: fact.calendar,
    period: period.key ?? period.id,
  });
}
