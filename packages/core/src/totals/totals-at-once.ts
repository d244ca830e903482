import { CollectionLevel } from '../indicators/indicator-enums.js';
import { kindsAtLevel } from '../indicators/indicator-facts.js';

/**
 * Figures put together inside a larger statement, without asking `core.aggregate_totals`, where that would do nothing but
 * add them up: of an indicator `i` whose figures add up over units and time, that withholds nothing; of one unit, whose
 * `standing` does not change on the way, and which either has its total kept or reports for itself and is alone in that;
 * while the tree is up to date.
 */
export const addsUpAtOnce = /* sql */ `core.adds_up_at_once(i.kind, i.over_time, i.small_cell_threshold)
  and not (select stale from core.tree_state)
  and (${isAbove()} or (standing.kind = any (coalesce(i.applies_to, array[standing.kind])) and not exists (
    select from core.units_below below where below.unit_id = standing.unit_id and below.kind = any (${kindsOfLevel()}))))`;

/**
 * No SQL function, which would be written out into the statement: as it is, the planner knows that asking is dear, and
 * reads an indicator by its key instead of all of them for each target.
 */
export const addsUpAtOnceSql = /* sql */ `
create function core.adds_up_at_once(kind text, over_time text, small_cell_threshold int) returns boolean
  language plpgsql immutable parallel safe cost 100
as $$
begin
  return kind in ('SUM', 'EVENT_COUNT', 'RATIO') and over_time <> 'LATEST' and small_cell_threshold is null;
end
$$;
`;

export const addsUpAtOnceDown = /* sql */ `
drop function core.adds_up_at_once(text, text, int);
`;

/**
 * The current figures of a unit that reports for itself, past the rows its reader may see, as totals are; nothing of what
 * withholds small figures. PL/pgSQL keeps its plan for the session.
 */
export const ownFiguresSql = /* sql */ `
create function core.own_figures(of_indicator bigint, of_unit bigint, of_source text, periods bigint[])
  returns table (period_id bigint, have int, value numeric, numerator numeric, denominator numeric)
  language plpgsql stable security definer rows 12
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan
as $$
begin
  return query
  select figure.period_id, 1, figure.value, figure.numerator, figure.denominator
  from core.data_value figure
  where figure.indicator_id = of_indicator and figure.unit_id = of_unit and figure.source = of_source
    and figure.disaggregation = '' and figure.superseded_at is null and figure.period_id = any (periods)
    and exists (select from core.indicator i where i.id = of_indicator and i.small_cell_threshold is null);
end
$$;
`;

export const ownFiguresDown = /* sql */ `
drop function core.own_figures(bigint, bigint, text, bigint[]);
`;

/** Conservative: no unit of the level counts as one above it, also where the indicator leaves its kind out. */
function isAbove(): string {
  return `standing.kind <> all (${kindsOfLevel()})`;
}

function kindsOfLevel(): string {
  const kinds = (level: CollectionLevel): string =>
    `array[${kindsAtLevel(level)
      .map((kind) => `'${kind}'`)
      .join(', ')}]`;
  const [first, second, third] = ['DISTRICT', 'COMMUNE', 'RESIDENTIAL_AREA'] as const;
  return `case i.collection_level when '${first}' then ${kinds(first)} when '${second}' then ${kinds(second)} else ${kinds(third)} end`;
}

/**
 * What an indicator `i` has for a unit in each period, from its first source, whatever its state, of the whole: the rows
 * of its kept totals, or its own figures where it reports for itself.
 */
export const rowsOf = (unit: string, periods: string): string => /* sql */ `(
    select kept.period_id, kept.have, kept.value, kept.numerator, kept.denominator from core.kept_total kept
    where ${isAbove()} and kept.indicator_id = i.id and kept.unit_id = ${unit} and kept.source = i.sources[1]
      and kept.disaggregation = '' and kept.part in ('PROVISIONAL', 'ACCEPTED') and kept.period_id = any (${periods})
    union all
    select own.* from core.own_figures(i.id, ${unit}, i.sources[1], ${periods}) own where not ${isAbove()}
  ) total`;

/** Numerator and denominator of the rows that a condition picks; null where no figure is among them. */
export const figureOfRows = (picked: string, above: string, below: string): string => {
  const those = (sum: string): string => `sum(${sum}) filter (where ${picked})`;
  return `case when ${those('total.have')} > 0 then case i.kind when 'RATIO' then ${those('total.numerator')} else ${those('total.value')} end end as ${above},
    case i.kind when 'RATIO' then nullif(${those('total.denominator')}, 0) else 1 end as ${below}`;
};
