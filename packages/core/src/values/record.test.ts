import type { Caller } from '@phoihop/platform';
import { startFiguresBed, type Answer, type FiguresBed } from './test-bed.js';

let bed: FiguresBed;
let clerk: Caller;

beforeAll(async () => {
  bed = await startFiguresBed();
  clerk = await bed.holder(1, ['core:value.read', 'core:value.record'], '26254');
}, 600_000);
afterAll(() => bed?.stop());

const fields = `id value numerator denominator status state share asOf program source disaggregation note reason demo supersededAt
  unit { name } period { key } indicator { key }`;

async function record(input: Record<string, unknown>, caller: Caller = clerk): Promise<Answer> {
  const unit = await bed.unitId('26254');
  return bed.ask(
    `mutation ($input: RecordDataValueInput!) { recordDataValue(input: $input) { ${fields} } }`,
    caller,
    { input: { unit, ...input } },
  );
}

const month = (key: string) => ({ calendar: 'MONTH', key });
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'] as string | undefined;
const rows = async (): Promise<number> => {
  const [row] = await bed.place.sql<{ n: number }>('select count(*)::int as n from core.data_value');
  return row!.n;
};

test('records a figure with what belongs to it, provisional and audited', async () => {
  const { data, errors } = await record({
    indicator: 'works.houses',
    period: month('2021-09'),
    value: '3',
    note: ' hai căn xây mới ',
  });
  expect(errors).toBeUndefined();
  expect(data.recordDataValue).toMatchObject({
    value: '3',
    state: 'PROVISIONAL',
    asOf: '2021-09-30',
    program: 'PRG-90',
    source: 'front-report',
    disaggregation: '',
    note: 'hai căn xây mới',
    unit: { name: 'Cây Gáo' },
    period: { key: '2021-09' },
    indicator: { key: 'works.houses' },
    demo: false,
    supersededAt: null,
  });
  const audited = await bed.place.sql(
    `select actor_id::int, facts from platform.audit_event where action = 'core:value.record'`,
  );
  expect(audited).toEqual([
    { actor_id: 1, facts: expect.objectContaining({ indicator: 'works.houses', period: '2021-09' }) },
  ]);
});

test('records parts beside the whole, other sources, shares and statuses', async () => {
  const built = await record({
    indicator: 'works.houses',
    period: month('2021-09'),
    value: 2,
    disaggregation: 'work:build',
  });
  expect(built.data?.recordDataValue).toMatchObject({ value: '2', disaggregation: 'work:build' });
  const other = await record({
    indicator: 'works.houses',
    period: month('2021-09'),
    value: 4,
    source: 'other-source',
  });
  expect(other.data?.recordDataValue).toMatchObject({ source: 'other-source' });
  const share = await record({
    indicator: 'works.visits',
    period: month('2021-09'),
    numerator: '2',
    denominator: '3',
  });
  expect(share.data?.recordDataValue).toMatchObject({
    value: null,
    numerator: '2',
    denominator: '3',
    share: '0.666667',
  });
  const quarter = { calendar: 'QUARTER', key: '2021-Q3' };
  const status = await record({ indicator: 'works.recognized', period: quarter, status: 'none' });
  expect(status.data?.recordDataValue).toMatchObject({ status: 'none', value: null });
});

