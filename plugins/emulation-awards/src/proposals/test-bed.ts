/** For tests: the demonstration, with proposals that are made and taken through their steps. */
import { startProgramBed, type Answer, type ProgramBed } from '@phoihop/testing';
import emulation from '../plugin.js';
import { samePersonIn, type SamePerson } from '../test-same-person.js';
import type { ProposalStep } from './proposal-state.js';

/** What is asked of a proposal. */
const all =
  'id version state subject personName achievement title { code } rewardForm { code } decisionNumber decidedOn awardedOn revokedOn revocationNumber steps { nodes { action reason takenOn } }';

export interface Known {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: any;
}

const inputs: Readonly<Partial<Record<ProposalStep, string>>> = {
  emulationAwardsCheckDossier: 'ProposalStep',
  emulationAwardsOpenCouncilVote: 'ProposalStep',
  emulationAwardsRecommendProposal: 'ProposalStep',
  emulationAwardsReturnProposal: 'ProposalReason',
  emulationAwardsRefuseProposal: 'ProposalReason',
};

/** What a step wants besides the proposal and its version. */
const wants: Readonly<Partial<Record<ProposalStep, object>>> = {
  emulationAwardsReturnProposal: { reason: 'thiếu minh chứng' },
  emulationAwardsRefuseProposal: { reason: 'không đạt' },
  emulationAwardsDecideProposal: { decisionNumber: '99/QĐ-MTTQ', decidedOn: '2021-10-15' },
  emulationAwardsAwardProposal: { awardedOn: '2021-10-15' },
  emulationAwardsRevokeProposal: { reason: 'kê khai sai', revocationNumber: '100/QĐ-MTTQ' },
  emulationAwardsGiveOpinion: { inFavor: true, content: 'Thống nhất.' },
  emulationAwardsCouncilVote: { inFavor: true },
};
const withoutVersion: readonly ProposalStep[] = ['emulationAwardsGiveOpinion', 'emulationAwardsCouncilVote'];

export interface ProposalsBed extends ProgramBed {
  /** Takes a step with a proposal, with what the step wants besides. */
  take(step: ProposalStep, who: string, proposal: Known, more?: object): Promise<Answer>;
  /** The same where it must be done: the proposal after it. */
  done(step: ProposalStep, who: string, proposal: Known, more?: object): Promise<Known>;
  /** The facts of its refusal; none where it was not refused. */
  refusal(step: ProposalStep, who: string, proposal: Known, more?: object): Promise<Record<string, any>>;
  /** Proposes somebody of Bàu Hàm, with another name each time. */
  nominate(who?: string, more?: object): Promise<Known>;
  /** Proposes, and goes on as far as the council. */
  atCouncil(more?: object, who?: string): Promise<Known>;
  /** Puts a proposal into a state, past all rules. */
  put(proposal: Known, state: string): Promise<unknown>;
  readonly samePerson: SamePerson;
}

/** Row id of a proposal. */
export const rowOf = ({ id }: Known): number => Number(Buffer.from(id, 'base64url').toString().split(':')[1]);

export async function startProposalsBed(): Promise<ProposalsBed> {
  const bed = await startProgramBed([emulation]);
  const take: ProposalsBed['take'] = (step, who, proposal, more = {}) => {
    const type = `EmulationAwards${inputs[step] ?? step.slice('emulationAwards'.length)}Input`;
    const version = withoutVersion.includes(step) ? {} : { expectedVersion: proposal.version };
    const selection = withoutVersion.includes(step) ? `proposal { ${all} }` : all;
    return bed.ask(`mutation ($input: ${type}!) { ${step}(input: $input) { ${selection} } }`, who, {
      input: { proposal: proposal.id, ...version, ...wants[step], ...more },
    });
  };
  const done: ProposalsBed['done'] = async (step, who, proposal, more = {}) => {
    const { data, errors } = await take(step, who, proposal, more);
    expect(errors).toBeUndefined();
    return withoutVersion.includes(step) ? data[step].proposal : data[step];
  };
  let number = 0;
  const nominate: ProposalsBed['nominate'] = async (who = 'chair.bau-ham', more = {}) => {
    number += 1;
    const input = {
      unit: await bed.unit('26257'),
      subject: 'PERSON',
      personName: `Nguyễn Thị Thử ${number}`,
      year: 2021,
      achievement: 'Vận động nhân dân tham gia phòng chống dịch.',
      rewardForm: 'CERTIFICATE_OF_COMMENDATION',
      ...more,
    };
    return bed.change('emulationAwardsNominate', input, who, all);
  };
  return Object.assign(bed, {
    take,
    done,
    refusal: async (step: ProposalStep, who: string, proposal: Known, more: object = {}) => {
      const { errors } = await take(step, who, proposal, more);
      return { code: errors?.[0]?.extensions['code'], ...errors?.[0]?.extensions };
    },
    nominate,
    atCouncil: async (more: object = {}, who = 'chair.bau-ham') => {
      const checked = await done(
        'emulationAwardsCheckDossier',
        'officer.cluster4',
        await nominate(who, more),
      );
      return done('emulationAwardsOpenCouncilVote', 'standing', checked);
    },
    put: (proposal: Known, state: string) =>
      bed.sql('update emulation_awards.proposal set state = $2 where id = $1', [rowOf(proposal), state]),
    samePerson: samePersonIn(bed),
  });
}
