import { inBulk } from './bulk.mjs';

/** Units of the tree of 2021 under a code; the country's is VN. */
const placesUnder = /* sql */ `
  select part.unit_id, version.kind
  from core.unit_reach root_reach
  join core.administrative_unit_version root on root.unit_id = root_reach.unit_id and root.code = $1 and root.superseded_at is null
    and root.valid_from <= '2021-10-15' and (root.valid_to is null or root.valid_to > '2021-10-15')
  join core.unit_reach part on part.own and part.path operator(public.<@) root_reach.path
    and part.valid_from <= '2021-10-15' and (part.valid_to is null or part.valid_to > '2021-10-15')
  join core.administrative_unit_version version on version.unit_id = part.unit_id and version.superseded_at is null
    and version.valid_from <= '2021-10-15' and (version.valid_to is null or version.valid_to > '2021-10-15')
  where root_reach.own and root_reach.valid_from <= '2021-10-15' and (root_reach.valid_to is null or root_reach.valid_to > '2021-10-15')
    and version.tree = 'ADMIN'`;

/**
 * One generated monthly indicator for program after program, because only 17 indicators are declared so far. Marked
 * as demonstration; kinds in turn, so that sums, stocks and shares are all there.
 */
export async function addIndicators(sql, count) {
  await sql(
    `insert into core.indicator (key, plugin, program, title_vi, title_en, description_vi, description_en, unit_of_measure_vi,
       unit_of_measure_en, kind, numerator_vi, numerator_en, denominator_vi, denominator_en, calendar, collection_level,
       merge_rule, split_rule, decimals, sources, demo)
     select 'scale.indicator-' || lpad(n::text, 3, '0'), 'core', program.code, 'Chỉ số thử tải ' || n, 'Load indicator ' || n,
       'Số liệu sinh tự động để đo tải.', 'Generated to measure with.', 'việc', 'one', kind,
       part, part, part, part, 'MONTH', 'COMMUNE',
       case kind when 'RATIO' then 'COMPONENTS' when 'STOCK' then 'STOCK_SUM' else 'SUM' end, 'NONE', 0, '{front-report}', true
     from generate_series(1, $1::int) n
     cross join lateral (select case n % 5 when 0 then 'RATIO' when 1 then 'STOCK' else 'SUM' end as kind) k
     cross join lateral (select case kind when 'RATIO' then 'x' end as part) p
     join (select code, row_number() over (order by code) - 1 as place, count(*) over () as programs from core.program) program
       on program.place = (n - 1) % program.programs
     on conflict (key) do nothing`,
    [count],
  );
  await sql(
    `insert into core.indicator_feeder (indicator_id, kind, valid_from)
     select i.id, 'COLLECTED', '2016-01-01' from core.indicator i where i.key like 'scale.%'
       and not exists (select from core.indicator_feeder f where f.indicator_id = i.id)`,
  );
}

/** A number from 0 to 999 that depends on nothing but the figure's place and the seed. */
const chance = (salt) =>
  `(hashint8extended(unit_id * 1000003 + period_id * 8191 + indicator_id * 131 + ${salt}, 20211015) & 1023) % 1000`;

/**
 * Reports and figures of all communes and districts under a code for the months up to September 2021, every indicator
 * that is collected or computed at their level. Where there are figures of a unit already it is left out, so that a
 * database grows from a district to the nation. Plausible: about 3 of 100 figures are missing; what is older than two
 * months has been accepted, so that there are two rows of it, the entered one superseded by the accepted one. Each
 * commune has a plan of the year for one indicator.
 */
export async function fill(sql, { root, months, onProgress = () => {} }) {
  await sql('drop table if exists scale_place, scale_cell');
  await sql(
    `create unlogged table scale_place as ${placesUnder.replace('$1', `'${root}'`)}
       and not exists (select from core.data_value d where d.unit_id = part.unit_id)`,
  );
  await sql('analyze scale_place');
  await sql(
    `create unlogged table scale_cell as
     select i.id as indicator_id, i.program, i.kind, i.sources[1] as source, part.part, p.id as period_id, p.ends_on, p.key as period_key,
       i.calendar, i.collection_level, i.applies_to, i.decimals,
       array(select status ->> 'code' from jsonb_array_elements(i.statuses) as status) || 'none'::text as statuses
     from core.indicator i
     join core.period p on p.calendar_key = i.calendar and p.ends_on <= '2021-09-30'
       and p.ends_on > '2021-09-30'::date - make_interval(months => ${Number(months)})
     cross join lateral (
       select '' as part union all
       select d ->> 'code' || ':' || (v ->> 'code') from jsonb_array_elements(i.disaggregations) as d, jsonb_array_elements(d -> 'values') as v
     ) part
     where i.kind <> 'DERIVED' and i.collection_level in ('COMMUNE', 'DISTRICT')`,
  );
  const [{ n: communes }] = await sql(
    `select count(*)::int as n from scale_place where kind in ('COMMUNE', 'WARD', 'TOWN')`,
  );
  await inBulk(sql, 'core.report', () => sql(reports));
  await sql('create index on scale_cell (ends_on)');
  const days = await sql('select distinct ends_on::text as day from scale_cell order by 1');
  await inBulk(sql, 'core.data_value', async () => {
    for (const { day } of days) {
      await sql(values, [day]);
      onProgress(day);
    }
  });
  await sql(
    `select setval(pg_get_serial_sequence('core.data_value', 'id'), (select max(id) from core.data_value))`,
  );
  await sql(targets);
  await sql('drop table scale_place, scale_cell');
  return { communes };
}

