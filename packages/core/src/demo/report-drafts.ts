import type { Session } from '@phoihop/platform';

/** Invented drafts of a form: who is filling it in, of which period, and what is said in words, by section. */
export interface DemoDrafts {
  readonly form: string;
  readonly drafts: readonly {
    readonly unit: string;
    readonly period: string;
    readonly words: Readonly<Record<string, string>>;
  }[];
}

/**
 * For the demonstrations of plugins: begins reports with their words, flagged `demo`. Figures are entered afterwards,
 * with the report they are told in: they never change. Of units by their code of 2021; a period that has not ended by
 * the business date is left out, and so is what is there already.
 */
export async function putDemoDrafts(
  session: Pick<Session, 'query'>,
  { form, drafts }: DemoDrafts,
  businessDate: string,
): Promise<void> {
  await session.query(begin, [form, JSON.stringify(drafts), businessDate]);
}

const begin = /* sql */ `
with made as (
  insert into core.report (template_id, unit_id, period_id, as_of, program, note, demo)
  select template.id, unit.unit_id, period.id, period.ends_on, template.program, 'Báo cáo minh họa, không có thật.', true
    from json_to_recordset($2::json) as given (unit text, period text)
    join core.report_template template on template.key = $1
    join core.period on period.key = given.period and period.calendar_key = template.calendar
    join core.administrative_unit_version unit on unit.tree = 'ADMIN' and unit.code = given.unit and unit.superseded_at is null
     and unit.valid_from <= '2021-06-01' and (unit.valid_to is null or unit.valid_to > '2021-06-01')
   where period.ends_on <= $3::date
  on conflict (template_id, unit_id, period_id) do nothing
  returning id, unit_id, period_id)
insert into core.report_narrative (report_id, section, content)
select made.id, words.key, words.value
  from made
  join core.period on period.id = made.period_id
  join core.administrative_unit_version unit on unit.unit_id = made.unit_id and unit.superseded_at is null
   and unit.valid_from <= '2021-06-01' and (unit.valid_to is null or unit.valid_to > '2021-06-01')
  join json_to_recordset($2::json) as given (unit text, period text, words json)
    on given.unit = unit.code and given.period = period.key
  cross join lateral json_each_text(given.words) as words`;
