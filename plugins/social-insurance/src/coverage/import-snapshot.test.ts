import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import socialInsurance from '../plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([socialInsurance]);
}, 300_000);
afterAll(() => bed?.close());

const field = 'socialInsuranceImportSnapshot';
const csv = (...rows: string[]) => ['code,insurance,group,insured,population', ...rows].join('\n');
const input = (date: string, text: string, more: object = {}) => ({
  date,
  source: 'social-insurance-agency',
  csv: text,
  ...more,
});
const counted = async () =>
  (await bed.sql('select count(*)::int as n from social_insurance.coverage_snapshot'))[0];

const progress = async () => {
  const { data } = await bed.ask(
    '{ targetByCode(code: "T-12") { progress { state actual numerator denominator dataState coverage { have needed } } } targets(filter: { code: ["T-12"] }) { nodes { progress { numerator } } } }',
    'standing',
  );
  expect(data.targets.nodes[0].progress.numerator).toBe(data.targetByCode.progress.numerator);
  return data.targetByCode.progress;
};

test('figures are taken in, shown with their unit and group, and named by the day they were counted', async () => {
  const text = csv(
    '26257,HEALTH,,15000,16000',
    '26257,HEALTH,HOUSEHOLD,4000,5000',
    '26257,VOLUNTARY_SOCIAL,VOLUNTARY,150,9000',
  );
  const result = await bed.change(field, input('2021-10-05', text), 'clerk.bau-ham', 'imported replaced');
  expect(result).toEqual({ imported: 3, replaced: 0 });
  const { data } = await bed.ask(
    `{ socialInsuranceCoverageSnapshots(filter: { dateFrom: "2021-10-05" }, orderBy: INSURED_DESC) { nodes { date insurance group { code } insured population source demo supersededAt unit { fullName } } } }`,
    'clerk.bau-ham',
  );
  expect(data.socialInsuranceCoverageSnapshots.nodes).toMatchObject([
    {
      insurance: 'HEALTH',
      group: null,
      insured: 15000,
      population: 16000,
      demo: false,
      supersededAt: null,
      unit: { fullName: 'Xã Bàu Hàm' },
    },
    { insurance: 'HEALTH', group: { code: 'HOUSEHOLD' }, insured: 4000 },
    { insurance: 'VOLUNTARY_SOCIAL', group: { code: 'VOLUNTARY' }, insured: 150 },
  ]);
  expect((await bed.audit('social-insurance:import')).at(-1)).toMatchObject({
    facts: { imported: 3, replaced: 0, date: '2021-10-05', source: 'social-insurance-agency' },
  });
});

test('the indicator and T-12 move with the import, in the same transaction', async () => {
  const before = await progress();
  const [old] = await bed.sql<{ insured: number; population: number }>(
    `select insured, population from social_insurance.coverage_snapshot s join core.administrative_unit_version v on v.unit_id = s.unit_id
      and v.code = '26260' and v.valid_to > '2021-10-15' where insurance = 'HEALTH' and group_id is null and date = '2021-09-30'`,
  );
  await bed.change(
    field,
    input('2021-10-08', csv(`26260,HEALTH,,${old!.insured + 100},${old!.population + 40}`)),
    'officer.insurance',
    'imported',
  );
  const after = await progress();
  expect(Number(after.numerator) - Number(before.numerator)).toBe(100);
  expect(Number(after.denominator) - Number(before.denominator)).toBe(40);
  expect(after).toMatchObject({ dataState: 'PROVISIONAL', coverage: { have: 17, needed: 17 } });
  // A refused import moves nothing, not even by its good lines.
  await bed.refused(
    field,
    input('2021-10-09', csv('26260,HEALTH,,1,2', 'nowhere,HEALTH,,1,2')),
    'officer.insurance',
  );
  expect(await progress()).toEqual(after);
});

test('a figure of one group, or of voluntary insurance, does not touch the rate of the whole population', async () => {
  const before = await progress();
  await bed.change(
    field,
    input('2021-10-10', csv('26263,HEALTH,HOUSEHOLD,1,9000', '26263,VOLUNTARY_SOCIAL,,1,9000')),
    'officer.insurance',
    'imported',
  );
  expect(await progress()).toEqual(before);
});

test('a month has the figure of its latest day, whichever was imported last', async () => {
  const september = `{ indicatorAggregate(indicator: "social-insurance.health-insurance-rate", period: { calendar: MONTH, key: "2021-10" }, unit: "UNIT") { numerator denominator } }`;
  const rate = async () =>
    (await bed.ask(september.replace('UNIT', await bed.unit('26266')), 'standing')).data.indicatorAggregate;
  await bed.change(
    field,
    input('2021-10-12', csv('26266,HEALTH,,500,1000')),
    'officer.insurance',
    'imported',
  );
  await bed.change(
    field,
    input('2021-10-02', csv('26266,HEALTH,,100,1000')),
    'officer.insurance',
    'imported',
  );
  expect(await rate()).toEqual({ numerator: '500', denominator: '1000' });
});

