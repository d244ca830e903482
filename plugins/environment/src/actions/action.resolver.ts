import {
  AdministrativeUnit,
  localKinds,
  Organization,
  requireAnotherPerson,
  requireKindOfUnit,
  requireOpenPeriod,
  requireReason,
  requireScope,
  type RecordedChange,
} from '@phoihop/core';
import type { RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Code } from '../codes/code.js';
import { codes } from '../codes/codes.js';
import { CodeList } from '../codes/code-list.js';
import { organizationFor, requireMayChange } from '../organization-of.js';
import { program, record, rowAt } from '../step.js';
import { checked, factsOf } from './action-facts.js';
import {
  ConfirmActionInput,
  CorrectActionInput,
  RecordActionInput,
  ReopenActionInput,
  WithdrawActionInput,
} from './action-inputs.js';
import { ActionPurpose, ActionState, actionWorkflow, type ActionStep } from './action-state.js';
import { deriveActions } from './derive-actions.js';
import { EnvironmentAction } from './environment-action.js';

const type = 'EnvironmentAction';
const field = 'input.environmentAction';

@Resolver()
export class ActionResolver {
  @Mutation(() => EnvironmentAction, {
    nullable: true,
    description:
      'Records what people did together on a day, by the Front of the place or by the organization that led it.',
  })
  async environmentRecordAction(
    @Arg('input', () => RecordActionInput, { description: 'Where, when, what, and what came of it.' })
    input: RecordActionInput,
    @Ctx() context: RequestContext,
  ): Promise<EnvironmentAction> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    const organization = await organizationFor(context, {
      unitId: unit,
      organization: input.organization,
      unitField: 'input.unit',
    });
    const facts = checked(context, input.purpose, {
      heldOn: input.heldOn,
      place: input.place,
      participants: input.participants,
      wasteKg: input.wasteKg ?? '0',
      roadMeters: input.roadMeters ?? 0,
      canalMeters: input.canalMeters ?? 0,
      trees: input.trees ?? 0,
    });
    await requireKindOfUnit(context, {
      unitId: unit,
      on: facts.heldOn,
      kinds: localKinds,
      field: 'input.unit',
    });
    await openQuarter(context, unit, facts.heldOn, 'input.heldOn');
    const kind = await codes.inForce(context, {
      list: input.purpose === ActionPurpose.CLEANUP ? CodeList.CLEANUP_KIND : CodeList.CLIMATE_KIND,
      code: input.kind,
      on: facts.heldOn,
      field: 'input.kind',
    });
    const { em } = context.session;
    const action = em.create(EnvironmentAction, {
      unit,
      organization: organization === null ? null : em.getReference(Organization, organization),
      purpose: input.purpose,
      kind: em.getReference(Code, kind),
      ...facts,
      state: ActionState.RECORDED,
      recordedBy: context.caller.userId!,
      correctedBy: null,
      confirmedOn: null,
      confirmedBy: null,
      withdrawalReason: null,
      demo: false,
      version: 1,
    });
    await em.flush();
    await deriveActions(context, { unitIds: [unit], days: [facts.heldOn] });
    await context.audit('environment:record-action', { type, id: action.id });
    return action;
  }

  @Mutation(() => EnvironmentAction, {
    nullable: true,
    description: 'Corrects what was recorded of an action; the old figures stay in the audit trail.',
  })
  async environmentCorrectAction(
    @Arg('input', () => CorrectActionInput, {
      description: 'The action, the version seen, what is right, and why.',
    })
    input: CorrectActionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row } = await actionAt(context, input, 'environmentCorrectAction');
    const reason = requireReason(input.reason);
    const before = factsOf(row);
    const after = checked(context, row.purpose, {
      heldOn: input.heldOn ?? before.heldOn,
      place: input.place ?? before.place,
      participants: input.participants ?? before.participants,
      wasteKg: input.wasteKg ?? before.wasteKg,
      roadMeters: input.roadMeters ?? before.roadMeters,
      canalMeters: input.canalMeters ?? before.canalMeters,
      trees: input.trees ?? before.trees,
    });
    await openQuarter(context, row.unit.id, after.heldOn, 'input.heldOn');
    return changed(context, row, [before.heldOn, after.heldOn], {
      set: {
        held_on: after.heldOn,
        place: after.place,
        participants: after.participants,
        waste_kg: after.wasteKg,
        road_meters: after.roadMeters,
        canal_meters: after.canalMeters,
        trees: after.trees,
        corrected_by: context.caller.userId,
      },
      action: 'correct-action',
      facts: { before, after, reason },
    });
  }

  @Mutation(() => EnvironmentAction, {
    nullable: true,
    description: 'Stands by what somebody else recorded of an action.',
  })
  async environmentConfirmAction(
    @Arg('input', () => ConfirmActionInput, { description: 'The action and the version seen.' })
    input: ConfirmActionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await actionAt(context, input, 'environmentConfirmAction');
    await requireAnotherPerson(context, [row.recordedBy, row.correctedBy], field);
    return changed(context, row, [row.heldOn], {
      set: { state: to, confirmed_on: context.clock.businessDate, confirmed_by: context.caller.userId },
      action: 'confirm-action',
    });
  }

  @Mutation(() => EnvironmentAction, {
    nullable: true,
    description: 'Gives a confirmed action back to be mended or withdrawn.',
  })
  async environmentReopenAction(
    @Arg('input', () => ReopenActionInput, { description: 'The action, the version seen, and why.' })
    input: ReopenActionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await actionAt(context, input, 'environmentReopenAction');
    const reason = requireReason(input.reason);
    return changed(context, row, [row.heldOn], {
      set: { state: to, confirmed_on: null, confirmed_by: null },
      action: 'reopen-action',
      facts: { reason, confirmedBy: row.confirmedBy, confirmedOn: row.confirmedOn },
    });
  }

  @Mutation(() => EnvironmentAction, {
    nullable: true,
    description:
      'Withdraws an action that should not have been recorded. It stays in the list and counts nowhere.',
  })
  async environmentWithdrawAction(
    @Arg('input', () => WithdrawActionInput, { description: 'The action, the version seen, and why.' })
    input: WithdrawActionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await actionAt(context, input, 'environmentWithdrawAction');
    const reason = requireReason(input.reason);
    return changed(context, row, [row.heldOn], {
      set: { state: to, withdrawal_reason: reason },
      action: 'withdraw-action',
      facts: { reason },
    });
  }
}

