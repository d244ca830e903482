import { join } from 'node:path';
import { ConfigError, readConfig } from './config.js';

const strong = 'kZ7v2Qm0xW9pLr4Tn8Yc1Bd6Hf3Js5Ug';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe('the configuration', () => {
  it('needs nothing set: the demo, on this machine only', () => {
    expect(readConfig({})).toMatchObject({
      environment: 'development',
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      businessDate: '2021-10-15',
      demo: true,
      introspection: true,
      graphiql: true,
      trustProxy: false,
      corsOrigins: [],
      tokenMinutes: 15,
    });
  });

  it('keeps the data in the project’s folder, wherever it is started', () => {
    expect(readConfig({}).dataFolder).toBe(join(import.meta.dirname, '..', '..', '..', '.data'));
    expect(readConfig({ DATA_FOLDER: '/var/lib/phoihop' }).dataFolder).toBe('/var/lib/phoihop');
  });

  it('shows no schema and no GraphiQL in production unless told to', () => {
    expect(readConfig({ NODE_ENV: 'production' })).toMatchObject({
      introspection: false,
      graphiql: false,
      logLevel: 'info',
    });
    expect(readConfig({ NODE_ENV: 'production', INTROSPECTION: 'on' }).introspection).toBe(true);
  });

  it('loads no demo into a database of yours, and lets today be today', () => {
    const given = { DATABASE_URL: 'postgres://owner@db/phoihop' };
    expect(readConfig(given)).toMatchObject({ demo: false, businessDate: 'today' });
    expect(readConfig({ ...given, DEMO: '1' })).toMatchObject({ demo: true, businessDate: '2021-10-15' });
  });

  it('logs messages of errors over invented people only: over a database of yours they hold what rows hold', () => {
    expect(readConfig({}).errorMessages).toBe(true);
    expect(readConfig({ DATABASE_URL: 'postgres://owner@db/phoihop' }).errorMessages).toBe(false);
    expect(readConfig({ NODE_ENV: 'production', DEMO: 'on' }).errorMessages).toBe(false);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', TOKEN_SECRET: ' ' })).toMatchObject({ port: 4000, tokenSecret: undefined });
  });

  it('tells all mistakes at once, with what would be right', () => {
    expect(problemsOf({ PORT: '70000', BUSINESS_DATE: '2021-02-30', INTROSPECTION: 'maybe' })).toEqual([
      'PORT=70000 is not valid: it must be a whole number from 0 to 65535 (0: any free port).',
      'BUSINESS_DATE=2021-02-30 is not valid: it must be a date such as 2021-10-15, or today.',
      'INTROSPECTION=maybe is not valid: it must be `on` or `off`.',
    ]);
  });

  it.each([
    ['short', 'short'],
    ['of an example', 'a-string-secret-at-least-256-bits-long'],
    ['of a template', 'please-change-me-please-change-me-0'],
    ['monotonous', '0'.repeat(40)],
  ])('refuses a token secret that is %s, and does not repeat it', (_kind, secret) => {
    const [problem, ...others] = problemsOf({ TOKEN_SECRET: secret });
    expect(problem).toContain('TOKEN_SECRET is not valid: it must be at least 32 bytes');
    expect(problem).not.toContain(secret);
    expect(others).toEqual([]);
  });

  it('takes a strong secret, and one to be replaced', () => {
    expect(readConfig({ TOKEN_SECRET: strong, TOKEN_SECRET_PREVIOUS: `${strong}x` })).toMatchObject({
      tokenSecret: strong,
    });
  });

  it('does not repeat the password of a database address', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://root:hunter2@db' }).join()).not.toContain('hunter2');
  });

  it('takes whole origins only', () => {
    expect(readConfig({ CORS_ORIGINS: 'https://a.vn, http://localhost:5173' }).corsOrigins).toHaveLength(2);
    for (const wrong of ['*', 'null', 'https://a.vn/', 'a.vn', 'ftp://a.vn']) {
      expect(problemsOf({ CORS_ORIGINS: wrong })).toHaveLength(1);
    }
  });

  it('believes named proxies only, since a count of them can be forged', () => {
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1, loopback' }).trustProxy).toEqual([
      '10.0.0.0/8',
      '::1',
      'loopback',
    ]);
    for (const wrong of ['true', '1', '10.0.0.0/33', 'everybody'])
      expect(problemsOf({ TRUST_PROXY: wrong })).toHaveLength(1);
  });

  it('says what does not go together', () => {
    expect(problemsOf({ GRAPHIQL: 'on', INTROSPECTION: 'off' })).toEqual([
      expect.stringContaining('GraphiQL shows the schema'),
    ]);
    expect(problemsOf({ DATABASE_SERVING_URL: 'postgres://s@db/p' })).toEqual([
      expect.stringContaining('set both'),
    ]);
  });
});
