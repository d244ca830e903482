import { extend, label } from '@phoihop/platform';
import { Holiday } from './holiday.js';

/** Texts of a holiday in the caller's language. */
export const holidayLabels = extend(Holiday, {
  title: label('title', { description: 'Name of the day in the language of the caller.', required: true }),
});
