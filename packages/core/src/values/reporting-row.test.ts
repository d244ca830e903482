import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reportingRow, type ReportingRowInput } from './reporting-row.js';

const row = (input: Partial<ReportingRowInput>) =>
  reportingRow({
    inPeriod: null,
    cumulative: null,
    plan: null,
    samePeriodLastYear: { inPeriod: null, cumulative: null },
    ...input,
  });

describe('reportingRow', () => {
  it('shows the four columns', () => {
    expect(
      row({
        inPeriod: '30',
        cumulative: '210',
        plan: '300',
        samePeriodLastYear: { inPeriod: '24', cumulative: '280' },
      }),
    ).toEqual({
      inPeriod: '30',
      cumulative: '210',
      percentOfPlan: '70',
      inPeriodChange: { lastYear: '24', difference: '6', relativeChange: '25' },
      cumulativeChange: { lastYear: '280', difference: '-70', relativeChange: '-25' },
    });
  });

  it('compares ratios by their parts, in the measure they are spoken of', () => {
    const share = (numerator: string, denominator: string) => ({ numerator, denominator, per: '100' });
    expect(
      row({
        cumulative: share('2', '3'),
        plan: '91',
        samePeriodLastYear: { inPeriod: null, cumulative: share('1', '3') },
      }),
    ).toMatchObject({
      cumulative: '66.666667',
      percentOfPlan: '73.26',
      cumulativeChange: { lastYear: '33.333333', difference: '33.333333', relativeChange: '100' },
    });
  });

  it('has no relative change from zero, but a difference', () => {
    expect(
      row({ inPeriod: '3', samePeriodLastYear: { inPeriod: '0', cumulative: null } }).inPeriodChange,
    ).toEqual({
      lastYear: '0',
      difference: '3',
      relativeChange: null,
      reason: 'ZERO_LAST_YEAR',
    });
  });

  it('calls a fall a fall below zero too', () => {
    const samePeriodLastYear = { inPeriod: '-4', cumulative: null };
    expect(row({ inPeriod: '-6', samePeriodLastYear }).inPeriodChange).toMatchObject({
      difference: '-2',
      relativeChange: '-50',
    });
  });

  it('says which side is missing', () => {
    expect(row({ inPeriod: '3' }).inPeriodChange).toEqual({
      lastYear: null,
      difference: null,
      relativeChange: null,
      reason: 'NO_DATA_LAST_YEAR',
    });
    expect(row({ samePeriodLastYear: { inPeriod: '3', cumulative: null } }).inPeriodChange).toEqual({
      lastYear: '3',
      difference: null,
      relativeChange: null,
      reason: 'NO_DATA',
    });
    expect(row({ inPeriod: { numerator: '0', denominator: '0' } })).toMatchObject({
      inPeriod: null,
      inPeriodChange: { reason: 'NO_DATA' },
    });
  });

  it.each([
    [{ cumulative: '1' }, 'NO_PLAN'],
    [{ plan: '10' }, 'NO_DATA'],
    [{ cumulative: '1', plan: '0' }, 'ZERO_PLAN'],
  ])('has no percent of plan for %j: %s', (input, reason) => {
    expect(row(input)).toMatchObject({ percentOfPlan: null, percentOfPlanReason: reason });
  });

  it('never writes 100 % of a plan that is not fulfilled', () => {
    expect(row({ cumulative: '299999', plan: '300000' }).percentOfPlan).toBe('99.99');
    expect(row({ cumulative: '300000', plan: '300000' }).percentOfPlan).toBe('100');
  });

  it('gives a fall a minus, a rise none, and no change a zero', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, (now, before) => {
        const { difference, relativeChange } = row({
          inPeriod: String(now),
          samePeriodLastYear: { inPeriod: String(before), cumulative: null },
        }).inPeriodChange;
        expect(Number(difference)).toBe(now - before);
        expect(Math.abs(Number(relativeChange) - ((now - before) / before) * 100)).toBeLessThan(0.006);
        expect(relativeChange).not.toBe('-0');
      }),
    );
  });

  it('does not depend on the unit of measure', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, fc.integer({ min: 2, max: 1000 }), (now, before, plan, factor) => {
        const measured = (unit: number) =>
          row({
            cumulative: String(now * unit),
            plan: String(plan * unit),
            samePeriodLastYear: { inPeriod: null, cumulative: String(before * unit) },
          });
        expect(measured(factor).percentOfPlan).toBe(measured(1).percentOfPlan);
        expect(measured(factor).cumulativeChange.relativeChange).toBe(
          measured(1).cumulativeChange.relativeChange,
        );
      }),
    );
  });
});
