import { createServer } from 'node:net';
import { openDatabase } from './open-database.js';
import { createTemporaryDatabase, inDatabase, type TemporaryDatabase } from './temporary-database.js';

let temporary: TemporaryDatabase;

beforeAll(async () => {
  temporary = await createTemporaryDatabase();
});

afterAll(() => temporary?.drop());

const open = (urls: { ownerUrl?: string; servingUrl?: string }) =>
  openDatabase({ ...temporary, ...urls, entities: [] });

test('an address that is none is refused without repeating the password in it', async () => {
  for (const url of ['mysql://root:secret@host/x', 'postgres://user:sec ret@host:notaport/x', 'secret']) {
    await expect(open({ servingUrl: url })).rejects.toMatchObject({ code: 'CONNECTION_INVALID' });
    await expect(open({ servingUrl: url })).rejects.not.toMatchObject({
      message: expect.stringMatching(/sec/),
    });
  }
});

test('a server that is not there is SERVICE_UNAVAILABLE', async () => {
  await expect(open({ servingUrl: 'postgres://someone:x@127.0.0.1:1/x' })).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
});

test('a server that does not answer is SERVICE_UNAVAILABLE after two seconds', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  const { port } = await new Promise<{ port: number }>((resolve) =>
    silent.once('listening', () => resolve(silent.address() as { port: number })),
  );
  try {
    const start = performance.now();
    await expect(open({ servingUrl: `postgres://someone:x@127.0.0.1:${port}/x` })).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
    expect(performance.now() - start).toBeLessThan(5000);
  } finally {
    silent.close();
  }
});

test('a wrong password and a missing database are CONNECTION_REFUSED', async () => {
  const wrong = Object.assign(new URL(temporary.servingUrl), { password: 'wrong' }).href;
  await expect(open({ servingUrl: wrong })).rejects.toMatchObject({ code: 'CONNECTION_REFUSED' });
  await expect(
    open({ servingUrl: inDatabase(temporary.servingUrl, 'no_such_database') }),
  ).rejects.toMatchObject({ code: 'CONNECTION_REFUSED' });
});

test('closing twice is closing once, and nothing can be opened afterwards', async () => {
  const database = await open({});
  await database.ping();
  await Promise.all([database.close(), database.close()]);
  await expect(database.ping()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  const left = `select 1 from pg_stat_activity where datname = current_database() and application_name like 'phoihop s%'`;
  expect(await temporary.sql(left)).toEqual([]);
});

test('closing waits for the running transaction', async () => {
  const database = await open({});
  let finished = false;
  const work = database.transaction({}, async (session) => {
    await session.query('select pg_sleep(0.3)');
    finished = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await database.close();
  expect(finished).toBe(true);
  await work;
});
