import { extend, label } from '@phoihop/platform';
import { Program } from './program.js';

/** Texts of a program in the caller's language. */
export const programLabels = extend(Program, {
  title: label('title', {
    description: 'Short name of the line in the language of the caller.',
    required: true,
  }),
});
