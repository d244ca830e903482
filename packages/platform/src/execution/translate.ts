import type { Locale } from '../contract/translated.js';
import type { Plugin } from '../contract/plugin.js';
import { platformProblems } from '../contract/problem-codes.js';

/** Looks texts up by key in the caller's language, Vietnamese where the other is missing. */
export interface Translator {
  (locale: Locale, key: string, facts?: Readonly<Record<string, unknown>>): string;
}

/** One translator over all plugins' translations and error messages. */
export function makeTranslator(plugins: readonly Plugin[]): Translator {
  const texts: Record<Locale, Map<string, string>> = { vi: new Map(), en: new Map() };
  const add = (key: string, text: { vi: string; en: string }): void => {
    texts.vi.set(key, text.vi);
    texts.en.set(key, text.en);
  };
  for (const [code, text] of Object.entries(platformProblems)) add(`error.${code}`, text);
  for (const plugin of plugins) {
    add(`plugin.${plugin.id}`, plugin.title);
    for (const [code, text] of Object.entries(plugin.problems ?? {})) add(`error.${code}`, text);
    for (const [key, text] of Object.entries(plugin.translations?.vi ?? {})) texts.vi.set(key, text);
    for (const [key, text] of Object.entries(plugin.translations?.en ?? {})) texts.en.set(key, text);
  }
  return (locale, key, facts = {}) => fillText(texts[locale].get(key) ?? texts.vi.get(key) ?? key, facts);
}

/** `{name}` places filled with facts; a missing fact shows as a dash. */
export function fillText(template: string, facts: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    show(Object.hasOwn(facts, name) ? facts[name] : undefined),
  );
}

function show(value: unknown): string {
  if (value === undefined || value === null) return '–';
  if (Array.isArray(value)) return value.map(show).join(', ');
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // A BigInt, or something that contains itself: an error message must not fail over it.
    return String(value);
  }
}
