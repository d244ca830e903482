import { changed } from '../../test-kit/composing.js';
import { bridges, rivers } from '../../test-kit/rivers.js';
import { inWords } from '../contract/problem.js';
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

describe('facts that are codes', () => {
  const tell = makeTranslator([
    rivers,
    changed(bridges, {
      problems: {
        BRIDGE_STATE: {
          vi: '{given}: {allowed}; {permission}; {why}',
          en: '{given}: {allowed}; {permission}; {why}',
          says: {
            given: 'BridgeState',
            allowed: ['Mutation.closeBridge', 'Mutation.openBridge'],
            permission: 'permission',
            why: { FLOOD: { vi: 'lũ', en: 'a flood' } },
          },
        },
      },
      shortNames: {
        'BridgeState.OPEN': { vi: 'đang mở', en: 'open' },
        'Mutation.closeBridge': { vi: 'đóng cầu', en: 'close' },
        'Mutation.openBridge': { vi: 'mở cầu', en: 'open' },
      },
    }),
  ]);
  const facts = { given: 'OPEN', permission: 'bridges:read', why: 'FLOOD' };

  test('are told by what they are called, alone or in a list', () => {
    expect(tell('vi', 'error.BRIDGE_STATE', { ...facts, allowed: 'closeBridge, openBridge' })).toBe(
      'đang mở: đóng cầu, mở cầu; xem cầu; lũ',
    );
    expect(tell('en', 'error.BRIDGE_STATE', { ...facts, allowed: ['closeBridge'] })).toBe(
      'open: close; see bridges; a flood',
    );
  });

  test('nothing of a list is said in words; what has no name stays as it is', () => {
    for (const allowed of ['-', '', []])
      expect(tell('vi', 'error.BRIDGE_STATE', { ...facts, allowed })).toContain(': không có;');
    expect(tell('vi', 'error.BRIDGE_STATE', { given: 5, allowed: 'paintBridge' })).toBe(
      '5: paintBridge; –; –',
    );
  });
});

test('a fact in words is told in the caller’s language', () => {
  const facts = { a: inWords({ vi: 'một đơn vị khác', en: 'another unit' }) };
  expect(fillText('{a}', facts, 'vi')).toBe('một đơn vị khác');
  expect(fillText('{a}', facts)).toBe('another unit');
});
