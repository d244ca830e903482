/** Cursors that earlier answers gave, by the list order they are of: a cursor says it itself. */
export class Cursors {
  readonly #byOrder = new Map<string, string[]>();
  readonly #known = new Set<string>();

  learn(cursor: string): void {
    if (this.#known.has(cursor)) return;
    this.#known.add(cursor);
    const order = orderOf(cursor);
    const known = this.#byOrder.get(order);
    if (known) known.push(cursor);
    else this.#byOrder.set(order, [cursor]);
  }

  /** @param order `entity:ORDER_ASC` */
  of(order: string): readonly string[] {
    return this.#byOrder.get(order) ?? [];
  }

  /** Cursors of other orders. */
  notOf(order: string): readonly string[] {
    return [...this.#byOrder].flatMap(([its, cursors]) => (its === order ? [] : cursors.slice(0, 1)));
  }
}

function orderOf(cursor: string): string {
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
  return String(parts[0]);
}
