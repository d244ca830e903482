import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Session, StatementReport } from './database.js';
import { FrequentQuestions } from './frequent-questions.js';
import { openDatabase } from './open-database.js';
import type { PgPool } from './pg.js';
import { createPool } from './pool.js';
import { rememberLoss } from './reservation.js';
import { readTarget, withConnection } from './target.js';
import { StatementNames } from './statement-names.js';
import { createTemporaryDatabase, type TemporaryDatabase } from './temporary-database.js';
import { runInTransaction, type Lane } from './transaction.js';

let temporary: TemporaryDatabase;
let database: Database;
let reported: StatementReport[] = [];

beforeAll(async () => {
  temporary = await createTemporaryDatabase();
  await temporary.sql(`
    create table public.note (id bigint generated always as identity primary key, text text not null unique);
    grant select, insert, update, delete on public.note to phoihop_serving`);
  database = await openDatabase({
    ...temporary,
    poolSize: 2,
    entities: [],
    onStatement: (one) => reported.push(one),
  });
});

afterAll(async () => {
  await database?.close();
  await temporary?.drop();
});

beforeEach(async () => {
  await temporary.sql('truncate public.note');
  reported = [];
});

const setting = async (session: Session, key: string) =>
  (
    await session.query<{ value: string | null }>(`select nullif(current_setting($1, true), '') as value`, [
      `phoihop.${key}`,
    ])
  )[0]!.value;

const notes = async () =>
  (await temporary.sql<{ text: string }>('select text from public.note order by id')).map(({ text }) => text);

const insert = (session: Session, text: string) =>
  session.query('insert into public.note (text) values ($1)', [text]);

const pid = async (session: Session) =>
  (await session.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]!.pid;

describe('settings', () => {
  test('are seen in their transaction, whatever characters they have', async () => {
    const settings = { person: '17', scope: `a'b"c\\d, Hà Nội` };
    await database.transaction({ settings }, async (session) => {
      expect(await setting(session, 'person')).toBe('17');
      expect(await setting(session, 'scope')).toBe(settings.scope);
    });
  });

  test('do not leak to the next transaction on the same connection', async () => {
    const first = await database.transaction({ settings: { person: '17' } }, pid);
    await database.transaction({}, async (session) => {
      expect(await pid(session)).toBe(first);
      expect(await setting(session, 'person')).toBeNull();
    });
  });

  test('set for the whole connection by a plugin’s SQL do not leak either', async () => {
    const first = await database.transaction({}, async (session) => {
      await session.query(`select set_config('phoihop.person', '17', false)`);
      await session.query(`set statement_timeout = 0`);
      return pid(session);
    });
    await database.transaction({}, async (session) => {
      expect(await pid(session)).toBe(first);
      expect(await setting(session, 'person')).toBeNull();
      expect(await session.query('show statement_timeout')).toEqual([{ statement_timeout: '5s' }]);
    });
  });

  test('of two transactions at the same time are each one’s own', async () => {
    const seen = await Promise.all(
      ['17', '18'].map((person) =>
        database.transaction({ settings: { person } }, async (session) => {
          await sleep(50);
          return { person: await setting(session, 'person'), pid: await pid(session) };
        }),
      ),
    );
    expect(seen.map(({ person }) => person)).toEqual(['17', '18']);
    expect(seen[0]!.pid).not.toBe(seen[1]!.pid);
  });

  test('with a name that could be SQL are refused, and the connection stays usable', async () => {
    const wrong = database.transaction({ settings: { 'a.b': '1' } }, pid);
    await expect(wrong).rejects.toMatchObject({ code: 'SETTING_INVALID' });
    await database.ping();
  });
});

