import type { Caller } from '@phoihop/platform';
import { codes, everywhere, startFiguresBed, type Answer, type FiguresBed } from './test-bed.js';

let bed: FiguresBed;
let reader: Caller;
let district: string;

/** Figures and targets by hand: commune n has n in August and 2n in September; the plan of odd ones is 30, of even ones 60. */
beforeAll(async () => {
  bed = await startFiguresBed();
  reader = await bed.holder(1, ['core:value.read', 'core:target.read'], '737');
  district = await bed.unitId('737');
  await bed.enter([
    ...everywhere('works.houses', '2021-08', (n) => (n > 0 ? { value: n } : null)),
    ...everywhere('works.houses', '2021-09', (n) => (n > 0 ? { value: 2 * n } : null)),
    ...everywhere('works.visits', '2021-09', (n) => ({ numerator: n, denominator: 20 })),
    ...everywhere('works.households', '2021-08', (n) => ({ value: 100 + n })),
    ...everywhere('works.households', '2021-09', (n) => (n < 3 ? { value: n } : null)),
    ...everywhere('works.insured', '2021-08', (n) => ({ numerator: n, denominator: 20 })),
    ...everywhere('works.insured', '2021-09', (n) => (n < 9 ? { numerator: 1, denominator: 10 + n } : null)),
    ...everywhere('works.poor', '2021-09', (n) =>
      n === 4 || n === 5 ? { numerator: 25, denominator: n === 4 ? 100 : 50 } : null,
    ),
  ]);
  await bed.place.sql(
    `insert into core.target (indicator_id, unit_id, home_unit_id, program_code, period_id, operator, value, deadline, path, tolerance)
     select i.id, v.unit_id, v.unit_id, i.program, p.id, 'AT_LEAST', case when place.n % 2 = 1 then 30 else 60 end, p.ends_on, 'NONE', 0
     from unnest($1::text[]) with ordinality as place (code, n)
     join core.administrative_unit_version v on v.code = place.code and v.superseded_at is null and v.valid_from <= '2021-06-01'
       and (v.valid_to is null or v.valid_to > '2021-06-01')
     cross join core.indicator i cross join core.period p
     where i.key = 'works.houses' and p.key = '2021' and p.calendar_key = 'YEAR' and place.n <= 15`,
    [codes],
  );
}, 600_000);
afterAll(() => bed?.stop());

const shown = `asOf ranked unranked hasNextPage endCursor nodes { rank code value plan percentOfPlan }`;
const ask = (given: Record<string, unknown> = {}, caller = reader, selection = shown): Promise<Answer> =>
  bed.ask(
    `query ($indicator: String!, $period: PeriodReference!, $unit: ID!, $by: RankedBy!, $order: RankingOrder!, $first: Int!, $after: String) {
       unitRanking(indicator: $indicator, period: $period, unit: $unit, by: $by, order: $order, first: $first, after: $after) { ${selection} } }`,
    caller,
    {
      indicator: 'works.houses',
      period: { calendar: 'YEAR', key: '2021' },
      unit: district,
      by: 'PERCENT_OF_PLAN',
      order: 'HIGHEST_FIRST',
      first: 20,
      ...given,
    },
  );
const codeOf = ({ errors }: Answer): unknown => errors?.[0]?.extensions['code'];

