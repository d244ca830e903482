import { coverageOf, type Coverage } from './roll-up-coverage.js';
import { print, sumOf } from './value-rules-decimal.js';
import { figureText, fraction } from './value-rules-fraction.js';
import { INDICATOR_KINDS, type IndicatorKind, type ValueState } from './value-rules-kinds.js';

/** The figure of one unit, for one period. */
export interface UnitPart {
  unitKey: string;
  state: ValueState;
  value?: string | null;
  numerator?: string | null;
  denominator?: string | null;
  status?: string | null;
}

export interface RollUpOptions {
  /** For a STATUS_COUNT: the statuses that count. Name the higher rungs too (a model commune is an advanced one). */
  countedStatuses?: readonly string[];
  /** Leave provisional figures out; the units they came from are then missing. */
  acceptedOnly?: boolean;
}

export type NotComputableReason =
  /** The kind is computed from other totals, not from parts. */
  | 'NOT_ADDITIVE'
  /** No unit or period is needed, so there is nothing to total. */
  | 'NOTHING_NEEDED'
  /** None of the needed ones has a value. */
  | 'NO_DATA'
  /** A unit or period gives two values, and the rule cannot know which is right. */
  | 'DUPLICATE_PART'
  /** A ratio over nothing. */
  | 'ZERO_DENOMINATOR'
  /** A count of statuses that was not told which. */
  | 'NO_COUNTED_STATUS';

export interface Total {
  /** Decimal string. A ratio is a share of one, rounded to six places: compare its parts, not this. */
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  coverage: Coverage;
  computable: boolean;
  reason?: NotComputableReason;
}

export interface UnitTotal extends Total {
  /** PROVISIONAL as soon as one part is; null when there is no part. */
  state: ValueState | null;
}

/**
 * The figure of a whole from the figures of its units, for one period.
 *
 * - SUM, EVENT_COUNT, STOCK: the sum of the values.
 * - RATIO: sum of numerators / sum of denominators, never a mean of ratios.
 * - STATUS_COUNT: how many units have one of the counted statuses, each once however often it is given.
 * - DERIVED: refused; compute it again from the totals it derives from.
 *
 * Units that were not asked for are left out and listed (a town in a programme for communes, a district beside
 * its own communes); units without a value are listed as missing. Two figures for one unit are refused, except
 * statuses, rather than added twice.
 *
 * @param needed the units the total is made of: those to which the indicator applied at the period's end.
 */
export function rollUp(
  kind: IndicatorKind,
  parts: readonly UnitPart[],
  needed: readonly string[],
  { countedStatuses = [], acceptedOnly = false }: RollUpOptions = {},
): UnitTotal {
  const filled = parts.filter(
    (part) => hasFigure(kind, part) && !(acceptedOnly && part.state !== 'ACCEPTED'),
  );
  const coverage = coverageOf(
    needed,
    filled.map(({ unitKey }) => unitKey),
  );
  const wanted = new Set(needed);
  const used = filled.filter(({ unitKey }) => wanted.has(unitKey));
  const state = stateOf(used);
  const refuse = (reason: NotComputableReason): UnitTotal => ({ ...nothing(coverage, reason), state });

  const rule = INDICATOR_KINDS[kind].overUnits;
  if (rule === 'RECOMPUTE') return refuse('NOT_ADDITIVE');
  if (coverage.needed === 0) return refuse('NOTHING_NEEDED');
  if (coverage.have === 0) return refuse('NO_DATA');
  if (rule === 'COUNT_ONCE') {
    if (countedStatuses.length === 0) return refuse('NO_COUNTED_STATUS');
    const units = new Set(
      used.filter(({ status }) => countedStatuses.includes(status!)).map(({ unitKey }) => unitKey),
    );
    return { ...single(String(units.size), coverage), state };
  }
  if (used.length > coverage.have) return refuse('DUPLICATE_PART');
  return {
    ...(rule === 'ADD_COMPONENTS' ? addedComponents(used, coverage) : addedValues(used, coverage)),
    state,
  };
}

/** Whether a part has every field its kind enters. */
export function hasFigure(kind: IndicatorKind, part: Omit<UnitPart, 'unitKey' | 'state'>): boolean {
  return INDICATOR_KINDS[kind].enters.every((field) => part[field] !== undefined && part[field] !== null);
}

/** The sum of the parts' values. */
export function addedValues(parts: readonly Pick<UnitPart, 'value'>[], coverage: Coverage): Total {
  return single(print(sumOf(parts.map(({ value }) => value!))), coverage);
}

/** The sums of numerators and of denominators, and the one over the other. */
export function addedComponents(
  parts: readonly Pick<UnitPart, 'numerator' | 'denominator'>[],
  coverage: Coverage,
): Total {
  const numerator = sumOf(parts.map((part) => part.numerator!));
  const denominator = sumOf(parts.map((part) => part.denominator!));
  const sums = { numerator: print(numerator), denominator: print(denominator) };
  if (denominator.isZero()) return { ...nothing(coverage, 'ZERO_DENOMINATOR'), ...sums };
  return { value: figureText(fraction(numerator, denominator)), ...sums, coverage, computable: true };
}

/** A total that is one value. */
export function single(value: string, coverage: Coverage): Total {
  return { value, numerator: null, denominator: null, coverage, computable: true };
}

/** No total, and why. */
export function nothing(coverage: Coverage, reason: NotComputableReason): Total {
  return { value: null, numerator: null, denominator: null, coverage, computable: false, reason };
}

function stateOf(parts: readonly UnitPart[]): ValueState | null {
  if (parts.length === 0) return null;
  return parts.every(({ state }) => state === 'ACCEPTED') ? 'ACCEPTED' : 'PROVISIONAL';
}
