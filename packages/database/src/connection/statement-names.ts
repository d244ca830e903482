import { createHash } from 'node:crypto';

/** Texts of which it is counted how often they are asked. Those that never come again must not fill the memory. */
const mostTexts = 2_000;

/** How often a statement is asked before it is worth keeping. */
const usesBeforeName = 3;

/**
 * Which statements are worth being kept prepared: those that are asked again and again with other parameters. Planning
 * one under row security takes 2 to 5 ms, which is more than most take to run. Each costs PostgreSQL memory on every
 * connection, for good, so there is a most.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #uses = new Map<string, number>();

  constructor(
    private readonly prefix: 'session' | 'read' = 'session',
    private readonly mostNames = 400,
  ) {}

  /** The name of a text that is kept, or is from now on; nothing for one that is new. */
  of(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known || this.#names.size >= this.mostNames) return known;
    const uses = (this.#uses.get(sql) ?? 0) + 1;
    if (uses < usesBeforeName) {
      if (this.#uses.size >= mostTexts) this.#uses.clear();
      this.#uses.set(sql, uses);
      return undefined;
    }
    this.#uses.delete(sql);
    const name = `${this.prefix}_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
    this.#names.set(sql, name);
    return name;
  }
}
