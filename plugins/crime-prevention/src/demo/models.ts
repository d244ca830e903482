import { places } from './places.js';

/** Four models for each unit, two of them in a residential area; one rests and one has ended here and there. */
export const insertModels = /* sql */ `
  with ${places}
  insert into crime_prevention.security_model
    (unit_id, kind_id, name, members, started_on, state, suspended_on, ended_on, end_reason, demo)
  select made.unit_id, code.id, made.title || ' ' || made.name || ' (minh họa)', made.members, made.started_on,
         case when made.ended then 'ENDED' when made.rests then 'SUSPENDED' else 'ACTIVE' end,
         case when made.rests and not made.ended then date '2021-07-15' end,
         case when made.ended then date '2021-05-31' end, case when made.ended then 'Hết nguồn kinh phí duy trì (minh họa)' end, true
    from (select *, stops and started_on < '2021-05-01' as ended, pauses and started_on < '2021-05-01' as rests from (
      select case when k > 2 then place.area else place.unit_id end as unit_id, place.name,
             (array['SECURITY_CAMERA', 'SELF_MANAGED_GROUP', 'SECURITY_BELL', 'SECURITY_LIGHT', 'INTER_FAMILY_GROUP', 'PARISH_OF_PEACE', 'LODGING_GROUP'])[1 + (place.n + 2 * k) % 7] as kind,
             (array['Camera an ninh', 'Tổ tự quản', 'Tiếng kẻng an ninh', 'Ánh sáng an ninh', 'Tổ liên gia', 'Xứ đạo bình yên', 'Khu nhà trọ tự quản'])[1 + (place.n + 2 * k) % 7] as title,
             5 + (place.n * 7 + k * 11) % 60 as members,
             make_date(2017 + (place.n + k) % 5, 1 + (place.n * k) % 9, 1 + (place.n + k) % 27) as started_on,
             (place.n + k) % 5 = 2 and place.n % 4 = 1 as stops, (place.n + 3 * k) % 11 = 0 as pauses
        from place cross join generate_series(1, 4) k
       where k <= 2 or place.area is not null) planned) made
    join crime_prevention.code on code.list = 'MODEL_KIND' and code.code = made.kind and code.valid_to is null
   where made.started_on <= $1::date
   order by made.unit_id, made.kind
  returning unit_id`;

/** Cameras where there are cameras, lamps where there is light, and a loudspeaker or a torch elsewhere. */
export const insertEquipment = /* sql */ `
  insert into crime_prevention.model_equipment (model_id, unit_id, kind_id, pieces, demo)
  select model.id, model.unit_id, equipment.id, 2 + (model.members * 3) % 17, true
    from crime_prevention.security_model model
    join crime_prevention.code kind on kind.id = model.kind_id
    join crime_prevention.code equipment on equipment.list = 'EQUIPMENT_KIND' and equipment.valid_to is null
     and equipment.code = any (case kind.code when 'SECURITY_CAMERA' then array['CAMERA'] when 'SECURITY_LIGHT' then array['LAMP']
       when 'SECURITY_BELL' then array['BELL', 'LOUDSPEAKER'] else array['TORCH'] end)
   where model.demo order by model.id, equipment.code`;
