/** The way of a commune to a recognition (W-16), its guards, and who is held apart from whom. */
import { startProgramBed, tryImpossibleSteps, type ProgramBed } from '@phoihop/testing';
import plugin from '../plugin.js';
import { DossierState, dossierWorkflow, type DossierStepName } from './dossier-state.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([plugin]);
}, 300_000);
afterAll(() => bed?.close());

/** Đông Hoà has handed in, Tây Hoà is appraised, Sông Trầu is polled, Trung Hoà was given its dossier back. */
const officer = 'officer.cluster3';
const shown =
  'id state version reason submittedOn appraisedOn appraisalOpinion recognitions { nodes { id } }';

async function dossierOf(code: string, level = 'ADVANCED'): Promise<any> {
  const { data, errors } = await bed.ask(
    `{ newRuralAreasDossiers(filter: { unit: "${await bed.unit(code)}", level: [${level}], earlier: false }) { nodes { ${shown} } } }`,
    'standing',
  );
  expect(errors).toBeUndefined();
  return data.newRuralAreasDossiers.nodes[0];
}

/** What each step wants besides dossier and version. */
const extras: Readonly<Record<DossierStepName, object>> = {
  newRuralAreasAttachAssessment: {},
  newRuralAreasAttachPoll: {},
  newRuralAreasSubmitDossier: {},
  newRuralAreasReturnDossier: { reason: 'Thiếu văn bản chứng minh.' },
  newRuralAreasAppraiseDossier: { opinion: 'Đủ điều kiện.' },
  newRuralAreasDecideRecognition: { decisionNumber: '12/QĐ-UBND', decidedOn: '2021-10-14' },
  newRuralAreasPublishRecognition: {},
  newRuralAreasRecheckRecognition: { stillMet: true, findings: 'Vẫn đạt.' },
  newRuralAreasWithdrawRecognition: {
    decisionNumber: '13/QĐ-UBND',
    withdrawnOn: '2021-10-15',
    reason: 'Không còn đạt.',
  },
  newRuralAreasCancelDossier: { reason: 'Chuyển sang năm sau.' },
};

const inputOf = (step: DossierStepName, dossier: any, more: object = {}): object => ({
  dossier: dossier.id,
  expectedVersion: dossier.version,
  ...extras[step],
  ...more,
});

const take = async (step: DossierStepName, code: string, who: string, more: object = {}): Promise<any> => {
  const dossier = await dossierOf(code);
  return bed.change(step, inputOf(step, dossier, more), who, '__typename');
};

const refused = async (step: DossierStepName, code: string, who: string, more: object = {}) =>
  bed.refused(step, inputOf(step, await dossierOf(code), more), who);

