import { readFile } from 'node:fs/promises';
import type { Connection } from './connection.ts';

/** Tables that get so many rows that their keys and indexes are better checked and built at the end. */
const large = ['core.report', 'core.data_value'];

/** Whether it has been done before, in a database that was kept. */
export async function isFilled({ query }: Connection): Promise<boolean> {
  const [found] = await query<{ done: boolean }>(`select to_regnamespace('bench') is not null as done`);
  return found!.done;
}

/** Fills the product's database, as its owner, with what the workloads read, and adds the views of the peers. */
export async function fill(connection: Connection): Promise<void> {
  const { query } = connection;
  await query('begin');
  const putBack = await takeAway(connection);
  await query(await sqlOf('fill.sql'));
  for (const statement of putBack) await query(statement);
  await query(await sqlOf('views.sql'));
  await query(await sqlOf('../peers/postgraphile/smart-tags.sql'));
  await query('commit');
  await query('vacuum analyze');
}

const sqlOf = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');

/**
 * Drops foreign keys and plain indexes of the large tables: one by one, each row costs several look-ups.
 * @returns the statements that put them back.
 */
async function takeAway({ query }: Connection): Promise<string[]> {
  const keys = await query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any ($1::regclass[])`,
    [large],
  );
  const indexes = await query<{ drop: string; add: string }>(
    `select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as add
     from pg_index where indrelid = any ($1::regclass[])
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    [large],
  );
  for (const { drop } of [...keys, ...indexes]) await query(drop);
  return [...indexes, ...keys].map(({ add }) => add);
}
