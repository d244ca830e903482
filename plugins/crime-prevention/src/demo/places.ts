/** The communes of the district by number, with the people of the demonstration who work there. */
export const places = /* sql */ `
  district as (
    select unit_id from core.administrative_unit_version
     where code = '737' and tree = 'ADMIN' and superseded_at is null and valid_from <= '2021-06-01' and (valid_to is null or valid_to > '2021-06-01')
  ), commune as (
    select version.unit_id, version.code, version.name, row_number() over (order by version.code)::int as n
      from core.administrative_unit_version version join district on version.parent_id = district.unit_id
     where version.superseded_at is null and version.valid_from <= '2021-06-01' and (version.valid_to is null or version.valid_to > '2021-06-01')
       and version.kind in ('COMMUNE', 'TOWN')
  ), given as (
    select its.user_id, its.unit_id, its.group_id, role.code as role
      from core.assignment its join core.role role on role.id = its.role_id where its.demo
  ), place as (
    select commune.*,
           (select min(user_id) from given where role = 'commune-clerk' and given.unit_id = commune.unit_id) as clerk,
           (select min(user_id) from given where role = 'commune-standing' and given.unit_id = commune.unit_id) as chair,
           (select min(given.user_id) from given join core.unit_group_member member on member.group_id = given.group_id
             where role = 'district-officer' and member.unit_id = commune.unit_id) as officer,
           (select id from core.user_account where username = 'standing') as standing,
           head.user_id as head, head.unit_id as area
      from commune
      left join lateral (
        select given.user_id, given.unit_id from given
          join core.administrative_unit_version its on its.unit_id = given.unit_id and its.superseded_at is null and its.parent_id = commune.unit_id
         where role = 'residential-head' order by given.user_id limit 1) head on true
  )`;
