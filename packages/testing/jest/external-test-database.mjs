import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

const oldest = 150_000;

/**
 * A database of this run alone on a PostgreSQL of yours, so that runs can go on side by side.
 *
 * @param {string} url of a role that may create databases and roles and end the sessions that keep one from being
 *   dropped: LOGIN CREATEDB CREATEROLE, GRANT pg_signal_backend
 */
export async function openExternalTestDatabase(url) {
  const name = `phoihop_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const password = servingPassword(url);
  await onServer(url, async (client) => {
    const { rows } = await client.query(`SELECT current_setting('server_version_num')::int AS version`);
    if (rows[0].version < oldest)
      throw new Error('TEST_DATABASE_URL is a PostgreSQL before 15, the oldest supported.');
    await ensureServingRole(client, password);
    await createDatabase(client, name);
  });
  let removed;
  return {
    ownerUrl: withParts(url, { pathname: `/${name}` }),
    servingUrl: withParts(url, { pathname: `/${name}`, username: 'phoihop_serving', password }),
    remove: () => (removed ??= onServer(url, (client) => dropAll(client, name))),
  };
}

/** The database of the run, and those that its tests made: named after it, whether they were taken away or not. */
async function dropAll(client, name) {
  const { rows } = await client.query(`SELECT datname FROM pg_database WHERE starts_with(datname, $1)`, [
    name,
  ]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}

async function onServer(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Runs share the role, as roles are the server's: under a lock, and with the same password whichever run sets it. */
async function ensureServingRole(client, password) {
  await client.query('BEGIN');
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('phoihop_serving'))`);
  const { rowCount } = await client.query(`SELECT FROM pg_roles WHERE rolname = 'phoihop_serving'`);
  await client.query(
    `${rowCount ? 'ALTER' : 'CREATE'} ROLE phoihop_serving LOGIN NOCREATEDB NOCREATEROLE PASSWORD '${password}'`,
  );
  await client.query('COMMIT');
}

function servingPassword(url) {
  return createHash('sha256')
    .update(`serving ${new URL(url).password}`)
    .digest('hex');
}

/** Sorted as the embedded server sorts, where this one can. */
async function createDatabase(client, name) {
  const vietnamese = `TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi-VN'`;
  await client
    .query(`CREATE DATABASE ${name} ${vietnamese}`)
    .catch(() => client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`));
}

function withParts(url, parts) {
  return Object.assign(new URL(url), parts).href;
}
