import { extend, label } from '@phoihop/platform';
import { Role } from './role.js';

/** Texts of a role in the caller's language. */
export const roleLabels = extend(Role, {
  title: label('title', {
    description: 'What the role is called, in the language of the caller.',
    required: true,
  }),
});
