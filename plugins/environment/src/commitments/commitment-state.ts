import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** Whether a commitment stands. */
export enum CommitmentState {
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
}

registerEnumType(CommitmentState, {
  name: 'EnvironmentCommitmentState',
  description: 'Whether the commitment of a religious organization stands.',
  valuesConfig: {
    ACTIVE: { description: 'It stands and is looked at each year.' },
    ENDED: { description: 'It was given up or replaced, with the reason.' },
  },
});

/** How a commitment was kept in a year. */
export enum CommitmentResult {
  KEPT = 'KEPT',
  PARTLY = 'PARTLY',
  NOT_KEPT = 'NOT_KEPT',
}

registerEnumType(CommitmentResult, {
  name: 'EnvironmentCommitmentResult',
  description: 'How a commitment was kept in a year.',
  valuesConfig: {
    KEPT: { description: 'All that was pledged was done.' },
    PARTLY: { description: 'Some of it was done.' },
    NOT_KEPT: { description: 'Nothing of it was done, or it could not be seen.' },
  },
});

/** What is done to a commitment, by the mutation that does it. */
export type CommitmentStep = 'environmentReviewCommitment' | 'environmentEndCommitment';

/** The life of a commitment: looked at each year by another person than who recorded it. */
export const commitmentWorkflow = workflow<CommitmentState, CommitmentStep>({
  id: 'PRG-26 commitments',
  initial: CommitmentState.ACTIVE,
  states: Object.values(CommitmentState),
  steps: {
    environmentReviewCommitment: {
      from: [CommitmentState.ACTIVE],
      to: null,
      permissions: ['environment:confirm'],
    },
    environmentEndCommitment: {
      from: [CommitmentState.ACTIVE],
      to: CommitmentState.ENDED,
      permissions: ['environment:record'],
    },
  },
  problem: 'ENVIRONMENT_COMMITMENT_STATE',
});
