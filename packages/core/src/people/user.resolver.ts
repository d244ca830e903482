import { inWords, ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { refuseDuplicate } from '../organizations/checks.js';
import { found, requiredText } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import { requireAppointable, scopesOfTarget, type AppointmentTarget } from './appointment.js';
import { hashPassword, requireGoodPassword } from './passwords.js';
import { Person } from './person.js';
import {
  CreateUserInput,
  ResetPasswordInput,
  RevokeSessionsInput,
  SetUserDisabledInput,
} from './user.inputs.js';
import { User } from './user.js';

const manage = 'core:user.manage';

@Resolver()
export class UserResolver {
  @Mutation(() => User, {
    nullable: true,
    description:
      'Makes an account for a person. It may do nothing until it is given a role. Needs core:user.manage over the person’s unit.',
  })
  async createUser(
    @Arg('input', () => CreateUserInput, { description: 'Whose account, its name and its first password.' })
    input: CreateUserInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const person = await found(context, Person, input.person, 'input.person');
    await requireScope(context, manage, { unitId: person['unit'] as number, field: 'input.person' });
    const username = requireUsername(input.username);
    requireGoodPassword(input.password, username, 'input.password');
    const user = context.session.em.create(User, {
      username,
      person: person.id,
      sessionVersion: 1,
      demo: false,
    } as never);
    await refuseDuplicate('input.username', username, () => context.session.em.persist(user).flush());
    await setPassword(context, user.id, input.password);
    await context.audit('core:user.create', { type: 'User', id: user.id }, { username, person: person.id });
    return user.id;
  }

  @Mutation(() => User, {
    nullable: true,
    description:
      'Gives someone else a new password and ends the sessions of the account. Needs core:user.manage over the person’s unit and the right to give every role the account holds: whoever could take over an account could become what it is.',
  })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'Which account, and its password from now on.' })
    input: ResetPasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const user = await managedUser(context, input.user);
    requireAnother(context, user);
    for (const { role, ...target } of await standingRoles(context, user.id)) {
      const scopes = await scopesOfTarget(context, target);
      if (scopes.length > 0) await requireAppointable(context, role, scopes, 'input.user');
    }
    requireGoodPassword(input.newPassword, user['username'] as string, 'input.newPassword');
    await setPassword(context, user.id, input.newPassword);
    await context.audit('core:user.reset-password', { type: 'User', id: user.id });
    return user.id;
  }

  @Mutation(() => User, {
    nullable: true,
    description:
      'Ends all sessions of an account: tokens issued so far are worth nothing. For oneself, or with core:user.manage over the person’s unit.',
  })
  async revokeSessions(
    @Arg('input', () => RevokeSessionsInput, { description: 'The account that is signed out everywhere.' })
    input: RevokeSessionsInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const user =
      context.read.localId(User, input.user, 'input.user') === context.caller.userId
        ? await found(context, User, input.user, 'input.user')
        : await managedUser(context, input.user);
    await context.session.query(
      'update core.user_account set session_version = session_version + 1, version = version + 1 where id = $1',
      [user.id],
    );
    await context.audit('core:user.revoke-sessions', { type: 'User', id: user.id });
    return user.id;
  }

  @Mutation(() => User, {
    nullable: true,
    description:
      'Switches an account of someone else off or on again. Needs core:user.manage over the person’s unit.',
  })
  async setUserDisabled(
    @Arg('input', () => SetUserDisabledInput, { description: 'Which account, off or on, and why.' })
    input: SetUserDisabledInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const user = await managedUser(context, input.user);
    requireAnother(context, user);
    const reason = requiredText(input.reason, 'input.reason');
    await changeVersion(context, {
      table: 'core.user_account',
      id: user.id,
      expected: input.expectedVersion,
      set: {
        disabled_at: input.disabled ? context.clock.now() : null,
        session_version: (user['sessionVersion'] as number) + 1,
      },
    });
    await context.audit(
      input.disabled ? 'core:user.disable' : 'core:user.enable',
      { type: 'User', id: user.id },
      { reason },
    );
    return user.id;
  }
}

/** @throws ProblemError NOT_FOUND where the caller does not see the account, OUT_OF_SCOPE where it does not manage it */
async function managedUser(context: RequestContext, id: string): Promise<Row> {
  const user = await found(context, User, id, 'input.user');
  const person = await context.read.byId(Person, user['person'] as number);
  await requireScope(context, manage, { unitId: person!['unit'] as number, field: 'input.user' });
  return user;
}

function requireAnother(context: RequestContext, user: Row): void {
  if (user.id === context.caller.userId) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.user',
      given: user['username'],
      allowed: inWords({ vi: 'tài khoản của người khác', en: 'someone else’s account' }),
    });
  }
}

function requireUsername(given: string): string {
  const username = given.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]$/.test(username)) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.username',
      given: username.slice(0, 64),
      allowed: 'a-z 0-9 . _ -, 3..64',
    });
  }
  return username;
}

async function setPassword(context: RequestContext, user: number, password: string): Promise<void> {
  await context.session.query('select core.set_password($1, $2)', [user, await hashPassword(password)]);
}

/** The roles an account holds or will hold. */
async function standingRoles(
  context: RequestContext,
  user: number,
): Promise<(AppointmentTarget & { role: string })[]> {
  return context.session.query(
    `select role.code as role, its.unit_id as "unitId", its.group_id as "groupId",
            its.organization_id as "organizationId", its.reach, its.programs,
            its.organization_programs as "organizationPrograms"
       from core.assignment its join core.role role on role.id = its.role_id
      where its.user_id = $1 and its.revoked_at is null and (its.valid_to is null or its.valid_to > $2::date)`,
    [user, context.clock.businessDate],
  );
}
