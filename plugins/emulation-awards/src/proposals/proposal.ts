import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, Document, Organization } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { RewardForm } from '../honors/reward-form.js';
import { SubjectKind } from '../honors/subject-kind.js';
import { Title } from '../honors/title.js';
import { ProposalState } from './proposal-state.js';

/** Every look at proposals is audited: they name people and what they did. */
@ObjectType('EmulationAwardsProposal', {
  implements: Node,
  description:
    'That a unit, an organization or a person is proposed for one title or one reward, and what became of it (W-11).',
})
@Entity({ schema: 'emulation_awards', tableName: 'proposal' })
export class Proposal {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit that is proposed, or to which the organization or person belongs.',
  })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'district_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The district whose council votes on it.' })
  district!: Rel<AdministrativeUnit>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Calendar year in which it was achieved.' })
  year!: number;

  @Property({ type: 'text' })
  @Field(() => SubjectKind, { description: 'Whether a unit, an organization or a person is proposed.' })
  subject!: SubjectKind;

  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id', nullable: true })
  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that is proposed; null where it is a unit or a person.',
  })
  organization: Rel<Organization> | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  personId: number | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Name of the person who is proposed; personal data. Null where it is a unit or an organization.',
  })
  personName: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, {
    nullable: true,
    description:
      'What was achieved, as whoever proposed wrote it; it may tell of persons, so it is personal data.',
  })
  achievement!: string;

  @ManyToOne({ entity: () => Title, fieldName: 'title_id', nullable: true })
  @Field(() => Title, { nullable: true, description: 'The title; null where a reward is proposed.' })
  title: Rel<Title> | null = null;

  @ManyToOne({ entity: () => RewardForm, fieldName: 'reward_form_id', nullable: true })
  @Field(() => RewardForm, {
    nullable: true,
    description: 'The form of reward; null where a title is proposed.',
  })
  rewardForm: Rel<RewardForm> | null = null;

  @Property({ type: 'text' })
  @Field(() => ProposalState, { description: 'How far it has come.' })
  state!: ProposalState;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Day of the proposal.' })
  nominatedOn!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Number of the decision; null until it is decided.' })
  decisionNumber: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision; null until it is decided.' })
  decidedOn: string | null = null;

  @ManyToOne({ entity: () => Document, fieldName: 'document_id', nullable: true })
  @Field(() => Document, {
    nullable: true,
    description: 'The decision among the documents of core; null where it was not entered there.',
  })
  document: Rel<Document> | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was handed over; null until then.',
  })
  awardedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was taken back; null where it was not.',
  })
  revokedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision that took it back; null where it was not taken back.',
  })
  revocationNumber: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}
