import { GraphQLEnumType } from 'graphql';
import { registerEnumType } from 'type-graphql';

export const HolidayKind = { HOLIDAY: 'HOLIDAY', WORKING_WEEKEND: 'WORKING_WEEKEND' } as const;
export type HolidayKind = keyof typeof HolidayKind;

registerEnumType(HolidayKind, {
  name: 'HolidayKind',
  description: 'How a day differs from what its day of the week says.',
  valuesConfig: {
    HOLIDAY: { description: 'Nobody has to work, whatever day of the week it is.' },
    WORKING_WEEKEND: { description: 'A Saturday or Sunday on which a day off is made up for.' },
  },
});

export const DeadlineRule = {
  CALENDAR_DAYS: 'CALENDAR_DAYS',
  WORKING_DAYS: 'WORKING_DAYS',
  DAY_OF_MONTH: 'DAY_OF_MONTH',
} as const;
export type DeadlineRule = keyof typeof DeadlineRule;

registerEnumType(DeadlineRule, {
  name: 'DeadlineRule',
  description: 'How the day on which a report is due follows from the last day it is about.',
  valuesConfig: {
    CALENDAR_DAYS: { description: 'So many days after that day; before it where the number is negative.' },
    WORKING_DAYS: {
      description: 'So many working days after that day; before it where the number is negative.',
    },
    DAY_OF_MONTH: { description: 'A day of the month that day is in, or of one of the months after.' },
  },
});

export const FreeDayRule = {
  NEXT_WORKING_DAY: 'NEXT_WORKING_DAY',
  PREVIOUS_WORKING_DAY: 'PREVIOUS_WORKING_DAY',
  STAYS: 'STAYS',
} as const;
export type FreeDayRule = keyof typeof FreeDayRule;

registerEnumType(FreeDayRule, {
  name: 'FreeDayRule',
  description: 'Where a deadline goes that falls on a weekend or a holiday.',
  valuesConfig: {
    NEXT_WORKING_DAY: { description: 'To the first working day after.' },
    PREVIOUS_WORKING_DAY: { description: 'To the last working day before.' },
    STAYS: { description: 'Nowhere: it is due on the free day.' },
  },
});

export const ReminderTask = { HAND_IN: 'HAND_IN', FULFILL: 'FULFILL', FOLLOW_UP: 'FOLLOW_UP' } as const;
export type ReminderTask = keyof typeof ReminderTask;

registerEnumType(ReminderTask, {
  name: 'ReminderTask',
  description: 'What the reminded person can do about a report or a duty.',
  valuesConfig: {
    HAND_IN: { description: 'Hand it in: the caller may submit reports of the unit.' },
    FULFILL: {
      description: 'Do it and say so: the caller acts for the organization that owes it under an agreement.',
    },
    FOLLOW_UP: {
      description:
        'See that it is done: the caller verifies or accepts the reports of the unit, or manages the agreement.',
    },
  },
});

/** Where an obligation stands; made by SQL, so it is a type of GraphQL's own. */
export const obligationStatus = new GraphQLEnumType({
  name: 'ObligationStatus',
  description: 'Where an obligation to report stands on the business date.',
  values: {
    NOT_YET_DUE: { description: 'There is time left, more than the days of notice.' },
    DUE: { description: 'The last days before the deadline, that day included.' },
    OVERDUE: { description: 'The deadline has passed and nothing was ever handed in.' },
    HANDED_IN: { description: 'First handed in by the deadline, and not accepted yet.' },
    HANDED_IN_LATE: { description: 'First handed in after the deadline, and not accepted yet.' },
    RETURNED: {
      description:
        'Handed in, given back with reasons, and to be handed in again; `daysLate` is of the first time.',
    },
    ACCEPTED: { description: 'The level above took the report; `daysLate` says whether it came late.' },
    WAIVED: { description: 'The level above excused the unit from it, with a reason.' },
  },
});
