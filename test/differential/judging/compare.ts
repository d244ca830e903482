import type { PlainAnswer, PlainError } from './answer.js';

/** In what two answers differ. */
export interface Difference {
  /** Path of the first place where the data differ; undefined where they are alike. */
  readonly data?: string;
  /** Errors that only one of the two has. */
  readonly errors?: { readonly missing: readonly string[]; readonly added: readonly string[] };
}

/**
 * Compares data value by value and in the order of keys, as the response format has it (October 2021 specification,
 * 7.2.2), and errors as a bag of what they say and where: their order is free.
 * @returns undefined where the answers are the same.
 */
export function compareAnswers(expected: PlainAnswer, given: PlainAnswer): Difference | undefined {
  const sameData = JSON.stringify(expected.data) === JSON.stringify(given.data);
  const errors = compareErrors(expected.errors ?? [], given.errors ?? []);
  if (sameData && !errors) return undefined;
  return {
    ...(!sameData && { data: firstDifference(expected.data, given.data, '') }),
    ...(errors && { errors }),
  };
}

function compareErrors(expected: readonly PlainError[], given: readonly PlainError[]): Difference['errors'] {
  const added = given.map(told);
  const missing = expected.map(told).filter((one) => {
    const place = added.indexOf(one);
    if (place >= 0) added.splice(place, 1);
    return place < 0;
  });
  return missing.length + added.length > 0 ? { missing, added } : undefined;
}

/** All that an error says, but the number it has in the log, which is another every time. */
function told({ message, path, extensions = {} }: PlainError): string {
  const { errorId, ...facts } = extensions;
  const sorted = Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = typeof errorId === 'string' ? message.replaceAll(errorId, '…') : message;
  return JSON.stringify({ path: path ?? null, message: text, extensions: sorted });
}

function firstDifference(expected: unknown, given: unknown, path: string): string {
  if (isTree(expected) && isTree(given) && Array.isArray(expected) === Array.isArray(given)) {
    const [keys, others] = [Object.keys(expected), Object.keys(given)];
    if (keys.join() !== others.join())
      return `${path || '.'}: expected ${summary(keys)}, given ${summary(others)}`;
    const key = keys.find((one) => JSON.stringify(expected[one]) !== JSON.stringify(given[one]))!;
    return firstDifference(expected[key], given[key], `${path}.${key}`);
  }
  return `${path || '.'}: expected ${JSON.stringify(expected)?.slice(0, 200)}, given ${JSON.stringify(given)?.slice(0, 200)}`;
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object';

const summary = (keys: readonly string[]): string =>
  keys.length > 12 ? `${keys.length} keys` : `keys ${keys.join(', ')}`;
