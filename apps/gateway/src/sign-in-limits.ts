import { createHmac } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Database } from '@phoihop/database';
import { expand } from './log.js';

/** Where failed sign-ins are counted. Each kind of count has limiters of its own. */
export interface AttemptStore {
  limiter(kind: string, options: { points: number; seconds: number }): RateLimiterAbstract;
}

/** Counts in this process only. */
export const memoryStore: AttemptStore = {
  limiter: (kind, { points, seconds }) =>
    new RateLimiterMemory({ keyPrefix: kind, points, duration: seconds }),
};

/**
 * Counts in PostgreSQL, so that several gateways share them. The table is the gateway's own and holds only keyed
 * hashes; it is reached as the owner, since the role that serves must not be able to clear its own counts.
 */
export async function databaseStore(database: Database): Promise<AttemptStore> {
  await database.asSystem('gateway: make the table of sign-in attempts', async (session) => {
    // Two gateways may start at once; "if not exists" alone does not serialize them.
    await session.query(`select pg_advisory_xact_lock(hashtext('gateway.sign_in_attempt'))`);
    await session.query('create schema if not exists gateway');
    await session.query(
      'create table if not exists gateway.sign_in_attempt (key varchar(255) primary key, points integer not null default 0, expire bigint)',
    );
    await session.query('delete from gateway.sign_in_attempt where expire < $1', [Date.now() - 3_600_000]);
  });
  const storeClient = {
    query: async ({ text, values }: { text: string; values?: unknown[] }) => {
      const rows = await database.asSystem('gateway: count sign-in attempts', (session) =>
        session.query(text, values),
      );
      return { rows, rowCount: rows.length };
    },
  };
  return {
    limiter: (kind, { points, seconds }) =>
      new RateLimiterPostgres({
        storeClient,
        storeType: 'client',
        schemaName: 'gateway',
        tableName: 'sign_in_attempt',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: kind,
        points,
        duration: seconds,
      }),
  };
}

/** What may be tried before waiting begins. */
const free = {
  /** Failures for one account from one network within an hour; after them each try doubles the wait. */
  account: 5,
  /** Failures from one network within a quarter of an hour, whatever the accounts: an office shares one address. */
  network: 60,
  /** Failures for one account from everywhere within an hour; then only networks it has signed in from may try. */
  accountEverywhere: 100,
};
const firstWaitSeconds = 5;
const longestWaitSeconds = 900;
// Below 2^31 ms, the longest timer of Node, which the memory store uses.
const knownNetworkSeconds = 20 * 24 * 3600;

/** A try that may go ahead. */
export interface Attempt {
  /** Tells how it ended; a try that was neither right nor wrong, because something else failed, is taken back. */
  end(how: 'right' | 'wrong' | 'neither'): Promise<void>;
}

/**
 * Slows down guessing without locking anybody out. Tries are counted before the password is looked at, so a hundred
 * sent at once are a hundred; a right password takes its own back. The wait belongs to an account on one network:
 * whoever guesses at another's account makes only himself wait. Guessing spread over many networks closes an account
 * to networks it never signed in from, and to no others.
 */
export class SignInLimits {
  readonly #pairs: RateLimiterAbstract;
  readonly #waits: RateLimiterAbstract;
  readonly #networks: RateLimiterAbstract;
  readonly #accounts: RateLimiterAbstract;
  readonly #known: RateLimiterAbstract;

  constructor(
    store: AttemptStore,
    private readonly secret: string,
  ) {
    this.#pairs = store.limiter('pair', { points: free.account, seconds: 3_600 });
    this.#waits = store.limiter('wait', { points: 1, seconds: firstWaitSeconds });
    this.#networks = store.limiter('net', { points: free.network, seconds: 900 });
    this.#accounts = store.limiter('acct', { points: free.accountEverywhere, seconds: 3_600 });
    this.#known = store.limiter('known', { points: 1, seconds: knownNetworkSeconds });
  }

  /**
   * @param accountName whatever stands for one account and no other
   * @returns the seconds to wait, where there has been too much of it
   */
  async begin(accountName: string, address: string): Promise<Attempt | { waitSeconds: number }> {
    const network = this.#key(attackersNetwork(address));
    const account = this.#key(accountName);
    const pair = this.#key(`${account} ${network}`);

    const onNetwork = await this.#networks.penalty(network, 1);
    if (onNetwork.consumedPoints > free.network) return { waitSeconds: seconds(onNetwork.msBeforeNext) };
    const tried = await this.#pairs.penalty(pair, 1);
    const excess = tried.consumedPoints - free.account;
    if (excess > 0) {
      const wait = await this.#takeTurn(
        pair,
        Math.min(firstWaitSeconds * 2 ** Math.min(excess - 1, 10), longestWaitSeconds),
      );
      if (wait > 0) return { waitSeconds: wait };
    }
    const everywhere = await this.#accounts.penalty(account, 1);
    if (everywhere.consumedPoints > free.accountEverywhere && !(await this.#known.get(pair))) {
      return { waitSeconds: seconds(everywhere.msBeforeNext) };
    }
    return {
      end: async (how) => {
        if (how === 'wrong') return;
        await Promise.all([this.#networks.reward(network, 1), this.#accounts.reward(account, 1)]);
        if (how === 'neither') await this.#pairs.reward(pair, 1);
        else
          await Promise.all([
            this.#pairs.delete(pair),
            this.#waits.delete(pair),
            this.#known.set(pair, 1, knownNetworkSeconds),
          ]);
      },
    };
  }

  /** One try for each wait; the one that takes the turn begins the next wait. */
  async #takeTurn(pair: string, waitSeconds: number): Promise<number> {
    try {
      await this.#waits.consume(pair, 1, { customDuration: waitSeconds });
      return 0;
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      return seconds((refused as { msBeforeNext: number }).msBeforeNext);
    }
  }

  /** Keyed, so that the table says nothing of names and addresses. */
  #key(text: string): string {
    return createHmac('sha256', this.secret)
      .update(`sign-in limits ${text}`)
      .digest('base64url')
      .slice(0, 27);
  }
}

const seconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000));

/** Whom one attacker can be: one IPv4 address, but the 2^64 addresses of an IPv6 network. */
function attackersNetwork(address: string): string {
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1] ?? address;
  return mapped.includes(':') ? (expand(mapped)?.slice(0, 4).join(':') ?? mapped) : mapped;
}
