import type { Session } from '@phoihop/platform';
import type { ActivityDeclaration, DutyDeclaration } from '../programs/contribution.js';
import { enumValue } from './activity-enums.js';

/** The unit whose program the registry was read from: its Front plans the activities. Named by tree, code and date. */
const sourceUnit = { tree: 'ADMIN', code: '737', on: '2021-01-01' } as const;

/** Contributed activities as rows. */
export const activitiesOf = (declared: readonly ActivityDeclaration[]) =>
  declared.map((activity) => ({
    code: activity.id,
    program_code: activity.program,
    title_vi: activity.title.vi,
    title_en: activity.title.en,
    quote: activity.quote ?? null,
    kind: enumValue(activity.kind),
    level: activity.level,
    when_text: activity.when.text,
    starts_on: activity.when.from ?? null,
    ends_on: activity.when.to ?? null,
    when_precision: activity.when.precision,
    when_reading_vi: activity.when.reading?.vi ?? null,
    when_reading_en: activity.when.reading?.en ?? null,
  }));

/** Contributed duties as rows. */
export const dutiesOf = (declared: readonly DutyDeclaration[]) =>
  declared.map((duty) => ({
    code: duty.id,
    program_code: duty.program,
    title_vi: duty.title.vi,
    title_en: duty.title.en,
    quote: duty.quote ?? null,
    reporter_vi: duty.from.vi,
    reporter_en: duty.from.en,
    recipient_vi: duty.to.vi,
    recipient_en: duty.to.en,
    frequency: duty.frequency,
    frequency_text_vi: duty.frequencyText.vi,
    frequency_text_en: duty.frequencyText.en,
  }));

/** What the source says of an activity is renewed; whether it was held, and by how many, is its users' and stays. */
export async function loadActivities(session: Session, rows: ReturnType<typeof activitiesOf>): Promise<void> {
  await session.query(upsertActivities, [
    JSON.stringify(rows),
    sourceUnit.tree,
    sourceUnit.code,
    sourceUnit.on,
  ]);
}

export async function loadDuties(session: Session, rows: ReturnType<typeof dutiesOf>): Promise<void> {
  await session.query(upsertDuties, [JSON.stringify(rows)]);
}

const excluded = (columns: string): string =>
  columns
    .split(', ')
    .map((column) => `excluded.${column}`)
    .join(', ');

const activityColumns =
  'program_code, title_vi, title_en, quote, kind, level, when_text, starts_on, ends_on, when_precision, when_reading_vi, when_reading_en';
const given = (columns: string): string =>
  columns
    .split(', ')
    .map((column) => `given.${column}`)
    .join(', ');

const upsertActivities = /* sql */ `
insert into core.activity (code, program_id, unit_id, ${activityColumns})
select given.code, program.id, version.unit_id, ${given(activityColumns)}
  from json_populate_recordset(null::core.activity, $1::json) as given
  left join core.program on program.code = given.program_code
  left join core.administrative_unit_version version on version.tree = $2 and version.code = $3 and version.superseded_at is null
    and version.valid_from <= $4::date and (version.valid_to is null or version.valid_to > $4::date)
 order by given.code
on conflict (code) do update set (program_id, unit_id, ${activityColumns}) =
  (excluded.program_id, excluded.unit_id, ${excluded(activityColumns)})`;

const dutyColumns =
  'program_code, title_vi, title_en, quote, reporter_vi, reporter_en, recipient_vi, recipient_en, frequency, frequency_text_vi, frequency_text_en';

const upsertDuties = /* sql */ `
insert into core.duty (code, program_id, ${dutyColumns})
select given.code, program.id, ${given(dutyColumns)}
  from json_populate_recordset(null::core.duty, $1::json) as given
  left join core.program on program.code = given.program_code
 order by given.code
on conflict (code) do update set (program_id, ${dutyColumns}) = (excluded.program_id, ${excluded(dutyColumns)})`;
