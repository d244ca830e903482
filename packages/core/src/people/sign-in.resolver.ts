import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { hashPassword, requireGoodPassword } from './passwords.js';
import { authenticate, issueToken, type Account } from './sign-in.js';

@InputType({ description: 'What one signs in with.' })
export class SignInInput {
  @Field(() => String, {
    description: 'The name of the account; case, accents, dots and hyphens make no difference.',
  })
  username!: string;

  @Field(() => String, {
    description: 'The secret of the account. It is written to no log and no audit row.',
  })
  password!: string;
}

@InputType({ description: 'A new password for oneself.' })
export class ChangeOwnPasswordInput {
  @Field(() => String, { description: 'The password used so far.' })
  currentPassword!: string;

  @Field(() => String, {
    description:
      'The password from now on: at least 10 characters, none of the most common, not the username.',
  })
  newPassword!: string;
}

/** Not the entity: at sign-in the caller is still nobody, and sees no account, not even the own one. */
@ObjectType({ description: 'Who has just signed in. Everything else about oneself is in the field me.' })
export class SignedInUser {
  @Field(() => String, { description: 'The name of the account as it is stored.' })
  username!: string;

  @Field(() => String, { description: 'Family name, middle name and given name of its person.' })
  fullName!: string;
}

@ObjectType({ description: 'A proof of who one is, to be sent with later requests.' })
export class SignIn {
  @Field(() => String, { description: 'To be sent in the header: Authorization: Bearer <token>.' })
  token!: string;

  @Field(() => Date, { description: 'When it stops to be accepted, in real time.' })
  expiresAt!: Date;

  @Field(() => SignedInUser, { description: 'The account that the token is for.' })
  user!: SignedInUser;
}

@Resolver()
export class SignInResolver {
  @Mutation(() => SignIn, {
    nullable: true,
    description:
      'Signs in with a username and a password. A wrong name and a wrong password get the same answer.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'Name and password.' }) input: SignInInput,
    @Ctx() context: RequestContext,
  ): Promise<SignIn> {
    refuseSecondAttempt(context);
    const account = await authenticate(context.services('core'), context, input, input.password);
    const signIn = await signInOf(context, account, account.session_version);
    await context.audit('core:sign-in', { type: 'User', id: account.id });
    return signIn;
  }

  @Mutation(() => SignIn, {
    nullable: true,
    description:
      'Changes one’s own password. All other sessions end; the answer has a token for this one to go on with.',
  })
  async changeOwnPassword(
    @Arg('input', () => ChangeOwnPasswordInput, { description: 'The old password and the new one.' })
    input: ChangeOwnPasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<SignIn> {
    refuseSecondAttempt(context);
    const who = { userId: context.caller.userId! };
    const account = await authenticate(context.services('core'), context, who, input.currentPassword);
    requireGoodPassword(input.newPassword, account.username, 'input.newPassword');
    const [changed] = await context.session.query<{ session_version: number }>(
      `select core.set_password($1, $2) as session_version`,
      [account.id, await hashPassword(input.newPassword)],
    );
    // Somebody else has set it, or ended the sessions, since it was compared: that must not be undone.
    if (changed!.session_version !== account.session_version + 1) throw new ProblemError('SIGN_IN_FAILED');
    await context.audit('core:user.change-own-password', { type: 'User', id: account.id });
    return signInOf(context, account, changed!.session_version);
  }
}

/** One attempt an operation, however many aliases it has: whoever counts requests counts attempts. */
function refuseSecondAttempt(context: RequestContext): void {
  const attempts = context.once('core:sign-in attempts', () => ({ made: 0 }));
  attempts.made += 1;
  if (attempts.made > 1)
    throw new ProblemError('LIMIT_EXCEEDED', { limit: 'signIn', given: attempts.made, allowed: 1 });
}

async function signInOf(context: RequestContext, account: Account, sessionVersion: number): Promise<SignIn> {
  const issued = await issueToken(context.services('core'), account.id, sessionVersion);
  return { ...issued, user: { username: account.username, fullName: account.full_name } };
}
