import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** How far the help for somebody has come. */
export enum CaseState {
  OPENED = 'OPENED',
  ACTIVE = 'ACTIVE',
  COMPLETED = 'COMPLETED',
  STOPPED = 'STOPPED',
  TRANSFERRED = 'TRANSFERRED',
}

registerEnumType(CaseState, {
  name: 'CrimePreventionCaseState',
  description: 'How far the help and education of somebody in the community has come.',
  valuesConfig: {
    OPENED: { description: 'Somebody was named who should be helped; nobody has been charged with it.' },
    ACTIVE: { description: 'A helper has been named and reports how it goes.' },
    COMPLETED: { description: 'The person stands on their own feet; the help has ended.' },
    STOPPED: { description: 'The help ended without having come to its goal, with the reason.' },
    TRANSFERRED: { description: 'The person has moved; another commune goes on with a case of its own.' },
  },
});

/** How somebody gets on, as the helper sees it. */
export enum CaseProgress {
  GOOD = 'GOOD',
  STEADY = 'STEADY',
  POOR = 'POOR',
}

registerEnumType(CaseProgress, {
  name: 'CrimePreventionCaseProgress',
  description: 'How the person gets on, as the helper sees it.',
  valuesConfig: {
    GOOD: { description: 'Clear progress: work, family and law are in order.' },
    STEADY: { description: 'Some progress; help is still needed.' },
    POOR: { description: 'No progress, or a relapse.' },
  },
});

/** What is done to a case, by the mutation that does it. */
export type CaseStep =
  | 'crimePreventionAssignCase'
  | 'crimePreventionReviewCase'
  | 'crimePreventionCompleteCase'
  | 'crimePreventionStopCase'
  | 'crimePreventionTransferCase';

const assigns = ['crime-prevention:assign'];

/** Who helps reviews; who charged the helper decides how the case ends. */
export const caseWorkflow = workflow<CaseState, CaseStep>({
  id: 'PRG-22 cases',
  initial: CaseState.OPENED,
  states: Object.values(CaseState),
  steps: {
    crimePreventionAssignCase: {
      from: [CaseState.OPENED, CaseState.ACTIVE],
      to: CaseState.ACTIVE,
      permissions: assigns,
    },
    crimePreventionReviewCase: {
      from: [CaseState.ACTIVE],
      to: null,
      permissions: ['crime-prevention:handle'],
    },
    crimePreventionCompleteCase: { from: [CaseState.ACTIVE], to: CaseState.COMPLETED, permissions: assigns },
    crimePreventionStopCase: {
      from: [CaseState.OPENED, CaseState.ACTIVE],
      to: CaseState.STOPPED,
      permissions: assigns,
    },
    crimePreventionTransferCase: {
      from: [CaseState.OPENED, CaseState.ACTIVE],
      to: CaseState.TRANSFERRED,
      permissions: assigns,
    },
  },
  problem: 'CRIME_REHABILITATION_STATE',
});
