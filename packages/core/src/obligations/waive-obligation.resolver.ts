import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireReason } from '../periods/require-reason.js';
import { found } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import { WaiveObligationInput, WithdrawWaiverInput } from './obligation-inputs.js';
import { Obligation } from './obligation.js';
import { requireMayExcuse } from './may-excuse.js';
import { requireStillOwed } from './still-owed.js';

@Resolver()
export class WaiveObligationResolver {
  @Mutation(() => Obligation, {
    nullable: true,
    description:
      'Excuses a unit from a report that was not handed in. Whoever may hand in its reports cannot, with another account neither; the reason stays with the obligation.',
  })
  async waiveObligation(
    @Arg('input', () => WaiveObligationInput, { description: 'Which obligation, and why.' })
    input: WaiveObligationInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason);
    const obligation = await found(context, Obligation, input.obligation, 'input.obligation');
    await requireMayExcuse(context, obligation);
    requireStillOwed(obligation);
    await changeVersion(context, {
      table: 'core.obligation',
      id: obligation.id,
      expected: input.expectedVersion,
      set: { waived_at: context.clock.now(), waived_by: context.caller.userId, waive_reason: reason },
    });
    await context.audit(
      'core:obligation.waive',
      { type: 'Obligation', id: obligation.id },
      { unit: obligation['unit'], dueOn: obligation['dueOn'], reason },
    );
    return obligation.id;
  }

  @Mutation(() => Obligation, {
    nullable: true,
    description:
      'Takes back that a unit was excused from a report: it is owed again by its own deadline, and overdue where that has passed. Both stay on record.',
  })
  async withdrawWaiver(
    @Arg('input', () => WithdrawWaiverInput, { description: 'Of which obligation, and why.' })
    input: WithdrawWaiverInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason);
    const obligation = await found(context, Obligation, input.obligation, 'input.obligation');
    await requireMayExcuse(context, obligation);
    if (obligation['waivedAt'] === null)
      throw new ProblemError('OBLIGATION_NOT_WAIVED', { field: 'input.obligation' });
    await changeVersion(context, {
      table: 'core.obligation',
      id: obligation.id,
      expected: input.expectedVersion,
      set: { waived_at: null, waived_by: null, waive_reason: null },
    });
    await context.session.query(
      `update core.obligation_waiver set withdrawn_at = $2, withdrawn_by = $3, withdraw_reason = $4
        where obligation_id = $1 and withdrawn_at is null`,
      [obligation.id, context.clock.now(), context.caller.userId, reason],
    );
    await context.audit(
      'core:obligation.withdraw-waiver',
      { type: 'Obligation', id: obligation.id },
      { unit: obligation['unit'], dueOn: obligation['dueOn'], reason },
    );
    return obligation.id;
  }
}
