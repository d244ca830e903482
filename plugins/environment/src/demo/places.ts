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
    select its.user_id, its.unit_id, role.code as role
      from core.assignment its join core.role role on role.id = its.role_id where its.demo
  ), place as (
    select commune.*,
           (select min(user_id) from given where role = 'commune-clerk' and given.unit_id = commune.unit_id) as clerk,
           (select min(user_id) from given where role = 'commune-standing' and given.unit_id = commune.unit_id) as chair,
           (select min(given.unit_id) from given
              join core.administrative_unit_version its on its.unit_id = given.unit_id and its.superseded_at is null and its.parent_id = commune.unit_id
             where role = 'residential-head') as area
      from commune
  ), member (nth, organization, account) as (
    -- The organizations that take part in the program, with the account that reports for each.
    select row_number() over (order by organization.key)::int, organization.id, min(its.user_id)
      from core.organization
      join core.assignment its on its.organization_id = organization.id and its.demo
      join core.role role on role.id = its.role_id and role.code = 'member-representative'
      join core.program_participant participant on participant.organization_id = organization.id and participant.program = 'PRG-26'
     group by organization.id
  )`;
