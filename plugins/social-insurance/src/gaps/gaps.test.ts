import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import socialInsurance from '../plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([socialInsurance]);
}, 300_000);
afterAll(() => bed?.close());

const note = 'socialInsuranceNoteGap';
const change = 'socialInsuranceChangeGap';
const all = 'id headName address members uninsured state notedOn version demo unit { fullName }';
const list = (filter = '{}') =>
  `{ socialInsuranceGapHouseholds(first: 200, filter: ${filter}) { totalCount nodes { id headName unit { code fullName } demo } } }`;
const household = async (more: object = {}) => ({
  unit: await bed.unit('26257.01'),
  headName: 'Lý Thị Mơ',
  address: 'Tổ 2, đường Trần Phú',
  members: 4,
  uninsured: 2,
  ...more,
});

test('a head of a residential area notes a household there, and the commune sees it', async () => {
  const made = await bed.change(note, await household(), 'head.bau-ham', all);
  expect(made).toMatchObject({
    headName: 'Lý Thị Mơ',
    uninsured: 2,
    state: 'OPEN',
    notedOn: '2021-10-15',
    version: 1,
    demo: false,
    unit: { fullName: 'Ấp 1' },
  });
  const { data } = await bed.ask(list('{ search: "ly thi mo" }'), 'chair.bau-ham');
  expect(data.socialInsuranceGapHouseholds.nodes).toMatchObject([{ id: made.id }]);
  expect((await bed.audit('social-insurance:note-gap')).at(-1)!.facts).toEqual({});
});

describe('who sees households', () => {
  test.each(['clerk.bau-ham', 'chair.bau-ham'])(
    '%s sees those of the own commune and its areas',
    async (username) => {
      const { data, errors } = await bed.ask(list(), username);
      expect(errors).toBeUndefined();
      const codes = data.socialInsuranceGapHouseholds.nodes.map(({ unit }: any) => unit.code);
      expect(codes.length).toBeGreaterThanOrEqual(3);
      expect(codes.every((code: string) => code.startsWith('26257'))).toBe(true);
      expect(data.socialInsuranceGapHouseholds.totalCount).toBe(codes.length);
    },
  );

  test('a head of a residential area sees those of the area, not the rest of the commune', async () => {
    const { data } = await bed.ask(list(), 'head.bau-ham');
    const codes = new Set(data.socialInsuranceGapHouseholds.nodes.map(({ unit }: any) => unit.code));
    expect([...codes]).toEqual(['26257.01']);
  });

  test.each([
    'standing',
    'officer.insurance',
    'officer.cluster4',
    'lead.cluster4',
    'admin',
    'farmers',
    'insurance',
    'inspector',
    'auditor',
  ])('%s works with figures and sees none', async (username) => {
    const { data, errors } = await bed.ask(list(), username);
    expect(data).toEqual({ socialInsuranceGapHouseholds: null });
    expect(errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('nobody sees one by its id who could not see it in the list', async () => {
    const [first] = (await bed.ask(list(), 'clerk.bau-ham')).data.socialInsuranceGapHouseholds.nodes;
    const byId = `{ node(id: "${first.id}") { id ... on SocialInsuranceGapHousehold { headName } } }`;
    expect((await bed.ask(byId, 'clerk.bau-ham')).data.node).toMatchObject({ headName: first.headName });
    expect((await bed.ask(byId, 'clerk.cay-gao')).data.node).toBeNull();
    for (const username of ['officer.insurance', 'standing', undefined]) {
      const answer = JSON.stringify(await bed.ask(byId, username));
      expect(answer).not.toContain(first.headName);
    }
  });

  test('another commune’s household answers like one that is not there, also to a change', async () => {
    const [other] = (await bed.ask(list(), 'clerk.cay-gao')).data.socialInsuranceGapHouseholds.nodes;
    const input = { household: other.id, expectedVersion: 1, state: 'APPROACHED' };
    expect(await bed.refused(change, input, 'clerk.bau-ham')).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.household',
    });
    const none = {
      ...input,
      household: Buffer.from('SocialInsuranceGapHousehold:999999').toString('base64url'),
    };
    expect(await bed.refused(change, none, 'clerk.bau-ham')).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.household',
    });
  });
});

