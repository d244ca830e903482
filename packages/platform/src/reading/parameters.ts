/** Collects the parameters of one SQL statement; `add` gives the placeholder. */
export class Parameters {
  readonly values: unknown[] = [];

  /** @returns `$n`, or `$n::type` where a type is given. */
  add(value: unknown, sqlType?: string): string {
    this.values.push(value);
    return sqlType ? `$${this.values.length}::${sqlType}` : `$${this.values.length}`;
  }
}
