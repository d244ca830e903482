/** Units by their code of 2021, and the accounts of the demonstration. */
const known = /* sql */ `
  place as (
    select unit_id, code, name from core.administrative_unit_version
     where tree = 'ADMIN' and superseded_at is null and valid_from <= '2021-06-01' and (valid_to is null or valid_to > '2021-06-01')),
  account as (
    select id, username from core.user_account)`;

/** The account of somebody of a commune: `chair.bau-ham`. */
const local = (role: string, name: string): string =>
  `(select id from account where username = '${role}.' || replace(core.search_key(${name}), ' ', '-'))`;

const setOf = (level: string): string => `(select id from new_rural_areas.criteria_set
  where code = case ${level} when 'ADVANCED' then 'DONG-NAI-ADVANCED-2018' else 'NATIONAL-MODEL-2018' end)`;

export const insertAssessments = /* sql */ `
  with ${known}
  insert into new_rural_areas.assessment (unit_id, set_id, year, state, begun_on, submitted_on, submitted_by, demo)
  select place.unit_id, ${setOf('given.level')}, given.year, case when given."submittedOn" is null then 'DRAFT' else 'SUBMITTED' end,
         given."begunOn", given."submittedOn",
         case when given."submittedOn" is not null then ${local('chair', 'place.name')} end, true
    from jsonb_to_recordset($1::jsonb) as given (unit text, level text, year int, "begunOn" date, "submittedOn" date)
    join place on place.code = given.unit order by given.unit, given.level, given.year`;

/** A draft has come as far as criterion 8. One criterion is not asked of Bàu Hàm. */
export const insertResults = /* sql */ `
  with ${known}
  insert into new_rural_areas.assessment_result (assessment_id, unit_id, criterion_id, outcome, value, note, recorded_by, recorded_at, demo)
  select its.id, its.unit_id, criterion.id, judged.outcome,
         case when criterion.threshold is null or judged.outcome = 'NOT_APPLICABLE' then null
              when (judged.outcome = 'MET') = (criterion.comparison = 'AT_LEAST') then criterion.threshold + case when criterion.threshold = 100 then 0 else 0.3 end
              else criterion.threshold - 0.3 end,
         case judged.outcome when 'NOT_APPLICABLE' then 'Xã không quy hoạch chợ (dữ liệu minh họa)'
              when 'NOT_MET' then 'Đang thực hiện (dữ liệu minh họa)' end,
         ${local('clerk', 'place.name')}, (its.begun_on + time '08:00') at time zone 'Asia/Ho_Chi_Minh', true
    from jsonb_to_recordset($1::jsonb) as given (unit text, level text, year int, missing jsonb)
    join place on place.code = given.unit
    join new_rural_areas.assessment its on its.unit_id = place.unit_id and its.year = given.year and its.set_id = ${setOf('given.level')}
    join new_rural_areas.criterion on criterion.set_id = its.set_id and (its.state = 'SUBMITTED' or criterion.number <= 8)
   cross join lateral (select case when given.missing @> to_jsonb(criterion.number) then 'NOT_MET'
       when given.unit = '26257' and criterion.number = 7 then 'NOT_APPLICABLE' else 'MET' end as outcome) judged
   order by its.id, criterion.number`;

/** The income of Giang Điền was corrected before its dossier was handed in. */
export const insertCorrection = /* sql */ `
  insert into new_rural_areas.assessment_result (assessment_id, unit_id, criterion_id, outcome, value, note, recorded_by, recorded_at, superseded_at, demo)
  select result.assessment_id, result.unit_id, result.criterion_id, 'NOT_MET', 63.5, 'Chưa cập nhật thu nhập quý I (dữ liệu minh họa)',
         result.recorded_by, result.recorded_at - interval '1 day', result.recorded_at, true
    from new_rural_areas.assessment_result result
    join new_rural_areas.criterion on criterion.id = result.criterion_id and criterion.number = 10
    join core.administrative_unit_version version on version.unit_id = result.unit_id and version.code = '26293' and version.superseded_at is null
   where result.demo and version.valid_from <= '2021-06-01' and (version.valid_to is null or version.valid_to > '2021-06-01')`;

