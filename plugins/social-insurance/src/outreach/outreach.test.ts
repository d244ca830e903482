import { startProgramBed, type ProgramBed } from '@phoihop/testing';
import socialInsurance from '../plugin.js';

let bed: ProgramBed;
beforeAll(async () => {
  bed = await startProgramBed([socialInsurance]);
}, 300_000);
afterAll(() => bed?.close());

const record = 'socialInsuranceRecordOutreach';
const correct = 'socialInsuranceCorrectOutreach';
const withdraw = 'socialInsuranceWithdrawOutreach';
const all = 'id heldOn topic attendance registered withdrawn withdrawalReason demo version unit { fullName }';
const session = async (more: object = {}) => ({
  unit: await bed.unit('26257'),
  heldOn: '2021-10-10',
  topic: 'Bảo hiểm y tế hộ gia đình',
  attendance: 40,
  registered: 6,
  ...more,
});

test('a clerk records a session, and the commune shows it', async () => {
  const made = await bed.change(record, await session(), 'clerk.bau-ham', all);
  expect(made).toMatchObject({
    attendance: 40,
    registered: 6,
    withdrawn: false,
    demo: false,
    version: 1,
    unit: { fullName: 'Xã Bàu Hàm' },
  });
  const { data } = await bed.ask(
    '{ administrativeUnit(code: "26257") { socialInsuranceOutreachSessions(first: 1) { nodes { id } } } }',
    'clerk.bau-ham',
  );
  expect(data.administrativeUnit.socialInsuranceOutreachSessions.nodes).toEqual([{ id: made.id }]);
  expect(await bed.audit('social-insurance:record-outreach')).toHaveLength(1);
});

test('a session may be held in a residential area', async () => {
  const made = await bed.change(
    record,
    await session({ unit: await bed.unit('26257.02') }),
    'clerk.bau-ham',
    all,
  );
  expect(made.unit.fullName).toBe('Ấp 2');
});

test.each([
  ['heldOn', { heldOn: '2021-10-16' }, 'BAD_USER_INPUT', '≤ 2021-10-15'],
  ['topic', { topic: ' ab ' }, 'TEXT_LENGTH', '3–500'],
  ['topic', { topic: 'x'.repeat(501) }, 'TEXT_LENGTH', '3–500'],
  ['attendance', { attendance: -1 }, 'BAD_USER_INPUT', '0–100000'],
  ['attendance', { attendance: 100_001 }, 'BAD_USER_INPUT', '0–100000'],
  ['registered', { registered: -1 }, 'BAD_USER_INPUT', '0–40'],
  ['registered', { registered: 41 }, 'BAD_USER_INPUT', '0–40'],
])('%s is checked: %j', async (field, more, code, allowed) => {
  const error = await bed.refused(record, await session(more), 'clerk.bau-ham');
  expect(error).toMatchObject({ code, field: `input.${field}`, allowed });
});

test('a district is no place where people are met', async () => {
  const error = await bed.refused(
    record,
    await session({ unit: await bed.unit('737') }),
    'officer.insurance',
    'vi',
  );
  expect(error).toMatchObject({
    code: 'UNIT_KIND',
    field: 'input.unit',
    given: 'Huyện Trảng Bom',
  });
  expect(error.message).toMatch(
    /^Huyện Trảng Bom, vào ngày 2021-\d\d-\d\d, thuộc loại đơn vị không ghi nhận được/,
  );
});

test('another commune is out of scope; another cluster is, too', async () => {
  const elsewhere = await session({ unit: await bed.unit('26260') });
  expect(await bed.refused(record, elsewhere, 'clerk.bau-ham')).toMatchObject({
    code: 'OUT_OF_SCOPE',
    field: 'input.unit',
  });
  expect(await bed.refused(record, elsewhere, 'officer.cluster1')).toMatchObject({ code: 'OUT_OF_SCOPE' });
  await bed.change(record, elsewhere, 'officer.cluster4', 'id');
});

