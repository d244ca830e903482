import { registerEnumType } from 'type-graphql';
import type {
  ProgressMethod as Method,
  ProgressState as State,
  TargetOperator as Operator,
  TargetPath as Path,
} from './progress-types.js';

/** What a target asks for, for clients; how each is computed is in progress-goal.ts. */
export const TargetOperator = {
  AT_LEAST: 'AT_LEAST',
  AT_MOST: 'AT_MOST',
  RANGE: 'RANGE',
  RELATIVE_INCREASE: 'RELATIVE_INCREASE',
  RELATIVE_DECREASE: 'RELATIVE_DECREASE',
  ABSOLUTE_CHANGE: 'ABSOLUTE_CHANGE',
  REACH_STATUS: 'REACH_STATUS',
  HOLD_EVENTS: 'HOLD_EVENTS',
} as const satisfies { [Key in Operator]: Key };
export type TargetOperator = Operator;

registerEnumType(TargetOperator, {
  name: 'TargetOperator',
  description: 'What a target asks for: how its figure is held against its value.',
  valuesConfig: {
    AT_LEAST: { description: 'The figure is to be the value or more.' },
    AT_MOST: { description: 'The figure is to be the value or less, whatever verb the text uses.' },
    RANGE: {
      description: 'At least the value; up to the upper end is promised, above it is more than promised.',
    },
    RELATIVE_INCREASE: { description: 'The figure is to grow by a part of its baseline: 0.05 for 5 %.' },
    RELATIVE_DECREASE: { description: 'The figure is to fall by a part of its baseline: 0.25 for 25 %.' },
    ABSOLUTE_CHANGE: {
      description: 'The figure is to differ from its baseline by the value; negative for a fall.',
    },
    REACH_STATUS: { description: 'So many units are to reach the status that the indicator counts.' },
    HOLD_EVENTS: { description: 'So many events are to be held.' },
  },
});

export const TargetPath = {
  LINEAR: 'LINEAR',
  SAME_PERIOD_LAST_YEAR: 'SAME_PERIOD_LAST_YEAR',
  NONE: 'NONE',
} as const satisfies { [Key in Path]: Key };
export type TargetPath = Path;

registerEnumType(TargetPath, {
  name: 'TargetPath',
  description: 'How the figure is expected to move until the deadline: what “on track” is measured by.',
  valuesConfig: {
    LINEAR: { description: 'Evenly over the days.' },
    SAME_PERIOD_LAST_YEAR: { description: 'As it did last year, in proportion.' },
    NONE: { description: 'Nobody has said; only the end counts.' },
  },
});

/** What a change is measured from. */
export enum BaselineKind {
  NONE = 'NONE',
  VALUE = 'VALUE',
  SAME_PERIOD_LAST_YEAR = 'SAME_PERIOD_LAST_YEAR',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(BaselineKind, {
  name: 'TargetBaselineKind',
  description: 'What a change is measured from.',
  valuesConfig: {
    NONE: { description: 'The target needs none.' },
    VALUE: { description: 'A figure that is given with the target.' },
    SAME_PERIOD_LAST_YEAR: {
      description: 'The figure of the same period of the year before, from the same source.',
    },
    UNKNOWN: { description: 'One is needed and nobody has given it; the note says what is known.' },
  },
});

export const ProgressState = {
  UNKNOWN_BASELINE: 'UNKNOWN_BASELINE',
  NO_DATA: 'NO_DATA',
  MISSED: 'MISSED',
  AT_RISK: 'AT_RISK',
  ON_TRACK: 'ON_TRACK',
  ACHIEVED: 'ACHIEVED',
  EXCEEDED: 'EXCEEDED',
} as const satisfies { [Key in State]: Key };
export type ProgressState = State;

registerEnumType(ProgressState, {
  name: 'TargetState',
  description: 'How a target stands. Decided by comparing figures, never by a rounded percentage.',
  valuesConfig: {
    UNKNOWN_BASELINE: { description: 'A change was promised, and what it starts from is not known.' },
    NO_DATA: { description: 'There is no figure, or it may not be shown; the reason says which.' },
    MISSED: { description: 'The deadline has passed and the level was not reached.' },
    AT_RISK: { description: 'Behind its path, or past a limit.' },
    ON_TRACK: { description: 'On its path, or nothing says otherwise; the reason tells which.' },
    ACHIEVED: { description: 'The level is reached and cannot be lost any more.' },
    EXCEEDED: { description: 'More than was promised is reached and cannot be lost any more.' },
  },
});

export const ProgressMethod = {
  ACTUAL_OVER_TARGET: 'ACTUAL_OVER_TARGET',
  ACTUAL_OVER_MINIMUM: 'ACTUAL_OVER_MINIMUM',
  CHANGE_FROM_BASELINE: 'CHANGE_FROM_BASELINE',
  MET_OR_NOT: 'MET_OR_NOT',
} as const satisfies { [Key in Method]: Key };
export type ProgressMethod = Method;

registerEnumType(ProgressMethod, {
  name: 'TargetMethod',
  description: 'The formula that the percentage of a target is made by.',
  valuesConfig: {
    ACTUAL_OVER_TARGET: { description: 'Figure / level to reach.' },
    ACTUAL_OVER_MINIMUM: { description: 'Figure / lower end of the range.' },
    CHANGE_FROM_BASELINE: {
      description: '(baseline - figure) / (baseline - level): the part of the promised change that is made.',
    },
    MET_OR_NOT: { description: 'A limit has no degrees: it is kept or not.' },
  },
});
