import type { Caller, Clock } from '../contract/context.js';
import type { RuleBook } from '../access/rules.js';

interface Rights {
  readonly flags: Uint8Array;
  readonly settings: Readonly<Record<string, string>>;
  readonly businessDate: string;
}

/** What follows from a caller, found once for each: a host may keep callers from one request to the next. */
export class RightsOfCallers {
  readonly #known = new WeakMap<Caller, Rights>();

  constructor(
    private readonly rules: RuleBook,
    private readonly clock: Clock,
  ) {}

  /** Which rules the caller passes. */
  flagsOf(caller: Caller): Uint8Array {
    return this.#of(caller).flags;
  }

  /** What row rules read of the caller. */
  settingsOf(caller: Caller): Record<string, string> {
    return this.#of(caller).settings;
  }

  #of(caller: Caller): Rights {
    const { businessDate } = this.clock;
    const known = this.#known.get(caller);
    if (known?.businessDate === businessDate) return known;
    const { settings, userId, permissions } = caller;
    const rights: Rights = {
      businessDate,
      flags: this.rules.flagsFor({ signedIn: userId !== null, permissions }),
      settings: {
        ...settings,
        user_id: userId === null ? '' : String(userId),
        permissions: [...permissions].join(','),
        business_date: businessDate,
      },
    };
    this.#known.set(caller, rights);
    return rights;
  }
}