test('a figure imported again is superseded, not deleted, and only one counts', async () => {
  const day = '2021-10-07';
  await bed.change(
    field,
    input(day, csv('26269,HEALTH,,700,1000', '26269,HEALTH,EMPLOYER,7,10')),
    'officer.insurance',
    'imported',
  );
  const again = await bed.change(
    field,
    input(day, csv('26269,HEALTH,,710,1000')),
    'officer.insurance',
    'imported replaced',
  );
  expect(again).toEqual({ imported: 1, replaced: 1 });
  const seen = async (filter: string) => {
    const { data } = await bed.ask(
      `{ socialInsuranceCoverageSnapshots(filter: { dateFrom: "${day}", dateTo: "${day}", ${filter} }) { nodes { insured supersededAt } } }`,
      'officer.insurance',
    );
    return data.socialInsuranceCoverageSnapshots.nodes;
  };
  expect(await seen('whole: true, current: true')).toEqual([{ insured: 710, supersededAt: null }]);
  expect(await seen('whole: true, current: false')).toEqual([
    { insured: 700, supersededAt: expect.stringMatching(/^20/) },
  ]);
  expect(await seen('whole: false')).toEqual([{ insured: 7, supersededAt: null }]);
});

test('figures of another source stand beside, and replace nothing', async () => {
  const result = await bed.change(
    field,
    input('2021-10-07', csv('26269,HEALTH,,600,1000'), { source: 'front-report' }),
    'officer.insurance',
    'imported replaced',
  );
  expect(result).toEqual({ imported: 1, replaced: 0 });
});

test('the same key twice has one effect and the same answer; with another file it is refused', async () => {
  const key = '0b7c7d1e-2f40-4a0e-9d39-0c8f8d1c6a11';
  const given = input('2021-10-06', csv('26272,HEALTH,,10,20'), { idempotencyKey: key });
  const first = await bed.change(field, given, 'officer.insurance', 'imported replaced');
  const rows = await counted();
  expect(await bed.change(field, given, 'officer.insurance', 'imported replaced')).toEqual(first);
  expect(await counted()).toEqual(rows);
  const other = { ...given, csv: csv('26272,HEALTH,,11,20') };
  expect(await bed.refused(field, other, 'officer.insurance')).toMatchObject({
    code: 'IDEMPOTENCY_MISMATCH',
  });
});

