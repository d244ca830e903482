import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { requireAnotherPerson } from '../access/separation.js';
import { Document } from '../documents/document.js';
import { found, requiredText } from '../programs/input.js';
import { Program } from '../programs/program.js';
import { changeVersion } from '../programs/version.js';
import { isWithin } from '../programs/unit-order.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AdjustPlanInput, CreatePlanInput, PlanStepInput } from './plan-inputs.js';
import { planWorkflow, type PlanState, type PlanStep } from './plan-state.js';
import { Plan } from './plan.js';

const manage = 'core:plan.manage';

@Resolver()
export class PlanMutations {
  @Mutation(() => Plan, {
    nullable: true,
    description: 'Draws up a work plan as a draft; another person approves it.',
  })
  async createPlan(
    @Arg('input', () => CreatePlanInput, {
      description: 'Whose plan it is, for which year, and what it carries out.',
    })
    input: CreatePlanInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    const program = input.program ? await found(context, Program, input.program, 'input.program') : null;
    const programCode = (program?.['code'] as string | undefined) ?? null;
    await requireScope(context, manage, { unitId, program: programCode, field: 'input.unit' });
    if (input.year < 1945 || input.year > 2200) {
      throw new ProblemError('BAD_USER_INPUT', {
        field: 'input.year',
        given: input.year,
        allowed: '1945..2200',
      });
    }
    const parent = input.parent ? await found(context, Plan, input.parent, 'input.parent') : null;
    if (parent) await checkParent(context, parent, input.year, unitId);
    const [row] = await context.session.query<{ id: number }>(
      `insert into core.plan (unit_id, program_id, program_code, year, title, parent_id, basis_document_id, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        unitId,
        program?.id ?? null,
        programCode,
        input.year,
        requiredText(input.title, 'input.title'),
        parent?.id ?? null,
        await basisOf(context, input.basisDocument),
        context.caller.userId,
      ],
    );
    await context.audit('core:plan.create', { type: 'Plan', id: row!.id });
    return row!.id;
  }

  @Mutation(() => Plan, {
    nullable: true,
    description: 'Puts a draft, or an adjustment, into force. Whoever wrote it may not approve it.',
  })
  async approvePlan(
    @Arg('input', () => PlanStepInput, { description: 'The plan, in the version that was seen.' })
    input: PlanStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { plan, to: state } = await ownPlan(context, input.plan, 'approvePlan');
    const authors = [plan['createdBy'], plan['itemsBy']] as (number | null)[];
    await requireAnotherPerson(context, authors, 'input.plan');
    return step(context, plan, input.expectedVersion, { state }, {});
  }

  @Mutation(() => Plan, {
    nullable: true,
    description:
      'Changes a plan in force, with a reason; it is then to be approved again. The old values stay in the audit trail.',
  })
  async adjustPlan(
    @Arg('input', () => AdjustPlanInput, { description: 'The plan, what changes, and why.' })
    input: AdjustPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { plan, to: state } = await ownPlan(context, input.plan, 'adjustPlan');
    const change = {
      title: input.title ? requiredText(input.title, 'input.title') : plan['title'],
      basis_document_id: (await basisOf(context, input.basisDocument)) ?? plan['basisDocument'] ?? null,
    };
    const reason = requiredText(input.reason, 'input.reason');
    const before = { title: plan['title'], basisDocument: plan['basisDocument'] ?? null };
    // Who adjusts is from now on the one who wrote what is to be approved.
    await step(
      context,
      plan,
      input.expectedVersion,
      { state, ...change, created_by: context.caller.userId, items_by: null },
      { reason, before },
    );
    await keepVersion(context, plan, reason);
    return plan.id;
  }

  @Mutation(() => Plan, {
    nullable: true,
    description: 'Ends an approved plan. It stays as it is from then on.',
  })
  async closePlan(
    @Arg('input', () => PlanStepInput, { description: 'The plan, in the version that was seen.' })
    input: PlanStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { plan, to } = await ownPlan(context, input.plan, 'closePlan');
    return step(context, plan, input.expectedVersion, { state: to }, {});
  }
}

/**
 * A plan that the caller manages, and where the step leads.
 * @throws ProblemError PLAN_STATE with the steps that are possible.
 */
export async function ownPlan(
  context: RequestContext,
  globalId: string,
  name: PlanStep,
): Promise<{ plan: Row; to: PlanState }> {
  const plan = await found(context, Plan, globalId, 'input.plan');
  await requireScope(context, manage, {
    unitId: plan['unit'] as number,
    program: plan['programCode'] as string | null,
    field: 'input.plan',
  });
  return { plan, to: planWorkflow.after(name, plan['state'] as PlanState, 'input.plan') };
}

/** Changes the plan in the version that was seen, and leaves a trace. */
export async function step(
  context: RequestContext,
  plan: Row,
  expected: number,
  set: Record<string, unknown>,
  { action = String(set['state']).toLowerCase(), ...facts }: { action?: string } & Record<string, unknown>,
): Promise<number> {
  await changeVersion(context, { table: 'core.plan', id: plan.id, expected, set });
  await context.audit(
    `core:plan.${action}`,
    { type: 'Plan', id: plan.id },
    { from: plan['state'], ...facts },
  );
  return plan.id;
}

/** The plan as it was stays readable. */
async function keepVersion(context: RequestContext, plan: Row, reason: string): Promise<void> {
  await context.session.query(
    `insert into core.plan_version (plan_id, version, title, state, basis_document_id, reason, replaced_at, replaced_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      plan.id,
      plan['version'],
      plan['title'],
      plan['state'],
      plan['basisDocument'] ?? null,
      reason,
      context.clock.now(),
      context.caller.userId,
    ],
  );
}

async function basisOf(context: RequestContext, globalId: string | null | undefined): Promise<number | null> {
  return globalId ? (await found(context, Document, globalId, 'input.basisDocument')).id : null;
}

/** A plan carries out one of the same year, of its own unit or of one above, that is not over. */
async function checkParent(
  context: RequestContext,
  parent: Row,
  year: number,
  unitId: number,
): Promise<void> {
  const refuse = (given: unknown, allowed: unknown) =>
    new ProblemError('BAD_USER_INPUT', { field: 'input.parent', given, allowed });
  if (parent['year'] !== year) throw refuse(parent['year'], year);
  if (parent['state'] === 'CLOSED') throw refuse('CLOSED', 'DRAFT, APPROVED, ADJUSTED');
  if (await isWithin(context, unitId, parent['unit'] as number)) return;
  throw new ProblemError('PLAN_PARENT_NOT_ABOVE', { field: 'input.parent' });
}
