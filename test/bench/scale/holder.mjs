/** Somebody who may read everything under a code, and nothing else: rules and row security are on in all that is measured. */
export async function holderOf(sql, code) {
  const [place] = await sql(
    `select reach.unit_id as "unitId", reach.path::text as path from core.unit_reach reach
     join core.administrative_unit_version version on version.unit_id = reach.unit_id and version.code = $1
       and version.superseded_at is null and version.valid_from <= '2021-10-15'
       and (version.valid_to is null or version.valid_to > '2021-10-15')
     where reach.own and reach.valid_from <= '2021-10-15' and (reach.valid_to is null or reach.valid_to > '2021-10-15')`,
    [code],
  );
  const permissions = ['core:value.read', 'core:report.read', 'core:value.record'];
  const scope = { subtree: [`any.${place.path}`], exact: [] };
  return {
    unitId: place.unitId,
    userId: 1,
    roles: [],
    permissions: new Set(permissions),
    settings: {
      scopes: JSON.stringify(Object.fromEntries(permissions.map((one) => [one, scope]))),
      organizations: '',
      person: '1',
    },
  };
}