export const insertAssessors = /* sql */ `
  insert into new_rural_areas.assessor (unit_id, year, user_id)
  select its.unit_id, its.year, result.recorded_by
    from new_rural_areas.assessment its join new_rural_areas.assessment_result result on result.assessment_id = its.id
   where its.demo and result.recorded_by is not null
  union
  select unit_id, year, submitted_by from new_rural_areas.assessment where demo and submitted_by is not null`;

/** Documents of the registry stand for the papers of a dossier. */
export const insertEvidence = /* sql */ `
  with ${known}
  insert into new_rural_areas.evidence (assessment_id, unit_id, criterion_id, document_id, note, added_by, added_on, demo)
  select its.id, its.unit_id, criterion.id, document.id, 'Văn bản thay cho giấy tờ của hồ sơ (dữ liệu minh họa)',
         ${local('clerk', 'place.name')}, its.begun_on, true
    from new_rural_areas.assessment its
    join place on place.unit_id = its.unit_id and place.code in ('26257', '26293')
    join new_rural_areas.criterion on criterion.set_id = its.set_id and criterion.number in (1, 2)
    join core.document on document.code = case criterion.number when 1 then 'D-12' else 'D-24' end
   where its.year = 2021 order by its.id, criterion.number`;

/** Households of an area: invented, by its place in the list. */
const householdsOf = (code: string): string =>
  `(420 + (right(${code}, 2)::int * 37 + left(${code}, 5)::int * 7) % 160)`;

const givenPolls = /* sql */ `
  given as (
    select * from jsonb_to_recordset($1::jsonb) as its (unit text, level text, "openedOn" date, "closedOn" date, areas jsonb,
      counted int, asked numeric, approval numeric, "cancelReason" text))`;

/** All but those given up begin open; closed ones are closed once they have been counted. */
export const insertPolls = /* sql */ `
  with ${known}, ${givenPolls}
  insert into new_rural_areas.poll (unit_id, level, rule_id, state, opened_on, households, closed_on, cancel_reason, opened_by, closed_by, demo)
  select place.unit_id, given.level, rule.id, case when given."cancelReason" is null then 'OPEN' else 'CANCELLED' end, given."openedOn",
         case when given.unit = '737' then 6000 else (select sum(${householdsOf('area')}) from jsonb_array_elements_text(given.areas) as area) end,
         case when given."cancelReason" is not null then given."closedOn" end, given."cancelReason",
         coalesce(${local('chair', 'place.name')}, (select id from account where username = 'standing')),
         case when given."cancelReason" is not null then ${local('chair', 'place.name')} end, true
    from given join place on place.code = given.unit
    join new_rural_areas.poll_rule rule on rule.level = given.level and rule.scope = case when given.unit = '737' then 'DISTRICT' else 'COMMUNE' end
     and rule.valid_from <= given."openedOn" and (rule.valid_to is null or rule.valid_to > given."openedOn")
   order by given."openedOn"`;

/** The poll that a given one has become. */
const madePoll = `join place on place.code = given.unit
    join new_rural_areas.poll on poll.unit_id = place.unit_id and poll.level = given.level and poll.opened_on = given."openedOn"`;

export const insertAreas = /* sql */ `
  with ${known}, ${givenPolls}
  insert into new_rural_areas.poll_area (poll_id, unit_id, opened_on, households, polled, entered_by, demo)
  select poll.id, here.unit_id, poll.opened_on, ${householdsOf('here.code')},
         case when area.n <= given.counted then floor(${householdsOf('here.code')} * given.asked)::int end,
         case when area.n <= given.counted then ${local('head', 'commune.name')} end, true
    from given ${madePoll}
   cross join lateral jsonb_array_elements_text(given.areas) with ordinality as area (code, n)
    join place here on here.code = area.code
    join place commune on commune.code = left(area.code, 5)
   order by poll.id, area.n`;

