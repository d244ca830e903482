import { DateScalar, DecimalScalar, type RequestContext } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { FigureCoverage } from '../values/aggregate-types.js';
import type { Aggregate } from '../values/aggregate-request.js';
import { ValueState } from '../values/data-value-enums.js';
import type { ComputedProgress } from './progress-of-target.js';
import { explain } from './progress-reasons.js';
import { BaselineKind, ProgressMethod, ProgressState } from './target-enums.js';

@ObjectType('TargetReason', {
  description: 'Why something is as it is: a code for programs and a sentence for people.',
})
export class TargetReason {
  @Field(() => String, { description: 'Stable code, as in "NO_PATH".' })
  code!: string;

  @Field(() => String, { description: 'The same as a sentence, in the language of the caller.' })
  message!: string;
}

@ObjectType('TargetBaseline', { description: 'What the change that a target asks for is measured from.' })
export class TargetBaseline {
  @Field(() => BaselineKind, { description: 'Where the figure comes from, or that nobody has given it.' })
  kind!: BaselineKind;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure given with the target; null unless one was.',
  })
  value!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is known about it, in the language of the caller.',
  })
  note!: string | null;
}

@ObjectType('TargetProgress', {
  description:
    'How a target stands on a day, computed from all figures that count, whoever of them the caller may see. Shares are fractions, percentages are not.',
})
export class TargetProgressAnswer {
  @Field(() => DateScalar, { description: 'The day that it was computed for.' })
  asOf!: string;

  @Field(() => ProgressState as object, {
    description: 'The verdict, or how things look before there can be one.',
  })
  state!: ProgressState;

  @Field(() => TargetReason, {
    nullable: true,
    description: 'Why the state is what it is; null where the figures say it themselves.',
  })
  reason!: TargetReason | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How much is done, in percent with at most two places; for reading, it decides nothing.',
  })
  percent!: string | null;

  @Field(() => TargetReason, {
    nullable: true,
    description: 'Why there is no percentage although there is a figure.',
  })
  percentReason!: TargetReason | null;

  @Field(() => ProgressMethod as object, { description: 'The formula of the percentage.' })
  method!: ProgressMethod;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure on that day, in the unit of measure of the indicator; null without one.',
  })
  actual!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of a share, what is counted above the line; null for other kinds.',
  })
  numerator!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of a share, what it is counted among; null for other kinds.',
  })
  denominator!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Where the declared path says the figure should be on that day; null without a path.',
  })
  expected!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The level at which the target is met; null while the baseline is not known.',
  })
  levelToReach!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure that the change starts from; null where none is known or needed.',
  })
  baseline!: string | null;

  @Field(() => ValueState as object, {
    nullable: true,
    description: 'Whether all figures behind it are accepted; null without figures.',
  })
  dataState!: ValueState | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the source that the figures come from; sources are never mixed.',
  })
  source!: string | null;

  @Field(() => FigureCoverage, {
    nullable: true,
    description: 'How complete the figures are; null where nothing can be measured.',
  })
  coverage!: FigureCoverage | null;
}

/** What the rules computed, as clients see it. */
export function progressAnswer(context: RequestContext, progress: ComputedProgress): TargetProgressAnswer {
  const { actual, period, indicator } = progress;
  const facts = { period: period.key, calendar: indicator.calendar };
  return {
    asOf: progress.asOf,
    state: progress.state,
    reason: explain(context, progress.reason, facts),
    percent: progress.percent,
    percentReason: explain(context, progress.percentReason, facts),
    method: progress.method,
    actual: actual?.value ?? null,
    numerator: actual?.numerator ?? null,
    denominator: actual?.denominator ?? null,
    expected: progress.expected,
    levelToReach: progress.levelToReach,
    baseline: progress.baseline,
    dataState: actual?.state ?? null,
    source: actual?.source ?? null,
    coverage: actual && coverageAnswer(actual),
  };
}

/** How complete a figure is. Units are named as they were when they should have reported. */
export function coverageAnswer({ coverage, to }: Aggregate): FigureCoverage {
  const answer = {
    asOf: to,
    have: coverage.have,
    needed: coverage.needed,
    ratio: coverage.ratio,
    missing: [...new Set(coverage.missing.map(({ unit }) => unit))],
    missingFigures: coverage.missing.map((figure) => ({ ...figure, asOf: to })),
  };
  return answer;
}
