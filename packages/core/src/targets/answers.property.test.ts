import * as fc from 'fast-check';
import type { Session } from '@phoihop/database';
import type { SqlAnswer } from '@phoihop/platform';
import { change, make, type Change } from '../totals/test-changes.js';
import { createWorld, type World } from '../totals/test-world.js';
import type { RowChange } from '../values/reporting-row-of.js';
import { jsonOf } from '../values/test-answers-in-sql.js';
import { progressAnswer } from './progress-answer.js';
import { figuresOf } from './progress-figures.js';
import type { TargetOperator } from './progress-types.js';
import { reportingRowAnswer } from './reporting-row-answer.js';
import type { TargetFacts } from './target-facts.js';
import { reportingRowsOf } from './target-reporting-row.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());

/** Some in every test run; more by `npm run test:thorough`. */
const runs = Number(process.env['ANSWERS_RUNS'] ?? 12);

const [group, emptyGroup] = [1, 2];
const subjects: Pick<TargetFacts, 'unit' | 'unitGroup' | 'organization'>[] = [
  ...[1, 2, 3, 10, 11, 12, 20, 25].map((unit) => ({ unit, unitGroup: null, organization: null })),
  ...[group, emptyGroup].map((unitGroup) => ({ unit: null, unitGroup, organization: null })),
  { unit: null, unitGroup: null, organization: 1 },
];
const promises: readonly (readonly [TargetOperator, string])[] = [
  ['AT_LEAST', '9'],
  ['RANGE', '0.75'],
  ['REACH_STATUS', '0'],
  ['AT_MOST', '5'],
  ['HOLD_EVENTS', '1000.5'],
];

/** Targets of every indicator, subject and kind of period; their ids are their places. */
async function targetsIn(session: Session): Promise<TargetFacts[]> {
  await session.query(
    `insert into core.unit_group (id, key, name_vi, purpose, unit_id, valid_from) overriding system value
     values ($1, 'some', 'x', 'STATISTICS', 1, '2020-01-01'), ($2, 'none', 'y', 'STATISTICS', 1, '2020-01-01')`,
    [group, emptyGroup],
  );
  await session.query(
    `insert into core.unit_group_member (group_id, unit_id, valid_from, valid_to)
     values ($1, 10, '2020-01-01', null), ($1, 12, '2021-03-01', null), ($1, 22, '2020-01-01', '2021-07-01')`,
    [group],
  );
  const periods = await session.query<{ id: number; key: string }>('select id, key from core.period');
  const idOf = (key: string): number => periods.find((period) => period.key === key)!.id;
  let id = 0;
  return [1, 2, 3, 4, 5, 6, 7, 8].flatMap((indicator) =>
    subjects.flatMap((subject) =>
      (indicator === 8 ? ['2021-T', '2021-T05'] : ['2021', '2021-H2', '2020', '2022']).map((period) => {
        id += 1;
        const [operator, value] = promises[id % promises.length]!;
        return { id, indicator, ...subject, period: idOf(period), operator, value } as TargetFacts;
      }),
    ),
  );
}

