import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine, buildServer, localTokens, makeLog, readConfig } from '@phoihop/gateway';
import { createTemporaryDatabase } from '@phoihop/database/testing';
import { loadCaller } from './fake-core.js';
import { ask, secret, startFakeEngine, startGateway } from './kit.js';

const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

/** Starting, stopping, and too much to do. */
describe('the gateway’s life', () => {
  it('begins before the database does, and serves within 5 s of it', async () => {
    const database = await createTemporaryDatabase();
    const proxy = await tcpProxy(database.ownerUrl);
    const tokens = localTokens({ secret, minutes: 15 });
    const gateway = await buildServer({
      config: readConfig({ PORT: '0', NODE_ENV: 'test' }),
      log: makeLog('silent'),
    });
    const url = await gateway.listen();
    const stop = new AbortController();
    const failures: string[] = [];
    const through = (address: string): string =>
      Object.assign(new URL(address), { port: String(proxy.port) }).href;
    const started = startEngine({
      start: () =>
        startFakeEngine({ ownerUrl: through(database.ownerUrl), servingUrl: through(database.servingUrl) }),
      onFailure: (error) => void failures.push((error as { code: string }).code),
      signal: stop.signal,
      firstWaitMilliseconds: 100,
    }).then((engine) => gateway.serve({ engine, loadCaller, tokens, secret }));
    try {
      await sleep(1_500);
      expect(failures.length).toBeGreaterThan(1);
      expect(new Set(failures)).toEqual(new Set(['SERVICE_UNAVAILABLE']));
      expect(await statusOf(`${url}/livez`)).toBe(200);
      const ready = await fetch(`${url}/readyz`);
      expect([ready.status, await ready.json()]).toEqual([503, { status: 'starting', plugins: {} }]);
      const answer = await ask(url, { query: '{ ping }' });
      expect([
        answer.status,
        answer.headers.get('retry-after'),
        answer.body.errors[0].extensions.code,
      ]).toEqual([503, '5', 'SERVICE_UNAVAILABLE']);

      await proxy.open();
      const up = performance.now();
      await started;
      expect(performance.now() - up).toBeLessThan(5_000);
      expect((await ask(url, { query: '{ ping }' })).body).toEqual({ data: { ping: 'pong' } });
      expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
        status: 'ready',
        plugins: { core: 'ENABLED' },
      });

      await proxy.close();
      await sleep(1_100); // the last ping's validity
      expect(await statusOf(`${url}/livez`)).toBe(200);
      expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: 'database-down' });
      const lost = await ask(url, { query: '{ ping }' });
      expect([lost.status, lost.body.errors[0].extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
      const signIn = await ask(url, {
        query: 'mutation { signIn(input: { username: "hoa", password: "right" }) { token } }',
      });
      expect([signIn.status, signIn.body.errors[0].extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
      await proxy.open();
      await sleep(1_100);
      expect(await statusOf(`${url}/readyz`)).toBe(200);
      expect((await ask(url, { query: '{ ping }' })).body).toEqual({ data: { ping: 'pong' } });
    } finally {
      stop.abort();
      await gateway.stop();
      await proxy.close();
      await database.drop();
    }
  });

  it('names a plugin that could not be loaded, without the reason', async () => {
    const test = await startGateway();
    try {
      test.gateway.leaveOut('elections', 'password=hunter2');
      expect(await (await fetch(`${test.url}/readyz`)).json()).toEqual({
        status: 'ready',
        plugins: { core: 'ENABLED', elections: 'QUARANTINED' },
      });
    } finally {
      await test.close();
    }
  });

  it('ends without failing a request it has taken, under 200 requests a second on new and on kept connections', async () => {
    const test = await startGateway();
    const counts = { answered: 0, refused: 0, failed: [] as string[] };
    const enough = new AbortController();
    const requests: Promise<void>[] = [];
    const send = async (): Promise<void> => {
      try {
        const { status, body } = await ask(test.url, { query: '{ slow(seconds: 0.02) }' });
        if (status === 200 && body.data.slow !== null) counts.answered += 1;
        else counts.failed.push(`${status} ${JSON.stringify(body)}`);
      } catch (error) {
        // A connection refused was never taken.
        const code = (error as { cause?: { code?: string } }).cause?.code;
        if (code === 'ECONNREFUSED') counts.refused += 1;
        else counts.failed.push(String(code));
      }
    };
    const load = (async () => {
      while (!enough.signal.aborted) {
        requests.push(send());
        await sleep(5);
      }
    })();
    await sleep(1_000);
    const began = performance.now();
    const stopping = test.gateway.stop();
    expect(await statusOf(`${test.url}/readyz`).catch(() => 503)).toBe(503);
    await stopping;
    const took = performance.now() - began;
    enough.abort();
    await load;
    await Promise.all(requests);
    await test.close();
    expect(counts.failed).toEqual([]);
    expect(counts.answered).toBeGreaterThan(10);
    expect(counts.refused).toBeGreaterThan(0);
    expect(took).toBeLessThan(5_000);
  });

  it('finishes what is slow, and gives up what is slower than the time to drain', async () => {
    const patient = await startGateway();
    const slow = ask(patient.url, { query: '{ slow(seconds: 1.5) }' });
    await sleep(200);
    await patient.close();
    expect((await slow).body).toEqual({ data: { slow: 1.5 } });

    const hasty = await startGateway({ drainMilliseconds: 600 });
    const slower = ask(hasty.url, { query: '{ slow(seconds: 4) }' }).catch(() => 'cut');
    await sleep(200);
    const began = performance.now();
    await hasty.close();
    expect(performance.now() - began).toBeLessThan(3_500);
    expect(await slower).toBe('cut');
  });

  it('sheds what is too much, at once, and answers health meanwhile', async () => {
    const test = await startGateway({ overloadLimits: { inFlight: 20, delayMilliseconds: 200 } });
    try {
      const all = Array.from({ length: 60 }, () => ask(test.url, { query: '{ slow(seconds: 1.5) }' }));
      await sleep(150);
      const times: number[] = [];
      for (let i = 0; i < 5; i += 1) {
        const began = performance.now();
        expect(await statusOf(`${test.url}/livez`)).toBe(200);
        times.push(performance.now() - began);
      }
      expect(Math.min(...times)).toBeLessThan(100);
      const answers = await Promise.all(all);
      const shed = answers.filter(({ status }) => status === 503);
      expect(shed.length).toBeGreaterThanOrEqual(30);
      for (const { headers, body } of shed) {
        expect(headers.get('retry-after')).toBe('2');
        expect(body.errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
      }
      expect(answers.length - shed.length).toBeGreaterThan(0);
      expect((await ask(test.url, { query: '{ ping }' })).status).toBe(200);
    } finally {
      await test.close();
    }
  });

  it('stops a statement after 5 s and says so', async () => {
    const test = await startGateway();
    try {
      const { status, body } = await test.ask(
        { query: '{ slow(seconds: 8) }' },
        { accept: 'application/graphql-response+json' },
      );
      expect([status, body.errors[0].extensions.code]).toEqual([504, 'TIMEOUT']);
    } finally {
      await test.close();
    }
  });

  it('cancels the query of a client that hung up', async () => {
    const test = await startGateway();
    try {
      const hangUp = new AbortController();
      const gone = fetch(`${test.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ slow(seconds: 4.2) }' }),
        signal: hangUp.signal,
      });
      gone.catch(() => {});
      const running = () =>
        test.database.sql(
          `select from pg_locks where locktype = 'advisory' and objid = 4711 and database = (select oid from pg_database where datname = current_database())`,
        );
      await sleep(500);
      expect(await running()).toHaveLength(1);
      hangUp.abort();
      await sleep(700);
      expect(await running()).toHaveLength(0);
    } finally {
      await test.close();
    }
  });

  it('leaves a port that is taken to the other, by an error one can read', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const gateway = await buildServer({
      config: readConfig({ PORT: port, NODE_ENV: 'test' }),
      log: makeLog('silent'),
    });
    await expect(gateway.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await gateway.stop();
    other.close();
  });
});

/** A door to PostgreSQL that is shut until it is opened. */
async function tcpProxy(
  target: string,
): Promise<{ port: number; open(): Promise<void>; close(): Promise<void> }> {
  const { hostname, port: targetPort } = new URL(target);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const make = (): Server =>
    createServer((client) => {
      const upstream = connect(Number(targetPort), hostname);
      for (const socket of [client, upstream]) {
        sockets.add(socket);
        socket.on('error', () => {});
        socket.once('close', () => {
          client.destroy();
          upstream.destroy();
          sockets.delete(socket);
        });
      }
      client.pipe(upstream).pipe(client);
    });
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return {
    port,
    open: async () => {
      server = make().listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    close: async () => {
      const closing = server && new Promise((resolve) => server!.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closing;
      server = undefined;
    },
  };
}