describe('refuses, and writes nothing', () => {
  let before: number;
  beforeEach(async () => {
    before = await rows();
  });
  afterEach(async () => {
    expect(await rows()).toBe(before);
  });

  const refused = async (answer: Promise<Answer>, code: string, field: string): Promise<Answer> => {
    const given = await answer;
    expect([codeOf(given), given.errors?.[0]?.extensions['field']]).toEqual([code, field]);
    expect(given.data?.recordDataValue ?? null).toBeNull();
    expect(given.errors![0]!.message).not.toMatch(/error\.|\{\w+\}|–/);
    return given;
  };
  const houses = { indicator: 'works.houses', period: month('2021-08'), value: '1' };

  test('another commune: OUT_OF_SCOPE, saying where one may', async () => {
    const { errors } = await refused(
      record({ ...houses, unit: await bed.unitId('26257') }),
      'OUT_OF_SCOPE',
      'input.unit',
    );
    expect(errors![0]!.extensions['allowed']).toEqual(['Xã Cây Gáo']);
  });

  test('another program: OUT_OF_SCOPE', async () => {
    const one = await bed.holder(2, ['core:value.read', 'core:value.record'], '26254', 'PRG-90');
    await refused(record({ ...houses, indicator: 'works.money' }, one), 'OUT_OF_SCOPE', 'input.unit');
  });

  test('without the permission at all: FORBIDDEN before anything runs', async () => {
    const reader = await bed.holder(3, ['core:value.read'], '26254');
    const answer = await record(houses, reader);
    expect(codeOf(answer)).toBe('FORBIDDEN');
  });

  test('what nobody knows: INDICATOR_NOT_FOUND, PERIOD_NOT_FOUND, NOT_FOUND', async () => {
    await refused(
      record({ ...houses, indicator: 'works.nothing' }),
      'INDICATOR_NOT_FOUND',
      'input.indicator',
    );
    await refused(record({ ...houses, period: month('2031-01') }), 'PERIOD_NOT_FOUND', 'input.period');
    const ghost = Buffer.from('AdministrativeUnit:99999999').toString('base64url');
    await refused(record({ ...houses, unit: ghost }), 'NOT_FOUND', 'input.unit');
    const wrongType = Buffer.from('Indicator:1').toString('base64url');
    await refused(record({ ...houses, unit: wrongType }), 'BAD_USER_INPUT', 'input.unit');
  });

  test('a period of another calendar, named so or not: PERIOD_CALENDAR_MISMATCH', async () => {
    await refused(
      record({ ...houses, period: { calendar: 'QUARTER', key: '2021-Q2' } }),
      'PERIOD_CALENDAR_MISMATCH',
      'input.period',
    );
    await refused(
      record({ ...houses, indicator: 'works.deaths' }),
      'PERIOD_CALENDAR_MISMATCH',
      'input.period',
    );
    await refused(
      record({ ...houses, period: { calendar: 'YEAR', key: '2021-08' } }),
      'PERIOD_CALENDAR_MISMATCH',
      'input.period.calendar',
    );
  });

  test('a period named in two ways, or by half: BAD_USER_INPUT', async () => {
    await refused(record({ ...houses, period: { key: '2021-08' } }), 'BAD_USER_INPUT', 'input.period');
    await refused(record({ ...houses, period: {} }), 'BAD_USER_INPUT', 'input.period');
  });

  test('a period that has not begun: PERIOD_IN_FUTURE; one under way is taken', async () => {
    await refused(record({ ...houses, period: month('2021-11') }), 'PERIOD_IN_FUTURE', 'input.period');
  });

  test('the wrong kind of figure: VALUE_KIND_MISMATCH', async () => {
    await refused(
      record({ ...houses, value: undefined, numerator: '1', denominator: '2' }),
      'VALUE_KIND_MISMATCH',
      'input.value',
    );
    await refused(record({ ...houses, indicator: 'works.visits' }), 'VALUE_KIND_MISMATCH', 'input.value');
    await refused(record({ ...houses, value: undefined }), 'VALUE_KIND_MISMATCH', 'input.value');
  });

  test('what is no figure: NEGATIVE_VALUE, COUNT_NOT_WHOLE, TOO_MANY_DECIMALS, OUT_OF_RANGE, BAD_USER_INPUT', async () => {
    await refused(record({ ...houses, value: '-1' }), 'NEGATIVE_VALUE', 'input.value');
    await refused(record({ ...houses, value: '1.5' }), 'COUNT_NOT_WHOLE', 'input.value');
    await refused(
      record({ ...houses, indicator: 'works.money', value: '1.555' }),
      'TOO_MANY_DECIMALS',
      'input.value',
    );
    await refused(record({ ...houses, value: '100000000000000' }), 'OUT_OF_RANGE', 'input.value');
    const word = await record({ ...houses, value: 'ba' });
    expect(codeOf(word)).toBe('BAD_USER_INPUT');
    expect(word.errors![0]!.message).toContain('input.value');
  });

  test('shares that are none: RATIO_ABOVE_ONE, RATIO_DENOMINATOR_ZERO', async () => {
    const visits = { indicator: 'works.visits', period: month('2021-08') };
    await refused(
      record({ ...visits, numerator: '4', denominator: '3' }),
      'RATIO_ABOVE_ONE',
      'input.numerator',
    );
    await refused(
      record({ ...visits, numerator: '4', denominator: '0' }),
      'RATIO_DENOMINATOR_ZERO',
      'input.denominator',
    );
  });

  test('a status nobody declared: UNKNOWN_STATUS', async () => {
    const quarter = { calendar: 'QUARTER', key: '2021-Q2' };
    await refused(
      record({ indicator: 'works.recognized', period: quarter, status: 'model' }),
      'UNKNOWN_STATUS',
      'input.status',
    );
  });

  test('a source or part the indicator does not have: SOURCE_UNKNOWN, PART_UNKNOWN', async () => {
    await refused(record({ ...houses, source: 'hearsay' }), 'SOURCE_UNKNOWN', 'input.source');
    await refused(
      record({ ...houses, disaggregation: 'work:paint' }),
      'PART_UNKNOWN',
      'input.disaggregation',
    );
  });

  test('a kind of unit it does not apply to: INDICATOR_NOT_APPLICABLE', async () => {
    const town = await bed.holder(4, ['core:value.read', 'core:value.record'], '26248');
    const quarter = { calendar: 'QUARTER', key: '2021-Q2' };
    const unit = await bed.unitId('26248');
    await refused(
      record({ indicator: 'works.recognized', period: quarter, status: 'none', unit }, town),
      'INDICATOR_NOT_APPLICABLE',
      'input.unit',
    );
  });

  test('a level at which it is not collected: COLLECTION_LEVEL_MISMATCH', async () => {
    const district = await bed.holder(5, ['core:value.read', 'core:value.record'], '737');
    await refused(
      record({ ...houses, unit: await bed.unitId('737') }, district),
      'COLLECTION_LEVEL_MISMATCH',
      'input.unit',
    );
    const quarter = { calendar: 'QUARTER', key: '2021-Q2' };
    await refused(
      record({ indicator: 'works.meetings', period: quarter, value: '1' }),
      'COLLECTION_LEVEL_MISMATCH',
      'input.unit',
    );
  });

  test('a computed indicator entered by hand: INDICATOR_DERIVED', async () => {
    const insured = {
      indicator: 'works.insured',
      period: month('2021-08'),
      numerator: '1',
      denominator: '2',
    };
    await refused(record(insured), 'INDICATOR_DERIVED', 'input.indicator');
  });

  test('what was recorded before: VALUE_ALREADY_RECORDED', async () => {
    await refused(record({ ...houses, period: month('2021-09') }), 'VALUE_ALREADY_RECORDED', 'input');
  });

  test('for an organization one does not act for: OUT_OF_SCOPE', async () => {
    const organization = Buffer.from('Organization:1').toString('base64url');
    await refused(record({ ...houses, organization }), 'OUT_OF_SCOPE', 'input.organization');
  });

  test('a unit that has ended by the end of the period, or that no longer exists today', async () => {
    bed.setBusinessDate('2025-08-01');
    const province = await bed.holder(6, ['core:value.read', 'core:value.record'], '75');
    const answer = await record({ ...houses, period: month('2025-07') }, province);
    // Cây Gáo ended on 2025-07-01: its past is read from where it went, and changed by nobody.
    expect(codeOf(answer)).toBe('OUT_OF_SCOPE');
    bed.setBusinessDate('2021-10-15');
  });
});

