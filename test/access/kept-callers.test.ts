/** The gateway keeps callers from one request to the next; what they may do is still that of the moment of the answer. */
import { loadCaller } from '@phoihop/core';
import { buildServer, localTokens, makeLog, memoryStore, readConfig, type Gateway } from '@phoihop/gateway';
import { appointingIn } from './appointing.js';
import { createWorld, type World } from './world.js';

const secret = 'kZ7v2Qm0xW9pLr4Tn8Yc1Bd6Hf3Js5Ug';
const tokens = localTokens({ secret, minutes: 15 });
let world: World;
let gateway: Gateway;
let url: string;
let loads = 0;

beforeAll(async () => {
  world = await createWorld();
  gateway = await buildServer({
    config: readConfig({ PORT: '0', NODE_ENV: 'test' }),
    log: makeLog('silent'),
  });
  url = `${await gateway.listen()}/graphql`;
  await gateway.serve({
    engine: world.bed.engine,
    loadCaller: (...asked) => {
      loads += 1;
      return loadCaller(...asked);
    },
    tokens,
    secret,
    attemptStore: async () => memoryStore,
  });
}, 600_000);
afterAll(async () => {
  await gateway?.stop();
  await world?.close();
});
beforeEach(() => {
  loads = 0;
});

const { userId, appoint } = appointingIn(() => world);

/** A client with the token of a person, as it was at sign-in. */
async function client(username: string) {
  const [identity] = await world.sql<{ userId: number; sessionVersion: number }>(
    `select id::int as "userId", session_version as "sessionVersion" from core.user_account where username = $1`,
    [username],
  );
  const { token } = await tokens.issue(identity!);
  return async (query: string, variables: Record<string, unknown> = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: any; errors?: { extensions: { code: string } }[] };
    return { status: response.status, headers: response.headers, ...body };
  };
}

const figures = '{ dataValues(first: 1) { totalCount } }';
const codesOf = (answer: { errors?: { extensions: { code: string } }[] }): string[] =>
  (answer.errors ?? []).map(({ extensions }) => extensions.code);

/** Each checks at a place of its own. */
const ways: [string, string][] = [
  ['one statement', figures],
  ['a transaction for what code answers', '{ me { user { id } } }'],
  ['introspection', '{ __schema { queryType { name } } }'],
];

test('a caller is loaded once for many requests, and asked for in no statement of its own', async () => {
  const ask = await client('youth');
  for (let round = 0; round < 5; round += 1)
    expect((await ask(figures)).data.dataValues.totalCount).toBeGreaterThan(0);
  expect(loads).toBe(1);
});

test.each(ways)('revoked sessions: the next request is refused with 401 (%s)', async (_, query) => {
  const ask = await client('elderly');
  const before = await ask(query);
  expect([before.status, before.errors]).toEqual([200, undefined]);
  await world.sql(
    `update core.user_account set session_version = session_version + 1 where username = 'elderly'`,
  );
  const after = await ask(query);
  expect([after.status, codesOf(after), after.data]).toEqual([401, ['UNAUTHENTICATED'], undefined]);
  expect(after.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
});

test('a role that is ended takes effect with the next request, and so does one that is given', async () => {
  const ask = await client('red-cross');
  expect((await ask(figures)).data.dataValues.totalCount).toBeGreaterThan(0);
  await world.sql(
    `update core.assignment set revoked_at = now() where user_id = (select id from core.user_account where username = 'red-cross')`,
  );
  expect(codesOf(await ask(figures))).toEqual(['FORBIDDEN']);
  const user = await userId('red-cross');
  const given = await appoint('admin', {
    user,
    role: 'district-officer',
    unit: await world.unitId('737'),
    reach: 'SUBTREE',
    validFrom: '2021-10-15',
  });
  expect(given.errors).toBeUndefined();
  // Refused by the rights of before, it is asked again with those of now.
  expect((await ask(figures)).data.dataValues.totalCount).toBeGreaterThan(0);
});

test('a refusal by rights of before is not told to who has been given the right since', async () => {
  const ask = await client('labor');
  const change =
    'mutation ($user: ID!) { setUserDisabled(input: { user: $user, expectedVersion: 99, disabled: true, reason: "x" }) { id } }';
  const user = await userId('elderly');
  expect(codesOf(await ask(change, { user }))).toEqual(['FORBIDDEN']);
  await world.sql(
    `update core.assignment set role_id = (select id from core.role where code = 'district-administrator')
     where user_id = (select id from core.user_account where username = 'labor')`,
  );
  expect(codesOf(await ask(change, { user }))).not.toContain('FORBIDDEN');
});

test('a change by somebody whose rights have ended writes nothing', async () => {
  const ask = await client('clerk.bau-ham');
  await ask(figures);
  await world.sql(`update core.user_account set disabled_at = now() where username = 'clerk.bau-ham'`);
  const session = `select session_version from core.user_account where username = 'clerk.bau-ham'`;
  const before = await world.value(session);
  const answer = await ask('mutation ($user: ID!) { revokeSessions(input: { user: $user }) { id } }', {
    user: await userId('clerk.bau-ham'),
  });
  expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
  expect(await world.value(session)).toBe(before);
});

test('the next day is another day for what is held for a time', async () => {
  const ask = await client('youth');
  await ask(figures);
  world.bed.setBusinessDate('2021-10-16');
  loads = 0;
  await ask(figures);
  expect(loads).toBe(1);
  world.bed.setBusinessDate('2021-10-15');
});

test('many clients of many people at once each see their own', async () => {
  const names = ['youth', 'officer.cluster4', 'chair.bau-ham', 'farmers', 'auditor', 'inspector'];
  const alone = new Map<string, number>();
  const asks = new Map<string, Awaited<ReturnType<typeof client>>>();
  for (const name of names) {
    asks.set(name, await client(name));
    alone.set(name, (await world.ask(figures, name)).data?.dataValues?.totalCount ?? -1);
  }
  expect(new Set(alone.values()).size).toBeGreaterThan(2);
  // Fewer at a time than the gateway takes.
  for (let round = 0; round < 8; round += 1) {
    const asked = Array.from({ length: 24 }, (_, index) => names[(index * 7 + round) % names.length]!);
    const seen = await Promise.all(
      asked.map(async (name) => [name, (await asks.get(name)!(figures)).data?.dataValues?.totalCount ?? -1]),
    );
    expect(seen).toEqual(asked.map((name) => [name, alone.get(name)]));
  }
});
