import { workflow } from '../workflows/workflow.js';
import { AgreementState } from './agreement-enums.js';

/** What is done to an agreement, by the mutation that does it. */
export type AgreementStep =
  | 'changeAgreementDraft'
  | 'cancelAgreement'
  | 'signAgreement'
  | 'reviewAgreement'
  | 'concludeAgreement'
  | 'endAgreement'
  | 'renewAgreement';

const permissions = ['core:agreement.manage'] as const;
const { DRAFT, CANCELLED, SIGNED, CONCLUDED, ENDED, RENEWED } = AgreementState;

/** The life of a joint agreement (W-19): drafted, signed, reviewed, concluded, and ended or renewed. */
export const agreementWorkflow = workflow<AgreementState, AgreementStep>({
  id: 'W-19',
  initial: DRAFT,
  states: Object.values(AgreementState),
  steps: {
    changeAgreementDraft: { from: [DRAFT], to: null, permissions },
    cancelAgreement: { from: [DRAFT], to: CANCELLED, permissions },
    signAgreement: { from: [DRAFT], to: SIGNED, permissions },
    reviewAgreement: { from: [SIGNED], to: null, permissions },
    concludeAgreement: { from: [SIGNED], to: CONCLUDED, permissions },
    endAgreement: { from: [SIGNED, CONCLUDED], to: ENDED, permissions },
    renewAgreement: { from: [CONCLUDED], to: RENEWED, permissions },
  },
  problem: 'AGREEMENT_STATE',
});

/** Nothing that others are told of yet, or ever. */
export const unsigned: readonly AgreementState[] = [DRAFT, CANCELLED];
