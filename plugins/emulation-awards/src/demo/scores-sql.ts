import { people } from './years-sql.js';

/** Entries of a year with a number of each unit, so that points depend on nothing else. */
const unitsOf = (year: number): string => /* sql */ `
unit as (
  select entry.*, year.unit_id as district_id, year.sheet_id,
      row_number() over (partition by entry.emulation_year_id order by version.code)::int as n,
      row_number() over (partition by entry.cluster_id order by version.code)::int as place
    from emulation_awards.entry entry
    join emulation_awards.emulation_year year on year.id = entry.emulation_year_id and year.year = ${year} and year.demo
    join core.administrative_unit_version version on version.unit_id = entry.unit_id and version.superseded_at is null
     and version.valid_from <= '2021-06-01' and (version.valid_to is null or version.valid_to > '2021-06-01')
),
line as (
  select its.*, row_number() over (partition by its.sheet_id order by its.id)::int as k from emulation_awards.criterion its
), ${people}`;

const columns = /* sql */ `
insert into emulation_awards.score (entry_id, emulation_year_id, group_id, unit_id, criterion_id, kind, author_unit_id, points, explanation, recorded_at, recorded_by, demo)`;

const self2020 = /* sql */ `
with ${unitsOf(2020)}
${columns}
select unit.id, unit.emulation_year_id, unit.group_id, unit.unit_id, line.id, 'SELF', unit.unit_id,
    case line.kind when 'BONUS' then (unit.n + line.k) % 4 else line.maximum - (unit.n * 3 + line.k) % 4 end,
    'Tự chấm theo kết quả công tác năm (minh họa).', timestamptz '2020-11-15 08:00+07', people.clerk, true
  from unit join line on line.sheet_id = unit.sheet_id and line.source = 'MANUAL'
  left join people on people.unit_id = unit.unit_id
 order by unit.id, line.k`;

const cross2020 = /* sql */ `
with ${unitsOf(2020)}
${columns}
select unit.id, unit.emulation_year_id, unit.group_id, unit.unit_id, line.id, 'CROSS', scorer.unit_id,
    greatest(case line.kind when 'BONUS' then (unit.n + line.k) % 4 else line.maximum - (unit.n * 3 + line.k) % 4 - (unit.n + scorer.n) % 2 end, 0),
    null, timestamptz '2020-12-02 08:00+07', people.chair, true
  from unit
  join unit scorer on scorer.cluster_id = unit.cluster_id and scorer.id <> unit.id
  join line on line.sheet_id = unit.sheet_id and line.source = 'MANUAL'
  left join people on people.unit_id = scorer.unit_id
 order by unit.id, scorer.id, line.k`;

/** Officers take half a point off where the cluster did. */
const review2020 = /* sql */ `
with ${unitsOf(2020)},
officer as (
  select its.group_id, max(its.user_id) as user_id from core.assignment its join core.role role on role.id = its.role_id and role.code = 'district-officer'
   where its.demo and its.group_id is not null group by its.group_id
)
${columns}
select unit.id, unit.emulation_year_id, unit.group_id, unit.unit_id, line.id, 'REVIEW', unit.district_id,
    case line.kind when 'BONUS' then (unit.n + line.k) % 4 else line.maximum - (unit.n * 3 + line.k) % 4 - 0.5 * (unit.n % 2) end,
    'Thẩm định theo hồ sơ minh chứng (minh họa).', timestamptz '2020-12-10 08:00+07', officer.user_id, true
  from unit join line on line.sheet_id = unit.sheet_id and line.source = 'MANUAL'
  join core.unit_group formed on formed.id = unit.group_id
  left join core.unit_group later on later.key = replace(formed.key, '-2020', '-2021')
  left join officer on officer.group_id = later.id
 order by unit.id, line.k`;

const standing = /* sql */ `(select id from core.user_account where username = 'standing')`;

