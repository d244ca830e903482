/** Codes: the district and two of its communes, and a foreign district with its first commune. */
export const places = /* sql */ `
place (name, unit_id) as (
  select case code when '737' then 'district' when '26257' then 'bau-ham' when '26275' then 'tay-hoa' else 'foreign-district' end, unit_id
    from core.administrative_unit_version
   where code in ('737', '26257', '26275', '740') and superseded_at is null and valid_from <= '2021-10-15' and (valid_to is null or valid_to > '2021-10-15')
  union all
  (select 'foreign', child.unit_id from core.administrative_unit_version child
     join core.administrative_unit_version parent on parent.unit_id = child.parent_id and parent.code = '740' and parent.superseded_at is null
    where child.superseded_at is null and child.valid_from <= '2021-10-15' and child.valid_to > '2021-10-15'
    order by child.code limit 1)
  union all
  select 'successor', unit_id from core.administrative_unit_version where code = '26254' and valid_from = '2025-07-01' and superseded_at is null
)`;

/** The district and a commune of it, two people of theirs. */
export const known = /* sql */ `
place (at, unit_id) as (
  select case code when '737' then 'district' else 'commune' end, unit_id from core.administrative_unit_version
   where code in ('737', '26257') and superseded_at is null and valid_from <= '2021-10-15' and (valid_to is null or valid_to > '2021-10-15')),
account (username, id, person_id) as (
  select username, id, person_id from core.user_account where username in ('standing', 'clerk.bau-ham', 'jobless'))`;

/** Figures (`d`) of a unit ($1) that are told one by one: not those counted over rows that are not for everybody. */
export const toldOneByOne = /* sql */ `
join core.indicator its on its.id = d.indicator_id
where d.unit_id = $1 and (d.origin is null or its.small_cell_threshold is null)`;
