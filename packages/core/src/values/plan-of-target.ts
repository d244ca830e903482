import { ProblemError, localId, type RequestContext } from '@phoihop/platform';

/** Operators whose figure is an amount to be reached; of a change or a limit no percentage is made. */
export const AMOUNTS: readonly string[] = ['AT_LEAST', 'RANGE', 'REACH_STATUS', 'HOLD_EVENTS'];

/** The same for SQL. */
export const amountsSql = `(${AMOUNTS.map((operator) => `'${operator}'`).join(', ')})`;

/** {@link planOfTarget} in SQL, of the operator and the value of a target. */
export const planSql = (operator: string, value: string): string =>
  `case when ${operator} in ${amountsSql} then ${value} end`;

/**
 * The plan of the year that a target sets, in the unit of its indicator's figures: the level, or the lower end of a
 * range. Null where the target is a change or an upper limit, of which nobody reaches a percentage.
 * @throws ProblemError NOT_FOUND where there is no such target that the caller may see.
 */
export async function planOfTarget(
  context: RequestContext,
  target: string,
  field: string,
): Promise<string | null> {
  const id = localId('Target', target, field);
  const [row] = await context.session.query<{ operator: string; value: string }>(
    'select operator, value::text from core.target where id = $1',
    [id],
  );
  if (!row) throw new ProblemError('NOT_FOUND', { field, given: target });
  return AMOUNTS.includes(row.operator) ? row.value : null;
}
