import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** How far the way of a commune to a recognition has come. */
export enum DossierState {
  REGISTERED = 'REGISTERED',
  ASSESSED = 'ASSESSED',
  POLLED = 'POLLED',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  APPRAISED = 'APPRAISED',
  DECIDED = 'DECIDED',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
  CANCELLED = 'CANCELLED',
}

registerEnumType(DossierState, {
  name: 'NewRuralAreasDossierState',
  description: 'How far a dossier has come on its way to a recognition (W-16).',
  valuesConfig: {
    REGISTERED: { description: 'The commune has registered for the level.' },
    ASSESSED: { description: 'A signed self-assessment has been attached.' },
    POLLED: { description: 'A closed satisfaction poll has been attached as well.' },
    SUBMITTED: { description: 'Handed in by the commune; it lies with the district.' },
    RETURNED: { description: 'Given back to the commune with reasons.' },
    APPRAISED: { description: 'Appraised; it waits for the decision.' },
    DECIDED: { description: 'The commune is recognized by a decision that is not published yet.' },
    PUBLISHED: { description: 'The decision has been published.' },
    WITHDRAWN: { description: 'The recognition has been withdrawn by another decision.' },
    CANCELLED: { description: 'The commune has given its registration up.' },
  },
});

/** What is done to a dossier, by the mutation that does it. */
export type DossierStepName =
  | 'newRuralAreasAttachAssessment'
  | 'newRuralAreasAttachPoll'
  | 'newRuralAreasSubmitDossier'
  | 'newRuralAreasReturnDossier'
  | 'newRuralAreasAppraiseDossier'
  | 'newRuralAreasDecideRecognition'
  | 'newRuralAreasPublishRecognition'
  | 'newRuralAreasRecheckRecognition'
  | 'newRuralAreasWithdrawRecognition'
  | 'newRuralAreasCancelDossier';

const {
  REGISTERED,
  ASSESSED,
  POLLED,
  SUBMITTED,
  RETURNED,
  APPRAISED,
  DECIDED,
  PUBLISHED,
  WITHDRAWN,
  CANCELLED,
} = DossierState;

/** The way from a registration to a recognition, and what may become of that (W-16). */
export const dossierWorkflow = workflow<DossierState, DossierStepName>({
  id: 'W-16',
  initial: REGISTERED,
  states: Object.values(DossierState),
  steps: {
    newRuralAreasAttachAssessment: {
      from: [REGISTERED, RETURNED],
      to: ASSESSED,
      permissions: ['new-rural-areas:submit'],
    },
    newRuralAreasAttachPoll: { from: [ASSESSED], to: POLLED, permissions: ['new-rural-areas:submit'] },
    newRuralAreasSubmitDossier: { from: [POLLED], to: SUBMITTED, permissions: ['new-rural-areas:submit'] },
    newRuralAreasReturnDossier: {
      from: [SUBMITTED, APPRAISED],
      to: RETURNED,
      permissions: ['new-rural-areas:appraise', 'new-rural-areas:decide'],
    },
    newRuralAreasAppraiseDossier: {
      from: [SUBMITTED],
      to: APPRAISED,
      permissions: ['new-rural-areas:appraise'],
    },
    newRuralAreasDecideRecognition: {
      from: [APPRAISED],
      to: DECIDED,
      permissions: ['new-rural-areas:decide'],
    },
    newRuralAreasPublishRecognition: {
      from: [DECIDED],
      to: PUBLISHED,
      permissions: ['new-rural-areas:decide'],
    },
    newRuralAreasRecheckRecognition: {
      from: [PUBLISHED],
      to: null,
      permissions: ['new-rural-areas:appraise'],
    },
    newRuralAreasWithdrawRecognition: {
      from: [DECIDED, PUBLISHED],
      to: WITHDRAWN,
      permissions: ['new-rural-areas:decide'],
    },
    newRuralAreasCancelDossier: {
      from: [REGISTERED, ASSESSED, POLLED, RETURNED],
      to: CANCELLED,
      permissions: ['new-rural-areas:submit'],
    },
  },
  problem: 'NEW_RURAL_DOSSIER_STATE',
});
