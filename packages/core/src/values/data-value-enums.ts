import { registerEnumType } from 'type-graphql';
import type { AggregationBasis as Basis, CountedStates as States } from './aggregate-request.js';
import type { ValueState as State } from './value-rules-kinds.js';

export const ValueState = { PROVISIONAL: 'PROVISIONAL', ACCEPTED: 'ACCEPTED' } as const satisfies {
  [Key in State]: Key;
};
export type ValueState = State;

registerEnumType(ValueState, {
  name: 'ValueState',
  description: 'Whether somebody other than who entered a figure has vouched for it.',
  valuesConfig: {
    PROVISIONAL: { description: 'Entered, or computed, and not accepted yet.' },
    ACCEPTED: { description: 'Accepted by another person than who entered it.' },
  },
});

export const AggregationBasis = { AS_REPORTED: 'AS_REPORTED', ON_MAP: 'ON_MAP' } as const satisfies {
  [Key in Basis]: Key;
};
export type AggregationBasis = Basis;

registerEnumType(AggregationBasis, {
  name: 'AggregationBasis',
  description:
    'On which tree of units figures are added up. Units merged and split: the two answers may differ.',
  valuesConfig: {
    AS_REPORTED: { description: 'On the tree of each period’s last day: what was reported then.' },
    ON_MAP: {
      description:
        'For the units of the map of a date: earlier figures follow mergers, splits need a declared rule.',
    },
  },
});

export const CountedStates = {
  PROVISIONAL_AND_ACCEPTED: 'PROVISIONAL_AND_ACCEPTED',
  ACCEPTED_ONLY: 'ACCEPTED_ONLY',
} as const satisfies { [Key in States]: Key };
export type CountedStates = States;

registerEnumType(CountedStates, {
  name: 'CountedStates',
  description: 'Which figures an aggregate counts.',
  valuesConfig: {
    PROVISIONAL_AND_ACCEPTED: { description: 'All that are there, accepted or not: how things stand today.' },
    ACCEPTED_ONLY: { description: 'Only what was accepted; where the rest is missing, coverage says so.' },
  },
});
