import { readFileSync } from 'node:fs';
import type { Session } from '@phoihop/platform';
import { checksumOf, loadWhereChanged } from '../loading/load-where-changed.js';
import type { ValueCheckDeclaration } from '../programs/contribution.js';

/** How outliers are told, as the registry has it. `indicator` is a key; null for all without a rule of their own. */
export interface OutlierRuleRow {
  readonly indicator: string | null;
  readonly history: number;
  readonly leastHistory: number;
  readonly threshold: string;
  readonly leastSpread: string;
  readonly basis: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const registry = new URL('../../data/registry/outliers.json', import.meta.url);

/**
 * Loads the rules as the owner. Those that name an indicator which is not installed are left out; those that nobody
 * declares any more are taken away: what was found by them was never stored.
 */
export async function loadQuality(
  session: Pick<Session, 'query'>,
  checks: readonly ValueCheckDeclaration[],
  outliers = JSON.parse(readFileSync(registry, 'utf8')) as readonly OutlierRuleRow[],
): Promise<{ alreadyLoaded: boolean }> {
  const rows = JSON.stringify(checks.map(rowOf));
  const rules = JSON.stringify(outliers);
  const done = await loadWhereChanged(session, {
    key: 'value-checks',
    checksum: async () => checksumOf(rows, rules, await indicatorsOf(session)),
    load: async () => {
      await session.query(remove, [rows]);
      await session.query(upsert, [rows]);
      await session.query('delete from core.outlier_rule');
      return session.query(enterOutlierRules, [rules]);
    },
  });
  return { alreadyLoaded: done === null };
}

/** All there are: a rule waits for the indicators that it names. */
async function indicatorsOf(session: Pick<Session, 'query'>): Promise<string> {
  const [indicators] = await session.query<{ keys: string }>(
    `select coalesce(string_agg(key, ' ' order by key), '') as keys from core.indicator`,
  );
  return indicators!.keys;
}

const rowOf = ({ figure, other, title, ...check }: ValueCheckDeclaration) => ({
  ...check,
  dimension: check.dimension ?? null,
  valid_to: check.validTo ?? null,
  valid_from: check.validFrom,
  title_vi: title.vi,
  title_en: title.en,
  indicator: figure.indicator,
  part: figure.part ?? '',
  component: figure.component ?? 'VALUE',
  other_indicator: other?.indicator ?? null,
  other_part: other?.part ?? '',
  other_component: other?.component ?? 'VALUE',
});

const remove = /* sql */ `
delete from core.value_check where key not in (select key from json_to_recordset($1::json) as given (key text))`;

const upsert = /* sql */ `
insert into core.value_check (key, severity, relation, indicator_id, disaggregation, component, other_indicator_id,
  other_disaggregation, other_component, dimension, title_vi, title_en, basis, valid_from, valid_to)
select given.key, severity, relation, one.id, part, component, other.id, other_part, other_component, dimension,
    given.title_vi, given.title_en, basis, valid_from, valid_to
  from json_to_recordset($1::json) as given (key text, severity text, relation text, indicator text, part text, component text,
    other_indicator text, other_part text, other_component text, dimension text, title_vi text, title_en text, basis text,
    valid_from date, valid_to date)
  join core.indicator one on one.key = given.indicator
  left join core.indicator other on other.key = given.other_indicator
 where given.other_indicator is null or other.id is not null
 order by given.key
on conflict (key) do update set severity = excluded.severity, relation = excluded.relation,
  indicator_id = excluded.indicator_id, disaggregation = excluded.disaggregation, component = excluded.component,
  other_indicator_id = excluded.other_indicator_id, other_disaggregation = excluded.other_disaggregation,
  other_component = excluded.other_component, dimension = excluded.dimension, title_vi = excluded.title_vi,
  title_en = excluded.title_en, basis = excluded.basis, valid_from = excluded.valid_from, valid_to = excluded.valid_to`;

const enterOutlierRules = /* sql */ `
insert into core.outlier_rule (indicator_id, history, least_history, threshold, least_spread, basis, valid_from, valid_to)
select indicator.id, history, "leastHistory", threshold, "leastSpread", basis, "validFrom", "validTo"
  from json_to_recordset($1::json) as given (indicator text, history int, "leastHistory" int, threshold numeric,
    "leastSpread" numeric, basis text, "validFrom" date, "validTo" date)
  left join core.indicator on indicator.key = given.indicator
 where given.indicator is null or indicator.id is not null`;