describe('a transaction', () => {
  test('is one, on one connection, for query, Kysely and entities', async () => {
    await database.transaction({}, async (session) => {
      const sql = 'select pg_current_xact_id()::text as id, pg_backend_pid() as pid';
      const [byQuery] = await session.query(sql);
      const [byEntityManager] = await session.em.execute(sql);
      const byKysely = await session.kysely
        .selectNoFrom((eb) => [eb.fn('pg_current_xact_id').as('id'), eb.fn('pg_backend_pid').as('pid')])
        .executeTakeFirst();
      expect(byEntityManager).toEqual(byQuery);
      expect(byKysely).toEqual(byQuery);
    });
  });

  test('is kept when its work resolves', async () => {
    await expect(
      database.transaction({}, async (session) => (await insert(session, 'kept'), 5)),
    ).resolves.toBe(5);
    expect(await notes()).toEqual(['kept']);
  });

  test('is undone when its work rejects, and the error comes out as it was', async () => {
    const error = new RangeError('not the database’s');
    const work = database.transaction({}, async (session) => {
      await insert(session, 'undone');
      throw error;
    });
    await expect(work).rejects.toBe(error);
    expect(await notes()).toEqual([]);
  });

  test('whose failed statement was swallowed does not look like a success', async () => {
    const work = database.transaction({}, async (session) => {
      await insert(session, 'lost');
      await insert(session, 'lost').catch(() => {});
    });
    await expect(work).rejects.toMatchObject({ code: 'TRANSACTION_ABORTED' });
    expect(await notes()).toEqual([]);
    await database.ping();
  });

  test('for reading sees one state and cannot write', async () => {
    await database.transaction({ readOnly: true }, async (session) => {
      expect(await session.query('select text from public.note')).toEqual([]);
      await temporary.sql(`insert into public.note (text) values ('meanwhile')`);
      expect(await session.query('select text from public.note')).toEqual([]);
    });
    const write = database.transaction({ readOnly: true }, (session) => insert(session, 'x'));
    await expect(write).rejects.toMatchObject({ code: 'READ_ONLY' });
  });

  test('counts the statements of its session, not those that open and close it', async () => {
    await database.transaction({ readOnly: true, settings: { person: '17' } }, async (session) => {
      expect(session.statements).toBe(0);
      await session.query('select 1');
      await session.kysely.selectNoFrom((eb) => eb.lit(1).as('one')).execute();
      await session.em.execute('select 1');
      expect(session.statements).toBe(3);
    });
  });

  test('does not touch the parameters it is given', async () => {
    const parameters = [1];
    await database.transaction({}, (session) => session.query('select $1::int', parameters));
    parameters.push(2);
    expect(parameters).toEqual([1, 2]);
  });

  test('reports every statement with its time and failure', async () => {
    await database.transaction({}, (session) => session.query('select $1::int as n', [7]));
    await database.transaction({}, (session) => session.query('select 1/0')).catch(() => {});
    expect(reported.find(({ sql }) => sql.includes('as n'))).toMatchObject({
      parameters: [7],
      role: 'serving',
      error: undefined,
    });
    expect(reported.find(({ sql }) => sql.includes('1/0'))!.error).toMatchObject({ code: '22012' });
    expect(reported.every(({ milliseconds }) => milliseconds >= 0)).toBe(true);
  });

  test('names the constraint that a row breaks', async () => {
    const work = database.transaction(
      {},
      async (session) => (await insert(session, 'a'), insert(session, 'a')),
    );
    await expect(work).rejects.toMatchObject({ code: 'UNIQUE', constraint: 'note_text_key', table: 'note' });
  });
});

describe('a late statement', () => {
  test('after the end is refused by every means of the session', async () => {
    let late!: Session;
    await database.transaction({}, async (session) => {
      late = session;
      await session.em.execute('select 1');
    });
    await expect(insert(late, 'late')).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    await expect(late.em.execute(`insert into public.note (text) values ('late')`)).rejects.toThrow();
    await expect(late.kysely.insertInto('note').values({ text: 'late' }).execute()).rejects.toThrow();
    expect(await notes()).toEqual([]);
  });

  test('that was waiting for its turn when the work failed is not run after the rollback', async () => {
    const pending: Promise<unknown>[] = [];
    const work = database.asSystem('test', async (session) => {
      pending.push(
        session.query('select pg_sleep(0.2)'),
        insert(session, 'stray'),
        insert(session, 'stray 2'),
      );
      throw new Error('done');
    });
    await expect(work).rejects.toThrow('done');
    const outcomes = await Promise.allSettled(pending);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await notes()).toEqual([]);
  });
});

