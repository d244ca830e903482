import { DateScalar, allow, extend, list, many, one, type CustomFilter } from '@phoihop/platform';
import { whether } from '../filters/whether.js';
import { Organization } from '../organizations/organization.js';
import type { CorePart } from '../part.js';
import { Program } from '../programs/program.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AgreementDraftResolver } from './agreement-draft.resolver.js';
import { AgreementKeeperResolver } from './agreement-keeper.resolver.js';
import { AgreementDuty } from './agreement-duty.js';
import { agreementStanding, holds, overdue } from './agreement-obligation-status.js';
import { AgreementObligation } from './agreement-obligation.js';
import { AgreementObligationResolver } from './agreement-obligation.resolver.js';
import { AgreementParty } from './agreement-party.js';
import { agreementProblems } from './agreement-problems.js';
import { AgreementReview } from './agreement-review.js';
import { agreementRows } from './agreement-rows.js';
import { agreementWorkflow } from './agreement-state.js';
import { agreementObligationNames, agreementWords } from './agreement-words.js';
import { Agreement } from './agreement.js';
import { agreementsVietnamese } from './agreements-vietnamese.js';
import { EndAgreementResolver } from './end-agreement.resolver.js';
import { loadAgreements } from './load.js';
import { agreementsMigration } from './migration.js';
import { ReviewAgreementResolver } from './review-agreement.resolver.js';
import { SignAgreementResolver } from './sign-agreement.resolver.js';
import { takingOverMigration } from './taking-over-migration.js';

const readers = allow.permission('core:agreement.read');
const managers = allow.permission('core:agreement.manage');

const inForceOn: CustomFilter = {
  type: DateScalar,
  description: 'Only those that were signed and hold on this day.',
  vietnamese: 'Chỉ các văn bản đã ký và có hiệu lực vào ngày này.',
  sql: (row, day) => holds(row, `${day}::date`),
};

const filters = {
  inForceOn,
  overdue: whether(
    {
      en: 'true: only what is open though its deadline has passed; false: only the rest.',
      vi: 'true: chỉ các nghĩa vụ quá hạn mà chưa thực hiện; false: chỉ phần còn lại.',
    },
    overdue,
  ),
};

const agreementFilter = [
  'unit',
  'program',
  'state',
  'signedOn',
  'validFrom',
  'validTo',
  'predecessor',
  'demo',
];
const agreementOrder = ['signedOn', 'validFrom', 'title'];
const obligationFilter = ['agreement', 'duty', 'organization', 'period', 'status', 'dueOn', 'daysLate'];
const obligationOrder = ['dueOn', 'asOf', 'daysLate'];

/** The same filters without the one that the list hangs on. */
const without = (filter: readonly string[], left: string): string[] => filter.filter((name) => name !== left);

