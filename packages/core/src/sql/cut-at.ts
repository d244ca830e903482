/**
 * What stands before the mark, and the rest, which begins with it.
 * @throws Error where the mark is gone: a migration made of the pieces would be another one.
 */
export function cutAt(sql: string, mark: string): [before: string, from: string] {
  const at = sql.indexOf(mark);
  if (at < 0) throw new Error(`There is no "${mark}" in the SQL to cut it at.`);
  return [sql.slice(0, at), sql.slice(at)];
}

/**
 * What begins with one mark and ends before the next of another.
 * @throws Error where one of them is gone.
 */
export const between = (sql: string, from: string, until: string): string =>
  cutAt(cutAt(sql, from)[1], until)[0];
