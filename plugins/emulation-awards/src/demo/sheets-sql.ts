/** The sheet of the year to come, as it stands in October: drafted as a copy by the chair; a first try was given up. */
const drafts = /* sql */ `
insert into emulation_awards.score_sheet (unit_id, year, number, title_vi, title_en, ballot, tie_order, valid_from, valid_to, legal_basis, note,
  state, copied_from_id, drafted_on, withdrawn_on, demo)
select its.unit_id, 2022, given.number, 'Bảng điểm thi đua công tác Mặt trận năm 2022 (minh họa)', 'Score sheet of Front work 2022 (invented)',
    its.ballot, its.tie_order, date '2022-01-01', date '2023-04-01', its.legal_basis, its.note, given.state, its.id, given.drafted_on,
    given.withdrawn_on, true
  from emulation_awards.score_sheet its
 cross join (values (1, 'WITHDRAWN', date '2021-09-20', date '2021-09-27'), (2, 'DRAFT', date '2021-10-04', null)) given (number, state, drafted_on, withdrawn_on)
 where its.demo and its.year = 2021 and its.number = 1 order by given.number`;

/** On the draft the seventh line was dropped when it was written anew. */
const lines = /* sql */ `
insert into emulation_awards.criterion (sheet_id, dropped_from_id, number, title_vi, title_en, kind, maximum, source, indicator, zero_at, full_at,
  per_late, per_missing)
select case when line.number <> '7' or sheet.state <> 'DRAFT' then sheet.id end, case when line.number = '7' and sheet.state = 'DRAFT' then sheet.id end,
    line.number, line.title_vi, line.title_en, line.kind, line.maximum, line.source, line.indicator, line.zero_at, line.full_at, line.per_late,
    line.per_missing
  from emulation_awards.score_sheet sheet
  join emulation_awards.criterion line on line.sheet_id = sheet.copied_from_id
 where sheet.demo and sheet.year = 2022 order by sheet.number, line.id`;

const steps = /* sql */ `
insert into emulation_awards.sheet_step (sheet_id, unit_id, action, reason, taken_at, taken_on, taken_by, demo)
select sheet.id, sheet.unit_id, given.action, given.reason, (given.taken_on + time '08:00') at time zone 'Asia/Ho_Chi_Minh', given.taken_on, account.id, true
  from (values (1, 'DRAFT', null, date '2021-09-20'), (1, 'WITHDRAW', 'Soạn lại theo góp ý của các cụm (minh họa).', date '2021-09-27'),
    (2, 'DRAFT', null, date '2021-10-04'), (2, 'CHANGE', null, date '2021-10-11')) given (number, action, reason, taken_on)
  join emulation_awards.score_sheet sheet on sheet.demo and sheet.year = 2022 and sheet.number = given.number
  join core.user_account account on account.username = case given.action when 'WITHDRAW' then 'standing.deputy' else 'standing' end
 order by given.taken_on`;

/** Score sheets that are written in the demonstration, after the years whose sheet they are copied from. */
export const sheetsSql: readonly string[] = [drafts, lines, steps];
