import { placeholder, type ParameterList } from '../reading/parameters.js';
import type { Bound } from './bound.js';

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

  get businessDate(): string {
    return (this.#businessDate ??= this.from(({ businessDate }) => businessDate, 'date'));
  }
}