describe('the way of a dossier', () => {
  test('from the hand-in to the title and back: each step by whom it belongs to', async () => {
    await take('newRuralAreasReturnDossier', '26266', officer);
    expect(await dossierOf('26266')).toMatchObject({
      state: 'RETURNED',
      reason: 'Thiếu văn bản chứng minh.',
    });
    const { data } = await bed.ask(
      `{ newRuralAreasAssessments(filter: { unit: "${await bed.unit('26266')}", year: 2021 }) { nodes { id } } newRuralAreasPolls(filter: { unit: "${await bed.unit('26266')}" }) { nodes { id } } }`.replace(
        'year: 2021',
        'yearMin: 2021',
      ),
      'chair.dong-hoa',
    );
    const assessment = data.newRuralAreasAssessments.nodes[0].id;
    const poll = data.newRuralAreasPolls.nodes[0].id;
    await take('newRuralAreasAttachAssessment', '26266', 'chair.dong-hoa', { assessment });
    await take('newRuralAreasAttachPoll', '26266', 'chair.dong-hoa', { poll });
    await take('newRuralAreasSubmitDossier', '26266', 'chair.dong-hoa');
    expect(await dossierOf('26266')).toMatchObject({
      state: 'SUBMITTED',
      submittedOn: '2021-10-15',
      reason: null,
    });
    await take('newRuralAreasAppraiseDossier', '26266', officer);
    expect(await refused('newRuralAreasDecideRecognition', '26266', 'standing')).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.decidedOn',
      given: '2021-10-14',
      allowed: '≥ 2021-10-15',
    });
    await take('newRuralAreasDecideRecognition', '26266', 'standing', { decidedOn: '2021-10-15' });
    await take('newRuralAreasPublishRecognition', '26266', 'standing');
    await take('newRuralAreasRecheckRecognition', '26266', officer);
    await take('newRuralAreasWithdrawRecognition', '26266', 'standing');
    const after = await bed.ask(
      `{ newRuralAreasDossiers(filter: { unit: "${await bed.unit('26266')}", level: [ADVANCED] }) { nodes { state steps { nodes { step fromState toState reason } }
         recognitions { nodes { decisionNumber decidedOn publishedOn withdrawnOn withdrawalDecision withdrawalReason rechecks { nodes { stillMet findings } } } } } } }`,
      'chair.dong-hoa',
    );
    const [dossier] = after.data.newRuralAreasDossiers.nodes;
    expect(dossier.recognitions.nodes).toEqual([
      {
        decisionNumber: '12/QĐ-UBND',
        decidedOn: '2021-10-15',
        publishedOn: '2021-10-15',
        withdrawnOn: '2021-10-15',
        withdrawalDecision: '13/QĐ-UBND',
        withdrawalReason: 'Không còn đạt.',
        rechecks: { nodes: [{ stillMet: true, findings: 'Vẫn đạt.' }] },
      },
    ]);
    expect(dossier.steps.nodes.slice(4).map(({ toState }: any) => toState)).toEqual([
      'RETURNED',
      'ASSESSED',
      'POLLED',
      'SUBMITTED',
      'APPRAISED',
      'DECIDED',
      'PUBLISHED',
      'PUBLISHED',
      'WITHDRAWN',
    ]);
    expect(await bed.audit('new-rural-areas:decide-recognition')).toHaveLength(1);
  });

  test('T-03 follows the decision in the same transaction, and goes back with the withdrawal', async () => {
    const actual = async (): Promise<string> => {
      const { data } = await bed.ask(`{ targetByCode(code: "T-03") { progress { actual } } }`, 'standing');
      return data.targetByCode.progress.actual;
    };
    const before = await actual();
    await take('newRuralAreasDecideRecognition', '26275', 'standing');
    expect([before, await actual()]).toEqual(['1', '2']);
    await take('newRuralAreasWithdrawRecognition', '26275', 'standing');
    expect(await actual()).toBe('1');
  });

  test('a quarter that has been closed keeps its figure when a title is withdrawn, and takes no new decision', async () => {
    await bed.sql(
      `insert into core.period_lock (period_id, unit_id, program, reason)
       select period.id, version.unit_id, 'PRG-12', 'đã khóa' from core.period, core.administrative_unit_version version
        where period.key = '2021-Q2' and version.code = '737' and version.superseded_at is null limit 1`,
    );
    const figure = async () =>
      bed.sql(
        `select d.status from core.data_value d join core.indicator i on i.id = d.indicator_id join core.period p on p.id = d.period_id
          where i.key = 'new-rural-areas.communes-advanced' and p.key = '2021-Q2' and d.superseded_at is null and d.status = 'advanced'`,
      );
    expect(await figure()).toHaveLength(1);
    await take('newRuralAreasWithdrawRecognition', '26293', 'standing');
    expect(await figure()).toHaveLength(1);
    await bed.sql(`delete from core.period_lock where reason = 'đã khóa'`);
  });
});

