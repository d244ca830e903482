import { buildSchema } from 'graphql';
import { changed, problemsOf } from '../../test-kit/composing.js';
import { bridges, rivers } from '../../test-kit/rivers.js';
import { definePlugin } from '../index.js';
import { checkDescriptions, describedElements, vietnameseDescriptions } from './descriptions.js';

const owners = {
  types: new Map([['River', 'core']]),
  fields: new Map(),
  pages: new Map(),
  generated: new Set<string>(),
};

/** Whether the description of `River.waterLevel` is taken. */
function taken(description: string): boolean {
  const schema = buildSchema(`type River { "${description}" waterLevel: Int } type Query { river: River }`);
  return !checkDescriptions(schema, [], owners, new Map())
    .filter(({ code }) => code === 'DESCRIPTION_MISSING')
    .some(({ message }) => message.startsWith('River.waterLevel '));
}

test('every type, field, argument, input field and enum value is to be described', () => {
  const schema = buildSchema(`
    enum Kind { WIDE } input Where { kind: Kind } interface Wet { depth: Int }
    type Query implements Wet { depth: Int rivers(where: Where): String }`);
  expect(describedElements(schema).map(({ coordinate }) => coordinate)).toEqual([
    'Kind',
    'Kind.WIDE',
    'Where',
    'Where.kind',
    'Wet',
    'Wet.depth',
    'Query',
    'Query.depth',
    'Query.rivers',
    'Query.rivers(where)',
  ]);
});

test('a description that only repeats the name is none', () => {
  expect(taken('')).toBe(false);
  expect(taken('The water level of this.')).toBe(false);
  expect(taken('Water level.')).toBe(false);
  expect(taken('In centimeters above the sea.')).toBe(true);
});

test('a missing Vietnamese text is told to the owner, with the key to add', () => {
  const vi = { ...bridges.translations!.vi } as Record<string, string>;
  delete vi['BridgesBridge.label'];
  expect(problemsOf(rivers, changed(bridges, { translations: { vi } }))).toMatchObject([
    {
      code: 'TRANSLATION_MISSING',
      owners: ['bridges'],
      mend: `Add 'BridgesBridge.label' to translations.vi.`,
    },
  ]);
});

test('an author’s text stands before the platform’s', () => {
  const schema = buildSchema('type PageInfo { endCursor: String } type Query { page: PageInfo }');
  const own = definePlugin({
    id: 'core',
    version: '1.0.0',
    title: { vi: '', en: '' },
    translations: { vi: { PageInfo: 'Trang của chúng tôi.' } },
  });
  const texts = vietnameseDescriptions(schema, [own]);
  expect(texts.get('PageInfo')).toBe('Trang của chúng tôi.');
  expect(texts.get('PageInfo.endCursor')).toContain('Con trỏ của dòng cuối cùng');
});
