import { describe, expect, it } from '@jest/globals';
import { coverageOf } from './roll-up-coverage.js';

describe('coverageOf', () => {
  it('lists what is missing and what nobody asked for', () => {
    expect(coverageOf(['a', 'b', 'c'], ['c', 'x', 'a'])).toEqual({
      have: 2,
      needed: 3,
      ratio: '0.666667',
      missing: ['b'],
      unexpected: ['x'],
    });
  });

  it('counts a key once', () => {
    expect(coverageOf(['a', 'a', 'b'], ['a', 'a'])).toMatchObject({ have: 1, needed: 2, ratio: '0.5' });
  });

  it('is whole when nothing is missing, and nothing when nothing is needed', () => {
    expect(coverageOf(['a'], ['a']).ratio).toBe('1');
    expect(coverageOf(['a'], []).ratio).toBe('0');
    expect(coverageOf([], ['a'])).toMatchObject({ ratio: null, unexpected: ['a'] });
  });
});
