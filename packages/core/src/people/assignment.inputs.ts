import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AssignmentReach } from './assignment-reach.js';

@InputType({ description: 'Who is given which role, over what and for how long.' })
export class CreateAssignmentInput {
  @Field(() => ID, { description: 'The account that is given the role; not one’s own.' })
  user!: string;

  @Field(() => String, {
    description: 'Code of the role, as "commune-clerk"; the caller may give it over all that is named here.',
  })
  role!: string;

  @Field(() => ID, { nullable: true, description: 'The organization it is held for.' })
  organization?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit it is held over; either this or a group.' })
  unit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The group of units it is held over; either this or a unit.',
  })
  group?: string | null;

  @Field(() => AssignmentReach, {
    nullable: true,
    description: 'Whether what is below is meant too; SUBTREE when not given.',
  })
  reach?: AssignmentReach | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the programs it is limited to, as "PRG-27"; not given for all.',
  })
  programs?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True to limit it to the programs in which the organization takes part, as they change.',
  })
  organizationPrograms?: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is held; the business date when not given.',
  })
  validFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is no longer held; not given for no end.',
  })
  validTo?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The person the holder stands in for, during leave for instance.',
  })
  actingFor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repetition of the request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'The assignment that ends, from which day, and why.' })
export class EndAssignmentInput {
  @Field(() => ID, { description: 'What ends; the caller may give such a role there.' })
  assignment!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT where it has changed since.' })
  expectedVersion!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which the role is no longer held; not given to take it away at once.',
  })
  on?: string | null;

  @Field(() => String, { description: 'Why; kept in the audit trail.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repetition of the request has no second effect.',
  })
  idempotencyKey?: string | null;
}
