import { getArgumentValues, type FieldNode, type GraphQLField } from 'graphql';
import { cleanInput } from '../execution/clean-input.js';

export type ArgumentValues = Readonly<Record<string, unknown>>;

/** What one request fills a plan with. */
export class Bound {
  readonly #read = new Map<object, unknown>();

  /**
   * @param variables Coerced.
   * @param ids Which rows a batch asks for, and
   * @param dates as of when.
   */
  constructor(
    readonly variables: Readonly<Record<string, unknown>>,
    readonly businessDate: string,
    readonly ids: readonly number[] = [],
    readonly dates: readonly string[] = [],
  ) {}

  /**
   * The arguments of a field, as its resolver would get them.
   * @throws GraphQLError, ProblemError where there is something wrong with them.
   */
  argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): ArgumentValues {
    const given = this.once(node, () => new Map<unknown, ArgumentValues>());
    const known = given.get(field);
    if (known) return known;
    // One node may stand for fields of several types, with defaults of their own.
    const values = cleanInput(getArgumentValues(field, node, this.variables), '');
    given.set(field, values);
    return values;
  }

  /** What is read from the request once, for whoever asks for it again. */
  once<T>(key: object, read: () => T): T {
    if (!this.#read.has(key)) this.#read.set(key, read());
    return this.#read.get(key) as T;
  }

  /** The same request for other rows. */
  forRows(ids: readonly number[], dates: readonly string[]): Bound {
    return new Bound(this.variables, this.businessDate, ids, dates);
  }
}
