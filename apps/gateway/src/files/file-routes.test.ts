import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { jest } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { anonymous } from '@phoihop/platform';
import { encodeGlobalId } from '@phoihop/platform/engine';
import { makeLog } from '../log.js';
import type { Standing } from '../serving.js';
import { cutOvertime } from './cut-overtime.js';
import { addFileRoutes } from './file-routes.js';

/** Addresses of files over a store whose files have no end, for readers that stand still. */
let app: FastifyInstance;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.close();
});

let streams: Readable[];
const aFile = `/files/${encodeGlobalId('Attachment', 1)}`;

function endless(): Readable {
  const stream = new Readable({ read: () => void stream.push(Buffer.alloc(64 * 1024)) });
  streams.push(stream);
  return stream;
}

async function start(milliseconds: number): Promise<void> {
  streams = [];
  const file = { sha256: 'a'.repeat(64), size: 1e12, mediaType: 'text/plain', name: 'a.txt' };
  const engine = { transaction: async () => file };
  const store = {
    get: async () => endless(),
  };
  const callerOfToken = async (token: string) => ({ ...anonymous, userId: Number(token) });
  const serving = { engine, files: { core: {}, store }, callerOfToken };
  app = Fastify();
  await addFileRoutes(app, {
    standing: { serving } as unknown as Standing,
    overload: { begin: () => () => {}, overloaded: false } as never,
    log: makeLog('silent'),
    milliseconds,
  });
  // Like an export: nothing but its connection ends it.
  app.get('/list', (_request, reply) => reply.send(endless()));
  await app.listen({ port: 0, host: '127.0.0.1' });
}

/** Asks for a file, and reads nothing after the status. */
async function stalled(token?: string, path = aFile): Promise<{ status: number; socket: Socket }> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => {});
  const signedIn = token ? `Authorization: Bearer ${token}\r\n` : '';
  socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n${signedIn}\r\n`);
  const [beginning] = (await once(socket, 'data')) as [Buffer];
  socket.pause();
  return { status: Number(beginning.toString('latin1').split(' ')[1]), socket };
}

async function statuses(count: number, token?: string, path?: string): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < count; n += 1) all.push((await stalled(token, path)).status);
  return all;
}

test.each([aFile, '/list'])(
  'readers of %s that stand still hold their places while there is time',
  async (path) => {
    await start(600_000);
    expect(await statuses(4, undefined, path)).toEqual([200, 200, 200, 200]);
    expect((await stalled()).status).toBe(503);
    expect(streams.map(({ destroyed }) => destroyed)).toEqual([false, false, false, false]);
  },
);

test.each([aFile, '/list'])('readers of %s that stand still lose their place in time', async (path) => {
  await start(500);
  expect(await statuses(4, undefined, path)).toEqual([200, 200, 200, 200]);
  while (streams.some(({ destroyed }) => !destroyed))
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await stalled()).status).toBe(200);
});

test('an answer that begins when time is up is waited for, and cut when it is not taken either', async () => {
  const answer = Object.assign(new EventEmitter(), { headersSent: false, destroy: jest.fn() });
  const stop = new AbortController();
  cutOvertime(answer as unknown as ServerResponse, stop.signal, 20);
  stop.abort();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(answer.destroy).not.toHaveBeenCalled();
  answer.headersSent = true;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(answer.destroy).toHaveBeenCalledTimes(1);
});

test('who is not signed in has few of the places together, an account has some, others have the rest', async () => {
  await start(60_000);
  expect(await statuses(5)).toEqual([200, 200, 200, 200, 503]);
  expect(await statuses(9, '1')).toEqual([...Array.from({ length: 8 }, () => 200), 503]);
  expect(await statuses(8, '2')).toEqual(Array.from({ length: 8 }, () => 200));
  expect(await statuses(1, '3')).toEqual([503]);
});