test('every read leaves an audit row with who read and which households', async () => {
  const before = (await bed.audit('platform:read')).length;
  const { data } = await bed.ask(
    '{ socialInsuranceGapHouseholds(first: 2) { nodes { id headName } } }',
    'clerk.cay-gao',
  );
  const rows = await bed.audit('platform:read');
  expect(rows).toHaveLength(before + 1);
  const ids = data.socialInsuranceGapHouseholds.nodes.map(({ id }: any) =>
    Number(Buffer.from(id, 'base64url').toString().split(':')[1]),
  );
  const reader = await bed.as('clerk.cay-gao');
  expect(rows.at(-1)).toMatchObject({ actor_id: reader.userId, facts: { ids } });
  expect(JSON.stringify(rows.at(-1))).not.toContain(data.socialInsuranceGapHouseholds.nodes[0].headName);
});

test('what a change shows is recorded as read, too', async () => {
  const before = (await bed.audit('platform:read')).length;
  await bed.change(note, await household({ headName: 'Đỗ Văn Sáu' }), 'clerk.bau-ham', 'headName');
  expect(await bed.audit('platform:read')).toHaveLength(before + 1);
});

describe('the talk with a household', () => {
  test('goes from noting over a call to joining, each step with its version and its audit row', async () => {
    const made = await bed.change(
      note,
      await household({ headName: 'Vũ Thị Lan' }),
      'head.bau-ham',
      'id version',
    );
    const called = await bed.change(
      change,
      { household: made.id, expectedVersion: 1, state: 'APPROACHED', uninsured: 1 },
      'head.bau-ham',
      all,
    );
    expect(called).toMatchObject({ state: 'APPROACHED', uninsured: 1, version: 2 });
    const joined = await bed.change(
      change,
      { household: made.id, expectedVersion: 2, state: 'JOINED' },
      'clerk.bau-ham',
      all,
    );
    expect(joined).toMatchObject({ state: 'JOINED', uninsured: 0, version: 3 });
    expect((await bed.audit('social-insurance:change-gap')).slice(-2).map(({ facts }) => facts)).toEqual([
      { before: { state: 'OPEN', uninsured: 2 }, after: { state: 'APPROACHED', uninsured: 1 } },
      { before: { state: 'APPROACHED', uninsured: 1 }, after: { state: 'JOINED', uninsured: 0 } },
    ]);
  });

  test('refuses a step that skips one, and names what is allowed', async () => {
    const made = await bed.change(note, await household({ headName: 'Vũ Thị Huệ' }), 'head.bau-ham', 'id');
    const input = { household: made.id, expectedVersion: 1, state: 'JOINED' };
    expect(await bed.refused(change, input, 'head.bau-ham', 'vi')).toMatchObject({
      code: 'SOCIAL_INSURANCE_GAP_STATE',
      given: 'JOINED',
      current: 'OPEN',
      allowed: ['OPEN', 'APPROACHED'],
      message:
        'Hộ đang ở trạng thái “chưa vận động” nên không thể chuyển sang “đã tham gia”. Cho phép: chưa vận động, đã vận động.',
    });
  });

  test('answers CONFLICT to who has not seen the last change, and changes nothing', async () => {
    const made = await bed.change(note, await household({ headName: 'Vũ Thị Cúc' }), 'head.bau-ham', 'id');
    const input = { household: made.id, expectedVersion: 1, state: 'APPROACHED' };
    await bed.change(change, input, 'clerk.bau-ham', 'version');
    const late = await bed.refused(change, { ...input, uninsured: 1 }, 'head.bau-ham');
    expect(late).toMatchObject({ code: 'CONFLICT', field: 'input.expectedVersion', given: 1, current: 2 });
  });

  test('of two who change at once, one wins and the other hears of it', async () => {
    const made = await bed.change(note, await household({ headName: 'Vũ Thị Đào' }), 'head.bau-ham', 'id');
    const input = { household: made.id, expectedVersion: 1, state: 'APPROACHED' };
    const both = await Promise.allSettled(
      ['head.bau-ham', 'clerk.bau-ham'].map((who) => bed.change(change, input, who, 'version')),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      JSON.stringify(
        both.find(({ status }) => status === 'rejected'),
        (_, value) => (value instanceof Error ? value.message : value),
      ),
    ).toContain('CONFLICT');
  });

  test.each([
    ['nobody left without having joined', { state: 'APPROACHED', uninsured: 0 }],
    ['somebody left after joining', { state: 'JOINED', uninsured: 1 }],
    ['more than live there', { state: 'APPROACHED', uninsured: 5 }],
  ])('%s is refused', async (_, news) => {
    const made = await bed.change(note, await household({ headName: 'Vũ Thị Mai' }), 'head.bau-ham', 'id');
    await bed.change(
      change,
      { household: made.id, expectedVersion: 1, state: 'APPROACHED' },
      'head.bau-ham',
      'id',
    );
    const error = await bed.refused(
      change,
      { household: made.id, expectedVersion: 2, ...news },
      'head.bau-ham',
    );
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.uninsured' });
  });
});