describe('a savepoint', () => {
  test('undoes what failed in it and nothing else', async () => {
    await database.transaction({}, async (session) => {
      await insert(session, 'before');
      await expect(
        session.savepoint(async () => (await insert(session, 'in'), insert(session, 'before'))),
      ).rejects.toMatchObject({ code: 'UNIQUE' });
      await insert(session, 'after');
    });
    expect(await notes()).toEqual(['before', 'after']);
  });

  test('that succeeds is kept and gives its result', async () => {
    const result = await database.transaction({}, (session) =>
      session.savepoint(async () => (await insert(session, 'in'), 9)),
    );
    expect(result).toBe(9);
    expect(await notes()).toEqual(['in']);
  });

  test('inside another is undone alone', async () => {
    await database.transaction({}, (session) =>
      session.savepoint(async () => {
        await insert(session, 'outer');
        await session
          .savepoint(async () => {
            await insert(session, 'inner');
            throw new Error('inner fails');
          })
          .catch(() => {});
        await insert(session, 'outer again');
      }),
    );
    expect(await notes()).toEqual(['outer', 'outer again']);
  });

  test('waits for one that was started beside it, so that a failure takes nothing of the other’s', async () => {
    await database.transaction({}, async (session) => {
      const field = (text: string, fails: boolean) =>
        session.savepoint(async () => {
          await insert(session, text);
          await sleep(20);
          await insert(session, `${text} again`);
          if (fails) throw new Error(text);
        });
      const outcomes = await Promise.allSettled([
        field('a', true),
        field('b', false),
        field('c', true),
        field('d', false),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
    });
    expect(await notes()).toEqual(['b', 'b again', 'd', 'd again']);
  });
});

describe('time', () => {
  test('a statement may take 5 s and an idle transaction 10 s', async () => {
    await database.transaction({}, async (session) => {
      expect(await session.query('show statement_timeout')).toEqual([{ statement_timeout: '5s' }]);
      expect(await session.query('show idle_in_transaction_session_timeout')).toEqual([
        { idle_in_transaction_session_timeout: '10s' },
      ]);
    });
  });

  test('a statement that takes longer is TIMEOUT', async () => {
    const start = performance.now();
    await expect(
      database.transaction({}, (session) => session.query('select pg_sleep(9)')),
    ).rejects.toMatchObject({
      code: 'TIMEOUT',
      sqlState: '57014',
    });
    expect(performance.now() - start).toBeLessThan(8000);
  });

  test('an idle transaction that takes longer is TIMEOUT, and its connection is not used again', async () => {
    const work = database.transaction({}, async (session) => {
      await session.query('set idle_in_transaction_session_timeout = 100');
      await sleep(400);
      await insert(session, 'too late');
    });
    await expect(work).rejects.toMatchObject({ code: 'TIMEOUT', sqlState: '25P03' });
    await database.ping();
  });

  test('who waits 2 s for a connection is told that there is none', async () => {
    const { promise: finish, resolve } = Promise.withResolvers<void>();
    const holders = [1, 2].map(() => database.transaction({}, async () => finish));
    const start = performance.now();
    await expect(database.transaction({}, pid)).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      message: expect.stringContaining('all 2 are in use'),
    });
    expect(performance.now() - start).toBeGreaterThan(1900);
    resolve();
    await Promise.all(holders);
    await database.ping();
  });
});

