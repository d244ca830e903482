/** Chance that can be had again: the same seed gives the same choices (mulberry32, a published 32-bit mixer). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, and never, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0 up to, and never, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('There is nothing to pick from.');
    return from[this.below(from.length)]!;
  }

  /** One of several, each as likely as its weight says. */
  weighted<T>(from: readonly T[], weightOf: (one: T) => number): T {
    const weights = from.map(weightOf);
    let place = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, one] of from.entries()) {
      place -= weights[index]!;
      if (place < 0) return one;
    }
    return this.pick(from);
  }

  /** Several different ones, as likely as their weights say. */
  several<T>(from: readonly T[], count: number, weightOf: (one: T) => number): T[] {
    const left = from.map((one) => ({ one, weight: weightOf(one) }));
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) {
      const chosen = this.weighted(left, ({ weight }) => weight);
      left.splice(left.indexOf(chosen), 1);
      taken.push(chosen.one);
    }
    return taken;
  }
}
