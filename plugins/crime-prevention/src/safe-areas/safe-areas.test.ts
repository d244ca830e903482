import { startProgramBed, tryImpossibleSteps, type Answer, type ProgramBed } from '@phoihop/testing';
import crimePrevention from '../plugin.js';
import { assessmentWorkflow, type AssessmentState, type AssessmentStep } from './assessment-state.js';

let bed: ProgramBed;
let bauHam: string;
beforeAll(async () => {
  bed = await startProgramBed([crimePrevention]);
  bauHam = await bed.unit('26257');
}, 300_000);
afterAll(() => bed?.close());

const shown = `id version state year submittedOn reviewedOn reviewNote returnReason decisionNumber decidedOn refusalReason
  results { nodes { criterion { code } met note } }`;

interface Known {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: any;
}

/** The criteria in force at the end of 2019. */
const criteria = ['CRIME_HELD_DOWN', 'MOVEMENT', 'NO_OPPOSITION', 'PARTY_RESOLUTION', 'POLICE_SOUND'];
const answers = (met = true) => criteria.map((criterion) => ({ criterion, met }));

/** A new assessment of Bàu Hàm for 2019; what tests before have made of it is gone. */
async function begun(given: object[] = answers(), who = 'clerk.bau-ham'): Promise<Known> {
  await bed.sql(
    `delete from crime_prevention.criterion_result result using crime_prevention.safe_area_assessment its where its.id = result.assessment_id and not its.demo`,
  );
  await bed.sql('delete from crime_prevention.safe_area_assessment where not demo');
  return bed.change('crimePreventionStartSafeArea', { unit: bauHam, year: 2019, answers: given }, who, shown);
}

const inputs: Record<AssessmentStep, object> = {
  crimePreventionAnswerCriteria: { answers: [{ criterion: 'MOVEMENT', met: true, note: 'Có 4 mô hình.' }] },
  crimePreventionSubmitSafeArea: {},
  crimePreventionReviewSafeArea: { note: 'Đủ minh chứng.' },
  crimePreventionReturnSafeArea: { reason: 'thiếu minh chứng' },
  crimePreventionRecognizeSafeArea: { decisionNumber: '1234/QĐ-UBND', decidedOn: '2021-10-15' },
  crimePreventionRefuseSafeArea: {
    decisionNumber: '1235/QĐ-UBND',
    decidedOn: '2021-10-15',
    reason: 'án tăng',
  },
};

async function take(
  step: AssessmentStep,
  who: string,
  { id, version }: Known,
  more: object = {},
): Promise<Answer> {
  const type = `${step[0]!.toUpperCase()}${step.slice(1)}Input`;
  return bed.ask(`mutation ($input: ${type}!) { ${step}(input: $input) { ${shown} } }`, who, {
    input: { safeArea: id, expectedVersion: version, ...inputs[step], ...more },
  });
}

async function done(step: AssessmentStep, who: string, known: Known, more: object = {}): Promise<Known> {
  const { data, errors } = await take(step, who, known, more);
  expect(errors).toBeUndefined();
  return data[step];
}

const facts = (answer: Answer) => answer.errors?.[0]?.extensions;

const reviewed = async (given: object[] = answers()): Promise<Known> => {
  const handedIn = await done('crimePreventionSubmitSafeArea', 'chair.bau-ham', await begun(given));
  return done('crimePreventionReviewSafeArea', 'officer.cluster4', handedIn);
};

/** Gives somebody another role over the district, past all rules. */
const alsoRole = (username: string, role: string) =>
  bed.sql(
    `insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
     select account.id, role.id, unit.unit_id, 'SUBTREE', '2021-01-01' from core.user_account account, core.role role, core.administrative_unit_version unit
      where account.username = $1 and role.code = $2 and unit.code = '737' and unit.superseded_at is null and unit.valid_from < '2021-06-01'`,
    [username, role],
  );

