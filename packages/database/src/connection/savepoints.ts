import { AsyncLocalStorage } from 'node:async_hooks';

/** The savepoints directly below the transaction, or directly below another savepoint. */
class Level {
  /** Resolves when the last savepoint queued here has ended; never rejects. */
  last: Promise<unknown> = Promise.resolve();

  constructor(readonly depth: number) {}
}

export interface SavepointSteps {
  begin(name: string): Promise<void>;
  keep(name: string): Promise<void>;
  undo(name: string): Promise<void>;
}

/**
 * Savepoints of one transaction are a stack. Fields of a GraphQL operation run side by side, so two of them may ask
 * for a savepoint at once: the second waits for the first, and only a savepoint asked for from inside another is
 * nested. Which it is, the asynchronous context tells.
 */
export class Savepoints {
  readonly #root = new Level(0);
  readonly #current = new AsyncLocalStorage<Level>();

  async run<T>(steps: SavepointSteps, work: () => Promise<T>): Promise<T> {
    const level = this.#current.getStore() ?? this.#root;
    const turn = level.last.then(() => this.#runNow(steps, level.depth + 1, work));
    level.last = turn.catch(() => {});
    return turn;
  }

  async #runNow<T>(steps: SavepointSteps, depth: number, work: () => Promise<T>): Promise<T> {
    const name = `phoihop_${depth}`;
    await steps.begin(name);
    try {
      const result = await this.#current.run(new Level(depth), work);
      await steps.keep(name);
      return result;
    } catch (error) {
      await steps.undo(name);
      throw error;
    }
  }
}
