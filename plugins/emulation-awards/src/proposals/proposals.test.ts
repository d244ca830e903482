/** Proposals for titles and rewards (W-11): the way, who may take which step, and what is personal. */
import { startProgramBed, tryImpossibleSteps, type ProgramBed } from '@phoihop/testing';
import { grants } from '../access.js';
import emulation from '../plugin.js';
import { proposalWorkflow, type ProposalState, type ProposalStep } from './proposal-state.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([emulation]);
}, 300_000);
afterAll(() => bed?.close());

const all =
  'id version state subject personName achievement title { code } rewardForm { code } decisionNumber decidedOn awardedOn revokedOn revocationNumber steps { nodes { action reason takenOn } }';

interface Known {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: any;
}

const inputs: Readonly<Partial<Record<ProposalStep, string>>> = {
  emulationAwardsCheckDossier: 'ProposalStep',
  emulationAwardsOpenCouncilVote: 'ProposalStep',
  emulationAwardsRecommendProposal: 'ProposalStep',
  emulationAwardsReturnProposal: 'ProposalReason',
  emulationAwardsRefuseProposal: 'ProposalReason',
};

/** What a step wants besides the proposal and its version. */
const wants: Readonly<Partial<Record<ProposalStep, object>>> = {
  emulationAwardsReturnProposal: { reason: 'thiếu minh chứng' },
  emulationAwardsRefuseProposal: { reason: 'không đạt' },
  emulationAwardsDecideProposal: { decisionNumber: '99/QĐ-MTTQ', decidedOn: '2021-10-15' },
  emulationAwardsAwardProposal: { awardedOn: '2021-10-15' },
  emulationAwardsRevokeProposal: { reason: 'kê khai sai', revocationNumber: '100/QĐ-MTTQ' },
  emulationAwardsGiveOpinion: { inFavor: true, content: 'Thống nhất.' },
  emulationAwardsCouncilVote: { inFavor: true },
};
const withoutVersion: readonly ProposalStep[] = ['emulationAwardsGiveOpinion', 'emulationAwardsCouncilVote'];

async function take(step: ProposalStep, who: string, proposal: Known, more: object = {}) {
  const type = `EmulationAwards${inputs[step] ?? step.slice('emulationAwards'.length)}Input`;
  const version = withoutVersion.includes(step) ? {} : { expectedVersion: proposal.version };
  const selection = withoutVersion.includes(step) ? `proposal { ${all} }` : all;
  return bed.ask(`mutation ($input: ${type}!) { ${step}(input: $input) { ${selection} } }`, who, {
    input: { proposal: proposal.id, ...version, ...wants[step], ...more },
  });
}

async function done(step: ProposalStep, who: string, proposal: Known, more: object = {}): Promise<Known> {
  const { data, errors } = await take(step, who, proposal, more);
  expect(errors).toBeUndefined();
  return withoutVersion.includes(step) ? data[step].proposal : data[step];
}

async function refusal(step: ProposalStep, who: string, proposal: Known, more: object = {}) {
  const { errors } = await take(step, who, proposal, more);
  return { code: errors?.[0]?.extensions['code'], ...errors?.[0]?.extensions };
}

let number = 0;
async function nominate(who = 'chair.bau-ham', more: object = {}): Promise<Known> {
  number += 1;
  const input = {
    unit: await bed.unit('26257'),
    subject: 'PERSON',
    personName: `Nguyễn Thị Thử ${number}`,
    year: 2021,
    achievement: 'Vận động nhân dân tham gia phòng chống dịch.',
    rewardForm: 'CERTIFICATE_OF_COMMENDATION',
    ...more,
  };
  return bed.change('emulationAwardsNominate', input, who, all);
}

/** As far as the council. */
async function atCouncil(more: object = {}, who = 'chair.bau-ham'): Promise<Known> {
  const checked = await done('emulationAwardsCheckDossier', 'officer.cluster4', await nominate(who, more));
  return done('emulationAwardsOpenCouncilVote', 'standing', checked);
}

