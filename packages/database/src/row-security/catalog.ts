import type { PgClient } from '../connection/pg.js';

/** A relation as the database has it. */
export interface Relation {
  schema: string;
  table: string;
  kind: 'table' | 'view' | 'materialized view';
  /** A partition is reached through its parent, whose policies apply. */
  partition: boolean;
  /** A view that reads with the rights of who asks, and so under the policies of its tables. */
  asInvoker: boolean;
  rowSecurity: boolean;
  policies: string[];
  /** Changes whenever the rights on the relation, or its policies, do. */
  fingerprint: string;
}

const relationsSql = `
  select n.nspname::text as schema, c.relname::text as table, c.relispartition as partition,
    case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end as kind,
    coalesce('security_invoker=true' = any(c.reloptions) or 'security_invoker=on' = any(c.reloptions), false) as "asInvoker",
    c.relrowsecurity as "rowSecurity",
    coalesce(p.names, '{}') as policies,
    md5(concat_ws('|', c.oid, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.relacl::text, p.definition,
      (select string_agg(a.attname || a.attacl::text, ',' order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attacl is not null))) as fingerprint
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join lateral (
    select array_agg(polname::text order by polname) as names,
      string_agg(concat_ws(',', polname, polcmd, polpermissive, polroles::text, polqual::text, polwithcheck::text), ';'
        order by polname) as definition
    from pg_policy where polrelid = c.oid
  ) p on true
  where n.nspname = any($1) and c.relkind in ('r', 'p', 'f', 'v', 'm')
  order by 1, 2`;

/** Tables and views of these schemas, by name. */
export async function readRelations(client: PgClient, schemas: readonly string[]): Promise<Relation[]> {
  const { rows } = await client.query(relationsSql, [schemas]);
  return rows as unknown as Relation[];
}

/** The columns of a table, in its order. */
export async function readColumns(client: PgClient, schema: string, table: string): Promise<string[]> {
  const { rows } = await client.query(
    `select a.attname::text as name
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [schema, table],
  );
  return rows.map((row) => row.name as string);
}

const schemasSql = `
  select n.nspname::text as schema, md5(concat_ws('|', n.oid, n.nspacl::text,
    (select string_agg(concat_ws(',', c.oid, c.relacl::text), ';' order by c.oid)
      from pg_class c where c.relnamespace = n.oid and c.relkind = 'S'),
    (select string_agg(concat_ws(',', p.oid, p.proacl::text), ';' order by p.oid)
      from pg_proc p where p.pronamespace = n.oid))) as fingerprint
  from pg_namespace n where n.nspname = any($1)`;

/** Of what lies around the tables: the schema's own rights, sequences and functions. */
export async function readSchemas(
  client: PgClient,
  schemas: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query(schemasSql, [schemas]);
  return new Map(rows.map((row) => [row.schema as string, row.fingerprint as string]));
}
