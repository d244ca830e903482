import { extend, label } from '@phoihop/platform';
import { Period } from './period.js';
import { PeriodCalendar } from './period-calendar.js';

/** Texts of a period in the caller's language. */
export const periodLabels = extend(Period, {
  label: label('label', { description: 'Name of the period in the language of the caller.', required: true }),
});

/** Texts of a period calendar in the caller's language. */
export const periodCalendarLabels = extend(PeriodCalendar, {
  title: label('title', {
    description: 'Name of the calendar in the language of the caller.',
    required: true,
  }),
});