/** Each question a little less liked than the one before, but for the first. */
export const insertTallies = /* sql */ `
  with ${known}, ${givenPolls}
  insert into new_rural_areas.poll_tally (area_id, unit_id, question_id, yes, no, other, recorded_by, recorded_at, demo)
  select area.id, area.unit_id, question.id, said.yes, (area.polled - said.yes) / 2, area.polled - said.yes - (area.polled - said.yes) / 2,
         area.entered_by, (area.opened_on + 3 + time '17:00') at time zone 'Asia/Ho_Chi_Minh', true
    from given ${madePoll}
    join new_rural_areas.poll_area area on area.poll_id = poll.id and area.polled is not null
    join new_rural_areas.poll_question question on question.valid_from <= poll.opened_on and (question.valid_to is null or question.valid_to > poll.opened_on)
   cross join lateral (select floor(area.polled * (given.approval - (question.position - 1) * 0.01))::int as yes) said
   order by area.id, question.position`;

/** Polls of which every area has counted, with the day on which they are closed and by whom. */
export const pollsToClose = /* sql */ `
  with ${known}, ${givenPolls}
  select poll.id, given."closedOn"::text as closed_on, coalesce(${local('chair', 'place.name')}, poll.opened_by) as closed_by,
         (select sum(area.polled)::int from new_rural_areas.poll_area area where area.poll_id = poll.id) as polled
    from given ${madePoll}
   where poll.state = 'OPEN' and given."closedOn" is not null order by poll.id`;

export const closePoll = /* sql */ `
  update new_rural_areas.poll set state = 'CLOSED', closed_on = $2, closed_by = $3, polled = $4, passed = $5 where id = $1`;

const givenDossiers = /* sql */ `
  given as (
    select * from jsonb_to_recordset($1::jsonb) as its (unit text, level text, state text, year int, officer text, registered date,
      assessed date, polled date, submitted date, appraised date, decided date, published date, cancelled date, reason text))`;

export const insertDossiers = /* sql */ `
  with ${known}, ${givenDossiers}
  insert into new_rural_areas.dossier (unit_id, level, set_id, state, assessment_id, poll_id, registered_on, submitted_on, submitted_by,
    appraised_on, appraised_by, appraisal_opinion, decided_by, reason, demo)
  select place.unit_id, given.level, ${setOf('given.level')}, given.state,
         case when given.assessed is not null then (select id from new_rural_areas.assessment its
           where its.unit_id = place.unit_id and its.year = given.year and its.set_id = ${setOf('given.level')}) end,
         case when given.polled is not null then (select id from new_rural_areas.poll
           where poll.unit_id = place.unit_id and poll.level = given.level and poll.state = 'CLOSED') end,
         given.registered, given.submitted, case when given.submitted is not null then ${local('chair', 'place.name')} end,
         given.appraised, case when given.appraised is not null then (select id from account where username = given.officer) end,
         case when given.appraised is not null then 'Hồ sơ đủ điều kiện trình công nhận (dữ liệu minh họa)' end,
         case when given.decided is not null then (select id from account where username = 'standing') end, given.reason, true
    from given join place on place.code = given.unit order by given.registered, given.unit`;

export const insertSteps = /* sql */ `
  with ${known}
  insert into new_rural_areas.dossier_step (dossier_id, unit_id, step, from_state, to_state, reason, taken_on, taken_by, demo)
  select dossier.id, dossier.unit_id, given.step, given."from", given."to", given.reason, given."on",
         case given.by when 'chair' then ${local('chair', 'place.name')} else (select id from account where username = given.by) end, true
    from rows from (jsonb_to_recordset($1::jsonb) as (unit text, level text, step text, "from" text, "to" text, "on" date, by text,
      reason text)) with ordinality as given (unit, level, step, "from", "to", "on", by, reason, n)
    join place on place.code = given.unit
    join new_rural_areas.dossier on dossier.unit_id = place.unit_id and dossier.level = given.level and not dossier.earlier
   order by given.n`;

/** Numbers that cannot be a decision's. */
const decision = (code: string, day: string): string =>
  `'00/QĐ-MH-' || ${code} || '/' || extract(year from ${day})`;

