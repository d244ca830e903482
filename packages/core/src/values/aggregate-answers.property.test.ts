import * as fc from 'fast-check';
import type { GivenArguments, Locale, Session, SqlRootAnswer } from '@phoihop/platform';
import { encodeGlobalId } from '@phoihop/platform/engine';
import { change, make, type Change } from '../totals/test-changes.js';
import { createWorld, type World } from '../totals/test-world.js';
import { indicatorAggregateAnswer, rootReportingRowAnswer } from './aggregate-answers.js';
import { aggregateAnswer, reportingRowAnswer } from './aggregate-answer.js';
import { aggregateIndicators } from './aggregate.js';
import type { AggregateRequest, CountedStates } from './aggregate-request.js';
import { figureReasonMessages } from './figure-reasons.js';
import { computeReportingRows } from './reporting-row-of.js';
import { jsonOf } from './test-answers-in-sql.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 600_000);
afterAll(() => world?.close());

/** Some in every test run; more by `npm run test:thorough`. */
const runs = Number(process.env['ANSWERS_RUNS'] ?? 6);

const [group, emptyGroup] = [1, 2];

async function addGroups(session: Session): Promise<void> {
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
  // One that is computed from others, of which nothing is added up.
  await session.query(`insert into core.indicator select (jsonb_populate_record(i, '{"id": 9, "key": "world.index", "kind": "DERIVED",
    "merge_rule": "NOT_COMPARABLE", "calendar": "YEAR"}')).* from core.indicator i where i.id = 1`);
}

interface Question {
  readonly indicator: string;
  readonly unit: number | null;
  readonly unitGroup: number | null;
  readonly period: { readonly key: string; readonly calendar: string };
  readonly state: CountedStates;
  readonly source: string | null;
}

const indicators = [
  'sum',
  'stock',
  'ratio',
  'stocks-ratio',
  'status',
  'areas',
  'district-stock',
  'traffic',
  'index',
];
const calendars: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}$/, 'YEAR'],
  [/^\d{4}-H\d$/, 'HALF'],
  [/^\d{4}-Q\d$/, 'QUARTER'],
  [/^\d{4}-\d\d$/, 'MONTH'],
  [/^\d{4}-T\d\d$/, 'TRAFFIC_MONTH'],
  [/^\d{4}-T$/, 'TRAFFIC_YEAR'],
];
/** Of every calendar; of the first year that is kept and of the last; begun and not. */
const periods =
  '2021 2020 2022 2016 2021-H1 2021-H2 2021-Q1 2021-Q2 2021-Q3 2020-Q4 2021-01 2021-03 2021-07 2021-09 2020-12 2022-01 2021-T 2021-T05 2022-T01'.split(
    ' ',
  );
const question: fc.Arbitrary<Question> = fc
  .record({
    indicator: fc.constantFrom(...indicators.map((name) => `world.${name}`)),
    // Places that others lie below, that report, that do not exist, and groups, one of them without anybody.
    place: fc.constantFrom(1, 1, 2, 3, 10, 10, 11, 12, 20, 25, 27, 30, 99, -group, -group, -emptyGroup),
    key: fc.constantFrom(...periods),
    state: fc.constantFrom(
      'PROVISIONAL_AND_ACCEPTED' as const,
      'PROVISIONAL_AND_ACCEPTED' as const,
      'ACCEPTED_ONLY' as const,
    ),
    source: fc.constantFrom(null, null, null, 'two'),
  })
  .map(({ place, key, ...rest }) => ({
    ...rest,
    unit: place > 0 ? place : null,
    unitGroup: place > 0 ? null : -place,
    period: { key, calendar: calendars.find(([form]) => form.test(key))![1] },
  }));

/** Arguments as clients give them. */
const argumentsOf = ({ unit, unitGroup, ...rest }: Question): GivenArguments => ({
  ...rest,
  unit: unit && encodeGlobalId('AdministrativeUnit', unit),
  unitGroup: unitGroup && encodeGlobalId('UnitGroup', unitGroup),
  basis: 'AS_REPORTED',
});

/** What an answer in SQL says; nothing where it leaves the question to the code. */
async function said(
  session: Session,
  answer: SqlRootAnswer,
  given: GivenArguments,
  day: string,
  locale: Locale,
): Promise<unknown> {
  expect(answer.fits(given)).toBe(true);
  const values: unknown[] = [day];
  const rows = answer.from((type, read) => `$${values.push(read(given))}::${type}`, '$1::date');
  const told = await session.query<{ json: string }>(
    `select ${jsonOf(answer, 'answer', locale)}::text as json from (${rows}) answer`,
    values,
  );
  return told.map(({ json }) => JSON.parse(json) as unknown)[0];
}

/** Of a row of the resolver what SQL answers, as texts. */
function shown(value: any, like: any): unknown {
  if (like === null || typeof like !== 'object' || value === null)
    return value === null || value === undefined ? null : String(value);
  return Object.fromEntries(Object.keys(like).map((key) => [key, shown(value[key], like[key])]));
}

