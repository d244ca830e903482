import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** How far a self-assessment has come. */
export enum AssessmentState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
}

registerEnumType(AssessmentState, {
  name: 'NewRuralAreasAssessmentState',
  description: 'How far the self-assessment of a commune has come.',
  valuesConfig: {
    DRAFT: { description: 'The commune is still entering results.' },
    SUBMITTED: {
      description: 'Signed by the commune; results are only corrected with a reason from now on.',
    },
  },
});

/** What is done to an assessment, by the mutation that does it. */
export type AssessmentStep =
  | 'newRuralAreasRecordCriteria'
  | 'newRuralAreasSubmitAssessment'
  | 'newRuralAreasCorrectCriterion'
  | 'newRuralAreasAddEvidence';

/** The commune's part of W-16: results are entered, signed, and corrected with a reason afterwards. */
export const assessmentWorkflow = workflow<AssessmentState, AssessmentStep>({
  id: 'W-16',
  initial: AssessmentState.DRAFT,
  states: Object.values(AssessmentState),
  steps: {
    newRuralAreasRecordCriteria: {
      from: [AssessmentState.DRAFT],
      to: null,
      permissions: ['new-rural-areas:assess'],
    },
    newRuralAreasSubmitAssessment: {
      from: [AssessmentState.DRAFT],
      to: AssessmentState.SUBMITTED,
      permissions: ['new-rural-areas:submit'],
    },
    newRuralAreasCorrectCriterion: {
      from: [AssessmentState.SUBMITTED],
      to: null,
      permissions: ['new-rural-areas:assess'],
    },
    newRuralAreasAddEvidence: {
      from: [AssessmentState.DRAFT, AssessmentState.SUBMITTED],
      to: null,
      permissions: ['new-rural-areas:assess'],
    },
  },
  problem: 'NEW_RURAL_ASSESSMENT_STATE',
});
