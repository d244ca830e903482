import { workflow } from '@phoihop/core';
import { registerEnumType } from 'type-graphql';

/** How far a proposal has come (W-11). */
export enum ProposalState {
  NOMINATED = 'NOMINATED',
  RETURNED = 'RETURNED',
  CHECKED = 'CHECKED',
  COUNCIL = 'COUNCIL',
  RECOMMENDED = 'RECOMMENDED',
  REFUSED = 'REFUSED',
  DECIDED = 'DECIDED',
  AWARDED = 'AWARDED',
  REVOKED = 'REVOKED',
}

registerEnumType(ProposalState, {
  name: 'EmulationAwardsProposalState',
  description: 'How far a proposal for a title or a reward has come.',
  valuesConfig: {
    NOMINATED: { description: 'Proposed; its dossier is to be checked.' },
    RETURNED: { description: 'Sent back with a reason; whoever proposed can mend it.' },
    CHECKED: { description: 'The dossier is in order; organizations give their opinions.' },
    COUNCIL: { description: 'The council votes.' },
    RECOMMENDED: { description: 'The council’s vote reached the share that is needed.' },
    REFUSED: { description: 'It goes no further; the reason is in its steps.' },
    DECIDED: { description: 'Decided, with number and date of the decision.' },
    AWARDED: { description: 'Handed over.' },
    REVOKED: {
      description:
        'Taken back after the decision, by a decision of its own. What was before stays to be read.',
    },
  },
});

/** What is done with a proposal, by the mutation that does it. */
export type ProposalStep =
  | 'emulationAwardsCheckDossier'
  | 'emulationAwardsReturnProposal'
  | 'emulationAwardsResubmitProposal'
  | 'emulationAwardsGiveOpinion'
  | 'emulationAwardsOpenCouncilVote'
  | 'emulationAwardsCouncilVote'
  | 'emulationAwardsRecommendProposal'
  | 'emulationAwardsRefuseProposal'
  | 'emulationAwardsDecideProposal'
  | 'emulationAwardsAwardProposal'
  | 'emulationAwardsRevokeProposal';

const { NOMINATED, RETURNED, CHECKED, COUNCIL, RECOMMENDED, REFUSED, DECIDED, AWARDED, REVOKED } =
  ProposalState;
const may = (what: string): readonly string[] => [`emulation-awards:${what}`];

/** The way of a proposal from its nomination to the award (W-11). */
export const proposalWorkflow = workflow<ProposalState, ProposalStep>({
  id: 'W-11',
  initial: NOMINATED,
  states: Object.values(ProposalState),
  steps: {
    emulationAwardsCheckDossier: { from: [NOMINATED], to: CHECKED, permissions: may('check') },
    emulationAwardsReturnProposal: { from: [NOMINATED, CHECKED], to: RETURNED, permissions: may('check') },
    emulationAwardsResubmitProposal: { from: [RETURNED], to: NOMINATED, permissions: may('nominate') },
    emulationAwardsGiveOpinion: { from: [CHECKED], to: null, permissions: may('opinion') },
    emulationAwardsOpenCouncilVote: { from: [CHECKED], to: COUNCIL, permissions: may('decide') },
    emulationAwardsCouncilVote: { from: [COUNCIL], to: null, permissions: may('council') },
    emulationAwardsRecommendProposal: { from: [COUNCIL], to: RECOMMENDED, permissions: may('decide') },
    emulationAwardsRefuseProposal: {
      from: [NOMINATED, RETURNED, CHECKED, COUNCIL, RECOMMENDED],
      to: REFUSED,
      permissions: may('decide'),
    },
    emulationAwardsDecideProposal: { from: [RECOMMENDED], to: DECIDED, permissions: may('decide') },
    emulationAwardsAwardProposal: { from: [DECIDED], to: AWARDED, permissions: may('decide') },
    emulationAwardsRevokeProposal: { from: [DECIDED, AWARDED], to: REVOKED, permissions: may('decide') },
  },
  problem: 'EMULATION_PROPOSAL_STATE',
});

/** The step as it is kept. */
export enum ProposalAction {
  NOMINATE = 'NOMINATE',
  CHECK = 'CHECK',
  RETURN = 'RETURN',
  RESUBMIT = 'RESUBMIT',
  OPEN_VOTE = 'OPEN_VOTE',
  RECOMMEND = 'RECOMMEND',
  REFUSE = 'REFUSE',
  DECIDE = 'DECIDE',
  AWARD = 'AWARD',
  REVOKE = 'REVOKE',
}

registerEnumType(ProposalAction, {
  name: 'EmulationAwardsProposalAction',
  description: 'What was done with a proposal.',
  valuesConfig: {
    NOMINATE: { description: 'It was proposed.' },
    CHECK: { description: 'Its dossier was found in order.' },
    RETURN: { description: 'It was sent back.' },
    RESUBMIT: { description: 'It was mended and proposed again.' },
    OPEN_VOTE: { description: 'It was put to the council’s vote.' },
    RECOMMEND: { description: 'The council’s vote was found to be enough.' },
    REFUSE: { description: 'It was refused.' },
    DECIDE: { description: 'The title or reward was decided.' },
    AWARD: { description: 'It was handed over.' },
    REVOKE: { description: 'It was taken back.' },
  },
});

export const actionOf: Readonly<Partial<Record<ProposalStep, ProposalAction>>> = {
  emulationAwardsCheckDossier: ProposalAction.CHECK,
  emulationAwardsReturnProposal: ProposalAction.RETURN,
  emulationAwardsResubmitProposal: ProposalAction.RESUBMIT,
  emulationAwardsOpenCouncilVote: ProposalAction.OPEN_VOTE,
  emulationAwardsRecommendProposal: ProposalAction.RECOMMEND,
  emulationAwardsRefuseProposal: ProposalAction.REFUSE,
  emulationAwardsDecideProposal: ProposalAction.DECIDE,
  emulationAwardsAwardProposal: ProposalAction.AWARD,
  emulationAwardsRevokeProposal: ProposalAction.REVOKE,
};
