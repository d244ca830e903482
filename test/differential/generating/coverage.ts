/** How often each `Type.field` has been answered with something: what generation leans on to reach them all. */
export class Coverage {
  readonly #answered = new Map<string, number>();
  readonly #chosen = new Map<string, number>();

  /** A field has been answered, with something. */
  answered(coordinate: string): void {
    this.#answered.set(coordinate, this.timesAnswered(coordinate) + 1);
  }

  /** A field has been asked for: one that never answers must not be asked for without end. */
  chosen(coordinate: string): void {
    this.#chosen.set(coordinate, (this.#chosen.get(coordinate) ?? 0) + 1);
  }

  timesAnswered(coordinate: string): number {
    return this.#answered.get(coordinate) ?? 0;
  }

  /** Great where a field was never answered, less with every time it was asked for. */
  novelty(coordinate: string): number {
    const answered = this.timesAnswered(coordinate);
    const chosen = this.#chosen.get(coordinate) ?? 0;
    return 1 / (1 + answered) + (answered === 0 ? 3 / (1 + chosen / 4) : 0);
  }

  reached(coordinates: readonly string[]): string[] {
    return coordinates.filter((coordinate) => this.timesAnswered(coordinate) > 0);
  }

  unreached(coordinates: readonly string[]): string[] {
    return coordinates.filter((coordinate) => this.timesAnswered(coordinate) === 0);
  }
}
