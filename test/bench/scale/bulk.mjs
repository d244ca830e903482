/**
 * Fills a table as a restore does: without its secondary indexes, foreign keys and triggers, which are made again
 * afterwards and then hold for every row. For databases that are thrown away.
 */
export async function inBulk(sql, table, fill) {
  const indexes = await sql(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not indisprimary
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    [table],
  );
  const keys = await sql(
    `select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype = 'f'`,
    [table],
  );
  for (const { name } of keys) await sql(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await sql(`drop index ${name}`);
  await sql(`alter table ${table} disable trigger user`);
  await fill();
  await sql(`alter table ${table} enable trigger user`);
  for (const { definition } of indexes) await sql(definition);
  // Not valid at first: a key is then checked by one join, and not row by row.
  for (const { name, definition } of keys)
    await sql(`alter table ${table} add constraint ${name} ${definition} not valid`);
  for (const { name } of keys) await sql(`alter table ${table} validate constraint ${name}`);
  await sql(`analyze ${table}`);
}
