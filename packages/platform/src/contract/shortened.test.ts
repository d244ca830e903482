import { shortened } from './shortened.js';

test('a text that is not long stays as it is, in any script', () => {
  expect(shortened('')).toBe('');
  expect(shortened('Xã Bàu Hàm, 29/9 “cũ” €5')).toBe('Xã Bàu Hàm, 29/9 “cũ” €5');
  expect(shortened('x'.repeat(60))).toBe('x'.repeat(60));
});

test('of a longer one only the beginning is told, counted in signs and none cut in two', () => {
  expect(shortened('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
  expect(shortened('🌳'.repeat(60))).toBe('🌳'.repeat(60));
  expect(shortened('🌳'.repeat(61))).toBe(`${'🌳'.repeat(60)}…`);
  expect(shortened(`${'x'.repeat(59)}${'🌳'.repeat(2)}`)).toBe(`${'x'.repeat(59)}🌳…`);
});

test('what cannot be seen is written as its number', () => {
  expect(shortened('a\u202Eb\nc\0')).toBe('a\\u202eb\\u000ac\\u0000');
  expect(shortened('\u{E0041}\uD83C')).toBe('\\udb40\\udc41\\ud83c');
});
