import { registerEnumType } from 'type-graphql';

/** How far a commune has come: each level has criteria of its own and may ask for the one before it. */
export enum Level {
  NEW_RURAL = 'NEW_RURAL',
  ADVANCED = 'ADVANCED',
  MODEL = 'MODEL',
}

registerEnumType(Level, {
  name: 'NewRuralAreasLevel',
  description: 'The level of new-rural work that criteria, a dossier or a recognition is about.',
  valuesConfig: {
    NEW_RURAL: { description: 'New rural commune (xã nông thôn mới), the first level.' },
    ADVANCED: { description: 'Advanced new rural commune (nông thôn mới nâng cao).' },
    MODEL: { description: 'Model new rural commune (nông thôn mới kiểu mẫu), the highest level.' },
  },
});

/** The levels from the lowest to the highest. */
export const levels: readonly Level[] = [Level.NEW_RURAL, Level.ADVANCED, Level.MODEL];
