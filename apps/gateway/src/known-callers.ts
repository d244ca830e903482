import type { Caller, Clock } from '@phoihop/platform';
import type { Identity } from './tokens.js';

/** About ten megabytes of callers. */
const most = 2_000;

/**
 * Callers as they were loaded last, so that a request need not ask who it is from before it asks for anything. What they
 * may do is asked again with each answer, in the same statement: one whose rights have changed is loaded anew.
 */
export class KnownCallers {
  readonly #known = new Map<string, Caller>();
  readonly #identities = new WeakMap<Caller, Identity>();

  constructor(
    private readonly load: (identity: Identity) => Promise<Caller | null>,
    private readonly clock: Clock,
  ) {}

  /** Whom a token stands for. */
  async of(identity: Identity): Promise<Caller | null> {
    return this.#known.get(this.#key(identity)) ?? this.#load(identity);
  }

  /** The same caller with the rights of now; null for one who may not come in any more. */
  async again(caller: Caller): Promise<Caller | null> {
    const identity = this.#identities.get(caller);
    if (!identity) return null;
    this.#known.delete(this.#key(identity));
    return this.#load(identity);
  }

  async #load(identity: Identity): Promise<Caller | null> {
    const key = this.#key(identity);
    const caller = await this.load(identity);
    if (!caller?.grounds) return caller;
    this.#identities.set(caller, identity);
    this.#known.delete(key);
    this.#known.set(key, caller);
    if (this.#known.size > most) this.#known.delete(this.#known.keys().next().value!);
    return caller;
  }

  /** An assignment begins and ends on days. */
  #key({ userId, sessionVersion }: Identity): string {
    return `${userId} ${sessionVersion} ${this.clock.businessDate}`;
  }
}