test('communes by how much of their own plan they have reached, as calculated by hand', async () => {
  const { data, errors } = await ask();
  expect(errors).toBeUndefined();
  const { nodes, ranked, unranked, asOf } = data.unitRanking;
  // Place 1 of the list (n = 0) has no figure, the last two (n = 15 and 16) have no plan.
  expect([asOf, ranked, unranked]).toEqual(['2021-10-15', 14, 3]);
  // The plan of place p = n + 1 is 30 where p is odd: 10 % for each of its n; 5 % where it is even.
  const byHand = codes
    .map((code, n) => ({ code, n, percent: (300 * n) / (n % 2 === 0 ? 30 : 60) }))
    .filter(({ n }) => n >= 1 && n <= 14);
  const expected = byHand
    .map(({ code, n, percent }) => ({
      code,
      value: String(3 * n),
      plan: n % 2 === 0 ? '30' : '60',
      percentOfPlan: String(percent),
      rank: 1 + byHand.filter((other) => other.percent > percent).length,
    }))
    .sort((a, b) => a.rank - b.rank);
  expect(nodes.map(({ rank }: { rank: number }) => rank)).toEqual(expected.map(({ rank }) => rank));
  expect(new Set(nodes.map((node: object) => JSON.stringify(node, Object.keys(node).sort())))).toEqual(
    new Set(expected.map((node) => JSON.stringify(node, Object.keys(node).sort()))),
  );
});

test('pages go on where the one before ended, from either end, each unit once', async () => {
  for (const order of ['HIGHEST_FIRST', 'LOWEST_FIRST']) {
    const whole = (await ask({ order, first: 200 })).data.unitRanking.nodes;
    const seen: unknown[] = [];
    let after: string | null = null;
    do {
      const { data }: Answer = await ask({ order, first: 4, after });
      seen.push(...data.unitRanking.nodes);
      after = data.unitRanking.hasNextPage ? data.unitRanking.endCursor : null;
    } while (after);
    expect(seen).toEqual(whole);
    expect(whole).toHaveLength(14);
    const ranks = whole.map(({ rank }: { rank: number }) => rank);
    expect(ranks).toEqual(
      [...ranks].sort((a: number, b: number) => (order === 'HIGHEST_FIRST' ? a - b : b - a)),
    );
  }
});

test('a page is one statement; the units, asked for as such, one more', async () => {
  await ask();
  expect(bed.statements).toBe(1);
  const { data } = await ask({ first: 3 }, reader, 'nodes { code unit { fullName parent { fullName } } }');
  expect(bed.statements).toBe(2);
  expect(data.unitRanking.nodes[0].unit.parent.fullName).toBe('Huyện Trảng Bom');
});

test('by the figure: shares exactly, stocks as they are last', async () => {
  const shares = (await ask({ indicator: 'works.visits', by: 'FIGURE', first: 3 })).data.unitRanking;
  expect(shares.nodes.map(({ value, plan }: any) => [value, plan])).toEqual([
    ['0.8', null],
    ['0.75', null],
    ['0.7', null],
  ]);
  const lowest = { indicator: 'works.households', by: 'FIGURE', order: 'LOWEST_FIRST', first: 4 };
  const stocks = (await ask(lowest)).data.unitRanking;
  expect(stocks.nodes.map(({ value, rank }: any) => [value, rank])).toEqual([
    ['0', 17],
    ['1', 16],
    ['2', 15],
    ['103', 14],
  ]);
  expect([stocks.ranked, stocks.unranked]).toEqual([17, 0]);
});

test('up to the business date', async () => {
  bed.setBusinessDate('2021-08-31');
  const { data } = await ask({ by: 'FIGURE', first: 1 });
  expect(data.unitRanking).toMatchObject({ asOf: '2021-08-31', nodes: [{ value: '16' }] });
  bed.setBusinessDate('2021-10-15');
});

test('only units whose figures the caller sees: others are neither ranked nor missing', async () => {
  const neighbor = await bed.holder(2, ['core:value.read'], codes[3]!);
  const { data } = await ask({ by: 'FIGURE' }, neighbor);
  expect(data.unitRanking).toMatchObject({ ranked: 1, unranked: 0, nodes: [{ code: codes[3], plan: null }] });
  const stranger = await bed.holder(3, ['core:value.read'], '738');
  expect((await ask({ by: 'FIGURE' }, stranger)).data.unitRanking).toMatchObject({ ranked: 0, unranked: 0 });
  const nobody = await bed.holder(4, ['core:target.read'], '737');
  expect(codeOf(await ask({}, nobody))).toBe('FORBIDDEN');
});