describe('noting is checked', () => {
  test.each([
    ['members', { members: 0 }, 'BAD_USER_INPUT', '1–50'],
    ['members', { members: 51 }, 'BAD_USER_INPUT', '1–50'],
    ['uninsured', { uninsured: 0 }, 'BAD_USER_INPUT', '1–4'],
    ['uninsured', { uninsured: 5 }, 'BAD_USER_INPUT', '1–4'],
    ['notedOn', { notedOn: '2021-10-16' }, 'BAD_USER_INPUT', '≤ 2021-10-15'],
    ['headName', { headName: ' A ' }, 'TEXT_LENGTH', '2–120'],
    ['address', { address: 'x'.repeat(201) }, 'TEXT_LENGTH', '1–200'],
  ])('%s: %j', async (field, more, code, allowed) => {
    const error = await bed.refused(note, await household(more), 'head.bau-ham');
    expect(error).toMatchObject({ code, field: `input.${field}`, allowed });
  });

  test('a blank address is none, and blanks around a name go', async () => {
    const made = await bed.change(
      note,
      await household({ headName: '  Cao Thị Tư ', address: '  ' }),
      'head.bau-ham',
      all,
    );
    expect(made).toMatchObject({ headName: 'Cao Thị Tư', address: null });
  });

  test('another commune is out of scope, and the refusal says what is in it', async () => {
    const error = await bed.refused(
      note,
      await household({ unit: await bed.unit('26260') }),
      'clerk.bau-ham',
    );
    expect(error).toMatchObject({ code: 'OUT_OF_SCOPE', field: 'input.unit', allowed: ['Xã Bàu Hàm'] });
  });
});

test('the list is found by name without its marks, by place, by state, and by the units below', async () => {
  await bed.change(
    note,
    await household({ headName: 'Trần Đình Đức', address: 'Hẻm 9' }),
    'head.bau-ham',
    'id',
  );
  const names = async (filter: string) =>
    (await bed.ask(list(filter), 'clerk.bau-ham')).data.socialInsuranceGapHouseholds.nodes.map(
      ({ headName }: any) => headName,
    );
  expect(await names('{ search: "dinh duc" }')).toEqual(['Trần Đình Đức']);
  expect(await names('{ search: "hem 9" }')).toEqual(['Trần Đình Đức']);
  expect(await names('{ search: "%" }')).toEqual(await names('{}'));
  expect(await names(`{ search: "dinh duc", state: [JOINED] }`)).toEqual([]);
  expect(await names(`{ search: "dinh duc", under: "${await bed.unit('26257')}" }`)).toEqual([
    'Trần Đình Đức',
  ]);
  expect(await names(`{ search: "dinh duc", unit: "${await bed.unit('26257')}" }`)).toEqual([]);
  expect(await names(`{ under: "${await bed.unit('26260')}" }`)).toEqual([]);
  const { errors } = await bed.ask(list(`{ search: "${'x'.repeat(101)}" }`), 'clerk.bau-ham');
  expect(errors![0]!.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', given: 101, allowed: 100 });
});
