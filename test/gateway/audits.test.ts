import { serverAudits } from 'graphql-http';
import { startGateway, type TestGateway } from './kit.js';

/** GraphQL over HTTP, as its working group's own audits have it, with protection against CSRF on. */
describe('the audits of GraphQL over HTTP', () => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startGateway();
  });
  afterAll(() => test.close());

  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, {
      ...init,
      headers: { 'apollo-require-preflight': 'audit', ...(init.headers as Record<string, string>) },
    });
  const audits = serverAudits({ url: () => `${test.url}/graphql`, fetchFn });

  it('are 61', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))(
    '%s',
    async (_name, audit) => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    },
  );

  it('leave protection against CSRF on: without the header a simple request is refused', async () => {
    const simple = await fetch(`${test.url}/graphql?query=${encodeURIComponent('{ ping }')}`);
    expect(simple.status).toBe(400);
    expect(await simple.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});
