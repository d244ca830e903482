import { registerEnumType } from 'type-graphql';

export const FindingSeverity = { ERROR: 'ERROR', WARNING: 'WARNING' } as const;
export type FindingSeverity = keyof typeof FindingSeverity;

registerEnumType(FindingSeverity, {
  name: 'FindingSeverity',
  description: 'What becomes of a report in which something was found.',
  valuesConfig: {
    ERROR: { description: 'It cannot be handed in before the figures are mended.' },
    WARNING: { description: 'Worth a second look; it can be handed in as it is.' },
  },
});

export const FindingKind = { CHECK: 'CHECK', OUTLIER: 'OUTLIER' } as const;
export type FindingKind = keyof typeof FindingKind;

registerEnumType(FindingKind, {
  name: 'FindingKind',
  description: 'How something was found.',
  valuesConfig: {
    CHECK: { description: 'Figures do not fit together as a rule says they do.' },
    OUTLIER: { description: 'A figure is far from what the same unit has reported before.' },
  },
});

export const CheckRelation = {
  AT_MOST: 'AT_MOST',
  AT_LEAST: 'AT_LEAST',
  EQUAL: 'EQUAL',
  PARTS_ADD_UP: 'PARTS_ADD_UP',
} as const;
export type CheckRelation = keyof typeof CheckRelation;

registerEnumType(CheckRelation, {
  name: 'CheckRelation',
  description: 'How one figure must stand to another of the same unit, period and source.',
  valuesConfig: {
    AT_MOST: { description: 'It is not larger than the other.' },
    AT_LEAST: { description: 'It is not smaller than the other.' },
    EQUAL: { description: 'Both are the same.' },
    PARTS_ADD_UP: {
      description: 'Its parts are together not more than the whole, and the whole once all are given.',
    },
  },
});

export const FigureComponent = {
  VALUE: 'VALUE',
  NUMERATOR: 'NUMERATOR',
  DENOMINATOR: 'DENOMINATOR',
} as const;
export type FigureComponent = keyof typeof FigureComponent;

registerEnumType(FigureComponent, {
  name: 'FigureComponent',
  description: 'Which number of a figure is looked at.',
  valuesConfig: {
    VALUE: { description: 'The figure itself; of a share, the share.' },
    NUMERATOR: { description: 'Of a share: what is counted.' },
    DENOMINATOR: { description: 'Of a share: what it is counted among.' },
  },
});
