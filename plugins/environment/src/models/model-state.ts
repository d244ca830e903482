import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** Whether a model goes on. */
export enum ModelState {
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
}

registerEnumType(ModelState, {
  name: 'EnvironmentModelState',
  description: 'Whether a model of environmental protection goes on.',
  valuesConfig: {
    ACTIVE: { description: 'It goes on and counts.' },
    ENDED: { description: 'It was given up, with a reason; a new one is another model.' },
  },
});

/** What is done to a model, by the mutation that does it. */
export type ModelStep = 'environmentCorrectModel' | 'environmentEndModel';

const permissions = ['environment:record', 'environment:report'];

/** The life of a model. */
export const modelWorkflow = workflow<ModelState, ModelStep>({
  id: 'PRG-26 models',
  initial: ModelState.ACTIVE,
  states: Object.values(ModelState),
  steps: {
    environmentCorrectModel: { from: [ModelState.ACTIVE], to: null, permissions },
    environmentEndModel: { from: [ModelState.ACTIVE], to: ModelState.ENDED, permissions },
  },
  problem: 'ENVIRONMENT_MODEL_STATE',
});
