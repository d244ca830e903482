import { scopesOfSettings } from '../access/scopes.js';
import { startTestBed, type TestBed } from './test-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed();
}, 600_000);
afterAll(() => bed?.stop());

interface Given {
  to: string;
  role: string;
  unit?: string;
  group?: string;
  [more: string]: unknown;
}

async function assign(by: string, { to, role, unit, group, ...more }: Given) {
  const input = {
    user: await bed.id('User', to),
    role,
    unit: unit && (await bed.id('AdministrativeUnit', unit)),
    group: group && (await bed.id('UnitGroup', group)),
    ...more,
  };
  const source = `mutation ($input: CreateAssignmentInput!) { createAssignment(input: $input) {
    id version role { code } unit { code } group { key } reach programs validFrom validTo user { username } } }`;
  const { data, errors } = await bed.ask(source, by, { input });
  return { given: data?.createAssignment, refused: errors?.[0]?.extensions };
}
const count = async () =>
  (await bed.place.sql<{ n: number }>('select count(*)::int as n from core.assignment'))[0]!.n;

test('an administrator gives a role, and its holder holds it', async () => {
  const { given } = await assign('admin', {
    to: 'idle',
    role: 'commune-clerk',
    unit: '26260',
    reach: 'EXACT',
    programs: ['PRG-27'],
    validTo: '2022-01-01',
  });
  expect(given).toMatchObject({
    version: 1,
    role: { code: 'commune-clerk' },
    unit: { code: '26260' },
    reach: 'EXACT',
    programs: ['PRG-27'],
    validFrom: '2021-10-15',
    validTo: '2022-01-01',
    user: { username: 'idle' },
  });
  const idle = await bed.as('idle');
  expect(scopesOfSettings(idle.settings)['core:value.record']).toEqual({
    subtree: [],
    exact: ['PRG_27.1.2.3.7'],
  });
  expect(
    await bed.place.sql(
      `select action, facts ->> 'role' as role from platform.audit_event order by id desc limit 1`,
    ),
  ).toEqual([{ action: 'core:assignment.create', role: 'commune-clerk' }]);
});

