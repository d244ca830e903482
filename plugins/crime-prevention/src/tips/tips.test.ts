import { startProgramBed, tryImpossibleSteps, type ProgramBed } from '@phoihop/testing';
import crimePrevention from '../plugin.js';
import { tipWorkflow, type TipState, type TipStep } from './tip-state.js';

let bed: ProgramBed;
let bauHam: string;
beforeAll(async () => {
  bed = await startProgramBed([crimePrevention]);
  bauHam = await bed.unit('26257');
}, 300_000);
afterAll(() => bed?.close());

const content = 'Có người lảng vảng quanh các nhà vắng chủ mấy đêm nay.';
const field = 'crimePreventionSubmitTip';

async function submit(who?: string, more: object = {}): Promise<string> {
  const { data, errors } = await bed.ask(
    `mutation ($input: CrimePreventionSubmitTipInput!) { ${field}(input: $input) { receipt receivedOn unit { name } } }`,
    who,
    { input: { unit: bauHam, content, ...more } },
  );
  expect(errors).toBeUndefined();
  return data[field].receipt;
}

const asked = (receipt: string) =>
  `{ crimePreventionTip(receipt: "${receipt}") { id version state content place filedReason forwardedTo result { code } steps { nodes { before after note takenOn } } } }`;

/** A tip of the present, as the liaison sees it. */
async function tipOf(receipt: string) {
  const { data, errors } = await bed.ask(asked(receipt), 'police');
  expect(errors).toBeUndefined();
  return data.crimePreventionTip;
}

/** How many rows each table has. */
const rowsOf = async (): Promise<Record<string, number>> => {
  const tables = await bed.sql<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('core', 'platform', 'crime_prevention') order by 1`,
  );
  const counts = await bed.sql<{ name: string; n: number }>(
    tables.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`).join(' union all '),
  );
  return Object.fromEntries(counts.map(({ name, n }) => [name, n]));
};

