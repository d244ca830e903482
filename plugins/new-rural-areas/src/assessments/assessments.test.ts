/** Which criteria apply, what a commune may say of itself, and how it is corrected. */
import { ProblemError } from '@phoihop/platform';
import { startProgramBed, tryImpossibleSteps, type ProgramBed } from '@phoihop/testing';
import { loadCriteria, readCriteriaSets } from '../criteria/load-criteria.js';
import { Comparison } from '../criteria/topic.js';
import plugin from '../plugin.js';
import { AssessmentState, assessmentWorkflow, type AssessmentStep } from './assessment-state.js';
import { Outcome, reaches, requireAgreement } from './outcome.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([plugin]);
}, 300_000);
afterAll(() => bed?.close());

const record = 'newRuralAreasRecordCriteria';
const submit = 'newRuralAreasSubmitAssessment';
const correct = 'newRuralAreasCorrectCriterion';
const evidence = 'newRuralAreasAddEvidence';
const shown =
  'id version state submittedOn results(first: 200) { nodes { outcome value note reason supersededAt criterion { number } } }';

describe('criteria', () => {
  const day = /^\d{4}-\d{2}-\d{2}$/;

  test('the files name for every set its decision, its validity, and for every criterion what is asked', async () => {
    const sets = [
      ...(await readCriteriaSets('criteria-sets')),
      ...(await readCriteriaSets('criteria-sets.demo')),
    ];
    expect(sets.map(({ code }) => code)).toHaveLength(6);
    for (const { code, legalBasis, validFrom, validTo, criteria, titleVi } of sets) {
      expect([code, legalBasis]).toEqual([code, expect.stringMatching(/^Quyết định /)]);
      expect(validFrom).toMatch(day);
      expect((validTo ?? '9999-12-31') > validFrom).toBe(true);
      expect(titleVi).toBe(titleVi.normalize('NFC').trim());
      expect(criteria.map(({ number }) => number)).toEqual(criteria.map((_, index) => index + 1));
      for (const one of criteria) expect((one.threshold === null) === (one.comparison === null)).toBe(true);
    }
    expect(sets.filter(({ criteria }) => criteria.length === 19)).toHaveLength(4);
  });

  test('no two sets of one level and province are in force on one day', async () => {
    const sets = [
      ...(await readCriteriaSets('criteria-sets')),
      ...(await readCriteriaSets('criteria-sets.demo')),
    ];
    for (const one of sets)
      for (const other of sets) {
        if (one === other || one.level !== other.level || one.province !== other.province) continue;
        const apart =
          (one.validTo ?? '9999') <= other.validFrom || (other.validTo ?? '9999') <= one.validFrom;
        expect([one.code, other.code, apart]).toEqual([one.code, other.code, true]);
      }
  });

  test.each([
    ['26257', 'NEW_RURAL', '2021-10-15', 'NATIONAL-NEW-RURAL-2016'],
    ['26257', 'NEW_RURAL', '2022-03-07', 'NATIONAL-NEW-RURAL-2016'],
    ['26257', 'NEW_RURAL', '2022-03-08', 'NATIONAL-NEW-RURAL-2022'],
    // The province goes before the nation, and only for its own communes.
    ['26257', 'ADVANCED', '2022-03-07', 'DONG-NAI-ADVANCED-2018'],
    ['26257', 'ADVANCED', '2022-03-08', 'NATIONAL-ADVANCED-2022'],
    ['00004', 'ADVANCED', '2021-10-15', null],
    ['26257', 'MODEL', '2021-10-15', 'NATIONAL-MODEL-2018'],
    ['26257', 'MODEL', '2026-01-01', null],
  ])('of %s for %s on %s: %s', async (code, level, on, expected) => {
    const { data, errors } = await bed.ask(
      `{ newRuralAreasCriteriaSetInForce(unit: "${await bed.unit(code)}", level: ${level}, on: "${on}") { code } }`,
    );
    expect(data.newRuralAreasCriteriaSetInForce?.code ?? null).toBe(expected);
    if (expected === null) expect(errors![0]!.extensions['code']).toBe('NEW_RURAL_CRITERIA_SET_NOT_FOUND');
  });

  test('a set of the province goes before the nation’s while both are in force, in that province', async () => {
    const [national] = await readCriteriaSets('criteria-sets');
    const services = bed.engine.servicesFor('new-rural-areas');
    const own = {
      ...national!,
      code: 'PROVINCE-75',
      province: '75',
      validFrom: '2025-01-01',
      validTo: '2025-02-01',
    };
    await loadCriteria(services, [own], true);
    const inForce = async (code: string, on: string): Promise<string> => {
      const { data } = await bed.ask(
        `{ newRuralAreasCriteriaSetInForce(unit: "${await bed.unit(code)}", level: NEW_RURAL, on: "${on}") { code } }`,
      );
      return data.newRuralAreasCriteriaSetInForce.code;
    };
    expect(await inForce('26257', '2025-01-31')).toBe('PROVINCE-75');
    expect(await inForce('26257', '2025-02-01')).toBe('NATIONAL-NEW-RURAL-2022');
    expect(await inForce('00004', '2025-01-31')).toBe('NATIONAL-NEW-RURAL-2022');
  });

  test('what changes in the file changes in the tables, and ids stay', async () => {
    const services = bed.engine.servicesFor('new-rural-areas');
    const rows = () =>
      bed.sql(
        'select id, set_id, number, title_vi, threshold::text from new_rural_areas.criterion order by id',
      );
    const before = await rows();
    const sets = await readCriteriaSets('criteria-sets');
    const changed = sets.map((set) => ({
      ...set,
      criteria: set.criteria.map((one) => (one.number === 10 ? { ...one, titleVi: 'Thu nhập (sửa)' } : one)),
    }));
    await loadCriteria(services, changed, false);
    const after = await rows();
    expect(after.map(({ id }: any) => id)).toEqual(before.map(({ id }: any) => id));
    expect(after).not.toEqual(before);
    await loadCriteria(services, sets, false);
    expect(await rows()).toEqual(before);
  });
});

