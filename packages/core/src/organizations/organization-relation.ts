import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Organization } from './organization.js';

/**
 * How one organization stands to another. It is dated because it changes: from 2025-07-01 the five socio-political
 * organizations are subordinate to the Front whose members they were (Luật 97/2025/QH15).
 */
export enum OrganizationRelationType {
  SUPERIOR = 'SUPERIOR',
  MEMBER = 'MEMBER',
  SUBORDINATE = 'SUBORDINATE',
  COORDINATES = 'COORDINATES',
  STANDING_COMMITTEE_OF = 'STANDING_COMMITTEE_OF',
}

registerEnumType(OrganizationRelationType, {
  name: 'OrganizationRelationType',
  description: 'How one organization (from) stands to another (to).',
  valuesConfig: {
    SUPERIOR: { description: 'The first is the level above the second and guides it.' },
    MEMBER: { description: 'The first is a member of the second, on an equal footing with other members.' },
    SUBORDINATE: { description: 'The first is under the second by its statute.' },
    COORDINATES: { description: 'The two work together by agreement; neither is above.' },
    STANDING_COMMITTEE_OF: { description: 'The first acts for the second between its sessions.' },
  },
});

/** That two organizations stood so to each other over a range of days. */
@ObjectType({ implements: Node, description: 'How one organization stands to another over a range of days.' })
@Entity({ schema: 'core', tableName: 'organization_relation' })
export class OrganizationRelation extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that stands so: the member, the subordinate.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'from_id' })
  from!: Rel<Organization>;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization it stands so to: the one joined, the one above.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'to_id' })
  to!: Rel<Organization>;

  @Field(() => OrganizationRelationType, { description: 'How the first stands to the second.' })
  @Property({ type: 'text' })
  type!: OrganizationRelationType;

  @Field(() => DateScalar, { description: 'The first day of it.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day after it; null while it lasts.' })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Field(() => String, { nullable: true, description: 'The law, statute or agreement behind it, as cited.' })
  @Property({ type: 'text', nullable: true })
  legalBasis: string | null = null;
}
