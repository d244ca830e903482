import fc from 'fast-check';
import { anyText } from '../../test-kit/any-text.js';
import { cleanInput } from './clean-input.js';

const refusal = (value: unknown, field = 'input') => {
  try {
    cleanInput(value, field);
    return undefined;
  } catch (error) {
    return (error as { code: string; details: Record<string, unknown> }).details;
  }
};

test('two spellings of one Vietnamese word become one', () => {
  const decomposed = 'Nguyễn Thị Ước'.normalize('NFD');
  expect(cleanInput({ name: decomposed }, '')).toEqual({ name: 'Nguyễn Thị Ước'.normalize('NFC') });
});

test.each([
  ['NUL', 'a\0b'],
  ['a C0 control', 'a\u0007'],
  ['a C1 control', 'a\u0085'],
  ['a lone surrogate', 'a\ud800'],
  ['a turned direction', 'a\u202Eb'],
  ['a direction mark', 'a\u200Fb'],
  ['a zero-width space', 'Nguyễn\u200B Văn A'],
  ['a byte order mark', '\uFEFFtext'],
  ['a soft hyphen', 'a\u00ADb'],
  ['a joiner between letters', 'a\u200Db'],
  ['a non-joiner', 'a\u200Cb'],
])('%s is refused, and shown as its number', (_, text) => {
  const details = refusal({ name: text }, '');
  expect(details).toMatchObject({
    field: 'name',
    allowed: { en: 'text without control or invisible characters' },
  });
  expect(details!['given']).toMatch(/\\u[0-9a-f]{4}/);
});

test.each(['dòng 1\r\n\tdòng 2', '👨‍👩‍👧 cả nhà', '👩🏽‍⚕️', '🇻🇳', 'x²≥1 “…” – …', 'Đặng Ð ß'])('%j stays', (text) => {
  expect(cleanInput(text, 'x')).toBe(text);
});

test('a text in whatever depth is named by its place', () => {
  const input = { rows: [{ value: 'a' }, { value: ['b', 'c\0'] }] };
  expect(refusal({ input }, '')).toMatchObject({ field: 'input.rows[1].value[1]' });
});

test.each(['__proto__', 'constructor', 'prototype'])(
  'the key %s is refused in any depth, and pollutes nothing',
  (key) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), (depth) => {
        let value: unknown = JSON.parse(`{ ${JSON.stringify(key)}: { "polluted": 1 } }`);
        for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { inner: value };
        expect(refusal(value)).toMatchObject({ given: key });
      }),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);

test('keys are cleaned like texts: those of a scalar that takes any JSON come from the client', () => {
  expect(Object.keys(cleanInput({ ['ươ'.normalize('NFD')]: 1 }, ''))).toEqual(['ươ'.normalize('NFC')]);
  expect(refusal({ 'a\0': 1 })).toMatchObject({ field: 'input' });
});

test('what is nested beyond reason is refused before the stack is full', () => {
  let deep: unknown = 'x';
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(refusal(deep)).toMatchObject({ given: { en: 'nesting' } });
  expect(refusal([[[[['fine']]]]])).toBeUndefined();
});

test('numbers, truth, null and what a scalar made stay as they are', () => {
  class Amount {
    readonly digits = 'a\0';
  }
  const [day, amount] = [new Date(0), new Amount()];
  const cleaned = cleanInput({ a: 1, b: true, c: null, d: undefined, day, amount }, '');
  expect(cleaned).toEqual({ a: 1, b: true, c: null, d: undefined, day, amount });
  expect(cleaned.amount).toBe(amount);
});

test('the given value is not changed, and a value without a prototype gets a plain one', () => {
  const given = Object.assign(Object.create(null) as object, { name: 'ươ'.normalize('NFD') });
  const cleaned = cleanInput(given, '');
  expect(cleaned).not.toBe(given);
  expect(given.name).toBe('ươ'.normalize('NFD'));
  expect(Object.getPrototypeOf(cleaned)).toBe(Object.prototype);
});

test('whatever text is given, it is refused or comes back in NFC, and stays so', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      if (refusal(text)) return;
      const cleaned = cleanInput(text, 'x');
      expect(cleaned).toBe(text.normalize('NFC'));
      expect(cleanInput(cleaned, 'x')).toBe(cleaned);
    }),
  );
});
