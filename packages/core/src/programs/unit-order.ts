import type { RequestContext } from '@phoihop/platform';

/**
 * Which of the units lie at or below another one on the business date, at any depth.
 * @returns Their ids; a unit that does not exist on that day lies below nothing.
 */
export async function unitsWithin(
  context: RequestContext,
  units: readonly number[],
  above: number,
): Promise<Set<number>> {
  const rows = await context.session.query<{ id: number }>(
    `select distinct part.unit_id as id
       from core.unit_reach part join core.unit_reach whole on part.path operator(public.<@) whole.path
      where part.unit_id = any ($1::bigint[]) and part.own and whole.unit_id = $2 and whole.own
        and part.valid_from <= $3::date and (part.valid_to is null or part.valid_to > $3::date)
        and whole.valid_from <= $3::date and (whole.valid_to is null or whole.valid_to > $3::date)`,
    [units, above, context.clock.businessDate],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether a unit is another one, or lies below it, on the business date. */
export async function isWithin(context: RequestContext, unit: number, above: number): Promise<boolean> {
  return (await unitsWithin(context, [unit], above)).has(unit);
}
