import { known } from '../access/places.js';
import { programPromises } from '../access/programs/index.js';
import type { World } from '../access/world.js';

/**
 * Gives values to fields that are empty in the demonstration and in what the access tests add to it, so that every
 * field can be answered with something: what was corrected, ended, revoked, accepted, handed down.
 */
export async function addMoreRows(world: World): Promise<void> {
  for (const statement of statements) await world.sql(statement);
}

const statements: readonly string[] = [
  // Reports that were verified and reopened, signed and returned by somebody known; an obligation that was waived, a
  // deadline that somebody set for a time, a commune with a plan of its own.
  /* sql */ `
  with ${known}
  update core.report set verified_at = '2021-10-05', verified_by = account.id, reopen_reason = 'thiếu số liệu'
    from account where account.username = 'standing' and state = 'SUBMITTED' and submitted_by is distinct from account.id`,
  /* sql */ `
  with ${known}, signed as (
    insert into core.report_version (report_id, number, content, sha256, signed_at, signed_by)
    select report_id, 2, '{}', encode(sha256('{}'), 'hex'), '2021-10-06', account.id from core.report_version, account
     where number = 1 and account.username = 'standing' returning report_id, number, signed_by)
  insert into core.review_step (report_id, version_number, action, taken_at, taken_by)
  select report_id, 1, 'VERIFY', '2021-10-06', signed_by from signed`,
  /* sql */ `
  update core.report set missing_reason = 'xã bị ngập lụt' from core.report_template template
   where template.id = report.template_id and template.summarizes_id is not null`,
  /* sql */ `
  insert into core.report_dispatch (report_id, version_number, organization_id, sent_on, reference, recorded_at, recorded_by)
  select report_id, number, organization.id, '2021-09-11', '15/BC-MTTQ-BTT', now(), account.id
    from core.report_version, core.organization, core.user_account account
   where number = 1 and organization.key = 'propaganda-board-district' and account.username = 'standing'`,
  /* sql */ `
  with ${known}
  update core.obligation set waived_at = '2021-10-01', waived_by = account.id, waive_reason = 'thiên tai'
    from account where account.username = 'standing' and report_id is null and obligation.id % 2 = 0`,
  /* sql */ `
  with ${known}
  update core.obligation_waiver set withdrawn_at = '2021-10-02', withdrawn_by = account.id, withdraw_reason = 'hết thiên tai'
    from account where account.username = 'standing' and withdrawn_at is null and obligation_waiver.obligation_id % 4 = 0`,
  /* sql */ `
  update core.obligation set waived_at = null, waived_by = null, waive_reason = null
   where waived_at is not null
     and not exists (select from core.obligation_waiver where obligation_id = obligation.id and withdrawn_at is null)`,
  /* sql */ `update core.report_deadline set set_on = '2021-01-02', valid_to = '2035-01-01', closes_after = 366`,
  /* sql */ `
  insert into core.entry_extension (obligation_id, open_until, reason, granted_at, granted_by)
  select owed.id, owed.due_on + 10, 'mưa lũ', now(), account.id
    from core.obligation owed, core.user_account account where account.username = 'standing' and owed.id % 3 = 0`,

  // The district and its communes got another name on a day on which figures end: figures of before read the old one.
  /* sql */ `
  with ${known}
  update core.administrative_unit_version version set valid_from = '2021-09-30'
    from place where at = 'district' and place.unit_id in (version.unit_id, version.parent_id)
     and superseded_at is null and valid_from < '2021-09-30' and (valid_to is null or valid_to > '2021-10-15')`,
  /* sql */ `
  insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from, valid_to, legal_basis)
  select unit_id, code, name || ' (cũ)', full_name || ' (cũ)', kind, parent_id, '2000-01-01', '2021-09-30', 'QĐ cũ'
    from core.administrative_unit_version where valid_from = '2021-09-30' and superseded_at is null`,
  // Versions that were wrong and have been replaced.
  /* sql */ `
  with ${known}
  insert into core.administrative_unit_version (unit_id, code, name, full_name, kind, parent_id, valid_from, valid_to, recorded_at, superseded_at)
  select unit_id, code, name || ' (sai)', full_name || ' (sai)', kind, parent_id, valid_from, valid_to, '2021-02-01', '2021-02-02'
    from core.administrative_unit_version join place using (unit_id) where superseded_at is null`,
  /* sql */ `
  insert into core.organization_version (organization_id, name, kind, unit_id, valid_from, valid_to, legal_basis, recorded_at, superseded_at)
  select organization_id, name || ' (sai)', kind, unit_id, valid_from, valid_to, 'QĐ 1', '2021-02-01', '2021-02-02'
    from core.organization_version where superseded_at is null and organization_id % 3 = 0`,
  /* sql */ `update core.organization_version set legal_basis = 'QĐ 2' where organization_id % 3 = 1`,
  /* sql */ `update core.organization_relation set legal_basis = 'QĐ 3' where id % 2 = 0`,
  /* sql */ `
  update core.administrative_unit_lineage set area_share = 0.25, population_share = 0.5
   where from_id in (select unit_id from core.administrative_unit_version where code in ('26248', '26251', '26254', '26257', '26260', '26275'))`,
  // An assignment that was ended, and one that was revoked; an account that was closed.
  /* sql */ `
  with ${known}
  insert into core.assignment (user_id, role_id, unit_id, reach, valid_from, valid_to, revoked_at, acting_for_id)
  select jobless.id, role.id, unit_id, 'SUBTREE', '2020-01-01', '2021-01-01', '2020-06-01', standing.person_id
    from place, account jobless, account standing, core.role
   where at = 'district' and jobless.username = 'jobless' and standing.username = 'standing' and role.code = 'auditor'`,
  /* sql */ `update core.user_account set disabled_at = '2021-03-01' where username in ('jobless', 'treasurer')`,
  // A figure that was corrected, by somebody and for a reason.
  /* sql */ `
  with ${known},
  wrong as (
    update core.data_value set superseded_at = '2021-09-01',
        superseded_by = nextval(pg_get_serial_sequence('core.data_value', 'id'))
     where superseded_at is null and unit_id in (select unit_id from place where at = 'commune')
       and indicator_id in (select id from core.indicator where key in ('social-care.gift-cards', 'child-protection.stunting-rate'))
       and period_id in (select id from core.period where key in ('2018-02', '2018-H2'))
    returning *)
  insert into core.data_value (id, indicator_id, unit_id, period_id, as_of, program, source, value, numerator, denominator, state,
      entered_by, accepted_by, reason, note)
  select superseded_by, indicator_id, unit_id, period_id, as_of, program, source, value + 1, numerator, denominator + 1, 'ACCEPTED',
      clerk.id, standing.id, 'Số liệu đã kiểm tra lại', 'ghi chú'
    from wrong, account clerk, account standing where clerk.username = 'clerk.bau-ham' and standing.username = 'standing'`,
  // A report that was returned, made again and accepted; a form of one program.
  /* sql */ `
  with ${known}
  update core.report set state = 'ACCEPTED', submitted_by = clerk.id, accepted_by = standing.id, accepted_at = '2021-10-01',
      note = 'ghi chú', return_reason = 'thiếu số liệu'
    from account clerk, account standing, place
   where clerk.username = 'clerk.bau-ham' and standing.username = 'standing' and at = 'commune'
     and report.unit_id = place.unit_id and as_of = '2021-08-31' and submitted_at is not null`,
  /* sql */ `
  insert into core.report_template (key, program, calendar, level, title_vi, title_en)
  select 'insurance-monthly', 'PRG-27', calendar, level, 'Bảo hiểm', 'Insurance' from core.report_template order by id limit 1`,
  // Activities that took place, plans with a basis, a participation and a lock that have ended.
  /* sql */ `
  update core.activity set state = 'HELD', held_on = '2021-10-01', attendance = 40 + id, place = 'Nhà văn hóa' where code is null and id % 2 = 0`,
  /* sql */ `update core.plan set basis_document_id = (select id from core.document where code = 'D-24') where state = 'APPROVED'`,
  /* sql */ `
  update core.plan part set parent_id = whole.id from core.plan whole
   where part.state = 'APPROVED' and whole.state = 'DRAFT' and part.unit_id = whole.unit_id
     and part.program_id is not distinct from whole.program_id`,
  /* sql */ `
  insert into core.program_participant (program_id, program, organization_id, valid_from, valid_to)
  select program.id, program.code, organization.id, '2015-01-01', '2016-01-01'
    from core.program, core.organization where program.code in ('PRG-10', 'PRG-27') and organization.key = 'farmers-union'`,
  /* sql */ `
  with ${known}
  insert into core.period_lock (period_id, unit_id, program, reason, locked_at, unlocked_at, unlock_reason)
  select period.id, place.unit_id, 'PRG-27', 'quyết toán', '2021-09-01', '2021-09-02', 'sửa số liệu'
    from place, core.period where period.key = '2021-08'`,
  // A period that a district has decided on.
  /* sql */ `
  with ${known}
  update core.period set unit_id = place.unit_id from place
   where at = 'district' and period.unit_id is null and period.id = (select max(id) from core.period where year is null)`,
  // A target of a group of units, with a weight, that follows from another; one measured against a baseline.
  /* sql */ `
  with ${known}
  insert into core.target (indicator_id, unit_group_id, home_unit_id, program_id, program_code, period_id, operator, value, deadline,
      path, tolerance, weight, derived_from_id, baseline_kind, baseline_value, baseline_note_vi, baseline_note_en)
  select whole.indicator_id, formed.id, place.unit_id, whole.program_id, whole.program_code, whole.period_id, 'RELATIVE_INCREASE', 5,
      '2021-12-31', 'LINEAR', 0.1, 2, whole.id, 'VALUE', 40, 'năm 2020', 'of 2020'
    from place, core.target whole, core.unit_group formed
   where at = 'district' and whole.code is not null and formed.key like '%cluster%' and formed.unit_id = place.unit_id
   order by whole.id, formed.id limit 40`,
  // Parts of targets, for the commune.
  /* sql */ `
  with ${known}
  insert into core.target (indicator_id, unit_id, home_unit_id, program_id, program_code, period_id, operator, value, deadline, path,
      tolerance, parent_target_id)
  select whole.indicator_id, place.unit_id, place.unit_id, whole.program_id, whole.program_code, whole.period_id, 'AT_LEAST', 1,
      whole.deadline, 'NONE', 0, whole.id
    from place, core.target whole where at = 'commune' and whole.code is not null and whole.parent_target_id is null
  on conflict do nothing`,
  // What is owed under agreements: met with proof, and waived, by somebody known; a review with its minutes.
  /* sql */ `
  with ${known}
  update core.agreement_obligation set done_by = account.id, evidence_id = (select id from core.document where code = 'D-24')
    from account where account.username = 'standing' and done_on is not null`,
  /* sql */ `
  with ${known}
  update core.agreement_obligation set waived_by = account.id from account where account.username = 'standing' and waived_at is not null`,
  // One went over from another committee.
  /* sql */ `
  update core.agreement_obligation set taken_over_from_id = (select id from core.organization where key = 'front-commune-26257')
   where organization_id = (select id from core.organization where key = 'front-district')`,
  /* sql */ `update core.agreement_review set document_id = (select id from core.document where code = 'D-24')`,
  // A part of a target that a member organization has, a range itself.
  /* sql */ `
  insert into core.target (indicator_id, organization_id, home_unit_id, program_id, program_code, period_id, operator, value, value_max,
      deadline, path, tolerance, parent_target_id)
  select whole.indicator_id, organization.id, whole.home_unit_id, whole.program_id, whole.program_code, whole.period_id, 'RANGE', 1, 2,
      whole.deadline, 'NONE', 0, whole.id
    from core.target whole, core.organization where whole.code = 'T-06' and organization.key = 'farmers-union'`,
  // Plans and targets that somebody changed; a plan that says how it goes about something.
  /* sql */ `
  with ${known}
  update core.plan_version set replaced_by = account.id, basis_document_id = (select id from core.document where code = 'D-24')
    from account where account.username = 'standing'`,
  /* sql */ `
  with ${known}
  update core.target_version set replaced_by = account.id, value_max = value + 1 from account where account.username = 'standing'`,
  /* sql */ `update core.plan_item set note = 'ghi chú' where id % 3 = 0`,
  // A number that says the year.
  /* sql */ `update core.document set number = id || '/2020/NĐ-CP' where number is null`,
  /* sql */ `update core.indicator_feeder set valid_to = '2030-01-01' where id % 5 = 0`,
  // Figures of reports that contradict each other and are far from what was told before; rules of all kinds.
  /* sql */ `
  with wrong as (
    update core.data_value figure set superseded_at = '2021-10-12', superseded_by = nextval(pg_get_serial_sequence('core.data_value', 'id'))
      from core.report join core.report_template form on form.id = report.template_id and form.key = 'commune-monthly'
     where figure.unit_id = report.unit_id and figure.period_id = report.period_id and figure.superseded_at is null
       and report.as_of >= '2021-07-01'
       and figure.indicator_id in (select id from core.indicator where key in ('fund-for-the-poor.houses', 'social-care.gift-cards'))
    returning figure.*, report.id as of_report)
  insert into core.data_value (id, indicator_id, unit_id, period_id, as_of, program, source, disaggregation, value, state, report_id)
  select superseded_by, indicator_id, unit_id, period_id, as_of, program, source, disaggregation,
      case when disaggregation = 'work:build' then value + 50 + (as_of - date '2021-01-01')
        when indicator_id = (select id from core.indicator where key = 'social-care.gift-cards') then value + 5000 else value end, state, of_report
    from wrong`,
  /* sql */ `
  insert into core.value_check (key, severity, relation, indicator_id, disaggregation, other_indicator_id, title_vi, title_en, basis, valid_from, valid_to)
  select 'built-at-most-all', 'WARNING', 'AT_MOST', id, 'work:build', id, 'Xây mới không quá tổng số', 'Built at most all', 'thử',
      '2016-01-01', '2035-01-01' from core.indicator where key = 'fund-for-the-poor.houses'`,
  /* sql */ `
  insert into core.outlier_rule (indicator_id, history, least_history, threshold, least_spread, basis, valid_from, valid_to)
  select id, 24, 3, 3.5, 0.1, 'thử', '2016-01-01', '2035-01-01' from core.indicator where key = 'fund-for-the-poor.houses'`,
  // What a district plans and no commune takes up; files with words, and some that were taken off.
  /* sql */ `
  insert into core.plan_item (plan_id, activity_id, added_version)
  select plan.id, activity.id, 1 from core.plan join core.activity on activity.code is not null
   where exists (select from core.plan part where part.parent_id = plan.id)
     and not exists (select from core.plan_item item where item.activity_id = activity.id) and activity.id % 7 = 0`,
  /* sql */ `update core.attachment_link set note = 'bản chụp có dấu'`,
  /* sql */ `update core.attachment_link set detached_at = '2021-10-02', detach_reason = 'nhầm tệp' where id % 2 = 0`,
  ...programPromises.flatMap(({ moreRows }) => moreRows),
];
