import type { IndicatorFact } from '../indicators/indicator-facts.js';
import type { PeriodFact } from '../periods/period-reference.js';
import type { NotComputableReason } from './roll-up.js';
import type { Figure } from './value-rules-fraction.js';
import type { ValueState } from './value-rules-kinds.js';

/** On which tree figures are added up: that of their own day, or that of the map of a date. */
export type AggregationBasis = 'AS_REPORTED' | 'ON_MAP';

/** Which figures count. */
export type CountedStates = 'PROVISIONAL_AND_ACCEPTED' | 'ACCEPTED_ONLY';

/** The asked period by itself, or everything since the start of its calendar's year up to its end. */
export type AggregateSpan = 'PERIOD' | 'YEAR_TO_PERIOD';

/** One figure to compute: of an indicator, for units and all below them, for a period. */
export interface AggregateRequest {
  /** Key or id of the indicator. */
  readonly indicator: string | number;
  /** The unit; or several, for a group of units whose figures are taken together. */
  readonly units: readonly number[];
  /** Key or id of the period. It may be longer than those of the indicator's calendar, if these fill it. */
  readonly period: string | number;
  /** Default PERIOD. */
  readonly span?: AggregateSpan;
  /** The same period of the year before instead. */
  readonly yearBefore?: boolean;
  /** Default AS_REPORTED. */
  readonly basis?: AggregationBasis;
  /** The date of the map; default the business date. Ignored for AS_REPORTED. */
  readonly mapDate?: string | null;
  /** Default PROVISIONAL_AND_ACCEPTED. */
  readonly states?: CountedStates;
  /** Default: the indicator's first source. Sources are never mixed. */
  readonly source?: string | null;
  /** `work:build`; default the whole. Parts are never added up to a whole. */
  readonly disaggregation?: string | null;
  /** Whether to name what is missing or carried forward; the counts are always there. Default true. */
  readonly names?: boolean;
}

export type AggregateReason =
  | Exclude<NotComputableReason, 'DUPLICATE_PART' | 'NO_COUNTED_STATUS'>
  /** The indicator's calendar does not fill the asked period. */
  | 'PERIOD_NOT_COVERED'
  /** The period has not begun. */
  | 'PERIOD_NOT_BEGUN'
  /** There is no such period in the year before (terms, campaigns, the first year that is kept). */
  | 'NO_YEAR_BEFORE'
  /** The unit does not exist at the end of the period, or of one that is a part of it. */
  | 'UNIT_NOT_VALID'
  /** On the map: see `MapReason` in units/on-map.ts. */
  | 'UNIT_NOT_ON_MAP'
  | 'MIXED_ORIGIN'
  | 'SPLIT_WITHOUT_WEIGHT'
  | 'UNDATED_CHANGE'
  /** On the map: the indicator's merge rule lets no figure pass a merger. */
  | 'SERIES_BREAK'
  /** The map asked for is one of which no tree is known. */
  | 'NO_MAP';

/** A figure that is needed and not there. */
export interface MissingFigure {
  readonly unit: number;
  readonly period: number;
}

/** How many missing figures are named; the counts are always of all. */
export const MISSING_NAMED = 200;

export interface AggregateCoverage {
  /** Figures that are there: one for each unit and each period of the indicator's calendar. */
  readonly have: number;
  readonly needed: number;
  /** have / needed, at most six places; null when nothing is needed. */
  readonly ratio: string | null;
  /** The first {@link MISSING_NAMED} that are needed and not there, the earliest first. */
  readonly missing: readonly MissingFigure[];
}

/** A computed figure with everything one must know to trust it. */
export interface Aggregate {
  readonly indicator: IndicatorFact;
  readonly units: readonly number[];
  /** The period asked for, also where the year before was. */
  readonly period: PeriodFact;
  readonly basis: AggregationBasis;
  readonly mapDate: string | null;
  readonly source: string;
  readonly disaggregation: string;
  /** First and last day of what was added up: of PERIOD, the period's own. */
  readonly from: string;
  readonly to: string;
  /** Decimal string; of a RATIO a share of one. Null where not computable or withheld. */
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** The same for the rules of targets and reporting rows: exact, not rounded. */
  readonly figure: Figure | null;
  /** PROVISIONAL as soon as one figure is; null where there is none. */
  readonly state: ValueState | null;
  readonly computable: boolean;
  /** Withheld because a count in it is so small that it could point at persons. */
  readonly suppressed: boolean;
  readonly reason: AggregateReason | null;
  readonly coverage: AggregateCoverage;
  /** Of a latest figure: units whose figure is of an earlier period than the last one due. */
  readonly carriedForward: readonly number[];
  /** On the map: units in the way of an answer (divided, of mixed origin, heirs of one that is gone). */
  readonly obstacles: readonly number[];
}
