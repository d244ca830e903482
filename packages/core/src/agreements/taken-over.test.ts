/**
 * Agreements of a unit that has ended. The merger: on 20 November 2021 the communes Cây Gáo (26254) and Bàu Hàm (26257)
 * become one, which has a Front committee of its own.
 */
import { makeAgreementObligations } from './load.js';
import { startAgreementsBed, type AgreementsBed, type Known } from './test-bed.js';

const merged = '2021-11-20';

let bed: AgreementsBed;
let agreement: Known;
beforeAll(async () => {
  bed = await startAgreementsBed();
  agreement = await bed.sign(
    await bed.draft({
      unit: await bed.unit('26254'),
      parties: [
        { organization: await bed.organization('front-commune-26254'), role: 'LEAD' },
        { organization: await bed.organization('farmers-union') },
      ],
      duties: [
        { owedBy: 'EACH_PARTY', action: 'Báo cáo quý.', recurrence: 'QUARTER', dueAfter: 10 },
        { kind: 'INTERIM_REVIEW', owedBy: 'FRONT', action: 'Sơ kết.', recurrence: 'MONTH', dueAfter: 5 },
      ],
    }),
  );
}, 600_000);
afterAll(() => bed?.close());
afterEach(() => bed.setBusinessDate('2021-10-15'));

const shown = `id version unit { name } keeper { name fullName } obligations(first: 100, filter: { dueOnTo: "2022-02-28" }) { nodes {
  id version asOf status organization { key } takenOverFrom { key } duty { owedBy } } }`;
const ask = async (who: string): Promise<any> => {
  const { data, errors } = await bed.ask(`query ($id: ID!) { agreement(id: $id) { ${shown} } }`, who, {
    id: agreement.id,
  });
  expect(errors).toBeUndefined();
  return data.agreement;
};
/** What the Front owes, by the last day of each month. */
const front = async (): Promise<Record<string, [owes: string, from: string | null]>> => {
  const { obligations } = await ask('standing');
  return Object.fromEntries(
    obligations.nodes
      .filter(({ duty }: any) => duty.owedBy === 'FRONT')
      .map(({ asOf, organization, takenOverFrom }: any) => [
        asOf,
        [organization.key, takenOverFrom?.key ?? null],
      ]),
  );
};
/** Rows as they were signed, and what was done under them. */
const signed = () =>
  bed.sql(`select to_jsonb(its) from core.agreement its union all select to_jsonb(party) from core.agreement_party party
    union all select to_jsonb(duty) from core.agreement_duty duty`);
const make = () =>
  bed.engine.database.asSystem('make what is owed', (session) =>
    makeAgreementObligations(session, '2021-11-20'),
  );

test('while its unit stands, the Front there keeps it and owes the reviews', async () => {
  const old: [string, null] = ['front-commune-26254', null];
  expect(await front()).toEqual({
    '2021-10-31': old,
    '2021-11-30': old,
    '2021-12-31': old,
    '2022-01-31': old,
  });
  expect(await ask('standing')).toMatchObject({ unit: { name: 'Cây Gáo' }, keeper: { name: 'Cây Gáo' } });
});

describe('once its unit has ended', () => {
  let before: unknown;
  beforeAll(async () => {
    before = await signed();
    await merge();
    expect(await make()).toEqual({ added: 0, moved: 11 });
  });

  test('the commune that it became keeps it, from the day of the merger on', async () => {
    bed.setBusinessDate('2021-11-19');
    expect((await ask('standing')).keeper.name).toBe('Cây Gáo');
    bed.setBusinessDate(merged);
    expect(await ask('standing')).toMatchObject({
      unit: { name: 'Cây Gáo' },
      keeper: { fullName: 'Xã Gáo Hàm' },
    });
    // A district reads all its lists in one statement more, however many agreements there are.
    const { data, errors } = await bed.ask(
      `{ agreements(first: 50) { nodes { keeper { name } } } }`,
      'standing',
    );
    expect(errors).toBeUndefined();
    expect(data.agreements.nodes.filter(({ keeper }: any) => keeper.name === 'Gáo Hàm')).toHaveLength(1);
  });

  test('what its Front owes about later days the Front there owes; parties, and days of before, stay', async () => {
    const now = ['front-gao-ham', 'front-commune-26254'];
    expect(await front()).toEqual({
      '2021-10-31': ['front-commune-26254', null],
      '2021-11-30': now,
      '2021-12-31': now,
      '2022-01-31': now,
    });
    const { obligations } = await ask('standing');
    const parties = obligations.nodes.filter(({ duty }: any) => duty.owedBy === 'EACH_PARTY');
    expect(parties.map(({ organization, takenOverFrom }: any) => [organization.key, takenOverFrom])).toEqual([
      ['farmers-union', null],
      ['front-commune-26254', null],
    ]);
  });

  test('what was signed is letter by letter as it was, and making all again changes nothing', async () => {
    expect(await signed()).toEqual(before);
    expect(await make()).toEqual({ added: 0, moved: 0 });
  });

  test('who manages agreements where it went goes on with it, and nobody who manages another commune', async () => {
    bed.setBusinessDate('2021-12-07');
    const { id, obligations } = await ask('manager.gao-ham');
    const open = obligations.nodes.find(({ asOf }: any) => asOf === '2021-11-30');
    expect(open).toMatchObject({ status: 'OVERDUE', organization: { key: 'front-gao-ham' } });
    const { data } = await bed.ask(
      '{ reminders(first: 200) { agreementObligation { id } } }',
      'manager.gao-ham',
    );
    expect(data.reminders).toContainEqual({ agreementObligation: { id: open.id } });
    const done = {
      obligation: open.id,
      expectedVersion: open.version,
      doneOn: '2021-12-07',
      note: 'đã sơ kết',
    };
    expect(await bed.refused('fulfillAgreementObligation', done, 'manager.elsewhere')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await bed.change('fulfillAgreementObligation', done, 'manager.gao-ham', 'status doneOn')).toEqual({
      status: 'DONE_LATE',
      doneOn: '2021-12-07',
    });
    const end = {
      agreement: id,
      expectedVersion: agreement.version,
      endedOn: '2021-12-07',
      reason: 'ký lại ở xã mới',
    };
    expect(await bed.refused('endAgreement', end, 'manager.elsewhere')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bed.change('endAgreement', end, 'manager.gao-ham', 'state endedOn')).toEqual({
      state: 'ENDED',
      endedOn: '2021-12-07',
    });
  });
});

