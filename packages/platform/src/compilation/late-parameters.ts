import { placeholder, type ParameterList } from '../reading/parameters.js';
import type { Bound } from './bound.js';
import type { Statement } from './plan.js';

/** Parameters whose values each request gives anew. */
export class LateParameters implements ParameterList<Bound> {
  readonly values: ((bound: Bound) => unknown)[] = [];
  #businessDate: string | undefined;

  add(value: unknown, sqlType?: string): string {
    return this.from(() => value, sqlType);
  }

  from(read: (bound: Bound) => unknown, sqlType?: string): string {
    this.values.push(read);
    return placeholder(this.values.length, sqlType);
  }

  /** The same list, for what reads from a part of the request. */
  within<Given>(given: (bound: Bound) => Given): ParameterList<Given> {
    return {
      add: (value, sqlType) => this.add(value, sqlType),
      from: (read, sqlType) => this.from((bound) => read(given(bound)), sqlType),
    };
  }

  /**
   * A finished text with the values it refers to: what was written for a part of the answer that is skipped is in no
   * text, and PostgreSQL refuses a parameter that no text refers to. Nothing else in a text is a `$` before a digit.
   */
  statement(text: string): Statement {
    const places = [...new Set([...text.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place)))];
    if (places.length === this.values.length) return { text, values: this.values };
    const renumbered = new Map(places.map((place, index) => [place, index + 1]));
    return {
      text: text.replace(/\$(\d+)/g, (_, place: string) => `$${renumbered.get(Number(place))}`),
      values: places.map((place) => this.values[place - 1]!),
    };
  }

  get businessDate(): string {
    return (this.#businessDate ??= this.from(({ businessDate }) => businessDate, 'date'));
  }
}
