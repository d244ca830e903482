import { participantKeys } from '../programs/contribution.js';
import { startTestBed, type TestBed } from '../people/test-bed.js';
import { roles } from '../access/roles.js';
import { demoSignIns, loadDemoPeople } from './people.js';

let bed: TestBed;
let seconds: number;
beforeAll(async () => {
  bed = await startTestBed({ nation: 'whole' });
  const start = performance.now();
  await loadDemoPeople(bed.engine.servicesFor('core'));
  seconds = (performance.now() - start) / 1000;
}, 180_000);
afterAll(() => bed?.stop());

const counts = async () =>
  (
    await bed.place.sql(`select
      (select count(*)::int from core.administrative_unit where demo) as areas,
      (select count(*)::int from core.organization where demo) as organizations,
      (select count(*)::int from core.organization_relation) as relations,
      (select count(*)::int from core.unit_group where demo) as groups,
      (select count(*)::int from core.unit_group_member) as members,
      (select count(*)::int from core.person where demo) as people,
      (select count(*)::int from core.user_account where demo) as accounts,
      (select count(*)::int from core.user_credential) as credentials,
      (select count(*)::int from core.assignment where demo) as assignments`)
  )[0];

test('everything is there once, however often it is loaded', async () => {
  const expected = {
    areas: 51,
    organizations: 16 + 17 + 51,
    relations: 15 + 17 + 51,
    groups: 4,
    members: 17,
    people: demoSignIns().length,
    accounts: demoSignIns().length,
    credentials: demoSignIns().length,
    assignments: demoSignIns().length,
  };
  expect(await counts()).toEqual(expected);
  await loadDemoPeople(bed.engine.servicesFor('core'));
  await bed.place.sql('delete from core.reference_load where key = $1', ['demo-people']);
  await loadDemoPeople(bed.engine.servicesFor('core'));
  expect(await counts()).toEqual(expected);
  // The first time on two shared cores; most of it is computing where units stand.
  expect(seconds).toBeLessThan(20);
});

test('whoever is listed can sign in with what is listed', async () => {
  for (const { username, password } of [
    demoSignIns()[0]!,
    demoSignIns().find((one) => one.username === 'clerk.bau-ham')!,
  ]) {
    const { data } = await bed.ask(
      `mutation { signIn(input: { username: "${username}", password: "${password}" }) { user { username } } }`,
    );
    expect(data.signIn.user.username).toBe(username);
  }
});

test('each role but the public has somebody, and every program partner is an organization', async () => {
  const held = await bed.place.sql<{ code: string }>(
    'select distinct code from core.assignment join core.role on role.id = role_id',
  );
  expect(held.map(({ code }) => code).sort()).toEqual(
    roles
      .map(({ code }) => code)
      .filter((code) => code !== 'public')
      .sort(),
  );
  const keys = await bed.place.sql<{ key: string }>(
    'select key from core.organization where key = any ($1)',
    [participantKeys],
  );
  expect(keys).toHaveLength(participantKeys.length);
});

test('usernames are told apart by more than signs, and names are the same every time', () => {
  const usernames = demoSignIns().map(({ username }) => username);
  expect(new Set(usernames).size).toBe(usernames.length);
  expect(usernames).toEqual(
    expect.arrayContaining([
      'standing',
      'officer.cluster1',
      'clerk.bau-ham',
      'chair.ho-nai-3',
      'head.doi-61',
      'farmers',
      'admin',
      'auditor',
    ]),
  );
});

test('the clerk of Bàu Hàm sees the commune’s scope; the officer of a cluster that of its members', async () => {
  const scopes = async (username: string) => {
    const { data } = await bed.ask(
      '{ me { person { fullName } permissions { permission scopes { unit { fullName } reach program } } } }',
      username,
    );
    return data.me.permissions
      .find((held: any) => held.permission === 'core:value.record')
      ?.scopes.map((scope: any) => scope.unit.fullName);
  };
  expect(await scopes('clerk.bau-ham')).toEqual(['Xã Bàu Hàm']);
  expect(await scopes('head.bau-ham')).toEqual(['Ấp 1']);
  expect((await scopes('officer.cluster4')).sort()).toEqual([
    'Xã Bàu Hàm',
    'Xã Cây Gáo',
    'Xã Sông Thao',
    'Xã Thanh Bình',
  ]);
  expect(await scopes('standing')).toBeUndefined();
});

test('the district’s tree with its people reads as one graph', async () => {
  const { data, errors } = await bed.ask(
    `{ administrativeUnit(code: "737") { organizations(first: 50) { totalCount } children(first: 1) { nodes { fullName children { totalCount } organizations { nodes { name assignments { nodes { role { code } user { person { fullName } } } } } } } } } }`,
    'admin',
  );
  expect(errors).toBeUndefined();
  expect(data.administrativeUnit.organizations.totalCount).toBe(16);
  const [town] = data.administrativeUnit.children.nodes;
  expect(town).toMatchObject({
    fullName: 'Thị trấn Trảng Bom',
    children: { totalCount: 3 },
    organizations: { nodes: [{ name: 'Ủy ban MTTQ Việt Nam thị trấn Trảng Bom' }] },
  });
  expect(town.organizations.nodes[0].assignments.nodes.map((one: any) => one.role.code).sort()).toEqual([
    'cluster-lead',
    'commune-clerk',
    'commune-standing',
  ]);
});
