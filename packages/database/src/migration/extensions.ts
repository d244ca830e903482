import { classify } from '../connection/classify.js';
import { DatabaseError } from '../connection/database-error.js';
import type { PgClient } from '../connection/pg.js';

/** All are "trusted": whoever may create in the database may install them, without being a superuser. */
const extensions = ['btree_gist', 'ltree', 'pg_trgm', 'pgcrypto', 'unaccent'] as const;

/** @throws DatabaseError EXTENSION_MISSING with the SQL to run */
export async function createExtensions(client: PgClient): Promise<void> {
  const { rows } = await client.query('select extname from pg_extension');
  const installed = new Set(rows.map(({ extname }) => extname));
  const absent = extensions.filter((name) => !installed.has(name));
  for (const name of absent) {
    try {
      await client.query(`create extension if not exists ${name} schema public`);
    } catch (error) {
      throw missing(absent, name, error);
    }
  }
}

function missing(absent: readonly string[], name: string, error: unknown): unknown {
  const known = classify(error);
  const list = absent
    .map((extension) => `  create extension if not exists ${extension} schema public;\n`)
    .join('');
  // 0A000 "is not available", 58P01 no control file: the server was installed without its contrib modules.
  if (known?.sqlState === '0A000' || known?.sqlState === '58P01') {
    return new DatabaseError(
      'EXTENSION_MISSING',
      `The server does not have the extension "${name}". It comes with PostgreSQL’s contrib modules (on Debian the ` +
        `package postgresql-contrib); install them on the server, then run:\n\n${list}`,
      { cause: error },
    );
  }
  if (known?.code !== 'ROW_SECURITY') return known ?? error;
  return new DatabaseError(
    'EXTENSION_MISSING',
    `The owner of the database may not install the extension "${name}". Run this in the database as an ` +
      `administrator:\n\n${list}`,
    { cause: error },
  );
}
