import { startProgramBed, tryImpossibleSteps, type ProgramBed } from '@phoihop/testing';
import covid from '../plugin.js';
import { supportListWorkflow, type SupportListState, type SupportListStep } from './support-list-state.js';

let bed: ProgramBed;
let unit: string;
beforeAll(async () => {
  bed = await startProgramBed([covid]);
  unit = await bed.unit('26257');
}, 300_000);
afterAll(() => bed?.close());

const clerk = 'clerk.bau-ham';
const chair = 'chair.bau-ham';

async function packageId(code: string): Promise<string> {
  const { data } = await bed.ask(
    `{ covid19SupportPackages(filter: { code: ["${code}"] }) { nodes { id } } }`,
    clerk,
  );
  return data.covid19SupportPackages.nodes[0].id;
}

const makeList = async (title = 'Lao động tự do, đợt thử') =>
  bed.change(
    'covid19CreateSupportList',
    { unit, package: await packageId('NQ68_FREELANCE'), title },
    clerk,
    'id version state',
  );

const addHousehold = (list: string, headName: string) =>
  bed.change(
    'covid19AddSupportHousehold',
    { list, headName, people: 1, amount: '1500000' },
    clerk,
    'id version headName',
  );

const versionOf = async (list: string): Promise<number> =>
  (await bed.ask(`{ covid19SupportList(id: "${list}") { version } }`, clerk)).data.covid19SupportList.version;

const step = async (name: string, list: string, more: object, as: string, selection = 'id state version') =>
  bed.change(name, { list, expectedVersion: await versionOf(list), ...more }, as, selection);

