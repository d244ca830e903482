import { DateScalar, ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { requireCount } from '../checks/amounts-and-days.js';

@ObjectType({ description: 'How many working days a stretch has.' })
export class WorkingDays {
  @Field(() => Int, { description: 'How many days of the stretch are worked.' })
  count!: number;

  @Field(() => Boolean, {
    description: 'Whether the holidays of all its years are known; false: only weekends were heeded.',
  })
  holidaysKnown!: boolean;
}

@ObjectType({ description: 'A day found by counting working days.' })
export class WorkingDay {
  @Field(() => DateScalar, { description: 'The day that was come to.' })
  date!: string;

  @Field(() => Boolean, {
    description:
      'Whether the holidays of all years counted through are known; false: only weekends were heeded.',
  })
  holidaysKnown!: boolean;
}

/** A century: what is asked for at once is counted, not computed for ever. */
const mostDays = 36_525;

@Resolver()
export class WorkingDaysResolver {
  @Query(() => WorkingDays, {
    nullable: true,
    description: 'How many working days there are from one day to another, both included.',
  })
  async workingDays(
    @Arg('from', () => DateScalar, { description: 'The first day that is counted.' }) from: string,
    @Arg('to', () => DateScalar, { description: 'The last day that is counted; a century after at most.' })
    to: string,
    @Ctx() { session }: RequestContext,
  ): Promise<WorkingDays> {
    if (to < from) throw new ProblemError('BAD_USER_INPUT', { field: 'to', given: to, allowed: `≥ ${from}` });
    const [span] = await session.query<{ days: number }>('select $2::date - $1::date as days', [from, to]);
    requireCount(span!.days, 'to', { minimum: 0, maximum: mostDays });
    const [answer] = await session.query<WorkingDays>(
      `select core.working_days_after($1::date - 1, $2::date) as count,
         core.holidays_known($1::date, $2::date) as "holidaysKnown"`,
      [from, to],
    );
    return answer!;
  }

  @Query(() => WorkingDay, {
    nullable: true,
    description: 'The working day so many working days after a day, or before it.',
  })
  async workingDayAfter(
    @Arg('date', () => DateScalar, { description: 'The day to count from; it is not counted itself.' })
    date: string,
    @Arg('days', () => Int, {
      description: 'How many working days: negative for before; 0 gives the day itself; 366 at most.',
    })
    days: number,
    @Ctx() { session }: RequestContext,
  ): Promise<WorkingDay> {
    requireCount(days, 'days', { minimum: -366, maximum: 366 });
    const [answer] = await session.query<WorkingDay>(
      `select date, core.holidays_known($1::date, date) as "holidaysKnown"
         from core.add_working_days($1::date, $2::int) as date`,
      [date, days],
    );
    return answer!;
  }
}
