import type { Caller } from '@phoihop/platform';
import type { Answer, TestBed } from '@phoihop/testing';
import { createFullBed } from '../support/full-bed.js';

let bed: TestBed;
let clerk: Caller;
let ids: { here: string; there: string };

beforeAll(async () => {
  bed = await createFullBed();
  clerk = await bed.as('clerk.bau-ham');
  const { data } = await bed.graphql(
    `{ here: administrativeUnit(code: "26257") { id name } there: administrativeUnit(code: "26254") { id } }`,
  );
  expect(data.here.name).toBe('Bàu Hàm');
  ids = { here: data.here.id, there: data.there.id };
}, 180_000);
afterAll(() => bed?.close());

const record = (
  input: Record<string, unknown>,
  options: { caller?: Caller; locale?: 'vi' | 'en' } = {},
): Promise<Answer> =>
  bed.graphql(
    `mutation ($input: RecordDataValueInput!) { recordDataValue(input: $input) { id value state unit { code } period { key } enteredBy { username } } }`,
    {
      caller: options.caller ?? clerk,
      locale: options.locale ?? 'en',
      variables: { input },
    },
  );

const october = { calendar: 'MONTH', key: '2021-10' };
const houses = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  indicator: 'fund-for-the-poor.houses',
  unit: ids.here,
  period: october,
  value: '1',
  ...over,
});
const figures = async (): Promise<number> =>
  (await bed.sql<{ n: number }>('select count(*)::int as n from core.data_value'))[0]!.n;
const progress = async (): Promise<any> =>
  (
    await bed.graphql(`{ targetByCode(code: "T-06") { progress { actual state percent dataState } } }`, {
      caller: await bed.as('standing'),
    })
  ).data.targetByCode.progress;

test('a commune clerk records a value; the district’s provisional roll-up and the target’s progress change with it', async () => {
  const before = await progress();
  const { data, errors } = await record(houses({ value: '2' }));
  expect(errors).toBeUndefined();
  expect(data.recordDataValue).toMatchObject({
    value: '2',
    state: 'PROVISIONAL',
    unit: { code: '26257' },
    enteredBy: { username: 'clerk.bau-ham' },
  });
  const after = await progress();
  expect(Number(after.actual) - Number(before.actual)).toBe(2);
  expect(after).toMatchObject({ state: 'ACHIEVED', dataState: 'PROVISIONAL' });
});

const refusals: [string, () => Record<string, unknown>, string, string][] = [
  ['for another commune', () => houses({ unit: ids.there }), 'OUT_OF_SCOPE', 'unit'],
  [
    'of the wrong kind',
    () => houses({ value: undefined, numerator: '1', denominator: '2' }),
    'VALUE_KIND_MISMATCH',
    '',
  ],
  ['that is negative', () => houses({ value: '-1' }), 'NEGATIVE_VALUE', 'value'],
  [
    'that is a ratio above one',
    () =>
      houses({
        indicator: 'unity-campaign.cultural-family-rate',
        period: { calendar: 'YEAR', key: '2021' },
        value: undefined,
        numerator: '5',
        denominator: '4',
      }),
    'RATIO_ABOVE_ONE',
    'numerator',
  ],
  ['that is no whole number', () => houses({ value: '1.5' }), 'COUNT_NOT_WHOLE', 'value'],
  [
    'for a period of another calendar',
    () => houses({ period: { calendar: 'YEAR', key: '2021' } }),
    'PERIOD_CALENDAR_MISMATCH',
    'period',
  ],
  [
    'of a derived indicator',
    () =>
      houses({
        indicator: 'social-insurance.health-insurance-rate',
        value: undefined,
        numerator: '1',
        denominator: '2',
      }),
    'INDICATOR_DERIVED',
    'indicator',
  ],
];

test.each(refusals)(
  'a value %s is refused in the caller’s language and nothing is written',
  async (_, input, code, field) => {
    const before = await figures();
    const [english, vietnamese] = [
      await record(input(), { locale: 'en' }),
      await record(input(), { locale: 'vi' }),
    ];
    for (const answer of [english, vietnamese]) {
      expect(answer.data?.recordDataValue ?? null).toBeNull();
      expect(answer.errors?.[0]?.extensions.code).toBe(code);
      expect(String(answer.errors?.[0]?.extensions.field ?? '')).toContain(field);
    }
    expect(vietnamese.errors![0]!.message).not.toBe(english.errors![0]!.message);
    expect(await figures()).toBe(before);
  },
);

test('what is not a number never reaches a resolver', async () => {
  const before = await figures();
  const { errors } = await record(houses({ value: 'NaN' }));
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(await figures()).toBe(before);
});

test('a clerk without the program is refused; a closed period takes nothing', async () => {
  const farmers = await bed.as('farmers');
  expect((await record(houses(), { caller: farmers })).errors?.[0]?.extensions.code).toMatch(
    /FORBIDDEN|OUT_OF_SCOPE|NOT_FOUND/,
  );
  const lock = await bed.graphql(`mutation ($input: LockPeriodInput!) { lockPeriod(input: $input) { id } }`, {
    caller: await bed.as('standing'),
    variables: {
      input: {
        period: { calendar: 'MONTH', key: '2021-09' },
        unit: (await district()).id,
        reason: 'Khóa sổ tháng 9',
      },
    },
  });
  expect(lock.errors).toBeUndefined();
  const before = await figures();
  const { errors } = await record(
    houses({ period: { calendar: 'MONTH', key: '2021-09' }, indicator: 'social-care.gift-cards' }),
  );
  expect(errors?.[0]?.extensions.code).toBe('PERIOD_LOCKED');
  expect(await figures()).toBe(before);
});

const district = async (): Promise<{ id: string }> =>
  (await bed.graphql(`{ administrativeUnit(code: "737") { id } }`)).data.administrativeUnit;
