/** The middle value, and the least and the most. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** @throws RangeError for no values. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('There is no middle of nothing.');
  return { median: percentile(values, 50), least: Math.min(...values), most: Math.max(...values) };
}

/**
 * The value below which a share of all values lies, between the two nearest ones where it falls between.
 * @param percent from 0 to 100.
 */
export function percentile(values: readonly number[] | Float64Array, percent: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = ((sorted.length - 1) * percent) / 100;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.ceil(place)]!;
  return low + (high - low) * (place - below);
}

/** How one series stands to another, round by round: what slowed a round slowed both. */
export function ratios(these: readonly number[], those: readonly number[]): Spread {
  return spreadOf(these.map((value, round) => value / those[round]!));
}
