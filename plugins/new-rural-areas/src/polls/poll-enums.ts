import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** Whether a poll is about a commune or about a district. */
export enum PollScope {
  COMMUNE = 'COMMUNE',
  DISTRICT = 'DISTRICT',
}

registerEnumType(PollScope, {
  name: 'NewRuralAreasPollScope',
  description: 'Whether a poll is about a commune or about a whole district.',
  valuesConfig: {
    COMMUNE: { description: 'About the results of a commune, asked of its households.' },
    DISTRICT: { description: 'About the results of a district, asked of a sample of its households.' },
  },
});

/** How far a poll has come. */
export enum PollState {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}

registerEnumType(PollState, {
  name: 'NewRuralAreasPollState',
  description: 'How far a satisfaction poll has come.',
  valuesConfig: {
    OPEN: { description: 'Areas are counting.' },
    CLOSED: { description: 'Counted and judged; nothing of it changes any more.' },
    CANCELLED: { description: 'Given up with a reason before it was counted.' },
  },
});

/** What is done to a poll, by the mutation that does it. */
export type PollStep = 'newRuralAreasEnterTally' | 'newRuralAreasClosePoll' | 'newRuralAreasCancelPoll';

/** The poll's part of W-16. */
export const pollWorkflow = workflow<PollState, PollStep>({
  id: 'W-16',
  initial: PollState.OPEN,
  states: Object.values(PollState),
  steps: {
    newRuralAreasEnterTally: {
      from: [PollState.OPEN],
      to: null,
      permissions: ['new-rural-areas:tally'],
    },
    newRuralAreasClosePoll: {
      from: [PollState.OPEN],
      to: PollState.CLOSED,
      permissions: ['new-rural-areas:poll'],
    },
    newRuralAreasCancelPoll: {
      from: [PollState.OPEN],
      to: PollState.CANCELLED,
      permissions: ['new-rural-areas:poll'],
    },
  },
  problem: 'NEW_RURAL_POLL_STATE',
});
