import { ProblemError } from '../contract/problem.js';

/** C0 and C1 controls but tab and line ends, lone surrogates, and the bidirectional overrides that disguise text. */
// oxlint-disable-next-line no-control-regex
const refused = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;

/**
 * Text as it is stored: Unicode NFC, so that two spellings of one Vietnamese word are one. Applied to every argument
 * of every root field, however deep.
 * @throws ProblemError BAD_USER_INPUT where a text holds control characters, naming the argument.
 */
export function cleanInput<T>(value: T, field: string): T {
  if (typeof value === 'string') return cleanText(value, field) as T;
  if (Array.isArray(value)) return value.map((item, index) => cleanInput<unknown>(item, `${field}[${index}]`)) as T;
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    // Same prototype: type-graphql has already made input class instances of some values.
    const copy = Object.create(Object.getPrototypeOf(value) as object | null) as Record<string, unknown>;
    for (const [key, item] of Object.entries(value)) copy[key] = cleanInput<unknown>(item, field ? `${field}.${key}` : key);
    return copy as T;
  }
  return value;
}

function cleanText(text: string, field: string): string {
  if (refused.test(text)) {
    throw new ProblemError('BAD_USER_INPUT', {
      field,
      given: JSON.stringify(text.slice(0, 40)),
      allowed: 'text without control characters',
    });
  }
  return text.normalize('NFC');
}
