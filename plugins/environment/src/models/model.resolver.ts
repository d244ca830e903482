import {
  AdministrativeUnit,
  localKinds,
  Organization,
  refuse,
  requireCount,
  requiredText,
  requireKindOfUnit,
  requireOpenPeriod,
  requirePastDay,
  requireReason,
  type RecordedChange,
} from '@phoihop/core';
import type { RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Code } from '../codes/code.js';
import { codes } from '../codes/codes.js';
import { CodeList } from '../codes/code-list.js';
import { organizationFor, requireMayChange } from '../organization-of.js';
import { program, record, rowAt } from '../step.js';
import { deriveModels } from './derive-models.js';
import { EnvironmentModel } from './environment-model.js';
import { CorrectModelInput, EndModelInput, RegisterModelInput } from './model-inputs.js';
import { ModelState, modelWorkflow, type ModelStep } from './model-state.js';

const name = { minimum: 3, maximum: 200 };
const households = { minimum: 0, maximum: 100_000 };
const type = 'EnvironmentModel';
const field = 'input.environmentModel';

@Resolver()
export class ModelResolver {
  @Mutation(() => EnvironmentModel, {
    nullable: true,
    description: 'Registers a model, by the Front of the place or by the organization that keeps it up.',
  })
  async environmentRegisterModel(
    @Arg('input', () => RegisterModelInput, {
      description: 'Where, of which kind, since when and with how many.',
    })
    input: RegisterModelInput,
    @Ctx() context: RequestContext,
  ): Promise<EnvironmentModel> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    const organization = await organizationFor(context, {
      unitId: unit,
      organization: input.organization,
      unitField: 'input.unit',
    });
    const startedOn = requirePastDay(context, input.startedOn, 'input.startedOn');
    await requireKindOfUnit(context, { unitId: unit, on: startedOn, kinds: localKinds, field: 'input.unit' });
    const kind = await codes.inForce(context, {
      list: CodeList.MODEL_KIND,
      code: input.kind,
      on: startedOn,
      field: 'input.kind',
    });
    const { em } = context.session;
    const model = em.create(EnvironmentModel, {
      unit,
      organization: organization === null ? null : em.getReference(Organization, organization),
      kind: em.getReference(Code, kind),
      name: requiredText(input.name, 'input.name', name),
      households: requireCount(input.households, 'input.households', households),
      startedOn,
      state: ModelState.ACTIVE,
      endedOn: null,
      endReason: null,
      demo: false,
      version: 1,
    });
    await em.flush();
    await deriveModels(context, { unitIds: [unit], from: startedOn, today: context.clock.businessDate });
    await context.audit('environment:register-model', { type, id: model.id });
    return model;
  }

  @Mutation(() => EnvironmentModel, {
    nullable: true,
    description:
      'Changes name or households of a model, as of today; quarters that are over keep their figures, the audit trail the old ones.',
  })
  async environmentCorrectModel(
    @Arg('input', () => CorrectModelInput, {
      description: 'The model, the version seen, what is right, and why.',
    })
    input: CorrectModelInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row } = await modelAt(context, input, 'environmentCorrectModel');
    const reason = requireReason(input.reason);
    const before = { name: row.name, households: row.households };
    const after = {
      name: requiredText(input.name ?? row.name, 'input.name', name),
      households: requireCount(input.households ?? row.households, 'input.households', households),
    };
    return changed(context, row, context.clock.businessDate, field, {
      set: after,
      action: 'correct-model',
      facts: { before, after, reason },
    });
  }

  @Mutation(() => EnvironmentModel, {
    nullable: true,
    description: 'Ends a model; it stays in the list with the reason.',
  })
  async environmentEndModel(
    @Arg('input', () => EndModelInput, { description: 'The model, the version seen, since when, and why.' })
    input: EndModelInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await modelAt(context, input, 'environmentEndModel');
    const endedOn = requirePastDay(context, input.endedOn, 'input.endedOn');
    if (endedOn <= row.startedOn) refuse('input.endedOn', endedOn, `> ${row.startedOn}`);
    const reason = requireReason(input.reason);
    return changed(context, row, endedOn, 'input.endedOn', {
      set: { state: to, ended_on: endedOn, end_reason: reason },
      action: 'end-model',
      facts: { endedOn, reason },
    });
  }
}

const modelAt = (
  context: RequestContext,
  { environmentModel: id, expectedVersion }: { environmentModel: string; expectedVersion: number },
  step: ModelStep,
): Promise<{ row: EnvironmentModel; to: ModelState }> =>
  rowAt<ModelState, ModelStep, EnvironmentModel>(
    context,
    EnvironmentModel,
    { workflow: modelWorkflow, step, id, field, expectedVersion },
    (row) => requireMayChange(context, row, field),
  );

/** Writes a change of a model and the figures from its day on. */
async function changed(
  context: RequestContext,
  row: EnvironmentModel,
  day: string,
  at: string,
  change: Pick<RecordedChange, 'set' | 'action' | 'facts'>,
): Promise<number> {
  await requireOpenPeriod(context, { unitId: row.unit.id, program, day, calendar: 'QUARTER', field: at });
  const id = await record(context, { table: 'model', type, row, ...change });
  await deriveModels(context, { unitIds: [row.unit.id], from: day, today: context.clock.businessDate });
  return id;
}
