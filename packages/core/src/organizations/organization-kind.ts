import { registerEnumType } from 'type-graphql';

/** What an organization is. `data/registry/organizations.json` writes the same in kebab-case. */
export enum OrganizationKind {
  FRONT_COMMITTEE = 'FRONT_COMMITTEE',
  STANDING_COMMITTEE = 'STANDING_COMMITTEE',
  FRONT_WORK_COMMITTEE = 'FRONT_WORK_COMMITTEE',
  MEMBER_ORGANIZATION = 'MEMBER_ORGANIZATION',
  SOCIO_POLITICAL_ORGANIZATION = 'SOCIO_POLITICAL_ORGANIZATION',
  PARTY_BODY = 'PARTY_BODY',
  STATE_BODY = 'STATE_BODY',
  RELIGIOUS_ORGANIZATION = 'RELIGIOUS_ORGANIZATION',
  BUSINESS = 'BUSINESS',
  DONOR = 'DONOR',
}

registerEnumType(OrganizationKind, {
  name: 'OrganizationKind',
  description: 'What an organization is in the political system or outside of it.',
  valuesConfig: {
    FRONT_COMMITTEE: {
      description: 'Committee of the Vietnam Fatherland Front of a unit (Ủy ban MTTQ Việt Nam).',
    },
    STANDING_COMMITTEE: {
      description: 'The standing body of a Front committee (Ban Thường trực), which signs for it.',
    },
    FRONT_WORK_COMMITTEE: {
      description: 'Front work committee of a residential area (Ban công tác Mặt trận).',
    },
    MEMBER_ORGANIZATION: {
      description: 'Member organization of the Front that is not a socio-political one.',
    },
    SOCIO_POLITICAL_ORGANIZATION: {
      description:
        'One of the five: trade union, farmers, youth, women, veterans. Members of the Front until 2025-06-30, under it since.',
    },
    PARTY_BODY: { description: 'Committee or board of the Communist Party.' },
    STATE_BODY: { description: 'Body of government, council, court or procuracy.' },
    RELIGIOUS_ORGANIZATION: { description: 'Recognized religious organization that joins in programs.' },
    BUSINESS: { description: 'Company or cooperative, as a partner or sponsor.' },
    DONOR: { description: 'Organization known here only as a giver.' },
  },
});
