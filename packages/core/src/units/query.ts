/** Sends one SQL statement with `$1`, `$2` parameters; `Session.query` of `@phoihop/database` is one. */
export type Query = <R>(sql: string, parameters?: unknown[]) => Promise<R[]>;
