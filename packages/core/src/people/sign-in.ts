import { ProblemError, type PluginServices, type RequestContext } from '@phoihop/platform';
import { verifyPassword } from './passwords.js';

/** How the host makes tokens; given to core as its option `issueToken`. */
export type IssueToken = (claims: {
  userId: number;
  sessionVersion: number;
}) => Promise<{ token: string; expiresAt: Date }>;

/** An account as sign-in needs it. Read as the system: the serving role cannot read password hashes. */
export interface Account {
  readonly id: number;
  readonly username: string;
  readonly full_name: string;
  readonly session_version: number;
  readonly disabled: boolean;
  readonly password_hash: string;
}

/**
 * The account that a username and a password belong to.
 *
 * Every failure looks alike and takes alike: an unknown name, a wrong password and a disabled account are one error,
 * each after one verification and one audit row. The audit row is written outside of the operation, whose own writes
 * are undone when it fails.
 *
 * @throws ProblemError SIGN_IN_FAILED
 */
export async function authenticate(
  services: PluginServices,
  context: Pick<RequestContext, 'requestId'>,
  who: { username: string } | { userId: number },
  password: string,
): Promise<Account> {
  const account = await accountOf(services, who);
  const right = await verifyPassword(account?.password_hash ?? null, password);
  if (account && right && !account.disabled) return account;
  await services.database.asSystem('record a failed sign-in', (session) =>
    session.query(
      `insert into platform.audit_event (actor_id, action, subject_type, subject_id, request_id, business_date)
       values (null, 'core:sign-in.fail', 'User', $1, $2, $3)`,
      [account?.id ?? null, context.requestId, services.clock.businessDate],
    ),
  );
  throw new ProblemError('SIGN_IN_FAILED');
}

/**
 * An account with its hash.
 *
 * `asSystem` and not a SECURITY DEFINER function: such a function would have to hand the hash to whoever may run it,
 * and the serving role runs every resolver's SQL.
 */
async function accountOf(
  services: PluginServices,
  who: { username: string } | { userId: number },
): Promise<Account | null> {
  const [condition, value] =
    'username' in who
      ? ['account.username_key = core.search_key($1)', who.username]
      : ['account.id = $1', who.userId];
  const accounts = await services.database.asSystem('verify a password', (session) =>
    session.query<Account>(
      `select account.id, account.username, person.full_name, account.session_version,
              account.disabled_at is not null as disabled, credential.password_hash
         from core.user_account account
         join core.user_credential credential on credential.user_id = account.id
         join core.person person on person.id = account.person_id
        where ${condition}`,
      [value],
    ),
  );
  return accounts[0] ?? null;
}

/** A token for a user, made by the host. @throws Error where the host has given core no `issueToken`. */
export async function issueToken(
  services: PluginServices,
  userId: number,
  sessionVersion: number,
): Promise<{ token: string; expiresAt: Date }> {
  const { issueToken: issue } = (services.options ?? {}) as { issueToken?: IssueToken };
  if (!issue) throw new Error('Nobody can sign in: core was started without the option issueToken.');
  return issue({ userId, sessionVersion });
}
