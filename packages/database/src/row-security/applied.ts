import { createHash } from 'node:crypto';
import type { PgClient } from '../connection/pg.js';
import { tableExists } from '../connection/table-exists.js';
import type { Relation } from './catalog.js';
import { policyVersion } from './policies.js';
import type { TableSecurity } from './table-security.js';

/**
 * What was applied, one row per table and one per schema (its table name is ''): the declaration's hash, and the
 * fingerprint of what the database then had. Both unchanged means that there is nothing to do; a policy dropped by
 * hand, a table made anew or a right granted on the side changes the fingerprint.
 */
export type Applied = Map<string, { declared: string; fingerprint: string }>;

export async function createAppliedTable(client: PgClient): Promise<void> {
  await client.query(`
    create schema if not exists phoihop;
    create table phoihop.row_security (
      schema_name text not null,
      table_name text not null,
      declared text not null,
      fingerprint text not null,
      applied_at timestamptz not null default clock_timestamp(),
      primary key (schema_name, table_name)
    );
    comment on table phoihop.row_security is 'Row security as last applied; written by the gateway only';`);
}

/** `undefined` where row security was never applied. */
export async function readApplied(client: PgClient): Promise<Applied | undefined> {
  if (!(await tableExists(client, 'phoihop', 'row_security'))) return undefined;
  const { rows } = await client.query(
    'select schema_name, table_name, declared, fingerprint from phoihop.row_security',
  );
  return new Map(
    rows.map((row) => [
      key(row.schema_name as string, row.table_name as string),
      { declared: row.declared as string, fingerprint: row.fingerprint as string },
    ]),
  );
}

export async function writeApplied(client: PgClient, state: readonly Current[]): Promise<void> {
  await client.query('delete from phoihop.row_security');
  await client.query(
    `insert into phoihop.row_security (schema_name, table_name, declared, fingerprint)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
    [
      state.map(({ schema }) => schema),
      state.map(({ table }) => table),
      state.map(({ declared }) => declared),
      state.map(({ fingerprint }) => fingerprint),
    ],
  );
}

/** A table, or with table '' a schema: what is declared of it now, and what the database has now. */
export interface Current {
  schema: string;
  table: string;
  declared: string;
  fingerprint: string;
}

export function currentState(
  declarations: ReadonlyMap<string, TableSecurity>,
  relations: readonly Relation[],
  schemas: ReadonlyMap<string, string>,
  servingRole: string,
): Current[] {
  const hash = (value: unknown) =>
    createHash('sha256')
      .update(JSON.stringify([policyVersion, servingRole, value]))
      .digest('hex');
  const managed = new Set([...declarations.values()].map(({ schema }) => schema));
  return [
    ...relations.map(({ schema, table, fingerprint }) => {
      const security = declarations.get(key(schema, table));
      const declared = hash(security && [security.select, security.insert, security.update, security.delete]);
      return { schema, table, declared, fingerprint };
    }),
    ...[...schemas].map(([schema, fingerprint]) => ({
      schema,
      table: '',
      declared: hash(managed.has(schema)),
      fingerprint,
    })),
  ];
}

export function unchanged(applied: Applied, { schema, table, declared, fingerprint }: Current): boolean {
  const before = applied.get(key(schema, table));
  return before?.declared === declared && before.fingerprint === fingerprint;
}

export function key(schema: string, table: string): string {
  return JSON.stringify([schema, table]);
}