test('no step that is not declared is taken by anybody, and none by who may not', async () => {
  const known = await begun();
  let version = known.version;
  const people = ['clerk.bau-ham', 'clerk.song-thao', 'chair.bau-ham', 'officer.cluster4', 'officer.cluster1', 'standing', 'head.bau-ham', 'police', 'admin', 'auditor', 'farmers']; // prettier-ignore
  const outside = ['clerk.song-thao', 'officer.cluster1'];
  const by = (username: string) => `(select id from core.user_account where username = '${username}')`;
  const wrong = await tryImpossibleSteps<AssessmentState, AssessmentStep>({
    workflow: assessmentWorkflow,
    people: Object.fromEntries(
      await Promise.all(people.map(async (who) => [who, (await bed.as(who)).permissions] as const)),
    ),
    put: async (state) => {
      const [row] = await bed.sql<{ version: number }>(
        `update crime_prevention.safe_area_assessment set state = $1, version = version + 1,
           submitted_on = case when $1 <> 'DRAFT' then date '2021-10-01' end, submitted_by = case when $1 <> 'DRAFT' then ${by('chair.bau-ham')} end,
           reviewed_on = case when $1 in ('REVIEWED', 'RECOGNIZED', 'REFUSED') then date '2021-10-02' end,
           reviewed_by = case when $1 in ('REVIEWED', 'RECOGNIZED', 'REFUSED') then ${by('officer.cluster4')} end,
           decision_number = case when $1 in ('RECOGNIZED', 'REFUSED') then 'x' end, decided_on = case when $1 in ('RECOGNIZED', 'REFUSED') then date '2021-10-03' end,
           decided_by = case when $1 in ('RECOGNIZED', 'REFUSED') then ${by('standing')} end, refusal_reason = case when $1 = 'REFUSED' then 'x' end
         where id = (select max(id) from crime_prevention.safe_area_assessment) returning version`,
        [state],
      );
      version = row!.version;
    },
    take: (step, who) => take(step, who, { ...known, version }),
    written: () =>
      bed.sql(`select (select json_agg(t order by id) from crime_prevention.safe_area_assessment t)::text as assessments,
        (select json_agg(t order by id) from crime_prevention.criterion_result t)::text as results,
        (select count(*)::int from core.data_value) as figures, (select count(*)::int from platform.audit_event) as audited`),
    outside: (who) => (outside.includes(who) ? 'NOT_FOUND' : undefined),
  });
  expect(wrong).toEqual([]);
}, 600_000);

