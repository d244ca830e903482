import type { Session } from '@phoihop/platform';
import type { CalendarKey } from '../periods/calendars-definitions.js';
import { UnitKind } from '../units/unit-kind.js';
import type { IndicatorRules } from '../values/value-rules.js';
import type {
  CollectionLevel,
  FeederKind,
  IndicatorKind,
  MergeRule,
  OverTime,
  SplitRule,
} from './indicator-enums.js';
import type { CodedTitle, StoredDisaggregation } from './indicator.js';

/** A unit that has reached none of an indicator's statuses says so; saying nothing would be missing data. */
export const NO_STATUS = 'none';

/** An indicator as the rules read it. */
export interface IndicatorFact {
  readonly id: number;
  readonly key: string;
  readonly program: string;
  readonly kind: IndicatorKind;
  readonly decimals: number;
  readonly statuses: readonly CodedTitle[];
  readonly disaggregations: readonly StoredDisaggregation[];
  readonly calendar: CalendarKey;
  readonly overTime: OverTime;
  readonly collectionLevel: CollectionLevel;
  readonly appliesTo: readonly UnitKind[] | null;
  readonly mergeRule: MergeRule;
  readonly splitRule: SplitRule;
  readonly sources: readonly string[];
  readonly smallCellThreshold: number | null;
  readonly feeders: readonly { kind: FeederKind; from: string; to: string | null }[];
}

/** Of an indicator `i`, the columns of an {@link IndicatorFact}. */
export const indicatorSelect = /* sql */ `
select i.id, i.key, i.program, i.kind, i.decimals, i.statuses, i.disaggregations, i.calendar, i.over_time as "overTime",
  i.collection_level as "collectionLevel", i.applies_to as "appliesTo", i.merge_rule as "mergeRule",
  i.split_rule as "splitRule", i.sources, i.small_cell_threshold as "smallCellThreshold",
  (select coalesce(json_agg(json_build_object('kind', f.kind, 'from', f.valid_from, 'to', f.valid_to) order by f.valid_from), '[]')
    from core.indicator_feeder f where f.indicator_id = i.id) as feeders
from core.indicator i`;

/** Indicators by id or key, in one statement; what does not exist is not in the answer. */
export async function indicatorFacts(
  session: Pick<Session, 'query'>,
  wanted: { readonly ids?: readonly number[]; readonly keys?: readonly string[] },
): Promise<IndicatorFact[]> {
  return session.query<IndicatorFact>(
    `${indicatorSelect} where i.id = any($1::bigint[]) or i.key = any($2::text[])`,
    [wanted.ids ?? [], wanted.keys ?? []],
  );
}

const kindsOfLevel: Readonly<Record<CollectionLevel, readonly UnitKind[]>> = {
  DISTRICT: [UnitKind.DISTRICT, UnitKind.URBAN_DISTRICT, UnitKind.DISTRICT_TOWN, UnitKind.PROVINCIAL_CITY],
  COMMUNE: [UnitKind.COMMUNE, UnitKind.WARD, UnitKind.TOWN, UnitKind.SPECIAL_ZONE],
  RESIDENTIAL_AREA: [UnitKind.RESIDENTIAL_AREA],
};

/** The kinds of unit that figures of a level are entered for. */
export const kindsAtLevel = (level: CollectionLevel): readonly UnitKind[] => kindsOfLevel[level];

/** The kinds of unit that report an indicator: those of its level that it applies to. */
export function reportingKinds(
  indicator: Pick<IndicatorFact, 'collectionLevel' | 'appliesTo'>,
): readonly UnitKind[] {
  const kinds = kindsOfLevel[indicator.collectionLevel];
  const { appliesTo } = indicator;
  return appliesTo ? kinds.filter((kind) => appliesTo.includes(kind)) : kinds;
}

/** Where figures of a period that ends on this day come from. Before the first feeder, the first one counts. */
export function feederOn(indicator: Pick<IndicatorFact, 'feeders'>, day: string): FeederKind {
  const holds = indicator.feeders.find(({ from, to }) => from <= day && (to === null || day < to));
  return (holds ?? indicator.feeders[0])?.kind ?? 'COLLECTED';
}

/** What the rules of single figures need to know. */
export const figureRules = (indicator: IndicatorFact): IndicatorRules => ({
  key: indicator.key,
  kind: indicator.kind,
  // The decimals of a share are those of its percentage; its parts are counts.
  decimals: indicator.kind === 'RATIO' ? 0 : indicator.decimals,
  statuses: [...indicator.statuses.map(({ code }) => code), NO_STATUS],
});

/** Whether the latest figure of several periods stands for all of them. */
export const showsLatest = (indicator: Pick<IndicatorFact, 'kind' | 'overTime'>): boolean =>
  indicator.kind === 'STOCK' || indicator.overTime === 'LATEST';

/** The keys under which figures of parts are kept: `work:build`, `work:repair`. The whole is `''`. */
export const disaggregationKeys = (indicator: Pick<IndicatorFact, 'disaggregations'>): string[] =>
  indicator.disaggregations.flatMap(({ code, values }) => values.map((value) => `${code}:${value.code}`));
