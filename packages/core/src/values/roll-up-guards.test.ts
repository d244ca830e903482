import { describe, expect, it } from '@jest/globals';
import { assertSummableOverTime, assertSummableOverUnits, NotAdditiveError } from './roll-up-guards.js';
import { INDICATOR_KINDS, type IndicatorKind } from './value-rules-kinds.js';

const kinds = Object.keys(INDICATOR_KINDS) as IndicatorKind[];

function accepted(guard: (kind: IndicatorKind) => void): IndicatorKind[] {
  return kinds.filter((kind) => {
    try {
      guard(kind);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(NotAdditiveError);
      expect(error).toMatchObject({ code: 'NOT_ADDITIVE', kind });
      return false;
    }
  });
}

describe('guards', () => {
  it('add amounts, events, stocks and counts of units over units', () => {
    expect(accepted(assertSummableOverUnits)).toEqual(['SUM', 'EVENT_COUNT', 'STOCK', 'STATUS_COUNT']);
  });

  it('add only amounts and events over time', () => {
    expect(accepted(assertSummableOverTime)).toEqual(['SUM', 'EVENT_COUNT']);
  });

  it('say what to do instead', () => {
    expect(() => assertSummableOverTime('STOCK')).toThrow(
      'Values of a STOCK are not added over time: take the latest one.',
    );
    expect(() => assertSummableOverUnits('RATIO')).toThrow('add numerators and denominators, then divide');
    expect(() => assertSummableOverTime('STATUS_COUNT')).toThrow('count each unit once');
  });
});
