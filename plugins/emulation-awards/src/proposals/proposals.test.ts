/** Proposals for titles and rewards (W-11): the way, and what may be proposed. */
import { tryImpossibleSteps } from '@phoihop/testing';
import { proposalWorkflow, type ProposalState, type ProposalStep } from './proposal-state.js';
import { rowOf, startProposalsBed, type ProposalsBed } from './test-bed.js';

let bed: ProposalsBed;
beforeAll(async () => {
  bed = await startProposalsBed();
}, 300_000);
afterAll(() => bed?.close());

test('the whole way: proposed, checked, opinions, voted, decided, awarded, and revoked with its history kept', async () => {
  let proposal = await bed.nominate();
  expect(proposal).toMatchObject({
    state: 'NOMINATED',
    version: 1,
    rewardForm: { code: 'CERTIFICATE_OF_COMMENDATION' },
    title: null,
  });
  proposal = await bed.done('emulationAwardsReturnProposal', 'officer.cluster4', proposal);
  proposal = await bed.done('emulationAwardsResubmitProposal', 'chair.bau-ham', proposal, {
    achievement: 'Vận động 200 hộ tham gia phòng chống dịch, có xác nhận.',
  });
  expect(proposal).toMatchObject({
    state: 'NOMINATED',
    achievement: 'Vận động 200 hộ tham gia phòng chống dịch, có xác nhận.',
  });
  proposal = await bed.done('emulationAwardsCheckDossier', 'officer.cluster4', proposal);
  const { data } = await bed.take('emulationAwardsGiveOpinion', 'farmers', proposal);
  expect(data.emulationAwardsGiveOpinion.proposal.id).toBe(proposal.id);
  proposal = await bed.done('emulationAwardsOpenCouncilVote', 'standing', proposal);
  expect(await bed.refusal('emulationAwardsRecommendProposal', 'standing', proposal)).toMatchObject({
    code: 'EMULATION_VOTES_TOO_FEW',
    given: '0/0',
    allowed: '≥ 0.500',
  });
  await bed.take('emulationAwardsCouncilVote', 'council', proposal);
  expect(await bed.refusal('emulationAwardsCouncilVote', 'council', proposal)).toMatchObject({
    code: 'EMULATION_VOTED',
  });
  proposal = await bed.done('emulationAwardsRecommendProposal', 'standing', proposal);
  proposal = await bed.done('emulationAwardsDecideProposal', 'standing.deputy', proposal);
  expect(proposal).toMatchObject({ state: 'DECIDED', decisionNumber: '99/QĐ-MTTQ', decidedOn: '2021-10-15' });
  proposal = await bed.done('emulationAwardsAwardProposal', 'standing', proposal);
  proposal = await bed.done('emulationAwardsRevokeProposal', 'standing', proposal);
  expect(proposal).toMatchObject({
    state: 'REVOKED',
    decisionNumber: '99/QĐ-MTTQ',
    awardedOn: '2021-10-15',
    revokedOn: '2021-10-15',
    revocationNumber: '100/QĐ-MTTQ',
  });
  expect(proposal['steps'].nodes.map(({ action, reason }: any) => [action, reason])).toEqual([
    ['NOMINATE', null],
    ['RETURN', 'thiếu minh chứng'],
    ['RESUBMIT', null],
    ['CHECK', null],
    ['OPEN_VOTE', null],
    ['RECOMMEND', null],
    ['DECIDE', null],
    ['AWARD', null],
    ['REVOKE', 'kê khai sai'],
  ]);
});

test('decisions feed the indicator, and a revocation takes its part back', async () => {
  const figure = async () =>
    (
      await bed.sql<{ value: string }>(
        `select trim_scale(value)::text as value from core.data_value its join core.indicator i on i.id = its.indicator_id and i.key = 'emulation-awards.awards-decided'
          join core.period period on period.id = its.period_id and period.key = '2021' where its.superseded_at is null`,
      )
    )[0]!.value;
  const before = Number(await figure());
  let proposal = await bed.atCouncil();
  await bed.take('emulationAwardsCouncilVote', 'council', proposal);
  proposal = await bed.done('emulationAwardsRecommendProposal', 'standing', proposal);
  proposal = await bed.done('emulationAwardsDecideProposal', 'standing.deputy', proposal);
  expect(Number(await figure())).toBe(before + 1);
  await bed.done('emulationAwardsRevokeProposal', 'standing', proposal);
  expect(Number(await figure())).toBe(before);
});

/** One of each role that holds something here, two that hold nothing, and one who holds it elsewhere. */
const everybody = [
  'standing', 'officer.cluster4', 'lead.cluster4', 'chair.bau-ham', 'clerk.bau-ham', 'farmers', 'council', 'inspector', 'auditor',
  'admin', 'police', 'chair.cay-gao',
]; // prettier-ignore

