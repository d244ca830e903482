/**
 * What lists that only grow hold, by one property: each time it is asked, only what was added since is read. For
 * type-graphql's storage, which is asked for the same classes by every step of composition.
 */
export class GrowingIndex<T> {
  readonly #lists = new WeakMap<readonly T[], { read: number; readonly found: Map<unknown, T[]> }>();

  constructor(private readonly property: (one: T) => unknown) {}

  /** All that have the value, in the order of the list. */
  all(list: readonly T[], value: unknown): readonly T[] {
    return this.#upToDate(list).get(value) ?? [];
  }

  /** The first that has the value. */
  first(list: readonly T[], value: unknown): T | undefined {
    return this.#upToDate(list).get(value)?.[0];
  }

  #upToDate(list: readonly T[]): ReadonlyMap<unknown, T[]> {
    const index = this.#lists.get(list) ?? { read: 0, found: new Map<unknown, T[]>() };
    this.#lists.set(list, index);
    for (; index.read < list.length; index.read += 1) {
      const one = list[index.read]!;
      const value = this.property(one);
      const same = index.found.get(value);
      if (same) same.push(one);
      else index.found.set(value, [one]);
    }
    return index.found;
  }
}