describe('nothing tells who sent a tip', () => {
  test('the table has no column that could: whoever adds one says here why it cannot', async () => {
    const columns = await bed.sql<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns
        where table_schema = 'crime_prevention' and table_name = 'tip' order by ordinal_position`,
    );
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'id bigint',
      'receipt text',
      'unit_id bigint',
      'topic_id bigint',
      'content text',
      'place text',
      'received_on date',
      'state text',
      'forwarded_to text',
      'forwarded_on date',
      'filed_reason text',
      'result_id bigint',
      'result_note text',
      'closed_on date',
      'demo boolean',
      'version integer',
    ]);
  });

  test.each(['clerk.bau-ham', undefined])(
    'sent by %s: a row, a figure in nobody’s name, and nothing else',
    async (who) => {
      const before = await rowsOf();
      const receipt = await submit(who, { topic: 'THEFT', place: 'Sau chợ' });
      const after = await rowsOf();
      const grown = Object.keys(after).filter((name) => after[name] !== before[name]);
      expect(grown.filter((name) => !name.startsWith('core.kept_')).sort()).toEqual([
        'core.data_value',
        'crime_prevention.tip',
      ]);
      const [row] = await bed.sql(
        `select topic.code as topic, content, place, received_on::text as received_on, state, demo, version from crime_prevention.tip
         join crime_prevention.code topic on topic.id = topic_id where receipt = $1`,
        [receipt],
      );
      expect(row).toEqual({
        topic: 'THEFT',
        content,
        place: 'Sau chợ',
        received_on: '2021-10-15',
        state: 'RECEIVED',
        demo: false,
        version: 1,
      });
      const [figure] = await bed.sql(
        `select entered_by, organization_id, report_id, note, origin from core.data_value v
         join core.indicator i on i.id = v.indicator_id where i.key = 'crime-prevention.tips' order by v.id desc limit 1`,
      );
      expect(figure).toEqual({
        entered_by: null,
        organization_id: null,
        report_id: null,
        note: null,
        origin: 'CrimePreventionTip of 2021-Q4',
      });
    },
  );

  test('a key that would be kept with the account is no valid input, and nothing is kept', async () => {
    const before = await rowsOf();
    const { errors } = await bed.ask(
      `mutation ($input: CrimePreventionSubmitTipInput!) { ${field}(input: $input) { receipt } }`,
      'clerk.bau-ham',
      { input: { unit: bauHam, content, idempotencyKey: '00000000-0000-4000-8000-000000000000' } },
    );
    expect(errors![0]!.message).toMatch(/idempotencyKey/);
    expect(await rowsOf()).toEqual(before);
  });

  test('no two receipts are alike, and a higher one says nothing', async () => {
    const receipts = [await submit(), await submit(), await submit()];
    expect(new Set(receipts).size).toBe(3);
    for (const receipt of receipts) expect(receipt).toMatch(/^TG(-[2-9A-Z]{4}){3}$/);
  });
});

describe('the sender reads nothing back', () => {
  test.each([
    [undefined, 'UNAUTHENTICATED'],
    ['clerk.bau-ham', 'FORBIDDEN'],
  ])('%s, who sent it, asks by its number and in the list', async (who, code) => {
    const receipt = await submit(who);
    for (const question of [asked(receipt), '{ crimePreventionTips { totalCount } }']) {
      const { data, errors } = await bed.ask(question, who);
      expect(errors![0]!.extensions['code']).toBe(code);
      expect(JSON.stringify(data ?? null)).not.toContain(content);
    }
    const { id } = await tipOf(receipt);
    const { data } = await bed.ask(`{ node(id: "${id}") { id __typename } }`, who);
    expect(data.node).toBeNull();
  });

  test('the serving role cannot insert past the function, and what that gives back is a count', async () => {
    await expect(
      bed.engine.database.transaction({}, (session) =>
        session.query(
          `insert into crime_prevention.tip (receipt, unit_id, content, received_on) values ('TG-2222-2222-2222', 1, 'mười ký tự', '2021-10-15')`,
        ),
      ),
    ).rejects.toMatchObject({ code: 'ROW_SECURITY' });
    const [unit] = await bed.sql<{ id: number }>(
      `select unit_id::int as id from core.administrative_unit_version where code = '26260' and superseded_at is null order by valid_from limit 1`,
    );
    const given = await bed.engine.database.transaction({}, (session) =>
      session.query(
        `select * from crime_prevention.receive_tip($1, null, 'mười ký tự và hơn', null, 'TG-2222-2222-2223', '2021-10-15')`,
        [unit!.id],
      ),
    );
    expect(Object.keys(given[0]!)).toEqual(['tips', 'quarter']);
  });
});

describe('who reads tips', () => {
  /** Somebody for each role but the public, those of the same role with other scopes beside them. */
  const everybody = [
    'admin', 'standing', 'standing.deputy', 'officer.cluster4', 'lead.cluster4', 'chair.bau-ham', 'clerk.bau-ham', 'head.bau-ham',
    'farmers', 'veterans', 'police', 'treasurer', 'inspector', 'council', 'petitions', 'elections', 'auditor', 'integration',
  ]; // prettier-ignore

  test('exactly the case handlers appointed for this program by name', async () => {
    const readers: string[] = [];
    for (const who of everybody) {
      const { data } = await bed.ask('{ crimePreventionTips { totalCount nodes { content } } }', who);
      if ((data?.crimePreventionTips?.totalCount ?? 0) > 0) readers.push(who);
    }
    expect(readers).toEqual(['police']);
    const roles = await bed.sql<{ code: string }>(`select code from core.role where code <> 'public'`);
    const held = new Set(
      (await Promise.all(everybody.map((who) => bed.as(who)))).flatMap((its) => its.roles),
    );
    expect([...held].sort()).toEqual(roles.map(({ code }) => code).sort());
  });

  test('a case handler of all programs holds the permission and sees no row', async () => {
    expect((await bed.as('petitions')).permissions.has('crime-prevention:tips')).toBe(true);
    const { data, errors } = await bed.ask('{ crimePreventionTips { totalCount } }', 'petitions');
    expect(errors).toBeUndefined();
    expect(data.crimePreventionTips.totalCount).toBe(0);
  });

  test('and only in the units of the appointment', async () => {
    await bed.sql(
      `insert into core.assignment (user_id, role_id, unit_id, reach, programs, valid_from)
       select account.id, role.id, unit.unit_id, 'SUBTREE', array['PRG-22'], '2021-01-01'
         from core.user_account account, core.role role, core.administrative_unit_version unit
        where account.username = 'veterans' and role.code = 'case-handler' and unit.code = '26260' and unit.superseded_at is null and unit.valid_from < '2021-06-01'`,
    );
    const { data } = await bed.ask(
      '{ crimePreventionTips(first: 200) { nodes { unit { code } } } }',
      'veterans',
    );
    const units = data.crimePreventionTips.nodes.map(({ unit }: { unit: { code: string } }) => unit.code);
    expect([...new Set(units)]).toEqual(['26260']);
    await bed.sql(
      `delete from core.assignment its using core.user_account account, core.role role
        where account.id = its.user_id and account.username = 'veterans' and role.id = its.role_id and role.code = 'case-handler'`,
    );
  });

  test('each read leaves an audit row with the ids, in lists, by number, by node and with its steps', async () => {
    const receipt = await submit();
    const { id } = await tipOf(receipt);
    const localId = Number(Buffer.from(id, 'base64url').toString().split(':')[1]);
    const questions = [
      asked(receipt),
      '{ crimePreventionTips(first: 200, filter: { demo: false }) { nodes { content } } }',
      `{ node(id: "${id}") { ... on CrimePreventionTip { content } } }`,
    ];
    for (const question of questions) {
      const before = (await bed.audit('platform:read')).length;
      const { errors } = await bed.ask(question, 'police');
      expect(errors).toBeUndefined();
      const rows = (await bed.audit('platform:read')).slice(before);
      expect(rows.length).toBeGreaterThan(0);
      const me = (await bed.as('police')).userId;
      expect(rows[0]!.actor_id).toBe(me);
      expect(rows[0]!.facts['ids']).toContain(localId);
    }
    const [closed] = await bed.sql<{ receipt: string }>(
      `select receipt from crime_prevention.tip where state = 'CLOSED' order by id limit 1`,
    );
    const before = (await bed.audit('platform:read')).length;
    await tipOf(closed!.receipt);
    const types = await bed.sql<{ type: string }>(
      `select subject_type as type from platform.audit_event where action = 'platform:read' order by id offset ${before}`,
    );
    expect(types.map(({ type }) => type).sort()).toEqual(['CrimePreventionTip', 'CrimePreventionTipStep']);
  });

  test('others have the counts, and small ones are withheld', async () => {
    const counts = await bed.sql<{ code: string; n: number }>(
      `select version.code, count(*)::int as n from crime_prevention.tip
         join core.administrative_unit_version version on version.unit_id = tip.unit_id and version.superseded_at is null and version.valid_from < '2021-06-01'
        where received_on between '2021-04-01' and '2021-06-30' group by 1 order by 1`,
    );
    const small = counts.find(({ n }) => n < 5)!;
    const large = counts.find(({ n }) => n >= 5)!;
    const shown = async (code: string) => {
      const { data, errors } = await bed.ask(
        `{ indicatorAggregate(indicator: "crime-prevention.tips", unit: "${await bed.unit(code)}", period: { calendar: QUARTER, key: "2021-Q2" }) { value suppressed } }`,
        'standing',
      );
      expect(errors).toBeUndefined();
      return data.indicatorAggregate;
    };
    expect(await shown(small.code)).toEqual({ value: null, suppressed: true });
    expect(await shown(large.code)).toEqual({ value: String(large.n), suppressed: false });
  });
});

describe('what is done with a tip', () => {
  const take = async (
    step: TipStep,
    who: string,
    tip: { id: string; version: number },
    more: object = {},
  ) => {
    const inputs: Record<TipStep, object> = {
      crimePreventionForwardTip: { forwardedTo: 'Công an xã Bàu Hàm' },
      crimePreventionFileTip: { reason: 'không đủ thông tin' },
      crimePreventionReopenTip: { reason: 'có thêm thông tin' },
      crimePreventionCloseTip: { result: 'ADMINISTRATIVE', closedOn: '2021-10-15', note: 'Đã xử phạt.' },
    };
    const type = `${step[0]!.toUpperCase()}${step.slice(1)}Input`;
    return bed.ask(
      `mutation ($input: ${type}!) { ${step}(input: $input) { id version state forwardedTo filedReason result { code } closedOn } }`,
      who,
      { input: { tip: tip.id, expectedVersion: tip.version, ...inputs[step], ...more } },
    );
  };

  test('no step that is not declared is taken by anybody, and none by who may not', async () => {
    const receipt = await submit();
    const { id } = await tipOf(receipt);
    let version = 1;
    const people = ['police', 'petitions', 'standing', 'chair.bau-ham', 'clerk.bau-ham', 'head.bau-ham', 'auditor', 'admin', 'officer.cluster4', 'farmers', 'inspector']; // prettier-ignore
    const wrong = await tryImpossibleSteps<TipState, TipStep>({
      workflow: tipWorkflow,
      people: Object.fromEntries(
        await Promise.all(people.map(async (who) => [who, (await bed.as(who)).permissions] as const)),
      ),
      put: async (state) => {
        const [row] = await bed.sql<{ version: number }>(
          `update crime_prevention.tip set state = $2, version = version + 1,
             forwarded_to = case when $2 in ('FORWARDED', 'CLOSED') then 'x' end, forwarded_on = case when $2 in ('FORWARDED', 'CLOSED') then date '2021-10-15' end,
             filed_reason = case when $2 = 'FILED' then 'x' end, closed_on = case when $2 = 'CLOSED' then date '2021-10-15' end,
             result_id = case when $2 = 'CLOSED' then (select min(id) from crime_prevention.code where list = 'TIP_RESULT') end
           where receipt = $1 returning version`,
          [receipt, state],
        );
        version = row!.version;
      },
      take: (step, who) => take(step, who, { id, version }),
      written: () =>
        bed.sql(`select (select json_agg(t order by id) from crime_prevention.tip t)::text as tips,
          (select count(*)::int from crime_prevention.tip_step) as steps, (select count(*)::int from platform.audit_event) as audited`),
      outside: (who) => (who === 'petitions' ? 'NOT_FOUND' : undefined),
    });
    expect(wrong).toEqual([]);
  }, 600_000);

  test('it is forwarded and closed with a result; the words stay beside the tip, the states in the audit trail', async () => {
    const receipt = await submit();
    const forwarded = await take('crimePreventionForwardTip', 'police', await tipOf(receipt));
    expect(forwarded.data.crimePreventionForwardTip).toMatchObject({ state: 'FORWARDED', forwardedTo: 'Công an xã Bàu Hàm', version: 2 }); // prettier-ignore
    const early = await take('crimePreventionCloseTip', 'police', await tipOf(receipt), {
      closedOn: '2021-10-14',
    });
    expect(early.errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.closedOn', allowed: '≥ 2021-10-15' }); // prettier-ignore
    const unknown = await take('crimePreventionCloseTip', 'police', await tipOf(receipt), { result: 'WELL' });
    expect(unknown.errors![0]!.extensions).toMatchObject({
      code: 'CRIME_CODE_NOT_IN_FORCE',
      field: 'input.result',
      allowed: 'ADMINISTRATIVE, CASE_OPENED, DUPLICATE, REMINDED, UNFOUNDED',
    });
    const closed = await take('crimePreventionCloseTip', 'police', await tipOf(receipt));
    expect(closed.data.crimePreventionCloseTip).toMatchObject({
      state: 'CLOSED',
      result: { code: 'ADMINISTRATIVE' },
    });
    expect((await tipOf(receipt)).steps.nodes).toEqual([
      { before: 'RECEIVED', after: 'FORWARDED', note: 'Công an xã Bàu Hàm', takenOn: '2021-10-15' },
      { before: 'FORWARDED', after: 'CLOSED', note: 'Đã xử phạt.', takenOn: '2021-10-15' },
    ]);
    const [row] = (await bed.audit('crime-prevention:close-tip')).slice(-1);
    expect(row!.facts).toEqual({ from: 'FORWARDED', to: 'CLOSED' });
  });

  test('what was put away is taken up again, with a reason each time', async () => {
    const receipt = await submit();
    const none = await take('crimePreventionFileTip', 'police', await tipOf(receipt), { reason: ' ' });
    expect(none.errors![0]!.extensions['code']).toBe('REASON_REQUIRED');
    await take('crimePreventionFileTip', 'police', await tipOf(receipt));
    expect(await tipOf(receipt)).toMatchObject({ state: 'FILED', filedReason: 'không đủ thông tin' });
    await take('crimePreventionReopenTip', 'police', await tipOf(receipt));
    const again = await tipOf(receipt);
    expect(again).toMatchObject({ state: 'RECEIVED', filedReason: null });
    expect(again.steps.nodes.map(({ note }: { note: string }) => note)).toEqual([
      'không đủ thông tin',
      'có thêm thông tin',
    ]);
  });

  test('of two who act on the same version one is told so; a repeated key has one effect', async () => {
    const receipt = await submit();
    const seen = await tipOf(receipt);
    const idempotencyKey = '11111111-1111-4111-8111-111111111111';
    const first = await take('crimePreventionForwardTip', 'police', seen, { idempotencyKey });
    const again = await take('crimePreventionForwardTip', 'police', seen, { idempotencyKey });
    expect(again).toEqual(first);
    const late = await take('crimePreventionFileTip', 'police', seen);
    expect(late.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', current: 2 });
    expect((await tipOf(receipt)).steps.nodes).toHaveLength(1);
  });
});

describe('what is told', () => {
  test.each([
    ['nothing to speak of', { content: 'ngắn' }, 'TEXT_LENGTH', 'input.content'],
    ['more than is read', { content: 'x'.repeat(4001) }, 'TEXT_LENGTH', 'input.content'],
    ['a place without end', { place: 'x'.repeat(301) }, 'TEXT_LENGTH', 'input.place'],
    ['a topic that there is not', { topic: 'WEATHER' }, 'CRIME_CODE_NOT_IN_FORCE', 'input.topic'],
  ])('%s', async (_, more, code, at) => {
    const refused = await bed.refused(field, { unit: bauHam, content, ...more }, undefined);
    expect(refused).toMatchObject({ code, field: at });
  });

  test('it is about a commune, not a district', async () => {
    const refused = await bed.refused(field, { unit: await bed.unit('737'), content }, undefined);
    expect(refused).toMatchObject({ code: 'UNIT_KIND', field: 'input.unit' });
  });

  test('it is counted, and taken also when figures of the quarter are closed', async () => {
    const figure = async () =>
      (
        await bed.sql<{ value: string }>(
          `select v.value::text from core.data_value v join core.indicator i on i.id = v.indicator_id join core.period p on p.id = v.period_id
             join core.administrative_unit_version u on u.unit_id = v.unit_id and u.superseded_at is null and u.valid_from < '2021-06-01'
            where i.key = 'crime-prevention.tips' and p.key = '2021-Q4' and u.code = '26263' and v.superseded_at is null`,
        )
      )[0]?.value;
    const songTrau = await bed.unit('26263');
    const before = Number(await figure());
    await submit(undefined, { unit: songTrau });
    expect(Number(await figure())).toBe(before + 1);
    await bed.sql(
      `insert into core.period_lock (period_id, unit_id, program, reason) select id, null, 'PRG-22', 'khóa sổ' from core.period where key = '2021-Q4'`,
    );
    await submit(undefined, { unit: songTrau });
    expect(Number(await figure())).toBe(before + 1);
    await bed.sql(`delete from core.period_lock where reason = 'khóa sổ'`);
    await submit(undefined, { unit: songTrau });
    expect(Number(await figure())).toBe(before + 3);
  });
});
