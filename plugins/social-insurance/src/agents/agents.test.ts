import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import socialInsurance from '../plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([socialInsurance]);
}, 300_000);
afterAll(() => bed?.close());

const add = 'socialInsuranceAddCollectionAgent';
const end = 'socialInsuranceEndCollectionAgent';
const all = 'id name address validFrom validTo demo version unit { fullName }';
const agent = async (more: object = {}) => ({
  unit: await bed.unit('26257'),
  name: 'Bưu điện văn hóa xã',
  address: 'Ấp 1, Bàu Hàm',
  validFrom: '2021-03-01',
  ...more,
});

test('a clerk adds an agent, and people of the commune find it', async () => {
  const made = await bed.change(add, await agent(), 'clerk.bau-ham', all);
  expect(made).toMatchObject({
    address: 'Ấp 1, Bàu Hàm',
    validTo: null,
    demo: false,
    version: 1,
    unit: { fullName: 'Xã Bàu Hàm' },
  });
  const { data } = await bed.ask(
    '{ administrativeUnit(code: "26257") { socialInsuranceCollectionAgents(filter: { search: "buu dien", validOn: "2021-10-15" }) { nodes { id } } } }',
    'head.bau-ham',
  );
  // The head of an area has the program in the area, not in the commune.
  expect(data.administrativeUnit.socialInsuranceCollectionAgents.nodes).toEqual([]);
  const found = await bed.ask(
    '{ socialInsuranceCollectionAgents(filter: { search: "buu dien" }) { nodes { id } } }',
    'chair.bau-ham',
  );
  expect(found.data.socialInsuranceCollectionAgents.nodes).toEqual([{ id: made.id }]);
  expect(await bed.audit('social-insurance:add-agent')).toHaveLength(1);
});

test('the same agent twice is refused, whatever its marks; once it has ended it may come again', async () => {
  const made = await bed.change(add, await agent({ name: 'Hội Phụ nữ xã' }), 'clerk.bau-ham', 'id');
  const again = await agent({ name: 'HOI PHU NU XA' });
  expect(await bed.refused(add, again, 'clerk.bau-ham')).toMatchObject({
    code: 'ALREADY_EXISTS',
    field: 'input.name',
  });
  await bed.change(
    end,
    { agent: made.id, expectedVersion: 1, validTo: '2021-06-01', reason: 'Hết hợp đồng.' },
    'clerk.bau-ham',
    'id',
  );
  await bed.change(add, { ...again, validFrom: '2021-06-01' }, 'clerk.bau-ham', 'id');
});

test('two who add one agent at once make one', async () => {
  const given = await agent({ name: 'Trạm y tế xã' });
  // Both have looked for the name before either can write: the table takes no rows for a moment.
  const both = await bed.engine.database.asSystem('hold the table', async (session) => {
    await session.query('lock table social_insurance.collection_agent in share mode');
    const added = ['clerk.bau-ham', 'chair.bau-ham'].map((who) => bed.change(add, given, who, 'id'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { settled: Promise.allSettled(added) };
  });
  expect((await both.settled).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a contract ends on a day, with a reason; a wrong end is corrected, and the trail has both', async () => {
  const made = await bed.change(add, await agent({ name: 'Hội Nông dân xã' }), 'clerk.bau-ham', 'id');
  const input = { agent: made.id, expectedVersion: 1, validTo: '2021-11-01', reason: 'Hết hợp đồng.' };
  expect(await bed.change(end, input, 'clerk.bau-ham', all)).toMatchObject({
    validTo: '2021-11-01',
    version: 2,
  });
  expect(await bed.refused(end, input, 'clerk.bau-ham')).toMatchObject({
    code: 'CONFLICT',
    given: 1,
    current: 2,
  });
  const right = { ...input, expectedVersion: 2, validTo: '2021-10-01', reason: 'Ghi nhầm tháng.' };
  expect(await bed.change(end, right, 'clerk.bau-ham', all)).toMatchObject({
    validTo: '2021-10-01',
    version: 3,
  });
  expect((await bed.audit('social-insurance:end-agent')).slice(-2).map(({ facts }) => facts)).toEqual([
    { before: null, after: '2021-11-01', reason: 'Hết hợp đồng.' },
    { before: '2021-11-01', after: '2021-10-01', reason: 'Ghi nhầm tháng.' },
  ]);
  const found = async (day: string) =>
    (
      await bed.ask(
        `{ socialInsuranceCollectionAgents(filter: { search: "nong dan", validOn: "${day}" }) { totalCount } }`,
        'clerk.bau-ham',
      )
    ).data.socialInsuranceCollectionAgents.totalCount;
  expect([
    await found('2021-02-28'),
    await found('2021-03-01'),
    await found('2021-09-30'),
    await found('2021-10-01'),
  ]).toEqual([0, 1, 1, 0]);
});

test('an end before the beginning, or without a reason, is refused', async () => {
  const made = await bed.change(add, await agent({ name: 'Đoàn Thanh niên xã' }), 'clerk.bau-ham', 'id');
  const input = { agent: made.id, expectedVersion: 1, validTo: '2021-03-01', reason: 'Hết hợp đồng.' };
  expect(await bed.refused(end, input, 'clerk.bau-ham')).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.validTo',
    allowed: '> 2021-03-01',
  });
  const none = { ...input, validTo: '2021-04-01', reason: '' };
  expect(await bed.refused(end, none, 'clerk.bau-ham')).toMatchObject({ code: 'REASON_REQUIRED' });
});

test.each([
  ['name', { name: 'ab' }, 'TEXT_LENGTH'],
  ['name', { name: 'x'.repeat(201) }, 'TEXT_LENGTH'],
  ['address', { address: 'x'.repeat(201) }, 'TEXT_LENGTH'],
  ['validFrom', { validFrom: '2021-10-16' }, 'BAD_USER_INPUT'],
])('%s is checked: %j', async (field, more, code) => {
  expect(await bed.refused(add, await agent(more), 'clerk.bau-ham')).toMatchObject({
    code,
    field: `input.${field}`,
  });
});

test('an agent serves a commune, not an area or a district', async () => {
  for (const [code, username] of [
    ['26257.01', 'clerk.bau-ham'],
    ['737', 'officer.insurance'],
  ] as const) {
    const error = await bed.refused(add, await agent({ unit: await bed.unit(code) }), username);
    expect(error).toMatchObject({ code: 'UNIT_KIND', field: 'input.unit' });
  }
});

test('another commune is out of scope for adding, and its agents are not there for ending', async () => {
  const elsewhere = await agent({ unit: await bed.unit('26260') });
  expect(await bed.refused(add, elsewhere, 'clerk.bau-ham')).toMatchObject({
    code: 'OUT_OF_SCOPE',
    field: 'input.unit',
  });
  const made = await bed.change(add, elsewhere, 'clerk.song-thao', 'id');
  const input = { agent: made.id, expectedVersion: 1, validTo: '2021-11-01', reason: 'Hết hợp đồng.' };
  expect(await bed.refused(end, input, 'clerk.bau-ham')).toMatchObject({
    code: 'NOT_FOUND',
    field: 'input.agent',
  });
  expect(await bed.refused(end, input, 'farmers')).toMatchObject({ code: 'FORBIDDEN' });
});
