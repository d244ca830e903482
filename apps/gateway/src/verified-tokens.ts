/** About a megabyte of tokens. */
const most = 2_000;

/**
 * Tokens whose signature has been found right, until they end: checking it again would take a fifth of the time of a
 * small request. What a token stands for today is asked anew each time; only its signature cannot change.
 */
export class VerifiedTokens<Identity> {
  readonly #known = new Map<string, { identity: Identity; endsAt: number }>();

  /** @param now Milliseconds; a token that has ended by then is not known any more. */
  get(token: string, now: number): Identity | undefined {
    const known = this.#known.get(token);
    if (!known) return undefined;
    if (now < known.endsAt) return known.identity;
    this.#known.delete(token);
    return undefined;
  }

  set(token: string, identity: Identity, endsAt: number): void {
    this.#known.set(token, { identity, endsAt });
    if (this.#known.size > most) this.#known.delete(this.#known.keys().next().value!);
  }
}
