import { registerEnumType } from 'type-graphql';

/** The code lists of this program. */
export enum CodeList {
  MODEL_KIND = 'MODEL_KIND',
  CLEANUP_KIND = 'CLEANUP_KIND',
  CLIMATE_KIND = 'CLIMATE_KIND',
}

registerEnumType(CodeList, {
  name: 'EnvironmentCodeList',
  description: 'Which list of codes an entry belongs to.',
  valuesConfig: {
    MODEL_KIND: {
      description: 'How people keep their place clean: waste sorting, green Sunday, less plastic.',
    },
    CLEANUP_KIND: { description: 'What was done on a day of cleaning: waste, canals, roads, planting.' },
    CLIMATE_KIND: { description: 'What was done against climate change and its harm.' },
  },
});
