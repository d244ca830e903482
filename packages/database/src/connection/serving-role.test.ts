import { randomBytes } from 'node:crypto';
import { ensureServingRole, servingRoleOf } from './serving-role.js';
import { readTarget, withConnection, type Target } from './target.js';
import { createTemporaryDatabase, type TemporaryDatabase } from './temporary-database.js';

let temporary: TemporaryDatabase;
const roles: string[] = [];

beforeAll(async () => {
  temporary = await createTemporaryDatabase();
});

afterAll(async () => {
  await temporary?.drop();
  // After the database, in which they have rights.
  const home = await createTemporaryDatabase();
  for (const role of roles) await home.sql(`drop role if exists ${role}`);
  await home.drop();
});

/** Roles belong to the whole server, which other tests use at the same time: never the real one's name. */
function newRole(): string {
  const role = `test_role_${randomBytes(6).toString('hex')}`;
  roles.push(role);
  return role;
}

const whoami = (target: Target) =>
  withConnection(
    target,
    'phoihop test',
    async (client) => (await client.query('select current_user::text as name')).rows[0]!.name,
  );

test('a missing role is made, and every replica derives the same password', async () => {
  const role = newRole();
  const targets = await Promise.all([1, 2, 3, 4].map(() => ensureServingRole(temporary.ownerUrl, role)));
  expect(new Set(targets.map(({ password }) => password)).size).toBe(1);
  expect(await whoami(targets[0]!)).toBe(role);
  const facts = 'rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit, rolcanlogin';
  expect(await temporary.sql(`select ${facts} from pg_roles where rolname = $1`, [role])).toEqual([
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolinherit: false,
      rolcanlogin: true,
    },
  ]);
});

test('two databases of one server may make it at the same time', async () => {
  const role = newRole();
  const other = await createTemporaryDatabase();
  try {
    const urls = [temporary.ownerUrl, other.ownerUrl, temporary.ownerUrl, other.ownerUrl];
    const targets = await Promise.all(urls.map((url) => ensureServingRole(url, role)));
    expect(await Promise.all(targets.map(whoami))).toEqual([role, role, role, role]);
  } finally {
    await other.drop();
  }
});

test('the password follows the owner’s', async () => {
  const role = newRole();
  await ensureServingRole(temporary.ownerUrl, role);
  await temporary.sql(`alter role ${role} password 'of an earlier owner'`);
  expect(await whoami(await ensureServingRole(temporary.ownerUrl, role))).toBe(role);
});

test('it differs from the owner’s and between roles', async () => {
  const [one, other] = await Promise.all(
    [newRole(), newRole()].map((role) => ensureServingRole(temporary.ownerUrl, role)),
  );
  expect(one!.password).not.toBe(other!.password);
  expect(one!.password).not.toContain(readTarget(temporary.ownerUrl).password);
  expect(one!.password!.length).toBeGreaterThanOrEqual(43); // 256 bits
});

test('an owner who may not make roles gets the SQL for one who may', async () => {
  const poor = newRole();
  const role = newRole();
  await temporary.sql(`create role ${poor} login password 'poor'`);
  const url = Object.assign(new URL(temporary.ownerUrl), { username: poor, password: 'poor' }).href;
  const name = new URL(url).pathname.slice(1);
  await expect(ensureServingRole(url, role)).rejects.toMatchObject({
    code: 'SERVING_ROLE_MISSING',
    message: expect.stringMatching(
      new RegExp(
        `create role "${role}" login noinherit password[\\s\\S]*grant connect on database "${name}"`,
      ),
    ),
  });
});

test('an owner without a password is not derived from', async () => {
  delete process.env.PGPASSWORD; // which would stand in for it
  const url = Object.assign(new URL(temporary.ownerUrl), { password: '' }).href;
  await expect(ensureServingRole(url, newRole())).rejects.toMatchObject({
    code: 'SERVING_ROLE_MISSING',
    message: expect.stringContaining('signs in without a password'),
  });
});

test('policies are for the role of the serving URL, else for the one made here', () => {
  expect(servingRoleOf('postgres://other_role:x@host/db')).toBe('other_role');
  expect(servingRoleOf(undefined)).toBe('phoihop_serving');
});