describe('a signal', () => {
  test('stops the running statement on the server and undoes the transaction', async () => {
    const controller = new AbortController();
    const start = performance.now();
    const work = database.transaction({ signal: controller.signal }, async (session) => {
      await insert(session, 'undone');
      await session.query(`select 'to be cancelled', pg_sleep(4)`);
    });
    setTimeout(() => controller.abort(new Error('the client went away')), 100);
    await expect(work).rejects.toMatchObject({
      code: 'CANCELLED',
      cause: { message: 'the client went away' },
    });
    expect(performance.now() - start).toBeLessThan(2500);
    // Asked as the serving role: PostgreSQL shows a role's statements to itself only. The cancel takes a moment to
    // arrive, but not the four seconds that the statement would have taken.
    const running = `select 1 from pg_stat_activity where query like '%to be cancelled%' and state = 'active' and pid <> pg_backend_pid()`;
    const stillRuns = async () =>
      (await database.transaction({}, (session) => session.query(running))).length > 0;
    while ((await stillRuns()) && performance.now() - start < 3500) await sleep(20);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(await notes()).toEqual([]);
  });

  test('ends a transaction that waits for something else, and refuses its later statements', async () => {
    const controller = new AbortController();
    let later: Promise<unknown> | undefined;
    const { promise: gate, resolve: openGate } = Promise.withResolvers<void>();
    const work = database.transaction({ signal: controller.signal }, async (session) => {
      await gate;
      await (later = insert(session, 'later'));
    });
    setTimeout(() => controller.abort(), 50);
    await expect(work).rejects.toMatchObject({ code: 'CANCELLED' });
    openGate();
    await sleep(10);
    await expect(later).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    expect(await notes()).toEqual([]);
  });

  test('given already fired takes no connection', async () => {
    const work = database.transaction({ signal: AbortSignal.abort() }, pid);
    await expect(work).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(reported).toEqual([]);
  });

  test('that never fires changes nothing', async () => {
    await database.transaction({ signal: new AbortController().signal }, (session) =>
      insert(session, 'kept'),
    );
    expect(await notes()).toEqual(['kept']);
  });
});

describe('a connection that dies', () => {
  /** By the serving role itself: a role may end its own connections. */
  const kill = (victim: number) =>
    withConnection(readTarget(temporary.servingUrl), 'phoihop test', (client) =>
      client.query('select pg_terminate_backend($1)', [victim]),
    );

  test('during work is SERVICE_UNAVAILABLE, and the next transaction gets another', async () => {
    const work = database.transaction({}, async (session) => {
      await kill(await pid(session));
      await insert(session, 'lost');
    });
    await expect(work).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await database.ping();
  });

  test('in the pool, unnoticed, is no trouble for whoever comes next', async () => {
    const pool = createPool(readTarget(temporary.servingUrl), 'phoihop test', {
      size: 2,
      statementTimeoutMs: 5000,
      idleInTransactionTimeoutMs: 5000,
    });
    let connections = 0;
    const connect = async () => {
      const client = await pool.connect();
      rememberLoss(client);
      if ((connections += 1) === 1) await kill(client.processID!);
      return client;
    };
    const lane: Lane = {
      role: 'serving',
      target: readTarget(temporary.servingUrl),
      pool: { ...pool, connect } as PgPool,
      orm: database.orm,
      names: new StatementNames(),
      readNames: new StatementNames('read'),
      frequent: new FrequentQuestions(),
      onStatement: undefined,
    };
    await runInTransaction(lane, {}, (session) => insert(session, 'kept'));
    expect(connections).toBe(2);
    expect(await notes()).toEqual(['kept']);
    await pool.end();
  });
});

describe('asSystem', () => {
  test('runs as the owner with its reason set, on its own connections', async () => {
    await database.asSystem('nightly roll-up', async (session) => {
      expect(await setting(session, 'system_reason')).toBe('nightly roll-up');
      const [{ role }] = (await session.query<{ role: string }>('select current_user as role')) as [
        { role: string },
      ];
      const [{ owner }] = (await temporary.sql<{ owner: string }>('select current_user as owner')) as [
        { owner: string },
      ];
      expect(role).toBe(owner);
      await insert(session, 'by the owner');
    });
    expect(await notes()).toEqual(['by the owner']);
    expect(reported.every(({ role }) => role === 'owner')).toBe(true);
  });

  test.each(['', '  '])('refuses the empty reason "%s"', async (reason) => {
    await expect(database.asSystem(reason, pid)).rejects.toMatchObject({ code: 'SYSTEM_REASON_MISSING' });
  });
});
