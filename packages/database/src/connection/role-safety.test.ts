import { randomBytes } from 'node:crypto';
import { openDatabase } from './open-database.js';
import { refuseUnsafeFacts, type RoleFacts } from './role-safety.js';
import { createTemporaryDatabase, type TemporaryDatabase } from './temporary-database.js';

let temporary: TemporaryDatabase;

beforeAll(async () => {
  temporary = await createTemporaryDatabase();
  await temporary.sql('create table public.thing (id int)');
});

afterAll(() => temporary?.drop());

const harmless: RoleFacts = {
  role: 'phoihop_serving',
  superuser: false,
  bypass: false,
  creator: false,
  owner: 'phoihop_owner',
  powers: [],
  tables: [],
};

test('a role that is nothing and owns nothing may serve', () => {
  expect(() => refuseUnsafeFacts(harmless)).not.toThrow();
});

test.each([
  ['a superuser', { superuser: true }, 'create role "phoihop_serving" login noinherit'],
  ['BYPASSRLS', { bypass: true }, 'alter role "phoihop_serving" nobypassrls;'],
  ['CREATEROLE', { creator: true }, 'alter role "phoihop_serving" nocreaterole;'],
  ['a member of postgres', { powers: ['postgres'] }, 'revoke "postgres" from "phoihop_serving";'],
  ['owns core.unit', { tables: ['core.unit'] }, 'reassign owned by "phoihop_serving" to "phoihop_owner";'],
])('one that is or has "%s" is refused with the SQL that mends it', (what, facts, mend) => {
  const refusal = () => refuseUnsafeFacts({ ...harmless, ...facts });
  expect(refusal).toThrow(
    expect.objectContaining({ code: 'SERVING_ROLE_UNSAFE', message: expect.stringContaining(what) }),
  );
  expect(refusal).toThrow(mend);
});

test('the role of this server is safe', async () => {
  const database = await openDatabase({ ...temporary, entities: [] });
  await database.close();
});

test('the owner of the tables is refused as the serving role', async () => {
  const unsafe = openDatabase({ ownerUrl: temporary.ownerUrl, servingUrl: temporary.ownerUrl, entities: [] });
  await expect(unsafe).rejects.toMatchObject({
    code: 'SERVING_ROLE_UNSAFE',
    message: expect.stringMatching(/owns public\.thing/),
  });
});

test('a member of the role that owns a table is refused, although it owns nothing itself', async () => {
  const suffix = randomBytes(6).toString('hex');
  const [holder, member] = [`test_holder_${suffix}`, `test_member_${suffix}`];
  await temporary.sql(
    `create role ${holder}; create role ${member} login noinherit password 'member'; grant ${holder} to ${member}`,
  );
  try {
    const url = Object.assign(new URL(temporary.ownerUrl), { username: member, password: 'member' }).href;
    const before = await openDatabase({ ownerUrl: temporary.ownerUrl, servingUrl: url, entities: [] });
    await before.close();
    await temporary.sql(`grant ${holder} to current_user; grant create on schema public to ${holder};
      create table public.held (id int); alter table public.held owner to ${holder}`);
    const unsafe = openDatabase({ ownerUrl: temporary.ownerUrl, servingUrl: url, entities: [] });
    await expect(unsafe).rejects.toMatchObject({
      code: 'SERVING_ROLE_UNSAFE',
      message: expect.stringContaining('public.held'),
    });
  } finally {
    await temporary.sql(`drop owned by ${holder}; drop role ${holder}, ${member}`);
  }
});
