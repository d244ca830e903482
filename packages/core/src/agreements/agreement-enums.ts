import { GraphQLEnumType } from 'graphql';
import { registerEnumType } from 'type-graphql';

/** Where an agreement stands on its way: W-19 of docs/reference/source-ids.md. */
export const AgreementState = {
  DRAFT: 'DRAFT',
  CANCELLED: 'CANCELLED',
  SIGNED: 'SIGNED',
  CONCLUDED: 'CONCLUDED',
  ENDED: 'ENDED',
  RENEWED: 'RENEWED',
} as const;
export type AgreementState = keyof typeof AgreementState;

registerEnumType(AgreementState, {
  name: 'AgreementState',
  description: 'Where an agreement stands, from its draft to its end.',
  valuesConfig: {
    DRAFT: { description: 'Being negotiated; only those who manage agreements there see it.' },
    CANCELLED: { description: 'A draft that came to nothing.' },
    SIGNED: { description: 'Signed; what it says no longer changes, and its duties are owed over its term.' },
    CONCLUDED: { description: 'Its final review was held; it is to be renewed or ended.' },
    ENDED: { description: 'Over, with a reason; what was not due by then is no longer owed.' },
    RENEWED: { description: 'Carried on by a later agreement that says it renews this one.' },
  },
});

export const AgreementPartyRole = { LEAD: 'LEAD', PARTY: 'PARTY' } as const;
export type AgreementPartyRole = keyof typeof AgreementPartyRole;

registerEnumType(AgreementPartyRole, {
  name: 'AgreementPartyRole',
  description: 'As what an organization signs.',
  valuesConfig: {
    LEAD: { description: 'It leads what the parties do together; each agreement has one such party.' },
    PARTY: { description: 'It takes part in what the agreement says.' },
  },
});

export const AgreementSuccession = { RENEWS: 'RENEWS', REPLACES: 'REPLACES', AMENDS: 'AMENDS' } as const;
export type AgreementSuccession = keyof typeof AgreementSuccession;

registerEnumType(AgreementSuccession, {
  name: 'AgreementSuccession',
  description: 'How a later agreement relates to an earlier one, of which no word changes.',
  valuesConfig: {
    RENEWS: { description: 'It carries the other on after its final review, for another term.' },
    REPLACES: { description: 'It stands in the place of the other, which is ended.' },
    AMENDS: { description: 'It changes some of what the other says; both hold.' },
  },
});

export const AgreementDutyKind = {
  ACTION: 'ACTION',
  INTERIM_REVIEW: 'INTERIM_REVIEW',
  FINAL_REVIEW: 'FINAL_REVIEW',
} as const;
export type AgreementDutyKind = keyof typeof AgreementDutyKind;

registerEnumType(AgreementDutyKind, {
  name: 'AgreementDutyKind',
  description: 'What sort of duty it is.',
  valuesConfig: {
    ACTION: { description: 'Something to be done, prepared or reported.' },
    INTERIM_REVIEW: { description: 'To take stock while the agreement lasts (sơ kết).' },
    FINAL_REVIEW: { description: 'To take stock at its end (tổng kết); fulfilled when it is concluded.' },
  },
});

export const AgreementDutyOwner = { PARTY: 'PARTY', EACH_PARTY: 'EACH_PARTY', FRONT: 'FRONT' } as const;
export type AgreementDutyOwner = keyof typeof AgreementDutyOwner;

registerEnumType(AgreementDutyOwner, {
  name: 'AgreementDutyOwner',
  description: 'Who owes a duty.',
  valuesConfig: {
    PARTY: { description: 'One of the parties, which the duty names.' },
    EACH_PARTY: { description: 'Every party for itself.' },
    FRONT: { description: 'The Front committee of the unit that keeps the agreement, party or not.' },
  },
});

export const AgreementRecurrence = {
  ONCE: 'ONCE',
  MONTH: 'MONTH',
  QUARTER: 'QUARTER',
  HALF: 'HALF',
  YEAR: 'YEAR',
} as const;
export type AgreementRecurrence = keyof typeof AgreementRecurrence;

registerEnumType(AgreementRecurrence, {
  name: 'AgreementRecurrence',
  description: 'How often a duty comes back within the term.',
  valuesConfig: {
    ONCE: { description: 'Not at all: it is for one day.' },
    MONTH: { description: 'With every calendar month.' },
    QUARTER: { description: 'With every quarter of a year.' },
    HALF: { description: 'With every half year.' },
    YEAR: { description: 'With every calendar year.' },
  },
});

export const AgreementReviewKind = { INTERIM: 'INTERIM', FINAL: 'FINAL' } as const;
export type AgreementReviewKind = keyof typeof AgreementReviewKind;

registerEnumType(AgreementReviewKind, {
  name: 'AgreementReviewKind',
  description: 'Which review of an agreement was held.',
  valuesConfig: {
    INTERIM: { description: 'One of those while it lasts (sơ kết).' },
    FINAL: { description: 'The one at its end (tổng kết).' },
  },
});

/** Where an obligation stands; made by SQL, so it is a type of GraphQL's own. */
export const agreementObligationStatus = new GraphQLEnumType({
  name: 'AgreementObligationStatus',
  description: 'Where an obligation under an agreement stands on the business date.',
  values: {
    NOT_YET_DUE: { description: 'There is time left, more than the days of notice.' },
    DUE: { description: 'The last days before the deadline, that day included.' },
    OVERDUE: { description: 'The deadline has passed and it was not said to be done.' },
    DONE: { description: 'Done by the deadline.' },
    DONE_LATE: { description: 'Done after the deadline.' },
    WAIVED: { description: 'Whoever manages the agreement excused the organization, with a reason.' },
    LAPSED: { description: 'The agreement ended before it was due.' },
  },
});
