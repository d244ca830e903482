import { extend, label } from '@phoihop/platform';
import { Activity } from './activity.js';
import { Duty } from './duty.js';

/** Texts of an activity in the caller's language. */
export const activityLabels = extend(Activity, {
  title: label('title', { description: 'What it is called, in the language of the caller.', required: true }),
  whenReading: label('whenReading', {
    description:
      'How the written time was turned into days: what is custom, what was corrected. In the language of the caller.',
  }),
});

/** Texts of a duty in the caller's language. */
export const dutyLabels = extend(Duty, {
  title: label('title', { description: 'What is owed, in the language of the caller.', required: true }),
  reporter: label('reporter', { description: 'Who owes it, in the language of the caller.', required: true }),
  recipient: label('recipient', {
    description: 'To whom it is owed, in the language of the caller.',
    required: true,
  }),
  frequencyText: label('frequencyText', {
    description: 'How often it falls due, in words, in the language of the caller.',
    required: true,
  }),
});
