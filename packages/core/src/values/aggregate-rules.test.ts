import fc from 'fast-check';
import { accumulateOverPeriods } from './roll-up-over-time.js';
import { rollUp, type UnitPart } from './roll-up.js';
import { codes, startFiguresBed, type FiguresBed } from './test-bed.js';

let bed: FiguresBed;

beforeAll(async () => {
  bed = await startFiguresBed();
}, 600_000);
afterAll(() => bed?.stop());

const aggregate: FiguresBed['aggregate'] = (...asked) => bed.aggregate(...asked);

test('totals are what the rules of single figures say, whatever was reported', async () => {
  const kinds = [
    ['works.money', 'SUM'],
    ['works.households', 'STOCK'],
    ['works.visits', 'RATIO'],
  ] as const;
  const months = ['2019-01', '2019-02', '2019-03'];
  const ends = ['2019-01-31', '2019-02-28', '2019-03-31'];
  const some = codes.slice(0, 4);
  const cell = fc.option(
    fc.record({
      a: fc.integer({ min: 0, max: 50 }),
      b: fc.integer({ min: 0, max: 50 }),
      accepted: fc.boolean(),
    }),
    { freq: 3 },
  );
  const units = await Promise.all(some.map((code) => bed.unit(code)));
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 36, maxLength: 36 }),
      fc.boolean(),
      async (cells, acceptedOnly) => {
        await bed.place.sql(`delete from core.data_value where as_of between '2019-01-01' and '2019-12-31'`);
        const at = (kind: number, unit: number, month: number) => cells[kind * 12 + unit * 3 + month]!;
        const figureOf = (kind: string, { a, b }: { a: number; b: number }) =>
          kind === 'RATIO' ? { numerator: Math.min(a, b), denominator: Math.max(a, b) } : { value: a };
        await bed.enter(
          kinds.flatMap(([indicator, kind], k) =>
            some.flatMap((code, u) =>
              months.flatMap((period, m) => {
                const made = at(k, u, m);
                return made
                  ? [
                      [
                        indicator,
                        code,
                        period,
                        { ...figureOf(kind, made), state: made.accepted ? 'ACCEPTED' : 'PROVISIONAL' },
                      ] as const,
                    ]
                  : [];
              }),
            ),
          ),
        );
        const states = acceptedOnly ? ('ACCEPTED_ONLY' as const) : ('PROVISIONAL_AND_ACCEPTED' as const);
        for (const [k, [indicator, kind]] of kinds.entries()) {
          const answer = await aggregate({ indicator, period: '2019-Q1', units, states });
          const counts = (made: { accepted: boolean } | null) =>
            made !== null && (made.accepted || !acceptedOnly);
          const parts = some.flatMap((code, u): UnitPart[] => {
            const values = months.flatMap((periodKey, m) => {
              const made = at(k, u, m);
              if (!counts(made)) return [];
              const figure = Object.fromEntries(
                Object.entries(figureOf(kind, made!)).map(([key, value]) => [key, String(value)]),
              );
              return [{ periodKey, end: ends[m]!, ...figure }];
            });
            const total = accumulateOverPeriods(kind, values, months);
            return total.coverage.have === 0
              ? []
              : [
                  {
                    unitKey: code,
                    state: 'PROVISIONAL',
                    value: total.value,
                    numerator: total.numerator,
                    denominator: total.denominator,
                  },
                ];
          });
          const expected = rollUp(kind, parts, some);
          expect({
            indicator,
            value: answer.value,
            reason: answer.reason ?? undefined,
            numerator: answer.numerator,
          }).toEqual({
            indicator,
            value: expected.value,
            reason: expected.reason,
            numerator: expected.numerator,
          });
        }
      },
    ),
    { numRuns: 25 },
  );
}, 600_000);
