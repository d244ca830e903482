import { extend, label } from '@phoihop/platform';
import { Indicator } from './indicator.js';

/** Texts of an indicator in the caller's language. */
export const indicatorLabels = extend(Indicator, {
  title: label('title', { description: 'Name in the language of the caller.', required: true }),
  description: label('description', {
    description: 'What counts and what does not, in the language of the caller.',
    required: true,
  }),
  unitOfMeasure: label('unitOfMeasure', {
    description: 'What one of it is called in the language of the caller: "căn nhà", "%".',
    required: true,
  }),
});