/** A plan of the year for each commune, by which the communes are ranked. */
const targets = /* sql */ `
insert into core.target (indicator_id, unit_id, home_unit_id, program_code, period_id, operator, value, deadline, path, tolerance, demo)
select i.id, place.unit_id, place.unit_id, i.program, p.id, 'AT_LEAST', 100 + place.unit_id % 50, p.ends_on, 'NONE', 0, true
from scale_place place
join core.indicator i on i.key = 'social-care.gift-cards'
join core.period p on p.calendar_key = 'YEAR' and p.key = '2021'
where place.kind in ('COMMUNE', 'WARD', 'TOWN')
  and not exists (select from core.target t where t.unit_id = place.unit_id and t.indicator_id = i.id and t.period_id = p.id)`;

const reports = /* sql */ `
insert into core.report (template_id, unit_id, period_id, as_of, program, state, submitted_at, submitted_by, accepted_at, accepted_by, demo)
select t.id, place.unit_id, cell.period_id, cell.ends_on, t.program,
  case when cell.ends_on < '2021-08-01' then 'ACCEPTED' else 'SUBMITTED' end, cell.ends_on + interval '3 days', 1,
  case when cell.ends_on < '2021-08-01' then cell.ends_on + interval '9 days' end,
  case when cell.ends_on < '2021-08-01' then 2 end, true
from core.report_template t
cross join scale_place place
join (select distinct period_id, ends_on from scale_cell where calendar = 'MONTH') cell on true
where t.key = 'commune-monthly' and place.kind in ('COMMUNE', 'WARD', 'TOWN')
order by cell.ends_on, place.unit_id`;

const values = /* sql */ `
with figure as (
  select place.unit_id, cell.*, ${chance(7)} as much, ${chance(17)} as share
  from scale_cell cell
  join scale_place place on (cell.applies_to is null or place.kind = any (cell.applies_to))
    and case cell.collection_level when 'COMMUNE' then place.kind in ('COMMUNE', 'WARD', 'TOWN')
      else place.kind in ('DISTRICT', 'URBAN_DISTRICT', 'DISTRICT_TOWN', 'PROVINCIAL_CITY') end
  where cell.ends_on = $1 and ${chance(3)} >= 30
),
numbered as (
  select figure.*, report.id as report_id, 1 + 2 * row_number() over (order by figure.unit_id, figure.indicator_id, figure.part)
      + (select coalesce(max(id), 0) from core.data_value) as n,
    ends_on < '2021-08-01' as accepted
  from figure
  left join core.report report on report.unit_id = figure.unit_id and report.period_id = figure.period_id
    and figure.calendar = 'MONTH' and figure.collection_level = 'COMMUNE'
)
insert into core.data_value (id, indicator_id, unit_id, period_id, as_of, program, source, disaggregation, value, numerator,
  denominator, status, state, report_id, entered_by, accepted_by, recorded_at, superseded_at, superseded_by, demo)
select n + later, indicator_id, unit_id, period_id, ends_on, program, source, part,
  case when kind in ('SUM', 'EVENT_COUNT') then case part when '' then 2 + much % 40 else 1 + much % 2 end
    when kind = 'STOCK' then 200 + much end,
  case when kind = 'RATIO' then (200 + much) * (600 + share * 2 / 5) / 1000 end,
  case when kind = 'RATIO' then 200 + much end,
  case when kind = 'STATUS_COUNT' then statuses[(1 + much % cardinality(statuses))::int] end,
  case later when 1 then 'ACCEPTED' else 'PROVISIONAL' end, report_id, 1, case later when 1 then 2 end,
  ends_on + interval '2 days' + later * interval '7 days',
  case when accepted and later = 0 then ends_on + interval '9 days' end,
  case when accepted and later = 0 then n + 1 end, true
from numbered
cross join lateral generate_series(0, accepted::int) as later`;
