import type { Session } from '@phoihop/platform';
import { checksumOf, loadWhereChanged } from '../loading/load-where-changed.js';
import { generatePeriods, type Period } from './calendars.js';
import { CALENDARS, REGULAR_CALENDARS } from './calendars-definitions.js';
import { setPeriods, type SetPeriod } from './set-periods.js';

/** The years whose periods are kept as reference data. */
export const PERIOD_YEARS = { from: 2016, to: 2027 } as const;

/**
 * Loads the calendars and their periods as the owner, by key: what is there keeps its id, what the definitions change
 * is changed. Of the periods that a decision sets (terms, campaigns) those of the registry are loaded, and what people have
 * added is left alone. Quick when nothing has changed.
 */
export async function loadPeriods(session: Pick<Session, 'query'>): Promise<{ alreadyLoaded: boolean }> {
  const periods = REGULAR_CALENDARS.flatMap((calendar) =>
    generatePeriods(calendar.key, PERIOD_YEARS.from, PERIOD_YEARS.to),
  );
  const calendars = JSON.stringify(
    CALENDARS.map(({ key, kind, title }) => ({ key, kind, vi: title.vi, en: title.en })),
  );
  const rows = JSON.stringify(periods.map(rowOf));
  const set = JSON.stringify(setPeriods().map((period) => ({ ...rowOf(period), year: null })));
  const done = await loadWhereChanged(session, {
    key: 'periods',
    checksum: checksumOf(calendars, rows, set),
    load: async () => {
      await session.query(upsertCalendars, [calendars]);
      await session.query(upsertPeriods, [rows]);
      await session.query(linkParents, [rows]);
      await session.query(upsertSetPeriods, [set]);
      return session.query('select core.number_set_periods(key) from core.period_calendar where kind = $1', [
        'EXPLICIT',
      ]);
    },
  });
  return { alreadyLoaded: done === null };
}

const rowOf = (period: Period | SetPeriod) => ({
  calendar: period.calendar,
  key: period.key,
  label_vi: period.label.vi,
  label_en: period.label.en,
  starts_on: period.start,
  ends_on: period.end,
  parent: period.parentKey ?? null,
  year: Number(period.key.slice(0, 4)),
  position: period.position,
  ...('series' in period ? { series: period.series, basis: period.basis } : {}),
});

const upsertCalendars = /* sql */ `
insert into core.period_calendar (key, kind, title_vi, title_en)
select key, kind, vi, en from json_to_recordset($1::json) as given (key text, kind text, vi text, en text)
on conflict (key) do update set kind = excluded.kind, title_vi = excluded.title_vi, title_en = excluded.title_en`;

const upsertPeriods = /* sql */ `
insert into core.period (calendar_id, calendar_key, key, label_vi, label_en, starts_on, ends_on, year, position)
select calendar.id, calendar.key, given.key, given.label_vi, given.label_en, given.starts_on, given.ends_on, given.year, given.position
from json_to_recordset($1::json) as given (calendar text, key text, label_vi text, label_en text, starts_on date, ends_on date,
  year int, position int)
join core.period_calendar calendar on calendar.key = given.calendar
on conflict (key) do update set label_vi = excluded.label_vi, label_en = excluded.label_en, starts_on = excluded.starts_on,
  ends_on = excluded.ends_on, year = excluded.year, position = excluded.position`;

/** What somebody has added for the same days stays, and the registry's is not loaded beside it. */
const upsertSetPeriods = /* sql */ `
insert into core.period (calendar_id, calendar_key, key, label_vi, label_en, starts_on, ends_on, position, series, basis)
select calendar.id, calendar.key, given.key, given.label_vi, given.label_en, given.starts_on, given.ends_on, given.position,
  given.series, given.basis
from json_to_recordset($1::json) as given (calendar text, key text, label_vi text, label_en text, starts_on date, ends_on date,
  position int, series text, basis text)
join core.period_calendar calendar on calendar.key = given.calendar
where not exists (select from core.period held where held.calendar_id = calendar.id and held.series = given.series
  and held.unit_id is null and held.key <> given.key
  and daterange(held.starts_on, held.ends_on, '[]') && daterange(given.starts_on, given.ends_on, '[]'))
on conflict (key) do update set label_vi = excluded.label_vi, label_en = excluded.label_en, starts_on = excluded.starts_on,
  ends_on = excluded.ends_on, series = excluded.series, basis = excluded.basis`;

const linkParents = /* sql */ `
update core.period child set parent_id = parent.id
from json_to_recordset($1::json) as given (key text, parent text)
join core.period parent on parent.key = given.parent
where child.key = given.key and child.parent_id is distinct from parent.id`;
