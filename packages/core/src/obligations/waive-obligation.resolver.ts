import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { requireReason } from '../periods/require-reason.js';
import { found } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import { WaiveObligationInput } from './obligation-inputs.js';
import { Obligation } from './obligation.js';

@Resolver()
export class WaiveObligationResolver {
  @Mutation(() => Obligation, {
    nullable: true,
    description:
      'Excuses a unit from a report that was not handed in. Whoever may hand in its reports cannot; the reason stays with the obligation.',
  })
  async waiveObligation(
    @Arg('input', () => WaiveObligationInput, { description: 'Which obligation, and why.' })
    input: WaiveObligationInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason);
    const obligation = await found(context, Obligation, input.obligation, 'input.obligation');
    const unitId = obligation['unit'] as number;
    const program = obligation['program'] as string | null;
    await requireScope(context, 'core:obligation.waive', { unitId, program, field: 'input.obligation' });
    await refuseOwn(context, unitId, program);
    const handedIn = obligation['handedInOn'] as string | null;
    if (handedIn !== null)
      throw new ProblemError('OBLIGATION_MET', { field: 'input.obligation', given: handedIn });
    if (obligation['waivedAt'] !== null)
      throw new ProblemError('OBLIGATION_WAIVED', { field: 'input.obligation' });
    await changeVersion(context, {
      table: 'core.obligation',
      id: obligation.id,
      expected: input.expectedVersion,
      set: { waived_at: context.clock.now(), waived_by: context.caller.userId, waive_reason: reason },
    });
    await context.audit(
      'core:obligation.waive',
      { type: 'Obligation', id: obligation.id },
      { unit: unitId, dueOn: obligation['dueOn'], reason },
    );
    return obligation.id;
  }
}

/** Separation of duties: who may hand in a unit's reports does not excuse it from them. */
export async function refuseOwn(
  { session }: RequestContext,
  unitId: number,
  program: string | null,
): Promise<void> {
  const [answer] = await session.query<{ own: boolean }>(
    `select core.may_change('core:report.submit', $1::bigint, $2) as own`,
    [unitId, program],
  );
  if (answer!.own) throw new ProblemError('OBLIGATION_OWN', { field: 'input.obligation' });
}
