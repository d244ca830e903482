import { DateScalar, DateTimeScalar, type RequestContext } from '@phoihop/platform';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';

/** What time it is, for the programs and for the records. */
@ObjectType('Clock', {
  description:
    'The two times of the platform: the date programs are judged by, and the time records are stamped with.',
})
export class ClockReading {
  @Field(() => DateScalar, {
    description:
      'The date that validity, deadlines, lateness, access and progress are computed for. The demonstration stands still on one.',
  })
  businessDate!: string;

  @Field(() => DateTimeScalar, {
    description: 'The real time, with which entries, tokens and audit rows are stamped.',
  })
  now!: Date;
}

@Resolver()
export class ClockResolver {
  @Query(() => ClockReading, {
    nullable: true,
    description: 'What date it is for the programs: every “now” of this graph.',
  })
  clock(@Ctx() context: RequestContext): ClockReading {
    return { businessDate: context.clock.businessDate, now: context.clock.now() };
  }
}
