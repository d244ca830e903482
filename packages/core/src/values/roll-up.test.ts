import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rollUp, type UnitPart } from './roll-up.js';
import { print, sumOf } from './value-rules-decimal.js';
import type { IndicatorKind } from './value-rules-kinds.js';

const COMMUNES = ['Bàu Hàm', 'Cây Gáo', 'Sông Thao'];

const part = (unitKey: string, figure: Partial<UnitPart>): UnitPart => ({
  unitKey,
  state: 'ACCEPTED',
  ...figure,
});

describe('kinds that add', () => {
  it.each(['SUM', 'EVENT_COUNT', 'STOCK'] as const)('%s adds over units', (kind) => {
    const parts = [
      part('Bàu Hàm', { value: '0.1' }),
      part('Cây Gáo', { value: '0.2' }),
      part('Sông Thao', { value: '3' }),
    ];
    expect(rollUp(kind, parts, COMMUNES)).toEqual({
      value: '3.3',
      numerator: null,
      denominator: null,
      coverage: { have: 3, needed: 3, ratio: '1', missing: [], unexpected: [] },
      computable: true,
      state: 'ACCEPTED',
    });
  });

  it('adds the same in any order and any grouping', () => {
    const anyParts = fc
      .array(fc.bigInt(0n, 10n ** 18n), { minLength: 2, maxLength: 12 })
      .map((values) => values.map((value, index) => part(`u${index}`, { value: String(value) })));
    fc.assert(
      fc.property(anyParts, fc.nat(), (parts, cut) => {
        const needed = parts.map(({ unitKey }) => unitKey);
        const whole = rollUp('SUM', parts, needed);
        expect(rollUp('SUM', parts.toReversed(), needed)).toMatchObject({ value: whole.value });
        const at = 1 + (cut % (parts.length - 1));
        const halves = [parts.slice(0, at), parts.slice(at)].map(
          (half) =>
            rollUp(
              'SUM',
              half,
              half.map(({ unitKey }) => unitKey),
            ).value!,
        );
        expect(print(sumOf(halves))).toBe(whole.value);
      }),
    );
  });
});

describe('coverage', () => {
  it('totals what there is and lists what is missing', () => {
    const total = rollUp(
      'SUM',
      [part('Bàu Hàm', { value: '4' }), part('Cây Gáo', { value: null })],
      COMMUNES,
    );
    expect(total).toMatchObject({ value: '4', computable: true });
    expect(total.coverage).toEqual({
      have: 1,
      needed: 3,
      ratio: '0.333333',
      missing: ['Cây Gáo', 'Sông Thao'],
      unexpected: [],
    });
  });

  it('leaves out a unit that was not asked for, such as the town or the district itself', () => {
    const total = rollUp(
      'SUM',
      [part('Bàu Hàm', { value: '4' }), part('huyện', { value: '100' })],
      ['Bàu Hàm'],
    );
    expect(total).toMatchObject({ value: '4', coverage: { have: 1, ratio: '1', unexpected: ['huyện'] } });
  });

  it('has no total without data, nor of nothing', () => {
    expect(rollUp('SUM', [], COMMUNES)).toMatchObject({
      value: null,
      computable: false,
      reason: 'NO_DATA',
      state: null,
    });
    expect(rollUp('SUM', [part('x', { value: '1' })], [])).toMatchObject({
      computable: false,
      reason: 'NOTHING_NEEDED',
    });
  });

  it('refuses two figures for one unit', () => {
    const twice = [part('Bàu Hàm', { value: '4' }), part('Bàu Hàm', { value: '4', state: 'PROVISIONAL' })];
    expect(rollUp('SUM', twice, COMMUNES)).toMatchObject({
      value: null,
      computable: false,
      reason: 'DUPLICATE_PART',
    });
    expect(rollUp('SUM', twice, COMMUNES, { acceptedOnly: true })).toMatchObject({
      value: '4',
      computable: true,
    });
  });
});

