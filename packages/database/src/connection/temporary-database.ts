import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { classify } from './classify.js';
import { Pool, quoteName, type PgClient, type PgPool } from './pg.js';
import { connectionConfig, readTarget, withConnection } from './target.js';

/** A database of its own for one test file, on the server that the test run started. Not part of the package's face. */
export interface TemporaryDatabase {
  readonly ownerUrl: string;
  readonly servingUrl: string;
  /** SQL as the owner, outside of everything that is tested. */
  sql<R = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<R[]>;
  drop(): Promise<void>;
}

/** How a database is filled once, for all test files that want the same one. */
export interface DatabaseTemplate {
  /** Lower-case letters and digits; the same key means the same content. */
  readonly key: string;
  /** What it begins with; an empty database when not given. */
  readonly base?: DatabaseTemplate;
  prepare(place: { ownerUrl: string; servingUrl: string }): Promise<void>;
}

/** An empty database, or a copy of a template, which is made by whoever asks for it first. */
export async function createTemporaryDatabase(template?: DatabaseTemplate): Promise<TemporaryDatabase> {
  const home = homeUrls();
  const name = ofThisRun(home, randomBytes(6).toString('hex'));
  const source = template ? await templateDatabase(home, template) : 'template0';
  await withConnection(readTarget(home.ownerUrl), 'phoihop test', (client) => copy(client, source, name));
  const ownerUrl = inDatabase(home.ownerUrl, name);
  const pool = keptConnections(ownerUrl);
  return {
    ownerUrl,
    servingUrl: inDatabase(home.servingUrl, name),
    sql: async <R>(text: string, values?: readonly unknown[]) => (await runOn(pool, text, values)) as R[],
    drop: async () => {
      await pool.end();
      await dropDatabase(home, name);
    },
  };
}

/** Connecting costs as much as a hundred small statements. More than one, for tests in which one waits for another. */
function keptConnections(url: string): PgPool {
  const pool = new Pool({
    ...connectionConfig(readTarget(url), 'phoihop test'),
    max: 8,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  pool.on('error', () => {});
  return pool;
}

/** A connection on which something failed is not used again: it may be in the middle of a transaction. */
async function runOn(pool: PgPool, text: string, values?: readonly unknown[]): Promise<unknown[]> {
  const client = await pool.connect().catch((error: unknown) => {
    throw classify(error) ?? error;
  });
  try {
    const { rows } = await client.query(text, values);
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw classify(error) ?? error;
  }
}

/** An autovacuum worker in the database may not be ended by its owner; it is gone in a moment. */
async function dropDatabase(home: Home, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await withConnection(readTarget(home.ownerUrl), 'phoihop test', (client) =>
        client.query(`drop database if exists ${quoteName(name)} with (force)`),
      );
      return;
    } catch (error) {
      if (classify(error)?.code !== 'ROW_SECURITY' || attempt === 50) throw error;
      await sleep(100);
    }
  }
}

interface Home {
  readonly ownerUrl: string;
  readonly servingUrl: string;
}

function homeUrls(): Home {
  const { PHOIHOP_TEST_OWNER_URL: ownerUrl, PHOIHOP_TEST_SERVING_URL: servingUrl } = process.env;
  if (!ownerUrl || !servingUrl) {
    throw new Error(
      'PHOIHOP_TEST_OWNER_URL and PHOIHOP_TEST_SERVING_URL are not set; Jest’s global set-up sets them.',
    );
  }
  return { ownerUrl, servingUrl };
}

/** Named after the run's own database, so that whoever ends the run knows which to take away, and no run finds another's. */
const ofThisRun = ({ ownerUrl }: Home, name: string): string =>
  `${new URL(ownerUrl).pathname.slice(1)}_${name}`;

/** A database like another; one that begins empty sorts as the run's own does, whatever the server's rule is. */
async function copy(client: PgClient, source: string, name: string): Promise<void> {
  const locale = source === 'template0' ? await icuLocale(client) : undefined;
  const sorted = locale ? ` encoding 'UTF8' locale_provider icu icu_locale '${locale}'` : '';
  await client.query(`create database ${quoteName(name)} template ${quoteName(source)}${sorted}`);
}

/** The column is called otherwise since PostgreSQL 17. */
async function icuLocale(client: PgClient): Promise<string | undefined> {
  const { rows } = await client.query(
    `select coalesce(to_jsonb(its) ->> 'datlocale', to_jsonb(its) ->> 'daticulocale') as locale
       from pg_database its where datname = current_database() and datlocprovider = 'i'`,
  );
  return rows[0]?.['locale'] as string | undefined;
}

/** Makes the template under a lock, so that workers that start together make it once; a half-made one is thrown away. */
async function templateDatabase(home: Home, template: DatabaseTemplate): Promise<string> {
  const name = ofThisRun(home, `t_${template.key}`);
  const source = template.base ? await templateDatabase(home, template.base) : 'template0';
  await withConnection(readTarget(home.ownerUrl), 'phoihop test template', async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const made = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (made.rows.length > 0) return;
    const building = `${name}_new`;
    await client.query(`drop database if exists ${quoteName(building)} with (force)`);
    await copy(client, source, building);
    await template.prepare({
      ownerUrl: inDatabase(home.ownerUrl, building),
      servingUrl: inDatabase(home.servingUrl, building),
    });
    await client.query(`alter database ${quoteName(building)} rename to ${quoteName(name)}`);
  });
  return name;
}

export function inDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.href;
}
