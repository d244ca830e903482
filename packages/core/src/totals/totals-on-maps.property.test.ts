import * as fc from 'fast-check';
import type { Session } from '@phoihop/database';
import type { AggregateRequest } from '../values/aggregate-request.js';
import { aggregateIndicators } from '../values/aggregate.js';
import { keepMapsIn } from './keep-maps.js';
import { change, make, type Change } from './test-changes.js';
import { createWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());

/** Some in every test run; more by `npm run test:thorough`. */
const runs = Number(process.env['TOTALS_RUNS'] ?? 15);

const mapDates = [null, '2021-01-20', '2021-06-30', '2022-12-31', '2020-06-01'];

/** Every indicator at every level and of groups, on the map of the day and on those of other days. */
const questions: AggregateRequest[] = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((indicator) => {
  const one = indicator === 5 || indicator === 7 ? '2021-Q3' : indicator === 8 ? '2021-T07' : '2021-07';
  const year = indicator === 8 ? '2021-T' : '2021';
  const spans: Omit<AggregateRequest, 'indicator' | 'units'>[] = [
    { period: year },
    { period: one },
    { period: one, states: 'ACCEPTED_ONLY' },
    { period: one, span: 'YEAR_TO_PERIOD' },
    { period: one, span: 'YEAR_TO_PERIOD', yearBefore: true },
    { period: one, names: true },
  ];
  const units = [[1], [2], [3], [10], [11], [12], [20], [10, 12], [2, 10, 20], [12, 3], [10, 10]];
  return units.flatMap((of) =>
    spans.flatMap((span) =>
      mapDates.map(
        (mapDate): AggregateRequest => ({
          indicator,
          units: of,
          basis: 'ON_MAP',
          mapDate,
          names: false,
          ...span,
        }),
      ),
    ),
  );
});

interface Found {
  readonly differences: unknown[];
  readonly kept: number;
}

/** What totals on maps answer otherwise than putting the figures together by the lineage, and how many were kept. */
async function compared(session: Session, businessDate: string, every: number): Promise<Found> {
  const asked = questions.filter((_, n) => n % 11 === every);
  const source = { session, businessDate };
  let kept = 0;
  const counting = {
    query: async <R>(sql: string, parameters?: readonly unknown[]): Promise<R[]> => {
      const rows = await session.query<R>(sql, parameters);
      if (sql.includes('core.totals_on_map')) kept += rows.length;
      return rows;
    },
  };
  const fast = await aggregateIndicators({ session: counting, businessDate }, asked);
  const again = await aggregateIndicators({ ...source, recompute: true }, asked);
  const differences = asked.flatMap((question, n) =>
    JSON.stringify(fast[n]) === JSON.stringify(again[n])
      ? []
      : [{ question, kept: shown(fast[n]), again: shown(again[n]) }],
  );
  return { differences, kept };
}

const shown = (aggregate: Awaited<ReturnType<typeof aggregateIndicators>>[number] | undefined) => {
  const { indicator: _, period: __, ...rest } = aggregate!;
  return rest;
};

describe('totals on maps', () => {
  test('answer what the lineage makes of the figures, whatever happened before and after the maps were worked out', async () => {
    const reached = { kept: 0, runs: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 2, maxLength: 12 }),
        fc.array(change, { minLength: 0, maxLength: 5 }),
        fc.constantFrom('2021-03-10', '2021-07-20', '2021-09-30', '2022-02-01'),
        fc.nat(10),
        async (before: readonly Change[], after: readonly Change[], businessDate, every) => {
          await world.inPassing(async (session) => {
            for (const made of before) await make(session, made);
            await session.query('select core.rebuild_unit_reach()');
            await keepMapsIn(session, businessDate);
            const first = await compared(session, businessDate, every);
            expect(first.differences).toEqual([]);
            // Figures that are corrected, mergers that are recorded late: nothing is worked out anew yet.
            for (const made of after) await make(session, made);
            expect((await compared(session, businessDate, every)).differences).toEqual([]);
            await session.query('select core.rebuild_unit_reach()');
            expect((await compared(session, businessDate, every)).differences).toEqual([]);
            await keepMapsIn(session, businessDate);
            const last = await compared(session, businessDate, (every + 1) % 11);
            expect(last.differences).toEqual([]);
            reached.kept += first.kept + last.kept;
            reached.runs += 1;
          });
        },
      ),
      {
        numRuns: runs,
        endOnFailure: true,
        ...(process.env['TOTALS_SEED'] ? { seed: Number(process.env['TOTALS_SEED']) } : {}),
      },
    );
    // Of some 240 questions of a sample, those that nothing stands in the way of.
    expect(reached.kept / reached.runs).toBeGreaterThan(20);
  }, 900_000);
});
