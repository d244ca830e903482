import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import socialInsurance from '../plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([socialInsurance]);
}, 300_000);
afterAll(() => bed?.close());

const figure = 'insured population rate units oldestOn latestOn demo group { code }';
const question = `query ($unit: ID!, $asOf: Date, $insurance: SocialInsuranceKind! = HEALTH, $source: String! = "social-insurance-agency") {
  socialInsuranceCoverage(unit: $unit, asOf: $asOf, insurance: $insurance, source: $source) {
    unit { fullName } asOf insurance source needed have
    total { ${figure} } groups { ${figure} }
    missing { fullName } carriedForward { fullName }
    below { unit { code fullName } needed have total { ${figure} } groups { ${figure} } }
  }
}`;

const ask = async (username: string, code: string, more: object = {}) =>
  bed.ask(question, username, { unit: await bed.unit(code), ...more });
const coverage = async (username: string, code: string, more: object = {}) => {
  const { data, errors } = await ask(username, code, more);
  expect(errors).toBeUndefined();
  return data.socialInsuranceCoverage;
};

const byHand = async (asOf: string) =>
  (
    await bed.sql<{ insured: number; population: number; rate: string }>(
      `select sum(insured)::int as insured, sum(population)::int as population,
         trim_scale(round(sum(insured)::numeric / sum(population), 6))::text as rate
       from (select distinct on (unit_id) * from social_insurance.coverage_snapshot
         where insurance = 'HEALTH' and group_id is null and superseded_at is null and date <= $1 order by unit_id, date desc) latest`,
      [asOf],
    )
  )[0];

test('a district is the sum of the latest figures of its 17 units, and says whose is older', async () => {
  const answer = await coverage('standing', '737', { asOf: '2021-09-30' });
  expect(answer).toMatchObject({
    unit: { fullName: 'Huyện Trảng Bom' },
    asOf: '2021-09-30',
    insurance: 'HEALTH',
    source: 'social-insurance-agency',
    needed: 17,
    have: 17,
    missing: [],
    carriedForward: [{ fullName: 'Xã Cây Gáo' }],
    total: {
      ...(await byHand('2021-09-30')),
      units: 17,
      oldestOn: '2021-08-31',
      latestOn: '2021-09-30',
      demo: true,
      group: null,
    },
  });
});

test('each unit below stands for itself, in the order of codes', async () => {
  const { below, total } = await coverage('standing', '737');
  expect(below.map(({ unit }: any) => unit.code)).toEqual(
    Array.from({ length: 17 }, (_, n) => String(26248 + 3 * n)),
  );
  expect(below[2]).toMatchObject({
    unit: { fullName: 'Xã Cây Gáo' },
    needed: 1,
    have: 1,
    total: { latestOn: '2021-08-31' },
  });
  const sum = below.reduce((all: number, one: any) => all + one.total.insured, 0);
  expect(sum).toBe(total.insured);
});

test('groups are added up over the units that give them', async () => {
  const { groups, total, below } = await coverage('standing', '737');
  expect(groups.map(({ group }: any) => group.code)).toEqual([
    'EMPLOYEE_EMPLOYER',
    'EMPLOYER',
    'HOUSEHOLD',
    'SOCIAL_INSURANCE_FUND',
    'STATE_BUDGET',
    'STATE_SUPPORTED',
  ]);
  expect(groups.every(({ units }: any) => units === 16)).toBe(true);
  const caygao = below[2].total;
  const sum = groups.reduce((all: number, one: any) => all + one.insured, 0);
  expect(sum).toBe(total.insured - caygao.insured);
  expect(below[2].groups).toEqual([]);
});

test('a date reads what was known by then: the latest figure on or before it', async () => {
  expect((await coverage('standing', '737', { asOf: '2021-06-15' })).total).toMatchObject({
    ...(await byHand('2021-06-15')),
    latestOn: '2021-05-31',
  });
});

test('before the first figure everything is missing, by name, and there is no total', async () => {
  const answer = await coverage('standing', '737', { asOf: '2021-01-15' });
  expect(answer).toMatchObject({ needed: 17, have: 0, total: null, groups: [], carriedForward: [] });
  expect(answer.missing).toHaveLength(17);
  expect(answer.missing[2]).toEqual({ fullName: 'Xã Cây Gáo' });
});