test('two imports of one day at once take turns: each replaces the one before, one figure counts', async () => {
  const given = (insured: number) => input('2021-10-03', csv(`26275,HEALTH,,${insured},10`));
  await bed.change(field, given(1), 'officer.insurance', 'imported');
  // Both are under way before either can write: the figure that they replace is held.
  const both = await bed.engine.database.asSystem('hold a figure', async (session) => {
    await session.query(
      `select from social_insurance.coverage_snapshot where date = '2021-10-03' for update`,
    );
    const imports = [2, 3].map((insured) =>
      bed.change(field, given(insured), 'officer.insurance', 'replaced'),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { imports };
  });
  expect(await Promise.all(both.imports)).toEqual([{ replaced: 1 }, { replaced: 1 }]);
  const counting = await bed.sql(
    `select from social_insurance.coverage_snapshot where date = '2021-10-03' and superseded_at is null`,
  );
  expect(counting).toHaveLength(1);
});

describe('all or nothing', () => {
  const wrong = csv(
    '26257,HEALTH,,900,1000',
    '26999,HEALTH,,1,2',
    '737,HEALTH,,1,2',
    '26257.01,HEALTH,,1,2',
    '26260,HEALTH,VOLUNTARY,1,2',
    '26260,HEALTH,,x,2',
  );

  test('every mistake is told by its line, in both languages, and nothing is written', async () => {
    const rows = await counted();
    const vi = await bed.refused(field, input('2021-10-01', wrong), 'officer.insurance', 'vi');
    expect(vi).toMatchObject({
      code: 'SOCIAL_INSURANCE_SNAPSHOT_REJECTED',
      field: 'input.csv',
      given: 5,
      listed: 5,
    });
    expect(vi.message).toBe(
      'Tệp số liệu có 5 lỗi, nên chưa ghi dòng nào. 5 lỗi đầu tiên được nêu theo số dòng.',
    );
    expect(vi['problems'].map(({ code, line }: any) => [code, line])).toEqual([
      ['SOCIAL_INSURANCE_SNAPSHOT_UNIT_UNKNOWN', 3],
      ['SOCIAL_INSURANCE_SNAPSHOT_UNIT_KIND', 4],
      ['SOCIAL_INSURANCE_SNAPSHOT_UNIT_KIND', 5],
      ['SOCIAL_INSURANCE_SNAPSHOT_GROUP_UNKNOWN', 6],
      ['SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT', 7],
    ]);
    expect(vi['problems'][0].message).toBe(
      'Dòng 3: trong phạm vi của bạn, không có đơn vị nào mang mã 26999 vào ngày 2021-10-01.',
    );
    const en = await bed.refused(field, input('2021-10-01', wrong), 'officer.insurance', 'en');
    expect(en['problems'][0].message).toBe(
      'Line 3: no unit within your scope carried the code 26999 on 2021-10-01.',
    );
    expect(en['problems'].every(({ message }: any) => /^Line \d+[:,]/.test(message))).toBe(true);
    expect(await counted()).toEqual(rows);
  });

  test('a unit of somebody else answers like one that is not there', async () => {
    const given = input('2021-10-01', csv('26260,HEALTH,,1,2', '26999,HEALTH,,1,2'));
    const { problems } = await bed.refused(field, given, 'clerk.bau-ham');
    expect(problems).toMatchObject([
      { code: 'SOCIAL_INSURANCE_SNAPSHOT_UNIT_UNKNOWN', line: 2 },
      { code: 'SOCIAL_INSURANCE_SNAPSHOT_UNIT_UNKNOWN', line: 3 },
    ]);
    const texts = problems.map(({ message }: any) => message.replace(/\d{5}|Line \d/g, ''));
    expect(texts[0]).toBe(texts[1]);
  });

  test('a group counts only while it is in force', async () => {
    // The plugin's calendar of months begins later than the decree that brought the group EMPLOYER.
    await bed.sql(
      `update social_insurance.participant_group set valid_to = '2021-10-04' where code = 'EMPLOYER'`,
    );
    const given = (date: string) => input(date, csv('26278,HEALTH,EMPLOYER,1,2'));
    await bed.change(field, given('2021-10-03'), 'officer.insurance', 'imported');
    expect((await bed.refused(field, given('2021-10-04'), 'officer.insurance'))['problems']).toMatchObject([
      { code: 'SOCIAL_INSURANCE_SNAPSHOT_GROUP_UNKNOWN', line: 2, given: 'EMPLOYER', allowed: '2021-10-04' },
    ]);
  });

  test('of very many mistakes the first 200 are told, and how many there are', async () => {
    const text = csv(...Array.from({ length: 300 }, (_, n) => `x${n},HEALTH,,1,2`));
    const error = await bed.refused(field, input('2021-10-01', text), 'officer.insurance');
    expect(error).toMatchObject({ given: 300, listed: 200 });
    expect(error['problems']).toHaveLength(200);
  });
});

test.each([
  [
    'a day to come',
    { date: '2021-10-16' },
    { code: 'SOCIAL_INSURANCE_SNAPSHOT_IN_FUTURE', given: '2021-10-16', allowed: '2021-10-15' },
  ],
  [
    'a source that there is not',
    { source: 'rumour' },
    { code: 'BAD_USER_INPUT', field: 'input.source', given: 'rumour' },
  ],
  ['a day before any period', { date: '1990-01-31' }, { code: 'SOCIAL_INSURANCE_SNAPSHOT_REJECTED' }],
])('%s is refused', async (_, more, expected) => {
  const given = { ...input('2021-10-01', csv('26257,HEALTH,,1,2')), ...more };
  expect(await bed.refused(field, given, 'officer.insurance')).toMatchObject(expected);
});

test('a month that is closed takes no figures, of the whole or of a group, and the import leaves nothing behind', async () => {
  const period = { calendar: 'MONTH', key: '2021-08' };
  const unit = await bed.unit('26281');
  await bed.change(
    'lockPeriod',
    { period, unit, program: 'PRG-27', reason: 'Đã chốt số liệu.' },
    'standing',
    'id',
  );
  const rows = await counted();
  for (const row of ['26281,HEALTH,,1,2', '26281,HEALTH,HOUSEHOLD,1,2']) {
    const given = input('2021-08-31', csv('26284,HEALTH,,1,2', row));
    const { problems } = await bed.refused(field, given, 'officer.insurance');
    expect(problems).toMatchObject([
      {
        code: 'SOCIAL_INSURANCE_SNAPSHOT_PERIOD_CLOSED',
        line: 3,
        message: 'Line 3: the figures of the unit 26281 for the month 2021-08 are closed.',
      },
    ]);
  }
  expect(await counted()).toEqual(rows);
});

test('who may not record may not import', async () => {
  for (const username of ['standing', 'lead.cluster1', 'farmers', 'insurance', 'auditor', 'head.bau-ham']) {
    const error = await bed.refused(field, input('2021-10-01', csv('26257,HEALTH,,1,2')), username);
    expect(error).toMatchObject({ code: 'FORBIDDEN' });
  }
});