test('a step that is not possible is refused, whoever asks for it, and leaves nothing behind', async () => {
  const proposal = await bed.nominate();
  const id = rowOf(proposal);
  const people = Object.fromEntries(
    await Promise.all(everybody.map(async (who) => [who, (await bed.as(who)).permissions] as const)),
  );
  const wrong = await tryImpossibleSteps<ProposalState, ProposalStep>({
    workflow: proposalWorkflow,
    people,
    put: async (state) => {
      const after = ['DECIDED', 'AWARDED', 'REVOKED'].includes(state);
      await bed.sql(
        `update emulation_awards.proposal set state = $2, decision_number = case when $3::boolean then '1' end, decided_on = case when $3::boolean then date '2021-10-15' end,
           awarded_on = case when $2 = 'AWARDED' then date '2021-10-15' end, revoked_on = case when $2 = 'REVOKED' then date '2021-10-15' end,
           revocation_number = case when $2 = 'REVOKED' then '2' end where id = $1`,
        [id, state, after],
      );
    },
    take: (step, who) => bed.take(step, who, proposal),
    written: () =>
      bed.sql(
        `select (select json_agg(row_to_json(p) order by id) from emulation_awards.proposal p)::text as proposals,
           (select count(*)::int from emulation_awards.proposal_step) as steps, (select count(*)::int from emulation_awards.opinion) as opinions,
           (select count(*)::int from emulation_awards.council_vote) as votes,
           (select count(*)::int from platform.audit_event where action like 'emulation-awards:%') as audited`,
      ),
    // Whoever proposes in another commune does not see this one’s proposals.
    outside: (who) => (who === 'chair.cay-gao' ? 'NOT_FOUND' : undefined),
  });
  expect(wrong).toEqual([]);
}, 600_000);

test('CONFLICT for whoever has not seen the last change; a repeated key has one effect', async () => {
  const proposal = await bed.nominate();
  await bed.done('emulationAwardsReturnProposal', 'officer.cluster4', proposal);
  await bed.done('emulationAwardsResubmitProposal', 'chair.bau-ham', { ...proposal, version: 2 });
  expect(await bed.refusal('emulationAwardsCheckDossier', 'officer.cluster4', proposal)).toMatchObject({
    code: 'CONFLICT',
    given: 1,
    current: 3,
  });
  const key = { idempotencyKey: '00000000-0000-4000-8000-00000000e011' };
  const first = await bed.done(
    'emulationAwardsCheckDossier',
    'officer.cluster4',
    { ...proposal, version: 3 },
    key,
  );
  expect(
    await bed.done('emulationAwardsCheckDossier', 'officer.cluster4', { ...proposal, version: 3 }, key),
  ).toEqual(first);
  expect(first['steps'].nodes.map(({ action }: any) => action)).toEqual([
    'NOMINATE',
    'RETURN',
    'RESUBMIT',
    'CHECK',
  ]);
});

describe('whom the directory has is proposed by reference', () => {
  const nameOf = async (account: string): Promise<string> =>
    (
      await bed.sql<{ name: string }>('select full_name as name from core.person where email = $1', [
        `${account}@trangbom.example`,
      ])
    )[0]!.name;
  const input = async (personName: string, more: object = {}) => ({
    unit: await bed.unit('26257'),
    subject: 'PERSON',
    personName,
    year: 2021,
    achievement: `Thành tích của người mang tên ấy, ${personName.length} chữ.`,
    rewardForm: 'CERTIFICATE_OF_COMMENDATION',
    ...more,
  });
  const nominating = 'emulationAwardsNominate';

  test('a name that a person has whom one sees is refused, with additions too, unless it is a namesake', async () => {
    const head = await nameOf('head.bau-ham');
    for (const written of [head, `Ông ${head.toUpperCase()}, Trưởng ban công tác Mặt trận`]) {
      const refused = await bed.refused(nominating, await input(written), 'chair.bau-ham');
      expect(refused).toMatchObject({
        code: 'EMULATION_IN_DIRECTORY',
        field: 'input.personName',
        given: 1,
        allowed: 'person | namesake',
      });
      expect(JSON.stringify(refused)).not.toContain(head);
    }
    await bed.change(nominating, await input(head, { namesake: true }), 'chair.bau-ham', 'id');
    expect((await bed.audit('emulation-awards:nominate')).at(-1)!.facts).toMatchObject({ namesake: true });
  });

  test('who sees no people learns nothing of the directory by it', async () => {
    const head = await nameOf('head.bau-ham');
    await bed.change(nominating, await input(`Bà ${head}`), 'farmers', 'id');
  });

  test('an organization is not proposed as a person', async () => {
    const [front] = await bed.sql<{ name: string }>(
      `select version.name from core.organization_version version
         join core.organization known on known.id = version.organization_id and known.key = 'farmers-union' where version.superseded_at is null`,
    );
    const written = await input(`Tập thể ${front!.name}`, { namesake: true });
    expect(await bed.refused(nominating, written, 'chair.bau-ham')).toMatchObject({
      code: 'EMULATION_IN_DIRECTORY',
      allowed: 'organization',
    });
  });
});

