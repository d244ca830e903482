/** What joint agreements (W-19) bring: rights of their parties, and what these owe. */
import { loadCaller } from '../access/caller.js';
import { scopesOfSettings } from '../access/scopes.js';
import { startAgreementsBed, type AgreementsBed, type Known, type Owed } from './test-bed.js';

let bed: AgreementsBed;
beforeAll(async () => {
  bed = await startAgreementsBed();
}, 600_000);
afterAll(() => bed?.close());
afterEach(() => bed.setBusinessDate('2021-10-15'));

const programsOf = async (username: string): Promise<string[]> => {
  const [account] = await bed.sql<{ id: number; session_version: number }>(
    'select id::int, session_version from core.user_account where username = $1',
    [username],
  );
  const caller = await loadCaller(bed.engine.servicesFor('core'), {
    userId: account!.id,
    sessionVersion: account!.session_version,
  });
  const scopes = scopesOfSettings(caller!.settings);
  return scopes['core:agreement.read']!.subtree.map((scope) => scope.slice(0, scope.indexOf('.')));
};
const rightsVersion = async (): Promise<number> => {
  const [row] = await bed.sql<{ version: string }>(
    'select sum(version)::text as version from core.rights_version',
  );
  return Number(row!.version);
};

describe('rights of a member organization', () => {
  test('come with the agreement and go with it', async () => {
    await bed.sql(`delete from core.program_participant where program = 'PRG-90'`);
    expect(await programsOf('farmers')).not.toContain('PRG_90');
    const draft = await bed.draft();
    expect(await programsOf('farmers')).not.toContain('PRG_90');
    const before = await rightsVersion();
    const signed = await bed.sign(draft);
    const since = await rightsVersion();
    expect(since).toBeGreaterThan(before);
    expect(await programsOf('farmers')).toContain('PRG_90');
    expect(await programsOf('women')).not.toContain('PRG_90');
    const { data } = await bed.ask(
      `query ($id: ID!) { agreement(id: $id) { inForce program { participants { nodes { organization { key } validFrom validTo agreement { number } } } } } }`,
      'farmers',
      { id: signed.id },
    );
    expect(data.agreement).toMatchObject({ inForce: true });
    expect(data.agreement.program.participants.nodes).toContainEqual({
      organization: { key: 'farmers-union' },
      validFrom: '2021-10-01',
      validTo: '2022-10-01',
      agreement: { number: '01/CTPH' },
    });
    await bed.change(
      'endAgreement',
      { agreement: signed.id, expectedVersion: 2, reason: 'Thử kết thúc' },
      'standing',
      'state',
    );
    expect(await rightsVersion()).toBeGreaterThan(since);
    expect(await programsOf('farmers')).not.toContain('PRG_90');
  });

  test('are over when the term is, without anybody ending it', async () => {
    await bed.sign(await bed.draft());
    bed.setBusinessDate('2022-09-30');
    expect(await programsOf('farmers')).toContain('PRG_90');
    bed.setBusinessDate('2022-10-01');
    expect(await programsOf('farmers')).not.toContain('PRG_90');
  });

  test('of two agreements about one program last as long as one of them', async () => {
    const first = await bed.sign(await bed.draft({ program: await bed.program('PRG-91') }));
    const second = await bed.sign(await bed.draft({ program: await bed.program('PRG-91') }));
    const end = ({ id, version }: Known) =>
      bed.change(
        'endAgreement',
        { agreement: id, expectedVersion: version, reason: 'Thử' },
        'standing',
        'state',
      );
    await end(first);
    expect(await programsOf('farmers')).toContain('PRG_91');
    await end(second);
    expect(await programsOf('farmers')).not.toContain('PRG_91');
  });
});

