// @ts-ignore -- pg ships no types; the part of it that is used is written down below.
import pg from 'pg';

/** SQL as the owner of the tables, outside of all that is measured. */
export interface Connection {
  query<R = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

interface Client {
  connect(): Promise<unknown>;
  query(sql: string, values?: readonly unknown[]): Promise<{ rows: any[] }>;
  end(): Promise<void>;
}

export async function connect(url: string): Promise<Connection> {
  const client: Client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    query: async (sql, values) => (await client.query(sql, values)).rows,
    close: () => client.end(),
  };
}