describe('guards', () => {
  test('nobody stands on both sides of a dossier, years apart and under no account', async () => {
    const [its] = await bed.sql<{ id: number; assessment: number; poll: number; tally: number; by: number }>(
      `select dossier.id::int, dossier.assessment_id::int as assessment, dossier.poll_id::int as poll, tally.id::int as tally, tally.recorded_by::int as by
         from new_rural_areas.dossier join core.administrative_unit_version v on v.unit_id = dossier.unit_id and v.code = '26263' and v.superseded_at is null
         join new_rural_areas.poll_area area on area.poll_id = dossier.poll_id join new_rural_areas.poll_tally tally on tally.area_id = area.id
        where dossier.level = 'ADVANCED' and dossier.state = 'POLLED' order by tally.id limit 1`,
    );
    const { id, assessment, poll: pollId, tally, by } = its!;
    const poll = Buffer.from(`NewRuralAreasPoll:${pollId}`).toString('base64url');
    const chair = 'chair.song-trau';
    const counted = (account: number) =>
      bed.sql('update new_rural_areas.poll_tally set recorded_by = $2 where id = $1', [tally, account]);
    const second = async (account: number): Promise<number> => {
      const [made] = await bed.sql<{ id: number }>(
        `insert into core.user_account (username, person_id) select username || '.second', person_id from core.user_account where id = $1 returning id::int`,
        [account],
      );
      return made!.id;
    };
    // The poll as one opened two years after the assessment: no year of either tells them apart.
    await bed.sql(`update new_rural_areas.assessment set year = year - 2 where id = $1`, [assessment]);
    await bed.sql(`update new_rural_areas.dossier set state = 'ASSESSED' where id = $1`, [id]);
    const [made] = await bed.sql<{ signer: number; judge: number }>(
      `select submitted_by::int as signer, (select min(recorded_by)::int from new_rural_areas.assessment_result where assessment_id = $1) as judge
         from new_rural_areas.assessment where id = $1`,
      [assessment],
    );
    const { signer, judge } = made!;
    const secondOfJudge = await second(judge);
    for (const account of [signer, judge, await second(signer), secondOfJudge]) {
      await counted(account);
      expect([account, await refused('newRuralAreasAttachPoll', '26263', chair, { poll })]).toMatchObject([
        account,
        { code: 'SAME_PERSON', field: 'input.poll' },
      ]);
    }
    await counted(by);
    await take('newRuralAreasAttachPoll', '26263', chair, { poll });
    // Who counted has corrected a result since.
    await counted(secondOfJudge);
    expect(await refused('newRuralAreasSubmitDossier', '26263', chair)).toMatchObject({
      code: 'SAME_PERSON',
      field: 'input.dossier',
    });
    await counted(by);
    await bed.sql(`update new_rural_areas.assessment set year = year + 2 where id = $1`, [assessment]);
  });

  test('a criterion that is not met keeps the dossier at home, and is named', async () => {
    await bed.sql(
      `update new_rural_areas.assessment_result r set outcome = 'NOT_MET' from new_rural_areas.criterion c, new_rural_areas.dossier d, core.administrative_unit_version v
        where c.id = r.criterion_id and c.number in (2, 17) and r.assessment_id = d.assessment_id and d.unit_id = v.unit_id and v.code = '26263' and v.superseded_at is null`,
    );
    expect(await refused('newRuralAreasSubmitDossier', '26263', 'chair.song-trau')).toMatchObject({
      code: 'NEW_RURAL_CRITERIA_NOT_MET',
      given: '2, 17',
      count: 2,
    });
    // What is not asked of the commune keeps nothing back.
    await bed.sql(
      `update new_rural_areas.assessment_result set outcome = case when outcome = 'NOT_MET' then 'NOT_APPLICABLE' else outcome end, value = null
        where outcome = 'NOT_MET' and unit_id = (select unit_id from new_rural_areas.dossier where state = 'POLLED' order by id limit 1)`,
    );
    expect(await dossierOf('26263')).toMatchObject({ state: 'POLLED' });
  });

  test('criteria that have been replaced since are not judged by', async () => {
    bed.setBusinessDate('2022-03-08');
    expect(await refused('newRuralAreasSubmitDossier', '26263', 'chair.song-trau')).toMatchObject({
      code: 'NEW_RURAL_CRITERIA_SET_REPLACED',
      given: 'DONG-NAI-ADVANCED-2018',
      allowed: 'NATIONAL-ADVANCED-2022',
    });
    bed.setBusinessDate('2022-03-07');
    await take('newRuralAreasSubmitDossier', '26263', 'chair.song-trau');
    bed.setBusinessDate('2021-10-15');
  });

  test('the level before must be held on the day; a town is no commune; nobody is recognized twice', async () => {
    const register = async (code: string, level: string, who: string) =>
      bed.refused('newRuralAreasRegisterDossier', { unit: await bed.unit(code), level }, who);
    expect(await register('26254', 'MODEL', 'chair.cay-gao')).toMatchObject({
      code: 'NEW_RURAL_PREREQUISITE_MISSING',
      given: 'MODEL',
      allowed: 'ADVANCED',
    });
    expect(await register('26248', 'ADVANCED', 'chair.trang-bom')).toMatchObject({
      code: 'UNIT_KIND',
      field: 'input.unit',
      allowed: ['COMMUNE'],
    });
    expect(await register('26254', 'NEW_RURAL', 'chair.cay-gao')).toMatchObject({
      code: 'NEW_RURAL_RECOGNIZED_ALREADY',
    });
    expect(await register('26284', 'ADVANCED', 'chair.doi-61')).toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await register('26284', 'ADVANCED', 'chair.cay-gao')).toMatchObject({ code: 'OUT_OF_SCOPE' });
  });

  test('a level is not withdrawn under one that is held above it', async () => {
    const { data } = await bed.ask(
      `{ newRuralAreasDossiers(filter: { unit: "${await bed.unit('26287')}", level: [NEW_RURAL] }) { nodes { id version } } }`,
      'standing',
    );
    const [dossier] = data.newRuralAreasDossiers.nodes;
    const input = inputOf('newRuralAreasWithdrawRecognition', dossier);
    expect(await bed.refused('newRuralAreasWithdrawRecognition', input, 'standing')).toMatchObject({
      code: 'NEW_RURAL_LEVEL_ABOVE_HELD',
      given: 'ADVANCED',
    });
  });

  test('an assessment or a poll of another commune, and a poll that failed or is open, carry no dossier', async () => {
    const polls = await bed.ask(
      `{ newRuralAreasPolls(first: 50) { nodes { id state passed unit { code } } } newRuralAreasAssessments(first: 50) { nodes { id state unit { code } } } }`,
      'standing',
    );
    const pollOf = (code: string) =>
      polls.data.newRuralAreasPolls.nodes.find((one: any) => one.unit.code === code).id;
    const foreign = polls.data.newRuralAreasAssessments.nodes.find(
      (one: any) => one.unit.code === '26257',
    ).id;
    const dossier = await dossierOf('26284');
    expect(
      await bed.refused(
        'newRuralAreasAttachAssessment',
        inputOf('newRuralAreasAttachAssessment', dossier, { assessment: foreign }),
        'chair.doi-61',
      ),
    ).toMatchObject({ code: 'NOT_FOUND', field: 'input.assessment' });
    const open = await refused('newRuralAreasAttachPoll', '26257', 'chair.bau-ham', {
      poll: pollOf('26257'),
    });
    expect(open).toMatchObject({ code: 'NEW_RURAL_POLL_NOT_CLOSED', given: 'OPEN' });
    await bed.sql(
      `update new_rural_areas.poll set unit_id = d.unit_id from new_rural_areas.dossier d where d.state = 'ASSESSED' and d.level = 'ADVANCED' and poll.passed is false and poll.level = 'ADVANCED'`,
    );
    const failed = await bed.sql<{ id: number }>(
      `select id::int from new_rural_areas.poll where passed is false and level = 'ADVANCED'`,
    );
    const id = Buffer.from(`NewRuralAreasPoll:${failed[0]!.id}`).toString('base64url');
    expect(await refused('newRuralAreasAttachPoll', '26257', 'chair.bau-ham', { poll: id })).toMatchObject({
      code: 'NEW_RURAL_POLL_NOT_PASSED',
    });
  });

  test('a decision of an earlier year needs no dossier; one of this year does', async () => {
    const enter = 'newRuralAreasEnterEarlierRecognition';
    const input = {
      unit: await bed.unit('26254'),
      level: 'ADVANCED',
      decisionNumber: '99/QĐ-UBND',
      decidedOn: '2015-12-30',
    };
    expect(await bed.refused(enter, { ...input, decidedOn: '2021-01-01' }, 'standing')).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.decidedOn',
      allowed: '< 2021-01-01',
    });
    expect(await bed.refused(enter, { ...input, level: 'MODEL' }, 'standing')).toMatchObject({
      code: 'NEW_RURAL_PREREQUISITE_MISSING',
    });
    expect(await bed.refused(enter, { ...input, unit: await bed.unit('26248') }, 'standing')).toMatchObject({
      code: 'UNIT_KIND',
    });
    const made = await bed.change(
      enter,
      input,
      'standing',
      'level publishedOn demo dossier { state earlier }',
    );
    expect(made).toEqual({
      level: 'ADVANCED',
      publishedOn: '2015-12-30',
      demo: false,
      dossier: { state: 'PUBLISHED', earlier: true },
    });
  });
});

