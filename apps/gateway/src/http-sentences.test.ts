import { ApolloServer, HeaderMap } from '@apollo/server';
import { buildSchema } from 'graphql';
import { inVietnamese } from '@phoihop/platform/engine';
import { httpSentences } from './http-sentences.js';

const server = new ApolloServer({
  schema: buildSchema('type Query { ping: String } type Mutation { pong: String }'),
  csrfPrevention: true,
  introspection: false,
  stopOnTerminationSignals: false,
  logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
});
beforeAll(() => server.start());
afterAll(() => server.stop());

const json = { 'content-type': 'application/json' };

/** What Apollo says of a request. */
async function saidOf(body: unknown, headers: Record<string, string>, search?: string): Promise<string> {
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: search === undefined ? 'POST' : 'GET',
      headers: new HeaderMap(Object.entries(headers)),
      search: search ?? '',
      body,
    },
    context: async () => ({}),
  });
  const { body: said } = answer;
  return said.kind === 'complete' ? String(JSON.parse(said.string).errors[0].message) : '';
}

/** For every sentence of the table a request of which Apollo says it. */
const cases: Record<keyof typeof httpSentences, readonly [unknown, Record<string, string>, string?]> = {
  emptyQuery: [{ query: '' }, json],
  emptyBody: [{}, json],
  crossSite: ['', { 'content-type': 'text/plain' }],
  queryNotText: [{ query: 1 }, json],
  partAsText: [{ query: '{ ping }', variables: '{}' }, json],
  partNotObject: [{ query: '{ ping }', variables: 1 }, json],
  nameNotText: [{ query: '{ ping }', operationName: 1 }, json],
  changeByGet: [undefined, json, '?query=mutation%20%7B%20pong%20%7D'],
  batch: [[{ query: '{ ping }' }], json],
  noIntrospection: [{ query: '{ __schema { queryType { name } } }' }, json],
};

test.each(Object.entries(cases))('%s is said in Vietnamese', async (key, [body, headers, search]) => {
  const said = await saidOf(body, headers, search);
  const { en, vi } = httpSentences[key as keyof typeof httpSentences];
  expect(said.trim()).toMatch(en);
  expect(inVietnamese(said, httpSentences)).toBe(said.trim().replace(en, vi));
  expect(inVietnamese(said, httpSentences)).not.toMatch(/\b(must|the|is|not|of)\b/i);
});
