import { places } from './places.js';

/** The liaison of the police becomes case handler of this program, and of no other: that is who reads tips. */
export const policeLiaison = /* sql */ `
  insert into core.assignment (user_id, role_id, organization_id, unit_id, reach, programs, valid_from, demo)
  select account.id, role.id, its.organization_id, its.unit_id, 'SUBTREE', array['PRG-22'], '2021-01-01', true
    from core.user_account account
    join core.assignment its on its.user_id = account.id and its.demo
    join core.role role on role.code = 'case-handler'
   where account.username = 'police'
     and not exists (select from core.assignment known where known.user_id = account.id and known.role_id = role.id)`;

/** From none to six tips of a unit in a quarter, so that some counts are withheld and some are not. */
export const insertTips = /* sql */ `
  with ${places}, made as (
    select place.unit_id, q, k, place.n,
           make_date(2021, 1 + 3 * (q - 1), 3 + (place.n * 5 + k * 7) % 12) as received_on,
           upper(md5('tip ' || place.code || ' ' || q || ' ' || k)) as hash, (place.n + q + k) % 5 as stage
      from place cross join generate_series(1, 4) q cross join generate_series(1, 6) k
     where k <= (place.n * 3 + q * 2) % 7
  ), staged as (
    select *, case stage when 0 then 'RECEIVED' when 1 then 'FORWARDED' when 2 then 'FILED' else 'CLOSED' end as state from made
  )
  insert into crime_prevention.tip (receipt, unit_id, topic_id, content, place, received_on, state, forwarded_to, forwarded_on,
    filed_reason, result_id, result_note, closed_on, demo)
  select 'TG-' || translate(substr(hash, 1, 4), '01', 'GH') || '-' || translate(substr(hash, 5, 4), '01', 'GH') || '-' || translate(substr(hash, 9, 4), '01', 'GH'),
         unit_id, topic.id,
         (array['Thường xuyên có người lạ tụ tập về khuya, nghi đánh bạc.', 'Mấy đêm nay có người lảng vảng quanh các nhà vắng chủ.',
                'Có người cho vay lãi cao, đến nhà đe dọa đòi nợ.', 'Nghi có mua bán ma túy ở khu đất trống.'])[1 + (n + k) % 4] || ' (tin minh họa, không có thật)',
         case when k % 2 = 0 then 'Gần ngã ba chợ (minh họa)' end, received_on, state,
         case when state in ('FORWARDED', 'CLOSED') then 'Công an xã, thị trấn (minh họa)' end,
         case when state in ('FORWARDED', 'CLOSED') then least(received_on + 1, $1::date) end,
         case when state = 'FILED' then 'Không đủ thông tin để xác minh (minh họa)' end,
         case when state = 'CLOSED' then result.id end,
         case when state = 'CLOSED' and k % 2 = 1 then 'Đã xác minh, xử lý theo thẩm quyền (minh họa)' end,
         case when state = 'CLOSED' then least(received_on + 12, $1::date) end, true
    from staged
    left join crime_prevention.code topic on topic.list = 'TIP_TOPIC' and topic.valid_to is null and k % 3 <> 0
     and topic.code = (array['GAMBLING', 'THEFT', 'USURY', 'DRUGS'])[1 + (n + k) % 4]
    join crime_prevention.code result on result.list = 'TIP_RESULT' and result.valid_to is null
     and result.code = (array['ADMINISTRATIVE', 'UNFOUNDED', 'REMINDED', 'CASE_OPENED'])[1 + (n + q) % 4]
   where received_on <= $1::date
   order by unit_id, received_on, k`;

/** How each tip came to where it stands; what was put away had been taken up again once here and there. */
export const insertTipSteps = /* sql */ `
  insert into crime_prevention.tip_step (tip_id, before, after, note, taken_on, taken_by, demo)
  select tip.id, step.before, step.after, step.note, step.taken_on, police.id, true
    from crime_prevention.tip
    join core.user_account police on police.username = 'police'
    cross join lateral (values
      (1, 'RECEIVED', 'FORWARDED', tip.forwarded_to, tip.forwarded_on),
      (2, 'FORWARDED', 'CLOSED', tip.result_note, tip.closed_on),
      (3, 'RECEIVED', 'FILED', tip.filed_reason, case when tip.filed_reason is not null then tip.received_on end)
    ) step (nth, before, after, note, taken_on)
   where tip.demo and step.taken_on is not null
   order by tip.id, step.nth`;
