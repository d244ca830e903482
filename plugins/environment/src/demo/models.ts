import { places } from './places.js';

/** Three models for each unit, one of a residential area, some of member organizations; a few have ended. */
export const insertModels = /* sql */ `
  with ${places}, made as (
    select case when k = 3 then coalesce(place.area, place.unit_id) else place.unit_id end as unit_id, place.name, place.n, k,
           (array['WASTE_SORTING', 'GREEN_SUNDAY', 'PLASTIC_REDUCTION', 'GREEN_RESIDENTIAL_AREA', 'CONTAINER_COLLECTION'])[1 + (place.n + k) % 5] as kind,
           (array['Phân loại rác tại nguồn', 'Chủ nhật xanh', 'Đi chợ bằng giỏ', 'Khu dân cư xanh - sạch - đẹp', 'Thu gom bao bì thuốc'])[1 + (place.n + k) % 5] as title,
           make_date(2018 + (place.n + k) % 4, 1 + (place.n * k) % 9, 2 + (place.n + k) % 26) as started_on
      from place cross join generate_series(1, 3) k
  )
  insert into environment.model (unit_id, organization_id, kind_id, name, households, started_on, state, ended_on, end_reason, demo)
  select made.unit_id, case when made.k = 2 then member.organization end, code.id, made.title || ' ' || made.name || ' (minh họa)',
         20 + (made.n * 17 + made.k * 31) % 180, made.started_on, case when ended then 'ENDED' else 'ACTIVE' end,
         case when ended then date '2021-08-31' end, case when ended then 'Sáp nhập với mô hình khác (minh họa)' end, true
    from (select *, (n + k) % 7 = 3 and started_on < '2021-06-01' as ended from made) made
    join member on member.nth = 1 + made.n % (select count(*)::int from member)
    join environment.code on code.list = 'MODEL_KIND' and code.code = made.kind and code.valid_to is null
   where made.started_on <= $1::date
   order by made.unit_id, made.k
  returning unit_id`;
