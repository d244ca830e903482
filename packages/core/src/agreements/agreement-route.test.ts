/** Which steps of W-19 are possible, for whom, and what the demonstration shows of it. */
import { tryImpossibleSteps } from '@phoihop/testing';
import { loadDemoAgreements } from '../demo/agreements.js';
import { AgreementState } from './agreement-enums.js';
import { agreementWorkflow, type AgreementStep } from './agreement-state.js';
import { startAgreementsBed, type AgreementsBed, type Known } from './test-bed.js';

let bed: AgreementsBed;
beforeAll(async () => {
  bed = await startAgreementsBed();
}, 600_000);
afterAll(() => bed?.close());

test('the demonstration has agreements in every state, and what is owed in every status', async () => {
  const { data, errors } = await bed.ask(
    `{ agreements { nodes { state demo number signedOn document { code } parties { totalCount } } }
       agreementObligations(first: 200) { nodes { status } }
       reviews: agreements(filter: { state: [SIGNED, CONCLUDED, RENEWED] }) { nodes { reviews { nodes { kind } } } } }`,
    'standing',
  );
  expect(errors).toBeUndefined();
  const { nodes } = data.agreements;
  expect(new Set(nodes.map(({ state }: any) => state))).toEqual(new Set(Object.values(AgreementState)));
  expect(nodes.every(({ demo }: any) => demo)).toBe(true);
  expect(nodes).toContainEqual({
    state: 'SIGNED',
    demo: true,
    number: '03/CTPH-MTTQ-TCTV',
    signedOn: '2017-12-05',
    document: { code: 'D-10' },
    parties: { totalCount: 6 },
  });
  const statuses = data.agreementObligations.nodes.map(({ status }: any) => status);
  expect(new Set(statuses)).toEqual(
    new Set(['NOT_YET_DUE', 'DUE', 'OVERDUE', 'DONE', 'DONE_LATE', 'WAIVED', 'LAPSED']),
  );
  expect(data.reviews.nodes.flatMap(({ reviews }: any) => reviews.nodes).length).toBe(3);
});

test('loading it again changes nothing', async () => {
  const counts = () =>
    bed.sql(`select (select count(*) from core.agreement)::int as agreements,
      (select count(*) from core.agreement_obligation)::int as owed,
      (select count(*) from core.program_participant)::int as participants`);
  const before = await counts();
  await loadDemoAgreements(bed.engine.servicesFor('core'));
  expect(await counts()).toEqual(before);
});

test('a party sees its agreement wherever it is kept; who is neither party nor reader there does not', async () => {
  const seen = async (who: string): Promise<string[]> => {
    const { data, errors } = await bed.ask(`{ agreements { nodes { title } } }`, who);
    expect(errors).toBeUndefined();
    return data.agreements.nodes.map(({ title }: { title: string }) => title);
  };
  // The farmers’ union holds no program of the district here but one; it is a party of three agreements.
  expect(
    (await seen('farmers')).filter((title) => /nông thôn mới, đô thị|môi trường/.test(title)),
  ).toHaveLength(2);
  expect((await seen('farmers')).some((title) => title.startsWith('Dự thảo'))).toBe(false);
  expect((await seen('elderly')).some((title) => title.includes('môi trường'))).toBe(false);
  expect(await seen('chair.bau-ham')).toEqual([]);
  expect((await seen('standing')).filter((title) => title.startsWith('Dự thảo'))).toHaveLength(2);
});

test('no step that is not declared is possible, and none by who does not hold its permission', async () => {
  const subject = await bed.sign(await bed.draft());
  const later = await bed.sign(await bed.draft());
  const [{ id }] = (await bed.sql<{ id: number }>(
    'select id::int from core.agreement order by id desc offset 1 limit 1',
  )) as [{ id: number }];
  const inputs: Readonly<Record<AgreementStep, object>> = {
    changeAgreementDraft: { title: 'Khác' },
    cancelAgreement: { reason: 'Thử' },
    signAgreement: { number: '09/CTPH', signedOn: '2021-10-01' },
    reviewAgreement: { heldOn: '2021-10-10', conclusion: 'Thử' },
    concludeAgreement: { heldOn: '2021-10-10', conclusion: 'Thử' },
    endAgreement: { reason: 'Thử' },
    renewAgreement: { renewedBy: later.id },
  };
  const names = [
    'standing',
    'officer.cluster4',
    'chair.bau-ham',
    'clerk.bau-ham',
    'farmers',
    'police',
    'admin',
    'auditor',
  ];
  const people = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await bed.as(name)).permissions] as const)),
  );
  const version = async () =>
    (await bed.sql<{ version: number }>('select version from core.agreement where id = $1', [id]))[0]!
      .version;
  const wrong = await tryImpossibleSteps<AgreementState, AgreementStep>({
    workflow: agreementWorkflow,
    people,
    put: async (state) => {
      await bed.sql('alter table core.agreement disable trigger keep_signed_agreement');
      await bed.sql(
        `update core.agreement set state = $2, version = version + 1,
           ended_on = case when $2 in ('ENDED', 'RENEWED') then date '2021-10-10' end,
           end_reason = case when $2 in ('ENDED', 'CANCELLED') then 'Thử' end where id = $1`,
        [id, state],
      );
      await bed.sql('alter table core.agreement enable trigger keep_signed_agreement');
    },
    take: async (step, who) =>
      bed.ask(
        `mutation ($input: ${step[0]!.toUpperCase()}${step.slice(1)}Input!) { ${step}(input: $input) { id } }`,
        who,
        { input: { agreement: subject.id, expectedVersion: await version(), ...inputs[step] } },
      ),
    written: () =>
      bed.sql(`select (select json_agg(row_to_json(a) order by id) from core.agreement a)::text as agreements,
        (select count(*) from core.agreement_obligation)::int as owed, (select count(*) from core.agreement_party)::int as parties,
        (select count(*) from core.program_participant)::int as participants, (select count(*) from core.agreement_review)::int as reviews,
        (select count(*) from platform.audit_event)::int as audits`),
  });
  expect(wrong).toEqual([]);
});

test('who manages agreements elsewhere does not find them', async () => {
  const draft = (await bed.draft()) as Known;
  await bed.sql(
    `insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
     select account.id, role.id, unit.unit_id, 'SUBTREE', '2021-01-01' from core.user_account account, core.role role,
       core.administrative_unit_version unit
      where account.username = 'inspector' and role.code = 'district-standing' and unit.code = '731' and unit.superseded_at is null
        and unit.valid_from <= '2021-06-01' and (unit.valid_to is null or unit.valid_to > '2021-06-01')`,
  );
  const step = { agreement: draft.id, expectedVersion: 1, reason: 'Thử' };
  expect(await bed.refused('cancelAgreement', step, 'inspector')).toMatchObject({ code: 'NOT_FOUND' });
});
