import { DecimalScalar, type ProblemDetails } from '@phoihop/platform';
import { Field, InputType } from 'type-graphql';
import type { PeriodFact } from '../periods/period-reference.js';
import type { IndicatorFact } from '../indicators/indicator-facts.js';
import type { GivenFigure } from './value-rules.js';

/** The figure itself, as clients give it: which of the fields depends on the indicator's kind. */
@InputType({ description: 'What figures of every kind are given as; no field takes it by itself.' })
export abstract class FigureInput {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The amount, in the unit of measure; for shares give the two counts instead.',
  })
  value?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of a share: what is counted above the line, together with `denominator`.',
  })
  numerator?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of a share: what it is counted among, together with `numerator`.',
  })
  denominator?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a count of statuses: the code the unit reached, or "none".',
  })
  status?: string | null;
}

/** A figure on its way in, with what is known of where it belongs. */
export interface FigureToCheck {
  /** Key of the indicator, as given. */
  readonly indicator: string;
  readonly unit: number;
  readonly period: PeriodFact;
  readonly source: string | null;
  readonly disaggregation: string | null;
  readonly figure: GivenFigure;
  /** Where it stands in the input, for errors: `input`, `input.items[3]`. */
  readonly at: string;
}

/** A figure that may be written. */
export interface CheckedFigure extends FigureToCheck {
  readonly fact: IndicatorFact;
  readonly source: string;
  readonly disaggregation: string;
  /** The figure that counts now in its place. */
  readonly current: CurrentFigure | null;
}

/** The figure that counts now for the same indicator, unit, period, source and part. */
export interface CurrentFigure {
  readonly id: number;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly status: string | null;
  readonly state: 'PROVISIONAL' | 'ACCEPTED';
  readonly report: number | null;
  readonly organization: number | null;
  readonly note: string | null;
}

/** A reason to refuse a figure. */
export interface FigureRefusal {
  readonly code: string;
  readonly details: ProblemDetails;
}
