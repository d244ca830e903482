import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsV4Signer } from 'aws4fetch';
import { BlobMissing, type BlobStore } from './blob-store.js';
import { localStore } from './local-store.js';
import { s3Store } from './s3-store.js';
import { Spool } from './spool.js';

const access = { accessKeyId: 'AKIATEST', secretAccessKey: 'a-secret-of-the-test', region: 'us-east-1' };
const bytes = Buffer.from('minutes of the meeting, signed\n'.repeat(5000));
const sha256 = createHash('sha256').update(bytes).digest('hex');

let folder: string;
let server: Server;
let endpoint: string;
/** What the store was sent, and what it holds. */
const seen: { method: string; length: string | undefined; type: string | undefined }[] = [];
const held = new Map<string, Buffer>();
let failures = 0;

/** A store that speaks as much of S3 as we use, and takes nothing whose signature is not right. */
async function answer(request: IncomingMessage): Promise<{ status: number; body?: Buffer }> {
  const url = `${endpoint}${request.url}`;
  const names = /SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const headers = Object.fromEntries(
    names.filter((name) => name !== 'host').map((name) => [name, String(request.headers[name])]),
  );
  const signer = new AwsV4Signer({
    ...access,
    url,
    headers,
    method: request.method,
    service: 's3',
    datetime: String(request.headers['x-amz-date']),
    allHeaders: true,
  });
  if ((await signer.authHeader()) !== request.headers.authorization) return { status: 403 };
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  seen.push({
    method: request.method!,
    length: request.headers['content-length'],
    type: request.headers['content-type'],
  });
  if (failures > 0) {
    failures -= 1;
    return { status: 503 };
  }
  if (!request.url!.startsWith('/evidence/')) return { status: 404 };
  if (request.method === 'PUT') {
    const said = request.headers['x-amz-content-sha256'];
    if (said !== createHash('sha256').update(body).digest('hex')) return { status: 400 };
    held.set(request.url!, body);
    return { status: 200 };
  }
  if (request.method === 'DELETE') {
    held.delete(request.url!);
    return { status: 204 };
  }
  const found = held.get(request.url!);
  return found ? { status: 200, body: found } : { status: 404 };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phoihop-stores-'));
  server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => response.writeHead(status).end(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await rm(folder, { recursive: true, force: true });
});

async function all(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}

async function file(): Promise<{ path: string; size: number; mediaType: string; sha256: string }> {
  const path = join(folder, `${Math.random()}`);
  await writeFile(path, bytes);
  return { path, size: bytes.length, mediaType: 'text/plain', sha256 };
}

describe.each<[string, () => BlobStore]>([
  ['a folder', () => localStore(join(folder, 'kept'))],
  ['S3', () => s3Store({ endpoint: `${endpoint}/`, bucket: 'evidence', ...access })],
])('%s', (_name, make) => {
  it('keeps bytes under their hash, once or twice, and gives them back as they were', async () => {
    const store = make();
    expect(await store.has(sha256)).toBe(false);
    await expect(store.get(sha256)).rejects.toThrow(BlobMissing);
    await store.put(await file());
    await store.put(await file());
    expect(await store.has(sha256)).toBe(true);
    expect((await all(await store.get(sha256))).equals(bytes)).toBe(true);
    await store.remove(sha256);
    await store.remove(sha256);
    expect(await store.has(sha256)).toBe(false);
  });
});

describe('S3', () => {
  it('is told length, type and hash beforehand', () => {
    expect(seen.find(({ method }) => method === 'PUT')).toEqual({
      method: 'PUT',
      length: String(bytes.length),
      type: 'text/plain',
    });
  });

  it('is asked again where it was busy', async () => {
    const store = s3Store({ endpoint, bucket: 'evidence', ...access });
    failures = 1;
    await store.put(await file());
    expect(held.size).toBe(1);
    await store.remove(sha256);
  });

  it('fails with a wrong secret and without its bucket, and says no more than the status', async () => {
    const wrong = s3Store({ endpoint, bucket: 'evidence', ...access, secretAccessKey: 'another-secret' });
    await expect(wrong.put(await file())).rejects.toThrow('The file store answered 403 to PUT.');
    await expect(wrong.has(sha256)).rejects.toThrow('403');
    const none = s3Store({ endpoint, bucket: 'nothing', ...access });
    await expect(none.put(await file())).rejects.toThrow('no bucket nothing');
  });
});

describe('the spool', () => {
  it('leaves nothing of what is too long, empty or broken off', async () => {
    const spool = new Spool(join(folder, 'incoming'));
    await spool.prepare();
    await expect(spool.take(Readable.from([Buffer.alloc(60), Buffer.alloc(60)]), 100)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    await expect(spool.take(Readable.from([]), 100)).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    const broken = new Readable({ read() {} });
    broken.push('half');
    setImmediate(() => broken.destroy(new Error('hung up')));
    await expect(spool.take(broken, 100)).rejects.toThrow('hung up');
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('takes away what a killed process left a day ago, and nothing younger', async () => {
    const place = join(folder, 'incoming');
    const spool = new Spool(place);
    await writeFile(join(place, 'old'), 'x');
    await writeFile(join(place, 'new'), 'x');
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(join(place, 'old'), longAgo, longAgo);
    await spool.prepare();
    expect(await readdir(place)).toEqual(['new']);
  });
});
