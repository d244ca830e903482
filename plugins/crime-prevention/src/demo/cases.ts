import { places } from './places.js';

/** Up to seven people of each area: named by the head, charged to the head by the chair where the liaison named them. */
export const insertCases = /* sql */ `
  with ${places}, made as (
    select place.*, k, (place.n * 2 + k) % 6 as stage, make_date(2020 + k % 2, 1 + (place.n + k) % 9, 5 + k) as opened_on,
           (select id from core.user_account where username = 'police') as police
      from place cross join generate_series(1, 7) k
     where place.area is not null and k <= 1 + (place.n * 5) % 7
  )
  insert into crime_prevention.rehabilitation_case (unit_id, person_name, birth_year, address, ground_id, opened_on, opened_by, handler_id,
    assigned_on, assigned_by, state, ended_on, ended_by, end_reason, transferred_to_id, demo)
  select made.area, (array['Nguyễn Văn', 'Trần Văn', 'Lê Thị', 'Phạm Văn'])[1 + (n + k) % 4] || ' ' || (array['Hai', 'Ba', 'Tư', 'Năm', 'Sáu'])[1 + (n * k) % 5] || ' (minh họa)',
         case when k % 4 <> 3 then 1970 + (n * 3 + k * 5) % 32 end, case when k % 3 <> 2 then 'Tổ ' || k || ' (minh họa)' end,
         ground.id, opened_on, case when stage = 0 then head else police end, head,
         case when stage <> 0 then opened_on + 10 end, case when stage <> 0 then chair end,
         (array['OPENED', 'ACTIVE', 'ACTIVE', 'COMPLETED', 'STOPPED', 'TRANSFERRED'])[1 + stage],
         case when stage >= 3 then least(opened_on + 150, $1::date) end, case when stage >= 3 then chair end,
         case stage when 3 then 'Có việc làm ổn định, chấp hành tốt (minh họa)' when 4 then 'Vi phạm trở lại (minh họa)' when 5 then 'Chuyển nơi ở (minh họa)' end,
         case when stage = 5 then (select unit_id from commune other where other.n = 1 + made.n % 17) end, true
    from made
    join crime_prevention.code ground on ground.list = 'CASE_GROUND' and ground.valid_to is null
     and ground.code = (array['RELEASED', 'AMNESTIED', 'SUSPENDED_SENTENCE', 'COMMUNE_EDUCATION'])[1 + (n + k) % 4]
   order by made.area, k`;

/** A review each quarter as long as the help goes on. */
export const insertReviews = /* sql */ `
  insert into crime_prevention.case_review (case_id, reviewed_on, progress, note, recorded_by, demo)
  select its.id, its.assigned_on + 40 * k, (array['STEADY', 'GOOD', 'POOR'])[1 + (its.id + k) % 3],
         'Chấp hành tốt, có người thân giúp đỡ (nhận xét minh họa)', its.handler_id, true
    from crime_prevention.rehabilitation_case its cross join generate_series(1, 3) k
   where its.demo and its.assigned_on is not null and its.assigned_on + 40 * k <= coalesce(its.ended_on, $1::date)
   order by its.id, k`;
