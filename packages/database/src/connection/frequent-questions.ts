import { createHash } from 'node:crypto';
import { quoteText, type PgClient } from './pg.js';

/** A statement with its values written into it, and the name under which connections keep it prepared. */
export interface KeptQuestion {
  readonly name: string;
  readonly text: string;
}

export interface FrequentQuestionsOptions {
  /** How often a question is asked before it is kept. */
  readonly usesBeforeName?: number;
  /** How many are kept. One costs some 0.4 MB on each connection. */
  readonly mostNames?: number;
  /** After how many questions it is found out anew which are frequent. */
  readonly generation?: number;
}

/**
 * Questions that are asked again with the same values, of statements that want a plan of their own for each: lists of
 * large tables by what people look at every day. Planning such a statement takes as long as running it, and PostgreSQL
 * keeps a plan only for all values alike; so the values are written into the text, and that is kept prepared.
 */
export class FrequentQuestions {
  readonly #usesBeforeName: number;
  readonly #mostNames: number;
  readonly #generation: number;
  readonly #uses = new Map<string, number>();
  readonly #names = new Set<string>();
  readonly #prepared = new WeakMap<PgClient, Set<string>>();
  #asked = 0;

  constructor({ usesBeforeName = 3, mostNames = 32, generation = 10_000 }: FrequentQuestionsOptions = {}) {
    this.#usesBeforeName = usesBeforeName;
    this.#mostNames = mostNames;
    this.#generation = generation;
  }

  /** What is to be sent instead, where the question is frequent and its values can be written down. */
  of(client: PgClient, sql: string, parameters: readonly unknown[]): KeptQuestion | undefined {
    const literals = literalsOf(parameters);
    const text = literals && withValues(sql, literals);
    const name = text && this.#nameOf(text);
    if (!name) return undefined;
    const prepared = this.#prepared.get(client) ?? new Set();
    this.#prepared.set(client, prepared.add(name));
    return { name, text };
  }

  /** Whether a connection has so many prepared, of this generation and those before, that it is better replaced. */
  isFull(client: PgClient): boolean {
    return (this.#prepared.get(client)?.size ?? 0) > 2 * this.#mostNames;
  }

  #nameOf(text: string): string | undefined {
    if ((this.#asked += 1) > this.#generation) {
      this.#asked = 1;
      this.#uses.clear();
      this.#names.clear();
    }
    const name = `asked_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    if (this.#names.has(name)) return name;
    if (this.#names.size >= this.#mostNames) return undefined;
    const uses = (this.#uses.get(name) ?? 0) + 1;
    this.#uses.set(name, uses);
    if (uses < this.#usesBeforeName) return undefined;
    this.#uses.delete(name);
    this.#names.add(name);
    return name;
  }
}

const withValues = (sql: string, literals: readonly string[]): string =>
  sql.replace(/\$(\d+)/g, (_, place: string) => literals[Number(place) - 1]!);

/** Values as they are written into a text; nothing where one is of a kind that is not written here. */
function literalsOf(values: readonly unknown[]): string[] | undefined {
  const literals: string[] = [];
  for (const value of values) {
    const text = Array.isArray(value) ? arrayText(value) : textOf(value);
    if (text === undefined) return undefined;
    literals.push(text === null ? 'null' : quoteText(text));
  }
  return literals;
}

/** The text that a parameter would be sent as; null for null, undefined for what is not written here. */
function textOf(value: unknown): string | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint')
    return String(value);
  // A text ends for PostgreSQL where this character stands; as a parameter it is refused.
  return typeof value === 'string' && !value.includes('\0') ? value : undefined;
}

/** As one text, whose type is found as that of a parameter is; `array[…]` without one would be of texts. */
function arrayText(values: readonly unknown[]): string | undefined {
  const items: string[] = [];
  for (const value of values) {
    const text = Array.isArray(value) ? arrayText(value) : textOf(value);
    if (text === undefined) return undefined;
    const isPlain = text !== null && !Array.isArray(value);
    items.push(isPlain ? `"${text.replace(/["\\]/g, '\\$&')}"` : (text ?? 'NULL'));
  }
  return `{${items.join(',')}}`;
}
