import { Wording } from '../contract/problem.js';
import type { Locale, ProblemText, SaidCodes, Translated } from '../contract/translated.js';
import type { Plugin } from '../contract/plugin.js';
import { platformProblems } from '../contract/problem-codes.js';

/** Looks texts up by key in the caller's language, Vietnamese where the other is missing. */
export interface Translator {
  (locale: Locale, key: string, facts?: Readonly<Record<string, unknown>>): string;
}

/** One translator over all plugins' translations, error messages and short names. */
export function makeTranslator(plugins: readonly Plugin[]): Translator {
  const texts: Record<Locale, Map<string, string>> = { vi: new Map(), en: new Map() };
  const add = (key: string, text: Translated): void => {
    texts.vi.set(key, text.vi);
    texts.en.set(key, text.en);
  };
  const problems: [string, ProblemText][] = [
    platformProblems,
    ...plugins.map((plugin) => plugin.problems ?? {}),
  ].flatMap((declared) => Object.entries(declared));
  const instead = new Map<string, [fact: string, key: string][]>();
  for (const [code, text] of problems) {
    add(`error.${code}`, text);
    const knowing = Object.entries(text.knowing ?? {});
    for (const [fact, other] of knowing) add(`error.${code}.${fact}`, other);
    instead.set(
      `error.${code}`,
      knowing.map(([fact]) => [fact, `error.${code}.${fact}`]),
    );
  }
  for (const plugin of plugins) {
    add(`plugin.${plugin.id}`, plugin.title);
    for (const [key, text] of Object.entries(plugin.translations?.vi ?? {})) texts.vi.set(key, text);
    for (const [key, text] of Object.entries(plugin.translations?.en ?? {})) texts.en.set(key, text);
  }
  const names = namesOf(plugins);
  const said = new Map<string, [string, Names][]>(
    problems.map(([code, { says = {} }]) => [
      `error.${code}`,
      Object.entries(says).map(([fact, what]) => [fact, namesSaid(what, names)]),
    ]),
  );
  return (locale, key, facts = {}) => {
    const known = instead.get(key)?.find(([fact]) => facts[fact] !== undefined)?.[1] ?? key;
    const text = texts[locale].get(known) ?? texts.vi.get(known) ?? known;
    return fillText(text, withNames(facts, said.get(key) ?? [], locale), locale);
  };
}

/** Code → what it is called. */
type Names = ReadonlyMap<string, Translated>;

/** What things are called, by coordinate; permissions under a type of their own. */
const namesOf = (plugins: readonly Plugin[]): Names =>
  new Map(
    plugins.flatMap(({ shortNames = {}, access }) => [
      ...Object.entries(shortNames),
      ...Object.entries(access?.permissions ?? {}).map(
        ([key, title]) => [`permission.${key}`, title] as const,
      ),
    ]),
  );

function namesSaid(what: SaidCodes, names: Names): Names {
  if (typeof what !== 'string' && !Array.isArray(what)) return new Map(Object.entries(what));
  const coordinates: readonly string[] = Array.isArray(what)
    ? what
    : [...names.keys()].filter((key) => key.startsWith(`${what as string}.`));
  return new Map(
    coordinates.flatMap((coordinate) => {
      const name = names.get(coordinate);
      return name ? [[coordinate.slice(coordinate.indexOf('.') + 1), name] as const] : [];
    }),
  );
}

const nothing: Translated = { vi: 'không có', en: 'none' };

/** The facts with what users call the codes in the places of those that are codes, alone or in a list. */
function withNames(
  facts: Readonly<Record<string, unknown>>,
  said: readonly [string, Names][],
  locale: Locale,
): Readonly<Record<string, unknown>> {
  const called = { ...facts };
  for (const [fact, names] of said) {
    const given = facts[fact];
    const codes = typeof given === 'string' ? given.split(', ') : given;
    if (!Array.isArray(codes)) continue;
    const words = codes.map((code: unknown) => names.get(String(code))?.[locale] ?? show(code, locale));
    // A dash is how a list of nothing is written.
    called[fact] = words.join(', ').replace(/^-?$/, nothing[locale]);
  }
  return called;
}

/** `{name}` places filled with facts; a missing fact shows as a dash. */
export function fillText(
  template: string,
  facts: Readonly<Record<string, unknown>>,
  locale: Locale = 'en',
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    show(Object.hasOwn(facts, name) ? facts[name] : undefined, locale),
  );
}

function show(value: unknown, locale: Locale): string {
  if (value === undefined || value === null) return '–';
  if (Array.isArray(value)) return value.map((one) => show(one, locale)).join(', ');
  if (typeof value === 'string') return value;
  if (value instanceof Wording) return value[locale];
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // A BigInt, or something that contains itself: an error message must not fail over it.
    return String(value);
  }
}
