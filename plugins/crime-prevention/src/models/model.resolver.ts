import {
  AdministrativeUnit,
  localKinds,
  refuse,
  requireCount,
  requiredText,
  requireKindOfUnit,
  requireOpenPeriod,
  requirePastDay,
  requireReason,
  requireScope,
  type RecordedChange,
} from '@phoihop/core';
import type { RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Code } from '../codes/code.js';
import { codes } from '../codes/codes.js';
import { CodeList } from '../codes/code-list.js';
import { program, record, rowAt } from '../step.js';
import { deriveModels } from './derive-models.js';
import { equipmentOf, setEquipment } from './equipment.js';
import {
  CorrectModelInput,
  EndModelInput,
  RegisterModelInput,
  ResumeModelInput,
  SuspendModelInput,
} from './model-inputs.js';
import { ModelState, modelWorkflow, type ModelStep } from './model-state.js';
import { SecurityModel } from './security-model.js';

const name = { minimum: 3, maximum: 200 };
const members = { minimum: 0, maximum: 100_000 };
const type = 'CrimePreventionSecurityModel';

@Resolver()
export class ModelResolver {
  @Mutation(() => SecurityModel, {
    nullable: true,
    description: 'Registers a self-managed model with its members and equipment.',
  })
  async crimePreventionRegisterModel(
    @Arg('input', () => RegisterModelInput, {
      description: 'Where, of which kind, since when and with what.',
    })
    input: RegisterModelInput,
    @Ctx() context: RequestContext,
  ): Promise<SecurityModel> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'crime-prevention:record', { unitId: unit, program, field: 'input.unit' });
    const startedOn = requirePastDay(context, input.startedOn, 'input.startedOn');
    await requireKindOfUnit(context, { unitId: unit, on: startedOn, kinds: localKinds, field: 'input.unit' });
    const kind = await codes.inForce(context, {
      list: CodeList.MODEL_KIND,
      code: input.kind,
      on: startedOn,
      field: 'input.kind',
    });
    const model = context.session.em.create(SecurityModel, {
      unit,
      kind: context.session.em.getReference(Code, kind),
      name: requiredText(input.name, 'input.name', name),
      members: requireCount(input.members, 'input.members', members),
      startedOn,
      state: ModelState.ACTIVE,
      suspendedOn: null,
      endedOn: null,
      endReason: null,
      demo: false,
      version: 1,
    });
    await context.session.em.flush();
    await setEquipment(context, model, input.equipment ?? [], startedOn);
    await derive(context, unit, startedOn);
    await context.audit('crime-prevention:register-model', { type, id: model.id });
    return model;
  }

  @Mutation(() => SecurityModel, {
    nullable: true,
    description:
      'Changes name, members or equipment of a model, as of today; quarters that are over keep their figures, the audit trail the old ones.',
  })
  async crimePreventionCorrectModel(
    @Arg('input', () => CorrectModelInput, {
      description: 'The model, the version seen, what is right, and why.',
    })
    input: CorrectModelInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row: model } = await modelAt(context, input, 'crimePreventionCorrectModel');
    const reason = requireReason(input.reason);
    const today = context.clock.businessDate;
    await openQuarter(context, model.unit.id, today, 'input.securityModel');
    const before = { ...sizeOf(model), equipment: await equipmentOf(context, model.id) };
    const after = {
      name: requiredText(input.name ?? model.name, 'input.name', name),
      members: requireCount(input.members ?? model.members, 'input.members', members),
    };
    await setEquipment(context, model, input.equipment ?? [], today);
    return changed(context, model, today, {
      set: after,
      action: 'correct-model',
      facts: { before, after: { ...after, equipment: await equipmentOf(context, model.id) }, reason },
    });
  }

  @Mutation(() => SecurityModel, {
    nullable: true,
    description: 'Lets a model rest: from that day on it does not count.',
  })
  async crimePreventionSuspendModel(
    @Arg('input', () => SuspendModelInput, {
      description: 'The model, the version seen, from when, and why.',
    })
    input: SuspendModelInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row: model, to } = await modelAt(context, input, 'crimePreventionSuspendModel');
    const day = dayOf(context, model, input.suspendedOn, 'input.suspendedOn');
    await openQuarter(context, model.unit.id, day, 'input.suspendedOn');
    const reason = requireReason(input.reason);
    return changed(context, model, day, {
      set: { state: to, suspended_on: day },
      action: 'suspend-model',
      facts: { suspendedOn: day, reason },
    });
  }

  @Mutation(() => SecurityModel, {
    nullable: true,
    description: 'Puts a resting model to work again, from today.',
  })
  async crimePreventionResumeModel(
    @Arg('input', () => ResumeModelInput, { description: 'The model and the version seen.' })
    input: ResumeModelInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row: model, to } = await modelAt(context, input, 'crimePreventionResumeModel');
    const today = context.clock.businessDate;
    await openQuarter(context, model.unit.id, today, 'input.securityModel');
    return changed(context, model, today, {
      set: { state: to, suspended_on: null },
      action: 'resume-model',
      facts: { restedSince: model.suspendedOn },
    });
  }

  @Mutation(() => SecurityModel, {
    nullable: true,
    description: 'Ends a model; it stays in the list with the reason.',
  })
  async crimePreventionEndModel(
    @Arg('input', () => EndModelInput, { description: 'The model, the version seen, since when, and why.' })
    input: EndModelInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row: model, to } = await modelAt(context, input, 'crimePreventionEndModel');
    const day = dayOf(context, model, input.endedOn, 'input.endedOn');
    await openQuarter(context, model.unit.id, day, 'input.endedOn');
    const reason = requireReason(input.reason);
    return changed(context, model, day, {
      set: { state: to, suspended_on: null, ended_on: day, end_reason: reason },
      action: 'end-model',
      facts: { endedOn: day, reason },
    });
  }
}

const sizeOf = ({ name: its, members: count }: SecurityModel) => ({ name: its, members: count });

const modelAt = (
  context: RequestContext,
  { securityModel: id, expectedVersion }: { securityModel: string; expectedVersion: number },
  step: ModelStep,
): Promise<{ row: SecurityModel; to: ModelState }> =>
  rowAt<ModelState, ModelStep, SecurityModel>(context, SecurityModel, {
    workflow: modelWorkflow,
    step,
    id,
    field: 'input.securityModel',
    expectedVersion,
  });

/** A day in the life of a model, not in the future. @throws ProblemError BAD_USER_INPUT */
function dayOf(context: RequestContext, { startedOn }: SecurityModel, day: string, field: string): string {
  requirePastDay(context, day, field);
  if (day <= startedOn) refuse(field, day, `> ${startedOn}`);
  return day;
}

const openQuarter = (context: RequestContext, unitId: number, day: string, field: string): Promise<void> =>
  requireOpenPeriod(context, { unitId, program, day, calendar: 'QUARTER', field });

const derive = (context: RequestContext, unitId: number, from: string): Promise<void> =>
  deriveModels(context, { unitIds: [unitId], from, today: context.clock.businessDate });

/** Writes a change of a model and the figures that follow from it. */
async function changed(
  context: RequestContext,
  model: SecurityModel,
  from: string,
  change: Pick<RecordedChange, 'set' | 'action' | 'facts'>,
): Promise<number> {
  const id = await record(context, { table: 'security_model', type, row: model, ...change });
  await derive(context, model.unit.id, from);
  return id;
}
