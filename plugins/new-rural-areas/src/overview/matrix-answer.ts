import { AdministrativeUnit } from '@phoihop/core';
import { DecimalScalar } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Assessment } from '../assessments/assessment.js';
import { Outcome } from '../assessments/outcome.js';
import { CriteriaSet } from '../criteria/criteria-set.js';
import { Criterion } from '../criteria/criterion.js';
import { Level } from '../criteria/level.js';

@ObjectType('NewRuralAreasMatrixCell', { description: 'What one commune says about one criterion.' })
export class MatrixCell {
  @Field(() => Criterion, { nullable: true, description: 'The criterion of the column.' })
  criterion!: number;

  @Field(() => Outcome, {
    nullable: true,
    description: 'Whether it is met; null where nothing was handed in.',
  })
  outcome!: Outcome | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'What was measured; null where nothing was.' })
  value!: string | null;
}

@ObjectType('NewRuralAreasMatrixRow', { description: 'What one commune says about all criteria.' })
export class MatrixRow {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The commune of the row.' })
  unit!: number;

  @Field(() => Assessment, {
    nullable: true,
    description: 'Its signed self-assessment of the year; null where there is none, drafts included.',
  })
  assessment!: number | null;

  @Field(() => Int, { description: 'How many criteria it meets.' })
  met!: number;

  @Field(() => Int, { description: 'How many are not asked of it.' })
  notApplicable!: number;

  @Field(() => Int, { description: 'How many it does not meet, or has said nothing about.' })
  missing!: number;

  @Field(() => [MatrixCell], { description: 'Its cells, in the order of the columns.' })
  cells!: MatrixCell[];

  /** The day that the unit is named as of. */
  asOf!: string;
}

@ObjectType('NewRuralAreasCriteriaMatrix', {
  description:
    'Communes against criteria: what the communes of a unit say of themselves in a year, by the set in force at its end or now.',
})
export class CriteriaMatrix {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit asked for.' })
  unit!: number;

  @Field(() => Level, { description: 'The level asked for.' })
  level!: Level;

  @Field(() => Int, { description: 'The year asked for.' })
  year!: number;

  @Field(() => CriteriaSet, { nullable: true, description: 'The criteria of the columns.' })
  set!: number;

  @Field(() => [Criterion], { description: 'The columns, in the order of their numbers.' })
  columns!: number[];

  @Field(() => [MatrixRow], { description: 'The rows: every commune of the unit, in the order of codes.' })
  rows!: MatrixRow[];

  @Field(() => Int, { description: 'How many communes have handed in a self-assessment.' })
  assessed!: number;

  /** The day that units are named as of. */
  asOf!: string;
}