describe('a list from its draft to its delivery', () => {
  let list: string;
  let households: any[];

  test('is drawn up by the clerk; the count is told only where it is not small', async () => {
    bed.setBusinessDate('2021-10-13');
    list = (await makeList()).id;
    households = [];
    const counts: (number | null)[] = [];
    for (const name of ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu']) {
      households.push(await addHousehold(list, `Nguyễn Văn ${name}`));
      const { data } = await bed.ask(
        `{ covid19SupportList(id: "${list}") { householdCount totalAmount } }`,
        'standing',
      );
      counts.push(data.covid19SupportList.householdCount);
      if (counts.length < 5) expect(data.covid19SupportList.totalAmount).toBeNull();
    }
    expect(counts).toEqual([null, null, null, null, 5, 6]);
    const removed = await bed.change(
      'covid19RemoveSupportHousehold',
      { household: households[5].id, expectedVersion: households[5].version, reason: 'đã chuyển đi' },
      clerk,
      'removedReason',
    );
    expect(removed).toEqual({ removedReason: 'đã chuyển đi' });
    bed.setBusinessDate('2021-10-15');
  });

  test('is posted for as many days as its package asks for, and takes complaints until then', async () => {
    const early = await bed.refused(
      'covid19PostSupportList',
      { list, expectedVersion: await versionOf(list), postedOn: '2021-10-13', complaintsUntil: '2021-10-15' },
      clerk,
    );
    expect(early).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.complaintsUntil',
      allowed: '≥ 2021-10-16',
    });
    const posted = await step(
      'covid19PostSupportList',
      list,
      { postedOn: '2021-10-13' },
      clerk,
      'state complaintsUntil',
    );
    expect(posted).toEqual({ state: 'POSTED', complaintsUntil: '2021-10-16' });
    const complaint = await bed.change(
      'covid19FileSupportComplaint',
      { list, text: 'Hộ Nguyễn Văn Một còn đi làm' },
      clerk,
      'id version receivedOn',
    );
    expect(complaint.receivedOn).toBe('2021-10-15');
    expect((await refusedStep('covid19ReviewSupportList', list, {}, clerk)).code).toBe(
      'COVID_COMPLAINTS_OPEN',
    );
    bed.setBusinessDate('2021-10-17');
    expect((await bed.refused('covid19FileSupportComplaint', { list, text: 'Quá hạn' }, clerk)).code).toBe(
      'COVID_COMPLAINTS_OVER',
    );
    expect((await refusedStep('covid19ReviewSupportList', list, {}, clerk)).code).toBe(
      'COVID_COMPLAINTS_UNANSWERED',
    );
    const answer = {
      complaint: complaint.id,
      expectedVersion: complaint.version,
      answer: 'Đã xác minh: nghỉ việc từ tháng 7',
    };
    await bed.change('covid19AnswerSupportComplaint', answer, clerk, 'id');
    expect((await bed.refused('covid19AnswerSupportComplaint', answer, clerk)).code).toBe(
      'COVID_COMPLAINT_ANSWERED',
    );
    expect(await step('covid19ReviewSupportList', list, {}, clerk, 'state')).toEqual({ state: 'REVIEWED' });
  });

  test('is not approved by whoever drew it up, by whichever account', async () => {
    await bed.sql(
      `insert into core.user_account (username, person_id) select 'clerk.second', person_id from core.user_account where username = $1`,
      [clerk],
    );
    await bed.sql(
      `insert into core.assignment (user_id, role_id, unit_id, reach, valid_from)
       select account.id, role.id, unit.unit_id, 'SUBTREE', '2021-01-01' from core.user_account account, core.role role,
         (select unit_id from core.administrative_unit_version where code = '26257' and superseded_at is null and valid_from <= '2021-06-01' and valid_to > '2021-06-01') unit
       where account.username = 'clerk.second' and role.code = 'commune-standing'`,
    );
    const decision = { decision: 'Quyết định số 1/QĐ-UBND' };
    expect((await refusedStep('covid19ApproveSupportList', list, decision, 'clerk.second')).code).toBe(
      'SAME_PERSON',
    );
    expect((await refusedStep('covid19ApproveSupportList', list, decision, clerk)).code).toBe('FORBIDDEN');
    const stale = { list, expectedVersion: 1, ...decision };
    expect(await bed.refused('covid19ApproveSupportList', stale, chair)).toMatchObject({
      code: 'CONFLICT',
      current: await versionOf(list),
    });
    expect(
      await step('covid19ApproveSupportList', list, decision, chair, 'state approvedOn decision'),
    ).toEqual({
      state: 'APPROVED',
      approvedOn: '2021-10-17',
      ...decision,
    });
  });

  test('is delivered when every household has received its support, and the figure follows', async () => {
    expect(await refusedStep('covid19DeliverSupportList', list, {}, clerk)).toMatchObject({
      code: 'COVID_SUPPORT_NOT_RECEIVED',
      given: 5,
    });
    const of = (at: number, receivedOn = '2021-10-17') => ({
      household: households[at].id,
      expectedVersion: households[at].version,
      receivedOn,
    });
    expect((await bed.refused('covid19RecordSupportReceived', of(0, '2021-10-16'), clerk)).field).toBe(
      'input.receivedOn',
    );
    expect((await bed.refused('covid19RecordSupportReceived', of(5), clerk)).code).toBe(
      'COVID_HOUSEHOLD_REMOVED',
    );
    for (const at of [0, 1, 2, 3, 4])
      await bed.change('covid19RecordSupportReceived', of(at), clerk, 'receivedOn');
    expect((await bed.refused('covid19RecordSupportReceived', of(0), clerk)).code).toBe(
      'COVID_SUPPORT_RECEIVED',
    );
    const done = await step('covid19DeliverSupportList', list, {}, clerk, 'state deliveredOn');
    expect(done).toEqual({ state: 'DELIVERED', deliveredOn: '2021-10-17' });
    const figures = await bed.sql<{ value: string }>(
      `select v.value::text from core.data_value v join core.indicator i on i.id = v.indicator_id join core.period p on p.id = v.period_id
        join core.administrative_unit_version u on u.unit_id = v.unit_id and u.code = '26257' and u.superseded_at is null and u.valid_to = '2025-07-01'
       where i.key = 'covid-19.households-supported' and p.key = '2021-10' and v.superseded_at is null`,
    );
    expect(figures).toEqual([{ value: '5' }]);
    bed.setBusinessDate('2021-10-15');
  });
});

const numberOf = (id: string): number => Number(Buffer.from(id, 'base64url').toString().split(':')[1]);

describe('the days for complaints are not skipped', () => {
  afterEach(() => bed.setBusinessDate('2021-10-15'));

  test('a list is not posted before the last day on which it was drawn up, nor when complaints are over', async () => {
    bed.setBusinessDate('2021-10-11');
    const list = (await makeList('Lùi ngày niêm yết')).id;
    await addHousehold(list, 'Nguyễn Văn Một');
    expect(
      await refusedStep('covid19PostSupportList', list, { postedOn: '2021-10-10' }, clerk),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.postedOn', allowed: '≥ 2021-10-11' });
    bed.setBusinessDate('2021-10-15');
    const late = { postedOn: '2021-10-11' };
    expect(await refusedStep('covid19PostSupportList', list, late, clerk)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.complaintsUntil',
      given: '2021-10-14',
      allowed: '≥ 2021-10-15',
    });
    await step('covid19PostSupportList', list, { ...late, complaintsUntil: '2021-10-15' }, clerk);
    await step('covid19ReturnSupportList', list, { reason: 'lập lại danh sách' }, chair);
    expect((await refusedStep('covid19PostSupportList', list, late, clerk)).field).toBe('input.postedOn');
  });
});

