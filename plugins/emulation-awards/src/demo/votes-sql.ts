/** In 2020 each unit voted by name for the first of its cluster, the first for the second. */
export const insertVotes = /* sql */ `
with placed as (
  select entry.*, ranking.rank, year.unit_id as district_id,
      row_number() over (partition by entry.cluster_id order by ranking.rank, entry.id) as place
    from emulation_awards.entry entry
    join emulation_awards.emulation_year year on year.id = entry.emulation_year_id and year.year = 2020 and year.demo
    join emulation_awards.ranking ranking on ranking.entry_id = entry.id and ranking.superseded_at is null
),
chair as (
  select its.unit_id, max(its.user_id) as user_id from core.assignment its join core.role role on role.id = its.role_id and role.code = 'commune-standing'
   where its.demo group by its.unit_id
),
cast_now as (
  insert into emulation_awards.vote_cast (entry_id, cluster_id, group_id, unit_id, cast_on, cast_by, demo)
  select placed.id, placed.cluster_id, placed.group_id, placed.unit_id, '2020-12-22', chair.user_id, true
    from placed left join chair on chair.unit_id = placed.unit_id order by placed.id
  returning id
)
insert into emulation_awards.ballot (id, unit_id, group_id, candidate_id, voter_id, demo)
select voter.id, voter.district_id, voter.group_id, candidate.id, voter.id, true
  from placed voter
  join placed candidate on candidate.cluster_id = voter.cluster_id and candidate.place = case when voter.place = 1 then 2 else 1 end`;
