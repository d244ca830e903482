import { didYouMean } from './did-you-mean.js';

const roles = ['commune-standing', 'commune-clerk', 'district-officer'];

test.each([
  ['a letter mistaken', 'commune-clark'],
  ['a letter left out', 'commune-clrk'],
  ['a letter put in', 'commune--clerk'],
  ['two swapped', 'comumne-clerk'],
])('%s: the name that was meant is told', (_, given) => {
  expect(didYouMean(given, roles)).toBe(' Did you mean commune-clerk?');
});

test('of two that are near, the nearer', () => {
  expect(didYouMean('tree:raed', ['tree:rate', 'tree:read', 'tree:rad-ed'])).toBe(' Did you mean tree:read?');
});

test('what is far from every name was not mistyped', () => {
  expect(didYouMean('treasurer', roles)).toBe('');
  expect(didYouMean('tree:read', ['bee:feed', 'tree:record'])).toBe('');
  expect(didYouMean('tree:read', [])).toBe('');
});