describe('who is held apart from whom', () => {
  /** Gives a second account of a district role to the person behind an account. */
  const secondAccount = async (username: string, person: string, role: string): Promise<void> => {
    await bed.sql(
      `with made as (insert into core.user_account (username, person_id) select $1, person_id from core.user_account where username = $2 returning id)
       insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
       select made.id, role.id, version.unit_id, 'SUBTREE', '2021-01-01' from made, core.role role, core.administrative_unit_version version
        where role.code = $3 and version.code = '737' and version.superseded_at is null`,
      [username, person, role],
    );
  };

  test('the person who handed in, or judged, appraises, returns and decides under no account', async () => {
    await secondAccount('chair.officer', 'chair.song-trau', 'district-officer');
    await secondAccount('clerk.officer', 'clerk.song-trau', 'district-officer');
    await secondAccount('chair.standing', 'chair.song-trau', 'district-standing');
    await secondAccount('officer.standing', 'officer.cluster2', 'district-standing');
    await bed.sql(
      `update new_rural_areas.dossier set submitted_on = '2021-10-01' where state = 'SUBMITTED' and submitted_on > '2021-10-15'`,
    );
    for (const step of ['newRuralAreasAppraiseDossier', 'newRuralAreasReturnDossier'] as const)
      expect([step, (await refused(step, '26263', 'chair.officer'))['code']]).toEqual([step, 'SAME_PERSON']);
    expect(await refused('newRuralAreasAppraiseDossier', '26263', 'clerk.officer')).toMatchObject({
      code: 'SAME_PERSON',
    });
    await take('newRuralAreasAppraiseDossier', '26263', 'officer.cluster2');
    for (const who of ['chair.standing', 'officer.standing'])
      expect([who, (await refused('newRuralAreasDecideRecognition', '26263', who))['code']]).toEqual([
        who,
        'SAME_PERSON',
      ]);
    await take('newRuralAreasDecideRecognition', '26263', 'standing');
  });

  test('the table itself refuses one account in two roles', async () => {
    await expect(
      bed.sql(
        `update new_rural_areas.dossier set appraised_by = submitted_by where submitted_by is not null and appraised_by is not null`,
      ),
    ).rejects.toThrow(/dossier_check/);
  });
});

