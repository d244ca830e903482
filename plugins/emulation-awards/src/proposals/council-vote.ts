import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, User } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Proposal } from './proposal.js';

@ObjectType('EmulationAwardsCouncilVote', {
  implements: Node,
  description: 'How a member of the emulation council voted on a proposal; one vote each, never on oneself.',
})
@Entity({ schema: 'emulation_awards', tableName: 'council_vote' })
export class CouncilVote {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Proposal, fieldName: 'proposal_id' })
  @Field(() => Proposal, { nullable: true, description: 'The proposal that was voted on.' })
  proposal!: Rel<Proposal>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => User, fieldName: 'voter_id' })
  @Field(() => User, {
    nullable: true,
    description: 'The member who voted; null where accounts may not be seen.',
  })
  voter!: Rel<User>;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the vote is in favor.' })
  inFavor!: boolean;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the member said to it; null where nothing.' })
  note: string | null = null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Day of the vote.' })
  votedOn!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}
