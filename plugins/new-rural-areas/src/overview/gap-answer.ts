import { AdministrativeUnit } from '@phoihop/core';
import { DecimalScalar } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Criterion } from '../criteria/criterion.js';
import { Level } from '../criteria/level.js';
import { Dossier } from '../dossiers/dossier.js';
import { Recognition } from '../recognitions/recognition.js';

@ObjectType('NewRuralAreasCandidate', {
  description: 'A commune that could still be recognized, and how far it is from it.',
})
export class Candidate {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The commune.' })
  unit!: number;

  @Field(() => Boolean, { description: 'Whether it holds the level that is asked for before.' })
  eligible!: boolean;

  @Field(() => Boolean, { description: 'Whether it has handed in a self-assessment for the year.' })
  assessed!: boolean;

  @Field(() => Int, {
    description:
      'How many criteria it does not meet yet, or has said nothing about; all where it is not assessed.',
  })
  missing!: number;

  @Field(() => [Criterion], { description: 'Those criteria, in the order of their numbers.' })
  missingCriteria!: number[];

  @Field(() => Boolean, { description: 'Whether a satisfaction poll for the level has passed this year.' })
  pollPassed!: boolean;

  @Field(() => Dossier, { nullable: true, description: 'Its dossier under way; null where there is none.' })
  dossier!: number | null;

  /** The day that the unit is named as of. */
  asOf!: string;
}

@ObjectType('NewRuralAreasGapAnswer', {
  description:
    'How many communes were newly recognized in a year, how many the target of the unit still asks for, and which communes are nearest.',
})
export class GapAnswer {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit asked for.' })
  unit!: number;

  @Field(() => Level, { description: 'The level asked for.' })
  level!: Level;

  @Field(() => Int, { description: 'The year asked for.' })
  year!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Short name of the target, as in "T-03"; null where it has none or there is no target.',
  })
  target!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How many the target asks for; null where the unit has none for the year that the caller may see.',
  })
  wanted!: string | null;

  @Field(() => Int, { description: 'How many were newly recognized in the year and still hold the title.' })
  reached!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How many are still needed, "0" where it is reached; null where there is no target.',
  })
  needed!: string | null;

  @Field(() => [Recognition], { description: 'The decisions of the year, in their order.' })
  recognitions!: number[];

  @Field(() => [Candidate], {
    description:
      'The communes that do not hold the level, the nearest first: eligible ones, then by criteria missing, then by code.',
  })
  candidates!: Candidate[];

  /** The day that units are named as of. */
  asOf!: string;
}
