/** What must be stopped or removed in the end, the last begun first; also where the run fails or is interrupted. */
export class CleanUp {
  readonly #steps: (() => Promise<unknown>)[] = [];
  readonly #complain: (error: unknown) => void;
  #running: Promise<void> | undefined;

  constructor(complain: (error: unknown) => void) {
    this.#complain = complain;
  }

  add(step: () => Promise<unknown>): void {
    this.#steps.push(step);
  }

  /** May be called again while it runs. A step that fails does not keep the others from being taken. */
  run(): Promise<void> {
    return (this.#running ??= this.#takeAll());
  }

  async #takeAll(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      await step().catch(this.#complain);
    }
  }
}