/** Figures of every period, so that there is something to compare with. */
const dense: Change = {
  do: 'write',
  figures: ['2020', '2021'].flatMap((year) => [
    ...Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`).flatMap(
      (period, n) => densely([1, 2, 3, 4], [20, 21, 24, 25], period, n),
    ),
    ...Array.from({ length: 4 }, (_, n) => `${year}-Q${n + 1}`).flatMap((period, n) => [
      ...densely([5], [20, 21, 23, 26], period, n),
      ...densely([7], [10, 11, 12], period, n),
    ]),
  ]),
};

function densely(indicators: readonly number[], units: readonly number[], period: string, n: number) {
  return indicators.flatMap((indicator) =>
    units.map((unit) => ({
      indicator,
      unit,
      period,
      source: 'one' as const,
      amount: (n * 7 + unit + indicator) % 10,
      state: n % 2 ? ('ACCEPTED' as const) : ('PROVISIONAL' as const),
      status: (n + unit) % 3 ? ('advanced' as const) : ('none' as const),
    })),
  );
}

/** What an answer in SQL says of targets, as the texts that clients get. */
async function said(
  session: Session,
  { from, ...answer }: SqlAnswer,
  targets: readonly TargetFacts[],
  day: string,
): Promise<unknown[]> {
  const rows = from((property) => `asked."${property}"`, '$2::date');
  const told = await session.query<{ json: string | null }>(
    `select (select ${jsonOf(answer, 'answer')} from (${rows}) answer)::text as json
     from json_to_recordset($1::json) as asked (id int, indicator bigint, unit bigint, "unitGroup" bigint, period bigint,
       operator text, value numeric)
     order by asked.id`,
    [JSON.stringify(targets), day],
  );
  return told.map(({ json }) => JSON.parse(json ?? 'null') as unknown);
}

const changeOf = ({ lastYear, difference, relativeChange }: RowChange) => ({
  samePeriodLastYear: lastYear,
  difference,
  relativeChange,
});

/** What the code says, of which nothing in SQL may differ. */
async function computed(
  session: Session,
  targets: readonly TargetFacts[],
  day: string,
): Promise<unknown[][]> {
  const source = { session, businessDate: day };
  const rows = await reportingRowsOf(source, targets, false);
  const figures = await figuresOf(source, targets, false);
  return [
    rows.map(
      (row) =>
        row && {
          inPeriod: row.inPeriod.value,
          cumulative: row.cumulative.value,
          plan: row.request.plan ?? null,
          percentOfPlan: row.percentOfPlan,
          inPeriodChange: changeOf(row.inPeriodChange),
          cumulativeChange: changeOf(row.cumulativeChange),
        },
    ),
    figures.map(({ actual }) => ({ asOf: day, actual: actual?.value ?? null })),
  ];
}

test('SQL says of targets what their code says, whatever happened to figures, tree and definitions', async () => {
  const seen = { rows: 0, figures: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 3, maxLength: 14 }),
      fc.constantFrom('2020-06-15', '2021-01-01', '2021-03-10', '2021-07-20', '2021-09-30', '2022-02-01'),
      fc.nat(4),
      fc.boolean(),
      async (changes: readonly Change[], day, every, isDense) => {
        await world.inPassing(async (session) => {
          const targets = (await targetsIn(session)).filter(({ id }) => id % 5 === every);
          for (const made of isDense ? [dense, ...changes] : changes) await make(session, made);
          const compare = async (): Promise<void> => {
            const [rows, figures] = await computed(session, targets, day);
            expect(await said(session, reportingRowAnswer, targets, day)).toEqual(rows);
            expect(await said(session, progressAnswer, targets, day)).toEqual(figures);
            seen.rows += JSON.stringify(rows).includes('"relativeChange":"') ? 1 : 0;
            seen.figures += JSON.stringify(figures).includes('"actual":"') ? 1 : 0;
          };
          await compare();
          await session.query('select core.rebuild_unit_reach()');
          await compare();
        });
      },
    ),
    {
      numRuns: runs,
      // Histories full of figures come first, so that few runs have something to compare too.
      examples: [
        [[], '2021-07-20', 0, true],
        [[], '2021-09-30', 1, true],
        [[], '2022-02-01', 2, true],
        // A commune, and a district, that end while a month runs: the month is none of theirs, whatever they entered for it.
        [[{ do: 'end', unit: 20, day: '2021-03-15', into: 25 }], '2021-03-10', 0, true],
        [[{ do: 'end', unit: 12, day: '2021-03-15', into: 20 }], '2021-03-10', 1, true],
      ],
      endOnFailure: true,
      ...(process.env['ANSWERS_SEED'] ? { seed: Number(process.env['ANSWERS_SEED']) } : {}),
    },
  );
  expect(seen.figures).toBeGreaterThan(runs / 2);
  expect(seen.rows).toBeGreaterThan(runs / 4);
}, 900_000);
