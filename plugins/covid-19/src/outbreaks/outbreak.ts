import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Disease } from '../reference/disease.js';
import { ResponseLevel } from '../reference/response-level.js';

export enum OutbreakState {
  ACTIVE = 'ACTIVE',
  CLOSED = 'CLOSED',
}

registerEnumType(OutbreakState, {
  name: 'Covid19OutbreakState',
  description: 'Whether an outbreak still goes on.',
  valuesConfig: {
    ACTIVE: { description: 'It goes on; measures may hold.' },
    CLOSED: { description: 'The authorities have declared it over.' },
  },
});

/** Of the place and the measures, never of those who are ill: no patient is in this plugin. */
@ObjectType('Covid19Outbreak', {
  implements: Node,
  description:
    'An outbreak of a disease in a unit, with the measures that hold. It holds nothing about patients.',
})
@Entity({ schema: 'covid_19', tableName: 'outbreak' })
export class Outbreak {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit in which it was declared.' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Disease, fieldName: 'disease_id' })
  @Field(() => Disease, { nullable: true, description: 'The disease, with its class when it broke out.' })
  disease!: Rel<Disease>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called in reports.' })
  name!: string;

  @Property({ type: 'text' })
  @Field(() => OutbreakState, { description: 'Whether it still goes on.' })
  state: OutbreakState = OutbreakState.ACTIVE;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day from which on it counts.' })
  fromDay!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The last day of it; null while it goes on.' })
  toDay: string | null = null;

  @ManyToOne({ entity: () => ResponseLevel, fieldName: 'level_id', nullable: true })
  @Field(() => ResponseLevel, { nullable: true, description: 'The level set last; null before the first.' })
  level: Rel<ResponseLevel> | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}
