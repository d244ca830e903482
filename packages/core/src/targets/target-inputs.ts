import { DateScalar, DecimalScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PeriodReference } from '../periods/period-reference.js';
import { BaselineKind, TargetOperator, TargetPath } from './target-enums.js';

@InputType({ description: 'What the change that a target asks for is measured from.' })
export class TargetBaselineInput {
  @Field(() => BaselineKind, {
    description: 'Where the figure comes from; UNKNOWN where nobody has given it.',
  })
  kind!: BaselineKind;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure, for VALUE only; a share as a fraction.',
  })
  value?: string | null;

  @Field(() => String, { nullable: true, description: 'What is known about it, in Vietnamese.' })
  note?: string | null;
}

@InputType({
  description: 'A target to be set for a unit, a group of units or an organization: exactly one of them.',
})
export class CreateTargetInput {
  @Field(() => ID, { description: 'The indicator whose figure is to be reached.' })
  indicator!: string;

  @Field(() => ID, { nullable: true, description: 'The unit that is to reach it.' })
  unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'The group of units that is to reach it together.' })
  unitGroup?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organization that is to reach it.' })
  organization?: string | null;

  @Field(() => PeriodReference, { description: 'The days over which the figure is measured.' })
  period!: PeriodReference;

  @Field(() => TargetOperator as object, {
    description: 'What is asked for; REACH_STATUS and HOLD_EVENTS fit one kind of indicator each.',
  })
  operator!: TargetOperator;

  @Field(() => DecimalScalar, {
    description:
      'The level, the lower end of a range, or the change. Shares and relative changes as fractions: "0.91" for 91 %.',
  })
  value!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The upper end of a range, included; for RANGE only.',
  })
  valueMax?: string | null;

  @Field(() => TargetBaselineInput, {
    nullable: true,
    description: 'What a change is measured from; needed for changes.',
  })
  baseline?: TargetBaselineInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it may be reached; the end of the period when not given.',
  })
  deadline?: string | null;

  @Field(() => TargetPath as object, {
    nullable: true,
    description: 'What “on track” is measured by; NONE when not given.',
  })
  path?: TargetPath | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How far off the path still counts as on track, as a fraction; 0 when not given.',
  })
  tolerance?: string | null;

  @Field(() => String, { nullable: true, description: 'The words of the document that sets it, exactly.' })
  quote?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the words are read: what counts, from when. In Vietnamese.',
  })
  reading?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document that sets it.' })
  basisDocument?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The target of a unit that is gone, which is taken over here by decision.',
  })
  derivedFrom?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much it shall count beside others in an emulation score; more than 0. It is kept; no score is computed from it yet.',
  })
  weight?: string | null;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A change of a target before its deadline. What is not given stays.' })
export class ChangeTargetInput {
  @Field(() => ID, { description: 'Which target is changed.' })
  target!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The new level, lower end or change.' })
  value?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The new upper end, of a range only.' })
  valueMax?: string | null;

  @Field(() => TargetBaselineInput, { nullable: true, description: 'What a change is measured from now.' })
  baseline?: TargetBaselineInput | null;

  @Field(() => DateScalar, { nullable: true, description: 'The new last day on which it may be reached.' })
  deadline?: string | null;

  @Field(() => TargetPath as object, {
    nullable: true,
    description: 'What “on track” is measured by from now on.',
  })
  path?: TargetPath | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How far off the path still counts as on track from now on, as a fraction.',
  })
  tolerance?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How much it counts beside others in an emulation score from now on.',
  })
  weight?: string | null;

  @Field(() => String, { description: 'Why it is changed; kept with the old values in the audit trail.' })
  reason!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({
  description: 'One part of a target, handed down to a lower unit or to an organization: one of the two.',
})
export class TargetPartInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The unit that gets the part; it lies below the unit of the target.',
  })
  unit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organization that gets the part; it sits in the unit of the target or below.',
  })
  organization?: string | null;

  @Field(() => DecimalScalar, { description: 'The part, in the unit of measure of the indicator.' })
  value!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The upper end of the part, where the target is a range; without it the part is a minimum.',
  })
  valueMax?: string | null;
}

@InputType({
  description:
    'Parts of a target to be handed down. A part that is there already gets the new value; others stay.',
})
export class AllocateTargetInput {
  @Field(() => ID, { description: 'Which target is handed down.' })
  target!: string;

  @Field(() => [TargetPartInput], {
    description:
      'The parts, 1 to 200, each receiver once. Together they may exceed the target; then it is shown.',
  })
  parts!: TargetPartInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Why parts that are there already change; needed where one does, and kept with what it was.',
  })
  reason?: string | null;

  @Field(() => Int, { description: 'The version of the target you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}
