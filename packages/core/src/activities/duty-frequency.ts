import { registerEnumType } from 'type-graphql';

/** How often a duty falls due. */
export enum DutyFrequency {
  MONTH = 'MONTH',
  QUARTER = 'QUARTER',
  HALF = 'HALF',
  YEAR = 'YEAR',
  ONCE = 'ONCE',
  PER_EVENT = 'PER_EVENT',
  CONTINUOUS = 'CONTINUOUS',
  PER_AGREEMENT = 'PER_AGREEMENT',
  UNSTATED = 'UNSTATED',
}

registerEnumType(DutyFrequency, {
  name: 'DutyFrequency',
  description: 'How often a report or plan is owed.',
  valuesConfig: {
    MONTH: { description: 'Every month of the year.' },
    QUARTER: { description: 'Four times a year, once each quarter.' },
    HALF: { description: 'After six months and after the year.' },
    YEAR: { description: 'One time each year.' },
    ONCE: { description: 'A single time, for a review of several years or the like.' },
    PER_EVENT: { description: 'Each time something takes place or a dossier is made.' },
    CONTINUOUS: { description: 'Without a date: it is always to be kept up.' },
    PER_AGREEMENT: { description: 'At the times its joint agreement sets.' },
    UNSTATED: { description: 'The source says no time; the text says what the practice is.' },
  },
});
