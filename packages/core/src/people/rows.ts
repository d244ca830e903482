import { readOnlyRows, rowRule, type RowRule } from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';

const managesPerson = `exists (select from core.person its
  where its.id = person_id and core.may_change('core:user.manage', its.unit_id, null))`;
const mayAppoint =
  'core.may_appoint(role_id, unit_id, group_id, organization_id, programs, organization_programs)';

const overUnit = unitRows({
  unit: 'unit_id',
  read: 'core:person.read',
  write: 'core:user.manage',
  explanation:
    'One sees oneself, and people of units over which one may read personal data; added by whoever manages users there.',
});

/** Who sees whom. A foreign person, account or assignment is not there, as if it did not exist. */
export const peopleRows: Readonly<Record<string, RowRule>> = {
  Person: rowRule({
    explanation: overUnit.explanation,
    select: { using: `id = (select core.caller_person()) or ${predicate(overUnit)}` },
    insert: overUnit.insert,
  }),
  User: rowRule({
    explanation:
      'Whoever sees the person sees the account; changed by whoever manages users of the person’s unit, and by its owner.',
    select: { using: 'exists (select from core.person its where its.id = person_id)' },
    insert: { using: managesPerson },
    update: { using: `id = (select platform.caller_id()) or ${managesPerson}` },
    updateColumns: ['session_version', 'disabled_at', 'version'],
  }),
  Role: readOnlyRows('Everybody sees which roles there are; they come with the installation.'),
  Assignment: rowRule({
    explanation:
      'Whoever sees the account sees its roles; given and ended by whoever may give the role over all its units and programs, never by oneself.',
    select: { using: 'exists (select from core.user_account its where its.id = user_id)' },
    insert: { using: `user_id <> (select platform.caller_id()) and ${mayAppoint}` },
    update: { using: `user_id <> (select platform.caller_id()) and ${mayAppoint}` },
    updateColumns: ['valid_to', 'revoked_at', 'version'],
  }),
};

/** Row rules of tables that no entity maps. */
export const peopleTables: Readonly<Record<string, RowRule>> = {
  user_credential: rowRule({ explanation: 'Password hashes: out of reach of every caller.' }),
};

function predicate({ select }: RowRule): string {
  return typeof select === 'string' ? 'true' : select.using;
}
