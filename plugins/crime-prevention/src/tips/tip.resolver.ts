import { optionalText, refuse, requiredText, requirePastDay, requireReason } from '@phoihop/core';
import type { RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { codes } from '../codes/codes.js';
import { CodeList } from '../codes/code-list.js';
import { record, rowAt } from '../step.js';
import { CloseTipInput, FileTipInput, ForwardTipInput, ReopenTipInput } from './tip-inputs.js';
import { tipWorkflow, type TipState, type TipStep } from './tip-state.js';
import { Tip } from './tip.js';

/** What those who read tips do with them. */
@Resolver()
export class TipResolver {
  @Mutation(() => Tip, {
    nullable: true,
    description: 'Sends a tip on to the police body that is competent.',
  })
  async crimePreventionForwardTip(
    @Arg('input', () => ForwardTipInput, { description: 'The tip, the version seen, and to whom it goes.' })
    input: ForwardTipInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await tipAt(context, input, 'crimePreventionForwardTip');
    const forwardedTo = requiredText(input.forwardedTo, 'input.forwardedTo', { minimum: 3, maximum: 200 });
    const set = { state: to, forwarded_to: forwardedTo, forwarded_on: context.clock.businessDate };
    return changed(context, row, { set, action: 'forward-tip', note: forwardedTo });
  }

  @Mutation(() => Tip, {
    nullable: true,
    description: 'Puts a tip away without action, with the reason.',
  })
  async crimePreventionFileTip(
    @Arg('input', () => FileTipInput, { description: 'The tip, the version seen, and why nothing is done.' })
    input: FileTipInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await tipAt(context, input, 'crimePreventionFileTip');
    const reason = requireReason(input.reason);
    const set = { state: to, filed_reason: reason };
    return changed(context, row, { set, action: 'file-tip', note: reason });
  }

  @Mutation(() => Tip, {
    nullable: true,
    description: 'Takes up a tip that was put away; the reason for which it was stays among its steps.',
  })
  async crimePreventionReopenTip(
    @Arg('input', () => ReopenTipInput, { description: 'The tip, the version seen, and why.' })
    input: ReopenTipInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await tipAt(context, input, 'crimePreventionReopenTip');
    const reason = requireReason(input.reason);
    const set = { state: to, filed_reason: null };
    return changed(context, row, { set, action: 'reopen-tip', note: reason });
  }

  @Mutation(() => Tip, {
    nullable: true,
    description: 'Records what came of a tip that was forwarded.',
  })
  async crimePreventionCloseTip(
    @Arg('input', () => CloseTipInput, { description: 'The tip, the version seen, and the result.' })
    input: CloseTipInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await tipAt(context, input, 'crimePreventionCloseTip');
    const closedOn = requirePastDay(context, input.closedOn, 'input.closedOn');
    if (closedOn < row.forwardedOn!) refuse('input.closedOn', closedOn, `≥ ${row.forwardedOn}`);
    const result = await codes.inForce(context, {
      list: CodeList.TIP_RESULT,
      code: input.result,
      on: closedOn,
      field: 'input.result',
    });
    const note = optionalText(input.note, 'input.note', { maximum: 1000 });
    const set = { state: to, result_id: result, result_note: note, closed_on: closedOn };
    return changed(context, row, { set, action: 'close-tip', note });
  }
}

const tipAt = (
  context: RequestContext,
  { tip: id, expectedVersion }: { tip: string; expectedVersion: number },
  step: TipStep,
): Promise<{ row: Tip; to: TipState }> =>
  rowAt<TipState, TipStep, Tip>(context, Tip, {
    workflow: tipWorkflow,
    step,
    id,
    field: 'input.tip',
    expectedVersion,
  });

/** Writes the change, and the step with its words beside the tip; the audit trail has the states alone. */
async function changed(
  context: RequestContext,
  row: Tip,
  {
    set,
    action,
    note,
  }: { set: Readonly<Record<string, unknown>> & { state: TipState }; action: string; note: string | null },
): Promise<number> {
  const facts = { from: row.state, to: set.state };
  const id = await record(context, { table: 'tip', type: 'CrimePreventionTip', row, set, action, facts });
  await context.session.query(
    `insert into crime_prevention.tip_step (tip_id, before, after, note, taken_on, taken_by) values ($1, $2, $3, $4, $5, $6)`,
    [id, row.state, set.state, note, context.clock.businessDate, context.caller.userId],
  );
  return id;
}
