/** docs/reference/vocabulary.md against all Vietnamese that the product says in its own words. */
import type { Plugin } from '@phoihop/platform';
import { compose, platformProblems } from '@phoihop/platform/engine';
import { loadPlugins } from '../../apps/gateway/src/load-plugins.js';
import { gatewayProblems } from '../../apps/gateway/src/problems.js';
import { read } from './pages.js';

interface Word {
  readonly vietnamese: string;
  readonly discarded: readonly string[];
}

/** The rows of its tables: English, Vietnamese, meaning, where, not. */
const words: readonly Word[] = read('docs/reference/vocabulary.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (English|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, , vietnamese, , , discarded]) => ({ vietnamese: vietnamese!, discarded: discarded!.split(', ') }));

/** Every text by where it comes from. */
let texts: readonly (readonly [place: string, text: string])[];
beforeAll(async () => {
  const { plugins } = await loadPlugins();
  texts = [
    ...compose(plugins).vietnamese,
    ...saidBy({ problems: platformProblems }),
    ...saidBy({ problems: gatewayProblems }),
    ...plugins.flatMap(saidBy),
  ].map(([place, text]) => [place, text.replace(/\{\w+\}/g, '…')]);
});

function saidBy({
  problems = {},
  shortNames = {},
  access,
  translations,
}: Pick<Plugin, 'problems' | 'shortNames' | 'access' | 'translations'>): (readonly [string, string])[] {
  const translated = [problems, shortNames, access?.permissions ?? {}].flatMap((one) => Object.entries(one));
  return [
    ...translated.map(([key, { vi }]) => [key, vi] as const),
    ...Object.entries(translations?.vi ?? {}),
  ];
}

/** The texts that have a term as whole words. */
function holding(term: string): string[] {
  const whole = new RegExp(`(?<![\\p{L}\\p{M}])${term}(?![\\p{L}\\p{M}])`, 'iu');
  return texts.filter(([, text]) => whole.test(text)).map(([place, text]) => `${place}: ${text}`);
}

test('every word of the vocabulary is in use', () => {
  expect(words.length).toBeGreaterThan(30);
  expect(texts.length).toBeGreaterThan(3000);
  expect(words.filter(({ vietnamese }) => holding(vietnamese).length === 0)).toEqual([]);
});

test('no text has a discarded word', () => {
  expect(words.flatMap(({ discarded }) => discarded.flatMap(holding))).toEqual([]);
});

test('tone marks stand where the page says', () => {
  const old = /o[àáảãạ](?!\p{L})|(?<!q)u[ỳýỷỹỵ](?!\p{L})/iu;
  expect(texts.filter(([, text]) => old.test(text.normalize('NFC')))).toEqual([]);
});
