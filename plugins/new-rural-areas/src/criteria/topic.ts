import { registerEnumType } from 'type-graphql';

/** The five groups that the nineteen criteria are put in. */
export enum Topic {
  PLANNING = 'PLANNING',
  INFRASTRUCTURE = 'INFRASTRUCTURE',
  ECONOMY = 'ECONOMY',
  SOCIETY_AND_ENVIRONMENT = 'SOCIETY_AND_ENVIRONMENT',
  POLITICAL_SYSTEM = 'POLITICAL_SYSTEM',
}

registerEnumType(Topic, {
  name: 'NewRuralAreasTopic',
  description: 'One of the five groups of criteria.',
  valuesConfig: {
    PLANNING: { description: 'Planning of the commune (quy hoạch).' },
    INFRASTRUCTURE: {
      description: 'Social and economic infrastructure: roads, electricity, schools, housing.',
    },
    ECONOMY: { description: 'Economy and the organization of production: income, poverty, work.' },
    SOCIETY_AND_ENVIRONMENT: { description: 'Culture, society and environment: education, health, water.' },
    POLITICAL_SYSTEM: { description: 'The political system, access to law, defense and security.' },
  },
});

/** How a measured value is held against a threshold. */
export enum Comparison {
  AT_LEAST = 'AT_LEAST',
  AT_MOST = 'AT_MOST',
}

registerEnumType(Comparison, {
  name: 'NewRuralAreasComparison',
  description: 'How a measured value is held against the threshold of a criterion.',
  valuesConfig: {
    AT_LEAST: { description: 'The value must reach the threshold; the threshold itself is enough.' },
    AT_MOST: { description: 'The value must not pass the threshold; the threshold itself is allowed.' },
  },
});
