// @ts-ignore -- pg ships no types; the part of it this package uses is written down below.
import pg from 'pg';

/** One statement's answer. A text of several statements is answered by an array of these. */
export interface PgResult {
  readonly command: string;
  readonly rowCount: number | null;
  readonly rows: Record<string, unknown>[];
}

export interface PgClient {
  connect(): Promise<unknown>;
  query(text: string, values?: readonly unknown[]): Promise<PgResult>;
  /** Prepared under a name the first time a connection sees it, then only executed. */
  query(statement: { name: string; text: string; values: readonly unknown[] }): Promise<PgResult>;
  end(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  readonly processID: number | null;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string | null;
  readonly ssl: unknown;
}

export interface PgPoolClient extends PgClient {
  /** With an error or `true` the connection is closed instead of kept. */
  release(destroy?: Error | boolean): void;
}

export interface PgPool {
  connect(): Promise<PgPoolClient>;
  end(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'connect', listener: (client: PgClient) => void): unknown;
  readonly totalCount: number;
  readonly idleCount: number;
}

export type ParseValue = (text: string) => unknown;

export interface PgTypes {
  getTypeParser(oid: number, format?: string): ParseValue;
}

interface PgArrayParser {
  create(text: string, parse: ParseValue): { parse(): unknown[] };
}

export const Client = pg.Client as new (config: object) => PgClient;
export const Pool = pg.Pool as new (config: object) => PgPool;
export const types = pg.types as PgTypes & { readonly arrayParser: PgArrayParser };
/** Quotes a name as one SQL identifier. */
export const quoteName = pg.escapeIdentifier as (name: string) => string;
/** Quotes a text as one SQL literal. */
export const quoteText = pg.escapeLiteral as (text: string) => string;
