/** The same functions, put in the place of those that are there already. */
export const replacing = (sql: string): string =>
  sql.replaceAll('create function', 'create or replace function');
