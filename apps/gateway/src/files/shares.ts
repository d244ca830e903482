/** Counts what everybody holds of something there is little of, so that nobody holds too much of it. */
export class Shares {
  readonly #held = new Map<string, number>();

  /** One more for `holder`, and how to give it back; null where it has `most` already. */
  take(holder: string, most: number): (() => void) | null {
    const held = this.#held.get(holder) ?? 0;
    if (held >= most) return null;
    this.#held.set(holder, held + 1);
    return () => this.#giveBack(holder);
  }

  #giveBack(holder: string): void {
    const left = this.#held.get(holder)! - 1;
    if (left > 0) this.#held.set(holder, left);
    else this.#held.delete(holder);
  }
}
