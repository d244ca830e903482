import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { OrganizationKind } from './organization-kind.js';
import { Organization } from './organization.js';

/** What an organization was called, was and where it sat over a range of days. Believed versions never overlap. */
@ObjectType({
  implements: Node,
  description: 'Name, kind and unit of an organization over a range of days.',
})
@Entity({ schema: 'core', tableName: 'organization_version' })
export class OrganizationVersion extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Organization, { nullable: true, description: 'Whom these facts are about.' })
  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id' })
  organization!: Rel<Organization>;

  @Field(() => String, { description: 'Full name as documents write it, in Vietnamese.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The usual abbreviation: "Hội Nông dân huyện"; null where there is none.',
  })
  @Property({ type: 'text', nullable: true })
  shortName: string | null = null;

  @Field(() => OrganizationKind, { description: 'What the organization was over these days.' })
  @Property({ type: 'text' })
  kind!: OrganizationKind;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit whose level it belongs to: the seat of a district body is the district.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Field(() => DateScalar, { description: 'The first day on which this held.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which this no longer held; null while it does.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Field(() => String, { nullable: true, description: 'The decision or congress behind it, as cited.' })
  @Property({ type: 'text', nullable: true })
  legalBasis: string | null = null;

  /** Both names as they are searched; the database computes it. */
  @Property({ type: 'text', generated: `core.search_key(name || ' ' || coalesce(short_name, '')) stored` })
  searchKey!: string;

  @Field(() => Date, { description: 'When the platform learned it.' })
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  recordedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When the platform learned better; null while it is believed.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null = null;
}
