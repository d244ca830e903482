import { cutAt } from './cut-at.js';

test('SQL is cut before the mark, and not at all where the mark is gone', () => {
  expect(cutAt('select 1; -- Two\nselect 2;', '-- Two')).toEqual(['select 1; ', '-- Two\nselect 2;']);
  expect(() => cutAt('select 1;', '-- Two')).toThrow('There is no "-- Two"');
});
