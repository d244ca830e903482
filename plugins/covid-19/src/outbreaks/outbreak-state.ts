import { workflow } from '@phoihop/core';
import { OutbreakState } from './outbreak.js';

export type OutbreakStep = 'covid19SetOutbreakLevel' | 'covid19CloseOutbreak' | 'covid19ReopenOutbreak';

/** An outbreak goes on until it is declared over, and may flare up again. */
export const outbreakWorkflow = workflow<OutbreakState, OutbreakStep>({
  id: 'covid-19 outbreak',
  initial: OutbreakState.ACTIVE,
  states: Object.values(OutbreakState),
  steps: {
    covid19SetOutbreakLevel: { from: [OutbreakState.ACTIVE], to: null, permissions: ['covid-19:declare'] },
    covid19CloseOutbreak: {
      from: [OutbreakState.ACTIVE],
      to: OutbreakState.CLOSED,
      permissions: ['covid-19:declare'],
    },
    covid19ReopenOutbreak: {
      from: [OutbreakState.CLOSED],
      to: OutbreakState.ACTIVE,
      permissions: ['covid-19:declare'],
    },
  },
  problem: 'COVID_OUTBREAK_STATE',
});