test.each(['put a household on it', 'posted it before'])('who %s does not approve a list', async (did) => {
  const list = (await makeList('Người làm không duyệt')).id;
  await addHousehold(list, 'Nguyễn Văn Một');
  if (did === 'posted it before') {
    await bed.sql(`update covid_19.support_list set worked_on_by = '{}' where id = $1`, [numberOf(list)]);
    await step('covid19PostSupportList', list, { postedOn: '2021-10-15' }, clerk);
    await step('covid19ReturnSupportList', list, { reason: 'lập lại danh sách' }, chair);
  }
  // As if others had begun it and posted it last.
  await bed.sql(
    `update covid_19.support_list set state = 'REVIEWED', posted_on = '2021-10-01', complaints_until = '2021-10-04',
       created_by = null, posted_by = null where id = $1`,
    [numberOf(list)],
  );
  const decision = { decision: 'Quyết định số 2/QĐ-UBND' };
  expect((await refusedStep('covid19ApproveSupportList', list, decision, 'clerk.second')).code).toBe(
    'SAME_PERSON',
  );
  // Who only gave it back may.
  await step('covid19ApproveSupportList', list, decision, chair);
});

test('a step reads the state of a list once it holds it, not what it was before', async () => {
  const list = (await makeList('Hai người cùng lúc')).id;
  await addHousehold(list, 'Nguyễn Văn Một');
  let adding: Promise<any> | undefined;
  await bed.engine.database.asSystem('post while another adds', async (session) => {
    await session.query(
      `update covid_19.support_list set state = 'POSTED', posted_on = '2021-10-15', complaints_until = '2021-10-18' where id = $1`,
      [numberOf(list)],
    );
    const input = { list, headName: 'Nguyễn Văn Hai', people: 1, amount: '1500000' };
    adding = bed.refused('covid19AddSupportHousehold', input, clerk);
    await new Promise((resolve) => setTimeout(resolve, 1500));
  });
  expect((await adding!).code).toBe('COVID_SUPPORT_LIST_STATE');
});

const refusedStep = async (name: string, list: string, more: object, as: string) =>
  bed.refused(name, { list, expectedVersion: await versionOf(list), ...more }, as);

test('a repeated request has one effect; an empty list is not posted; a package of another time is not given', async () => {
  const idempotencyKey = '7c1f8a52-3f0e-4d8e-9a56-2d5f6f0a1b22';
  const input = { unit, package: await packageId('NQ68_FREELANCE'), title: 'Gửi hai lần', idempotencyKey };
  const [first, second] = [
    await bed.change('covid19CreateSupportList', input, clerk, 'id'),
    await bed.change('covid19CreateSupportList', input, clerk, 'id'),
  ];
  expect(second).toEqual(first);
  expect(
    (await refusedStep('covid19PostSupportList', first.id, { postedOn: '2021-10-15' }, clerk)).code,
  ).toBe('COVID_SUPPORT_LIST_EMPTY');
  const old = { unit, package: await packageId('NQ42_POOR'), title: 'Gói đã hết' };
  expect((await bed.refused('covid19CreateSupportList', old, clerk)).code).toBe(
    'COVID_REFERENCE_NOT_IN_FORCE',
  );
  const foreign = { ...old, unit: await bed.unit('26248'), package: await packageId('NQ68_FREELANCE') };
  expect((await bed.refused('covid19CreateSupportList', foreign, clerk)).code).toBe('OUT_OF_SCOPE');
  const area = { ...foreign, unit: await bed.unit('26257.01') };
  expect((await bed.refused('covid19CreateSupportList', area, clerk)).code).toBe('UNIT_KIND');
});

test.each(['0', '-5', '1.5', '1000000001'])('%s dong is no amount', async (amount) => {
  const list = (await makeList()).id;
  const refused = await bed.refused(
    'covid19AddSupportHousehold',
    { list, headName: 'Nguyễn Văn A', people: 1, amount },
    clerk,
  );
  expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.amount' });
});

