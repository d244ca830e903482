import { BigIntType, DecimalType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from './administrative-unit.js';
import { LineageType } from './lineage-type.js';

/** One edge of the graph of mergers and splits: all or part of one unit went into another. */
@ObjectType({
  implements: Node,
  description: 'That all or part of one administrative unit went into another.',
})
@Entity({ schema: 'core', tableName: 'administrative_unit_lineage' })
export class AdministrativeUnitLineage extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit that was merged or divided.' })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'from_id' })
  from!: Rel<AdministrativeUnit>;

  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit that received it.' })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'to_id' })
  to!: Rel<AdministrativeUnit>;

  @Field(() => LineageType, { description: 'How much of the old unit passed over, and in what way.' })
  @Property({ type: 'text' })
  type!: LineageType;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of the new state; null where the sources do not date every step in between.',
  })
  @Property({ type: 'date', nullable: true })
  effectiveOn: string | null = null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Part of the old inhabitants that passed over, from 0 to 1; null where no source states it.',
  })
  @Property({ type: new DecimalType('string'), columnType: 'numeric', nullable: true })
  populationShare: string | null = null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Part of the old area that passed over, from 0 to 1; null where no source states it.',
  })
  @Property({ type: new DecimalType('string'), columnType: 'numeric', nullable: true })
  areaShare: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'The remark of the official conversion table, in Vietnamese.',
  })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => String, { nullable: true, description: 'The decision behind it, as cited.' })
  @Property({ type: 'text', nullable: true })
  legalBasis: string | null = null;

  /** Whether it came from the state lists: loading them again replaces only such rows. */
  @Property({ type: 'boolean', default: false })
  reference: boolean = false;
}
