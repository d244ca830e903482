import { registerEnumType } from 'type-graphql';

/** How one unit became another, or a part of it. */
export enum LineageType {
  WHOLE_MERGE = 'WHOLE_MERGE',
  PARTIAL = 'PARTIAL',
  POPULATION_ONLY = 'POPULATION_ONLY',
  RENAMED = 'RENAMED',
  UNCHANGED = 'UNCHANGED',
  KIND_CHANGE = 'KIND_CHANGE',
}

registerEnumType(LineageType, {
  name: 'LineageType',
  description: 'How one administrative unit became another, or a part of it.',
  valuesConfig: {
    WHOLE_MERGE: { description: 'The whole of the old unit went into the new one.' },
    PARTIAL: { description: 'A part of the old unit went into the new one.' },
    POPULATION_ONLY: {
      description: 'All inhabitants of the old unit went into the new one, but only part of its area.',
    },
    RENAMED: { description: 'The new unit is the old one under another name.' },
    UNCHANGED: { description: 'The new unit is the old one as it was.' },
    KIND_CHANGE: { description: 'The new unit is the old one made another kind of unit.' },
  },
});

const wholeTypes: ReadonlySet<LineageType> = new Set([
  LineageType.WHOLE_MERGE,
  LineageType.RENAMED,
  LineageType.UNCHANGED,
  LineageType.KIND_CHANGE,
]);

/** Whether the whole of the old unit, area and people, went one way. */
export const isWhole = (type: LineageType): boolean => wholeTypes.has(type);
