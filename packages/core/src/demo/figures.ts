import type { PluginServices } from '@phoihop/platform';
import { demoFigures } from './figures-plan.js';

const insert = /* sql */ `
insert into core.data_value (indicator_id, unit_id, period_id, source, disaggregation, value, numerator, denominator, status,
  state, note, demo)
select indicator.id, version.unit_id, period.id, indicator.sources[1], given.part, given.value, given.numerator,
  given.denominator, given.status, case when given.accepted then 'ACCEPTED' else 'PROVISIONAL' end,
  'Số liệu minh họa, không có thật.', true
from json_to_recordset($1::json) as given (indicator text, unit text, period text, part text, value numeric,
  numerator numeric, denominator numeric, status text, accepted boolean)
join core.indicator on indicator.key = given.indicator
join core.period on period.key = given.period and period.calendar_key = indicator.calendar
-- The codes are those of the list of 2021: in 2025 most of them passed to other units.
join core.administrative_unit_version version on version.tree = 'ADMIN' and version.code = given.unit
  and version.superseded_at is null and version.valid_from <= '2021-06-01'
  and (version.valid_to is null or version.valid_to > '2021-06-01')
where not exists (select from core.indicator_feeder feeder where feeder.indicator_id = indicator.id
    and feeder.kind = 'DERIVED' and feeder.valid_from <= period.ends_on
    and (feeder.valid_to is null or period.ends_on < feeder.valid_to))
  and not exists (select from core.data_value known where known.indicator_id = indicator.id
    and known.unit_id = version.unit_id and known.period_id = period.id and known.source = indicator.sources[1]
    and known.disaggregation = given.part)
returning id`;

/**
 * Enters invented figures of the 17 communes for 2020 and January to September 2021, flagged `demo`: enough for
 * every target to stand somewhere, with a few missing. Where there is any figure already, even one withdrawn, it is
 * left alone, so that it can be called at every start. What a plugin feeds is the plugin's to invent.
 */
export async function loadDemoFigures(
  services: Pick<PluginServices, 'database' | 'log'>,
): Promise<{ added: number }> {
  const figures = JSON.stringify(demoFigures().map((figure) => ({ ...figure, part: figure.part ?? '' })));
  const added = await services.database.asSystem('load the figures of the demonstration', async (session) => {
    await session.query('select pg_advisory_xact_lock(hashtext($1))', ['core.demo figures']);
    return session.query(insert, [figures]);
  });
  if (added.length > 0) {
    await services.database.asSystem('count the figures of the demonstration for the planner', (session) =>
      session.query('analyze core.data_value'),
    );
    services.log('demonstration figures loaded', { figures: added.length });
  }
  return { added: added.length };
}