test('who sees the figures of one program alone has the same ranking of its indicators', async () => {
  const ofProgram = await bed.holder(5, ['core:value.read', 'core:target.read'], '737', 'PRG-90');
  for (const given of [
    { by: 'PERCENT_OF_PLAN' },
    { by: 'FIGURE', order: 'LOWEST_FIRST' },
    { by: 'FIGURE', indicator: 'works.households' },
    { by: 'FIGURE', indicator: 'works.visits' },
    { by: 'FIGURE', indicator: 'works.insured' },
  ]) {
    const { data, errors } = await ask(given, ofProgram);
    expect(errors).toBeUndefined();
    expect(data).toEqual((await ask(given)).data);
    expect(data.unitRanking.ranked).toBeGreaterThan(13);
  }
  const ofAnother = await bed.holder(6, ['core:value.read'], '737', 'PRG-91');
  expect((await ask({}, ofAnother)).data.unitRanking).toMatchObject({ ranked: 0, unranked: 0 });
});

test('of what withholds small counts a figure that a plugin has counted is not shown', async () => {
  const poor = { indicator: 'works.poor', by: 'FIGURE' };
  const listed = async () =>
    (await ask(poor)).data.unitRanking.nodes.map(({ code, value }: any) => [code, value]);
  expect(await listed()).toEqual([
    [codes[5], '0.5'],
    [codes[4], '0.25'],
  ]);
  // Figures are never changed, by nobody: the owner takes the guard away for as long as it takes.
  await bed.place.sql(`alter table core.data_value disable trigger user;
    update core.data_value set origin = 'works' where unit_id = ${await bed.unit(codes[5]!)}
      and indicator_id = (select id from core.indicator where key = 'works.poor');
    alter table core.data_value enable trigger user`);
  expect(await listed()).toEqual([[codes[4], '0.25']]);
});

test.each([
  ['an indicator that is not there', { indicator: 'works.nothing' }, 'INDICATOR_NOT_FOUND', 'indicator'],
  ['one that counts statuses', { indicator: 'works.recognized' }, 'INDICATOR_NOT_RANKED', 'indicator'],
  ['a period that is not there', { period: { calendar: 'YEAR', key: '1999' } }, 'PERIOD_NOT_FOUND', 'period'],
  ['a period by half', { period: { key: '2021' } }, 'BAD_USER_INPUT', 'period'],
  [
    'a period in which the indicator is not counted',
    { indicator: 'works.deaths', period: { calendar: 'MONTH', key: '2021-09' } },
    'PERIOD_CALENDAR_MISMATCH',
    'period',
  ],
  ['too many at once', { first: 201 }, 'BAD_USER_INPUT', 'first'],
  ['a cursor of nothing', { after: 'x' }, 'BAD_USER_INPUT', 'after'],
])('is refused: %s', async (_, given, code, field) => {
  const answer = await ask(given);
  expect([codeOf(answer), answer.errors![0]!.extensions['field']]).toEqual([code, field]);
});

test('a page is as large as any other list’s: of none there are only the counts', async () => {
  const { errors } = await ask({ first: 500 });
  expect(errors![0]!.extensions).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'first',
    given: 500,
    allowed: '0..200',
  });
  const { data } = await ask({ first: 0 });
  expect(data.unitRanking).toMatchObject({ ranked: 14, hasNextPage: true, endCursor: null, nodes: [] });
});

test('a cursor of another ranking is refused', async () => {
  const { data } = await ask({ first: 2 });
  const after = data.unitRanking.endCursor;
  expect(codeOf(await ask({ first: 2, after, by: 'FIGURE' }))).toBe('BAD_USER_INPUT');
  expect(codeOf(await ask({ first: 2, after, order: 'LOWEST_FIRST' }))).toBe('BAD_USER_INPUT');
});