test('sessions of other communes are not there for a clerk; a member organization of the program sees all', async () => {
  const units = async (username: string) => {
    const { data } = await bed.ask(
      '{ socialInsuranceOutreachSessions(first: 200) { nodes { unit { code } } } }',
      username,
    );
    return new Set(data.socialInsuranceOutreachSessions.nodes.map(({ unit }: any) => unit.code.slice(0, 5)));
  };
  expect([...(await units('clerk.bau-ham'))]).toEqual(['26257']);
  expect((await units('farmers')).size).toBe(17);
  expect((await units('youth')).size).toBe(0);
});

test('a correction changes what is given, keeps the rest, and writes the old figures down', async () => {
  const made = await bed.change(record, await session(), 'clerk.bau-ham', 'id');
  const input = { session: made.id, expectedVersion: 1, attendance: 45, reason: 'Đếm thiếu một hàng ghế.' };
  const right = await bed.change(correct, input, 'clerk.bau-ham', all);
  expect(right).toMatchObject({
    attendance: 45,
    registered: 6,
    topic: 'Bảo hiểm y tế hộ gia đình',
    version: 2,
  });
  expect((await bed.audit('social-insurance:correct-outreach')).at(-1)!.facts).toMatchObject({
    before: { attendance: 40, registered: 6 },
    after: { attendance: 45, registered: 6 },
    reason: 'Đếm thiếu một hàng ghế.',
  });
  expect(await bed.refused(correct, input, 'chair.bau-ham')).toMatchObject({
    code: 'CONFLICT',
    given: 1,
    current: 2,
  });
  const none = { ...input, expectedVersion: 2, reason: '  ' };
  expect(await bed.refused(correct, none, 'chair.bau-ham')).toMatchObject({
    code: 'REASON_REQUIRED',
    field: 'input.reason',
  });
});

test('a correction is checked as a whole: fewer came than are said to have registered', async () => {
  const made = await bed.change(record, await session(), 'clerk.bau-ham', 'id');
  const input = { session: made.id, expectedVersion: 1, attendance: 5, reason: 'Ghi nhầm.' };
  expect(await bed.refused(correct, input, 'clerk.bau-ham')).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.registered',
    allowed: '0–5',
  });
});

test('a withdrawn session stays, marked, with its reason, and takes no more changes', async () => {
  const made = await bed.change(record, await session({ topic: 'Ghi trùng' }), 'clerk.bau-ham', 'id');
  const input = { session: made.id, expectedVersion: 1, reason: 'Ghi trùng với buổi ngày 10/10.' };
  const gone = await bed.change(withdraw, input, 'clerk.bau-ham', all);
  expect(gone).toMatchObject({
    withdrawn: true,
    withdrawalReason: 'Ghi trùng với buổi ngày 10/10.',
    version: 2,
  });
  const again = { ...input, expectedVersion: 2 };
  for (const field of [withdraw, correct]) {
    expect(await bed.refused(field, again, 'clerk.bau-ham')).toMatchObject({
      code: 'SOCIAL_INSURANCE_OUTREACH_WITHDRAWN',
      reason: input.reason,
    });
  }
  const count = async (filter: string) =>
    (
      await bed.ask(
        `{ socialInsuranceOutreachSessions(filter: { search: "ghi trung" ${filter} }) { totalCount } }`,
        'clerk.bau-ham',
      )
    ).data.socialInsuranceOutreachSessions.totalCount;
  expect([await count(''), await count('withdrawn: false'), await count('withdrawn: true')]).toEqual([
    1, 0, 1,
  ]);
  expect((await bed.audit('social-insurance:withdraw-outreach')).at(-1)!.facts).toEqual({
    reason: input.reason,
  });
});

test('a session of another commune can be neither corrected nor withdrawn, as if it were not there', async () => {
  const made = await bed.change(record, await session(), 'clerk.bau-ham', 'id');
  const input = { session: made.id, expectedVersion: 1, reason: 'Thử sửa.' };
  for (const field of [correct, withdraw]) {
    expect(await bed.refused(field, input, 'clerk.cay-gao')).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.session',
    });
    // The standing committee sees it, but records nothing.
    expect(await bed.refused(field, input, 'standing')).toMatchObject({ code: 'FORBIDDEN' });
  }
});
