import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { allows, mayEnter, startedAsRoot } from './account.js';
import { query, removeFolder, temporaryFolder } from './fixtures/kit.js';
import { startEmbeddedServer } from './index.js';

let closed: string;
const aside = new Set<string>();

beforeAll(async () => {
  closed = await temporaryFolder(0o700);
});

afterAll(async () => {
  for (const folder of [closed, ...aside]) await removeFolder(folder);
});

async function start(dataFolder: string) {
  const progress: string[] = [];
  const server = await startEmbeddedServer({
    dataFolder,
    durable: false,
    onProgress: (message) => progress.push(message),
  });
  if (!server.dataFolder.startsWith(closed)) aside.add(server.dataFolder);
  return { server, progress };
}

describe('whether an account may', () => {
  it('enter a folder asks the folders above it too', async () => {
    const me = { uid: process.getuid!(), gid: process.getgid!() };
    const stranger = { uid: 54_321, gid: 54_321 };
    await stat(closed);
    expect(await mayEnter(me, closed)).toBe(true);
    expect(await mayEnter(stranger, closed)).toBe(false);
    expect(await allows(stranger, '/', 0o1)).toBe(true);
  });
});

// PostgreSQL runs as whoever started us, unless that is root: then as an account that may be kept out of folders.
if (startedAsRoot()) {
  describe('started as root in a folder that only root can enter', () => {
    it('keeps the data aside, says where, and finds it again', async () => {
      const dataFolder = join(closed, 'data');
      const first = await start(dataFolder);
      expect(first.server.dataFolder).not.toContain(closed);
      expect(first.progress.join()).toContain(`is kept in ${first.server.dataFolder}`);
      await query(first.server.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS row');
      await first.server.stop();

      const again = await start(dataFolder);
      expect(again.server.dataFolder).toBe(first.server.dataFolder);
      expect(await query(again.server.ownerUrl, 'SELECT * FROM kept')).toEqual([{ row: 1 }]);
      await again.server.stop();
    });

    it('finds it also when the folder was opened since, and when the project was moved', async () => {
      await chmod(closed, 0o755);
      const opened = await start(join(closed, 'data'));
      expect(await query(opened.server.ownerUrl, 'SELECT * FROM kept')).toEqual([{ row: 1 }]);
      await opened.server.stop();

      await chmod(closed, 0o700);
      await rename(join(closed, 'data'), join(closed, 'moved'));
      const moved = await start(join(closed, 'moved'));
      expect(await query(moved.server.ownerUrl, 'SELECT * FROM kept')).toEqual([{ row: 1 }]);
      await moved.server.stop();
    });

    it('begins anew where the data folder was deleted, and says where the old database lies', async () => {
      const dataFolder = join(closed, 'deleted');
      const first = await start(dataFolder);
      await query(first.server.ownerUrl, 'CREATE TABLE old AS SELECT 1 AS row');
      await first.server.stop();
      await removeFolder(dataFolder);

      const anew = await start(dataFolder);
      expect(await query(anew.server.ownerUrl, `SELECT to_regclass('old')::text AS old`)).toEqual([
        { old: null },
      ]);
      await anew.server.stop();
      const [said] = anew.progress.filter((message) => message.includes('was deleted'));
      const away = /lies in (\S+),/.exec(said!)![1]!;
      aside.add(away);
      expect((await stat(away)).isDirectory()).toBe(true);
    });

    it('takes a cluster along whose folder was closed since', async () => {
      await chmod(closed, 0o755);
      const dataFolder = join(closed, 'closed-later');
      const open = await start(dataFolder);
      expect(open.server.dataFolder).toBe(dataFolder);
      await query(open.server.ownerUrl, 'CREATE TABLE along AS SELECT 1 AS row');
      await open.server.stop();

      await chmod(closed, 0o700);
      const later = await start(dataFolder);
      expect(later.server.dataFolder).not.toBe(dataFolder);
      expect(await query(later.server.ownerUrl, 'SELECT * FROM along')).toEqual([{ row: 1 }]);
      await later.server.stop();
    });
  });
}
