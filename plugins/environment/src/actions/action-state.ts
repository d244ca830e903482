import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** Whether somebody else has looked at an action. */
export enum ActionState {
  RECORDED = 'RECORDED',
  CONFIRMED = 'CONFIRMED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(ActionState, {
  name: 'EnvironmentActionState',
  description: 'Whether somebody else has looked at what was recorded of an action.',
  valuesConfig: {
    RECORDED: { description: 'It was recorded and counts; nobody has confirmed it yet.' },
    CONFIRMED: { description: 'Another person stands by it; it is not changed any more.' },
    WITHDRAWN: { description: 'It should not have been recorded; it counts nowhere.' },
  },
});

/** What an action is for. */
export enum ActionPurpose {
  CLEANUP = 'CLEANUP',
  CLIMATE = 'CLIMATE',
}

registerEnumType(ActionPurpose, {
  name: 'EnvironmentActionPurpose',
  description: 'What an action is for; its kind is of the list that belongs to it.',
  valuesConfig: {
    CLEANUP: { description: 'To clean and green a place; kinds of the list CLEANUP_KIND.' },
    CLIMATE: {
      description: 'To meet climate change; kinds of the list CLIMATE_KIND, nothing weighed or measured.',
    },
  },
});

/** What is done to an action, by the mutation that does it. */
export type ActionStep =
  | 'environmentCorrectAction'
  | 'environmentConfirmAction'
  | 'environmentReopenAction'
  | 'environmentWithdrawAction';

const records = ['environment:record', 'environment:report'];
const confirms = ['environment:confirm'];

/** Whoever recorded an action may mend it until another person confirms it; that person opens it again. */
export const actionWorkflow = workflow<ActionState, ActionStep>({
  id: 'PRG-26 actions',
  initial: ActionState.RECORDED,
  states: Object.values(ActionState),
  steps: {
    environmentCorrectAction: { from: [ActionState.RECORDED], to: null, permissions: records },
    environmentConfirmAction: {
      from: [ActionState.RECORDED],
      to: ActionState.CONFIRMED,
      permissions: confirms,
    },
    environmentReopenAction: {
      from: [ActionState.CONFIRMED],
      to: ActionState.RECORDED,
      permissions: confirms,
    },
    environmentWithdrawAction: {
      from: [ActionState.RECORDED],
      to: ActionState.WITHDRAWN,
      permissions: records,
    },
  },
  problem: 'ENVIRONMENT_ACTION_STATE',
});
