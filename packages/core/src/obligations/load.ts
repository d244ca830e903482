import type { PluginServices, Session } from '@phoihop/platform';
import { checksumOf, loadWhereChanged } from '../loading/load-where-changed.js';
import { holidays, type HolidayRow } from './holidays.js';

/** Loads the holidays as the owner, by date; days that the file no longer has are taken away. */
export async function loadHolidays(
  session: Pick<Session, 'query'>,
  days: readonly HolidayRow[] = holidays(),
): Promise<{ alreadyLoaded: boolean }> {
  const rows = JSON.stringify(days);
  const done = await loadWhereChanged(session, {
    key: 'holidays',
    checksum: checksumOf(rows),
    load: async () => {
      await session.query(remove, [rows]);
      return session.query(upsert, [rows]);
    },
  });
  return { alreadyLoaded: done === null };
}

const remove = /* sql */ `
delete from core.holiday where date not in (select date from json_to_recordset($1::json) as given (date date))`;

const upsert = /* sql */ `
insert into core.holiday (date, kind, title_vi, title_en, basis, source_note, to_check)
select date, kind, title_vi, title_en, basis, source_note, to_check from json_to_recordset($1::json)
  as given (date date, kind text, title_vi text, title_en text, basis text, source_note text, to_check boolean)
order by date
on conflict (date) do update set kind = excluded.kind, title_vi = excluded.title_vi, title_en = excluded.title_en,
  basis = excluded.basis, source_note = excluded.source_note, to_check = excluded.to_check`;

/** How many obligations a run has made, moved and taken away. */
export interface Generated {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * Makes the obligations that all deadlines ask for, from the first day a deadline holds to the end of the next year.
 * Runs at every start, so that new periods, units and holidays are taken in; quick where there are few deadlines.
 */
export async function generateObligations(
  session: Pick<Session, 'query'>,
  businessDate: string,
): Promise<Generated> {
  const [generated] = await session.query<Generated>(
    `select coalesce(sum(made.added), 0)::int as added, coalesce(sum(made.changed), 0)::int as changed,
       coalesce(sum(made.removed), 0)::int as removed
     from (select min(valid_from) as first from core.report_deadline) as deadline
     cross join lateral core.generate_obligations(deadline.first, core.obligations_until($1::date), $1::date) as made
     where deadline.first is not null`,
    [businessDate],
  );
  return generated!;
}

/** Holidays, then the obligations that follow from them. */
export async function loadObligations({ database, clock, log }: PluginServices): Promise<void> {
  const report = await database.asSystem('load the public holidays', (session) => loadHolidays(session));
  if (!report.alreadyLoaded) log('public holidays loaded');
  const generated = await database.asSystem('make the obligations to report', (session) =>
    generateObligations(session, clock.businessDate),
  );
  if (generated.added + generated.changed + generated.removed > 0)
    log('obligations to report made', { ...generated });
}
