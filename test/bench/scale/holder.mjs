import { scopeSettings } from '@phoihop/core';

/** On whose day the tree is asked. */
const day = '2021-10-15';
const standing = (part) =>
  `${part}.valid_from <= '${day}' and (${part}.valid_to is null or ${part}.valid_to > '${day}')`;

/** Somebody who may read everything under a code, and nothing else: rules and row security are on in all that is measured. */
export async function holderOf(sql, code) {
  const [place] = await sql(
    `select reach.unit_id as "unitId", reach.path::text as path from core.unit_reach reach
     join core.administrative_unit_version version on version.unit_id = reach.unit_id and version.code = $1
       and version.superseded_at is null and ${standing('version')}
     where reach.own and ${standing('reach')}`,
    [code],
  );
  return { unitId: place.unitId, ...holding([place.path]) };
}

/**
 * Somebody who may read everything under so many provinces of the country, those with about two hundred communes: ten
 * have about two thousand.
 */
export async function holderOfProvinces(sql, count) {
  const provinces = await sql(
    `select reach.path::text as path, part.communes from core.unit_reach reach
     join core.unit_standing province on province.unit_id = reach.unit_id and ${standing('province')}
     cross join lateral (
       select sum(below.units)::int as communes from core.units_below below
       where below.unit_id = reach.unit_id and below.kind in ('COMMUNE', 'WARD', 'TOWN') and ${standing('below')}
     ) part
     where reach.own and ${standing('reach')} and province.kind in ('PROVINCE', 'CENTRAL_CITY')
     order by abs(part.communes - 200), reach.path limit $1`,
    [count],
  );
  const { unitId } = await holderOf(sql, 'VN');
  return { unitId, ...holding(provinces.map(({ path }) => path)) };
}

/** The rights to read what is measured, over everything under some paths. */
function holding(paths) {
  const permissions = ['core:value.read', 'core:report.read', 'core:target.read', 'core:value.record'];
  const scope = { subtree: paths.map((path) => `any.${path}`), exact: [] };
  return {
    userId: 1,
    roles: [],
    permissions: new Set(permissions),
    settings: {
      ...scopeSettings(Object.fromEntries(permissions.map((one) => [one, scope]))),
      organizations: '',
      person: '1',
    },
  };
}
