import { places } from './places.js';

/** 2020 is decided: two units were refused. 2021 is under way, with something in every state before the decision. */
export const insertAssessments = /* sql */ `
  with ${places}, made as (
    select place.*, year, case when year = 2020 then case when n % 8 = 5 then 'REFUSED' else 'RECOGNIZED' end
      else (array['DRAFT', 'SUBMITTED', 'RETURNED', 'REVIEWED'])[1 + n % 4] end as state
      from place cross join generate_series(2020, 2021) year
     where make_date(year, 9, 20) <= $1::date
  ), dated as (
    select *, case year when 2020 then date '2020-11-25' else date '2021-09-20' end as handed_in from made
  )
  insert into crime_prevention.safe_area_assessment (unit_id, year, state, assessed_by, submitted_on, submitted_by, reviewed_on, reviewed_by,
    review_note, return_reason, decision_number, decided_on, decided_by, refusal_reason, demo)
  select unit_id, year, state, clerk, case when state <> 'DRAFT' then handed_in end, case when state <> 'DRAFT' then chair end,
         case when state in ('REVIEWED', 'RECOGNIZED', 'REFUSED') then handed_in + 10 end,
         case when state in ('REVIEWED', 'RECOGNIZED', 'REFUSED') then officer end,
         case when state in ('REVIEWED', 'RECOGNIZED', 'REFUSED') then 'Hồ sơ đầy đủ (minh họa)' end,
         case when state = 'RETURNED' then 'Bổ sung minh chứng về mô hình tự quản (minh họa)' end,
         case when year = 2020 then (1000 + n) || '/QĐ-UBND (minh họa)' end,
         case when year = 2020 then handed_in + 20 end, case when year = 2020 then standing end,
         case when state = 'REFUSED' then 'Phạm pháp hình sự tăng so với năm trước (minh họa)' end, true
    from dated order by year, code`;

/** Every criterion is answered, but in drafts some; what was refused lacks one. */
export const insertResults = /* sql */ `
  insert into crime_prevention.criterion_result (assessment_id, unit_id, criterion_id, met, note, recorded_by, demo)
  select its.id, its.unit_id, code.id, not (its.state = 'REFUSED' and code.code = 'CRIME_HELD_DOWN'),
         case when code.code = 'MOVEMENT' then 'Có mô hình đang hoạt động (minh họa)' end, its.assessed_by, true
    from crime_prevention.safe_area_assessment its
    join crime_prevention.code on code.list = 'SAFE_AREA_CRITERION' and code.valid_from <= make_date(its.year, 12, 31)
     and (code.valid_to is null or code.valid_to > make_date(its.year, 12, 31))
   where its.demo and (its.state <> 'DRAFT' or code.code < 'N')
   order by its.id, code.code`;
