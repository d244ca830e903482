import fc from 'fast-check';
import { anyText } from '../../test-kit/any-text.js';
import { decodeGlobalId, encodeGlobalId, localId } from './global-id.js';

test('a global id comes back as it went', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (id) => {
      expect(decodeGlobalId(encodeGlobalId('River', id))).toEqual({ type: 'River', id });
    }),
  );
});

test('any text at all is an id or none, and never an error', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const decoded = decodeGlobalId(text);
      if (decoded) expect(encodeGlobalId(decoded.type, decoded.id)).toBe(text);
    }),
  );
});

test.each([
  'River:0',
  'River:-1',
  'River:01',
  'River:1.5',
  'River:1e3',
  'River',
  ':1',
  'Ri ver:1',
  'River:1\n',
])('%j is the inside of no id', (inside) => {
  expect(decodeGlobalId(Buffer.from(inside).toString('base64url'))).toBeNull();
});

test('an id is written in one way only, so that clients can compare ids as texts', () => {
  expect(decodeGlobalId(`${encodeGlobalId('River', 12)}=`)).toBeNull();
  expect(decodeGlobalId(Buffer.from('River:1').toString('base64'))).toBeNull();
});

test('an id beyond 2^53 is none: it would be another row’s number', () => {
  expect(decodeGlobalId(encodeGlobalId('River', '9007199254740993'))).toBeNull();
});

test('an id of another type is refused, naming the field and the type', () => {
  expect(localId('River', encodeGlobalId('River', 3), 'input.river')).toBe(3);
  const given = encodeGlobalId('Person', 3);
  expect(() => localId('River', given, 'input.river')).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      details: { field: 'input.river', given, allowed: 'ID(River)' },
    }),
  );
});