test('of a unit that was divided the unit above keeps it', async () => {
  await bed.sql(
    `update core.administrative_unit_version set valid_to = '2022-05-01' where code = '26263' and valid_from < '2022-01-01' and superseded_at is null`,
  );
  await bed.sql(
    `delete from core.administrative_unit_lineage where from_id = (select unit_id from core.administrative_unit_version where code = '26263' and valid_from < '2022-01-01')`,
  );
  await bed.sql(
    `insert into core.administrative_unit_lineage (from_id, to_id, type, effective_on)
     select gone.unit_id, part.unit_id, 'PARTIAL', '2022-05-01' from core.administrative_unit_version gone, core.administrative_unit_version part
      where gone.code = '26263' and gone.valid_from < '2022-01-01' and part.code in ('26266', '26269') and part.valid_from < '2022-01-01'
        and gone.superseded_at is null and part.superseded_at is null`,
  );
  await bed.sql('select core.rebuild_unit_reach()');
  const [keeper] = await bed.sql<{ name: string }>(
    `select above.full_name as name from core.administrative_unit_version gone
      join core.administrative_unit_version above on above.unit_id = core.keeper_of(gone.unit_id, '2022-06-01') and above.superseded_at is null
       and above.valid_from <= '2022-06-01' and (above.valid_to is null or above.valid_to > '2022-06-01')
      where gone.code = '26263' and gone.valid_from < '2022-01-01' and gone.superseded_at is null`,
  );
  expect(keeper!.name).toBe('Huyện Trảng Bom');
});

/** The merger, the Front of the new commune, and somebody who manages agreements there, and in another commune. */
async function merge(): Promise<void> {
  await bed.sql(`
    with old as (
      select unit_id, parent_id from core.administrative_unit_version where code in ('26254', '26257') and valid_from < '2022-01-01' and superseded_at is null),
    ended as (
      update core.administrative_unit_version set valid_to = '${merged}' where unit_id in (select unit_id from old) and superseded_at is null),
    made as (insert into core.administrative_unit default values returning id),
    version as (
      insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from, valid_to)
      select made.id, '99001', 'Gáo Hàm', 'Xã Gáo Hàm', 'COMMUNE', (select min(parent_id) from old), '${merged}', '2025-07-01' from made),
    front as (insert into core.organization (key) values ('front-gao-ham') returning id),
    named as (
      insert into core.organization_version (organization_id, name, kind, unit_id, valid_from)
      select front.id, 'Ủy ban MTTQ Việt Nam xã Gáo Hàm', 'FRONT_COMMITTEE', made.id, '${merged}' from front, made)
    insert into core.administrative_unit_lineage (from_id, to_id, type, effective_on)
    select old.unit_id, made.id, 'WHOLE_MERGE', '${merged}' from old, made`);
  await bed.sql(`
    delete from core.administrative_unit_lineage where effective_on is distinct from '${merged}'
      and from_id in (select from_id from core.administrative_unit_lineage where effective_on = '${merged}')`);
  await bed.sql('select core.rebuild_unit_reach()');
  await bed.sql(`
    with given (username, code) as (values ('manager.gao-ham', '99001'), ('manager.elsewhere', '26260')),
    place as (
      select given.username, version.unit_id from given join core.administrative_unit_version version using (code)
       where version.valid_from < '2022-01-01' and version.superseded_at is null),
    person as (
      insert into core.person (full_name, email, unit_id) select username, username || '@nowhere.example', unit_id from place returning id, full_name),
    account as (
      insert into core.user_account (username, person_id) select full_name, id from person returning id, username)
    insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
    select account.id, role.id, place.unit_id, 'SUBTREE', '2021-01-01' from account join place using (username), core.role
     where role.code = 'district-standing'`);
}