/** What was reviewed is final. In clusters 3 and 4 the first two have as many points: one lost fewer, the others share. */
const final2020 = /* sql */ `
with ${unitsOf(2020)}
${columns}
select unit.id, unit.emulation_year_id, unit.group_id, unit.unit_id, review.criterion_id, 'FINAL', unit.district_id, review.points, review.explanation,
    timestamptz '2020-12-16 08:00+07', ${standing}, true
  from unit join emulation_awards.score review on review.entry_id = unit.id and review.kind = 'REVIEW' and review.superseded_at is null
union all
select unit.id, unit.emulation_year_id, unit.group_id, unit.unit_id, line.id, 'FINAL', unit.district_id,
    case line.source when 'LATENESS' then (unit.n % 3) * 0.5 else round(line.maximum * (0.7 + 0.05 * ((unit.n + line.k) % 7)), 2) end,
    'Số liệu dựng lên để minh họa, không tính từ báo cáo thật.', timestamptz '2020-12-16 08:00+07', ${standing}, true
  from unit join line on line.sheet_id = unit.sheet_id and line.source <> 'MANUAL'
 order by 1, 5`;

const levelled = (cluster: number, sameMinus: boolean): string => /* sql */ `
with its as (
  select entry.id, row_number() over (order by version.code) as place from emulation_awards.entry entry
    join emulation_awards.cluster_year cluster on cluster.id = entry.cluster_id and cluster.number = ${cluster}
    join emulation_awards.emulation_year year on year.id = entry.emulation_year_id and year.year = 2020 and year.demo
    join core.administrative_unit_version version on version.unit_id = entry.unit_id and version.superseded_at is null and version.valid_from <= '2021-06-01'
)
update emulation_awards.score given set points = case
    when line.kind = 'MINUS' then case when its.place = 1 then 0.5 else ${sameMinus ? 0.5 : 1} end
    when line.number = '6' then case when its.place = 1 then 19 else ${sameMinus ? 19 : 19.5} end
    when line.kind = 'BONUS' then 3 else line.maximum - 1 end
  from its, emulation_awards.criterion line
 where its.place <= 2 and given.entry_id = its.id and given.kind in ('FINAL', 'REVIEW') and line.id = given.criterion_id`;

/** One score of 2020 was corrected after it was locked; the old one is kept. */
const corrected2020 = /* sql */ `
with old as (
  update emulation_awards.score given set superseded_at = timestamptz '2020-12-17 08:00+07'
    from emulation_awards.entry entry, emulation_awards.criterion line, core.administrative_unit_version version
   where entry.id = given.entry_id and line.id = given.criterion_id and line.number = '7' and given.kind = 'FINAL' and given.demo
     and version.unit_id = entry.unit_id and version.code = '26260' and version.superseded_at is null and version.valid_from <= '2021-06-01'
     and given.superseded_at is null
  returning given.*
)
insert into emulation_awards.score (entry_id, emulation_year_id, group_id, unit_id, criterion_id, kind, author_unit_id, points, explanation, recorded_at, recorded_by, reason, demo)
select entry_id, emulation_year_id, group_id, unit_id, criterion_id, 'FINAL', author_unit_id, points + 1, explanation, timestamptz '2020-12-17 08:00+07',
    recorded_by, 'Bổ sung một mô hình được huyện nhân rộng (minh họa).', true
  from old`;

export const scoresOf2020: readonly string[] = [
  self2020,
  cross2020,
  review2020,
  final2020,
  levelled(3, false),
  levelled(4, true),
  corrected2020,
];

/** In 2021 the first two of each cluster have scored everything, the third half of it, the others nothing. */
export const scoresOf2021: readonly string[] = [
  /* sql */ `
with ${unitsOf(2021)}
${columns}
select unit.id, unit.emulation_year_id, unit.group_id, unit.unit_id, line.id, 'SELF', unit.unit_id,
    case line.kind when 'BONUS' then (unit.n + line.k) % 4 else line.maximum - (unit.n + line.k) % 3 end,
    'Tự chấm đến tháng 9 (minh họa).', timestamptz '2021-10-04 08:00+07', people.clerk, true
  from unit join line on line.sheet_id = unit.sheet_id and line.source = 'MANUAL'
  left join people on people.unit_id = unit.unit_id
 where unit.place <= 2 or (unit.place = 3 and line.k <= 2)
 order by unit.id, line.k`,
];
