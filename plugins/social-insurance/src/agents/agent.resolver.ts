import {
  AdministrativeUnit,
  communeKinds,
  optionalText,
  refuse,
  requiredText,
  requireKindOfUnit,
  requirePastDay,
  requireReason,
  requireScope,
  requireVersion,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddCollectionAgentInput, EndCollectionAgentInput } from './agent-inputs.js';
import { CollectionAgent } from './collection-agent.js';

const type = 'SocialInsuranceCollectionAgent';

@Resolver()
export class AgentResolver {
  @Mutation(() => CollectionAgent, {
    nullable: true,
    description: 'Adds a body that takes contributions in a commune, so that people know where to pay.',
  })
  async socialInsuranceAddCollectionAgent(
    @Arg('input', () => AddCollectionAgentInput, {
      description: 'Who it is, whom it serves, and since when.',
    })
    input: AddCollectionAgentInput,
    @Ctx() context: RequestContext,
  ): Promise<CollectionAgent> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'social-insurance:record', {
      unitId: unit,
      program: 'PRG-27',
      field: 'input.unit',
    });
    const name = requiredText(input.name, 'input.name', { minimum: 3, maximum: 200 });
    const address = optionalText(input.address, 'input.address', { maximum: 200 });
    const validFrom = requirePastDay(context, input.validFrom, 'input.validFrom');
    await requireKindOfUnit(context, {
      unitId: unit,
      on: validFrom,
      kinds: communeKinds,
      field: 'input.unit',
    });
    await requireNewName(context, unit, name, validFrom);
    const agent = context.session.em.create(CollectionAgent, {
      unit,
      name,
      address,
      validFrom,
      validTo: null,
      demo: false,
      version: 1,
    });
    await context.session.em.flush();
    await context.audit('social-insurance:add-agent', { type, id: agent.id });
    return agent;
  }

  @Mutation(() => CollectionAgent, {
    nullable: true,
    description:
      'Ends the contract of a collection agent, or corrects its end; the agent stays in the list with its validity.',
  })
  async socialInsuranceEndCollectionAgent(
    @Arg('input', () => EndCollectionAgentInput, {
      description: 'The agent, the version seen, its end, and why.',
    })
    input: EndCollectionAgentInput,
    @Ctx() context: RequestContext,
  ): Promise<CollectionAgent> {
    const id = context.read.localId(CollectionAgent, input.agent, 'input.agent');
    const agent = await context.session.em.findOne(CollectionAgent, { id });
    if (!agent) throw new ProblemError('NOT_FOUND', { field: 'input.agent' });
    const scope = { unitId: agent.unit.id, program: 'PRG-27', field: 'input.agent' };
    await requireScope(context, 'social-insurance:record', scope);
    requireVersion(agent, input.expectedVersion);
    const reason = requireReason(input.reason);
    if (input.validTo <= agent.validFrom) refuse('input.validTo', input.validTo, `> ${agent.validFrom}`);
    const facts = { before: agent.validTo, after: input.validTo, reason };
    agent.validTo = input.validTo;
    await context.session.em.flush();
    await context.audit('social-insurance:end-agent', { type, id }, facts);
    return agent;
  }
}

/** One body has one contract at a time in a unit: entered twice, it would be shown twice. */
async function requireNewName(
  context: RequestContext,
  unit: number,
  name: string,
  from: string,
): Promise<void> {
  // Two who enter the same agent at once take turns.
  await context.session.query('select pg_advisory_xact_lock(hashtext($1), $2::int)', [
    'social-insurance agents',
    unit,
  ]);
  const known = await context.session.query(
    `select from social_insurance.collection_agent
      where unit_id = $1 and core.search_key(name) = core.search_key($2) and (valid_to is null or valid_to > $3)`,
    [unit, name, from],
  );
  if (known.length > 0) throw new ProblemError('ALREADY_EXISTS', { field: 'input.name', given: name });
}
