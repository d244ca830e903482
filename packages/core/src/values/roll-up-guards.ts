import { INDICATOR_KINDS, type IndicatorKind } from './value-rules-kinds.js';

/** The kinds whose values may simply be added, as types, so that most mistakes never compile. */
export type SummableOverUnits = KindsWith<'overUnits', 'ADD' | 'COUNT_ONCE'>;
export type SummableOverTime = KindsWith<'overTime', 'ADD'>;

type KindsWith<Way extends 'overUnits' | 'overTime', Rule> = {
  [Kind in IndicatorKind]: (typeof INDICATOR_KINDS)[Kind][Way] extends Rule ? Kind : never;
}[IndicatorKind];

/** Thrown where a program tries to add what does not add up. */
export class NotAdditiveError extends Error {
  readonly code = 'NOT_ADDITIVE';

  constructor(
    readonly kind: IndicatorKind,
    readonly over: 'UNITS' | 'TIME',
    instead: string,
  ) {
    super(`Values of a ${kind} are not added over ${over.toLowerCase()}: ${instead}.`);
    this.name = 'NotAdditiveError';
  }
}

const INSTEAD = {
  ADD_COMPONENTS: 'add numerators and denominators, then divide',
  LATEST: 'take the latest one',
  COUNT_ONCE: 'count each unit once',
  RECOMPUTE: 'compute it again from the totals it derives from',
} as const;

/**
 * Holds a kind to being additive over units that do not overlap: amounts, event counts, stocks, and counts of
 * units with a status (what two districts have apart, they have together).
 *
 * @throws NotAdditiveError for a ratio or a derived indicator.
 */
export function assertSummableOverUnits(kind: IndicatorKind): asserts kind is SummableOverUnits {
  const rule = INDICATOR_KINDS[kind].overUnits;
  if (rule !== 'ADD' && rule !== 'COUNT_ONCE') throw new NotAdditiveError(kind, 'UNITS', INSTEAD[rule]);
}

/**
 * Holds a kind to being additive over periods that do not overlap: amounts and event counts only.
 *
 * @throws NotAdditiveError for a stock, a ratio, a count of units with a status, or a derived indicator.
 */
export function assertSummableOverTime(kind: IndicatorKind): asserts kind is SummableOverTime {
  const rule = INDICATOR_KINDS[kind].overTime;
  if (rule !== 'ADD') throw new NotAdditiveError(kind, 'TIME', INSTEAD[rule]);
}
