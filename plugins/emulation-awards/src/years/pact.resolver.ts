import { found, requiredText, requireScope } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { yearProgram } from '../program-code.js';
import { ClusterYear } from './cluster-year.js';
import { PactSignature } from './pact-signature.js';
import { Pact } from './pact.js';
import { DrawUpPactInput, SignPactInput } from './year-inputs.js';
import { entryAt, yearOf } from './year-step.js';

@Resolver()
export class PactResolver {
  @Mutation(() => Pact, {
    nullable: true,
    description:
      'Draws up the pact of a cluster, for its members to sign. Its lead does it, or the district.',
  })
  async emulationAwardsDrawUpPact(
    @Arg('input', () => DrawUpPactInput, { description: 'Of which cluster, and what is promised.' })
    input: DrawUpPactInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const field = 'input.cluster';
    const cluster = await found(context, ClusterYear, input.cluster, field);
    const unitId = cluster['leadUnit'] as number;
    await requireScope(context, 'emulation-awards:pact', { unitId, program: yearProgram, field });
    await yearOf(context, cluster, 'emulationAwardsDrawUpPact', field);
    const content = requiredText(input.content, 'input.content', { minimum: 10, maximum: 4000 });
    const [made] = await context.session.query<{ id: number }>(
      `insert into emulation_awards.pact (cluster_id, group_id, unit_id, content, drawn_up_on, drawn_up_by)
       values ($1, $2, $3, $4, $5, $6) on conflict (cluster_id) do nothing returning id`,
      [cluster.id, cluster['group'], unitId, content, context.clock.businessDate, context.caller.userId],
    );
    if (!made) throw new ProblemError('ALREADY_EXISTS', { field, given: cluster['number'] });
    await context.audit('emulation-awards:draw-up-pact', { type: 'EmulationAwardsPact', id: made.id });
    return made.id;
  }

  @Mutation(() => PactSignature, {
    nullable: true,
    description: 'Signs the pact of the cluster for one of its members (E-22).',
  })
  async emulationAwardsSignPact(
    @Arg('input', () => SignPactInput, { description: 'Which unit signs.' })
    input: SignPactInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const field = 'input.entry';
    const { entry, unitId } = await entryAt(context, input.entry, 'emulationAwardsSignPact');
    const [pact] = await context.session.query<{ id: number }>(
      'select id from emulation_awards.pact where cluster_id = $1',
      [entry['cluster']],
    );
    if (!pact) throw new ProblemError('EMULATION_NO_PACT', { field, given: 0, allowed: 1 });
    const [made] = await context.session.query<{ id: number }>(
      `insert into emulation_awards.pact_signature (pact_id, entry_id, group_id, unit_id, signed_on, signed_by)
       values ($1, $2, $3, $4, $5, $6) on conflict (entry_id) do nothing returning id`,
      [pact.id, entry.id, entry['group'], unitId, context.clock.businessDate, context.caller.userId],
    );
    if (!made) throw new ProblemError('ALREADY_EXISTS', { field, given: 1 });
    await context.audit('emulation-awards:sign-pact', { type: 'EmulationAwardsPactSignature', id: made.id });
    return made.id;
  }
}