describe('what is owed', () => {
  const meet = (obligation: Owed, who: string) =>
    bed.refused(
      'fulfillAgreementObligation',
      {
        obligation: obligation.id,
        expectedVersion: obligation.version,
        doneOn: '2022-01-07',
        note: 'Đã gửi.',
      },
      who,
    );

  test('is met by who owes it or manages the agreement, and by nobody else', async () => {
    const signed = await bed.sign(await bed.draft());
    bed.setBusinessDate('2022-01-08');
    const [, ofFarmers, ofFront] = await bed.owedUnder(signed);
    expect(ofFarmers!.organization.key).toBe('farmers-union');
    expect(await meet(ofFront!, 'farmers')).toMatchObject({ code: 'OUT_OF_SCOPE' });
    // The auditor acts for the Front, too, but only reads.
    expect(await meet(ofFront!, 'auditor')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await meet(ofFarmers!, 'chair.bau-ham')).toMatchObject({ code: 'NOT_FOUND' });
    const met = await bed.change(
      'fulfillAgreementObligation',
      {
        obligation: ofFarmers!.id,
        expectedVersion: 1,
        doneOn: '2022-01-07',
        note: 'Báo cáo số 12.',
        evidence: await bed.document('D-24'),
      },
      'farmers',
      'status doneOn doneNote evidence { code } version',
    );
    expect(met).toEqual({
      status: 'DONE',
      doneOn: '2022-01-07',
      doneNote: 'Báo cáo số 12.',
      evidence: { code: 'D-24' },
      version: 2,
    });
    expect(await meet({ ...ofFarmers!, version: 2 }, 'farmers')).toMatchObject({
      code: 'AGREEMENT_OBLIGATION_SETTLED',
      given: 'DONE',
    });
    expect((await bed.audit('core:agreement.fulfill')).at(-1)).toMatchObject({
      facts: { doneOn: '2022-01-07' },
    });
  });

  test('is waived with a reason, never by who acts for the organization', async () => {
    const signed = await bed.sign(await bed.draft());
    const [, ofFarmers, ofFront] = await bed.owedUnder(signed);
    const waive = ({ id }: Owed, reason = 'Thiên tai') => ({ obligation: id, expectedVersion: 1, reason });
    expect(await bed.refused('waiveAgreementObligation', waive(ofFront!), 'standing')).toMatchObject({
      code: 'AGREEMENT_OBLIGATION_OWN',
    });
    expect(await bed.refused('waiveAgreementObligation', waive(ofFarmers!), 'farmers')).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await bed.refused('waiveAgreementObligation', waive(ofFarmers!, ' '), 'standing')).toMatchObject({
      code: 'REASON_REQUIRED',
    });
    expect(
      await bed.change(
        'waiveAgreementObligation',
        waive(ofFarmers!),
        'standing',
        'status waiveReason daysLate',
      ),
    ).toEqual({ status: 'WAIVED', waiveReason: 'Thiên tai', daysLate: null });
  });

  test('is not waived with a second account of the same person either', async () => {
    await bed.sql(
      `with account as (
         insert into core.user_account (username, person_id) select 'standing.again', person_id from core.user_account where username = 'standing'
         returning id)
       insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
       select account.id, its.role_id, its.unit_id, 'SUBTREE', '2021-01-01'
         from account, core.assignment its join core.user_account owner on owner.id = its.user_id and owner.username = 'standing'`,
    );
    const signed = await bed.sign(await bed.draft());
    const [, ofFarmers, ofFront] = await bed.owedUnder(signed);
    const waive = ({ id }: Owed) => ({ obligation: id, expectedVersion: 1, reason: 'Thử' });
    expect(await bed.refused('waiveAgreementObligation', waive(ofFront!), 'standing.again')).toMatchObject({
      code: 'AGREEMENT_OBLIGATION_OWN',
    });
    expect(
      await bed.change('waiveAgreementObligation', waive(ofFarmers!), 'standing.again', 'status'),
    ).toEqual({ status: 'WAIVED' });
  });

  test('a review on the way fulfills the obligations that are named, of this agreement and of that kind', async () => {
    const signed = await bed.sign(await bed.draft());
    bed.setBusinessDate('2022-01-04');
    const [review, report] = await bed.owedUnder(signed);
    const step = {
      agreement: signed.id,
      expectedVersion: 2,
      heldOn: '2022-01-03',
      conclusion: 'Cần đôn đốc.',
    };
    expect(
      await bed.refused('reviewAgreement', { ...step, obligations: [report!.id] }, 'standing'),
    ).toMatchObject({ code: 'AGREEMENT_REVIEW_NOT_OWED', field: 'input.obligations[0]' });
    const reviewed = await bed.change(
      'reviewAgreement',
      { ...step, obligations: [review!.id] },
      'standing',
      'state version reviews { totalCount }',
    );
    expect(reviewed).toEqual({ state: 'SIGNED', version: 3, reviews: { totalCount: 1 } });
    expect((await bed.owedUnder(signed))[0]).toMatchObject({ status: 'DONE' });
  });

  test('is told of beside the reports', async () => {
    const reminders = async (who: string) => {
      const { data, errors } = await bed.ask(
        `{ reminders(first: 200) { task daysLeft sentence obligation { id } agreementObligation { organization { key } agreement { number } } } }`,
        who,
        {},
        'vi',
      );
      expect(errors).toBeUndefined();
      return data.reminders;
    };
    const ofLabor = (await reminders('labor')).filter((one: any) => one.agreementObligation);
    expect(ofLabor).toEqual([
      {
        task: 'FULFILL',
        daysLeft: -4,
        obligation: null,
        sentence: expect.stringContaining('đã quá hạn 4 ngày (hạn 11/10/2021)'),
        agreementObligation: {
          organization: { key: 'labor-confederation' },
          agreement: { number: '03/CTPH-MTTQ-TCTV' },
        },
      },
    ]);
    const ofStanding = await reminders('standing');
    expect(ofStanding.map(({ daysLeft }: any) => daysLeft)).toEqual(
      ofStanding.map(({ daysLeft }: any) => daysLeft).toSorted((a: number, b: number) => a - b),
    );
    expect(new Set(ofStanding.map(({ task }: any) => task))).toEqual(new Set(['FOLLOW_UP', 'FULFILL']));
  });
});
