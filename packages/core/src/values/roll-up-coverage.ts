import { figureText, fraction } from './value-rules-fraction.js';

/**
 * How much of what a total needs has a value. Coverage = components that have a value over those
 * needed: a total never hides what it lacks.
 */
export interface Coverage {
  have: number;
  needed: number;
  /** have / needed as a decimal string of at most six places; null when nothing is needed. */
  ratio: string | null;
  /** Needed and without a value, in the order they were asked for. */
  missing: string[];
  /** Given but not asked for: left out of the total. */
  unexpected: string[];
}

/** Compares what was given with what is needed; each key counts once on either side. */
export function coverageOf(needed: readonly string[], given: readonly string[]): Coverage {
  const wanted = new Set(needed);
  const found = new Set(given);
  const missing = [...wanted].filter((key) => !found.has(key));
  const have = wanted.size - missing.length;
  return {
    have,
    needed: wanted.size,
    ratio: wanted.size === 0 ? null : figureText(fraction(have, wanted.size)),
    missing,
    unexpected: [...found].filter((key) => !wanted.has(key)),
  };
}
