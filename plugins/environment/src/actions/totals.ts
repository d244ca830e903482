import { Organization } from '@phoihop/core';
import { DecimalScalar } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';

/** What one organization did in a unit over some days. */
@ObjectType('EnvironmentOrganizationTotal', {
  description:
    'What one organization did for the environment in a unit over some days; withdrawn actions do not count.',
})
export class OrganizationTotal {
  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that led the actions; null for the Front of the places.',
  })
  organization!: number | null;

  @Field(() => Int, { description: 'How many actions there were.' })
  actions!: number;

  @Field(() => Int, { description: 'How many of them another person has confirmed.' })
  confirmed!: number;

  @Field(() => Int, { description: 'People at all of them; whoever came twice is counted twice.' })
  participants!: number;

  @Field(() => DecimalScalar, { description: 'Waste collected, in kilograms.' })
  wasteKg!: string;

  @Field(() => Int, { description: 'Road cleaned, in meters.' })
  roadMeters!: number;

  @Field(() => Int, { description: 'Canal or drain cleared, in meters.' })
  canalMeters!: number;

  @Field(() => Int, { description: 'Trees planted.' })
  trees!: number;
}