/** Joint agreements, their parties and duties, and who owes what under them. */
export const agreementsPart: CorePart = {
  entities: [Agreement, AgreementParty, AgreementDuty, AgreementObligation, AgreementReview],
  resolvers: [
    AgreementDraftResolver,
    AgreementKeeperResolver,
    SignAgreementResolver,
    ReviewAgreementResolver,
    EndAgreementResolver,
    AgreementObligationResolver,
  ],
  // The second is also about reports and obligations; it needs the tables of all of them.
  migrations: [agreementsMigration, takingOverMigration],
  asOf: { AgreementObligation: 'asOf' },
  rows: agreementRows,
  reads: {
    agreement: one(Agreement, { by: 'id', description: 'One joint agreement, by its global id.' }),
    agreements: list(Agreement, {
      description: 'The joint agreements that the caller may see, the latest first.',
      filter: agreementFilter,
      filters: { inForceOn },
      order: agreementOrder,
      descending: true,
    }),
    agreementObligations: list(AgreementObligation, {
      description: 'What is owed under agreements that the caller may see, the earliest deadline first.',
      filter: obligationFilter,
      filters: { overdue: filters.overdue },
      order: obligationOrder,
    }),
  },
  extend: [
    ...agreementStanding,
    extend(Agreement, {
      parties: many(AgreementParty, 'agreement', {
        description: 'The organizations that sign or signed it; those taken out of the draft are marked.',
        filter: ['organization', 'role', 'dropped'],
        order: ['id'],
      }),
      duties: many(AgreementDuty, 'agreement', {
        description: 'What is to be done, in order; what was taken out of the draft is marked.',
        filter: ['kind', 'organization', 'recurrence', 'dropped'],
        order: ['position'],
      }),
      obligations: many(AgreementObligation, 'agreement', {
        description: 'Who owes what under it, and by when: made when it was signed.',
        filter: without(obligationFilter, 'agreement'),
        filters: { overdue: filters.overdue },
        order: obligationOrder,
      }),
      reviews: many(AgreementReview, 'agreement', {
        description: 'The reviews that were held, the first one first.',
        filter: ['kind'],
        order: ['heldOn'],
      }),
      successors: many(Agreement, 'predecessor', {
        description: 'The agreements that renew, replace or amend it.',
        filter: ['succession', 'state'],
        order: agreementOrder,
      }),
    }),
    extend(AgreementDuty, {
      obligations: many(AgreementObligation, 'duty', {
        description: 'Who owes it for which period.',
        filter: without(obligationFilter, 'duty'),
        filters: { overdue: filters.overdue },
        order: obligationOrder,
      }),
    }),
    extend(Organization, {
      agreementParties: many(AgreementParty, 'organization', {
        description: 'The agreements that the organization is a party of, as far as the caller may see.',
        filter: ['role', 'dropped'],
        order: ['id'],
        descending: true,
      }),
      agreementObligations: many(AgreementObligation, 'organization', {
        description: 'What the organization owes under agreements, as far as the caller may see.',
        filter: without(obligationFilter, 'organization'),
        filters: { overdue: filters.overdue },
        order: obligationOrder,
      }),
    }),
    extend(Program, {
      agreements: many(Agreement, 'program', {
        description: 'The agreements about this line.',
        filter: without(agreementFilter, 'program'),
        filters: { inForceOn },
        order: agreementOrder,
        descending: true,
      }),
    }),
    extend(AdministrativeUnit, {
      agreements: many(Agreement, 'unit', {
        description: 'The agreements that the Front of the unit keeps.',
        filter: without(agreementFilter, 'unit'),
        filters: { inForceOn },
        order: agreementOrder,
        descending: true,
      }),
    }),
  ],
  fields: {
    Agreement: readers,
    AgreementParty: readers,
    AgreementDuty: readers,
    AgreementObligation: readers,
    AgreementReview: readers,
    'Agreement.inForce': readers,
    'Agreement.keeper': readers,
    'Agreement.parties': readers,
    'Agreement.duties': readers,
    'Agreement.obligations': readers,
    'Agreement.reviews': readers,
    'Agreement.successors': readers,
    'AgreementDuty.obligations': readers,
    'AgreementObligation.status': readers,
    'AgreementObligation.daysLate': readers,
    'Organization.agreementParties': readers,
    'Organization.agreementObligations': readers,
    'Program.agreements': readers,
    'AdministrativeUnit.agreements': readers,
    'Query.agreement': readers,
    'Query.agreements': readers,
    'Query.agreementObligations': readers,
    'Mutation.draftAgreement': managers,
    ...Object.fromEntries(Object.keys(agreementWorkflow.steps).map((step) => [`Mutation.${step}`, managers])),
    'Mutation.fulfillAgreementObligation': allow.anyOf(allow.permission('core:agreement.fulfill'), managers),
    'Mutation.waiveAgreementObligation': managers,
  },
  problems: agreementProblems,
  shortNames: { ...agreementWords.shortNames, ...agreementObligationNames },
  vietnamese: agreementsVietnamese,
  load: loadAgreements,
};
