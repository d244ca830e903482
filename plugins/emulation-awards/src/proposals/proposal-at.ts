import { changeVersion, found, requireScope } from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { honorProgram } from '../program-code.js';
import type { ProposalStepInput } from './proposal-inputs.js';
import { actionOf, proposalWorkflow, type ProposalState, type ProposalStep } from './proposal-state.js';
import { Proposal } from './proposal.js';

const field = 'input.proposal';

/**
 * The proposal, if the caller may take the step with it; held as it is until the operation ends, so that nobody votes
 * while the vote is being counted.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, EMULATION_PROPOSAL_STATE
 */
export async function proposalAt(context: RequestContext, id: string, step: ProposalStep): Promise<Row> {
  const { to, permissions } = proposalWorkflow.steps[step];
  const seen = await found(context, Proposal, id, field);
  await requireScope(context, permissions[0]!, {
    unitId: seen['unit'] as number,
    program: honorProgram,
    field,
  });
  const lock = to === null ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await context.session.query(`select ${lock}(hashtext('emulation-awards proposal'), $1::int)`, [seen.id]);
  const [now] = await context.session.query<{ state: ProposalState }>(
    'select state from emulation_awards.proposal where id = $1',
    [seen.id],
  );
  if (!now) throw new ProblemError('NOT_FOUND', { field });
  proposalWorkflow.after(step, now.state, field);
  return { ...seen, state: now.state };
}

/** What a step changes besides the state, and why. */
export interface ProposalChange {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
}

/**
 * Takes a step with a proposal that has been looked at, and writes down who took it and why.
 * @throws ProblemError CONFLICT
 */
export async function takeProposalStep(
  context: RequestContext,
  proposal: Row,
  step: ProposalStep,
  { expectedVersion }: Pick<ProposalStepInput, 'expectedVersion'>,
  { set = {}, reason }: ProposalChange = {},
): Promise<number> {
  const from = proposal['state'] as ProposalState;
  const to = proposalWorkflow.after(step, from, field);
  await changeVersion(context, {
    table: 'emulation_awards.proposal',
    id: proposal.id,
    expected: expectedVersion,
    set: { ...set, state: to },
  });
  await writeStep(context, proposal, actionOf[step]!, reason);
  await context.audit(
    'emulation-awards:proposal-step',
    { type: 'EmulationAwardsProposal', id: proposal.id },
    { from, to },
  );
  return proposal.id;
}

export async function writeStep(
  context: RequestContext,
  proposal: { readonly id: number; readonly [property: string]: unknown },
  action: string,
  reason?: string,
): Promise<void> {
  await context.session.query(
    `insert into emulation_awards.proposal_step (proposal_id, unit_id, action, reason, taken_on, taken_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      proposal.id,
      proposal['unit'],
      action,
      reason ?? null,
      context.clock.businessDate,
      context.caller.userId,
    ],
  );
}

/** Accounts that took a step with the proposal. */
export async function takersOf(
  context: RequestContext,
  proposal: number,
  actions: readonly string[],
): Promise<(number | null)[]> {
  const rows = await context.session.query<{ taken_by: number | null }>(
    'select distinct taken_by from emulation_awards.proposal_step where proposal_id = $1 and action = any ($2::text[])',
    [proposal, actions],
  );
  return rows.map(({ taken_by: user }) => user);
}
