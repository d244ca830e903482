import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Above these the gateway refuses new work at once, so that what it has begun is finished in time. */
export interface OverloadLimits {
  /** Requests under way. Ten database connections behind them make more than this a queue. */
  readonly inFlight: number;
  /** Median delay of a turn of the event loop over the last second. */
  readonly delayMilliseconds: number;
}

export const defaultOverloadLimits: OverloadLimits = { inFlight: 100, delayMilliseconds: 200 };

/** Watches how much there is to do. */
export class OverloadWatch {
  inFlight = 0;
  readonly #delay = monitorEventLoopDelay({ resolution: 10 });
  readonly #timer: NodeJS.Timeout;
  #median = 0;

  constructor(private readonly limits: OverloadLimits = defaultOverloadLimits) {
    this.#delay.enable();
    this.#timer = setInterval(() => this.#look(), 1_000).unref();
  }

  /** Whether one more request would be too many. */
  get overloaded(): boolean {
    return this.inFlight >= this.limits.inFlight || this.#median > this.limits.delayMilliseconds;
  }

  /** Counts a request until `done` is called. */
  begin(): () => void {
    this.inFlight += 1;
    let counted = true;
    return () => {
      if (counted) this.inFlight -= 1;
      counted = false;
    };
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#delay.disable();
  }

  /** The median, because one long pause of the garbage collector is no overload; delays are reported in nanoseconds. */
  #look(): void {
    this.#median = this.#delay.count > 0 ? this.#delay.percentile(50) / 1e6 : 0;
    this.#delay.reset();
  }
}
