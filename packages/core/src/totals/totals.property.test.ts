import * as fc from 'fast-check';
import type { Session } from '@phoihop/database';
import type { AggregateRequest } from '../values/aggregate-request.js';
import { aggregateIndicators } from '../values/aggregate.js';
import { change, crowded, make, type Change } from './test-changes.js';
import { createWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());

/** Some in every test run; more by `npm run test:thorough`. */
const runs = Number(process.env['TOTALS_RUNS'] ?? 15);

/** Every indicator at every level and of groups, over months, quarters, years and the year so far. */
const questions: AggregateRequest[] = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((indicator) => {
  const years = indicator === 8 ? ['2021-T', '2020-T'] : ['2021', '2020'];
  const one = indicator === 5 || indicator === 7 ? '2021-Q3' : indicator === 8 ? '2021-T07' : '2021-07';
  const spans: Omit<AggregateRequest, 'indicator' | 'units'>[] = [
    ...years.map((period) => ({ period })),
    { period: one },
    { period: one, span: 'YEAR_TO_PERIOD' },
    { period: one, span: 'YEAR_TO_PERIOD', yearBefore: true },
    ...(indicator === 8 ? [] : [{ period: '2021-H2' }, { period: '2021-Q3' }]),
  ];
  const units = [[1], [2], [3], [10], [11], [12], [20], [10, 12], [2, 10, 20], [12, 3], [10, 25]];
  return units.flatMap((of) =>
    spans.flatMap((span): AggregateRequest[] => [
      { indicator, units: of, ...span },
      { indicator, units: of, ...span, states: 'ACCEPTED_ONLY' },
    ]),
  );
});

/** What kept totals answer otherwise than adding up the figures does. */
async function differences(session: Session, businessDate: string, every: number): Promise<unknown[]> {
  const asked = questions.filter((_, n) => n % 7 === every);
  const source = { session, businessDate };
  const kept = await aggregateIndicators(source, asked);
  const again = await aggregateIndicators({ ...source, recompute: true }, asked);
  return asked.flatMap((question, n) =>
    JSON.stringify(kept[n]) === JSON.stringify(again[n])
      ? []
      : [{ question, kept: shown(kept[n]), again: shown(again[n]) }],
  );
}

const shown = (aggregate: Awaited<ReturnType<typeof aggregateIndicators>>[number] | undefined) => {
  const { indicator: _, period: __, ...rest } = aggregate!;
  return rest;
};

describe('kept totals', () => {
  test('answer what adding up the figures answers, whatever happened to figures, tree and definitions', async () => {
    const reached = { kept: 0, computable: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 2, maxLength: 14 }),
        fc.constantFrom('2021-03-10', '2021-07-20', '2021-09-30', '2022-02-01'),
        fc.nat(6),
        async (changes: readonly Change[], businessDate, every) => {
          await world.inPassing(async (session) => {
            for (const made of changes) await make(session, made);
            // While the tree is stale everything is recomputed; afterwards nothing is.
            const [state] = await session.query<{ stale: boolean }>('select stale from core.tree_state');
            if (state!.stale) {
              expect(await differences(session, businessDate, every)).toEqual([]);
              await session.query('select core.rebuild_unit_reach()');
            }
            expect(await differences(session, businessDate, every)).toEqual([]);
            const [rows] = await session.query<{ n: number }>(
              'select count(*)::int as n from core.kept_total',
            );
            reached.kept += rows!.n > 0 ? 1 : 0;
          });
        },
      ),
      {
        numRuns: runs,
        endOnFailure: true,
        ...(process.env['TOTALS_SEED'] ? { seed: Number(process.env['TOTALS_SEED']) } : {}),
      },
    );
    expect(reached.kept).toBeGreaterThan(runs / 2);
  }, 900_000);

  const moved: Change = { do: 'move', unit: 20, day: '2021-05-15', under: 1, kind: 0 };
  test.each([
    ['stand where they stand', [], []],
    ['have moved within the year', [moved], []],
    ['move once their figures are there', [], [moved]],
  ] satisfies [string, Change[], Change[]][])(
    'follow latest figures and statuses of units that %s',
    async (_, before, after) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(crowded, { minLength: 1, maxLength: 6 }),
          fc.nat(6),
          async (changes, every) => {
            await world.inPassing(async (session) => {
              for (const made of before) await make(session, made);
              await session.query('select core.rebuild_unit_reach()');
              for (const made of [...changes, ...after]) await make(session, made);
              await session.query('select core.rebuild_unit_reach()');
              expect(await differences(session, '2022-02-01', every)).toEqual([]);
            });
          },
        ),
        { numRuns: runs, endOnFailure: true },
      );
    },
    900_000,
  );
});