describe('an administrator does not become more', () => {
  let before: number;
  beforeEach(async () => {
    before = await count();
  });
  afterEach(async () => {
    expect(await count()).toBe(before);
  });

  test('not by a role above, or one whose rights the administrator has not', async () => {
    for (const role of ['district-standing', 'auditor', 'treasurer', 'case-handler', 'public']) {
      const { refused } = await assign('admin', { to: 'idle', role, unit: '737' });
      expect(refused).toMatchObject({ code: 'ROLE_NOT_GRANTABLE', given: role });
      expect(refused!['allowed']).toContain('commune-clerk');
      expect(refused!['allowed']).not.toContain(role);
    }
  });

  test('not outside of the district', async () => {
    for (const unit of ['26005', '731', '75', 'VN']) {
      const { refused } = await assign('admin', { to: 'idle', role: 'commune-clerk', unit });
      expect(refused).toMatchObject({
        code: 'OUT_OF_SCOPE',
        field: 'input.unit',
        allowed: ['Huyện Trảng Bom'],
      });
    }
  });

  test('not by giving a role to oneself', async () => {
    expect(
      (await assign('admin', { to: 'admin', role: 'commune-clerk', unit: '26260' })).refused,
    ).toMatchObject({ code: 'SELF_APPOINTMENT' });
  });

  test('not by giving one to somebody not seen', async () => {
    expect(
      (await assign('admin', { to: 'foreigner', role: 'commune-clerk', unit: '26260' })).refused,
    ).toMatchObject({ code: 'NOT_FOUND', field: 'input.user' });
  });

  test('not by taking over an account that is more', async () => {
    const reset = async (username: string) =>
      bed.ask(
        'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { username } }',
        'admin',
        {
          input: { user: await bed.id('User', username), newPassword: 'chim hót trên cành' },
        },
      );
    for (const username of ['standing', 'auditor']) {
      expect((await reset(username)).errors![0]!.extensions).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
    }
    expect((await reset('admin')).errors![0]!.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.user',
    });
    expect((await reset('clerk')).data.resetPassword).toEqual({ username: 'clerk' });
  });

  test('not by ending the role of who is more', async () => {
    const end = `mutation ($input: EndAssignmentInput!) { endAssignment(input: $input) { id } }`;
    const assignment = await bed.id('Assignment', 'standing');
    const { errors } = await bed.ask(end, 'admin', {
      input: { assignment, expectedVersion: 1, reason: 'x' },
    });
    expect(errors![0]!.extensions).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
  });

  test('not by acting for an organization of elsewhere, whose rows its people see', async () => {
    await bed.place.sql(`insert into core.organization (key) values ('front-bien-hoa');
      insert into core.organization_version (organization_id, name, kind, unit_id, valid_from)
        select id, 'Ủy ban MTTQ Việt Nam thành phố Biên Hòa', 'FRONT_COMMITTEE', 4, '2003-01-01' from core.organization where key = 'front-bien-hoa'`);
    const organization = await bed.id('Organization', 'front-bien-hoa');
    const { refused } = await assign('admin', {
      to: 'idle',
      role: 'commune-clerk',
      unit: '26260',
      organization,
    });
    expect(refused).toMatchObject({
      code: 'OUT_OF_SCOPE',
      field: 'input.organization',
      given: 'Thành phố Biên Hòa',
    });
  });

  test('not past the resolvers either: row security refuses the row', async () => {
    const { settings, permissions } = await bed.as('admin');
    const insert = (user: string, role: string, unit: number, organization: number | null = null) =>
      bed.engine.database.transaction(
        {
          settings: {
            ...settings,
            permissions: [...permissions].join(','),
            user_id: '1',
            business_date: '2021-10-15',
          },
        },
        async (session) => {
          await session.query(
            `insert into core.assignment (user_id, role_id, unit_id, organization_id, reach, valid_from)
             select account.id, role.id, $3, $4, 'SUBTREE', '2021-01-01' from core.user_account account, core.role
              where account.username = $1 and role.code = $2`,
            [user, role, unit, organization],
          );
          throw new Error('let in, and undone');
        },
      );
    await expect(insert('idle', 'commune-clerk', 7, 1)).rejects.toThrow('let in, and undone');
    await expect(insert('idle', 'commune-clerk', 8)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
    await expect(insert('admin', 'commune-clerk', 7)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
    await expect(insert('idle', 'commune-clerk', 7, 3)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
  });

  test('a clerk appoints nobody at all', async () => {
    expect(
      (await assign('clerk', { to: 'clerk', role: 'commune-clerk', unit: '26254' })).refused,
    ).toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('an administrator of one program does not even see whom to appoint; the standing committee appoints whom it may', async () => {
  expect(
    (await assign('insurer', { to: 'idle', role: 'commune-clerk', unit: '26260' })).refused,
  ).toMatchObject({ code: 'NOT_FOUND' });
  expect((await assign('standing', { to: 'idle', role: 'treasurer', unit: '737' })).given).toMatchObject({
    role: { code: 'treasurer' },
  });
  expect(
    (await assign('standing', { to: 'idle', role: 'district-standing', unit: '737' })).refused,
  ).toMatchObject({ code: 'ROLE_NOT_GRANTABLE' });
});

test('a role over a group, for an organization and its programs', async () => {
  const organization = await bed.id('Organization', 'farmers-union');
  const given = await assign('admin', {
    to: 'idle',
    role: 'member-representative',
    group: 'cluster-1',
    organization,
    organizationPrograms: true,
  });
  expect(given.given).toMatchObject({ group: { key: 'cluster-1' }, unit: null, programs: null });
});

test.each([
  ['neither unit nor group', {}, 'input.unit'],
  ['both unit and group', { unit: '26254', group: 'cluster-1' }, 'input.unit'],
  ['a program that is none', { unit: '26254', programs: ['27'] }, 'input.programs'],
  ['no program at all', { unit: '26254', programs: [] }, 'input.programs'],
  ['an end before the beginning', { unit: '26254', validTo: '2021-10-15' }, 'input.validTo'],
  ['programs of no organization', { unit: '26254', organizationPrograms: true }, 'input.organization'],
])('kind about %s', async (_, more, field) => {
  expect((await assign('admin', { to: 'idle', role: 'commune-clerk', ...more })).refused).toMatchObject({
    code: 'BAD_USER_INPUT',
    field,
  });
});

test('an unknown role names those there are', async () => {
  const { refused } = await assign('admin', { to: 'idle', role: 'king', unit: '26254' });
  expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.role', given: 'king' });
  expect(refused!['allowed']).toHaveLength(17);
});

test('a role ends once: from a day on, or at once; a stale version is told the current one', async () => {
  const { given } = await assign('admin', { to: 'idle', role: 'residential-head', unit: '26260' });
  const end = async (expectedVersion: number, on?: string) =>
    bed.ask(
      'mutation ($input: EndAssignmentInput!) { endAssignment(input: $input) { version validTo revokedAt } }',
      'admin',
      { input: { assignment: given.id, expectedVersion, on, reason: 'moved away' } },
    );
  expect((await end(1, '2021-10-15')).errors![0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.on',
  });
  expect((await end(1, '2021-12-31')).data.endAssignment).toEqual({
    version: 2,
    validTo: '2021-12-31',
    revokedAt: null,
  });
  expect((await end(1)).errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', current: 2 });
  expect((await end(2, '2022-06-30')).errors![0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.on',
  });
  expect((await end(2)).data.endAssignment.revokedAt).not.toBeNull();
});

test('one request repeated with one key gives one role and the same answer', async () => {
  const before = await count();
  const again = {
    to: 'idle',
    role: 'residential-head',
    unit: '26254',
    idempotencyKey: '0c9ce6b4-3a3b-4c43-9d0d-4f8a4a0f7b11',
  };
  const [first, second] = [await assign('admin', again), await assign('admin', again)];
  expect(second).toEqual(first);
  expect(await count()).toBe(before + 1);
});
