import type { RequestContext, Row } from '@phoihop/platform';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { localized } from '../programs/localized.js';
import { Activity } from './activity.js';
import { Duty } from './duty.js';

/** Texts of an activity in the caller's language. */
@Resolver(() => Activity)
export class ActivityResolver {
  @FieldResolver(() => String, { description: 'What it is called, in the language of the caller.' })
  title(@Root() activity: Row, @Ctx() context: RequestContext): string | null {
    return localized(activity, 'title', context.locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'How the written time was turned into days: what is custom, what was corrected. In the language of the caller.',
  })
  whenReading(@Root() activity: Row, @Ctx() context: RequestContext): string | null {
    return localized(activity, 'whenReading', context.locale);
  }
}

/** Texts of a duty in the caller's language. */
@Resolver(() => Duty)
export class DutyResolver {
  @FieldResolver(() => String, { description: 'What is owed, in the language of the caller.' })
  title(@Root() duty: Row, @Ctx() context: RequestContext): string | null {
    return localized(duty, 'title', context.locale);
  }

  @FieldResolver(() => String, { description: 'Who owes it, in the language of the caller.' })
  reporter(@Root() duty: Row, @Ctx() context: RequestContext): string | null {
    return localized(duty, 'reporter', context.locale);
  }

  @FieldResolver(() => String, { description: 'To whom it is owed, in the language of the caller.' })
  recipient(@Root() duty: Row, @Ctx() context: RequestContext): string | null {
    return localized(duty, 'recipient', context.locale);
  }

  @FieldResolver(() => String, {
    description: 'How often it falls due, in words, in the language of the caller.',
  })
  frequencyText(@Root() duty: Row, @Ctx() context: RequestContext): string | null {
    return localized(duty, 'frequencyText', context.locale);
  }
}
