import type { Session } from '@phoihop/platform';

/** A unit as files name it: by the code it carried on a day. */
export interface UnitOnDay {
  readonly code: string;
  readonly day: string;
}

export const unitKey = ({ code, day }: UnitOnDay): string => `${code} ${day}`;

/**
 * Finds administrative units by the codes they carried; a code is not an identity, so the day decides. One statement
 * for all of them. Before the first day of which the tree is known, that day's codes hold.
 * @returns their ids by {@link unitKey}; what nobody carried is not in it.
 */
export async function unitsByCode(
  session: Pick<Session, 'query'>,
  wanted: readonly UnitOnDay[],
): Promise<Map<string, number>> {
  const distinct = [...new Map(wanted.map((one) => [unitKey(one), one])).values()];
  if (distinct.length === 0) return new Map();
  const rows = await session.query<UnitOnDay & { id: number }>(
    `select given.code, given.day::text, version.unit_id as id
     from (select code, day, greatest(day, (select core.tree_begins())) as tree_day
       from unnest($1::text[], $2::date[]) as given (code, day)) given
     cross join lateral (
       select unit_id, valid_to from core.administrative_unit_version version
       where version.tree = 'ADMIN' and version.code = given.code and version.superseded_at is null
         and version.valid_from <= given.tree_day
       order by version.valid_from desc limit 1
     ) version
     where version.valid_to is null or given.tree_day < version.valid_to`,
    [distinct.map(({ code }) => code), distinct.map(({ day }) => day)],
  );
  return new Map(rows.map((row) => [unitKey(row), row.id]));
}
