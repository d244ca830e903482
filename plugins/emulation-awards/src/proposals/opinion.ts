import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, Organization } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Proposal } from './proposal.js';

@ObjectType('EmulationAwardsOpinion', {
  implements: Node,
  description: 'What an organization or an officer thinks of a proposal, before the council votes.',
})
@Entity({ schema: 'emulation_awards', tableName: 'opinion' })
export class Opinion {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Proposal, fieldName: 'proposal_id' })
  @Field(() => Proposal, { nullable: true, description: 'The proposal it is about.' })
  proposal!: Rel<Proposal>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id', nullable: true })
  @Field(() => Organization, {
    nullable: true,
    description: 'For whom it was given; null where whoever gave it acts for several organizations or none.',
  })
  organization: Rel<Organization> | null = null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether it is in favor of the proposal.' })
  inFavor!: boolean;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The opinion in words; it may tell of persons.' })
  content!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Day on which it was given.' })
  givenOn!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}
