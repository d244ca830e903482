import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** How far an emulation year has come (W-10). */
export enum YearState {
  PREPARED = 'PREPARED',
  REGISTRATION = 'REGISTRATION',
  PACTS = 'PACTS',
  SELF_SCORING = 'SELF_SCORING',
  CROSS_SCORING = 'CROSS_SCORING',
  REVIEW = 'REVIEW',
  LOCKED = 'LOCKED',
  RANKED = 'RANKED',
  VOTING = 'VOTING',
  VOTED = 'VOTED',
  CLOSED = 'CLOSED',
}

registerEnumType(YearState, {
  name: 'EmulationAwardsYearState',
  description: 'How far the emulation year of a district has come.',
  valuesConfig: {
    PREPARED: { description: 'Its score sheet is chosen and clusters are set.' },
    REGISTRATION: { description: 'Launched: units register the titles they strive for.' },
    PACTS: { description: 'Registration is closed; clusters draw up and sign their pacts.' },
    SELF_SCORING: { description: 'Units score themselves.' },
    CROSS_SCORING: { description: 'Units score the others of their cluster.' },
    REVIEW: { description: 'District officers review what was scored and decide.' },
    LOCKED: { description: 'Scores are locked; they change only by a correction with its reason.' },
    RANKED: { description: 'Units are ranked within their clusters; ties are declared.' },
    VOTING: { description: 'Units of each cluster vote for the best of them.' },
    VOTED: { description: 'The vote is closed and its ballots can be counted.' },
    CLOSED: { description: 'The year is over; nothing of it changes any more.' },
  },
});

/** What is done in an emulation year, by the mutation that does it. */
export type YearStep =
  | 'emulationAwardsAddCluster'
  | 'emulationAwardsChooseSheet'
  | 'emulationAwardsLaunch'
  | 'emulationAwardsRegister'
  | 'emulationAwardsWithdrawRegistration'
  | 'emulationAwardsCloseRegistration'
  | 'emulationAwardsDrawUpPact'
  | 'emulationAwardsSignPact'
  | 'emulationAwardsBeginSelfScoring'
  | 'emulationAwardsSaveSelfScores'
  | 'emulationAwardsSubmitSelfScores'
  | 'emulationAwardsBeginCrossScoring'
  | 'emulationAwardsCrossScore'
  | 'emulationAwardsBeginReview'
  | 'emulationAwardsReviewScores'
  | 'emulationAwardsLockScores'
  | 'emulationAwardsCorrectScore'
  | 'emulationAwardsRank'
  | 'emulationAwardsOpenVote'
  | 'emulationAwardsVote'
  | 'emulationAwardsCloseVote'
  | 'emulationAwardsCloseYear';

const { PREPARED, REGISTRATION, PACTS, SELF_SCORING, CROSS_SCORING, REVIEW, LOCKED, RANKED, VOTING, VOTED } =
  YearState;
const may = (what: string): readonly string[] => [`emulation-awards:${what}`];
const manage = may('manage');

/** The way of an emulation year from its clusters to its end (W-10). */
export const yearWorkflow = workflow<YearState, YearStep>({
  id: 'W-10',
  initial: PREPARED,
  states: Object.values(YearState),
  steps: {
    emulationAwardsAddCluster: { from: [PREPARED], to: null, permissions: manage },
    emulationAwardsChooseSheet: { from: [PREPARED, REGISTRATION, PACTS], to: null, permissions: manage },
    emulationAwardsLaunch: { from: [PREPARED], to: REGISTRATION, permissions: manage },
    emulationAwardsRegister: { from: [REGISTRATION], to: null, permissions: may('register') },
    emulationAwardsWithdrawRegistration: { from: [REGISTRATION], to: null, permissions: may('register') },
    emulationAwardsCloseRegistration: { from: [REGISTRATION], to: PACTS, permissions: manage },
    emulationAwardsDrawUpPact: { from: [PACTS], to: null, permissions: may('pact') },
    emulationAwardsSignPact: { from: [PACTS], to: null, permissions: may('sign') },
    emulationAwardsBeginSelfScoring: { from: [PACTS], to: SELF_SCORING, permissions: manage },
    emulationAwardsSaveSelfScores: { from: [SELF_SCORING], to: null, permissions: may('self-score') },
    emulationAwardsSubmitSelfScores: { from: [SELF_SCORING], to: null, permissions: may('sign') },
    emulationAwardsBeginCrossScoring: { from: [SELF_SCORING], to: CROSS_SCORING, permissions: manage },
    emulationAwardsCrossScore: { from: [CROSS_SCORING], to: null, permissions: may('cross-score') },
    emulationAwardsBeginReview: { from: [CROSS_SCORING], to: REVIEW, permissions: manage },
    emulationAwardsReviewScores: { from: [REVIEW], to: null, permissions: may('review') },
    emulationAwardsLockScores: { from: [REVIEW], to: LOCKED, permissions: manage },
    emulationAwardsCorrectScore: { from: [LOCKED, RANKED], to: null, permissions: manage },
    emulationAwardsRank: { from: [LOCKED], to: RANKED, permissions: manage },
    emulationAwardsOpenVote: { from: [RANKED], to: VOTING, permissions: manage },
    emulationAwardsVote: { from: [VOTING], to: null, permissions: may('vote') },
    emulationAwardsCloseVote: { from: [VOTING], to: VOTED, permissions: manage },
    emulationAwardsCloseYear: { from: [VOTED], to: YearState.CLOSED, permissions: manage },
  },
  problem: 'EMULATION_YEAR_STATE',
});
