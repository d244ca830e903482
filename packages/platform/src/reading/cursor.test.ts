import fc from 'fast-check';
import { anyText } from '../../test-kit/any-text.js';
import { decodeCursor, encodeCursor } from './cursor.js';

const order = 'core.river:NAME_ASC';

test('a cursor comes back as it went, whatever the value', () => {
  fc.assert(
    fc.property(fc.option(anyText), fc.integer({ min: 1 }), (value, id) => {
      expect(decodeCursor(encodeCursor({ order, value, id }), order)).toEqual({ order, value, id });
    }),
  );
});

test('a cursor of another ordering is refused in words, without what is inside of one', () => {
  const cursor = encodeCursor({ order: 'core.river:DEPTH_ASC', value: 'x'.repeat(100), id: 1 });
  expect(() => decodeCursor(cursor, order)).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      details: expect.objectContaining({
        field: 'after',
        given: `${cursor.slice(0, 60)}…`,
        allowed: expect.objectContaining({ en: expect.stringMatching(/^an endCursor of this same list/) }),
      }),
    }),
  );
});

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  ['no JSON', Buffer.from('[').toString('base64url')],
  ['no list', encoded({ 0: order, 1: null, 2: 1 })],
  ['too short', encoded([order, null])],
  ['a value that is no text', encoded([order, 5, 1])],
  ['an id that is no whole number', encoded([order, null, 1.5])],
  ['an id that is a text', encoded([order, null, '1 or 1=1'])],
  ['an object as id', encoded([order, null, { $gt: 0 }])],
  ['empty', ''],
])('a forged cursor is refused: %s', (_, cursor) => {
  expect(() => decodeCursor(cursor, order)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});

test('only the text that was given out is a cursor: one place in a list has one cursor', () => {
  const cursor = encodeCursor({ order, value: 'a', id: 1 });
  expect(() => decodeCursor(`${cursor}=`, order)).toThrow();
  expect(() => decodeCursor(encoded([order, 'a', 1]).replace(/^W/, 'W '), order)).toThrow();
});
