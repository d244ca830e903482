/**
 * The kinds of indicator, as data: what a unit enters, and how such figures combine over units and over time.
 * Every rule about combining figures reads this table; none decides it again.
 *
 * So what must not be summed (rates, stocks over time, titles over periods) is refused by its kind.
 */
export const INDICATOR_KINDS = {
  /** An amount that accrues: houses built, deaths, money raised. */
  SUM: { enters: ['value'], overUnits: 'ADD', overTime: 'ADD' },
  /** How many events were held. */
  EVENT_COUNT: { enters: ['value'], overUnits: 'ADD', overTime: 'ADD' },
  /** What stands at a date: insured persons, poor households. January's and February's do not add up. */
  STOCK: { enters: ['value'], overUnits: 'ADD', overTime: 'LATEST' },
  /** A share, kept as numerator and denominator: shares are never added, their parts are. */
  RATIO: { enters: ['numerator', 'denominator'], overUnits: 'ADD_COMPONENTS', overTime: 'ADD_COMPONENTS' },
  /** How many units have reached a status: a unit that had it in two periods is still one unit. */
  STATUS_COUNT: { enters: ['status'], overUnits: 'COUNT_ONCE', overTime: 'COUNT_ONCE' },
  /** Computed from other indicators: compute it again from their totals, never add its values. */
  DERIVED: { enters: [], overUnits: 'RECOMPUTE', overTime: 'RECOMPUTE' },
} as const satisfies Record<string, KindDefinition>;

export type FigureField = 'value' | 'numerator' | 'denominator' | 'status';
export type Combination = 'ADD' | 'ADD_COMPONENTS' | 'LATEST' | 'COUNT_ONCE' | 'RECOMPUTE';

export interface KindDefinition {
  /** The fields a unit fills in for one period. */
  readonly enters: readonly FigureField[];
  readonly overUnits: Combination;
  readonly overTime: Combination;
}

export type IndicatorKind = keyof typeof INDICATOR_KINDS;

/** Whether a figure is still on its way through the reports, or accepted. */
export type ValueState = 'PROVISIONAL' | 'ACCEPTED';