describe('two who write, and one who writes twice', () => {
  test('the second of two who saw one version is told', async () => {
    const dossier = await dossierOf('26284');
    const input = inputOf('newRuralAreasCancelDossier', { ...dossier, version: dossier.version + 1 });
    expect(await bed.refused('newRuralAreasCancelDossier', input, 'chair.doi-61')).toMatchObject({
      code: 'CONFLICT',
      field: 'input.expectedVersion',
      given: dossier.version + 1,
      current: dossier.version,
    });
  });

  test('a repeated key has one effect', async () => {
    const key = '5c1f2a52-3a38-4d5f-9a39-3d5f7d0a2b11';
    const input = { unit: await bed.unit('26251'), level: 'ADVANCED', idempotencyKey: key };
    const first = await bed.change('newRuralAreasRegisterDossier', input, 'chair.thanh-binh', 'id');
    const second = await bed.change('newRuralAreasRegisterDossier', input, 'chair.thanh-binh', 'id');
    expect(second).toEqual(first);
  });
});

describe('steps that are not possible', () => {
  test('each of them, by everybody, is refused and leaves nothing behind', async () => {
    const dossier = await dossierOf('26290');
    const id = Number(Buffer.from(dossier.id, 'base64url').toString().split(':')[1]);
    const ids = await bed.ask(
      `{ newRuralAreasAssessments(first: 50) { nodes { id unit { code } } } newRuralAreasPolls(first: 50) { nodes { id unit { code } } } }`,
      'standing',
    );
    const of = (list: string) => ids.data[list].nodes.find((one: any) => one.unit.code === '26290').id;
    const more: Partial<Record<DossierStepName, object>> = {
      newRuralAreasAttachAssessment: { assessment: of('newRuralAreasAssessments') },
      newRuralAreasAttachPoll: { poll: of('newRuralAreasPolls') },
    };
    const who = [
      'chair.quang-tien', 'clerk.quang-tien', 'head.quang-tien', 'officer.cluster1', 'officer.cluster2', 'standing',
      'lead.cluster1', 'farmers', 'environment', 'inspector', 'auditor', 'admin', 'chair.bau-ham',
    ]; // prettier-ignore
    const people = Object.fromEntries(
      await Promise.all(who.map(async (name) => [name, (await bed.as(name)).permissions] as const)),
    );
    const wrong = await tryImpossibleSteps<DossierState, DossierStepName>({
      workflow: dossierWorkflow,
      people,
      put: async (state) => {
        await bed.sql(`update new_rural_areas.dossier set state = $2 where id = $1`, [id, state]);
      },
      take: (step, name) =>
        bed.ask(
          `mutation ($input: N${step.slice(1)}Input!) { ${step}(input: $input) { __typename } }`,
          name,
          { input: inputOf(step, dossier, more[step]) },
        ),
      written: () =>
        bed.sql(
          `select (select json_agg(d) from new_rural_areas.dossier d)::text as dossiers, (select json_agg(r) from new_rural_areas.recognition r)::text as titles,
             (select count(*)::int from new_rural_areas.dossier_step) as steps, (select count(*)::int from platform.audit_event) as audited`,
        ),
      outside: (name) => (name === 'chair.bau-ham' || name === 'officer.cluster2' ? 'NOT_FOUND' : undefined),
    });
    expect(wrong).toEqual([]);
    expect(dossierWorkflow.impossible).toHaveLength(10 * 10 - 16);
  }, 600_000);
});
