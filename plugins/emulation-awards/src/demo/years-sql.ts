/** Clusters of 2020 with the members of 2021: which communes belonged to which is not known for either year. */
const groups2020 = /* sql */ `
with made as (
  insert into core.unit_group (key, name_vi, name_en, purpose, year, unit_id, lead_id, valid_from, valid_to, demo)
  select replace(key, '-2021', '-2020'), name_vi, name_en, 'EMULATION', 2020, unit_id, null, '2020-01-01', '2021-01-01', true
    from core.unit_group where key like 'trang-bom-cluster-_-2021' and demo order by key
  on conflict (key) do nothing
  returning id, key
)
insert into core.unit_group_member (group_id, unit_id, valid_from, valid_to)
select made.id, member.unit_id, '2020-01-01', '2021-01-01'
  from made
  join core.unit_group its on its.key = replace(made.key, '-2020', '-2021')
  join core.unit_group_member member on member.group_id = its.id`;

const years = /* sql */ `
insert into emulation_awards.emulation_year (unit_id, year, sheet_id, state, launched_on, closed_on, demo)
select sheet.unit_id, sheet.year, sheet.id, case sheet.year when 2020 then 'CLOSED' else 'SELF_SCORING' end,
    make_date(sheet.year, 2, 3), case sheet.year when 2020 then date '2021-01-15' end, true
  from emulation_awards.score_sheet sheet where sheet.demo and sheet.number = 1 and sheet.year in (2020, 2021) order by sheet.year`;

/** Members by the order of their codes; in 2021 the unit leads that core names, in 2020 the last of the others did. */
const members = /* sql */ `
member as (
  select year.id as emulation_year_id, year.year, year.unit_id as district_id, formed.id as group_id, formed.key,
      substr(formed.key, 19, 1)::int as number, its.unit_id, version.code, version.full_name,
      row_number() over (partition by formed.id order by version.code)::int as place
    from emulation_awards.emulation_year year
    join core.unit_group formed on formed.unit_id = year.unit_id and formed.year = year.year and formed.purpose = 'EMULATION' and formed.demo
    join core.unit_group_member its on its.group_id = formed.id
    join core.administrative_unit_version version on version.unit_id = its.unit_id and version.superseded_at is null
     and version.valid_from <= '2021-06-01' and (version.valid_to is null or version.valid_to > '2021-06-01')
   where year.demo and formed.key like 'trang-bom-cluster-_-20__'
)`;

const clusters = /* sql */ `
with ${members},
lead_of_2021 as (
  select formed.key, sits.unit_id from core.unit_group formed
    join core.organization_version sits on sits.organization_id = formed.lead_id and sits.superseded_at is null and sits.valid_from <= '2021-06-01'
   where formed.key like 'trang-bom-cluster-_-2021' and formed.demo
),
chosen as (
  select distinct on (member.group_id) member.*
    from member left join lead_of_2021 named on replace(named.key, '-2021', '') = replace(replace(member.key, '-2021', ''), '-2020', '')
   where (member.year = 2021) = (member.unit_id = named.unit_id)
   order by member.group_id, member.place desc
)
insert into emulation_awards.cluster_year (emulation_year_id, unit_id, group_id, number, lead_unit_id, demo)
select emulation_year_id, district_id, group_id, number, unit_id, true from chosen order by year, number`;

const rotation = /* sql */ `
update emulation_awards.cluster_year its set previous_id = before.id
  from emulation_awards.cluster_year before
  join emulation_awards.emulation_year earlier on earlier.id = before.emulation_year_id and earlier.year = 2020
 where its.demo and before.demo and before.number = its.number and before.id <> its.id
   and its.emulation_year_id in (select id from emulation_awards.emulation_year where year = 2021)`;

/** Who holds a role over exactly this commune: those who enter and those who sign. */
export const people = /* sql */ `
people as (
  select its.unit_id, max(its.user_id) filter (where role.code = 'commune-clerk') as clerk,
      max(its.user_id) filter (where role.code = 'commune-standing') as chair
    from core.assignment its join core.role role on role.id = its.role_id
   where its.demo and role.code in ('commune-clerk', 'commune-standing') group by its.unit_id
)`;

/** In 2021 the first two of each cluster have handed in their scores. */
const entries = /* sql */ `
with ${members}, ${people}
insert into emulation_awards.entry (emulation_year_id, cluster_id, group_id, unit_id, self_scored_on, self_scored_by, demo)
select member.emulation_year_id, cluster.id, member.group_id, member.unit_id,
    case when member.year = 2020 then date '2020-11-20' + member.place when member.place <= 2 then date '2021-10-05' + member.place end,
    case when member.year = 2020 or member.place <= 2 then people.chair end, true
  from member
  join emulation_awards.cluster_year cluster on cluster.group_id = member.group_id
  left join people on people.unit_id = member.unit_id
 order by member.year, member.number, member.place`;

/** Everybody strives to be excellent or advanced; the last of each cluster gave up a second title. */
const registrations = /* sql */ `
with ${members}, ${people}
insert into emulation_awards.registration (entry_id, group_id, unit_id, title_id, registered_on, registered_by, withdrawn_on, withdrawal_reason, demo)
select entry.id, member.group_id, member.unit_id, title.id, make_date(member.year, 2, 5 + member.place), people.chair,
    case when wish.given_up then make_date(member.year, 2, 20) end, case when wish.given_up then 'Đăng ký lại danh hiệu khác (minh họa).' end, true
  from member
  join emulation_awards.entry entry on entry.emulation_year_id = member.emulation_year_id and entry.unit_id = member.unit_id
  cross join lateral (values (case when member.place % 3 = 0 then 'COLLECTIVE_ADVANCED' else 'COLLECTIVE_EXCELLENT' end, false), ('EMULATION_FLAG', true)) wish (code, given_up)
  join emulation_awards.title title on title.code = wish.code and title.valid_from <= make_date(member.year, 2, 1)
   and (title.valid_to is null or title.valid_to > make_date(member.year, 2, 1))
  left join people on people.unit_id = member.unit_id
 where not wish.given_up or member.place = 4
 order by member.year, member.number, member.place, wish.given_up`;

const pacts = /* sql */ `
with ${people}
insert into emulation_awards.pact (cluster_id, group_id, unit_id, content, drawn_up_on, drawn_up_by, demo)
select cluster.id, cluster.group_id, cluster.lead_unit_id,
    'Giao ước thi đua cụm số ' || cluster.number || ' năm ' || year.year || ' (minh họa): hoàn thành các chỉ tiêu được giao, báo cáo đúng hạn, mỗi đơn vị có ít nhất một mô hình mới.',
    make_date(year.year, 3, 10), people.chair, true
  from emulation_awards.cluster_year cluster
  join emulation_awards.emulation_year year on year.id = cluster.emulation_year_id
  left join people on people.unit_id = cluster.lead_unit_id
 where cluster.demo order by year.year, cluster.number`;

const signatures = /* sql */ `
with ${people}
insert into emulation_awards.pact_signature (pact_id, entry_id, group_id, unit_id, signed_on, signed_by, demo)
select pact.id, entry.id, entry.group_id, entry.unit_id, pact.drawn_up_on + 9, people.chair, true
  from emulation_awards.pact pact
  join emulation_awards.entry entry on entry.cluster_id = pact.cluster_id
  left join people on people.unit_id = entry.unit_id
 where pact.demo order by entry.id`;

/** Clusters, entries, registrations and pacts of both years, in the order in which they refer to each other. */
export const yearsSql: readonly string[] = [
  groups2020,
  years,
  clusters,
  rotation,
  entries,
  registrations,
  pacts,
  signatures,
];
