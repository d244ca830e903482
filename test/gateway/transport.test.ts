import { gzipSync } from 'node:zlib';
import { startGateway, type TestGateway } from './kit.js';

/** What HTTP around GraphQL promises. */
describe('the transport', () => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startGateway({
      environment: { CORS_ORIGINS: 'https://portal.example.vn', TRUST_PROXY: 'loopback' },
    });
  });
  afterAll(() => test.close());
  const post = (init: RequestInit & { path?: string }) =>
    fetch(`${test.url}${init.path ?? '/graphql'}`, {
      method: 'POST',
      body: JSON.stringify({ query: '{ ping }' }),
      ...init,
    });

  it.each([
    [{ query: '{ pingg }' }, 'kiểu "Query" không có trường "pingg". Có phải ý bạn là "ping"?'],
    [{ query: '{ ping' }, 'lỗi cú pháp: cần Name nhưng gặp <EOF>.'],
    [{ query: '' }, 'thiếu `query`: thân yêu cầu là JSON có trường `query` chứa văn bản GraphQL.'],
    [[{ query: '{ ping }' }], 'mỗi yêu cầu chỉ có một thao tác.'],
    ['{', 'thân yêu cầu không phải JSON'],
  ])('what is wrong with %j is said in Vietnamese throughout', async (body, said) => {
    const answer = await test.ask(body, { 'accept-language': 'vi' });
    expect(answer.body.errors[0].message).toMatch(/^(Câu truy vấn|Không đọc được|Yêu cầu HTTP)[^:]+: /);
    expect(answer.body.errors[0].message.endsWith(said)).toBe(true);
  });

  describe('Accept and Content-Type', () => {
    it.each([
      [undefined, 200, 'application/json; charset=utf-8'],
      ['*/*', 200, 'application/json; charset=utf-8'],
      ['application/json', 200, 'application/json; charset=utf-8'],
      ['application/graphql-response+json', 200, 'application/graphql-response+json; charset=utf-8'],
      [
        'application/graphql-response+json, application/json;q=0.9',
        200,
        'application/graphql-response+json; charset=utf-8',
      ],
      ['application/graphql-response+json;q=0.1, application/json', 200, 'application/json; charset=utf-8'],
    ])('Accept %s is answered %i %s', async (accept, status, type) => {
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        ...(accept ? { accept } : {}),
      };
      const response = await post({ headers });
      expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
    });

    it.each(['text/html', 'application/xml', 'image/*', 'application/json;q=0'])(
      'Accept %s is refused before anything is done',
      async (accept) => {
        const body = JSON.stringify({ query: `mutation { note(text: "${accept}") }` });
        expect((await post({ headers: { 'content-type': 'application/json', accept }, body })).status).toBe(
          406,
        );
        expect(await test.database.sql('select from core.note where text = $1', [accept])).toHaveLength(0);
      },
    );

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/graphql',
      'application/xml',
      'text/plain; application/json',
    ])('Content-Type %s is refused', async (type) => {
      expect((await post({ headers: { 'content-type': type } })).status).toBe(415);
    });

    it('a compressed body is refused: it could unfold to anything', async () => {
      const body = gzipSync(JSON.stringify({ query: `{ ping } #${' '.repeat(5_000_000)}` }));
      const response = await post({
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body,
      });
      expect(response.status).toBe(415);
    });

    it.each(['PUT', 'PATCH', 'DELETE'])('%s is not a method of /graphql', async (method) => {
      const response = await fetch(`${test.url}/graphql`, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    });

    it('another address is not found, in GraphQL’s manner', async () => {
      const response = await fetch(`${test.url}/graphql/v2`, { headers: { 'accept-language': 'en' } });
      expect([response.status, await response.json()]).toMatchObject([
        404,
        { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
      ]);
    });
  });

  describe('requests of other sites (CSRF)', () => {
    const write = 'mutation { note(text: "csrf") }';
    it.each<[string, RequestInit & { path?: string }]>([
      ['a form', { body: new URLSearchParams({ query: write }) }],
      [
        'text/plain that is JSON',
        { headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: write }) },
      ],
      ['no type at all', { body: new Blob([JSON.stringify({ query: write })]) }],
      [
        'GET with a cookie',
        {
          method: 'GET',
          body: undefined,
          headers: { cookie: 'session=1' },
          path: `/graphql?query=${encodeURIComponent('{ ping }')}`,
        },
      ],
      [
        'GET of a mutation, the header set',
        {
          method: 'GET',
          body: undefined,
          headers: { 'apollo-require-preflight': '1' },
          path: `/graphql?query=${encodeURIComponent(write)}`,
        },
      ],
      [
        'multipart with the header set',
        {
          headers: { 'apollo-require-preflight': '1' },
          body: formOf({ operations: JSON.stringify({ query: write }) }),
        },
      ],
    ])('%s has no effect', async (_what, init) => {
      const response = await post(init);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await test.database.sql(`select from core.note where text = 'csrf'`)).toHaveLength(0);
    });
  });

  describe('pages of other origins (CORS)', () => {
    const preflight = (origin: string) =>
      fetch(`${test.url}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,authorization',
        },
      });

    it('lets the listed one in, without cookies', async () => {
      const response = await preflight('https://portal.example.vn');
      expect(response.headers.get('access-control-allow-origin')).toBe('https://portal.example.vn');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      expect(response.headers.get('vary')).toMatch(/origin/i);
    });

    it.each([
      'null',
      'https://portal.example.vn.evil.com',
      'https://evilportal.example.vn',
      'http://portal.example.vn',
      'https://portal.example.vn:8443',
      'https://sub.portal.example.vn',
    ])('does not let %s in', async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      const answer = await post({ headers: { origin, 'content-type': 'application/json' } });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    });
  });

  describe('headers', () => {
    it.each(['/graphql', '/livez', '/readyz', '/nothing', '/graphiql/start.json'])(
      'of %s tell browsers and caches to keep off',
      async (path) => {
        const { headers } = await fetch(`${test.url}${path}`);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(headers.get('content-security-policy')).not.toMatch(/unsafe-eval|\*|https?:/);
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('x-frame-options')).toBe('DENY');
        expect(headers.get('cache-control')).toBe('private, no-store');
        expect(headers.get('x-powered-by')).toBeNull();
        expect(headers.get('server')).toBeNull();
      },
    );

    it('demand TLS for ever where there is TLS, and only there', async () => {
      const headers = { 'content-type': 'application/json' };
      expect((await post({ headers })).headers.get('strict-transport-security')).toBeNull();
      const behind = await post({
        headers: { ...headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' },
      });
      expect(behind.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    });

    it('give a sane request id back, and another for one that is not', async () => {
      const id = async (given: string) => {
        const response = await post({
          headers: { 'content-type': 'application/json', 'x-request-id': given },
        });
        return response.headers.get('x-request-id')!;
      };
      expect(await id('portal-0123456789')).toBe('portal-0123456789');
      for (const wrong of [
        'short',
        'a'.repeat(65),
        '{"level":"error"}',
        'a b c d e f g',
        '../../etc/passwd',
      ]) {
        expect(await id(wrong)).toMatch(/^[0-9a-f-]{36}$/);
      }
    });
  });

  describe('the language', () => {
    it.each([
      [undefined, 'vi'],
      ['vi-VN', 'vi'],
      ['en-US,en;q=0.9', 'en'],
      ['fr', 'vi'],
      ['en;q=0.3, vi;q=0.9', 'vi'],
      ['*', 'vi'],
    ])('of Accept-Language %s is %s', async (given, locale) => {
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        ...(given ? { 'accept-language': given } : { 'accept-language': '' }),
      };
      const response = await post({ headers, body: JSON.stringify({ query: '{ pin }' }) });
      const { errors } = (await response.json()) as any;
      expect(errors[0].message.startsWith('Câu truy vấn không hợp lệ') ? 'vi' : 'en').toBe(locale);
    });

    it('is that of the schema’s documentation too', async () => {
      const query = '{ __type(name: "Box") { description } }';
      expect((await test.ask({ query }, { 'accept-language': 'vi' })).body.data.__type.description).toBe(
        'Cái hộp.',
      );
      expect((await test.ask({ query }, { 'accept-language': 'en' })).body.data.__type.description).toBe(
        'Something that holds another of its kind.',
      );
    });
  });

  describe('GET', () => {
    it('answers a query with variables', async () => {
      const search = new URLSearchParams({
        query: 'query A($t: String) { echo(text: $t) }',
        variables: '{"t":"Ngọc"}',
        operationName: 'A',
      });
      const response = await fetch(`${test.url}/graphql?${search}`, {
        headers: { 'x-apollo-operation-name': 'A' },
      });
      expect(await response.json()).toEqual({ data: { echo: 'Ngọc undefined undefined' } });
    });
  });
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
