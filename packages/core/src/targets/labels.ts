import { extend, label } from '@phoihop/platform';
import { Target } from './target.js';

/** Texts of a target in the caller's language. */
export const targetLabels = extend(Target, {
  reading: label('reading', {
    description:
      'How the words of the document are read: what counts, from when, against what. In the language of the caller.',
  }),
});