test('the whole way: proposed, checked, opinions, voted, decided, awarded, and revoked with its history kept', async () => {
  let proposal = await nominate();
  expect(proposal).toMatchObject({
    state: 'NOMINATED',
    version: 1,
    rewardForm: { code: 'CERTIFICATE_OF_COMMENDATION' },
    title: null,
  });
  proposal = await done('emulationAwardsReturnProposal', 'officer.cluster4', proposal);
  proposal = await done('emulationAwardsResubmitProposal', 'chair.bau-ham', proposal, {
    achievement: 'Vận động 200 hộ tham gia phòng chống dịch, có xác nhận.',
  });
  expect(proposal).toMatchObject({
    state: 'NOMINATED',
    achievement: 'Vận động 200 hộ tham gia phòng chống dịch, có xác nhận.',
  });
  proposal = await done('emulationAwardsCheckDossier', 'officer.cluster4', proposal);
  const { data } = await take('emulationAwardsGiveOpinion', 'farmers', proposal);
  expect(data.emulationAwardsGiveOpinion.proposal.id).toBe(proposal.id);
  proposal = await done('emulationAwardsOpenCouncilVote', 'standing', proposal);
  expect(await refusal('emulationAwardsRecommendProposal', 'standing', proposal)).toMatchObject({
    code: 'EMULATION_VOTES_TOO_FEW',
    given: '0/0',
    allowed: '≥ 0.500',
  });
  await take('emulationAwardsCouncilVote', 'council', proposal);
  expect(await refusal('emulationAwardsCouncilVote', 'council', proposal)).toMatchObject({
    code: 'EMULATION_VOTED',
  });
  proposal = await done('emulationAwardsRecommendProposal', 'standing', proposal);
  proposal = await done('emulationAwardsDecideProposal', 'standing.deputy', proposal);
  expect(proposal).toMatchObject({ state: 'DECIDED', decisionNumber: '99/QĐ-MTTQ', decidedOn: '2021-10-15' });
  proposal = await done('emulationAwardsAwardProposal', 'standing', proposal);
  proposal = await done('emulationAwardsRevokeProposal', 'standing', proposal);
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
  let proposal = await atCouncil();
  await take('emulationAwardsCouncilVote', 'council', proposal);
  proposal = await done('emulationAwardsRecommendProposal', 'standing', proposal);
  proposal = await done('emulationAwardsDecideProposal', 'standing.deputy', proposal);
  expect(Number(await figure())).toBe(before + 1);
  await done('emulationAwardsRevokeProposal', 'standing', proposal);
  expect(Number(await figure())).toBe(before);
});

/** One of each role that holds something here, two that hold nothing, and one who holds it elsewhere. */
const everybody = [
  'standing', 'officer.cluster4', 'lead.cluster4', 'chair.bau-ham', 'clerk.bau-ham', 'farmers', 'council', 'inspector', 'auditor',
  'admin', 'police', 'chair.cay-gao',
]; // prettier-ignore

