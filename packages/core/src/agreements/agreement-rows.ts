import { rowRule, type RowRule } from '@phoihop/platform';
import { unitRows } from '../access/unit-rows.js';
import { manages } from './keeper.js';

const read = 'core:agreement.read';
const manage = 'core:agreement.manage';

const seenWith = (permission: string): string => {
  const { select } = unitRows({
    unit: 'unit_id',
    program: { column: 'program_code' },
    read: permission,
    explanation: '',
  });
  return (select as { using: string }).using;
};

/** The caller reads agreements somewhere: as a party one sees one's own wherever it is kept. */
const readsSomewhere = `(select cardinality(core.scopes('${read}', 'subtree')) + cardinality(core.scopes('${read}', 'exact'))) > 0`;
const ownOnes = `(party_ids && (select core.own_organizations())::bigint[] and ${readsSomewhere})`;

/** SQL: the caller manages the agreement `its`. */
const managed = manages('its.unit_id', 'its.program_code');
/** SQL: the row's agreement is one that the caller manages, and more. */
const ofManaged = (more: string): string =>
  `agreement_id in (select its.id from core.agreement its where ${more} and ${managed})`;
const withAgreement = { using: 'agreement_id in (select id from core.agreement)' } as const;
const isDraft = `its.state = 'DRAFT'`;
const isSigned = `its.state not in ('DRAFT', 'CANCELLED')`;

/** Rows that a draft is made of: nobody changes them once it was signed. */
const content = (explanation: string, updateColumns: readonly string[]): RowRule =>
  rowRule({
    select: withAgreement,
    insert: { using: ofManaged(isDraft) },
    update: { using: ofManaged(isDraft) },
    updateColumns,
    explanation,
  });

export const agreementRows: Readonly<Record<string, RowRule>> = {
  Agreement: rowRule({
    select: {
      using: `(${seenWith(manage)} or (state not in ('DRAFT', 'CANCELLED') and (${seenWith(read)} or ${ownOnes})))`,
    },
    insert: { using: `(state = 'DRAFT' and core.may_change('${manage}', unit_id, program_code))` },
    update: { using: manages('unit_id', 'program_code') },
    updateColumns: [
      'state',
      'number',
      'cited_as',
      'title',
      'signed_on',
      'valid_from',
      'valid_to',
      'document_id',
      'basis_document_id',
      'party_ids',
      'recorded_on',
      'ended_on',
      'end_reason',
      'version',
    ],
    explanation:
      'Signed ones within the scope of agreement.read and by those who act for a party; drafts by who manages agreements there. Begun as a draft and moved on within the scope of agreement.manage, of a unit that has ended within that over all it became; what was signed a trigger keeps.',
  }),
  AgreementParty: content('With their agreement; added and taken out while it is a draft.', ['dropped']),
  AgreementDuty: content('With their agreement; added and taken out while it is a draft.', ['dropped']),
  AgreementObligation: rowRule({
    select: withAgreement,
    insert: { using: ofManaged(isSigned) },
    update: {
      using: `(${ofManaged(isSigned)} or organization_id = any ((select core.own_organizations())::bigint[]))`,
    },
    updateColumns: [
      'done_on',
      'done_note',
      'evidence_id',
      'done_by',
      'waived_at',
      'waived_by',
      'waive_reason',
      'lapsed_on',
      'version',
    ],
    explanation:
      'With their agreement; made when it is signed, met by who acts for the organization that owes it or manages the agreement, waived by who manages it and acts for another.',
  }),
  AgreementReview: rowRule({
    select: withAgreement,
    insert: { using: ofManaged(isSigned) },
    explanation: 'With their agreement; added by who manages it, never changed.',
  }),
};

/**
 * Who takes part in a program is known inside the Front. What an agreement adds is never more than it says: its parties,
 * its program, days of its term.
 */
export const participantRows: RowRule = rowRule({
  select: 'always',
  insert: { using: participationOf(`its.state in ('SIGNED', 'CONCLUDED')`) },
  update: { using: participationOf(isSigned) },
  updateColumns: ['valid_to'],
  explanation:
    'Who takes part in a program is known inside the Front; the fields ask for a sign-in. A signed agreement adds its parties over its term, and ends that; the rest is loaded.',
});

function participationOf(state: string): string {
  return `exists (select from core.agreement its
    where its.id = program_participant.agreement_id and ${state} and ${managed}
      and its.program_id = program_participant.program_id and program_participant.organization_id = any (its.party_ids)
      and program_participant.valid_from >= its.valid_from
      and (its.valid_to is null or program_participant.valid_to <= its.valid_to))`;
}
