import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** How far the recognition of a commune has come. */
export enum AssessmentState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  REVIEWED = 'REVIEWED',
  RECOGNIZED = 'RECOGNIZED',
  REFUSED = 'REFUSED',
}

registerEnumType(AssessmentState, {
  name: 'CrimePreventionAssessmentState',
  description: 'How far the recognition of a commune as safe in security and order has come.',
  valuesConfig: {
    DRAFT: { description: 'The commune assesses itself.' },
    SUBMITTED: { description: 'The commune has handed it in; the district looks at it.' },
    RETURNED: { description: 'It was given back to be mended, with the reason.' },
    REVIEWED: { description: 'An officer of the district agrees with it; it waits for the decision.' },
    RECOGNIZED: { description: 'The commune was recognized, by a decision with number and date.' },
    REFUSED: { description: 'Recognition was refused, by a decision with number, date and reason.' },
  },
});

/** What is done to an assessment, by the mutation that does it. */
export type AssessmentStep =
  | 'crimePreventionAnswerCriteria'
  | 'crimePreventionSubmitSafeArea'
  | 'crimePreventionReviewSafeArea'
  | 'crimePreventionReturnSafeArea'
  | 'crimePreventionRecognizeSafeArea'
  | 'crimePreventionRefuseSafeArea';

const inHand = [AssessmentState.DRAFT, AssessmentState.RETURNED];
const assesses = ['crime-prevention:assess'];
const reviews = ['crime-prevention:review'];
const decides = ['crime-prevention:decide'];

/** Self-assessed by the commune, reviewed by an officer, decided by the standing committee: three persons. */
export const assessmentWorkflow = workflow<AssessmentState, AssessmentStep>({
  id: 'PRG-22 safe areas',
  initial: AssessmentState.DRAFT,
  states: Object.values(AssessmentState),
  steps: {
    crimePreventionAnswerCriteria: { from: inHand, to: null, permissions: assesses },
    crimePreventionSubmitSafeArea: { from: inHand, to: AssessmentState.SUBMITTED, permissions: assesses },
    crimePreventionReviewSafeArea: {
      from: [AssessmentState.SUBMITTED],
      to: AssessmentState.REVIEWED,
      permissions: reviews,
    },
    crimePreventionReturnSafeArea: {
      from: [AssessmentState.SUBMITTED],
      to: AssessmentState.RETURNED,
      permissions: reviews,
    },
    crimePreventionRecognizeSafeArea: {
      from: [AssessmentState.REVIEWED],
      to: AssessmentState.RECOGNIZED,
      permissions: decides,
    },
    crimePreventionRefuseSafeArea: {
      from: [AssessmentState.REVIEWED],
      to: AssessmentState.REFUSED,
      permissions: decides,
    },
  },
  problem: 'CRIME_SAFE_AREA_STATE',
});
