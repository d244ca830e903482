import { extend, label } from '@phoihop/platform';
import { UnitGroup } from './unit-group.js';

/** Texts of an unit group in the caller's language. */
export const unitGroupLabels = extend(UnitGroup, {
  name: label('name', {
    description: 'What people call the group, in the language of the caller.',
    required: true,
  }),
});
