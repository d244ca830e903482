import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Level } from '../criteria/level.js';
import { Recognition } from '../recognitions/recognition.js';

@ObjectType('NewRuralAreasCommuneStatus', { description: 'The highest level that a commune holds on a day.' })
export class CommuneStatus {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The commune, named as on the day.' })
  unit!: number;

  @Field(() => Level, {
    nullable: true,
    description: 'The highest level it holds; null where it holds none.',
  })
  level!: Level | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day since which it holds that level.' })
  since!: string | null;

  @Field(() => Recognition, { nullable: true, description: 'The decision that it holds the level by.' })
  recognition!: number | null;

  /** The day that the unit is named as of. */
  asOf!: string;
}

@ObjectType('NewRuralAreasStatusCount', { description: 'How many communes hold a level on a day.' })
export class StatusCount {
  @Field(() => Level, { nullable: true, description: 'Their highest level; null for those that hold none.' })
  level!: Level | null;

  @Field(() => Int, { description: 'How many communes there are of which it is the highest.' })
  communes!: number;

  @Field(() => Int, { description: 'How many hold it, those with a level above included.' })
  atLeast!: number;
}

@ObjectType('NewRuralAreasStatusAnswer', {
  description:
    'The communes of a unit by the highest level they hold on a day. Towns and wards are not asked.',
})
export class StatusAnswer {
  @Field(() => DateScalar, { description: 'The day it is about: the one asked for, or the business date.' })
  asOf!: string;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit asked for, named as on the day.',
  })
  unit!: number;

  @Field(() => [StatusCount], {
    description: 'From the highest level to none; the communes of all come to all communes.',
  })
  counts!: StatusCount[];

  @Field(() => [CommuneStatus], { description: 'Each commune, in the order of codes.' })
  communes!: CommuneStatus[];
}
