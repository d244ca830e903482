import { changed } from '../../test-kit/composing.js';
import { bridges, rivers } from '../../test-kit/rivers.js';
import { platformProblems } from '../contract/problem-codes.js';
import { fillText, makeTranslator } from './translate.js';

const translate = makeTranslator([
  rivers,
  changed(bridges, {
    translations: { vi: { 'bridges.toll': 'Phí: {amount}.' }, en: { 'bridges.walk': 'Walk.' } },
  }),
]);

test('a text comes in the caller’s language, in Vietnamese where there is no other', () => {
  expect(translate('en', 'error.BRIDGE_BROKEN', { given: 'x' })).toBe('The bridge is broken: x.');
  expect(translate('vi', 'error.BRIDGE_BROKEN', { given: 'x' })).toBe('Cầu hỏng: x.');
  expect(translate('en', 'bridges.toll', { amount: 3 })).toBe('Phí: 3.');
  expect(translate('en', 'bridges.walk')).toBe('Walk.');
  expect(translate('en', 'plugin.bridges')).toBe('Bridges');
});

test('a key that nobody knows is shown as it is', () => {
  expect(translate('vi', 'error.NOBODY')).toBe('error.NOBODY');
});

test('every platform error has both languages, with the same places', () => {
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const { vi, en } of Object.values(platformProblems)) expect(places(vi)).toEqual(places(en));
});

test('places are filled once: what a client wrote is not a template', () => {
  expect(fillText('{a} and {b}', { a: '{b}', b: 1 })).toBe('{b} and 1');
});

test('a missing fact is a dash, also one that every object has', () => {
  expect(fillText('{a} {constructor} {toString}', {})).toBe('– – –');
  expect(fillText('{a}', { a: null })).toBe('–');
});

test('lists, objects and what JSON cannot write are shown somehow, and never fail', () => {
  const round: Record<string, unknown> = {};
  round['self'] = round;
  expect(fillText('{a} | {b} | {c}', { a: [1, 'x'], b: { k: 1 }, c: 5n })).toBe('1, x | {"k":1} | 5');
  expect(() => fillText('{a} {b}', { a: round, b: () => 1 })).not.toThrow();
});
