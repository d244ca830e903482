import { places } from './places.js';

/**
 * Six actions for each unit in 2021, a third of them led by member organizations and recorded by these; most are
 * confirmed by the chair, a few were withdrawn.
 */
export const insertActions = /* sql */ `
  with ${places}, made as (
    select place.*, k, make_date(2021, least(10, 2 * k - 1 + place.n % 2), 2 + (place.n * 3 + k) % 12) as held_on,
           case when k in (2, 5) then 'CLIMATE' else 'CLEANUP' end as purpose,
           case when k in (2, 5) then (array['COMMUNICATION', 'WATER_SAVING', 'ENERGY_SAVING', 'DISASTER_DRILL'])[1 + (place.n + k) % 4]
             else (array['WASTE_COLLECTION', 'CANAL_CLEARING', 'ROAD_CLEANING', 'TREE_PLANTING'])[1 + (place.n + k) % 4] end as kind,
           case when (place.n + 2 * k) % 13 = 0 then 'WITHDRAWN' when k < 4 then 'CONFIRMED' else 'RECORDED' end as state
      from place cross join generate_series(1, 6) k
  )
  insert into environment.action (unit_id, organization_id, purpose, kind_id, held_on, place, participants, waste_kg, road_meters,
    canal_meters, trees, state, recorded_by, corrected_by, confirmed_on, confirmed_by, withdrawal_reason, demo)
  select case when k = 4 then coalesce(made.area, made.unit_id) else made.unit_id end, case when k % 3 = 0 then member.organization end, purpose, code.id, held_on,
         (array['Chợ trung tâm', 'Tuyến đường liên ấp', 'Kênh nội đồng', 'Nhà văn hóa ấp'])[1 + (n + k) % 4] || ' (minh họa)',
         20 + (n * 11 + k * 7) % 120,
         case when kind in ('WASTE_COLLECTION', 'CANAL_CLEARING') then 50 + (n * 37 + k * 13) % 400 + 0.5 * (n % 2) else 0 end,
         case when kind in ('ROAD_CLEANING', 'WASTE_COLLECTION') then 100 * (3 + (n + k) % 20) else 0 end,
         case when kind = 'CANAL_CLEARING' then 50 * (2 + (n + k) % 15) else 0 end,
         case when kind = 'TREE_PLANTING' then 10 + (n * 7 + k) % 90 else 0 end,
         state, case when k % 3 = 0 then member.account else clerk end, case when k = 1 and n % 5 = 0 then clerk end,
         case when state = 'CONFIRMED' then least(held_on + 9, $1::date) end, case when state = 'CONFIRMED' then chair end,
         case when state = 'WITHDRAWN' then 'Ghi trùng (minh họa)' end, true
    from made
    join member on member.nth = 1 + made.n % (select count(*)::int from member)
    join environment.code on code.list = made.purpose || '_KIND' and code.code = made.kind and code.valid_to is null
   where held_on <= $1::date
   order by made.unit_id, k
  returning unit_id, held_on::text as held_on`;
