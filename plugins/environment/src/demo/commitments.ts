import { places } from './places.js';

/** A parish or a pagoda in every other unit; the district has none of its own in the demonstration. */
export const insertOrganizations = /* sql */ `
  with ${places}, made as (
    insert into core.organization (key, demo)
    select 'religious-demo-' || code, true from place where n % 2 = 0 order by n
    on conflict (key) do nothing returning id, key
  )
  insert into core.organization_version (organization_id, name, kind, unit_id, valid_from)
  select made.id, (array['Giáo xứ', 'Chùa', 'Chi hội Tin lành'])[1 + place.n % 3] || ' ' || place.name || ' (minh họa)', 'RELIGIOUS_ORGANIZATION', place.unit_id, '2018-01-01'
    from made join place on made.key = 'religious-demo-' || place.code`;

export const insertCommitments = /* sql */ `
  with ${places}
  insert into environment.commitment (unit_id, organization_id, pledge, since, state, recorded_by, ended_on, end_reason, demo)
  select place.unit_id, organization.id,
         (array['Vận động tín đồ không đốt rác, không vứt rác ra kênh mương.', 'Không dùng đồ nhựa một lần trong các buổi lễ.', 'Trồng và chăm sóc cây quanh cơ sở thờ tự.'])[k] || ' (cam kết minh họa)',
         make_date(2018 + k % 2, 6, 5), case when place.n % 8 = 0 and k = 2 then 'ENDED' else 'ACTIVE' end, place.clerk,
         case when place.n % 8 = 0 and k = 2 then date '2021-06-05' end, case when place.n % 8 = 0 and k = 2 then 'Thay bằng cam kết mới (minh họa)' end, true
    from place join core.organization on organization.key = 'religious-demo-' || place.code cross join generate_series(1, 3) k
   where (place.n + k) % 4 <> 1
   order by place.n, k`;

/** 2020 has been looked at everywhere, 2021 in some places. */
export const insertReviews = /* sql */ `
  insert into environment.commitment_review (commitment_id, unit_id, year, result, note, reviewed_on, reviewed_by, demo)
  select its.id, its.unit_id, year, (array['KEPT', 'KEPT', 'PARTLY', 'NOT_KEPT'])[1 + (its.id + year) % 4], 'Đã xem tại chỗ (nhận xét minh họa)',
         case year when 2020 then date '2020-12-20' else date '2021-09-20' end,
         (select min(given.user_id) from core.assignment given join core.role role on role.id = given.role_id and role.code = 'commune-standing'
           where given.demo and given.unit_id = its.unit_id), true
    from environment.commitment its cross join generate_series(2020, 2021) year
   where its.demo and (year = 2020 or (its.id % 3 = 0 and its.state = 'ACTIVE')) and make_date(year, 9, 20) <= $1::date
   order by its.id, year
  returning unit_id, year`;
