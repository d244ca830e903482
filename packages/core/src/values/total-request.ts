import { reportingKinds, showsLatest } from '../indicators/indicator-facts.js';
import type { Prepared } from './aggregate.js';

/** What `core.aggregate_totals` answers, and `core.aggregate_figures`, which computes it. */
export interface Total {
  readonly n: number;
  readonly needed: number;
  readonly have: number;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly provisional: boolean;
  readonly suppressed: boolean;
  readonly root_missing: boolean;
  readonly carried: number[];
  readonly missing: [unit: number, period: number][];
}

/** Which figures a request counts by: the source and the part. */
export const sourceOf = ({ request, indicator }: Prepared): string => request.source ?? indicator.sources[0]!;
export const partOf = ({ request }: Prepared): string => request.disaggregation ?? '';

/** A request as `core.aggregate_totals` is asked it. */
export const totalRequest = (one: Prepared, n: number) => ({
  n,
  indicator: one.indicator.id,
  source: sourceOf(one),
  disaggregation: partOf(one),
  accepted_only: one.request.states === 'ACCEPTED_ONLY',
  latest: showsLatest(one.indicator),
  roots: one.request.units,
  kinds: reportingKinds(one.indicator),
  slots: one.slots,
  names: one.request.names ?? true,
});
