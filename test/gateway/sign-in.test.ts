import { databaseStore, localTokens } from '@phoihop/gateway';
import { people, tried } from './fake-core.js';
import { secret, startGateway, type TestGateway } from './kit.js';

const mutation =
  'mutation ($u: String!, $p: String!) { signIn(input: { username: $u, password: $p }) { token expiresAt } }';

/** Sign-in and tokens over HTTP. */
describe('signing in', () => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startGateway({ attemptStore: databaseStore, environment: { TRUST_PROXY: 'loopback' } });
  });
  afterAll(() => test.close());
  beforeEach(() => {
    tried.passwords = 0;
  });
  const signIn = (username: string, password: string, address: string) =>
    test.ask({ query: mutation, variables: { u: username, p: password } }, { 'x-forwarded-for': address });
  const me = (authorization: string, headers: Record<string, string> = {}) =>
    test.ask({ query: '{ myNumber }' }, { authorization, ...headers });

  it('gives a token that tells the graph who asks', async () => {
    const { body } = await signIn('hoa', 'right', '203.0.113.1');
    expect(new Date(body.data.signIn.expiresAt).getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
    expect((await me(`Bearer ${body.data.signIn.token}`)).body).toEqual({ data: { myNumber: 7 } });
    expect((await me(`bearer  ${body.data.signIn.token}`)).body).toEqual({ data: { myNumber: 7 } });
  });

  it('is needed where a field says so', async () => {
    const { body } = await test.ask({ query: '{ myNumber ping }' });
    expect(body).toMatchObject({
      data: { myNumber: null, ping: 'pong' },
      errors: [{ path: ['myNumber'], extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it.each([
    ['nonsense', 'Bearer nonsense'],
    ['nothing', 'Bearer '],
    ['another scheme', 'Basic aG9hOnJpZ2h0'],
    ['a list of tokens', 'Bearer a.b.c, Bearer d.e.f'],
    [
      'algorithm none',
      `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"7","ver":0}').toString('base64url')}.`,
    ],
  ])('with %s is a 401, for public fields too, before anything is done', async (_what, authorization) => {
    const { status, headers, body } = await test.ask(
      { query: 'mutation { note(text: "bad token") }' },
      { authorization },
    );
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(body.errors).toEqual([
      {
        message: 'Your sign-in is not valid or has expired. Please sign in again.',
        extensions: { code: 'UNAUTHENTICATED' },
      },
    ]);
    expect(await test.database.sql(`select from core.note where text = 'bad token'`)).toHaveLength(0);
  });

  it('does not outlive the token, a revocation, or the user', async () => {
    const past = localTokens({ secret, minutes: 15, now: () => new Date(Date.now() - 17 * 60_000) });
    const now = localTokens({ secret, minutes: 15 });
    const status = async (identity: { userId: number; sessionVersion: number }, tokens = now) =>
      (await me(`Bearer ${(await tokens.issue(identity)).token}`)).status;
    expect(await status({ userId: 8, sessionVersion: 0 })).toBe(200);
    expect(await status({ userId: 8, sessionVersion: 0 }, past)).toBe(401);
    expect(await status({ userId: 999, sessionVersion: 0 })).toBe(401);
    people.get('lan')!.sessionVersion = 1;
    expect(await status({ userId: 8, sessionVersion: 0 })).toBe(401);
    expect(await status({ userId: 8, sessionVersion: 1 })).toBe(200);
  });

  it('happens at most once in a document: 200 aliases are not one password tried', async () => {
    const many = Array.from(
      { length: 200 },
      (_, i) => `a${i}: signIn(input: { username: "hoa", password: "${i}" }) { token }`,
    ).join(' ');
    expect((await test.ask({ query: `mutation { ${many} }` })).body.errors[0].extensions.code).toBe(
      'LIMIT_EXCEEDED',
    );
    const hidden =
      'mutation { ...a b: signIn(input: { username: "hoa", password: "2" }) { token } } fragment a on Mutation { signIn(input: { username: "hoa", password: "1" }) { token } }';
    const { body } = await test.ask({ query: hidden });
    expect(body.errors).toEqual([
      expect.objectContaining({
        extensions: { code: 'LIMIT_EXCEEDED', limit: 'signIn', given: '> 1', allowed: 1 },
      }),
    ]);
    expect(tried.passwords).toBe(0);
  });

  it('makes who guesses wait, without the password being looked at', async () => {
    for (let i = 0; i < 6; i += 1)
      expect((await signIn('hoa', `guess ${i}`, '198.51.100.7')).body.errors[0].extensions.code).toBe(
        'UNAUTHENTICATED',
      );
    expect(tried.passwords).toBe(6);
    const { status, headers, body } = await signIn('hoa', 'right', '198.51.100.7');
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body.errors[0].extensions).toEqual({
      code: 'TOO_MANY_ATTEMPTS',
      seconds: Number(headers.get('retry-after')),
    });
    expect(tried.passwords).toBe(6);
    expect((await signIn('hoa', 'right', '203.0.113.1')).body.data.signIn.token).toBeDefined();
  });

  it('counts spellings that core takes for one name as one', async () => {
    for (const name of ['đ.à', 'Da', 'ĐÀ', 'd-a', 'dá', "d'a"]) await signIn(name, 'guess', '198.51.100.20');
    expect((await signIn('đà', 'guess', '198.51.100.20')).status).toBe(429);
  });

  it('is counted for all gateways of a database together, and for names that are written in the document too', async () => {
    const literal = (target: TestGateway, n: number) =>
      target.ask(
        { query: `mutation { signIn(input: { username: "shared", password: "${n}" }) { token } }` },
        { 'x-forwarded-for': '198.51.100.8' },
      );
    const other = await startGateway({
      attemptStore: () => databaseStore(test.engine.database),
      environment: { TRUST_PROXY: 'loopback' },
    });
    try {
      for (let i = 0; i < 3; i += 1) {
        await literal(test, i);
        await literal(other, i);
      }
      expect((await literal(other, 9)).status).toBe(429);
      expect((await literal(test, 9)).status).toBe(429);
    } finally {
      await other.close();
    }
  });

  it('leaves no names and no addresses in the table of attempts', async () => {
    const rows = await test.database.sql<{ key: string }>('select key from gateway.sign_in_attempt');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^(pair|wait|net|acct|known):[A-Za-z0-9_-]{27}$/);
  });
});
