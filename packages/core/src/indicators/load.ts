import { createHash } from 'node:crypto';
import type { Plugin, Session } from '@phoihop/platform';
import { lockLoad } from '../loading/load-where-changed.js';
import type { CalendarKey } from '../periods/calendars-definitions.js';
import type { IndicatorDeclaration } from '../programs/contribution.js';
import { contributionsOf } from '../programs/contributions.js';
import type { CollectionLevel } from './indicator-enums.js';

/** A feeder that was never switched holds for every figure there is. */
const ALWAYS = '1900-01-01';

/**
 * Loads the indicators that the composed plugins declare, as the owner, by key. An indicator whose declaration has
 * not changed since it was last loaded is left alone, so that what an administrator changed stays changed. One that
 * no plugin declares any more stays with its figures. A declared feeder that differs from the one that holds takes
 * over from the business date on.
 */
export async function loadIndicators(
  session: Pick<Session, 'query'>,
  plugins: readonly Plugin[],
  businessDate: string,
): Promise<{ loaded: string[] }> {
  const declared = contributionsOf(plugins).flatMap(({ plugin, contribution }) =>
    contribution.indicators.map((declaration) => rowOf(plugin.id, declaration)),
  );
  const rows = JSON.stringify(declared);
  await lockLoad(session, 'indicators');
  const loaded = await session.query<{ key: string }>(upsert, [rows]);
  if (loaded.length === 0) return { loaded: [] };
  const keys = loaded.map(({ key }) => key);
  await session.query(addFirstFeeder, [rows, keys, ALWAYS]);
  await session.query(closeFeeder, [rows, keys, businessDate]);
  await session.query(openFeeder, [rows, keys, businessDate]);
  return { loaded: keys };
}

function rowOf(plugin: string, declaration: IndicatorDeclaration) {
  const { title, description, unitOfMeasure, components, statuses, disaggregations, feeder } = declaration;
  const row = {
    key: declaration.key,
    plugin,
    program: declaration.program,
    title_vi: title.vi,
    title_en: title.en,
    description_vi: description.vi,
    description_en: description.en,
    unit_of_measure_vi: unitOfMeasure.vi,
    unit_of_measure_en: unitOfMeasure.en,
    kind: declaration.kind,
    numerator_vi: components?.numerator.vi ?? null,
    numerator_en: components?.numerator.en ?? null,
    denominator_vi: components?.denominator.vi ?? null,
    denominator_en: components?.denominator.en ?? null,
    statuses: (statuses ?? []).map(({ code, title: { vi, en } }) => ({ code, vi, en })),
    disaggregations: (disaggregations ?? []).map(({ code, title: { vi, en }, values }) => ({
      code,
      vi,
      en,
      values: values.map((value) => ({ code: value.code, vi: value.title.vi, en: value.title.en })),
    })),
    calendar: constantCase(declaration.calendar) as CalendarKey,
    over_time: declaration.ratioOfStocks ? 'LATEST' : 'BY_KIND',
    collection_level: constantCase(declaration.collectionLevel) as CollectionLevel,
    applies_to: declaration.appliesTo?.map(constantCase) ?? null,
    merge_rule: declaration.mergeRule,
    split_rule: declaration.splitRule,
    decimals: declaration.decimals,
    sources: declaration.sources,
    small_cell_threshold: declaration.smallCellThreshold ?? null,
    reported_by: declaration.reportedBy,
    feeder: feeder.kind === 'derived' ? 'DERIVED' : 'COLLECTED',
    derived_from: feeder.kind === 'derived' ? feeder.from : null,
  };
  return { ...row, declared: createHash('sha256').update(JSON.stringify(row)).digest('hex') };
}

/** `traffic-month` → `TRAFFIC_MONTH`. */
const constantCase = (code: string): string => code.replaceAll('-', '_').toUpperCase();

const columns = [
  'key', 'plugin', 'program', 'title_vi', 'title_en', 'description_vi', 'description_en', 'unit_of_measure_vi',
  'unit_of_measure_en', 'kind', 'numerator_vi', 'numerator_en', 'denominator_vi', 'denominator_en', 'statuses',
  'disaggregations', 'calendar', 'over_time', 'collection_level', 'applies_to', 'merge_rule', 'split_rule', 'decimals',
  'sources', 'small_cell_threshold', 'reported_by', 'declared',
] as const; // prettier-ignore

const given = /* sql */ `json_populate_recordset(null::core.indicator, $1::json)`;

const upsert = /* sql */ `
insert into core.indicator as stored (${columns.join(', ')})
select ${columns.map((column) => `given.${column}`).join(', ')} from ${given} as given
on conflict (key) do update set
  ${columns
    .filter((column) => column !== 'key')
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')},
  version = stored.version + 1
where stored.declared is distinct from excluded.declared
returning key`;

const stagedFeeder = /* sql */ `
staged as (
  select indicator.id as indicator_id, given.feeder as kind, given.derived_from
  from json_to_recordset($1::json) as given (key text, feeder text, derived_from text)
  join core.indicator on indicator.key = given.key
  where given.key = any($2::text[])
)`;

const addFirstFeeder = /* sql */ `
with ${stagedFeeder}
insert into core.indicator_feeder (indicator_id, kind, derived_from, valid_from)
select indicator_id, kind, derived_from, $3::date from staged
where not exists (select from core.indicator_feeder f where f.indicator_id = staged.indicator_id)`;

const closeFeeder = /* sql */ `
with ${stagedFeeder}
update core.indicator_feeder f set valid_to = $3::date
from staged
where f.indicator_id = staged.indicator_id and f.valid_to is null and f.valid_from < $3::date
  and (f.kind, f.derived_from) is distinct from (staged.kind, staged.derived_from)`;

const openFeeder = /* sql */ `
with ${stagedFeeder}
insert into core.indicator_feeder (indicator_id, kind, derived_from, valid_from)
select indicator_id, kind, derived_from, $3::date from staged
where not exists (select from core.indicator_feeder f where f.indicator_id = staged.indicator_id and f.valid_to is null)`;
