import { inWords, ProblemError } from '../contract/problem.js';

/**
 * What no text of ours holds: C0 and C1 controls but tab and line ends, lone surrogates, what turns the direction of
 * text around, and what cannot be seen. With them one name could look like another and be different (Trojan Source,
 * CVE-2021-42574). Joiners are part of emoji and stay between two of them.
 */
const refused = new RegExp(
  [
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/,
    /\p{Surrogate}/u,
    /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/,
    /[\u00AD\u180E\u200B\u200C\u2060-\u2065\uFEFF]/,
    /(?<!\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)\u200D|\u200D(?!\p{Extended_Pictographic})/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);

/** Keys that would reach an object's prototype where a library copies input key by key. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Deeper than any input type of ours; a scalar that takes any JSON ends here. */
const deepest = 20;

/**
 * Text as it is stored: Unicode NFC, so that two spellings of one Vietnamese word are one. Applied to every argument
 * of every field, however deep, once graphql-js has made its values of them.
 * @throws ProblemError BAD_USER_INPUT where a text or a key holds what none may, naming the argument.
 */
export function cleanInput<T>(value: T, field: string, depth = 0): T {
  if (typeof value === 'string') return cleanText(value, field) as T;
  if (value === null || typeof value !== 'object') return value;
  if (depth > deepest)
    throw bad(
      field,
      inWords({ vi: 'lồng nhau', en: 'nesting' }),
      inWords({ vi: `tối đa ${deepest} tầng`, en: `at most ${deepest} levels` }),
    );
  if (Array.isArray(value)) {
    return value.map((item, index) => cleanInput<unknown>(item, `${field}[${index}]`, depth + 1)) as T;
  }
  return isPlain(value) ? (cleanObject(value, field, depth) as T) : value;
}

function cleanObject(value: object, field: string, depth: number): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (refusedKeys.has(key))
      throw bad(field, key, inWords({ vi: 'các trường của kiểu dữ liệu vào', en: 'keys of the input type' }));
    const name = cleanText(key, field);
    copy[name] = cleanInput<unknown>(item, field ? `${field}.${name}` : name, depth + 1);
  }
  return copy;
}

/** What a scalar made (a Date, a decimal object) is left as it is. Told by its prototype's own, whatever the realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function cleanText(text: string, field: string): string {
  if (refused.test(text))
    throw bad(
      field,
      visible(text),
      inWords({
        vi: 'văn bản không có ký tự điều khiển hoặc ký tự không nhìn thấy',
        en: 'text without control or invisible characters',
      }),
    );
  return text.normalize('NFC');
}

/** The beginning of a text, with what cannot be seen written as its number. */
const visible = (text: string): string =>
  text
    .slice(0, 40)
    .replace(
      /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

const bad = (field: string, given: unknown, allowed: unknown): ProblemError =>
  new ProblemError('BAD_USER_INPUT', { field, given, allowed });
