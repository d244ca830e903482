import type { Figure } from '../values/value-rules-fraction.js';

/** What a target asks for; the table is in docs/reference/target-algebra.md. */
export const TARGET_OPERATORS = [
  'AT_LEAST',
  'AT_MOST',
  'RANGE',
  'RELATIVE_INCREASE',
  'RELATIVE_DECREASE',
  'ABSOLUTE_CHANGE',
  'REACH_STATUS',
  'HOLD_EVENTS',
] as const;
export type TargetOperator = (typeof TARGET_OPERATORS)[number];

/** How the target expects its figure to move until the deadline. */
export type TargetPath = 'LINEAR' | 'SAME_PERIOD_LAST_YEAR' | 'NONE';

/** From worst to best among those that have data; the two without data are not comparable. */
export const PROGRESS_STATES = [
  'UNKNOWN_BASELINE',
  'NO_DATA',
  'MISSED',
  'AT_RISK',
  'ON_TRACK',
  'ACHIEVED',
  'EXCEEDED',
] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

export type Baseline =
  | { kind: 'NONE' }
  | { kind: 'KNOWN'; value: Figure }
  | { kind: 'UNKNOWN'; reason: string };

/** What was promised: the part of a target that is written down once. */
export interface TargetDefinition {
  operator: TargetOperator;
  /**
   * AT_LEAST, AT_MOST: the level. RANGE: the minimum. RELATIVE_*: percent of the baseline ('5' for 5 %).
   * ABSOLUTE_CHANGE: what is added to the baseline, negative for a decrease. REACH_STATUS, HOLD_EVENTS: how many.
   */
  value: string;
  /** RANGE only: the maximum. */
  valueMax?: string | null;
  path: TargetPath;
  /** How far from the path still counts as on track, as a fraction of where the path stands: '0.1' for 10 %. */
  tolerance: string;
  /** First and last day over which the figure is measured, and the last day on which the target may be met. */
  periodStart: string;
  periodEnd: string;
  deadline: string;
}

export interface TargetProgressInput extends TargetDefinition {
  /** The figure today, in the unit of measure of `value`; cumulative since `periodStart` when it accrues. */
  actual: Figure | null;
  /** Why there is no figure, when the caller knows: ZERO_DENOMINATOR, a roll-up's reason. */
  actualReason?: string;
  baseline: Baseline;
  /** Today, as the whole system sees it. */
  businessDate: string;
  /** The figure at the same point of last year, for the path that follows it. */
  samePeriodLastYear?: Figure | null;
  /**
   * True for a figure that starts from nothing and only grows over its period (houses, cards, deaths); false for
   * one that stands at a level and moves (a share, a stock). REACH_STATUS and HOLD_EVENTS always grow.
   */
  cumulative: boolean;
  /** False while the period's data is not yet accepted: then nothing is final, deadline or not. */
  final?: boolean;
}

/** How the figure is held against the target; it names the formula of `percent`. */
export type ProgressMethod =
  | 'ACTUAL_OVER_TARGET'
  | 'ACTUAL_OVER_MINIMUM'
  | 'CHANGE_FROM_BASELINE'
  | 'MET_OR_NOT';

/** Why the baseline cannot carry a change; or the caller's own reason. */
export type BaselineReason = 'NO_BASELINE' | 'ZERO_BASELINE' | 'NEGATIVE_BASELINE' | 'ZERO_DENOMINATOR';

/** Why a target without a final verdict stands where it stands. */
export type StandingReason =
  /** The figure has passed a limit that it can no longer, or should not, be above. */
  | 'LIMIT_PASSED'
  /** Worse than the path, beyond the tolerance. */
  | 'BEHIND_PATH'
  /** The level is reached, but the figure can still move before the deadline. */
  | 'REACHED_BEFORE_DEADLINE'
  /** The deadline has passed and the data is not accepted yet. */
  | 'DATA_NOT_ACCEPTED'
  /** No way there was declared. */
  | 'NO_PATH'
  /** The path cannot be drawn: a standing figure without a known start. */
  | 'PATH_NEEDS_BASELINE'
  /** The path cannot be drawn: no figure of last year. */
  | 'PATH_NEEDS_LAST_YEAR';

/** Why there is no percent although there is a figure. */
export type NoPercentReason =
  /** The target is to have nothing, or a minimum of nothing. */
  | 'ZERO_TARGET'
  /** A limit has no degrees without a baseline above it. */
  | 'NO_DEGREES'
  /** A part of a year cannot be set against a whole one. */
  | 'PERIOD_NOT_OVER';

export interface TargetProgress {
  state: ProgressState;
  /** Percent of the target, at most two places ('93.33'); for reading, never for deciding. */
  percent: string | null;
  percentReason?: NoPercentReason;
  /** Where the path says the figure should be today; null without a path that can be drawn. */
  expected: string | null;
  method: ProgressMethod;
  /** Why the state is what it is, where the state alone does not say it. */
  reason?: BaselineReason | StandingReason | 'NOT_REPORTED' | 'ZERO_DENOMINATOR' | (string & {});
  /** The level at which the target is met; null while the baseline is unknown. */
  levelToReach: string | null;
}
