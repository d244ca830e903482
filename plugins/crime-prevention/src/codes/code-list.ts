import { registerEnumType } from 'type-graphql';

/** The code lists of this program. */
export enum CodeList {
  MODEL_KIND = 'MODEL_KIND',
  EQUIPMENT_KIND = 'EQUIPMENT_KIND',
  TIP_TOPIC = 'TIP_TOPIC',
  TIP_RESULT = 'TIP_RESULT',
  CASE_GROUND = 'CASE_GROUND',
  SAFE_AREA_CRITERION = 'SAFE_AREA_CRITERION',
}

registerEnumType(CodeList, {
  name: 'CrimePreventionCodeList',
  description: 'Which list of codes an entry belongs to.',
  valuesConfig: {
    MODEL_KIND: { description: 'What people keep watch with or as: cameras, a bell, a self-managed group.' },
    EQUIPMENT_KIND: { description: 'What a model has, counted in pieces.' },
    TIP_TOPIC: { description: 'What a tip is about, as people say it; no legal finding.' },
    TIP_RESULT: { description: 'What came of a tip that was forwarded.' },
    CASE_GROUND: { description: 'Why somebody is helped and educated in the community.' },
    SAFE_AREA_CRITERION: {
      description: 'What a commune must fulfill to be recognized as safe in security and order.',
    },
  },
});
