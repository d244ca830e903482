import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { Organization } from './organization.js';

/** What units are grouped for. */
export enum UnitGroupPurpose {
  EMULATION = 'EMULATION',
  COORDINATION = 'COORDINATION',
  FORMER_UNIT = 'FORMER_UNIT',
  STATISTICS = 'STATISTICS',
}

registerEnumType(UnitGroupPurpose, {
  name: 'UnitGroupPurpose',
  description: 'What units are grouped for, beside the hierarchy of administration.',
  valuesConfig: {
    EMULATION: {
      description:
        'An emulation cluster (cụm thi đua): its members compete and score each other over a year.',
    },
    COORDINATION: { description: 'Units that one officer looks after, or that work together on a program.' },
    FORMER_UNIT: {
      description: 'What a unit that was abolished consisted of, so that it can still be asked about.',
    },
    STATISTICS: { description: 'Units that are added up together, and nothing more.' },
  },
});

/** Units taken together outside of the hierarchy: the four clusters of the district, a former district. */
@ObjectType({
  implements: Node,
  description:
    'Units taken together outside of the hierarchy of administration, such as the four emulation clusters of a district. A role can be given over a group: it follows the members.',
})
@Entity({ schema: 'core', tableName: 'unit_group' })
export class UnitGroup extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, { description: 'Lasting name for machines: "trang-bom-cluster-1-2021".' })
  @Property({ type: 'text', unique: true })
  key!: string;

  @Property({ type: 'text' })
  nameVi!: string;

  @Property({ type: 'text', nullable: true })
  nameEn: string | null = null;

  @Field(() => UnitGroupPurpose, { description: 'What the units are grouped for.' })
  @Property({ type: 'text' })
  purpose!: UnitGroupPurpose;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar year it was set up for; null where it is not for one year.',
  })
  @Property({ type: 'integer', nullable: true })
  year: number | null = null;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit whose Front committee formed the group and answers for it.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that leads it, where one was named.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'lead_id', nullable: true })
  lead: Rel<Organization> | null = null;

  @Field(() => DateScalar, { description: 'The first day of the group.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day after its end; null while it lasts.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Field(() => Boolean, { description: 'Whether the group was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;

  @Field(() => Int, {
    description: 'Number of the state that was read; to be sent back as expectedVersion with a change.',
  })
  @Property({ type: 'integer', version: true })
  version!: number;
}