test('another insurance and another source are other figures', async () => {
  const voluntary = await coverage('standing', '737', { insurance: 'VOLUNTARY_SOCIAL' });
  expect(Number(voluntary.total.rate)).toBeLessThan(0.05);
  expect(await coverage('standing', '737', { source: 'front-report' })).toMatchObject({
    total: null,
    have: 0,
  });
});

test('the rate is exact to six places, not a binary fraction', async () => {
  const input = {
    date: '2021-10-14',
    source: 'front-report',
    csv: 'code,insurance,group,insured,population\n26284,HEALTH,,2,3\n26287,HEALTH,,1,8',
  };
  await bed.change('socialInsuranceImportSnapshot', input, 'officer.insurance', 'imported');
  const rate = async (code: string) =>
    (await coverage('standing', code, { source: 'front-report' })).total.rate;
  expect(await rate('26284')).toBe('0.666667');
  expect(await rate('26287')).toBe('0.125');
  const whole = await coverage('standing', '737', { source: 'front-report' });
  expect(whole).toMatchObject({
    have: 2,
    needed: 17,
    total: { insured: 3, population: 11, rate: '0.272727', demo: false },
  });
  expect(whole.missing).toHaveLength(15);
});

test('a superseded figure counts nowhere', async () => {
  const input = {
    date: '2021-10-14',
    source: 'front-report',
    csv: 'code,insurance,group,insured,population\n26284,HEALTH,,1,3',
  };
  await bed.change('socialInsuranceImportSnapshot', input, 'officer.insurance', 'imported');
  expect((await coverage('standing', '26284', { source: 'front-report' })).total.rate).toBe('0.333333');
});

test('a group that is no longer in force is not shown', async () => {
  await bed.sql(
    `update social_insurance.participant_group set valid_to = '2021-10-10' where code = 'EMPLOYER'`,
  );
  const codes = async (asOf: string) =>
    (await coverage('standing', '26248', { asOf })).groups.map(({ group }: any) => group.code);
  expect(await codes('2021-10-09')).toContain('EMPLOYER');
  expect(await codes('2021-10-10')).not.toContain('EMPLOYER');
});

test('a commune has nothing below, and its clerk sees it', async () => {
  expect(await coverage('clerk.bau-ham', '26257')).toMatchObject({
    unit: { fullName: 'Xã Bàu Hàm' },
    needed: 1,
    have: 1,
    below: [],
    total: { units: 1 },
  });
});

test.each([
  ['the clerk of one commune', 'clerk.bau-ham', 1],
  ['the officer of a cluster of four', 'officer.cluster4', 4],
  ['an organization that takes no part', 'youth', 0],
])('%s does not get a part of the district for the whole', async (_, username, seen) => {
  const { data, errors } = await ask(username, '737');
  expect(data.socialInsuranceCoverage).toBeNull();
  expect(errors![0]!.extensions).toMatchObject({
    code: 'SOCIAL_INSURANCE_COVERAGE_PARTLY_SEEN',
    given: seen,
    allowed: 17,
  });
});

test('where nobody is counted there is no coverage, and it says so', async () => {
  const area = await bed.unit('26257.01');
  const { errors } = await bed.ask(question, 'standing', { unit: area });
  expect(errors![0]!.extensions).toMatchObject({
    code: 'SOCIAL_INSURANCE_COVERAGE_WITHOUT_UNITS',
    on: '2021-10-15',
  });
});

test.each([
  ['a day to come', { asOf: '2021-10-16' }, 'asOf'],
  ['an unknown source', { source: 'rumour' }, 'source'],
  ['no unit', { unit: 'x' }, 'unit'],
])('%s is refused', async (_, more, field) => {
  const { errors } = await ask('standing', '737', more);
  expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
});

test('it takes as many statements for a district as for a commune', async () => {
  const plain = (unit: string) =>
    `{ socialInsuranceCoverage(unit: "${unit}") { total { rate } groups { rate } below { have groups { rate } } } }`;
  await bed.ask(plain(await bed.unit('26248')), 'standing');
  const ofCommune = bed.statements;
  await bed.ask(plain(await bed.unit('737')), 'standing');
  expect(bed.statements).toBe(ofCommune);
});
