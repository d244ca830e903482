import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startGateway, type TestGateway } from './kit.js';

const script = join(import.meta.dirname, '..', '..', 'apps', 'gateway', 'scripts', 'bundle-graphiql.mjs');

/** The page that people try queries on: it needs nobody else's server. */
describe('GraphiQL', () => {
  let test: TestGateway;
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [script]);
    test = await startGateway({ environment: { GRAPHIQL: 'on', INTROSPECTION: 'on' } });
  }, 600_000);
  afterAll(() => test.close());
  const get = async (path: string) => {
    const response = await fetch(`${test.url}${path}`);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it('is where one lands', async () => {
    const response = await fetch(`${test.url}/`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphiql/']);
    const bare = await fetch(`${test.url}/graphiql`, { redirect: 'manual' });
    expect(bare.headers.get('location')).toBe('/graphiql/');
  });

  it('loads everything from where it comes from, and its policy lets nothing else in', async () => {
    const { status, headers, text } = await get('/graphiql/');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const loaded = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
    expect(loaded).toEqual(['data:,', 'page.css', 'page.js']);
    expect(text).not.toMatch(/<script(?![^>]*src=)/);
    const policy = Object.fromEntries(
      headers
        .get('content-security-policy')!
        .split('; ')
        .map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
    );
    expect(policy).toMatchObject({
      'default-src': `'none'`,
      'script-src': `'self'`,
      'worker-src': `'self'`,
      'connect-src': `'self'`,
      'frame-ancestors': `'none'`,
    });
  });

  it('has its scripts, styles, fonts and workers', async () => {
    for (const file of ['page.js', 'page.css', 'editor.worker.js', 'graphql.worker.js', 'json.worker.js']) {
      const { status, headers } = await get(`/graphiql/${file}`);
      expect([file, status, headers.get('content-type')?.split(';')[0]]).toEqual([
        file,
        200,
        file.endsWith('.css') ? 'text/css' : 'application/javascript',
      ]);
    }
    const css = (await get('/graphiql/page.css')).text;
    const outside = [...css.matchAll(/url\(\s*["']?((?:https?:)?\/\/[^)]*)/g)];
    expect([outside, css.includes('@import')]).toEqual([[], false]);
  });

  it('is told where to begin, and of nobody where there is no demo', async () => {
    const { headers, text } = await get('/graphiql/start.json');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(JSON.parse(text)).toEqual({ query: '', people: [] });
  });

  it.each([
    '/graphiql/.made-of',
    '/graphiql/../package.json',
    '/graphiql/%2e%2e/package.json',
    '/graphiql/..%2f..%2fpackage.json',
    '/graphiql/%00',
    '/graphiql/nothing.js',
  ])('gives nothing else away: %s', async (path) => {
    const { port, hostname } = new URL(test.url);
    const status = await new Promise<number>((resolve, reject) => {
      const raw = request({ port, hostname, path }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      });
      raw.once('error', reject);
      raw.end();
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
