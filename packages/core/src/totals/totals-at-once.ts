import { CollectionLevel } from '../indicators/indicator-enums.js';
import { kindsAtLevel } from '../indicators/indicator-facts.js';

/**
 * Kept totals read inside a larger statement, without asking `core.aggregate_totals`, where that would do nothing but
 * add them up: of an indicator `i` whose figures add up over units and time, that withholds nothing; of one unit, whose
 * `standing` does not change on the way, and which does not report for itself; while the tree is up to date.
 */
export const addsUpAtOnce = /* sql */ `core.adds_up_at_once(i.kind, i.over_time, i.small_cell_threshold)
  and standing.kind <> all (${kindsOfLevel()}) and not (select stale from core.tree_state)`;

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

/** Conservative: no unit of the level counts as one above it, also where the indicator leaves its kind out. */
function kindsOfLevel(): string {
  const kinds = (level: CollectionLevel): string =>
    `array[${kindsAtLevel(level)
      .map((kind) => `'${kind}'`)
      .join(', ')}]`;
  const [first, second, third] = ['DISTRICT', 'COMMUNE', 'RESIDENTIAL_AREA'] as const;
  return `case i.collection_level when '${first}' then ${kinds(first)} when '${second}' then ${kinds(second)} else ${kinds(third)} end`;
}

/** The rows of kept totals of an indicator `i` for a unit, from its first source, whatever their state, of the whole. */
export const rowsKept = (unit: string, periods: string): string => /* sql */ `core.kept_total total
  where total.indicator_id = i.id and total.unit_id = ${unit} and total.source = i.sources[1] and total.disaggregation = ''
    and total.part in ('PROVISIONAL', 'ACCEPTED') and total.period_id = any (${periods})`;

/** Numerator and denominator of the rows that a condition picks; null where no figure is among them. */
export const figureOfRows = (picked: string, above: string, below: string): string => {
  const those = (sum: string): string => `sum(${sum}) filter (where ${picked})`;
  return `case when ${those('total.have')} > 0 then case i.kind when 'RATIO' then ${those('total.numerator')} else ${those('total.value')} end end as ${above},
    case i.kind when 'RATIO' then nullif(${those('total.denominator')}, 0) else 1 end as ${below}`;
};
