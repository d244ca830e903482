import type { PluginServices } from '@phoihop/platform';
import { generateObligations } from '../obligations/load.js';
import { demoReports } from './reports-plan.js';
import { loadWhereChanged } from '../loading/load-where-changed.js';
import { districtCode } from './people-places.js';

/**
 * Assumes a deadline for the monthly report of the communes, hands in invented reports of 2021 and excuses one, all
 * flagged `demo` or said to be invented. Done once: what people change afterwards is left alone.
 */
export async function loadDemoReports({ database, clock, log }: PluginServices): Promise<void> {
  const made = await database.asSystem('load the demonstration’s reports', (session) =>
    loadWhereChanged(session, {
      key: 'demo-reports',
      checksum: 'once',
      load: async () => {
        await session.query(deadline, [districtCode]);
        const { reports, waivers } = demoReports();
        await session.query(handIn, [JSON.stringify(reports), clock.businessDate]);
        const { added } = await generateObligations(session, clock.businessDate);
        await session.query(waive, [JSON.stringify(waivers)]);
        return { obligations: added, reports: reports.length };
      },
    }),
  );
  if (made) log('demonstration reports loaded', made);
}

/** The source asks for reports on time and gives no day. */
const deadline = /* sql */ `
insert into core.report_deadline (template_id, unit_id, rule, days, months, free_day, notice_days, valid_from, basis, demo)
select template.id, district.unit_id, 'DAY_OF_MONTH', 5, 1, 'NEXT_WORKING_DAY', 5, '2021-01-01',
    'Giả định để minh họa: chương trình (R-04) yêu cầu báo cáo đúng thời gian nhưng không nêu ngày.', true
  from core.report_template template, core.administrative_unit_version district
 where template.key = 'commune-monthly' and district.tree = 'ADMIN' and district.code = $1
   and district.superseded_at is null and district.valid_from <= '2021-06-01'
   and (district.valid_to is null or district.valid_to > '2021-06-01')
   and not exists (select from core.report_deadline known where known.template_id = template.id)`;

/** At eight in the morning of the day, in Vietnam; nothing is handed in that the business date has not come to. */
const handIn = /* sql */ `
insert into core.report (template_id, unit_id, period_id, as_of, program, state, submitted_at, first_submitted_at,
  first_submitted_on, accepted_at, note, demo)
select template.id, unit.unit_id, period.id, period.ends_on, template.program, given.state,
    (given."on" + time '08:00') at time zone 'Asia/Ho_Chi_Minh', (given."on" + time '08:00') at time zone 'Asia/Ho_Chi_Minh',
    given."on", case given.state when 'ACCEPTED' then (given."on" + 3 + time '08:00') at time zone 'Asia/Ho_Chi_Minh' end,
    'Báo cáo minh họa, không có thật.', true
  from json_to_recordset($1::json) as given (unit text, period text, "on" date, state text)
  join core.report_template template on template.key = 'commune-monthly'
  join core.period on period.key = given.period and period.calendar_key = template.calendar
  join core.administrative_unit_version unit on unit.tree = 'ADMIN' and unit.code = given.unit and unit.superseded_at is null
   and unit.valid_from <= '2021-06-01' and (unit.valid_to is null or unit.valid_to > '2021-06-01')
 where given."on" <= $2::date
 order by period.ends_on, given.unit
on conflict (template_id, unit_id, period_id) do nothing`;

const waive = /* sql */ `
update core.obligation owed set waived_at = (given."on" + time '08:00') at time zone 'Asia/Ho_Chi_Minh', waive_reason = given.reason
  from json_to_recordset($1::json) as given (unit text, period text, "on" date, reason text)
  join core.period on period.key = given.period
  join core.administrative_unit_version unit on unit.tree = 'ADMIN' and unit.code = given.unit and unit.superseded_at is null
   and unit.valid_from <= '2021-06-01' and (unit.valid_to is null or unit.valid_to > '2021-06-01')
 where owed.period_id = period.id and owed.unit_id = unit.unit_id and owed.handed_in_on is null`;
