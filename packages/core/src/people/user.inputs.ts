import { Field, ID, InputType, Int } from 'type-graphql';

// Inputs with a password have no idempotencyKey: the platform keeps a fast hash of such a request, which would be a
// way to guess the password.

@InputType({ description: 'A new account for a person.' })
export class CreateUserInput {
  @Field(() => ID, {
    description: 'Whose account it is; the caller manages users of the unit that keeps the record.',
  })
  person!: string;

  @Field(() => String, {
    description:
      'What one signs in with: 3 to 64 small letters, digits, dots, hyphens. No other name may differ in signs only.',
  })
  username!: string;

  @Field(() => String, {
    description: 'The first password: at least 10 characters, none of the most common, not the username.',
  })
  password!: string;
}

@InputType({ description: 'A new password for someone else.' })
export class ResetPasswordInput {
  @Field(() => ID, { description: 'The account; the caller may give every role it holds.' })
  user!: string;

  @Field(() => String, {
    description:
      'The password from now on: at least 10 characters, none of the most common, not the username.',
  })
  newPassword!: string;
}

@InputType({ description: 'The account whose sessions end at once, on all devices.' })
export class RevokeSessionsInput {
  @Field(() => ID, {
    description: 'The account: one’s own, or one of a unit whose users the caller manages.',
  })
  user!: string;
}

@InputType({ description: 'Whether an account can be used.' })
export class SetUserDisabledInput {
  @Field(() => ID, { description: 'The account of someone else, in a unit whose users the caller manages.' })
  user!: string;

  @Field(() => Int, {
    description: 'The version of the account that was read; CONFLICT where it has changed since.',
  })
  expectedVersion!: number;

  @Field(() => Boolean, {
    description: 'True to switch it off and end its sessions, false to let it be used again.',
  })
  disabled!: boolean;

  @Field(() => String, { description: 'Why; kept in the audit trail.' })
  reason!: string;
}
