import { ProblemError, type Session } from '@phoihop/platform';
import { feederOn, figureRules, indicatorFacts, disaggregationKeys } from '../indicators/indicator-facts.js';
import { periodFacts } from '../periods/period-reference.js';
import { namingConflicts } from './store-values.js';
import type { ValueState } from './value-rules-kinds.js';
import { validateFigure, type GivenFigure } from './value-rules.js';

/** A figure that a plugin computes from its own records. */
export interface DerivedValue {
  readonly indicatorKey: string;
  readonly unitId: number;
  /** A period of the indicator's calendar, by id or key. */
  readonly periodId: number | string;
  /** Default: the indicator's first source. */
  readonly source?: string;
  /** `work:build`; default the whole. */
  readonly disaggregation?: string;
  /** Null withdraws what was put before: the records it came from are gone. */
  readonly figure: GivenFigure | null;
  /** What it was computed from, for people to trace it: `CoverageSnapshot:417`. */
  readonly origin: string;
  /** Default PROVISIONAL; ACCEPTED where the plugin's own records have been approved by another person. */
  readonly state?: ValueState;
  readonly organizationId?: number | null;
  readonly demo?: boolean;
}

/** What became of a derived figure. */
export interface PutResult {
  /** The figure that counts now; null where it was withdrawn. */
  readonly id: number | null;
  /** False where it was there already, just so. */
  readonly changed: boolean;
}

/** Where a derived figure is written: a request, or a session of the system in a loader. */
export interface DerivedValueTarget {
  readonly session: Pick<Session, 'query'>;
  readonly caller?: { readonly userId: number | null };
}

/**
 * Writes figures that a plugin has computed, in the caller's transaction: what is there just so stays, what differs
 * is superseded, what is new is added. The plugin answers for who may change its records; core answers for the rest:
 * only indicators whose feeder is derived at the end of the period, only sound figures, no closed period. Three
 * statements, however many.
 *
 * @returns what became of each, in order.
 * @throws ProblemError INDICATOR_NOT_FOUND, PERIOD_NOT_FOUND, INDICATOR_NOT_DERIVED, PERIOD_CALENDAR_MISMATCH,
 *   SOURCE_UNKNOWN, PART_UNKNOWN, PERIOD_LOCKED, or what is wrong with the figure (`validateFigure`).
 */
export async function putDerivedValues(
  target: DerivedValueTarget,
  values: readonly DerivedValue[],
): Promise<PutResult[]> {
  if (values.length === 0) return [];
  const { session, caller } = target;
  const names = values.map(({ periodId }) => periodId);
  const indicators = await indicatorFacts(session, {
    keys: [...new Set(values.map(({ indicatorKey }) => indicatorKey))],
  });
  const periods = await periodFacts(session, {
    ids: names.filter((name) => typeof name === 'number'),
    keys: names.filter((name) => typeof name === 'string'),
  });
  const rows = values.map((value, n) => {
    const indicator = indicators.find(({ key }) => key === value.indicatorKey);
    if (!indicator)
      throw new ProblemError('INDICATOR_NOT_FOUND', { field: 'indicator', given: value.indicatorKey });
    const period = periods.find(({ id, key }) => value.periodId === id || value.periodId === key);
    if (!period) throw new ProblemError('PERIOD_NOT_FOUND', { field: 'period', given: value.periodId });
    if (period.calendar !== indicator.calendar) {
      throw new ProblemError('PERIOD_CALENDAR_MISMATCH', {
        field: 'period',
        given: period.calendar,
        allowed: indicator.calendar,
        period: period.key,
      });
    }
    if (feederOn(indicator, period.end) !== 'DERIVED') {
      throw new ProblemError('INDICATOR_NOT_DERIVED', {
        field: 'indicator',
        given: indicator.key,
        period: period.key,
      });
    }
    const source = value.source ?? indicator.sources[0]!;
    if (!indicator.sources.includes(source)) {
      throw new ProblemError('SOURCE_UNKNOWN', {
        field: 'source',
        given: source,
        allowed: indicator.sources.join(', '),
      });
    }
    const disaggregation = value.disaggregation ?? '';
    const parts = disaggregationKeys(indicator);
    if (disaggregation !== '' && !parts.includes(disaggregation)) {
      throw new ProblemError('PART_UNKNOWN', {
        field: 'disaggregation',
        given: disaggregation,
        allowed: parts.join(', '),
      });
    }
    const [problem] = value.figure ? validateFigure(figureRules(indicator), value.figure) : [];
    if (problem) {
      const { code, field, given, allowed } = problem;
      throw new ProblemError(code, { field, given, allowed, indicator: indicator.key });
    }
    return {
      n,
      indicator: indicator.id,
      unit: value.unitId,
      period: period.id,
      source,
      disaggregation,
      value: value.figure?.value ?? null,
      numerator: value.figure?.numerator ?? null,
      denominator: value.figure?.denominator ?? null,
      status: value.figure?.status ?? null,
      state: value.state ?? 'PROVISIONAL',
      origin: value.origin,
      organization: value.organizationId ?? null,
      entered_by: caller?.userId ?? null,
      demo: value.demo ?? false,
    };
  });
  const put = await namingConflicts('period', () =>
    session.query<PutResult & { n: number }>('select n, id, changed from core.put_derived_values($1)', [
      JSON.stringify(rows),
    ]),
  );
  return put.sort((a, b) => a.n - b.n).map(({ id, changed }) => ({ id, changed }));
}

/** One derived figure; see {@link putDerivedValues}. */
export async function putDerivedValue(target: DerivedValueTarget, value: DerivedValue): Promise<PutResult> {
  const [result] = await putDerivedValues(target, [value]);
  return result!;
}
