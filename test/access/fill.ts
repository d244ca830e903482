import type { TestBed } from '@phoihop/testing';
import { agreementRows } from './fill-agreements.js';
import { places } from './places.js';
import { programPromises } from './programs/index.js';

/**
 * What the gates need and the demonstration does not have: rows in tables it leaves empty (plans, reports, unpublished
 * activities and documents, audit events, idempotency keys), rows that an organization reported, and a district and a
 * commune that none of its users belongs to, with people of their own.
 */
export async function fillWorld(bed: TestBed): Promise<void> {
  await bed.sql(statements.join(';\n'));
}

/** What was signed of a form with sections, one of each kind. */
const signedSections = JSON.stringify({
  figures: [
    {
      indicator: 'social-care.gift-cards',
      part: 'x',
      title: 'Thẻ',
      unitOfMeasure: 'thẻ',
      value: '3',
      numerator: '1',
      denominator: '2',
      status: 'none',
      note: 'x',
    },
  ],
  sections: [
    {
      key: 'figures',
      kind: 'FIGURES',
      title: 'x',
      figures: [{ indicator: 'social-care.gift-cards', part: 'x' }],
    },
    { key: 'difficulties', kind: 'NARRATIVE', title: 'x', text: 'x' },
    {
      key: 'list',
      kind: 'LIST',
      title: 'x',
      columns: [{ field: 'place', title: 'x' }],
      rows: [['x']],
      without: ['x'],
    },
  ],
});

