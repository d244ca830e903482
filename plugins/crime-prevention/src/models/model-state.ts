import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** Whether a model keeps watch. */
export enum ModelState {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  ENDED = 'ENDED',
}

registerEnumType(ModelState, {
  name: 'CrimePreventionModelState',
  description: 'Whether a self-managed model keeps watch.',
  valuesConfig: {
    ACTIVE: { description: 'It is at work and counts.' },
    SUSPENDED: { description: 'It rests and does not count until it is resumed.' },
    ENDED: { description: 'It was given up, with a reason; a new one is another model.' },
  },
});

/** What is done to a model, by the mutation that does it. */
export type ModelStep =
  | 'crimePreventionCorrectModel'
  | 'crimePreventionSuspendModel'
  | 'crimePreventionResumeModel'
  | 'crimePreventionEndModel';

const permissions = ['crime-prevention:record'];

/** The life of a self-managed model. */
export const modelWorkflow = workflow<ModelState, ModelStep>({
  id: 'PRG-22 models',
  initial: ModelState.ACTIVE,
  states: Object.values(ModelState),
  steps: {
    crimePreventionCorrectModel: { from: [ModelState.ACTIVE, ModelState.SUSPENDED], to: null, permissions },
    crimePreventionSuspendModel: { from: [ModelState.ACTIVE], to: ModelState.SUSPENDED, permissions },
    crimePreventionResumeModel: { from: [ModelState.SUSPENDED], to: ModelState.ACTIVE, permissions },
    crimePreventionEndModel: {
      from: [ModelState.ACTIVE, ModelState.SUSPENDED],
      to: ModelState.ENDED,
      permissions,
    },
  },
  problem: 'CRIME_SECURITY_MODEL_STATE',
});
