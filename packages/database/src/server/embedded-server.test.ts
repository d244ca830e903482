import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { query, removeFolder, serveElsewhere, temporaryFolder } from './fixtures/kit.js';
import { startEmbeddedServer, type EmbeddedServer } from './index.js';

let folder: string;
let server: EmbeddedServer;
const progress: string[] = [];

beforeAll(async () => {
  folder = await temporaryFolder();
  const dataFolder = join(folder, 'not', 'there', 'yet');
  server = await startEmbeddedServer({
    dataFolder,
    durable: false,
    onProgress: (message) => progress.push(message),
  });
});

afterAll(async () => {
  await server.stop();
  await removeFolder(folder);
});

describe('a first start', () => {
  it('makes the folder and says that it takes a moment', () => {
    expect(progress).toEqual(['Creating the database (first start)']);
    expect(server.dataFolder).toBe(join(folder, 'not', 'there', 'yet'));
  });

  it('serves PostgreSQL 18, on the loopback address only', async () => {
    const [settings] = await query(
      server.ownerUrl,
      `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('listen_addresses') AS addresses,
              current_setting('max_connections') AS connections`,
    );
    expect(settings).toEqual({ version: 18, addresses: '127.0.0.1', connections: '60' });
  });

  it('sorts text as Vietnamese is sorted, and knows its letters', async () => {
    const [sorted] = await query(
      server.ownerUrl,
      `SELECT string_agg(word, ' ' ORDER BY word) AS words, lower('ĐƯỜNG') AS lower, current_setting('server_encoding') AS encoding
         FROM unnest(ARRAY['đa', 'ơ', 'da', 'z', 'ô', 'o', 'ê', 'e', 'Á', 'a']) AS word`,
    );
    expect(sorted).toEqual({ words: 'a Á da đa e ê o ô ơ z', lower: 'đường', encoding: 'UTF8' });
  });

  it('lets the owner install the extensions that the platform needs', async () => {
    for (const name of ['unaccent', 'pg_trgm', 'ltree', 'btree_gist', 'pgcrypto']) {
      await query(server.ownerUrl, `CREATE EXTENSION ${name} SCHEMA public`);
    }
    const [similar] = await query(server.ownerUrl, `SELECT show_trgm('ế') AS letters`);
    expect(similar).toEqual({ letters: expect.arrayContaining([expect.anything()]) });
  });

  it('keeps the passwords from others', async () => {
    const passwords = await stat(join(server.dataFolder, 'postgres', 'passwords.json'));
    expect(passwords.mode & 0o777).toBe(0o600);
    const data = await stat(join(server.dataFolder, 'postgres', 'data'));
    expect(data.mode & 0o077).toBe(0);
  });
});

describe('roles', () => {
  it('are as promised: no superuser, none that passes by row security', async () => {
    const roles = await query(
      server.ownerUrl,
      `SELECT rolname AS role, rolsuper AS super, rolbypassrls AS bypass, rolcreatedb AS databases, rolcreaterole AS roles,
              rolreplication AS replication, rolcanlogin AS login
         FROM pg_roles WHERE rolname LIKE 'phoihop%' ORDER BY 1`,
    );
    const none = { super: false, bypass: false, replication: false, login: true };
    expect(roles).toEqual([
      { role: 'phoihop_owner', ...none, databases: true, roles: true },
      { role: 'phoihop_serving', ...none, databases: false, roles: false },
    ]);
  });

  it('owner owns the database; serving owns nothing and may create nothing', async () => {
    const [owner] = await query(
      server.servingUrl,
      `SELECT datdba::regrole::text AS of FROM pg_database WHERE datname = 'phoihop'`,
    );
    expect(owner).toEqual({ of: 'phoihop_owner' });
    await expect(query(server.servingUrl, 'CREATE TABLE public.own (a int)')).rejects.toThrow(
      'permission denied',
    );
    await expect(query(server.servingUrl, 'CREATE SCHEMA own')).rejects.toThrow('permission denied');
    await expect(query(server.servingUrl, 'SET ROLE phoihop_owner')).rejects.toThrow('permission denied');
  });

  it('row policies for serving do not apply to the owner, who can still become serving', async () => {
    const [inherits] = await query(
      server.ownerUrl,
      `SELECT pg_has_role('phoihop_serving', 'USAGE') AS usage, pg_has_role('phoihop_serving', 'SET') AS set`,
    );
    expect(inherits).toEqual({ usage: false, set: true });
  });

  it('sign in by their own password only, and the superuser not at all', async () => {
    const wrong = new URL(server.servingUrl);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    wrong.username = 'postgres';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('pg_hba.conf rejects connection');
  });
});

describe('a second start', () => {
  it('on a folder in use is refused, naming the process that holds it', async () => {
    const second = startEmbeddedServer({ dataFolder: server.dataFolder });
    await expect(second).rejects.toMatchObject({
      code: 'DATA_FOLDER_IN_USE',
      message: expect.stringContaining(`process ${process.pid} `),
    });
    expect(await query(server.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('names the process also where that is another one', async () => {
    const other = serveElsewhere(join(folder, 'other'));
    await other.url;
    const second = startEmbeddedServer({ dataFolder: join(folder, 'other') });
    await expect(second).rejects.toMatchObject({
      code: 'DATA_FOLDER_IN_USE',
      message: expect.stringContaining(`process ${other.child.pid} `),
    });
    await other.kill();
    await (await startEmbeddedServer({ dataFolder: join(folder, 'other'), durable: false })).stop();
  });
});

describe('a restart', () => {
  it('keeps the data and the passwords, and takes the port that is asked for', async () => {
    await query(server.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const { ownerUrl: before, port, dataFolder } = server;
    await server.stop();
    await server.stop(); // harmless
    server = await startEmbeddedServer({ dataFolder, port });
    expect(server.ownerUrl).toBe(before);
    expect(await query(server.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is durable unless told otherwise', async () => {
    const settings = `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits,
                             current_setting('full_page_writes') AS pages`;
    expect(await query(server.ownerUrl, settings)).toEqual([{ fsync: 'on', commits: 'on', pages: 'on' }]);
  });

  it('on a port that is taken says so, and leaves the folder free', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await server.stop();
    const refused = startEmbeddedServer({ dataFolder: server.dataFolder, port });
    await expect(refused).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining(`${port}`),
    });
    taken.close();
    server = await startEmbeddedServer({ dataFolder: server.dataFolder, durable: false });
  });

  it('stops although sessions are open, within seconds', async () => {
    const open = query(server.ownerUrl, 'SELECT pg_sleep(60)').catch((error: Error) => error.message);
    for (let active = 0; active < 1; ) {
      active = (
        await query(server.ownerUrl, `SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'`)
      ).length;
    }
    const began = Date.now();
    await server.stop();
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await open).toContain('terminating connection');
  });
});