const statements: readonly string[] = [
  // People: an account without a role, a clerk of one program, a foreign district’s, and a commune’s of 2025.
  /* sql */ `
  with ${places},
  given (username, role, place, programs, valid_from) as (values
    ('jobless', null, 'district', null::text[], null::date),
    ('clerk.insurance', 'commune-clerk', 'bau-ham', array['PRG-27'], '2021-01-01'),
    ('foreign.admin', 'district-administrator', 'foreign-district', null, '2021-01-01'),
    ('foreign.standing', 'district-standing', 'foreign-district', null, '2021-01-01'),
    ('foreign.clerk', 'commune-clerk', 'foreign', null, '2021-01-01'),
    ('successor.clerk', 'commune-clerk', 'successor', null, '2025-07-01')),
  person as (
    insert into core.person (full_name, phone, email, unit_id)
    select 'Nguyễn Văn ' || username, '0251 3866 123', username || '@nowhere.example', unit_id from given join place on place.name = given.place
    returning id, email),
  account as (
    insert into core.user_account (username, person_id)
    select username, person.id from given join person on person.email = username || '@nowhere.example' returning id, username)
  insert into core.assignment (user_id, role_id, unit_id, programs, reach, valid_from)
  select account.id, role.id, place.unit_id, given.programs, 'SUBTREE', given.valid_from
    from given join account using (username) join place on place.name = given.place join core.role on role.code = given.role`,
  // An organization and a group of the foreign district.
  /* sql */ `
  with ${places},
  made as (insert into core.organization (key) values ('front-foreign') returning id),
  version as (
    insert into core.organization_version (organization_id, name, kind, unit_id, valid_from)
    select made.id, 'Ủy ban MTTQ huyện khác', 'FRONT_COMMITTEE', unit_id, '2021-01-01' from made, place where place.name = 'foreign-district'),
  relation as (
    insert into core.organization_relation (from_id, to_id, type, valid_from)
    select made.id, organization.id, 'COORDINATES', '2021-01-01' from made, core.organization where key = 'front-district'),
  formed as (
    insert into core.unit_group (key, name_vi, purpose, unit_id, valid_from)
    select 'foreign-cluster', 'Cụm khác', 'EMULATION', unit_id, '2021-01-01' from place where name = 'foreign-district' returning id)
  insert into core.unit_group_member (group_id, unit_id, valid_from)
  select formed.id, unit_id, '2021-01-01' from formed, place where place.name = 'foreign'`,
  // Documents of every class below public, and one public one of a unit.
  /* sql */ `
  with ${places}
  insert into core.document (cited_as, title_vi, confidentiality, unit_id)
  select class || ' of ' || name, class || ' of ' || name, class, unit_id
    from place, unnest(array['PUBLIC', 'INTERNAL', 'PERSONAL', 'RESTRICTED']) as class where name <> 'successor'`,
  // Plans and unpublished activities of three kinds of program: none, insurance, another.
  /* sql */ `
  with ${places}
  insert into core.plan (unit_id, program_id, program_code, year, title, state)
  select place.unit_id, program.id, program.code, 2021, state || ' of ' || name, state
    from place, unnest(array['DRAFT', 'APPROVED']) as state,
      (select null::bigint as id, null::text as code union all select id, code from core.program where code in ('PRG-27', 'PRG-24')) as program
   where name <> 'successor'`,
  /* sql */ `
  with ${places}
  insert into core.activity (program_id, program_code, unit_id, title_vi, kind, level, when_text, starts_on, ends_on, when_precision)
  select program.id, program.code, place.unit_id, 'Hoạt động ' || name, 'GATHERING', 'COMMUNE', 'ngày 01-11-2021', '2021-11-01', '2021-11-01', 'DAY'
    from place, core.program where program.code in ('PRG-27', 'PRG-24') and name <> 'successor'`,
  // What points at what: every kind of end, public and not, at either side.
  /* sql */ `
  with ${places}
  insert into core.document_link (document_id, relation, from_document_id, activity_id, plan_id)
  select target.id, 'CITES', source.id, null::bigint, null::bigint
    from core.document target join core.document source on source.id <> target.id join place on place.unit_id = source.unit_id
   where name in ('bau-ham', 'foreign')
     and (target.code = 'D-24' or (target.unit_id = source.unit_id and target.confidentiality in ('INTERNAL', 'RESTRICTED')))
  union all
  select document.id, 'CITES', null, activity.id, null
    from core.document, core.activity join place on place.unit_id = activity.unit_id
   where document.code = 'D-24' and activity.code is null and name in ('bau-ham', 'foreign')
  union all
  select document.id, 'CITES', null, null, plan.id
    from core.document, core.plan join place on place.unit_id = plan.unit_id
   where document.code = 'D-24' and name in ('bau-ham', 'foreign')`,
  // Reports of two months; one of Tây Hoà was made by the farmers’ union.
  /* sql */ `
  with ${places}
  insert into core.report (template_id, unit_id, organization_id, period_id, as_of, program, state, submitted_at)
  select template.id, place.unit_id, case when name = 'tay-hoa' and period.key = '2021-08' then union_.id end, period.id, period.ends_on,
      case period.key when '2021-08' then 'PRG-24' end, 'SUBMITTED', now()
    from place, core.report_template template, core.period, core.organization union_
   where template.key = 'commune-monthly' and period.key in ('2021-08', '2021-09')
     and name in ('bau-ham', 'tay-hoa', 'foreign') and union_.key = 'farmers-union'`,
  // Obligations of no program, of insurance and of another, in units of both districts.
  /* sql */ `
  with ${places}
  insert into core.obligation (template_id, unit_id, period_id, as_of, program, deadline_id, due_on, notice_days, holidays_known)
  select deadline.template_id, place.unit_id, period.id, period.ends_on,
      case period.key when '2020-01' then 'PRG-27' when '2020-02' then 'PRG-24' end, deadline.id, period.ends_on + 5, 5, false
    from place, core.report_deadline deadline, core.period
   where deadline.demo and period.key in ('2020-01', '2020-02', '2020-03') and name in ('bau-ham', 'tay-hoa', 'foreign')`,
  /* sql */ `
  insert into core.entry_extension (obligation_id, open_until, reason, granted_at)
  select id, due_on + 30, 'mưa lũ', now() from core.obligation
   where period_id in (select id from core.period where key in ('2020-01', '2020-02', '2020-03'))`,
  // Of some the unit was excused; of others that was taken back.
  /* sql */ `
  update core.obligation set waived_at = '2021-09-01', waive_reason = 'bão lụt'
    from core.period where period.id = obligation.period_id and period.key in ('2020-02', '2020-03')`,
  /* sql */ `
  update core.obligation_waiver set withdrawn_at = '2021-09-02', withdraw_reason = 'đã hết lụt'
    from core.obligation join core.period on period.id = obligation.period_id
   where obligation.id = obligation_id and period.key = '2020-03'`,
  /* sql */ `
  update core.obligation set waived_at = null, waive_reason = null
    from core.period where period.id = obligation.period_id and period.key = '2020-03'`,
  // Figures: foreign ones, one entered for the farmers’ union in a program that is not theirs, one of a residential area.
  /* sql */ `
  with ${places}
  insert into core.data_value (indicator_id, unit_id, organization_id, period_id, as_of, program, source, numerator, denominator, value, state)
  select indicator.id, place.unit_id, case when name = 'tay-hoa' then union_.id end, period.id, period.ends_on, indicator.program, 'front-report',
      case when indicator.kind = 'RATIO' then 1 end, case when indicator.kind = 'RATIO' then 2 end, case when indicator.kind <> 'RATIO' then 3 end, state
    from place, core.indicator, core.period, core.organization union_, unnest(array['PROVISIONAL', 'ACCEPTED']) as state
   where union_.key = 'farmers-union'
     and ((indicator.key = 'child-protection.stunting-rate' and period.key = case state when 'ACCEPTED' then '2018-H1' else '2018-H2' end)
       or (indicator.key = 'social-care.gift-cards' and period.key = case state when 'ACCEPTED' then '2018-01' else '2018-02' end))
     and name in ('bau-ham', 'tay-hoa', 'foreign')
  union all
  select indicator.id, area.id, null, period.id, period.ends_on, indicator.program, 'front-report', null, null, 1, 'PROVISIONAL'
    from core.indicator, core.period, core.administrative_unit area
   where indicator.key = 'social-care.gift-cards' and period.key = '2018-03' and area.reference_key in ('demo-26257.01', 'demo-26257.02')`,
  // Targets of communes and of the farmers’ union.
  /* sql */ `
  with ${places}
  insert into core.target (indicator_id, unit_id, organization_id, home_unit_id, program_id, program_code, period_id, operator, value, deadline, path, tolerance)
  select indicator.id, case when name <> 'district' then place.unit_id end, case when name = 'district' then union_.id end, place.unit_id,
      program.id, indicator.program, period.id, 'AT_LEAST', 5, '2021-12-31', 'NONE', 0
    from place, core.indicator join core.program on program.code = indicator.program, core.period, core.organization union_
   where union_.key = 'farmers-union' and period.key = '2021'
     and indicator.key in ('social-care.gift-cards', 'child-protection.stunting-rate') and name in ('bau-ham', 'tay-hoa', 'foreign', 'district')`,
  // What refers to what not everybody sees: a commune’s part of a district’s target, its plan after the district’s draft,
  // and a figure in a report.
  /* sql */ `
  with ${places}
  update core.target part set parent_target_id = whole.id
    from core.target whole join core.indicator on indicator.id = whole.indicator_id and indicator.key = 'child-protection.stunting-rate', place
   where part.unit_id = place.unit_id and name = 'bau-ham' and part.indicator_id = whole.indicator_id
     and whole.unit_id = (select unit_id from place where name = 'district') and whole.code is not null`,
  /* sql */ `
  with ${places}
  update core.plan part set parent_id = whole.id
    from core.plan whole, place
   where part.unit_id = place.unit_id and name = 'bau-ham' and part.state = 'APPROVED' and part.program_code = 'PRG-27'
     and whole.unit_id = (select unit_id from place where name = 'district') and whole.state = 'DRAFT' and whole.program_code = 'PRG-27'`,
  /* sql */ `
  with ${places}
  insert into core.data_value (indicator_id, unit_id, period_id, as_of, program, source, value, state, report_id)
  select indicator.id, report.unit_id, period.id, period.ends_on, indicator.program, 'front-report', 7, 'PROVISIONAL', report.id
    from core.report join place on place.unit_id = report.unit_id and name = 'bau-ham', core.indicator, core.period
   where indicator.key = 'social-care.gift-cards' and period.key = '2018-04' and report.program is null and not report.demo`,
  // What was signed of the reports of two districts, what was said of it, and of the figure in one. The latest foreign
  // report has none: gates take it away to see whether anybody notices.
  /* sql */ `
  with ${places}
  insert into core.report_version (report_id, number, content, sha256, signed_at, signed_by)
  select report.id, 1, content, encode(sha256(convert_to(content, 'UTF8')), 'hex'), now(), 0
    from (values ('${signedSections}')) as signed (content), core.report join place on place.unit_id = report.unit_id and name in ('bau-ham', 'tay-hoa', 'foreign')
   where not report.demo and (name <> 'foreign' or report.as_of < '2021-09-01')`,
  // Reports of districts, one made of a commune's, each sent to somebody.
  /* sql */ `
  with ${places}
  insert into core.report (template_id, unit_id, period_id, as_of, state, submitted_at)
  select template.id, place.unit_id, period.id, period.ends_on, 'SUBMITTED', now()
    from place, core.report_template template, core.period
   where template.key = 'district-monthly' and period.key = '2021-08' and name in ('district', 'foreign-district')`,
  /* sql */ `
  insert into core.report_version (report_id, number, content, sha256, signed_at, signed_by)
  select report.id, 1, '{"whole": true}', encode(sha256('{"whole": true}'), 'hex'), now(), 0
    from core.report join core.report_template template on template.id = report.template_id and template.key = 'district-monthly'
   where not report.demo`,
  /* sql */ `
  with ${places}
  insert into core.report_inclusion (version_id, included_id)
  select whole.id, part.id
    from core.report_version whole join core.report of_whole on of_whole.id = whole.report_id
    join place over on over.unit_id = of_whole.unit_id,
    core.report_version part join core.report of_part on of_part.id = part.report_id join place under on under.unit_id = of_part.unit_id
   where (over.name, under.name) in (('district', 'bau-ham'), ('district', 'tay-hoa'), ('foreign-district', 'foreign'))
     and not of_whole.demo`,
  /* sql */ `
  insert into core.report_dispatch (report_id, version_number, recipient, sent_on, recorded_at, recorded_by)
  select report_id, number, 'Huyện ủy', '2021-09-10', now(), 0 from core.report_version where number = 1`,
  /* sql */ `
  insert into core.review_step (report_id, version_number, action, reason, taken_at, taken_by)
  select report_id, number, 'RETURN', 'x', now(), 0 from core.report_version`,
  /* sql */ `
  insert into core.review_remark (step_id, data_value_id, reason)
  select step.id, figure.id, 'x' from core.review_step step join core.data_value figure on figure.report_id = step.report_id`,
  // What is said in words, and of what was said.
  /* sql */ `
  insert into core.report_narrative (report_id, section, content)
  select report_id, 'difficulties', 'x' from core.report_version where number = 1`,
  /* sql */ `
  insert into core.review_remark (step_id, section, reason) select id, 'difficulties', 'x' from core.review_step`,
  // Files of every class and of three kinds of program; those without one hang on what is there beside them.
  /* sql */ `
  with ${places}
  insert into core.attachment (unit_id, program_code, name, media_type, size, sha256, confidentiality, uploaded_by)
  select place.unit_id, program, 'minutes.pdf', 'application/pdf', 9, repeat('a', 64), class, account.id
    from place left join core.user_account account
        on account.username = case place.name when 'bau-ham' then 'clerk.bau-ham' when 'foreign' then 'foreign.clerk' end,
      unnest(array['INTERNAL', 'PERSONAL', 'RESTRICTED']) as class, unnest(array[null, 'PRG-27', 'PRG-24']) as program
   where place.name in ('bau-ham', 'tay-hoa', 'foreign')`,
  /* sql */ `
  with ${places},
  file as (
    select attachment.id, attachment.unit_id from core.attachment join place on place.unit_id = attachment.unit_id
     where program_code is null and place.name in ('bau-ham', 'foreign'))
  insert into core.attachment_link (attachment_id, document_id, activity_id, plan_id, report_id)
  select file.id, document.id, null::bigint, null::bigint, null::bigint
    from file join core.document on document.unit_id = file.unit_id and document.confidentiality in ('INTERNAL', 'RESTRICTED')
  union all
  select file.id, null, activity.id, null, null
    from file join core.activity on activity.unit_id = file.unit_id and activity.code is null
  union all
  select file.id, null, null, plan.id, null from file join core.plan on plan.unit_id = file.unit_id
  union all
  select file.id, null, null, null, report.id
    from file join core.report on report.unit_id = file.unit_id and not report.demo and report.as_of < '2021-09-01'`,
  /* sql */ `
  with ${places}
  insert into core.period_lock (period_id, unit_id, program, reason)
  select period.id, place.unit_id, case period.key when '2016-01' then 'PRG-25' end, 'closed'
    from core.period left join place on place.name = case period.key when '2016-01' then 'district' when '2016-02' then 'foreign-district' end
   where period.key in ('2016-01', '2016-02', '2016-03')`,
  /* sql */ `
  insert into platform.audit_event (actor_id, action, subject_type)
  select id, 'test:something', 'User' from core.user_account where username in ('standing', 'clerk.bau-ham', 'foreign.clerk')
  union all select null, 'test:something', 'User'`,
  /* sql */ `
  insert into platform.idempotency_key (actor_id, key, request_hash, result)
  select id, gen_random_uuid(), 'hash', '1' from core.user_account where username in ('standing', 'admin', 'clerk.bau-ham', 'clerk.tay-hoa')`,
  /* sql */ `insert into platform.plugin_state (plugin_id, enabled) values ('environment', true) on conflict do nothing`,
  // What plans contain and once were, and what targets asked for, in units of both districts. The first target of each
  // has no earlier version: gates take it away to see whether anybody notices.
  /* sql */ `
  insert into core.plan_item (plan_id, activity_id, added_version)
  select plan.id, activity.id, 1 from core.plan, core.activity where activity.code = 'E-13' and not plan.demo`,
  /* sql */ `
  insert into core.plan_version (plan_id, version, title, state, reason, replaced_at)
  select id, 1, title, 'APPROVED', 'x', '2021-05-01' from core.plan where not demo and state = 'APPROVED'`,
  /* sql */ `
  insert into core.target_version (target_id, version, operator, value, deadline, reason, replaced_at)
  select id, 1, operator, value, deadline, 'x', '2021-05-01' from core.target where id in (select max(id) from core.target where code is null and not demo group by home_unit_id)`,
  ...agreementRows,
  ...programPromises.flatMap(({ rows }) => rows),
];
