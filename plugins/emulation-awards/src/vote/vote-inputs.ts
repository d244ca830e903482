import { Field, ID, InputType } from 'type-graphql';

@InputType('EmulationAwardsVoteInput', {
  description:
    'The one vote of a unit. It has no key for repeated requests: a second vote is refused anyway, and nothing of a secret vote is kept.',
})
export class VoteInput {
  @Field(() => ID, { description: 'Global id of the entry of the unit that votes.' })
  voter!: string;

  @Field(() => ID, {
    description: 'Global id of the entry of the unit voted for: another of the same cluster.',
  })
  candidate!: string;
}