export const insertRecognitions = /* sql */ `
  with ${known}, ${givenDossiers}
  insert into new_rural_areas.recognition (unit_id, level, dossier_id, decision_number, decided_on, published_on, demo)
  select place.unit_id, given.level, dossier.id, ${decision('given.unit', 'given.decided')}, given.decided, given.published, true
    from given join place on place.code = given.unit
    join new_rural_areas.dossier on dossier.unit_id = place.unit_id and dossier.level = given.level and not dossier.earlier
   where given.decided is not null order by given.decided`;

/** Titles of earlier years with a dossier of their own that says nothing but that. */
export const insertEarlier = /* sql */ `
  with ${known},
  given as (
    select * from jsonb_to_recordset($1::jsonb) as its (unit text, level text, "on" date, "withdrawnOn" date)),
  made as (
    insert into new_rural_areas.dossier (unit_id, level, state, registered_on, earlier, demo)
    select place.unit_id, given.level, case when given."withdrawnOn" is null then 'PUBLISHED' else 'WITHDRAWN' end, given."on", true, true
      from given join place on place.code = given.unit order by given."on", given.unit
    returning id, unit_id, level),
  step as (
    insert into new_rural_areas.dossier_step (dossier_id, unit_id, step, from_state, to_state, reason, taken_on, taken_by, demo)
    select made.id, made.unit_id, its.step, its."from", its."to", its.reason, its."on", (select id from account where username = 'standing'), true
      from made join place on place.unit_id = made.unit_id join given on given.unit = place.code and given.level = made.level
     cross join lateral (
       select 1 as n, 'newRuralAreasEnterEarlierRecognition' as step, null as "from", 'PUBLISHED' as "to", null as reason, given."on" as "on"
       union all
       select 2, 'newRuralAreasWithdrawRecognition', 'PUBLISHED', 'WITHDRAWN', 'Không còn đạt tiêu chí (minh họa)', given."withdrawnOn"
        where given."withdrawnOn" is not null) its
     order by made.id, its.n)
  insert into new_rural_areas.recognition (unit_id, level, dossier_id, decision_number, decided_on, published_on, withdrawn_on,
    withdrawal_decision, withdrawal_reason, demo)
  select made.unit_id, made.level, made.id, ${decision('given.unit', 'given."on"')}, given."on", given."on", given."withdrawnOn",
         case when given."withdrawnOn" is not null then ${decision('given.unit', 'given."withdrawnOn"')} end,
         case when given."withdrawnOn" is not null then 'Không còn đạt tiêu chí (minh họa)' end, true
    from made join place on place.unit_id = made.unit_id join given on given.unit = place.code and given.level = made.level
   order by made.id`;

export const insertRechecks = /* sql */ `
  with ${known}
  insert into new_rural_areas.recheck (recognition_id, unit_id, checked_on, still_met, findings, checked_by, demo)
  select recognition.id, recognition.unit_id, given."on", given."stillMet", given.findings,
         (select id from account where username = 'officer.cluster3'), true
    from jsonb_to_recordset($1::jsonb) as given (unit text, level text, "on" date, "stillMet" boolean, findings text)
    join place on place.code = given.unit
    join new_rural_areas.recognition on recognition.unit_id = place.unit_id and recognition.level = given.level
   order by given."on"`;

export const insertVisits = /* sql */ `
  with ${known}
  insert into new_rural_areas.supervision_visit (unit_id, visited_on, subject, findings, recommendation, follow_up, followed_up_on,
    withdrawn, withdrawal_reason, demo)
  select place.unit_id, given."on", given.subject, given.findings, given.recommendation, given."followUp", given."followedUpOn",
         given."withdrawalReason" is not null, given."withdrawalReason", true
    from rows from (jsonb_to_recordset($1::jsonb) as (unit text, "on" date, subject text, findings text, recommendation text,
      "followUp" text, "followedUpOn" date, "withdrawalReason" text)) with ordinality
      as given (unit, "on", subject, findings, recommendation, "followUp", "followedUpOn", "withdrawalReason", n)
    join place on place.code = given.unit order by given.n`;
