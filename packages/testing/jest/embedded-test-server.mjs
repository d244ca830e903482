import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The build, which `npm test` makes first: Jest does not compile what its setup imports.
import { startEmbeddedServer, stopLeftover } from '../../database/dist/server/index.js';

const prefix = 'phoihop-test-';

/** A server of this run alone, on a port and in a folder of its own, so that runs can go on side by side. */
export async function startEmbeddedTestServer() {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  await chmod(folder, 0o755); // started as root, PostgreSQL runs as another account, which must come in
  const server = await startEmbeddedServer({ dataFolder: folder, durable: false });
  let removed;
  return {
    ownerUrl: server.ownerUrl,
    servingUrl: server.servingUrl,
    remove: () => (removed ??= server.stop().then(() => removeFolders(folder, server.dataFolder))),
  };
}

/** What runs left that were killed: a running server each, and its folder. */
async function removeAbandoned() {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : undefined;
    if (!pid || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      await stopLeftover(join(folder, 'postgres', 'data'), () => undefined);
      await removeFolders(folder);
    } catch {
      // Another user's, or another run is at it too.
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function removeFolders(...folders) {
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
