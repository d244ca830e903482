import { coverageOf, type Coverage } from './roll-up-coverage.js';
import {
  addedComponents,
  addedValues,
  nothing,
  single,
  type NotComputableReason,
  type Total,
} from './roll-up.js';
import { INDICATOR_KINDS, type IndicatorKind } from './value-rules-kinds.js';

/** The figure of one period, for one unit or for a whole. */
export interface PeriodValue {
  periodKey: string;
  /** The period's last day, which says which value is the latest. */
  end: string;
  value?: string | null;
  numerator?: string | null;
  denominator?: string | null;
  /** For a STATUS_COUNT: the units that had the status in the period; an empty list when none had. */
  units?: readonly string[] | null;
}

export interface AccumulationOptions {
  /**
   * A ratio of two stocks (insured persons / population) shows its latest value; a ratio of what accrues
   * (recognized households / households visited) adds its parts.
   */
  ratioOfStocks?: boolean;
}

export interface PeriodTotal extends Total {
  /** For a STATUS_COUNT: the units counted, in the order in which they first appear. */
  units: string[] | null;
  /** For a latest value: the period it is of. It may be earlier than the last one needed: see coverage. */
  latestPeriod: string | null;
}

/**
 * One figure from the figures of several periods that do not overlap, usually "since the start of the year".
 *
 * - SUM, EVENT_COUNT: the sum. STOCK: the latest value. RATIO: sum of numerators / sum of denominators, or the
 *   latest when it is a ratio of stocks. STATUS_COUNT: each unit once, in however many periods it had the status.
 * - DERIVED: refused with NOT_ADDITIVE.
 *
 * @param needed keys of the periods the figure is made of, as `cumulativePeriods` lists them.
 */
export function accumulateOverPeriods(
  kind: IndicatorKind,
  values: readonly PeriodValue[],
  needed: readonly string[],
  { ratioOfStocks = false }: AccumulationOptions = {},
): PeriodTotal {
  const filled = values.filter((value) => isFilled(kind, value));
  const coverage = coverageOf(
    needed,
    filled.map(({ periodKey }) => periodKey),
  );
  const wanted = new Set(needed);
  const used = filled.filter(({ periodKey }) => wanted.has(periodKey));

  const rule = INDICATOR_KINDS[kind].overTime;
  if (rule === 'RECOMPUTE') return refuse(coverage, 'NOT_ADDITIVE');
  if (coverage.needed === 0) return refuse(coverage, 'NOTHING_NEEDED');
  if (coverage.have === 0) return refuse(coverage, 'NO_DATA');
  if (rule === 'COUNT_ONCE') {
    const units = [...new Set(used.flatMap((value) => value.units!))];
    return { ...single(String(units.length), coverage), units, latestPeriod: null };
  }
  if (used.length > coverage.have) return refuse(coverage, 'DUPLICATE_PART');

  const latestOnly = rule === 'LATEST' || (kind === 'RATIO' && ratioOfStocks);
  const latest = latestOnly ? used.reduce((a, b) => (b.end > a.end ? b : a)) : null;
  const taken = latest ? [latest] : used;
  const total = rule === 'ADD_COMPONENTS' ? addedComponents(taken, coverage) : addedValues(taken, coverage);
  return { ...total, units: null, latestPeriod: latest?.periodKey ?? null };
}

function isFilled(kind: IndicatorKind, value: PeriodValue): boolean {
  return INDICATOR_KINDS[kind].enters.every((field) => {
    const given = field === 'status' ? value.units : value[field];
    return given !== undefined && given !== null;
  });
}

function refuse(coverage: Coverage, reason: NotComputableReason): PeriodTotal {
  return { ...nothing(coverage, reason), units: null, latestPeriod: null };
}
