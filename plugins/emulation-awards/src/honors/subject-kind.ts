import { registerEnumType } from 'type-graphql';

/** Who can be given a title or a reward. */
export enum SubjectKind {
  UNIT = 'UNIT',
  ORGANIZATION = 'ORGANIZATION',
  PERSON = 'PERSON',
}

registerEnumType(SubjectKind, {
  name: 'EmulationAwardsSubjectKind',
  description: 'Who is proposed for a title or a reward.',
  valuesConfig: {
    UNIT: { description: 'The Front of a commune, ward or town as a collective.' },
    ORGANIZATION: { description: 'An organization: a member of the Front or a partner.' },
    PERSON: { description: 'One person; the name is personal data.' },
  },
});
