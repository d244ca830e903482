import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, Organization } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { CommitmentState } from './commitment-state.js';

/** What a religious organization has pledged for the environment. */
@ObjectType('EnvironmentCommitment', {
  implements: Node,
  description:
    'What a religious organization has pledged for the environment of a place, looked at each year.',
})
@Entity({ schema: 'environment', tableName: 'commitment' })
export class ReligiousCommitment {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Commune, ward, town or residential area for which it was pledged.',
  })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id' })
  @Field(() => Organization, { nullable: true, description: 'The religious organization that pledged it.' })
  organization!: Rel<Organization>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was pledged, word for word.' })
  pledge!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it was pledged.' })
  since!: string;

  @Property({ type: 'text' })
  @Field(() => CommitmentState, { description: 'Whether it stands at present.' })
  state: CommitmentState = CommitmentState.ACTIVE;

  @Property({ type: new BigIntType('number') })
  recordedBy!: number;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer stands; null while it does.',
  })
  endedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it ended; null while it stands.' })
  endReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}
