import { encodeGlobalId } from '@phoihop/platform/engine';
import { startTestBed, type TestBed } from './test-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed();
}, 600_000);
afterAll(() => bed?.stop());

const everybody =
  '{ people(first: 200) { totalCount nodes { fullName phone users(first: 5) { nodes { username assignments(first: 10) { nodes { role { code } } } } } } } }';

/** Usernames of the people someone sees. */
async function seenBy(username: string): Promise<string[]> {
  const { data, errors } = await bed.ask(everybody, username);
  expect(errors).toBeUndefined();
  expect(data.people.totalCount).toBe(data.people.nodes.length);
  return data.people.nodes
    .flatMap((person: any) => person.users.nodes.map((user: any) => user.username))
    .sort();
}

const district = [
  'admin',
  'auditor',
  'chair',
  'clerk',
  'farmers',
  'idle',
  'insurer',
  'neighbor',
  'officer',
  'standing',
  'twin',
];

test('administrator and standing committee see the people of their district, and nobody of another', async () => {
  expect(await seenBy('admin')).toEqual(district);
  expect(await seenBy('standing')).toEqual(district);
});

test('a commune’s chair sees the commune; a cluster’s officer sees the members of the cluster and the own person', async () => {
  expect(await seenBy('chair')).toEqual(['chair', 'clerk', 'twin']);
  expect(await seenBy('officer')).toEqual(['chair', 'clerk', 'neighbor', 'officer', 'twin']);
});

test('a clerk, a representative, an account without a role see themselves; a program’s administrator does not see people of all programs', async () => {
  expect(await seenBy('clerk')).toEqual(['clerk', 'twin']);
  expect(await seenBy('farmers')).toEqual(['farmers']);
  expect(await seenBy('idle')).toEqual(['idle']);
  expect(await seenBy('insurer')).toEqual(['insurer']);
});

test('whoever is not signed in may not even ask', async () => {
  const { data, errors } = await bed.ask(
    '{ people { totalCount } roles { totalCount } organizations { totalCount } me { user { username } } }',
  );
  expect(data).toEqual({ people: null, roles: null, organizations: null, me: null });
  expect(errors!.map(({ extensions }) => extensions['code'])).toEqual([
    'UNAUTHENTICATED',
    'UNAUTHENTICATED',
    'UNAUTHENTICATED',
  ]);
});

test('a foreign person is a missing person: by id, in a list, as an argument', async () => {
  const foreign = await bed.id('Person', 'foreigner');
  const missing = encodeGlobalId('Person', 999_999);
  const node = (id: string) =>
    bed.ask('query ($id: ID!) { node(id: $id) { ... on Person { fullName } } }', 'admin', { id });
  expect(await node(foreign)).toEqual(await node(missing));
  expect((await node(foreign)).data).toEqual({ node: null });

  const make = async (person: string) => {
    const { data, errors } = await bed.ask(
      'mutation ($person: ID!) { createUser(input: { person: $person, username: "someone", password: "tre xanh dau lang" }) { id } }',
      'admin',
      { person },
    );
    const [{ message, extensions }] = errors! as [{ message: string; extensions: Record<string, unknown> }];
    return { data, message: message.replace(person, '…'), extensions: { ...extensions, given: '…' } };
  };
  expect(await make(foreign)).toEqual(await make(missing));
  expect((await make(foreign)).extensions).toMatchObject({ code: 'NOT_FOUND', field: 'input.person' });
});

test('me: account, person, roles, and what one may do where', async () => {
  const source = `{ me { user { username } person { fullName phone } assignments { role { code title } unit { fullName } group { name } reach programs }
    permissions { permission title scopes { unit { fullName } reach program } } } }`;
  const { data, errors } = await bed.ask(source, 'officer');
  expect(errors).toBeUndefined();
  expect(data.me).toMatchObject({
    user: { username: 'officer' },
    person: { fullName: 'Nguyễn Văn officer', phone: '0251 3866 123' },
    assignments: [
      {
        role: { code: 'district-officer', title: 'District officer' },
        unit: null,
        group: { name: 'Cluster 1' },
        reach: 'SUBTREE',
        programs: null,
      },
    ],
  });
  expect(data.me.permissions.find((held: any) => held.permission === 'core:value.record')).toEqual({
    permission: 'core:value.record',
    title: 'Record figures',
    scopes: [
      { unit: { fullName: 'Xã Cây Gáo' }, reach: 'SUBTREE', program: null },
      { unit: { fullName: 'Xã Bàu Hàm' }, reach: 'SUBTREE', program: null },
    ],
  });
  const idle = await bed.ask(source, 'idle');
  expect(idle.data.me).toMatchObject({ user: { username: 'idle' }, assignments: [], permissions: [] });
});

test('people are searched without accents, and only among those one sees', async () => {
  const found = async (who: string) =>
    (await bed.ask('{ people(filter: { search: "nguyen van f" }) { nodes { fullName } } }', who)).data.people
      .nodes;
  expect(await found('admin')).toEqual([{ fullName: 'Nguyễn Văn farmers' }]);
  expect(await found('clerk')).toEqual([]);
});

describe('each row policy is what keeps people apart: without it', () => {
  const foreigners = async (type: string, field: string): Promise<number> => {
    const id = await bed.id(type, 'foreigner');
    const { data } = await bed.ask(
      `query ($id: ID!) { node(id: $id) { ... on ${type} { ${field} } } }`,
      'admin',
      { id },
    );
    return data.node === null ? 0 : 1;
  };

  test.each([
    ['person', 'Person', 'fullName'],
    ['user_account', 'User', 'username'],
    ['assignment', 'Assignment', 'validFrom'],
  ])('core.%s, a foreigner is seen', async (table, type, field) => {
    expect(await foreigners(type, field)).toBe(0);
    await bed.place.sql(`alter table core.${table} disable row level security`);
    try {
      expect(await foreigners(type, field)).toBe(1);
    } finally {
      await bed.place.sql(`alter table core.${table} enable row level security`);
    }
    expect(await foreigners(type, field)).toBe(0);
  });
});

test('the serving role reads no password hash and writes none but through the function that asks who calls', async () => {
  const { database } = bed.engine;
  const run = (sql: string) =>
    database.transaction({ settings: { user_id: '4', permissions: 'core:user.manage' } }, (session) =>
      session.query(sql),
    );
  for (const sql of [
    'select password_hash from core.user_credential',
    `insert into core.user_credential values (1, '$argon2id$x')`,
    `update core.user_credential set password_hash = '$argon2id$x'`,
    'delete from core.user_credential',
  ]) {
    await expect(run(sql)).rejects.toMatchObject({ code: 'ROW_SECURITY' });
  }
  await expect(run(`select core.set_password(1, '$argon2id$x')`)).rejects.toMatchObject({
    code: 'ROW_SECURITY',
  });
});
