import { registerEnumType } from 'type-graphql';
import type { IndicatorKind as Kind } from '../values/value-rules-kinds.js';
import type { SplitRule as Split } from '../units/split-rule.js';

/** The kinds of indicator, for clients; how their figures combine is in values/value-rules-kinds.ts. */
export const IndicatorKind = {
  SUM: 'SUM',
  EVENT_COUNT: 'EVENT_COUNT',
  STOCK: 'STOCK',
  RATIO: 'RATIO',
  STATUS_COUNT: 'STATUS_COUNT',
  DERIVED: 'DERIVED',
} as const satisfies { [Key in Kind]: Key };
export type IndicatorKind = Kind;

registerEnumType(IndicatorKind, {
  name: 'IndicatorKind',
  description: 'What sort of figure an indicator is: it decides what is entered and what may be added up.',
  valuesConfig: {
    SUM: { description: 'An amount that accrues (houses, deaths, money): adds up over units and over time.' },
    EVENT_COUNT: { description: 'How many events were held: adds up over units and over time.' },
    STOCK: {
      description:
        'What stands at a date (poor households): adds up over units; over time the latest counts.',
    },
    RATIO: { description: 'A share, kept as numerator and denominator: the parts are added, shares never.' },
    STATUS_COUNT: {
      description: 'How many units reached a status: each unit counts once, in however many periods.',
    },
    DERIVED: { description: 'Computed from the totals of other indicators; never added up, never entered.' },
  },
});

export const CollectionLevel = {
  DISTRICT: 'DISTRICT',
  COMMUNE: 'COMMUNE',
  RESIDENTIAL_AREA: 'RESIDENTIAL_AREA',
} as const;
export type CollectionLevel = keyof typeof CollectionLevel;

registerEnumType(CollectionLevel, {
  name: 'CollectionLevel',
  description: 'The one level of units at which figures of an indicator are entered; all above is computed.',
  valuesConfig: {
    DISTRICT: { description: 'Districts and what is level with them; there are none since 2025-07-01.' },
    COMMUNE: { description: 'Communes, wards, towns and special zones.' },
    RESIDENTIAL_AREA: { description: 'Hamlets and quarters (ấp, khu phố).' },
  },
});

export const MergeRule = {
  SUM: 'SUM',
  COMPONENTS: 'COMPONENTS',
  RECOMPUTE_STATUS: 'RECOMPUTE_STATUS',
  STOCK_SUM: 'STOCK_SUM',
  NOT_COMPARABLE: 'NOT_COMPARABLE',
} as const;
export type MergeRule = keyof typeof MergeRule;

registerEnumType(MergeRule, {
  name: 'MergeRule',
  description: 'What becomes of earlier figures when units merge, on the map of a later date.',
  valuesConfig: {
    SUM: { description: 'The figures of the merged units are added.' },
    COMPONENTS: { description: 'Numerators and denominators of the merged units are added, each by itself.' },
    RECOMPUTE_STATUS: {
      description: 'A status does not pass to the merged unit: it needs a decision of its own.',
    },
    STOCK_SUM: { description: 'What stood in the merged units at the date of the figure is added.' },
    NOT_COMPARABLE: { description: 'The series breaks: no figure is shown across the merger.' },
  },
});

export const SplitRule = {
  NONE: 'NONE',
  PRIMARY: 'PRIMARY',
  WEIGHT_POPULATION: 'WEIGHT_POPULATION',
  WEIGHT_AREA: 'WEIGHT_AREA',
} as const satisfies { [Key in Split]: Key };
export type SplitRule = Split;

registerEnumType(SplitRule, {
  name: 'SplitRule',
  description: 'How figures of a divided unit are shared out on a later map. No weight is ever implied.',
  valuesConfig: {
    NONE: { description: 'They are not: the answer is that it cannot be computed.' },
    PRIMARY: { description: 'The part that received the people gets all.' },
    WEIGHT_POPULATION: { description: 'By the declared shares of inhabitants.' },
    WEIGHT_AREA: { description: 'By the declared shares of area.' },
  },
});

export const FeederKind = { COLLECTED: 'COLLECTED', DERIVED: 'DERIVED' } as const;
export type FeederKind = keyof typeof FeederKind;

registerEnumType(FeederKind, {
  name: 'IndicatorFeederKind',
  description: 'Where the figures of an indicator come from.',
  valuesConfig: {
    COLLECTED: { description: 'People enter them, in a report or one by one.' },
    DERIVED: { description: 'A plugin computes them from its own records; they are not entered by hand.' },
  },
});

export const OverTime = { BY_KIND: 'BY_KIND', LATEST: 'LATEST' } as const;
export type OverTime = keyof typeof OverTime;

registerEnumType(OverTime, {
  name: 'IndicatorOverTime',
  description: 'How figures of several periods become one figure of the longer period.',
  valuesConfig: {
    BY_KIND: { description: 'As the kind says: amounts and components are added, stocks show the latest.' },
    LATEST: {
      description:
        'The latest one counts: for a share of what stands at a date (insured persons / population).',
    },
  },
});