const actionAt = (
  context: RequestContext,
  { environmentAction: id, expectedVersion }: { environmentAction: string; expectedVersion: number },
  step: ActionStep,
): Promise<{ row: EnvironmentAction; to: ActionState }> =>
  rowAt<ActionState, ActionStep, EnvironmentAction>(
    context,
    EnvironmentAction,
    { workflow: actionWorkflow, step, id, field, expectedVersion },
    (row) =>
      actionWorkflow.steps[step].permissions.includes('environment:confirm')
        ? requireScope(context, 'environment:confirm', { unitId: row.unit.id, program, field })
        : requireMayChange(context, row, field),
  );

const openQuarter = (context: RequestContext, unitId: number, day: string, at: string): Promise<void> =>
  requireOpenPeriod(context, { unitId, program, day, calendar: 'QUARTER', field: at });

/** Writes a change of an action and the figures of the quarters it was and is in; none of them is closed. */
async function changed(
  context: RequestContext,
  row: EnvironmentAction,
  days: readonly string[],
  change: Pick<RecordedChange, 'set' | 'action' | 'facts'>,
): Promise<number> {
  await openQuarter(context, row.unit.id, row.heldOn, field);
  const id = await record(context, { table: 'action', type, row, ...change });
  await deriveActions(context, { unitIds: [row.unit.id], days });
  return id;
}
