import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Level } from './level.js';

/** The criteria of a level as a decree or a province has set them for a time. Loaded from `data/`. */
@ObjectType('NewRuralAreasCriteriaSet', {
  implements: Node,
  description:
    'The criteria of one level as a decision sets them for a time, for the nation or for one province. Which set applies depends on level, province and day.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'criteria_set' })
export class CriteriaSet {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Stable name in capitals: NATIONAL-NEW-RURAL-2016.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => Level, { description: 'The level that a commune reaches by these criteria.' })
  level!: Level;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id', nullable: true })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The province that issued the set; null for a set of the whole nation.',
  })
  province: Rel<AdministrativeUnit> | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => Level, {
    nullable: true,
    description: 'The level that a commune must hold before; null where none is asked for.',
  })
  prerequisite: Level | null = null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day on which dossiers are judged by the set.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which they no longer are; null while they are.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The decision that issued the set, as cited.' })
  legalBasis!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, {
    description: 'Whether wording, thresholds or validity must be checked against the decision before use.',
  })
  toBeChecked!: boolean;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What is not certain about the set, in Vietnamese; null where nothing is.',
  })
  note: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the set was invented for the demonstration.' })
  demo: boolean = false;
}
