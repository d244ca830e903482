/**
 * Collects the parameters of one SQL statement; `add` gives the placeholder. What a client gave is read through
 * `from`, so that the text of a statement never depends on it, only on whether it was given.
 */
export interface ParameterList<Given> {
  /** @returns `$n`, or `$n::type` where a type is given. */
  add(value: unknown, sqlType?: string): string;
  /** The same for a value read, and checked, from the arguments of the field. */
  from(read: (given: Given) => unknown, sqlType?: string): string;
}

/** Where a statement's own values go. */
export type Values = Pick<ParameterList<never>, 'add'>;

/** Parameters whose values are known when the statement is written. */
export class Parameters<Given = undefined> implements ParameterList<Given> {
  readonly values: unknown[] = [];
  readonly #given: Given;

  constructor(...given: Given extends undefined ? [] : [Given]) {
    this.#given = given[0] as Given;
  }

  add(value: unknown, sqlType?: string): string {
    this.values.push(value);
    return placeholder(this.values.length, sqlType);
  }

  from(read: (given: Given) => unknown, sqlType?: string): string {
    return this.add(read(this.#given), sqlType);
  }
}

export const placeholder = (position: number, sqlType?: string): string =>
  sqlType ? `$${position}::${sqlType}` : `$${position}`;
