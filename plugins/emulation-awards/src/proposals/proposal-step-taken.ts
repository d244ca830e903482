import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, User } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { ProposalAction } from './proposal-state.js';
import { Proposal } from './proposal.js';

@ObjectType('EmulationAwardsProposalStep', {
  implements: Node,
  description: 'A step that a proposal has taken: what was done, when, and why.',
})
@Entity({ schema: 'emulation_awards', tableName: 'proposal_step' })
export class ProposalStepTaken {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Proposal, fieldName: 'proposal_id' })
  @Field(() => Proposal, { nullable: true, description: 'The proposal that took it.' })
  proposal!: Rel<Proposal>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => ProposalAction, { description: 'What happened to it.' })
  action!: ProposalAction;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why it was returned, refused or revoked; null for other steps.',
  })
  reason: string | null = null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Business date of the step.' })
  takenOn!: string;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was recorded.' })
  takenAt!: Date;

  @ManyToOne({ entity: () => User, fieldName: 'taken_by', nullable: true })
  @Field(() => User, { nullable: true, description: 'Who took it; null where accounts may not be seen.' })
  takenBy: Rel<User> | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}
