import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, print } from '../values/value-rules-decimal.js';
import { reconcile } from './allocation.js';

const parts = (...values: string[]) => values.map((value) => ({ value }));

describe('reconcile', () => {
  it.each([
    ['300', ['100', '150'], { allocated: '250', unallocated: '50', excess: '0', overAllocated: false }],
    ['300', ['150', '150'], { allocated: '300', unallocated: '0', excess: '0', overAllocated: false }],
    ['300', ['150', '150.5'], { allocated: '300.5', unallocated: '0', excess: '0.5', overAllocated: true }],
    ['0.3', ['0.1', '0.2'], { allocated: '0.3', unallocated: '0', excess: '0', overAllocated: false }],
    ['300', [], { allocated: '0', unallocated: '300', excess: '0', overAllocated: false }],
    ['0', ['1'], { allocated: '1', unallocated: '0', excess: '1', overAllocated: true }],
    ['-10', ['-4'], { allocated: '-4', unallocated: '-6', excess: '0', overAllocated: false }],
    ['-10', ['-4', '-8'], { allocated: '-12', unallocated: '0', excess: '-2', overAllocated: true }],
  ])('%s cut into %j', (whole, values, expected) => {
    expect(reconcile(whole, parts(...values), 'SUM')).toEqual({ additive: true, ...expected });
  });

  it.each(['SUM', 'EVENT_COUNT', 'STOCK', 'STATUS_COUNT'] as const)('adds the parts of a %s', (kind) => {
    expect(reconcile('2', parts('1', '1'), kind)).toMatchObject({ additive: true, allocated: '2' });
  });

  it('does not add what does not add up', () => {
    expect(reconcile('99', parts('99', '99'), 'RATIO')).toEqual({
      additive: false,
      reason: 'RATIO_NOT_SUMMED',
    });
    expect(reconcile('99', parts('99'), 'DERIVED')).toEqual({
      additive: false,
      reason: 'DERIVED_NOT_SUMMED',
    });
    for (const operator of ['RELATIVE_INCREASE', 'RELATIVE_DECREASE'] as const) {
      expect(reconcile('5', parts('5', '5'), 'SUM', operator)).toEqual({
        additive: false,
        reason: 'RELATIVE_CHANGE_NOT_SUMMED',
      });
    }
    expect(reconcile('-10', parts('-10'), 'SUM', 'ABSOLUTE_CHANGE')).toMatchObject({ additive: true });
  });

  it('balances, in any order', () => {
    const cents = fc.integer({ min: 0, max: 10 ** 9 }).map((count) => print(decimal(String(count)).div(100)));
    fc.assert(
      fc.property(cents, fc.array(cents, { maxLength: 12 }), (whole, values) => {
        const result = reconcile(whole, parts(...values), 'SUM');
        if (!result.additive) throw new Error('a sum adds up');
        const { allocated, unallocated, excess, overAllocated } = result;
        expect(print(decimal(allocated).plus(unallocated).minus(excess))).toBe(whole);
        expect(unallocated === '0' || excess === '0').toBe(true);
        expect(overAllocated).toBe(decimal(allocated).greaterThan(whole));
        expect(reconcile(whole, parts(...values.toReversed()), 'SUM')).toEqual(result);
      }),
    );
  });
});
