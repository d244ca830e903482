import { cutAt } from '../sql/cut-at.js';
import { replacing } from '../sql/replacing.js';
import { aggregateSql } from './aggregate-sql.js';

const [before] = cutAt(aggregateSql, 'place as materialized (');
const [, after] = cutAt(aggregateSql, 'cell as materialized (');

/**
 * The places of `core.aggregate_figures`, found once instead of once for each day that is asked about: ten months of a
 * district's own figures looked up its communes and residential areas ten times, of which none reports them.
 */
const placesAtOnce = /* sql */ `-- Everything below the roots is looked up once, whatever the days are; of it only what reports is kept.
below as materialized (
  select top.root, top.path, part.unit_id, version.kind,
    daterange(part.valid_from, part.valid_to) * daterange(version.valid_from, version.valid_to) as during
  from (select distinct root, path from root where path is not null) top
  join core.unit_reach part on part.own and part.path operator(public.<@) top.path
  cross join lateral (
    -- In this order the btree index answers; the exclusion constraint's would be tried otherwise, 50 times slower.
    select its.kind, its.valid_from, its.valid_to from core.administrative_unit_version its
    where its.unit_id = part.unit_id and its.superseded_at is null
    order by its.valid_from desc offset 0
  ) version
  where version.kind = any (array(select unnest(kinds) from request where cells is null))
),
place as materialized (
  select root.root, root.tree_day, below.unit_id, below.kind
  from root
  join below on below.root = root.root and below.path operator(public.=) root.path and below.during @> root.tree_day
),
`;

const again = (sql: string): string =>
  replacing(sql).replace('set jit = off', 'set jit = off\n  set plan_cache_mode = force_generic_plan');

export const placesAtOnceSql = again(before + placesAtOnce + after);

export const placesAtOnceDown = again(aggregateSql);