/** What the code says, of which nothing in SQL may differ; nothing where it refuses. */
async function computed(session: Session, asked: Question, day: string, locale: Locale): Promise<[any, any]> {
  const members = await session.query<{ id: number }>(
    `select member.unit_id as id from core.unit_group_member member join core.period on period.key = $2
     where member.group_id = $1 and member.valid_from <= period.ends_on and (member.valid_to is null or period.ends_on < member.valid_to)
     order by 1`,
    [asked.unitGroup, asked.period.key],
  );
  const units = asked.unit === null ? members.map(({ id }) => id) : [asked.unit];
  if (units.length === 0) return [undefined, undefined];
  const request: AggregateRequest = {
    indicator: asked.indicator,
    units,
    period: asked.period.key,
    states: asked.state,
    source: asked.source,
    names: false,
  };
  const source = { session, businessDate: day };
  const context = {
    translate: (key: string, facts: Record<string, unknown>) =>
      figureReasonMessages[key.replace('error.', '')]![locale].replace(/\{(\w+)\}/g, (_, name: string) =>
        String(facts[name] ?? '–'),
      ),
  } as never;
  const [aggregate] = await aggregateIndicators(source, [request]);
  const [row] = await computeReportingRows(source, [request]);
  if (!aggregate || !row) return [undefined, undefined];
  return [
    aggregateAnswer(context, aggregate, asked.state, asked.unitGroup),
    reportingRowAnswer(context, row, asked.state, asked.unitGroup),
  ];
}

/** All that the answers can say, as an example of their shape. */
const shapeOf = ({ fields }: { fields: SqlRootAnswer['fields'] }): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, one]) => [name, 'fields' in one ? shapeOf(one) : '']),
  );
const shapes = [shapeOf(indicatorAggregateAnswer), shapeOf(rootReportingRowAnswer)] as const;

/** Figures of two years in most places. */
const dense: Change = {
  do: 'write',
  figures: [1, 2, 3, 4, 8].flatMap((indicator) =>
    [20, 21, 24, 25].flatMap((unit) =>
      ['2020', '2021'].flatMap((year) =>
        Array.from({ length: 8 }, (_, n) => ({
          indicator,
          unit,
          period: `${year}-${indicator === 8 ? 'T' : ''}0${n + 1}`,
          source: n === 5 ? ('two' as const) : ('one' as const),
          amount: (n * 7 + unit + indicator) % 10,
          state: n % 2 ? ('ACCEPTED' as const) : ('PROVISIONAL' as const),
          status: 'none' as const,
        })),
      ),
    ),
  ),
};

test('SQL says of a question what its code says, with coverage and reasons, whatever happened to figures, tree and definitions', async () => {
  const reasons = new Set<string>();
  let figures = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 2, maxLength: 12 }),
      fc.array(question, { minLength: 10, maxLength: 24 }),
      fc.constantFrom('2020-06-15', '2021-01-01', '2021-03-10', '2021-07-20', '2021-09-30', '2022-02-01'),
      fc.constantFrom('vi' as const, 'en' as const),
      fc.boolean(),
      async (changes: readonly Change[], questions, day, locale, isDense) => {
        await world.inPassing(async (session) => {
          await addGroups(session);
          for (const made of isDense ? [dense, ...changes] : changes) await make(session, made);
          const compare = async (): Promise<void> => {
            for (const asked of questions) {
              const [aggregate, row] = await computed(session, asked, day, locale);
              const given = argumentsOf(asked);
              const told = [
                await said(session, indicatorAggregateAnswer, given, day, locale),
                await said(session, rootReportingRowAnswer, given, day, locale),
              ];
              expect(told).toEqual([aggregate && shown(aggregate, shapes[0]), row && shown(row, shapes[1])]);
              if (aggregate?.value) figures += 1;
              for (const { code } of [aggregate?.reason, row?.inPeriodChange.reason].filter(Boolean))
                reasons.add(code);
            }
          };
          await compare();
          await session.query('select core.rebuild_unit_reach()');
          await compare();
        });
      },
    ),
    {
      numRuns: runs,
      // Histories full of figures come first, asked the same questions each time, so that few runs say something too.
      examples: (['2021-07-20', '2021-09-30', '2022-02-01'] as const).map(
        (day, seed): [Change[], Question[], typeof day, 'vi', boolean] => [
          [],
          fc.sample(question, { seed, numRuns: 24 }),
          day,
          'vi',
          true,
        ],
      ),
      endOnFailure: true,
      ...(process.env['ANSWERS_SEED'] ? { seed: Number(process.env['ANSWERS_SEED']) } : {}),
    },
  );
  // The histories that are given say thirty figures.
  expect(figures).toBeGreaterThanOrEqual(30);
  expect([...reasons]).toEqual(
    expect.arrayContaining([
      'NO_DATA',
      'NOT_ADDITIVE',
      'PERIOD_NOT_BEGUN',
      'PERIOD_NOT_COVERED',
      'UNIT_NOT_VALID',
    ]),
  );
}, 900_000);