describe('who sees households and complaints', () => {
  const people = [
    'clerk.bau-ham',
    'chair.bau-ham',
    'head.bau-ham',
    'standing',
    'officer.cluster1',
    'lead.cluster1',
    'treasurer',
    'inspector',
    'auditor',
    'police',
    'women',
    'admin',
  ];
  const seers = ['clerk.bau-ham', 'chair.bau-ham', 'inspector', 'auditor'];

  test.each(['covid19SupportHouseholds', 'covid19SupportComplaints'])(
    '%s: exactly those who make, check and supervise lists, and each look is recorded',
    async (field) => {
      const type =
        field === 'covid19SupportHouseholds' ? 'Covid19SupportHousehold' : 'Covid19SupportComplaint';
      const recorded = async () =>
        (
          await bed.sql<{ n: number }>(
            `select count(*)::int as n from platform.audit_event where action = 'platform:read' and subject_type = $1`,
            [type],
          )
        )[0]!.n;
      for (const name of people) {
        const before = await recorded();
        const { data, errors } = await bed.ask(
          `{ ${field}(first: 200) { nodes { id unit { code } } } }`,
          name,
        );
        const seen = errors === undefined && data[field].nodes.length > 0;
        expect([name, seen]).toEqual([name, seers.includes(name)]);
        if (!seen) expect(errors![0]!.extensions['code']).toBe('FORBIDDEN');
        expect(await recorded()).toBe(before + (seen ? 1 : 0));
        if (name.endsWith('bau-ham') && seen)
          expect(new Set(data[field].nodes.map((node: any) => node.unit.code))).toEqual(new Set(['26257']));
      }
    },
  );
});

test('what a list does not do from a state, nobody does; what it does, only whoever may', async () => {
  const list = (await makeList('Thử mọi bước')).id;
  const household = (await addHousehold(list, 'Nguyễn Văn Thử')).id;
  const number = Number(Buffer.from(list, 'base64url').toString().split(':')[1]);
  await bed.sql(
    `insert into covid_19.support_complaint (list_id, unit_id, text, received_on) select id, unit_id, 'Thử', '2021-10-15' from covid_19.support_list where id = $1`,
    [number],
  );
  const { data } = await bed.ask(
    `{ covid19SupportComplaints(filter: { list: "${list}" }) { nodes { id } } }`,
    clerk,
  );
  const complaint = data.covid19SupportComplaints.nodes[0].id;
  const names = [
    clerk,
    chair,
    'head.bau-ham',
    'standing',
    'officer.cluster1',
    'inspector',
    'treasurer',
    'police',
    'admin',
  ];
  const held = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await bed.as(name)).permissions] as const)),
  );
  const inputs: Record<SupportListStep, object> = {
    covid19AddSupportHousehold: { list, headName: 'Nguyễn Văn Hai', people: 1, amount: '1500000' },
    covid19RemoveSupportHousehold: { household, expectedVersion: 1, reason: 'thử bước' },
    covid19PostSupportList: { list, expectedVersion: 2, postedOn: '2021-10-01' },
    covid19FileSupportComplaint: { list, text: 'thử bước' },
    covid19AnswerSupportComplaint: { complaint, expectedVersion: 1, answer: 'thử bước' },
    covid19ReviewSupportList: { list, expectedVersion: 2 },
    covid19ReturnSupportList: { list, expectedVersion: 2, reason: 'thử bước' },
    covid19ApproveSupportList: { list, expectedVersion: 2, decision: 'Quyết định' },
    covid19RecordSupportReceived: { household, expectedVersion: 1, receivedOn: '2021-10-01' },
    covid19DeliverSupportList: { list, expectedVersion: 2 },
  };
  const states: readonly SupportListState[] = supportListWorkflow.states;
  const wrong = await tryImpossibleSteps({
    workflow: supportListWorkflow,
    people: held,
    put: async (state) => {
      const at = states.indexOf(state);
      await bed.sql(
        `update covid_19.support_list set state = $2, version = 2, posted_on = case when $3 > 0 then date '2021-09-01' end,
           complaints_until = case when $3 > 0 then date '2021-09-04' end, approved_on = case when $3 > 2 then date '2021-09-06' end,
           decision = case when $3 > 2 then 'x' end, delivered_on = case when $3 > 3 then date '2021-09-10' end where id = $1`,
        [number, state, at],
      );
    },
    take: async (name, who) => {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
      return bed.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, who, {
        input: inputs[name],
      });
    },
    // To be refused one looks up the household first, and each look is recorded: that is no change.
    written: async () =>
      bed.sql(
        `select (select json_agg(l) from covid_19.support_list l where id = $1) as list, (select json_agg(h order by id) from covid_19.support_household h where list_id = $1) as households,
           (select json_agg(c order by id) from covid_19.support_complaint c where list_id = $1) as complaints, (select count(*) from platform.audit_event where action <> 'platform:read') as audited`,
        [number],
      ),
  });
  expect(wrong).toEqual([]);
});