test('a step that is not possible is refused, whoever asks for it, and leaves nothing behind', async () => {
  const proposal = await nominate();
  const id = Number(Buffer.from(proposal.id, 'base64url').toString().split(':')[1]);
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
    take: (step, who) => take(step, who, proposal),
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

describe('separation of duties', () => {
  test('the council alone votes; nobody holds two sides by one role', () => {
    const holders = (what: string) =>
      Object.entries(grants).flatMap(([role, held]) =>
        (held as readonly string[]).includes(`emulation-awards:${what}`) ? [role] : [],
      );
    expect(holders('council')).toEqual(['emulation-council']);
    for (const [one, other] of [
      ['nominate', 'decide'],
      ['check', 'decide'],
      ['self-score', 'sign'],
      ['cross-score', 'review'],
      ['review', 'manage'],
    ] as const)
      expect([one, other, holders(one).filter((role) => holders(other).includes(role))]).toEqual([
        one,
        other,
        [],
      ]);
  });

  test('who proposed does not check, with a second account neither', async () => {
    const own = await nominate('officer.cluster4');
    expect(await refusal('emulationAwardsCheckDossier', 'officer.cluster4', own)).toMatchObject({
      code: 'SAME_PERSON',
    });
    const other = await nominate('chair.bau-ham');
    await samePerson('officer.cluster4', 'chair.bau-ham');
    expect(await refusal('emulationAwardsCheckDossier', 'officer.cluster4', other)).toMatchObject({
      code: 'SAME_PERSON',
    });
    await samePerson('officer.cluster4', null);
  });

  test('who checked does not decide', async () => {
    let proposal = await atCouncil();
    await take('emulationAwardsCouncilVote', 'council', proposal);
    proposal = await done('emulationAwardsRecommendProposal', 'standing', proposal);
    await samePerson('standing', 'officer.cluster4');
    expect(await refusal('emulationAwardsDecideProposal', 'standing', proposal)).toMatchObject({
      code: 'SAME_PERSON',
    });
    await samePerson('standing', null);
  });

  test('nobody votes on oneself, the own organization or the own unit', async () => {
    const own = await bed.sql<{ id: number }>(
      `select its.id from emulation_awards.proposal its join core.user_account account on account.person_id = its.person_id and account.username = 'council'`,
    );
    const proposal = {
      id: Buffer.from(`EmulationAwardsProposal:${own[0]!.id}`).toString('base64url'),
      version: 1,
    };
    expect(await refusal('emulationAwardsCouncilVote', 'council', proposal)).toMatchObject({
      code: 'EMULATION_OWN_CASE',
      given: 'PERSON',
    });
    const { data } = await bed.ask('{ organizations(first: 200) { nodes { id key } } }', 'standing');
    const front = data.organizations.nodes.find(({ key }: any) => key === 'front-district').id;
    const district = await bed.unit('737');
    for (const [subject, more, form] of [
      ['ORGANIZATION', { organization: front }, { rewardForm: 'CERTIFICATE_OF_MERIT' }],
      ['UNIT', {}, { title: 'COLLECTIVE_ADVANCED' }],
    ] as const) {
      const made = await nominate('farmers', {
        unit: district,
        subject,
        personName: null,
        rewardForm: null,
        ...more,
        ...form,
      });
      await put(made, 'COUNCIL');
      expect(await refusal('emulationAwardsCouncilVote', 'council', made)).toMatchObject({
        code: 'EMULATION_OWN_CASE',
        given: subject,
      });
    }
  });

  test('nor on oneself where one is proposed by name alone, however it is written', async () => {
    const [me] = await bed.sql<{ name: string }>(
      `select full_name as name from core.person where email = 'council@trangbom.example'`,
    );
    const made = await nominate('chair.bau-ham', {
      personName: me!.name.toUpperCase().replaceAll(' ', '  '),
    });
    await put(made, 'COUNCIL');
    expect(await refusal('emulationAwardsCouncilVote', 'council', made)).toMatchObject({
      code: 'EMULATION_OWN_CASE',
      given: 'PERSON',
    });
  });

  test.each([
    ['an office after it', (name: string) => `${name} (Phó Chủ tịch)`],
    ['a form of address before it', (name: string) => `Đ/c ${name}`],
    ['words between', (name: string) => name.replace(' ', ' (bí danh Ba) ')],
    ['its words turned round', (name: string) => name.split(' ').reverse().join(' ')],
    ['the given names alone', (name: string) => `Ông ${name.split(' ').slice(1).join(' ')}`],
  ])('nor where the name has %s', async (_, written) => {
    const [me] = await bed.sql<{ name: string }>(
      `select full_name as name from core.person where email = 'council@trangbom.example'`,
    );
    const made = await nominate('chair.bau-ham', { personName: written(me!.name) });
    await put(made, 'COUNCIL');
    expect(await refusal('emulationAwardsCouncilVote', 'council', made)).toMatchObject({
      code: 'EMULATION_OWN_CASE',
      given: 'PERSON',
    });
  });

  test('nor where the name is that of an organization for which one acts', async () => {
    const made = await nominate('chair.bau-ham', { personName: 'Nguyễn Thị Tên Khác' });
    await bed.sql(
      `update emulation_awards.proposal its set person_name = 'Tập thể ' || version.name
         from core.organization_version version join core.organization known on known.id = version.organization_id and known.key = 'front-district'
        where its.id = $1 and version.superseded_at is null`,
      [Number(Buffer.from(made.id, 'base64url').toString().split(':')[1])],
    );
    await put(made, 'COUNCIL');
    expect(await refusal('emulationAwardsCouncilVote', 'council', made)).toMatchObject({
      code: 'EMULATION_OWN_CASE',
    });
  });

  test('nor on an organization, or a unit in which one sits, for which one acts with another account', async () => {
    // The council’s member acts for nobody with this account, and for the Front of the district with another.
    const held = await bed.sql<{ id: number; organization: number | null }>(
      `select its.id, its.organization_id as organization from core.assignment its join core.user_account account on account.id = its.user_id and account.username = 'council'`,
    );
    await bed.sql('update core.assignment set organization_id = null where id = any ($1::bigint[])', [
      held.map(({ id }) => id),
    ]);
    const { data } = await bed.ask('{ organizations(first: 200) { nodes { id key } } }', 'standing');
    const front = data.organizations.nodes.find(({ key }: any) => key === 'front-district').id;
    const district = { unit: await bed.unit('737'), personName: null, achievement: 'Nhiều mô hình tự quản.' };
    for (const more of [
      { ...district, subject: 'ORGANIZATION', organization: front },
      { ...district, subject: 'UNIT', rewardForm: null, title: 'COLLECTIVE_EXCELLENT' },
    ]) {
      const made = await nominate('farmers', more);
      await put(made, 'COUNCIL');
      await samePerson('council', 'standing');
      expect(await refusal('emulationAwardsCouncilVote', 'council', made)).toMatchObject({
        code: 'EMULATION_OWN_CASE',
        given: more.subject,
      });
      // With this account alone the case is not the own one.
      await samePerson('council', null);
      await done('emulationAwardsCouncilVote', 'council', made);
    }
    for (const { id, organization } of held)
      await bed.sql('update core.assignment set organization_id = $2 where id = $1', [id, organization]);
  });

  test('a vote below the share that the honor takes is not enough', async () => {
    const proposal = await atCouncil({ rewardForm: 'CERTIFICATE_OF_MERIT' });
    await take('emulationAwardsCouncilVote', 'council', proposal);
    // Three more members, two against: 2 of 4 where 0.8 are needed.
    await bed.sql(
      `insert into emulation_awards.council_vote (proposal_id, unit_id, voter_id, in_favor, voted_on)
       select its.id, its.unit_id, account.id, account.username = 'inspector', '2021-10-15' from emulation_awards.proposal its, core.user_account account
        where its.id = $1 and account.username in ('inspector', 'auditor', 'treasurer')`,
      [Number(Buffer.from(proposal.id, 'base64url').toString().split(':')[1])],
    );
    expect(await refusal('emulationAwardsRecommendProposal', 'standing', proposal)).toMatchObject({
      code: 'EMULATION_VOTES_TOO_FEW',
      given: '2/4',
      allowed: '≥ 0.800',
    });
  });

  /** Lets an account belong to the person of another, or to its own again. */
  const samePerson = (account: string, other: string | null) =>
    bed.sql(
      `update core.user_account set person_id = coalesce((select person_id from core.user_account where username = $2),
         (select id from core.person where email = $1 || '@trangbom.example')) where username = $1`,
      [account, other],
    );
  const put = (proposal: Known, state: string) =>
    bed.sql('update emulation_awards.proposal set state = $2 where id = $1', [
      Number(Buffer.from(proposal.id, 'base64url').toString().split(':')[1]),
      state,
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
    await nominate('chair.bau-ham', person);
    await expect(
      nominate('chair.bau-ham', {
        personName: 'TRẦN VĂN MỘT',
        rewardForm: 'CERTIFICATE_OF_MERIT',
        achievement: 'vận động nhân dân tham gia phòng, chống dịch',
      }),
    ).rejects.toThrow('EMULATION_HONORED_ALREADY');
    await nominate('chair.bau-ham', { ...person, achievement: 'Hiến đất làm đường giao thông nông thôn.' });
    // A title for the same year is another matter; twice the same title is not.
    const title = { ...person, rewardForm: null, title: 'LABOR_ADVANCED' };
    await nominate('chair.bau-ham', title);
    await expect(
      nominate('chair.bau-ham', { ...title, achievement: 'Hoàn thành xuất sắc nhiệm vụ.' }),
    ).rejects.toThrow('EMULATION_HONORED_ALREADY');
  });

  test('what was refused may be proposed again', async () => {
    const person = { personName: 'Trần Văn Hai' };
    const first = await nominate('chair.bau-ham', person);
    await done('emulationAwardsRefuseProposal', 'standing', first);
    await nominate('chair.bau-ham', person);
  });

  test('a mended proposal does not become a second one for the same', async () => {
    const person = { personName: 'Trần Văn Ba' };
    await nominate('chair.bau-ham', person);
    const other = await nominate('chair.bau-ham', {
      ...person,
      achievement: 'Xây dựng mô hình tự quản ở ấp.',
    });
    const returned = await done('emulationAwardsReturnProposal', 'officer.cluster4', other);
    const words = { achievement: 'Vận động nhân dân tham gia phòng chống dịch.' };
    expect(await refusal('emulationAwardsResubmitProposal', 'chair.bau-ham', returned, words)).toMatchObject({
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
    let proposal = await atCouncil();
    await take('emulationAwardsCouncilVote', 'council', proposal);
    proposal = await done('emulationAwardsRecommendProposal', 'standing', proposal);
    await bed.sql(
      `update emulation_awards.reward_form set valid_to = '2021-10-15' where code = 'CERTIFICATE_OF_COMMENDATION' and valid_from = '2004-07-01'`,
    );
    expect(await refusal('emulationAwardsDecideProposal', 'standing.deputy', proposal)).toMatchObject({
      code: 'EMULATION_HONOR_UNKNOWN',
    });
    await bed.sql(
      `update emulation_awards.reward_form set valid_to = '2024-01-01' where code = 'CERTIFICATE_OF_COMMENDATION' and valid_from = '2004-07-01'`,
    );
    for (const decidedOn of ['2021-10-14', '2021-10-16'])
      expect(
        await refusal('emulationAwardsDecideProposal', 'standing.deputy', proposal, { decidedOn }),
      ).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'input.decidedOn',
      });
  });
});

test('CONFLICT for whoever has not seen the last change; a repeated key has one effect', async () => {
  const proposal = await nominate();
  await done('emulationAwardsReturnProposal', 'officer.cluster4', proposal);
  await done('emulationAwardsResubmitProposal', 'chair.bau-ham', { ...proposal, version: 2 });
  expect(await refusal('emulationAwardsCheckDossier', 'officer.cluster4', proposal)).toMatchObject({
    code: 'CONFLICT',
    given: 1,
    current: 3,
  });
  const key = { idempotencyKey: '00000000-0000-4000-8000-00000000e011' };
  const first = await done(
    'emulationAwardsCheckDossier',
    'officer.cluster4',
    { ...proposal, version: 3 },
    key,
  );
  expect(
    await done('emulationAwardsCheckDossier', 'officer.cluster4', { ...proposal, version: 3 }, key),
  ).toEqual(first);
  expect(first['steps'].nodes.map(({ action }: any) => action)).toEqual([
    'NOMINATE',
    'RETURN',
    'RESUBMIT',
    'CHECK',
  ]);
});

describe('what is personal', () => {
  const names = '{ emulationAwardsProposals(first: 200) { nodes { personName achievement } } }';

  test.each(['standing', 'officer.cluster4', 'chair.bau-ham', 'farmers', 'council'])(
    '%s reads names, and it is recorded',
    async (who) => {
      const before = (await bed.audit('platform:read')).length;
      const { data, errors } = await bed.ask(names, who);
      expect(errors).toBeUndefined();
      expect(data.emulationAwardsProposals.nodes.some(({ personName }: any) => personName)).toBe(true);
      const rows = await bed.audit('platform:read');
      expect(rows).toHaveLength(before + 1);
      expect(rows.at(-1)!.actor_id).toBe((await bed.as(who)).userId);
      expect(JSON.stringify(rows.at(-1))).not.toContain('minh họa');
    },
  );

  test.each(['lead.cluster4', 'inspector', 'auditor'])('%s reads proposals without names', async (who) => {
    const { errors } = await bed.ask(names, who);
    expect(errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const { data } = await bed.ask(
      '{ emulationAwardsProposals(first: 5) { nodes { state subject unit { code } } } }',
      who,
    );
    expect(data.emulationAwardsProposals.nodes.length).toBeGreaterThan(0);
  });

  test.each([
    'clerk.bau-ham',
    'head.bau-ham',
    'police',
    'admin',
    'treasurer',
    'petitions',
    'elections',
    undefined,
  ])('%s reads none', async (who) => {
    const { data, errors } = await bed.ask('{ emulationAwardsProposals { totalCount } }', who);
    expect(data.emulationAwardsProposals).toBeNull();
    expect(errors![0]!.extensions['code']).toBe(who ? 'FORBIDDEN' : 'UNAUTHENTICATED');
  });

  test('a chair sees those of the own commune, nobody’s by id beyond', async () => {
    const units = async (who: string) => [
      ...new Set(
        (
          await bed.ask('{ emulationAwardsProposals(first: 200) { nodes { unit { code } } } }', who)
        ).data.emulationAwardsProposals.nodes.map(({ unit }: any) => unit.code),
      ),
    ];
    expect(await units('chair.bau-ham')).toEqual(['26257']);
    const { id } = await nominate();
    const byId = `{ node(id: "${id}") { id } }`;
    expect((await bed.ask(byId, 'chair.bau-ham')).data.node).toMatchObject({ id });
    expect((await bed.ask(byId, 'chair.cay-gao')).data.node).toBeNull();
  });

  test('votes of the council are for the council, those who decide, and auditors', async () => {
    const ask = async (who: string) =>
      (await bed.ask('{ emulationAwardsCouncilVotes { totalCount } }', who)).data.emulationAwardsCouncilVotes
        ?.totalCount ?? null;
    for (const who of ['council', 'standing', 'auditor']) expect(await ask(who)).toBeGreaterThan(0);
    for (const who of ['officer.cluster4', 'chair.bau-ham', 'farmers', 'inspector'])
      expect(await ask(who)).toBeNull();
  });
});
