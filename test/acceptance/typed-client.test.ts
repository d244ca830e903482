import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoSignIns, loadCaller } from '@phoihop/core';
import { buildServer, localTokens, makeLog, memoryStore, readConfig, type Gateway } from '@phoihop/gateway';
import type { TestBed } from '@phoihop/testing';
import { createFullBed } from '../support/full-bed.js';
import { copyTypedClient, type ClientCopy } from '../support/typed-client.js';

/** What docs/guides/front-end-client.md promises: generate from the committed schema, compile, sign in, ask. */
const secret = 'kZ7v2Qm0xW9pLr4Tn8Yc1Bd6Hf3Js5Ug';
let client: ClientCopy;
let bed: TestBed;
let gateway: Gateway;
let url: string;

beforeAll(async () => {
  const tokens = localTokens({ secret, minutes: 15 });
  [client, bed] = await Promise.all([copyTypedClient(), createFullBed({ issueToken: tokens.issue })]);
  gateway = await buildServer({
    config: readConfig({ PORT: '0', NODE_ENV: 'test' }),
    log: makeLog('silent'),
  });
  url = `${await gateway.listen()}/graphql`;
  const attemptStore = async (): Promise<typeof memoryStore> => memoryStore;
  await gateway.serve({ engine: bed.engine, loadCaller, tokens, secret, attemptStore });
}, 180_000);
afterAll(async () => {
  await gateway?.stop();
  await bed?.close();
  await client?.remove();
});

test('the types of operations are generated from the committed schema, without any', async () => {
  await client.generate();
  const generated = await readFile(join(client.folder, 'src/gql/graphql.ts'), 'utf8');
  const types = generated.slice(0, generated.indexOf('export class')).replace(/\/\*[\s\S]*?\*\//g, ''); // descriptions are words
  for (const name of ['SignInMutation', 'MeQuery', 'DistrictQuery', 'CommunesQuery']) {
    expect(types).toContain(`export type ${name} = `);
    expect(types).toContain(`export type ${name}Variables = `);
  }
  expect(types).not.toMatch(/\bany\b/);
});

test('the client compiles, and what the schema does not have is a compile error', async () => {
  expect(await client.compile()).toBe('');
  await client.write(
    'src/wrong.ts',
    `import { makeClient } from './client.js';
     import { MeDocument, DistrictDocument } from './gql/graphql.js';
     const client = makeClient('http://127.0.0.1');
     export const age = (await client.ask(MeDocument, {})).me?.person?.age;
     export const noCode = client.ask(DistrictDocument, {});`,
  );
  const said = await client.compile();
  expect(said).toMatch(/wrong\.ts.4,\d+.: error TS2339: Property 'age' does not exist/);
  expect(said).toMatch(/wrong\.ts.5,\d+.: error TS2741: Property 'code' is missing/);
});

test('it signs in at the gateway, learns who it is, and goes through all pages', async () => {
  const { username, password } = demoSignIns().find((person) => person.username === 'standing')!;
  const { exitCode, stdout, stderr } = await client.start([username, password], { PHOIHOP_URL: url });
  expect([exitCode, stderr]).toEqual([0, '']);
  const [who, ...communes] = stdout.trim().split('\n');
  expect(who).toMatch(/^\S.*: district-standing of Huyện Trảng Bom$/);
  expect(communes).toHaveLength(17); // two pages of 10
  expect(communes.every((line) => /^(?:Xã|Thị trấn) .+: [1-9]\d* of [1-9]\d*$/.test(line))).toBe(true);
});

test('a wrong password is told as such', async () => {
  const { exitCode, stderr } = await client.start(['standing', 'not-her-password'], { PHOIHOP_URL: url });
  expect([exitCode, stderr]).toEqual([1, 'Wrong name or password.\n']);
});
