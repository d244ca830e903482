import {
  AdministrativeUnit,
  communeKinds,
  found,
  localKinds,
  optionalText,
  refuse,
  requireAnotherPerson,
  requireCount,
  requiredText,
  requireKindOfUnit,
  requirePastDay,
  requireReason,
  requireScope,
  User,
} from '@phoihop/core';
import { inWords, ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Code } from '../codes/code.js';
import { codes } from '../codes/codes.js';
import { CodeList } from '../codes/code-list.js';
import { program, record, rowAt } from '../step.js';
import { deriveCases } from './derive-cases.js';
import {
  AssignCaseInput,
  CompleteCaseInput,
  OpenCaseInput,
  ReviewCaseInput,
  StopCaseInput,
  TransferCaseInput,
} from './case-inputs.js';
import { CaseState, caseWorkflow, type CaseStep } from './case-state.js';
import { requireMayHandle } from './may-handle.js';
import { RehabilitationCase } from './rehabilitation-case.js';

@Resolver()
export class CaseResolver {
  @Mutation(() => RehabilitationCase, {
    nullable: true,
    description:
      'Names somebody who should be helped; the opener has the case until a helper is charged with it.',
  })
  async crimePreventionOpenCase(
    @Arg('input', () => OpenCaseInput, { description: 'Who, where and why.' })
    input: OpenCaseInput,
    @Ctx() context: RequestContext,
  ): Promise<RehabilitationCase> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'crime-prevention:handle', { unitId: unit, program, field: 'input.unit' });
    const openedOn = requirePastDay(context, input.openedOn, 'input.openedOn');
    await requireKindOfUnit(context, { unitId: unit, on: openedOn, kinds: localKinds, field: 'input.unit' });
    const ground = await codes.inForce(context, {
      list: CodeList.CASE_GROUND,
      code: input.ground,
      on: openedOn,
      field: 'input.ground',
    });
    const { em } = context.session;
    const opener = context.caller.userId!;
    const opened = em.create(RehabilitationCase, {
      unit,
      personName: requiredText(input.personName, 'input.personName', { minimum: 2, maximum: 120 }),
      birthYear: birthYearOf(context, input.birthYear),
      address: optionalText(input.address, 'input.address', { maximum: 200 }),
      ground: em.getReference(Code, ground),
      openedOn,
      openedBy: opener,
      handler: em.getReference(User, opener),
      assignedOn: null,
      assignedBy: null,
      state: CaseState.OPENED,
      endedOn: null,
      endedBy: null,
      endReason: null,
      transferredTo: null,
      demo: false,
      version: 1,
    });
    await em.flush();
    await context.audit('crime-prevention:open-case', { type, id: opened.id });
    return opened;
  }

  @Mutation(() => RehabilitationCase, {
    nullable: true,
    description:
      'Charges somebody with helping, or another one in their place. Neither who opened the case nor the helper decides that.',
  })
  async crimePreventionAssignCase(
    @Arg('input', () => AssignCaseInput, { description: 'The case, the version seen, and who is to help.' })
    input: AssignCaseInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { id: handler } = await found(context, User, input.handler, 'input.handler');
    const { row, to } = await caseAt(context, input, 'crimePreventionAssignCase');
    await requireAnotherPerson(context, [handler], 'input.handler');
    await requireAnotherPerson(context, [row.openedBy], 'input.rehabilitationCase');
    await requireMayHandle(context, handler, row.unit.id, 'input.handler');
    const today = context.clock.businessDate;
    return counted(context, row, {
      set: { state: to, handler_id: handler, assigned_on: today, assigned_by: context.caller.userId },
      action: 'assign-case',
      facts: { from: row.state, to, handlerBefore: row.handler.id, handler },
    });
  }

  @Mutation(() => RehabilitationCase, {
    nullable: true,
    description: 'Records what the helper has seen of the person. Only the named helper does.',
  })
  async crimePreventionReviewCase(
    @Arg('input', () => ReviewCaseInput, { description: 'The case, the version seen, and how it goes.' })
    input: ReviewCaseInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row } = await caseAt(context, input, 'crimePreventionReviewCase');
    if (row.handler.id !== context.caller.userId)
      throw new ProblemError('CRIME_REHABILITATION_NOT_YOURS', { field: 'input.rehabilitationCase' });
    const reviewedOn = requirePastDay(context, input.reviewedOn, 'input.reviewedOn');
    if (reviewedOn < row.assignedOn!) refuse('input.reviewedOn', reviewedOn, `≥ ${row.assignedOn}`);
    const note = requiredText(input.note, 'input.note', { minimum: 3, maximum: 2000 });
    await context.session.query(
      `insert into crime_prevention.case_review (case_id, reviewed_on, progress, note, recorded_by) values ($1, $2, $3, $4, $5)`,
      [row.id, reviewedOn, input.progress, note, context.caller.userId],
    );
    return record(context, { table, type, row, set: {}, action: 'review-case', facts: { reviewedOn } });
  }

  @Mutation(() => RehabilitationCase, {
    nullable: true,
    description: 'Ends the help because it has come to its goal; after a review, and not by the helper.',
  })
  async crimePreventionCompleteCase(
    @Arg('input', () => CompleteCaseInput, { description: 'The case, the version seen, and how it stands.' })
    input: CompleteCaseInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await caseAt(context, input, 'crimePreventionCompleteCase');
    const reviews = await context.session.query(
      'select from crime_prevention.case_review where case_id = $1 limit 1',
      [row.id],
    );
    if (reviews.length === 0)
      throw new ProblemError('CRIME_REHABILITATION_WITHOUT_REVIEW', { field: 'input.rehabilitationCase' });
    return endedByAnother(context, row, to, { reason: input.reason, action: 'complete-case' });
  }

  @Mutation(() => RehabilitationCase, {
    nullable: true,
    description: 'Ends the help before its goal, with the reason; not by the helper.',
  })
  async crimePreventionStopCase(
    @Arg('input', () => StopCaseInput, { description: 'The case, the version seen, and why.' })
    input: StopCaseInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await caseAt(context, input, 'crimePreventionStopCase');
    return endedByAnother(context, row, to, { reason: input.reason, action: 'stop-case' });
  }

  @Mutation(() => RehabilitationCase, {
    nullable: true,
    description: 'Ends the help because the person has moved; the other commune opens a case of its own.',
  })
  async crimePreventionTransferCase(
    @Arg('input', () => TransferCaseInput, { description: 'The case, the version seen, and where to.' })
    input: TransferCaseInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await caseAt(context, input, 'crimePreventionTransferCase');
    const field = 'input.transferTo';
    const unit = context.read.localId(AdministrativeUnit, input.transferTo, field);
    const on = context.clock.businessDate;
    await requireKindOfUnit(context, { unitId: unit, on, kinds: communeKinds, field });
    if (unit === row.unit.id)
      refuse(field, input.transferTo, inWords({ vi: 'một đơn vị khác', en: 'another unit' }));
    return endedByAnother(context, row, to, {
      reason: input.reason,
      action: 'transfer-case',
      set: { transferred_to_id: unit },
    });
  }
}

