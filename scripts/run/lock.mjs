/** Two runs at once in one checkout must not both install or build: `npm ci` begins by deleting node_modules. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does the work once no other run of this checkout is at it, and keeps others waiting meanwhile.
 *
 * The lock is a port of this machine that only one process can listen on, so a killed run leaves none behind. Those
 * who wait hold a connection to it and hear its end.
 */
export async function oneAtATime(root, work) {
  const hash = createHash('sha256').update(root).digest();
  const port = 20_000 + (hash.readUInt16BE() % 10_000);
  const finish = await acquire(port, `phoi-hop ${hash.toString('hex')}`);
  try {
    return await work();
  } finally {
    finish();
  }
}

async function acquire(port, greeting) {
  for (let attempt = 1; attempt <= 100; attempt++) {
    const finish = await listen(port, greeting);
    if (finish) return finish;
    const other = await waitForEnd(port, greeting);
    if (other === 'another program') break;
    if (other === 'gone') await sleep(50);
  }
  return () => undefined; // the port cannot be had: better to go without the lock than not at all
}

async function listen(port, greeting) {
  const waiting = new Set();
  const server = createServer((socket) => {
    waiting.add(socket.on('error', () => undefined).on('close', () => waiting.delete(socket)));
    socket.write(greeting);
  });
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return undefined;
  }
  return () => {
    server.close();
    for (const socket of waiting) socket.destroy();
  };
}

/** @returns {Promise<'ended' | 'gone' | 'another program'>} what became of whoever listens on the port */
async function waitForEnd(port, greeting) {
  const socket = connect(port, '127.0.0.1');
  const silence = setTimeout(() => socket.destroy(), 2_000); // a program that does not greet is none of ours
  let who = 'another program';
  socket.once('error', () => (who = 'gone'));
  socket.once('data', (data) => {
    if (data.toString() !== greeting) return socket.destroy();
    who = 'ended';
    clearTimeout(silence);
    console.error('… Waiting for another run in this folder to install and build');
  });
  await new Promise((resolve) => socket.once('close', resolve));
  clearTimeout(silence);
  return who;
}
