/** There are too many at it already. */
export class NoTurn extends Error {
  constructor() {
    super('As many as may are at it.');
    this.name = 'NoTurn';
  }
}

/** Lets so many do something at once. */
export class Turns {
  #taken = 0;
  readonly #waiting = new Set<() => void>();

  constructor(private readonly most: number) {}

  /** Further ones are sent away, so that they do not wait holding what they brought. @throws NoTurn */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#taken >= this.most) throw new NoTurn();
    this.#taken += 1;
    try {
      return await work();
    } finally {
      this.#taken -= 1;
      const [next] = this.#waiting;
      next?.();
    }
  }

  /** Further ones wait until one has ended. @throws the reason of `signal` when it fires before */
  async wait<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    while (this.#taken >= this.most) await this.#oneHasEnded(signal);
    return this.take(work);
  }

  #oneHasEnded(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const done = (): void => {
        this.#waiting.delete(done);
        signal.removeEventListener('abort', stopped);
        resolve();
      };
      const stopped = (): void => {
        this.#waiting.delete(done);
        reject(signal.reason as Error);
      };
      this.#waiting.add(done);
      signal.addEventListener('abort', stopped, { once: true });
    });
  }
}
