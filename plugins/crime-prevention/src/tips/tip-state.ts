import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** How far a tip has come. */
export enum TipState {
  RECEIVED = 'RECEIVED',
  FORWARDED = 'FORWARDED',
  FILED = 'FILED',
  CLOSED = 'CLOSED',
}

registerEnumType(TipState, {
  name: 'CrimePreventionTipState',
  description: 'How far a tip has come with those who may read it.',
  valuesConfig: {
    RECEIVED: { description: 'It has come in, and nobody has decided about it.' },
    FORWARDED: { description: 'It lies with the police body that is competent.' },
    FILED: { description: 'It was put away without action, with a reason; it can be taken up again.' },
    CLOSED: { description: 'The police have told what came of it.' },
  },
});

/** What is done to a tip, by the mutation that does it. */
export type TipStep =
  | 'crimePreventionForwardTip'
  | 'crimePreventionFileTip'
  | 'crimePreventionReopenTip'
  | 'crimePreventionCloseTip';

/** Held only by those who may read tips. */
const permissions = ['crime-prevention:tips'];

/** The way of a tip: to the police and back with a result, or put away. */
export const tipWorkflow = workflow<TipState, TipStep>({
  id: 'PRG-22 tips',
  initial: TipState.RECEIVED,
  states: Object.values(TipState),
  steps: {
    crimePreventionForwardTip: { from: [TipState.RECEIVED], to: TipState.FORWARDED, permissions },
    crimePreventionFileTip: { from: [TipState.RECEIVED], to: TipState.FILED, permissions },
    crimePreventionReopenTip: { from: [TipState.FILED], to: TipState.RECEIVED, permissions },
    crimePreventionCloseTip: { from: [TipState.FORWARDED], to: TipState.CLOSED, permissions },
  },
  problem: 'CRIME_TIP_STATE',
});
