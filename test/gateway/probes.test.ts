import { request } from 'node:http';
import { ask, startGateway, type TestGateway } from './kit.js';

/** The thirteen probes of graphql-cop, and limits of size. */
describe('attacks by shape', () => {
  let test: TestGateway;
  let production: TestGateway;
  beforeAll(async () => {
    test = await startGateway();
    production = await startGateway({ environment: { NODE_ENV: 'production' } });
  });
  afterAll(async () => {
    await test.close();
    await production.close();
  });
  const graphql = { accept: 'application/graphql-response+json' };
  const codes = (body: any): string[] => (body.errors ?? []).map((error: any) => error.extensions.code);

  describe('graphql-cop', () => {
    it('1 alias overloading: 101 aliases are too many', async () => {
      const query = `{ ${Array.from({ length: 101 }, (_, i) => `a${i}: ping`).join(' ')} }`;
      const { status, body } = await test.ask({ query }, graphql);
      expect(status).toBe(400);
      expect(codes(body)).toContain('LIMIT_EXCEEDED');
      expect(body.data).toBeUndefined();
    });

    it('2 array-based query batching is refused', async () => {
      const { status, body } = await test.ask(Array.from({ length: 10 }, () => ({ query: '{ ping }' })));
      expect(status).toBe(400);
      expect(codes(body)).toEqual(['BAD_REQUEST']);
    });

    it('3 circular introspection is refused in production, and answered in time where the schema is open', async () => {
      const query = `{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }`;
      expect(codes((await production.ask({ query })).body)).toContain('GRAPHQL_VALIDATION_FAILED');
      const began = performance.now();
      await test.ask({ query });
      expect(performance.now() - began).toBeLessThan(2_000);
    });

    it('4 directive overloading: more than 30 are too many', async () => {
      const { status, body } = await test.ask(
        { query: `{ ping ${'@include(if: true) '.repeat(10)} }`.replace(/@include/g, '@aa') },
        graphql,
      );
      expect(status).toBe(400);
      expect(body.data).toBeUndefined();
      const many = await test.ask(
        { query: `{ ${Array.from({ length: 31 }, () => 'ping @include(if: true)').join(' ')} }` },
        graphql,
      );
      expect(codes(many.body)).toContain('LIMIT_EXCEEDED');
    });

    it('5 field duplication: 500 times one field is too many', async () => {
      const { status, body } = await test.ask({ query: `{ ${'ping '.repeat(500)} }` }, graphql);
      expect(status).toBe(400);
      expect(codes(body)).toContain('LIMIT_EXCEEDED');
    });

    it('6 introspection is off in production', async () => {
      const { body } = await production.ask({ query: '{ __schema { types { name } } }' });
      expect(codes(body)).toContain('GRAPHQL_VALIDATION_FAILED');
      expect(body.data).toBeUndefined();
    });

    it('7 a mutation over GET is refused', async () => {
      const query = encodeURIComponent('mutation { note(text: "by get") }');
      const response = await fetch(`${test.url}/graphql?query=${query}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
      expect(await test.database.sql(`select from core.note where text = 'by get'`)).toHaveLength(0);
    });

    it('8 a query over GET that a page of another site could send is refused', async () => {
      const response = await fetch(`${test.url}/graphql?query=%7Bping%7D`);
      expect(response.status).toBe(400);
    });

    it('9 a form is refused', async () => {
      const response = await fetch(`${test.url}/graphql`, {
        method: 'POST',
        body: new URLSearchParams({ query: '{ ping }' }),
      });
      expect(response.status).toBe(415);
    });

    const misspelled = [
      { query: '{ pingg }' },
      { query: '{ echo(txet: "a") }' },
      { query: '{ echo(color: GREN) }' },
      { query: 'query ($c: Color) { echo(color: $c) }', variables: { c: 'GREN' } },
      {
        query: 'mutation ($i: SignInInput!) { signIn(input: $i) { token } }',
        variables: { i: { usernam: 'a', password: 'b' } },
      },
    ];

    it('10 without introspection no field is suggested, neither for fields nor for values', async () => {
      for (const body of misspelled) {
        const answer = await production.ask(body);
        expect(answer.body.errors.length).toBeGreaterThan(0);
        expect(JSON.stringify(answer.body)).not.toMatch(/did you mean|GREEN/i);
      }
    });

    it('with introspection whoever misspells is helped', async () => {
      const told = [];
      for (const body of misspelled) told.push(JSON.stringify((await test.ask(body)).body));
      expect(told[0]).toContain('Did you mean \\"ping\\"?');
      expect(told[1]).toContain('Did you mean \\"text\\"?');
      expect(told[2]).toContain('Did you mean the enum value \\"GREEN\\"');
      expect(told[3]).toContain('"allowed":["RED","GREEN"]');
      expect(told[4]).toContain('"allowed":["username","password"]');
    });

    it('11 no page to play with in production', async () => {
      for (const path of ['/graphql', '/graphiql', '/graphiql/', '/playground', '/']) {
        const response = await fetch(`${production.url}${path}`, { headers: { accept: 'text/html' } });
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(response.headers.get('content-type')).not.toContain('html');
      }
    });

    it('12 no traces', async () => {
      const { body } = await test.ask(
        { query: '{ ping }' },
        { 'apollo-federation-include-trace': 'ftv1', 'x-apollo-tracing': '1' },
      );
      expect(body).toEqual({ data: { ping: 'pong' } });
    });

    it('13 nothing of what went wrong inside', async () => {
      for (const wrong of [
        { query: '{ fail(how: "error") }' },
        { query: 'query { ' },
        '{"query": "{ ping }"',
        { query: '{ fail(how: "type") }' },
      ]) {
        const { body } = await test.ask(wrong);
        expect(JSON.stringify(body)).not.toMatch(/hunter2|\.ts|\.js|node_modules|undefined|stack|at /);
      }
    });
  });

  describe('limits', () => {
    /** Refused fast, so that refusing is no attack by itself. */
    const refused = async (target: TestGateway, body: unknown, milliseconds: number) => {
      await target.ask(body, graphql); // warm
      const times: number[] = [];
      let answer = await target.ask(body, graphql);
      for (let i = 0; i < 5; i += 1) {
        const began = performance.now();
        answer = await target.ask(body, graphql);
        times.push(performance.now() - began);
      }
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(Math.min(...times)).toBeLessThan(milliseconds);
      return answer;
    };

    it('depth 15 is too deep, 14 is not', async () => {
      const deep = (levels: number) =>
        `{ box { ${'inner { '.repeat(levels - 2)} level ${'} '.repeat(levels - 2)} } }`;
      expect((await test.ask({ query: deep(14) })).body.errors).toBeUndefined();
      expect(codes((await test.ask({ query: deep(15) })).body)).toEqual(['LIMIT_EXCEEDED']);
    });

    it('a cycle of fragments is an error like another', async () => {
      const { body } = await test.ask({
        query: '{ box { ...a } } fragment a on Box { inner { ...b } } fragment b on Box { inner { ...a } }',
      });
      expect(codes(body)).toContain('GRAPHQL_VALIDATION_FAILED');
    });

    it('2001 tokens are too many, in the caller’s language', async () => {
      const query = `{ ${'ping '.repeat(1999)} }`;
      const { body } = await refused(test, { query }, 60);
      expect(body.errors).toEqual([
        {
          message: 'The operation is over the limit for tokens: > 2000, at most 2000.',
          locations: expect.anything(),
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'tokens', given: '> 2000', allowed: 2000 },
        },
      ]);
      const vietnamese = await test.ask({ query }, { 'accept-language': 'vi' });
      expect(vietnamese.body.errors[0].message).toBe(
        'Truy vấn vượt giới hạn độ dài văn bản: > 2000, tối đa 2000.',
      );
    });

    it('a selection 20,000 deep does not overflow anything', async () => {
      await refused(test, { query: '{a'.repeat(20_000) }, 60);
    });

    it('1500 overlapping fragments are stopped before they are compared', async () => {
      const fragments = Array.from(
        { length: 1500 },
        (_, i) => `fragment f${i} on Query{...f${i + 1} ping}`,
      ).join('');
      await refused(test, { query: `{...f0}${fragments} fragment f1500 on Query{ping}` }, 60);
    });

    it('as many overlapping fragments as the tokens allow are compared in time', async () => {
      const fragments = Array.from(
        { length: 240 },
        (_, i) => `fragment f${i} on Query{...f${i + 1} ping}`,
      ).join('');
      const began = performance.now();
      await test.ask({ query: `{...f0}${fragments} fragment f240 on Query{ping}` });
      expect(performance.now() - began).toBeLessThan(500);
    });

    it('a body of more than 100 kB is refused before it is parsed', async () => {
      const { status, body } = await refused(
        test,
        { query: '{ ping }', variables: { x: 'x'.repeat(100_001) } },
        60,
      );
      expect(status).toBe(413);
      expect(body.errors[0].extensions).toEqual({ code: 'LIMIT_EXCEEDED', limit: 'body', allowed: 100_000 });
    });

    it('variables nested 30,000 deep harm nobody', async () => {
      const { status } = await test.ask(
        `{"query":"query ($t: String) { echo(text: $t) }","variables":{"t":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
      );
      expect(status).toBeLessThan(500);
      expect((await test.ask({ query: '{ ping }' })).body.data.ping).toBe('pong');
    });

    it('a name of the prototype chain in a body is refused, as a name of an answer it is plain data', async () => {
      for (const name of ['__proto__', 'constructor']) {
        const { status } = await test.ask(
          `{"query":"{ ping }","variables":{"a":{"${name}":{"prototype":{"polluted":1}}}}}`,
        );
        expect(status).toBe(400);
      }
      const { body } = await test.ask({
        query: '{ hasOwnProperty: ping valueOf: ping toString: ping constructor: ping }',
      });
      expect(body.data).toEqual({
        hasOwnProperty: 'pong',
        valueOf: 'pong',
        toString: 'pong',
        constructor: 'pong',
      });
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    });

    it('duplicate and unknown operation names are refused', async () => {
      expect((await test.ask({ query: 'query A { ping } query A { ping }' }, graphql)).status).toBe(400);
      const unknown = await test.ask(
        { query: 'query A { ping } query B { ping }', operationName: 'C' },
        graphql,
      );
      expect([unknown.status, codes(unknown.body)]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
      expect((await test.ask({ query: 'query A { ping } query B { ping }' }, graphql)).status).toBe(400);
    });

    it('every error of 500 bad requests has a code of the documented list', async () => {
      const known = new Set([
        'BAD_REQUEST',
        'BAD_USER_INPUT',
        'GRAPHQL_PARSE_FAILED',
        'GRAPHQL_VALIDATION_FAILED',
        'LIMIT_EXCEEDED',
        'OPERATION_RESOLUTION_FAILURE',
        'UNAUTHENTICATED',
        'FORBIDDEN',
        'NOT_FOUND',
        'INTERNAL_SERVER_ERROR',
      ]);
      const pieces = [
        '{',
        '}',
        'ping',
        'query',
        'mutation',
        '(',
        ')',
        '$a',
        ':',
        '...',
        '@include',
        '"',
        'null',
        '[',
        ']',
        'echo(text: 1)',
        'fail(how: "x")',
        'myNumber',
        'kept',
        'on',
        'fragment F',
        '\u0000',
        '#',
        'Ngọc',
        '__typename',
        'number: 99999999999',
      ];
      let seed = 20211015;
      const next = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
      for (let i = 0; i < 500; i += 1) {
        const query = Array.from({ length: 1 + next(8) }, () => pieces[next(pieces.length)]).join(' ');
        const { status, body } = await ask(test.url, {
          query,
          variables: next(3) === 0 ? { a: next(5) } : undefined,
        });
        expect(status).toBeLessThan(500);
        for (const error of body.errors ?? [])
          expect([query, known.has(error.extensions.code) && error.message.length > 0]).toEqual([
            query,
            true,
          ]);
      }
    });
  });

  it('a raw request with a broken Host header is a bad request, not a failure', async () => {
    const { port, hostname } = new URL(test.url);
    const status = await new Promise((resolve, reject) => {
      const raw = request(
        {
          port,
          hostname,
          path: '/graphql?query={ping}'.replace(/[{}]/g, (c) => encodeURIComponent(c)),
          headers: { host: 'a b[', 'apollo-require-preflight': '1' },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      raw.once('error', reject);
      raw.end();
    });
    expect(status).toBe(400);
  });
});