describe('one achievement, one reward; a title is not a reward', () => {
  test('the same person is not rewarded twice for the same words, however they are written', async () => {
    const person = { personName: 'Trần Văn Một' };
    await bed.nominate('chair.bau-ham', person);
    await expect(
      bed.nominate('chair.bau-ham', {
        personName: 'TRẦN VĂN MỘT',
        rewardForm: 'CERTIFICATE_OF_MERIT',
        achievement: 'vận động nhân dân tham gia phòng, chống dịch',
      }),
    ).rejects.toThrow('EMULATION_HONORED_ALREADY');
    await bed.nominate('chair.bau-ham', {
      ...person,
      achievement: 'Hiến đất làm đường giao thông nông thôn.',
    });
    // A title for the same year is another matter; twice the same title is not.
    const title = { ...person, rewardForm: null, title: 'LABOR_ADVANCED' };
    await bed.nominate('chair.bau-ham', title);
    await expect(
      bed.nominate('chair.bau-ham', { ...title, achievement: 'Hoàn thành xuất sắc nhiệm vụ.' }),
    ).rejects.toThrow('EMULATION_HONORED_ALREADY');
  });

  test('what was refused may be proposed again', async () => {
    const person = { personName: 'Trần Văn Hai' };
    const first = await bed.nominate('chair.bau-ham', person);
    await bed.done('emulationAwardsRefuseProposal', 'standing', first);
    await bed.nominate('chair.bau-ham', person);
  });

  test('a mended proposal does not become a second one for the same', async () => {
    const person = { personName: 'Trần Văn Ba' };
    await bed.nominate('chair.bau-ham', person);
    const other = await bed.nominate('chair.bau-ham', {
      ...person,
      achievement: 'Xây dựng mô hình tự quản ở ấp.',
    });
    const returned = await bed.done('emulationAwardsReturnProposal', 'officer.cluster4', other);
    const words = { achievement: 'Vận động nhân dân tham gia phòng chống dịch.' };
    expect(
      await bed.refusal('emulationAwardsResubmitProposal', 'chair.bau-ham', returned, words),
    ).toMatchObject({
      code: 'EMULATION_HONORED_ALREADY',
    });
  });

  test.each([
    ['both', { title: 'LABOR_ADVANCED' }, 'BAD_USER_INPUT', 'input.title'],
    ['neither', { rewardForm: null }, 'BAD_USER_INPUT', 'input.title'],
    ['a title as a reward', { rewardForm: 'LABOR_ADVANCED' }, 'EMULATION_HONOR_UNKNOWN', 'input.rewardForm'],
    [
      'one for another subject',
      { rewardForm: null, title: 'COLLECTIVE_EXCELLENT' },
      'EMULATION_HONOR_UNKNOWN',
      'input.title',
    ],
    ['nobody', { personName: null }, 'BAD_USER_INPUT', 'input.person'],
    ['a name where a unit is proposed', { subject: 'UNIT' }, 'BAD_USER_INPUT', 'input.personName'],
    [
      'no organization where one is proposed',
      { subject: 'ORGANIZATION', personName: null },
      'BAD_USER_INPUT',
      'input.organization',
    ],
    ['a year to come', { year: 2022 }, 'BAD_USER_INPUT', 'input.year'],
    ['few words', { achievement: 'Tốt' }, 'TEXT_LENGTH', 'input.achievement'],
  ])('%s is refused', async (_, more, code, field) => {
    const input = {
      unit: await bed.unit('26257'),
      subject: 'PERSON',
      personName: 'Lê Thị Không',
      year: 2021,
      achievement: 'Vận động nhân dân tham gia phòng chống dịch.',
      rewardForm: 'CERTIFICATE_OF_COMMENDATION',
      ...more,
    };
    const error = await bed.refused('emulationAwardsNominate', input, 'chair.bau-ham');
    expect(error).toMatchObject({ code, field });
    expect(JSON.stringify(error)).not.toContain('Lê Thị Không');
  });

  test('the law of the day of the decision must know the honor', async () => {
    let proposal = await bed.atCouncil();
    await bed.take('emulationAwardsCouncilVote', 'council', proposal);
    proposal = await bed.done('emulationAwardsRecommendProposal', 'standing', proposal);
    await bed.sql(
      `update emulation_awards.reward_form set valid_to = '2021-10-15' where code = 'CERTIFICATE_OF_COMMENDATION' and valid_from = '2004-07-01'`,
    );
    expect(await bed.refusal('emulationAwardsDecideProposal', 'standing.deputy', proposal)).toMatchObject({
      code: 'EMULATION_HONOR_UNKNOWN',
    });
    await bed.sql(
      `update emulation_awards.reward_form set valid_to = '2024-01-01' where code = 'CERTIFICATE_OF_COMMENDATION' and valid_from = '2004-07-01'`,
    );
    for (const decidedOn of ['2021-10-14', '2021-10-16'])
      expect(
        await bed.refusal('emulationAwardsDecideProposal', 'standing.deputy', proposal, { decidedOn }),
      ).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'input.decidedOn',
      });
  });
});