test('the whole way: answered, handed in, given back, mended, reviewed, recognized; and the figure says so', async () => {
  let known = await begun([{ criterion: 'MOVEMENT', met: true }]);
  expect(facts(await take('crimePreventionSubmitSafeArea', 'chair.bau-ham', known))).toMatchObject({
    code: 'SAFE_AREA_INCOMPLETE',
    missing: 'CRIME_HELD_DOWN, NO_OPPOSITION, PARTY_RESOLUTION, POLICE_SOUND',
  });
  known = await done('crimePreventionAnswerCriteria', 'clerk.bau-ham', known, { answers: answers() });
  known = await done('crimePreventionSubmitSafeArea', 'chair.bau-ham', known);
  expect(known).toMatchObject({ state: 'SUBMITTED', submittedOn: '2021-10-15' });
  known = await done('crimePreventionReturnSafeArea', 'officer.cluster4', known);
  expect(known).toMatchObject({ state: 'RETURNED', returnReason: 'thiếu minh chứng' });
  known = await done('crimePreventionAnswerCriteria', 'clerk.bau-ham', known);
  expect(known['results'].nodes).toContainEqual({
    criterion: { code: 'MOVEMENT' },
    met: true,
    note: 'Có 4 mô hình.',
  });
  known = await done('crimePreventionSubmitSafeArea', 'chair.bau-ham', known);
  known = await done('crimePreventionReviewSafeArea', 'officer.cluster4', known);
  expect(known).toMatchObject({ state: 'REVIEWED', reviewNote: 'Đủ minh chứng.' });
  expect(
    facts(await take('crimePreventionRecognizeSafeArea', 'standing', known, { decidedOn: '2021-10-14' })),
  ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.decidedOn', allowed: '≥ 2021-10-15' });
  known = await done('crimePreventionRecognizeSafeArea', 'standing', known);
  expect(known).toMatchObject({
    state: 'RECOGNIZED',
    decisionNumber: '1234/QĐ-UBND',
    decidedOn: '2021-10-15',
  });
  const [figure] = await bed.sql(
    `select v.status, v.state from core.data_value v join core.indicator i on i.id = v.indicator_id join core.period p on p.id = v.period_id
      where i.key = 'crime-prevention.safe-areas' and p.key = $1 and v.superseded_at is null`,
    [String(known['year'])],
  );
  expect(figure).toEqual({ status: 'recognized', state: 'ACCEPTED' });
});

test('what is not met is not recognized, but refused, with a reason', async () => {
  const known = await reviewed(answers(false));
  expect(facts(await take('crimePreventionRecognizeSafeArea', 'standing', known))).toMatchObject({
    code: 'SAFE_AREA_NOT_MET',
    unmet: criteria.join(', '),
  });
  expect(facts(await take('crimePreventionRefuseSafeArea', 'standing', known, { reason: '' }))).toMatchObject(
    {
      code: 'REASON_REQUIRED',
    },
  );
  const refused = await done('crimePreventionRefuseSafeArea', 'standing', known);
  expect(refused).toMatchObject({ state: 'REFUSED', refusalReason: 'án tăng' });
});

describe('three persons', () => {
  test('who answered, or handed in, does not review; who reviewed does not decide', async () => {
    const known = await begun();
    await alsoRole('clerk.bau-ham', 'district-officer');
    await alsoRole('chair.bau-ham', 'district-officer');
    await alsoRole('officer.cluster4', 'district-standing');
    const handedIn = await done('crimePreventionSubmitSafeArea', 'chair.bau-ham', known);
    for (const who of ['clerk.bau-ham', 'chair.bau-ham'])
      for (const step of ['crimePreventionReviewSafeArea', 'crimePreventionReturnSafeArea'] as const)
        expect([who, step, facts(await take(step, who, handedIn))!['code']]).toEqual([
          who,
          step,
          'SAME_PERSON',
        ]);
    const agreed = await done('crimePreventionReviewSafeArea', 'officer.cluster4', handedIn);
    for (const step of ['crimePreventionRecognizeSafeArea', 'crimePreventionRefuseSafeArea'] as const)
      expect(facts(await take(step, 'officer.cluster4', agreed))).toMatchObject({ code: 'SAME_PERSON' });
    expect((await done('crimePreventionRecognizeSafeArea', 'standing', agreed))['state']).toBe('RECOGNIZED');
  });

  test('nor is a second account of the same person another', async () => {
    const handedIn = await done('crimePreventionSubmitSafeArea', 'chair.bau-ham', await begun());
    await bed.sql(
      `update core.user_account set person_id = (select person_id from core.user_account where username = 'clerk.bau-ham') where username = 'officer.cluster3'`,
    );
    await alsoRole('officer.cluster3', 'district-officer');
    expect(facts(await take('crimePreventionReviewSafeArea', 'officer.cluster3', handedIn))).toMatchObject({
      code: 'SAME_PERSON',
    });
  });

  test('the table keeps them apart as well', async () => {
    await expect(
      bed.sql(
        `update crime_prevention.safe_area_assessment set decided_by = reviewed_by where state = 'RECOGNIZED'`,
      ),
    ).rejects.toThrow(/check constraint/);
  });
});

test('there is one for each commune and year; the criteria are those of the year', async () => {
  const known = await begun();
  expect(
    await bed.refused(
      'crimePreventionStartSafeArea',
      { unit: bauHam, year: known['year'], answers: [] },
      'clerk.bau-ham',
    ),
  ).toMatchObject({ code: 'ALREADY_EXISTS', field: 'input.year' });
  bed.setBusinessDate('2022-12-31');
  const songThao = { unit: await bed.unit('26260'), year: 2022 };
  const old = [{ criterion: 'PARTY_RESOLUTION', met: true }];
  expect(
    await bed.refused('crimePreventionStartSafeArea', { ...songThao, answers: old }, 'clerk.song-thao'),
  ).toMatchObject({
    code: 'CRIME_CODE_NOT_IN_FORCE',
    field: 'input.answers.0.criterion',
    allowed: 'CRIME_HELD_DOWN, MOVEMENT',
  });
  bed.setBusinessDate('2021-10-15');
});

test.each([
  ['of next year', { year: 2022 }, 'BAD_USER_INPUT', 'input.year'],
  ['of a year before the standard', { year: 2011 }, 'BAD_USER_INPUT', 'input.year'],
  ['of a year that no figures are kept of', { year: 2013 }, 'PERIOD_NOT_FOUND', 'input.year'],
  [
    'with a criterion twice',
    { year: 2020, answers: [...answers(), ...answers()] },
    'ALREADY_EXISTS',
    'input.year',
  ],
])('an assessment %s is refused', async (_, more, code, field) => {
  const input = { unit: bauHam, answers: [], ...more };
  expect(await bed.refused('crimePreventionStartSafeArea', input, 'clerk.bau-ham')).toMatchObject({
    code,
    field,
  });
});

test('of two who act on the same version one is told so; a repeated key has one effect', async () => {
  const known = await begun([]);
  const idempotencyKey = '44444444-4444-4444-8444-444444444444';
  const first = await take('crimePreventionAnswerCriteria', 'clerk.bau-ham', known, { idempotencyKey });
  expect(await take('crimePreventionAnswerCriteria', 'clerk.bau-ham', known, { idempotencyKey })).toEqual(
    first,
  );
  const late = await take('crimePreventionAnswerCriteria', 'chair.bau-ham', known);
  expect(facts(late)).toMatchObject({ code: 'CONFLICT', current: known.version + 1 });
});