describe('state', () => {
  const mixed = [part('Bàu Hàm', { value: '4' }), part('Cây Gáo', { value: '5', state: 'PROVISIONAL' })];

  it('is provisional as soon as one part is', () => {
    expect(rollUp('SUM', mixed, COMMUNES)).toMatchObject({ value: '9', state: 'PROVISIONAL' });
  });

  it('counts accepted figures only when asked', () => {
    expect(rollUp('SUM', mixed, COMMUNES, { acceptedOnly: true })).toMatchObject({
      value: '4',
      state: 'ACCEPTED',
      coverage: { missing: ['Cây Gáo', 'Sông Thao'] },
    });
  });
});

describe('RATIO', () => {
  it('adds the parts, then divides: 50 % of 10 and 100 % of 90 are 95 %, not 75 %', () => {
    const parts = [
      part('Bàu Hàm', { numerator: '5', denominator: '10' }),
      part('Cây Gáo', { numerator: '90', denominator: '90' }),
    ];
    expect(rollUp('RATIO', parts, COMMUNES)).toMatchObject({
      value: '0.95',
      numerator: '95',
      denominator: '100',
    });
  });

  it('counts half a ratio as missing', () => {
    const total = rollUp('RATIO', [part('Bàu Hàm', { numerator: '5' })], ['Bàu Hàm']);
    expect(total).toMatchObject({ computable: false, reason: 'NO_DATA', coverage: { missing: ['Bàu Hàm'] } });
  });

  it('has no value over nothing', () => {
    const total = rollUp('RATIO', [part('Bàu Hàm', { numerator: '0', denominator: '0' })], ['Bàu Hàm']);
    expect(total).toMatchObject({
      value: null,
      denominator: '0',
      computable: false,
      reason: 'ZERO_DENOMINATOR',
    });
  });

  it('lies between the smallest and the largest of its parts', () => {
    const anyPart = fc
      .tuple(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }))
      .map(([a, b]) => ({ numerator: String(Math.min(a, b)), denominator: String(b) }));
    fc.assert(
      fc.property(fc.array(anyPart, { minLength: 1, maxLength: 8 }), (figures) => {
        const parts = figures.map((figure, index) => part(`u${index}`, figure));
        const total = rollUp(
          'RATIO',
          parts,
          parts.map(({ unitKey }) => unitKey),
        );
        const ratios = figures.map(({ numerator, denominator }) => Number(numerator) / Number(denominator));
        expect(Number(total.value)).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-6);
        expect(Number(total.value)).toBeLessThanOrEqual(Math.max(...ratios) + 1e-6);
      }),
    );
  });
});

describe('STATUS_COUNT', () => {
  const ladder = { countedStatuses: ['ADVANCED', 'MODEL'] };

  it('counts a unit once, however often its status is given', () => {
    const parts = [
      part('Bàu Hàm', { status: 'ADVANCED' }),
      part('Bàu Hàm', { status: 'MODEL' }),
      part('Cây Gáo', { status: 'NONE' }),
    ];
    expect(rollUp('STATUS_COUNT', parts, COMMUNES, ladder)).toMatchObject({
      value: '1',
      computable: true,
      coverage: { have: 2, missing: ['Sông Thao'] },
    });
  });

  it('leaves out the town, which the program does not apply to', () => {
    const parts = [part('Bàu Hàm', { status: 'MODEL' }), part('TT Trảng Bom', { status: 'MODEL' })];
    expect(rollUp('STATUS_COUNT', parts, COMMUNES, ladder)).toMatchObject({ value: '1' });
  });

  it('must be told which statuses count', () => {
    expect(rollUp('STATUS_COUNT', [part('Bàu Hàm', { status: 'MODEL' })], COMMUNES)).toMatchObject({
      computable: false,
      reason: 'NO_COUNTED_STATUS',
    });
  });
});

describe('DERIVED', () => {
  it('is not added', () => {
    const kind: IndicatorKind = 'DERIVED';
    expect(rollUp(kind, [part('Bàu Hàm', { value: '1' })], COMMUNES)).toMatchObject({
      value: null,
      computable: false,
      reason: 'NOT_ADDITIVE',
    });
  });
});