test('a period under way takes figures', async () => {
  const { data } = await record({ indicator: 'works.houses', period: month('2021-10'), value: 0 });
  expect(data.recordDataValue).toMatchObject({ value: '0', period: { key: '2021-10' } });
});

test('a repeated submission has one effect and the same answer', async () => {
  const input = {
    indicator: 'works.money',
    period: month('2021-07'),
    value: '12.50',
    idempotencyKey: '5f0f8a0e-6f0a-4c8e-9d3e-0d8b7a3c1f10',
  };
  const first = await record(input);
  const second = await record(input);
  expect(second.errors).toBeUndefined();
  expect(second.data).toEqual(first.data);
  expect(codeOf(await record({ ...input, value: '13' }))).toBe('IDEMPOTENCY_MISMATCH');
});

test('of two who record the same figure at once, one is told that it is there', async () => {
  const input = { indicator: 'works.houses', period: month('2020-03'), value: '1' };
  const other = await bed.holder(20, ['core:value.read', 'core:value.record'], '26254');
  const answers = await Promise.all([record(input), record(input, other), record(input)]);
  expect(answers.map(codeOf).sort()).toEqual(['VALUE_ALREADY_RECORDED', 'VALUE_ALREADY_RECORDED', undefined]);
});

test('messages come in the language of the caller', async () => {
  const unit = await bed.unitId('26254');
  const input = { unit, indicator: 'works.houses', period: month('2021-06'), value: '-3' };
  const { errors } = await bed.ask(
    `mutation ($input: RecordDataValueInput!) { recordDataValue(input: $input) { id } }`,
    clerk,
    { input },
    'vi',
  );
  expect(errors![0]!.message).toBe('-3 ở input.value là số âm; số liệu phải từ 0 trở lên.');
});
