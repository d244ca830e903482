import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startedAsRoot, unprivilegedAccount } from './account.js';
import { query, removeFolder, serveElsewhere, temporaryFolder } from './fixtures/kit.js';
import { startEmbeddedServer } from './index.js';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(() => removeFolder(folder));

describe('after kill -9 of the process that served', () => {
  it('the server it left is shut down, and everything acknowledged is there', async () => {
    const dataFolder = join(folder, 'served');
    const killed = serveElsewhere(dataFolder, 'durable');
    const url = await killed.url;
    await query(url, 'CREATE TABLE acknowledged AS SELECT 1 AS row');
    await killed.kill();
    const leftPid = await recordedPid(dataFolder);
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);

    const progress: string[] = [];
    const server = await startEmbeddedServer({
      dataFolder,
      durable: false,
      onProgress: (message) => progress.push(message),
    });
    await expect(query(url, 'SELECT 1 AS one')).rejects.toThrow('ECONNREFUSED');
    expect(progress).toEqual([expect.stringContaining(`process ${leftPid}`)]);
    expect(await query(server.ownerUrl, 'SELECT * FROM acknowledged')).toEqual([{ row: 1 }]);
    await server.stop();
  });

  it('a server killed too, in the middle of a query, is recovered', async () => {
    const dataFolder = join(folder, 'served');
    const killed = serveElsewhere(dataFolder, 'durable');
    const url = await killed.url;
    await query(url, 'CREATE TABLE before AS SELECT 1 AS row');
    const cut = query(url, 'INSERT INTO before SELECT i FROM generate_series(1, 30_000_000) AS i').catch(
      () => 'cut',
    );
    await sleep(300);
    process.kill(await recordedPid(dataFolder), 'SIGKILL');
    await killed.kill();

    const server = await startEmbeddedServer({ dataFolder, durable: false });
    expect(await cut).toBe('cut');
    expect(await query(server.ownerUrl, 'SELECT * FROM before')).toEqual([{ row: 1 }]);
    await server.stop();
  });

  it.each(['of a dead process', 'reused by another program'])(
    'a lock with a pid %s is taken over',
    async (whose) => {
      const dataFolder = join(folder, 'served');
      const account = startedAsRoot() ? await unprivilegedAccount() : {};
      const other = spawn('sleep', ['60'], { ...account, stdio: 'ignore' });
      if (whose === 'of a dead process') {
        other.kill('SIGKILL');
        await new Promise((resolve) => other.once('exit', resolve));
      }
      await writeFile(join(dataFolder, 'in-use.json'), JSON.stringify({ pid: other.pid, since: 'long ago' }));
      const shutDown = ['5432', '127.0.0.1', '', 'stopping'].join('\n');
      const data = join(dataFolder, 'postgres', 'data');
      await writeFile(join(data, 'postmaster.pid'), `${other.pid}\n${data}\n1700000000\n${shutDown}\n`);

      const server = await startEmbeddedServer({ dataFolder, durable: false });
      expect(await query(server.ownerUrl, 'SELECT * FROM before')).toEqual([{ row: 1 }]);
      expect(other.exitCode).toBeNull(); // it was not ours to end
      await server.stop();
      other.kill();
    },
  );
});

describe('after kill -9 during the first start', () => {
  it.each([200, 800, 1400])('%i ms in, the next start heals', async (moment) => {
    const dataFolder = join(folder, `killed-at-${moment}`);
    const killed = serveElsewhere(dataFolder);
    void killed.url.catch(() => undefined);
    await sleep(moment);
    await killed.kill();

    const server = await startEmbeddedServer({ dataFolder, durable: false });
    expect(await query(server.servingUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await readdir(dataFolder)).filter((name) => name.includes('new'))).toEqual([]);
    await server.stop();
    await removeFolder(dataFolder);
  });
});

async function recordedPid(dataFolder: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataFolder, 'postgres', 'data', 'postmaster.pid'), 'utf8'), 10);
}
