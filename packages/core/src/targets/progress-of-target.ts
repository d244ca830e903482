import type { IndicatorFact } from '../indicators/indicator-facts.js';
import type { PeriodFact } from '../periods/period-reference.js';
import { INDICATOR_KINDS } from '../values/value-rules-kinds.js';
import type { Aggregate } from '../values/aggregate-request.js';
import { figureText, fractionOf, type Figure } from '../values/value-rules-fraction.js';
import { computeProgress } from './progress.js';
import type { Baseline, TargetProgress } from './progress-types.js';
import type { TargetFigures } from './progress-figures.js';
import { OF_BASELINE } from './progress-reasons.js';
import { BaselineKind } from './target-enums.js';
import { definitionOf, type TargetFacts } from './target-facts.js';

/** How a target stands on a day, with what that was computed from. */
export interface ComputedProgress extends TargetProgress {
  readonly asOf: string;
  readonly actual: Aggregate | null;
  /** The figure that the change starts from, where it is known. */
  readonly baseline: string | null;
  readonly indicator: IndicatorFact;
  readonly period: PeriodFact;
}

/** Joins a target with its figures and lets the pure rules decide. */
export function progressOfTarget(target: TargetFacts, figures: TargetFigures, day: string): ComputedProgress {
  const { actual, indicator, period } = figures;
  const baseline = baselineOf(target, figures);
  const progress = computeProgress({
    ...definitionOf(target, period),
    actual: actual?.figure ?? null,
    actualReason: whyNoFigure(target, actual),
    baseline,
    businessDate: day,
    samePeriodLastYear:
      figures.pointLastYear && complete(figures.pointLastYear) ? figures.pointLastYear.figure : null,
    cumulative: INDICATOR_KINDS[indicator.kind].overTime === 'ADD' || indicator.kind === 'STATUS_COUNT',
    // A verdict on figures that are not all there, or not all accepted, might have to be taken back.
    final: actual !== null && actual.state === 'ACCEPTED' && complete(actual),
  });
  const known = baseline.kind === 'KNOWN' ? textOf(baseline.value) : null;
  return { ...progress, asOf: day, actual, baseline: known, indicator, period };
}

/** What the change starts from. An incomplete figure of last year is none: it would make the change look too small or too large. */
function baselineOf(target: TargetFacts, { yearBefore }: TargetFigures): Baseline {
  switch (target.baselineKind) {
    case BaselineKind.NONE:
      return { kind: 'NONE' };
    case BaselineKind.VALUE:
      return { kind: 'KNOWN', value: target.baselineValue! };
    case BaselineKind.UNKNOWN:
      return { kind: 'UNKNOWN', reason: 'BASELINE_NOT_STATED' };
    case BaselineKind.SAME_PERIOD_LAST_YEAR:
      if (yearBefore?.figure && complete(yearBefore)) return { kind: 'KNOWN', value: yearBefore.figure };
      return { kind: 'UNKNOWN', reason: `${OF_BASELINE}${reasonOf(yearBefore)}` };
  }
}

const complete = ({ coverage }: Aggregate): boolean => coverage.have === coverage.needed;

function reasonOf(aggregate: Aggregate | null): string {
  if (!aggregate) return 'NOT_MEASURED';
  if (aggregate.suppressed) return 'WITHHELD';
  return aggregate.reason ?? 'INCOMPLETE';
}

function whyNoFigure(target: TargetFacts, actual: Aggregate | null): string | undefined {
  if (!actual) return target.organization === null ? 'GROUP_WITHOUT_UNITS' : 'ORGANIZATION_NOT_MEASURED';
  return actual.suppressed ? 'WITHHELD' : (actual.reason ?? undefined);
}

function textOf(figure: Figure): string | null {
  const value = fractionOf(figure);
  return value && figureText(value);
}