const type = 'CrimePreventionRehabilitationCase';
const table = 'rehabilitation_case';

const caseAt = (
  context: RequestContext,
  { rehabilitationCase: id, expectedVersion }: { rehabilitationCase: string; expectedVersion: number },
  step: CaseStep,
): Promise<{ row: RehabilitationCase; to: CaseState }> =>
  rowAt<CaseState, CaseStep, RehabilitationCase>(context, RehabilitationCase, {
    workflow: caseWorkflow,
    step,
    id,
    field: 'input.rehabilitationCase',
    expectedVersion,
  });

/** Ends a case: whoever helps does not judge how the help has come out. */
async function endedByAnother(
  context: RequestContext,
  row: RehabilitationCase,
  to: CaseState,
  { reason, action, set = {} }: { reason: string; action: string; set?: Record<string, unknown> },
): Promise<number> {
  await requireAnotherPerson(context, [row.handler.id], 'input.rehabilitationCase');
  const end = {
    state: to,
    ended_on: context.clock.businessDate,
    ended_by: context.caller.userId,
    end_reason: requireReason(reason),
  };
  return counted(context, row, { set: { ...end, ...set }, action, facts: { from: row.state, to } });
}

/** Writes a change after which more or fewer people are helped. */
async function counted(
  context: RequestContext,
  row: RehabilitationCase,
  change: { set: Record<string, unknown>; action: string; facts: Record<string, unknown> },
): Promise<number> {
  const id = await record(context, { table, type, row, ...change });
  await deriveCases({ session: context.session }, row.unit.id, context.clock.businessDate);
  return id;
}

function birthYearOf({ clock }: RequestContext, year: number | null | undefined): number | null {
  if (year === null || year === undefined) return null;
  const thisYear = Number(clock.businessDate.slice(0, 4));
  return requireCount(year, 'input.birthYear', { minimum: 1900, maximum: thisYear });
}
