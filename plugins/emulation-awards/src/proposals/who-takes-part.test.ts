/** Proposals for titles and rewards (W-11): who may take no part in one’s own case, and who sees names and votes. */
import { grants } from '../access.js';
import { rowOf, startProposalsBed, type ProposalsBed } from './test-bed.js';

let bed: ProposalsBed;
beforeAll(async () => {
  bed = await startProposalsBed();
}, 300_000);
afterAll(() => bed?.close());

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
    const own = await bed.nominate('officer.cluster4');
    expect(await bed.refusal('emulationAwardsCheckDossier', 'officer.cluster4', own)).toMatchObject({
      code: 'SAME_PERSON',
    });
    const other = await bed.nominate('chair.bau-ham');
    await bed.samePerson('officer.cluster4', 'chair.bau-ham');
    expect(await bed.refusal('emulationAwardsCheckDossier', 'officer.cluster4', other)).toMatchObject({
      code: 'SAME_PERSON',
    });
    await bed.samePerson('officer.cluster4', null);
  });

  test('who checked does not decide', async () => {
    let proposal = await bed.atCouncil();
    await bed.take('emulationAwardsCouncilVote', 'council', proposal);
    proposal = await bed.done('emulationAwardsRecommendProposal', 'standing', proposal);
    await bed.samePerson('standing', 'officer.cluster4');
    expect(await bed.refusal('emulationAwardsDecideProposal', 'standing', proposal)).toMatchObject({
      code: 'SAME_PERSON',
    });
    await bed.samePerson('standing', null);
  });

  test('nobody votes on oneself, the own organization or the own unit', async () => {
    const own = await bed.sql<{ id: number }>(
      `select its.id from emulation_awards.proposal its join core.user_account account on account.person_id = its.person_id and account.username = 'council'`,
    );
    const proposal = {
      id: Buffer.from(`EmulationAwardsProposal:${own[0]!.id}`).toString('base64url'),
      version: 1,
    };
    expect(await bed.refusal('emulationAwardsCouncilVote', 'council', proposal)).toMatchObject({
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
      const made = await bed.nominate('farmers', {
        unit: district,
        subject,
        personName: null,
        rewardForm: null,
        ...more,
        ...form,
      });
      await bed.put(made, 'COUNCIL');
      expect(await bed.refusal('emulationAwardsCouncilVote', 'council', made)).toMatchObject({
        code: 'EMULATION_OWN_CASE',
        given: subject,
      });
    }
  });

  test('nor on oneself where one is proposed by name alone, however it is written', async () => {
    const [me] = await bed.sql<{ name: string }>(
      `select full_name as name from core.person where email = 'council@trangbom.example'`,
    );
    const made = await bed.nominate('chair.bau-ham', {
      personName: me!.name.toUpperCase().replaceAll(' ', '  '),
    });
    await bed.put(made, 'COUNCIL');
    expect(await bed.refusal('emulationAwardsCouncilVote', 'council', made)).toMatchObject({
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
    const made = await bed.nominate('chair.bau-ham', { personName: written(me!.name) });
    await bed.put(made, 'COUNCIL');
    expect(await bed.refusal('emulationAwardsCouncilVote', 'council', made)).toMatchObject({
      code: 'EMULATION_OWN_CASE',
      given: 'PERSON',
    });
  });

  test('nor where the name is that of an organization for which one acts', async () => {
    const made = await bed.nominate('chair.bau-ham', { personName: 'Nguyễn Thị Tên Khác' });
    await bed.sql(
      `update emulation_awards.proposal its set person_name = 'Tập thể ' || version.name
         from core.organization_version version join core.organization known on known.id = version.organization_id and known.key = 'front-district'
        where its.id = $1 and version.superseded_at is null`,
      [rowOf(made)],
    );
    await bed.put(made, 'COUNCIL');
    expect(await bed.refusal('emulationAwardsCouncilVote', 'council', made)).toMatchObject({
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
      const made = await bed.nominate('farmers', more);
      await bed.put(made, 'COUNCIL');
      await bed.samePerson('council', 'standing');
      expect(await bed.refusal('emulationAwardsCouncilVote', 'council', made)).toMatchObject({
        code: 'EMULATION_OWN_CASE',
        given: more.subject,
      });
      // With this account alone the case is not the own one.
      await bed.samePerson('council', null);
      await bed.done('emulationAwardsCouncilVote', 'council', made);
    }
    for (const { id, organization } of held)
      await bed.sql('update core.assignment set organization_id = $2 where id = $1', [id, organization]);
  });

  test('a vote below the share that the honor takes is not enough', async () => {
    const proposal = await bed.atCouncil({ rewardForm: 'CERTIFICATE_OF_MERIT' });
    await bed.take('emulationAwardsCouncilVote', 'council', proposal);
    // Three more members, two against: 2 of 4 where 0.8 are needed.
    await bed.sql(
      `insert into emulation_awards.council_vote (proposal_id, unit_id, voter_id, in_favor, voted_on)
       select its.id, its.unit_id, account.id, account.username = 'inspector', '2021-10-15' from emulation_awards.proposal its, core.user_account account
        where its.id = $1 and account.username in ('inspector', 'auditor', 'treasurer')`,
      [rowOf(proposal)],
    );
    expect(await bed.refusal('emulationAwardsRecommendProposal', 'standing', proposal)).toMatchObject({
      code: 'EMULATION_VOTES_TOO_FEW',
      given: '2/4',
      allowed: '≥ 0.800',
    });
  });
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
    const { id } = await bed.nominate();
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
