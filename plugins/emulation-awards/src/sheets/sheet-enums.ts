import { registerEnumType } from 'type-graphql';

/** Whether points of a criterion are earned, earned on top, or lost. */
export enum CriterionKind {
  POINTS = 'POINTS',
  BONUS = 'BONUS',
  MINUS = 'MINUS',
}

registerEnumType(CriterionKind, {
  name: 'EmulationAwardsCriterionKind',
  description: 'Whether points of a criterion are earned, earned on top, or lost.',
  valuesConfig: {
    POINTS: { description: 'Earned for the work that every unit has to do.' },
    BONUS: { description: 'Earned on top, for what not every unit does.' },
    MINUS: { description: 'Lost: these points are taken off the total.' },
  },
});

/** Where the points of a criterion come from. */
export enum CriterionSource {
  MANUAL = 'MANUAL',
  INDICATOR = 'INDICATOR',
  LATENESS = 'LATENESS',
}

registerEnumType(CriterionSource, {
  name: 'EmulationAwardsCriterionSource',
  description: 'Where the points of a criterion come from: people judge, or the platform computes.',
  valuesConfig: {
    MANUAL: { description: 'The unit scores itself, its cluster scores it, the district officer decides.' },
    INDICATOR: { description: 'Computed from the figure of an indicator; nobody can type it in.' },
    LATENESS: {
      description: 'Computed from late and missing reports, as core counts them; nobody can type it in.',
    },
  },
});

/** Whether ballots of the vote tell who cast them. */
export enum BallotKind {
  SECRET = 'SECRET',
  NAMED = 'NAMED',
}

registerEnumType(BallotKind, {
  name: 'EmulationAwardsBallotKind',
  description: 'Whether the ballots of a cluster’s vote tell who cast them.',
  valuesConfig: {
    SECRET: { description: 'A ballot does not say whose it is; only that a unit has voted is kept.' },
    NAMED: { description: 'A ballot says which unit cast it, once the vote is closed.' },
  },
});
