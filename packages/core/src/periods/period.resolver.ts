import type { RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { PeriodCalendarKey } from './period-enums.js';
import { Period } from './period.js';

@Resolver(() => Period)
export class PeriodResolver {
  @Query(() => Period, {
    nullable: true,
    description: 'The period of a calendar that has this key; null where the calendar has none such.',
  })
  async period(
    @Arg('calendar', () => PeriodCalendarKey, { description: 'The calendar it is a part of.' })
    calendar: PeriodCalendarKey,
    @Arg('key', () => String, { description: 'Short name in that calendar: "2021-09", "2021-T09", "2021".' })
    key: string,
    @Ctx() context: RequestContext,
  ): Promise<number | null> {
    const [found] = await context.session.query<{ id: number }>(
      'select id from core.period where key = $1 and calendar_key = $2',
      [key, calendar],
    );
    return found?.id ?? null;
  }
}
