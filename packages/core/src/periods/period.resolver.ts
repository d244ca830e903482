import type { RequestContext, Row } from '@phoihop/platform';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { localized } from '../programs/localized.js';
import { PeriodCalendar } from './period-calendar.js';
import { PeriodCalendarKey } from './period-enums.js';
import { Period } from './period.js';

@Resolver(() => Period)
export class PeriodResolver {
  @FieldResolver(() => String, { description: 'Name of the period in the language of the caller.' })
  label(@Root() period: Row, @Ctx() context: RequestContext): string | null {
    return localized(period, 'label', context.locale);
  }

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

@Resolver(() => PeriodCalendar)
export class PeriodCalendarResolver {
  @FieldResolver(() => String, { description: 'Name of the calendar in the language of the caller.' })
  title(@Root() calendar: Row, @Ctx() context: RequestContext): string | null {
    return localized(calendar, 'title', context.locale);
  }
}
