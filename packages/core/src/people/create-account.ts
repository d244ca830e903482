import { ProblemError, type PluginServices } from '@phoihop/platform';
import { hashPassword, requireGoodPassword } from './passwords.js';

/** An account made from the command line, where nobody is signed in yet. */
export interface NewAccount {
  readonly username: string;
  readonly password: string;
  readonly fullName: string;
  /** Code of a role: `district-administrator`. */
  readonly role: string;
  /** Code of the unit on the business date; the role reaches everything below it. */
  readonly unitCode: string;
}

/**
 * Makes a person, an account and an assignment as the system: how an installation gets its first administrator, and
 * how one who is locked out is helped. Audited with the reason; everything or nothing.
 * @throws ProblemError BAD_USER_INPUT for a role or unit that does not exist, ALREADY_EXISTS for a taken username, or
 *   what is wrong with the password.
 */
export async function createAccount(
  { database, clock }: PluginServices,
  account: NewAccount,
  reason: string,
): Promise<void> {
  requireGoodPassword(account.password, account.username, 'password');
  const passwordHash = await hashPassword(account.password);
  await database.asSystem(reason, async (session) => {
    const [place] = await session.query<{
      unit: number | null;
      role: number | null;
      taken: boolean;
      form: boolean;
    }>(
      `select
         (select unit_id from core.administrative_unit_version where tree = 'ADMIN' and code = $1 and superseded_at is null
           and valid_from <= $2 and (valid_to is null or valid_to > $2)) as unit,
         (select id from core.role where code = $3) as role,
         exists (select from core.user_account where username_key = core.search_key($4)) as taken,
         $4 ~ '^[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]$' as form`,
      [account.unitCode, clock.businessDate, account.role, account.username],
    );
    const { unit, role, taken, form } = place!;
    if (!form) throw refused('username', account.username, 'a–z 0–9 . _ -, 3–64');
    if (taken) throw new ProblemError('ALREADY_EXISTS', { field: 'username', given: account.username });
    if (unit === null) throw refused('unit', account.unitCode, `a code in force on ${clock.businessDate}`);
    if (role === null) throw refused('role', account.role, (await roleCodes(session)).join(', '));
    await session.query(
      `with person as (
         insert into core.person (full_name, unit_id) values (normalize($1, NFC), $2) returning id
       ), account as (
         insert into core.user_account (username, person_id) select $3, id from person returning id
       ), credential as (
         insert into core.user_credential (user_id, password_hash) select id, $4 from account
       ), assignment as (
         insert into core.assignment (user_id, role_id, unit_id, reach, valid_from) select id, $5, $2, 'SUBTREE', $6 from account
       )
       insert into platform.audit_event (action, subject_type, subject_id, facts, business_date)
       select 'core:user.create-by-system', 'User', id, jsonb_build_object('username', $3::text, 'role', $7::text, 'reason', $8::text), $6 from account`,
      [
        account.fullName.trim(),
        unit,
        account.username,
        passwordHash,
        role,
        clock.businessDate,
        account.role,
        reason,
      ],
    );
  });
}

const refused = (field: string, given: string, allowed: string): ProblemError =>
  new ProblemError('BAD_USER_INPUT', { field, given, allowed });

async function roleCodes(session: { query<R>(sql: string): Promise<R[]> }): Promise<string[]> {
  return (await session.query<{ code: string }>('select code from core.role order by code')).map(
    ({ code }) => code,
  );
}
