import { CollectionLevel } from '../indicators/indicator-enums.js';
import { kindsAtLevel } from '../indicators/indicator-facts.js';

/**
 * Kept totals read inside a larger statement, without asking `core.aggregate_totals`, where that would do nothing but
 * add them up: of an indicator `i` whose figures add up over units and time, that withholds nothing; of one unit, whose
 * `standing` does not change on the way, and which does not report for itself; while the tree is up to date.
 */
export const addsUpAtOnce = /* sql */ `i.kind in ('SUM', 'EVENT_COUNT', 'RATIO') and i.over_time <> 'LATEST'
  and i.small_cell_threshold is null and not (select stale from core.tree_state)
  and standing.kind <> all (${kindsOfLevel()})`;

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
