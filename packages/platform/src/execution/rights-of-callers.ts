import type { Caller, Clock } from '../contract/context.js';
import type { Composition } from '../composition/compose.js';
import type { EntityPlan } from '../reading/entity-plan.js';

interface Rights {
  readonly flags: Uint8Array;
  readonly settings: Readonly<Record<string, string>>;
  /** Keys of the entities of which the caller sees little: their lists are looked up by what it may see. */
  readonly narrow: readonly string[];
  readonly businessDate: string;
}

/** What follows from a caller, found once for each: a host may keep callers from one request to the next. */
export class RightsOfCallers {
  readonly #known = new WeakMap<Caller, Rights>();

  readonly #narrowed: readonly EntityPlan[];

  constructor(
    private readonly composition: Composition,
    private readonly clock: Clock,
  ) {
    this.#narrowed = [...composition.readModel.plans.values()].filter(({ narrowing }) => narrowing);
  }

  /** Which rules the caller passes. */
  flagsOf(caller: Caller): Uint8Array {
    return this.#of(caller).flags;
  }

  /** What row rules read of the caller. */
  settingsOf(caller: Caller): Record<string, string> {
    return this.#of(caller).settings;
  }

  narrowFor(caller: Caller): readonly string[] {
    return this.#of(caller).narrow;
  }

  #of(caller: Caller): Rights {
    const { businessDate } = this.clock;
    const known = this.#known.get(caller);
    if (known?.businessDate === businessDate) return known;
    const { settings, userId, permissions } = caller;
    const rights: Rights = {
      businessDate,
      flags: this.composition.rules.flagsFor({ signedIn: userId !== null, permissions }),
      narrow: this.#narrowed.flatMap(({ key, narrowing }) => (narrowing!.applies(caller) ? [key] : [])),
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
