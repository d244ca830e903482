import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('SocialInsuranceAddCollectionAgentInput', {
  description: 'A body with which the agency has made a contract.',
})
export class AddCollectionAgentInput {
  @Field(() => ID, { description: 'Global id of the commune, ward or town it serves.' })
  unit!: string;

  @Field(() => String, { description: 'What the body is called; 3 to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where people find it; at most 200 characters.' })
  address?: string | null;

  @Field(() => DateScalar, { description: 'The first day of its contract; not after the business date.' })
  validFrom!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('SocialInsuranceEndCollectionAgentInput', { description: 'When a contract ends, and why.' })
export class EndCollectionAgentInput {
  @Field(() => ID, { description: 'Global id of the collection agent.' })
  agent!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => DateScalar, {
    description:
      'The first day without a contract, past or to come, after the first day with one. A wrong end is corrected by giving another.',
  })
  validTo!: string;

  @Field(() => String, {
    description: 'Why it ends, or why the end was wrong; 3 to 500 characters, kept in the audit trail.',
  })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}
