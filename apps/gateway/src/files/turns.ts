/** There are too many at it already. */
export class NoTurn extends Error {
  constructor() {
    super('As many as may are at it.');
    this.name = 'NoTurn';
  }
}

/** Lets so many do something at once; further ones are sent away, so that they do not wait holding what they brought. */
export class Turns {
  #taken = 0;

  constructor(private readonly most: number) {}

  /** @throws NoTurn */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#taken >= this.most) throw new NoTurn();
    this.#taken += 1;
    try {
      return await work();
    } finally {
      this.#taken -= 1;
    }
  }
}
