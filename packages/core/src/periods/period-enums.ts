import { registerEnumType } from 'type-graphql';
import type { CalendarKey } from './calendars-definitions.js';

/** The calendars, for clients. The pure rules know the same keys as `CalendarKey`. */
export const PeriodCalendarKey = {
  YEAR: 'YEAR',
  HALF: 'HALF',
  QUARTER: 'QUARTER',
  MONTH: 'MONTH',
  TRAFFIC_YEAR: 'TRAFFIC_YEAR',
  TRAFFIC_MONTH: 'TRAFFIC_MONTH',
  MULTI_YEAR: 'MULTI_YEAR',
  TERM: 'TERM',
  CAMPAIGN: 'CAMPAIGN',
} as const satisfies { [Key in CalendarKey]: Key };
export type PeriodCalendarKey = CalendarKey;

registerEnumType(PeriodCalendarKey, {
  name: 'PeriodCalendarKey',
  description: 'The calendars that reports and indicators count in.',
  valuesConfig: {
    YEAR: { description: 'From 1 January to 31 December.' },
    HALF: { description: 'The first or the last six months of a calendar year.' },
    QUARTER: { description: 'Three months of a calendar year: I to IV.' },
    MONTH: { description: 'From the first to the last day of one of the twelve months.' },
    TRAFFIC_YEAR: {
      description: 'The year of traffic statistics: 16 December of the year before to 15 December.',
    },
    TRAFFIC_MONTH: {
      description: 'The month of traffic statistics: from the 16th to the 15th of the next month.',
    },
    MULTI_YEAR: { description: 'A span of years that a plan or a review covers, such as 2016-2021.' },
    TERM: { description: 'The term of office of a body, from one congress to the next.' },
    CAMPAIGN: { description: 'The days of a drive, such as the peak month for the poor.' },
  },
});

export const PeriodCalendarKind = { REGULAR: 'REGULAR', EXPLICIT: 'EXPLICIT' } as const;
export type PeriodCalendarKind = keyof typeof PeriodCalendarKind;

registerEnumType(PeriodCalendarKind, {
  name: 'PeriodCalendarKind',
  description: 'Where the periods of a calendar come from.',
  valuesConfig: {
    REGULAR: { description: 'Its year is cut into periods of equal months, one after the other.' },
    EXPLICIT: {
      description: 'Each period is set by a decision; they may overlap and have no year to add up to.',
    },
  },
});