describe('a value and its threshold', () => {
  const atLeast = { threshold: '90', comparison: Comparison.AT_LEAST };
  const atMost = { threshold: '0.5', comparison: Comparison.AT_MOST };
  test.each([
    ['90', atLeast, true],
    ['89.999999999999999999', atLeast, false],
    ['90.0', atLeast, true],
    ['100', atLeast, true],
    ['0.5', atMost, true],
    ['0.50000000000000000001', atMost, false],
    ['-1', atMost, true],
    ['7', { threshold: null, comparison: null }, null],
  ])('%s against %j: %s', (value, threshold, expected) => {
    expect(reaches(value, threshold)).toBe(expected);
  });

  test.each([
    [Outcome.MET, '89.9'],
    [Outcome.NOT_MET, '90'],
    [Outcome.NOT_APPLICABLE, '90'],
  ])('%s with %s contradicts at least 90', (outcome, value) => {
    expect(() => requireAgreement(outcome, value, { ...atLeast, number: 4 }, 'input.value')).toThrow(
      ProblemError,
    );
  });
});

describe('a self-assessment', () => {
  const all = (more: Record<number, object> = {}) =>
    Array.from({ length: 19 }, (_, index) => ({ number: index + 1, outcome: 'MET', ...more[index + 1] }));

  test('is begun, changed while a draft, signed when complete, and corrected with a reason afterwards', async () => {
    const unit = await bed.unit('26290');
    const base = { unit, level: 'NEW_RURAL', year: 2021 };
    const first = {
      ...base,
      criteria: [{ number: 4, outcome: 'NOT_MET', value: '98.5', note: 'Còn một ấp.' }],
    };
    const begun = await bed.change(record, first, 'clerk.quang-tien', shown);
    expect(begun).toMatchObject({ state: 'DRAFT', version: 1, submittedOn: null });
    expect(
      await bed.refused(submit, { assessment: begun.id, expectedVersion: 1 }, 'chair.quang-tien'),
    ).toMatchObject({
      code: 'NEW_RURAL_ASSESSMENT_INCOMPLETE',
      given: '1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19',
    });
    const rest = { ...base, criteria: all({ 4: { value: '99.2' } }) };
    expect(await bed.refused(record, rest, 'clerk.quang-tien')).toMatchObject({
      code: 'CONFLICT',
      current: 1,
    });
    const whole = await bed.change(record, { ...rest, expectedVersion: 1 }, 'clerk.quang-tien', shown);
    expect(whole.results.nodes).toHaveLength(20);
    const signed = await bed.change(
      submit,
      { assessment: begun.id, expectedVersion: 2 },
      'chair.quang-tien',
      shown,
    );
    expect(signed).toMatchObject({ state: 'SUBMITTED', submittedOn: '2021-10-15', version: 3 });
    expect(await bed.refused(record, { ...rest, expectedVersion: 3 }, 'clerk.quang-tien')).toMatchObject({
      code: 'NEW_RURAL_ASSESSMENT_STATE',
      given: 'SUBMITTED',
    });
    const right = {
      assessment: begun.id,
      expectedVersion: 3,
      criterion: { number: 11, outcome: 'NOT_MET', value: '1.2' },
      reason: 'Rà soát lại hộ nghèo.',
    };
    expect(await bed.refused(correct, { ...right, reason: '' }, 'clerk.quang-tien')).toMatchObject({
      code: 'REASON_REQUIRED',
    });
    const corrected = await bed.change(correct, right, 'clerk.quang-tien', shown);
    const eleven = corrected.results.nodes.filter(({ criterion }: any) => criterion.number === 11);
    expect(eleven).toMatchObject([
      { outcome: 'MET', reason: null, supersededAt: expect.any(String) },
      { outcome: 'NOT_MET', value: '1.2', reason: 'Rà soát lại hộ nghèo.', supersededAt: null },
    ]);
    expect((await bed.audit('new-rural-areas:correct-criterion')).at(-1)!.facts).toMatchObject({
      number: 11,
    });
  });

  test('is not corrected while its dossier lies above, nor by who has reviewed it', async () => {
    const find = async (code: string, who: string) =>
      (
        await bed.ask(
          `{ newRuralAreasAssessments(filter: { unit: "${await bed.unit(code)}", state: [SUBMITTED] }) { nodes { id version } } }`,
          who,
        )
      ).data.newRuralAreasAssessments.nodes[0];
    const inputOf = ({ id, version }: any) => ({
      assessment: id,
      expectedVersion: version,
      criterion: { number: 1, outcome: 'NOT_MET' },
      reason: 'Chưa công bố.',
    });
    const above = await find('26266', 'clerk.dong-hoa');
    expect(await bed.refused(correct, inputOf(above), 'clerk.dong-hoa')).toMatchObject({
      code: 'NEW_RURAL_ASSESSMENT_HANDED_IN',
      given: 'SUBMITTED',
    });
    const returned = await find('26281', 'clerk.trung-hoa');
    // The officer who looked at it, with a second account in the commune.
    await bed.sql(
      `with made as (insert into core.user_account (username, person_id) select 'officer.clerk', person_id from core.user_account where username = 'officer.cluster3' returning id),
        given as (insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
         select made.id, role.id, version.unit_id, 'SUBTREE', '2021-01-01' from made, core.role role, core.administrative_unit_version version
          where role.code = 'commune-clerk' and version.code = '26281' and version.superseded_at is null and version.valid_from < '2022-01-01')
       update new_rural_areas.dossier set appraised_by = account.id from core.user_account account where account.username = 'officer.cluster3' and dossier.state = 'RETURNED'`,
    );
    expect(await bed.refused(correct, inputOf(returned), 'officer.clerk')).toMatchObject({
      code: 'SAME_PERSON',
    });
    await bed.change(correct, inputOf(returned), 'clerk.trung-hoa', 'id');
  });

  test.each([
    [
      'a criterion that is not there',
      [{ number: 20, outcome: 'MET' }],
      'NEW_RURAL_CRITERION_UNKNOWN',
      'input.criteria[0].number',
    ],
    [
      'one named twice',
      [
        { number: 1, outcome: 'MET' },
        { number: 1, outcome: 'NOT_MET' },
      ],
      'NEW_RURAL_CRITERION_TWICE',
      'input.criteria[1].number',
    ],
    [
      'a value below',
      [{ number: 5, outcome: 'MET', value: '99' }],
      'NEW_RURAL_CRITERION_VALUE',
      'input.criteria[0].value',
    ],
    [
      'a long note',
      [{ number: 1, outcome: 'MET', note: 'x'.repeat(501) }],
      'TEXT_LENGTH',
      'input.criteria[0].note',
    ],
  ])('%s is refused, and nothing is begun', async (_, criteria, code, field) => {
    const unit = await bed.unit('26287');
    const input = { unit, level: 'NEW_RURAL', year: 2021, criteria };
    expect(await bed.refused(record, input, 'clerk.hung-thinh')).toMatchObject({ code, field });
    const { data } = await bed.ask(
      `{ newRuralAreasAssessments(filter: { unit: "${unit}", state: [DRAFT] }) { totalCount } }`,
      'clerk.hung-thinh',
    );
    expect(data.newRuralAreasAssessments.totalCount).toBe(0);
  });

  test('a town judges itself by no such criteria, and nobody judges another commune', async () => {
    const input = async (code: string) => ({
      unit: await bed.unit(code),
      level: 'NEW_RURAL',
      year: 2021,
      criteria: [{ number: 1, outcome: 'MET' }],
    });
    expect(await bed.refused(record, await input('26248'), 'clerk.trang-bom')).toMatchObject({
      code: 'UNIT_KIND',
    });
    expect(await bed.refused(record, await input('26254'), 'clerk.trang-bom')).toMatchObject({
      code: 'OUT_OF_SCOPE',
    });
    expect(
      await bed.refused(record, { ...(await input('26254')), year: 2022 }, 'clerk.cay-gao'),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.year',
      allowed: '2020–2021',
    });
  });

  test('who has counted ballots of a commune does not judge it', async () => {
    await bed.sql(
      `update new_rural_areas.poll_tally set recorded_by = account.id from core.user_account account
        where account.username = 'clerk.song-trau' and unit_id = (select unit_id from core.administrative_unit_version where code = '26263.01' and superseded_at is null)`,
    );
    const input = {
      unit: await bed.unit('26263'),
      level: 'NEW_RURAL',
      year: 2021,
      criteria: [{ number: 1, outcome: 'MET' }],
    };
    expect(await bed.refused(record, input, 'clerk.song-trau')).toMatchObject({ code: 'SAME_PERSON' });
  });

  test('nor does who has counted sign how it judges itself, and who has signed counts no more', async () => {
    const [unit, who] = [await bed.unit('26260'), 'chair.song-thao'];
    const areas = await Promise.all(
      [1, 2, 3].map(async (n) => ({ unit: await bed.unit(`26260.0${n}`), households: 10 })),
    );
    const poll = await bed.change(
      'newRuralAreasOpenPoll',
      { unit, level: 'MODEL', households: 30, areas },
      who,
      'areas { nodes { id version } }',
    );
    const { data } = await bed.ask(
      '{ newRuralAreasPollQuestions(filter: { validOn: "2021-10-15" }) { nodes { code } } }',
    );
    const tallies = data.newRuralAreasPollQuestions.nodes.map(({ code }: any) => ({
      question: code,
      yes: 9,
      no: 1,
      other: 0,
    }));
    const [first, second] = poll.areas.nodes.map(({ id, version }: any) => ({
      pollArea: id,
      expectedVersion: version,
      polled: 10,
      tallies,
    }));
    const tally = 'newRuralAreasEnterTally';
    await bed.change(tally, first, who, 'id');
    const begun = await bed.change(
      record,
      { unit, level: 'NEW_RURAL', year: 2021, criteria: all() },
      'clerk.song-thao',
      shown,
    );
    const input = { assessment: begun.id, expectedVersion: begun.version };
    expect(await bed.refused(submit, input, who)).toMatchObject({
      code: 'SAME_PERSON',
      field: 'input.assessment',
    });
    // Had another counted, the chair could sign; and then counts nothing.
    await bed.sql(
      `update new_rural_areas.poll_tally its set recorded_by = head.id from core.user_account chair, core.user_account head
        where its.recorded_by = chair.id and chair.username = $1 and head.username = 'head.song-thao'`,
      [who],
    );
    await bed.change(submit, input, who, 'id');
    expect(await bed.refused(tally, second, who)).toMatchObject({
      code: 'SAME_PERSON',
      field: 'input.pollArea',
    });
  });

  test('a document proves a criterion once; its reader must be allowed to read it', async () => {
    const { data } = await bed.ask(
      `{ newRuralAreasAssessments(filter: { unit: "${await bed.unit('26257')}" }) { nodes { id evidence { nodes { criterion { number } document { code } note } } } } documentByCode(code: "D-18") { id } }`,
      'clerk.bau-ham',
    );
    const [assessment] = data.newRuralAreasAssessments.nodes;
    expect(assessment.evidence.nodes.map(({ document }: any) => document.code)).toEqual(['D-12', 'D-24']);
    const input = { assessment: assessment.id, number: 3, document: data.documentByCode.id };
    const once = await bed.change(evidence, input, 'clerk.bau-ham', 'id');
    expect(await bed.change(evidence, input, 'clerk.bau-ham', 'id')).toEqual(once);
    expect(await bed.refused(evidence, { ...input, number: 20 }, 'clerk.bau-ham')).toMatchObject({
      code: 'NEW_RURAL_CRITERION_UNKNOWN',
    });
  });
});

test('steps that are not possible are refused by everybody, and leave nothing behind', async () => {
  const { data } = await bed.ask(
    `{ newRuralAreasAssessments(filter: { unit: "${await bed.unit('26272')}" }) { nodes { id version } } documentByCode(code: "D-18") { id } }`,
    'clerk.ho-nai-3',
  );
  const [{ id, version }] = data.newRuralAreasAssessments.nodes;
  const key = Number(Buffer.from(id, 'base64url').toString().split(':')[1]);
  const unit = await bed.unit('26272');
  const inputs: Record<AssessmentStep, object> = {
    newRuralAreasRecordCriteria: {
      unit,
      level: 'ADVANCED',
      year: 2021,
      criteria: [{ number: 1, outcome: 'MET' }],
      expectedVersion: version,
    },
    newRuralAreasSubmitAssessment: { assessment: id, expectedVersion: version },
    newRuralAreasCorrectCriterion: {
      assessment: id,
      expectedVersion: version,
      criterion: { number: 1, outcome: 'MET' },
      reason: 'Sửa.',
    },
    newRuralAreasAddEvidence: { assessment: id, number: 1, document: data.documentByCode.id },
  };
  const who = [
    'clerk.ho-nai-3',
    'chair.ho-nai-3',
    'head.ho-nai-3',
    'clerk.bau-ham',
    'chair.bau-ham',
    'officer.cluster2',
    'standing',
    'farmers',
    'auditor',
    'admin',
  ];
  const people = Object.fromEntries(
    await Promise.all(who.map(async (name) => [name, (await bed.as(name)).permissions] as const)),
  );
  const wrong = await tryImpossibleSteps<AssessmentState, AssessmentStep>({
    workflow: assessmentWorkflow,
    people,
    put: async (state) => {
      await bed.sql(
        `update new_rural_areas.assessment set state = $2, submitted_on = case when $2 = 'SUBMITTED' then begun_on end where id = $1`,
        [key, state],
      );
    },
    take: (step, name) =>
      bed.ask(`mutation ($input: N${step.slice(1)}Input!) { ${step}(input: $input) { __typename } }`, name, {
        input: inputs[step],
      }),
    written: () =>
      bed.sql(
        `select (select json_agg(a) from new_rural_areas.assessment a)::text as own, (select count(*)::int from new_rural_areas.assessment_result) as results,
           (select count(*)::int from platform.audit_event) as audited`,
      ),
    outside: (name, step) =>
      name.endsWith('.bau-ham')
        ? step === 'newRuralAreasRecordCriteria'
          ? 'OUT_OF_SCOPE'
          : 'NOT_FOUND'
        : undefined,
  });
  expect(wrong).toEqual([]);
});
