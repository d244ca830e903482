import {
  AdministrativeUnit,
  communeKinds,
  optionalText,
  refuse,
  requireAnotherPerson,
  requireCount,
  requiredText,
  requireKindOfUnit,
  requireOpenPeriod,
  requirePastDay,
  requireReason,
  requireScope,
  type RecordedChange,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { program, record, rowAt } from '../step.js';
import {
  AnswerCriteriaInput,
  RecognizeSafeAreaInput,
  RefuseSafeAreaInput,
  ReturnSafeAreaInput,
  ReviewSafeAreaInput,
  StartSafeAreaInput,
  SubmitSafeAreaInput,
} from './assessment-inputs.js';
import { AssessmentState, assessmentWorkflow, type AssessmentStep } from './assessment-state.js';
import { answer, firstYear, lastDayOf, requireComplete, requireMet, standingOf } from './criteria.js';
import { deriveSafeArea } from './derive-safe-areas.js';
import { SafeAreaAssessment } from './safe-area-assessment.js';

const type = 'CrimePreventionSafeAreaAssessment';
const field = 'input.safeArea';

@Resolver()
export class SafeAreaResolver {
  @Mutation(() => SafeAreaAssessment, {
    nullable: true,
    description: 'Begins the self-assessment of a commune for a year; there is one for each.',
  })
  async crimePreventionStartSafeArea(
    @Arg('input', () => StartSafeAreaInput, { description: 'Which commune, which year, and what is known.' })
    input: StartSafeAreaInput,
    @Ctx() context: RequestContext,
  ): Promise<SafeAreaAssessment> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'crime-prevention:assess', { unitId: unit, program, field: 'input.unit' });
    const on = context.clock.businessDate;
    const maximum = Number(on.slice(0, 4));
    const year = requireCount(input.year, 'input.year', { minimum: await firstYear(context), maximum });
    await requireKindOfUnit(context, { unitId: unit, on, kinds: communeKinds, field: 'input.unit' });
    await openYear(context, unit, year, 'input.year');
    const { em } = context.session;
    if (await em.findOne(SafeAreaAssessment, { unit, year }))
      throw new ProblemError('ALREADY_EXISTS', { field: 'input.year', given: year });
    const begun = em.create(SafeAreaAssessment, {
      unit,
      year,
      state: AssessmentState.DRAFT,
      assessedBy: context.caller.userId!,
      demo: false,
      version: 1,
    } as never) as SafeAreaAssessment;
    await em.flush();
    await answer(context, begun, input.answers);
    await context.audit('crime-prevention:start-safe-area', { type, id: begun.id });
    return begun;
  }

  @Mutation(() => SafeAreaAssessment, {
    nullable: true,
    description:
      'Says of some criteria whether they are met, as long as the commune has the assessment in hand.',
  })
  async crimePreventionAnswerCriteria(
    @Arg('input', () => AnswerCriteriaInput, {
      description: 'The assessment, the version seen, and the answers.',
    })
    input: AnswerCriteriaInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row } = await assessmentAt(context, input, 'crimePreventionAnswerCriteria');
    const before = (await standingOf(context, row)).answers;
    await answer(context, row, input.answers);
    const after = (await standingOf(context, row)).answers;
    return changed(context, row, { set: {}, action: 'answer-criteria', facts: { before, after } });
  }

  @Mutation(() => SafeAreaAssessment, {
    nullable: true,
    description: 'Hands in a self-assessment in which every criterion of the year is answered.',
  })
  async crimePreventionSubmitSafeArea(
    @Arg('input', () => SubmitSafeAreaInput, { description: 'The assessment and the version seen.' })
    input: SubmitSafeAreaInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await assessmentAt(context, input, 'crimePreventionSubmitSafeArea');
    requireComplete(await standingOf(context, row), field);
    const set = { state: to, submitted_on: context.clock.businessDate, submitted_by: context.caller.userId };
    return changed(context, row, { set, action: 'submit-safe-area', facts: { from: row.state, to } });
  }

  @Mutation(() => SafeAreaAssessment, {
    nullable: true,
    description: 'Agrees with a self-assessment; never who assessed.',
  })
  async crimePreventionReviewSafeArea(
    @Arg('input', () => ReviewSafeAreaInput, {
      description: 'The assessment, the version seen, and what was found.',
    })
    input: ReviewSafeAreaInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await assessmentAt(context, input, 'crimePreventionReviewSafeArea');
    await requireAnotherPerson(context, await assessorsOf(context, row), field);
    const set = {
      state: to,
      reviewed_on: context.clock.businessDate,
      reviewed_by: context.caller.userId,
      review_note: optionalText(input.note, 'input.note', { maximum: 1000 }),
    };
    return changed(context, row, { set, action: 'review-safe-area', facts: { from: row.state, to } });
  }

  @Mutation(() => SafeAreaAssessment, {
    nullable: true,
    description: 'Gives a self-assessment back to the commune, with what is to be mended.',
  })
  async crimePreventionReturnSafeArea(
    @Arg('input', () => ReturnSafeAreaInput, { description: 'The assessment, the version seen, and why.' })
    input: ReturnSafeAreaInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await assessmentAt(context, input, 'crimePreventionReturnSafeArea');
    await requireAnotherPerson(context, await assessorsOf(context, row), field);
    const reason = requireReason(input.reason);
    const set = { state: to, return_reason: reason };
    return changed(context, row, { set, action: 'return-safe-area', facts: { from: row.state, to, reason } });
  }

  @Mutation(() => SafeAreaAssessment, {
    nullable: true,
    description:
      'Records the decision that recognizes a commune; every criterion is met, and a third person decides.',
  })
  async crimePreventionRecognizeSafeArea(
    @Arg('input', () => RecognizeSafeAreaInput, {
      description: 'The assessment, the version seen, and the decision.',
    })
    input: RecognizeSafeAreaInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await assessmentAt(context, input, 'crimePreventionRecognizeSafeArea');
    requireMet(await standingOf(context, row), field);
    return decided(context, row, to, input, null);
  }

  @Mutation(() => SafeAreaAssessment, {
    nullable: true,
    description: 'Records the decision that refuses to recognize a commune, with the reason.',
  })
  async crimePreventionRefuseSafeArea(
    @Arg('input', () => RefuseSafeAreaInput, {
      description: 'The assessment, the version seen, the decision, and why.',
    })
    input: RefuseSafeAreaInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await assessmentAt(context, input, 'crimePreventionRefuseSafeArea');
    return decided(context, row, to, input, requireReason(input.reason));
  }
}

const assessmentAt = (
  context: RequestContext,
  { safeArea: id, expectedVersion }: { safeArea: string; expectedVersion: number },
  step: AssessmentStep,
): Promise<{ row: SafeAreaAssessment; to: AssessmentState }> =>
  rowAt<AssessmentState, AssessmentStep, SafeAreaAssessment>(context, SafeAreaAssessment, {
    workflow: assessmentWorkflow,
    step,
    id,
    field,
    expectedVersion,
  });

/** Everybody who has a part in the self-assessment. */
async function assessorsOf(
  context: RequestContext,
  row: SafeAreaAssessment,
): Promise<readonly (number | null)[]> {
  return [row.assessedBy, row.submittedBy, ...(await standingOf(context, row)).answeredBy];
}

const changed = (
  context: RequestContext,
  row: SafeAreaAssessment,
  change: Pick<RecordedChange, 'set' | 'action' | 'facts'>,
): Promise<number> => record(context, { table: 'safe_area_assessment', type, row, ...change });

const openYear = (context: RequestContext, unitId: number, year: number, at: string): Promise<void> =>
  requireOpenPeriod(context, { unitId, program, day: lastDayOf(year), calendar: 'YEAR', field: at });

/** Records a decision: neither who assessed nor who reviewed decides. */
async function decided(
  context: RequestContext,
  row: SafeAreaAssessment,
  to: AssessmentState,
  input: RecognizeSafeAreaInput,
  refusal: string | null,
): Promise<number> {
  await requireAnotherPerson(context, [...(await assessorsOf(context, row)), row.reviewedBy], field);
  const decidedOn = requirePastDay(context, input.decidedOn, 'input.decidedOn');
  if (decidedOn < row.reviewedOn!) refuse('input.decidedOn', decidedOn, `≥ ${row.reviewedOn}`);
  await openYear(context, row.unit.id, row.year, field);
  const decisionNumber = requiredText(input.decisionNumber, 'input.decisionNumber', {
    minimum: 3,
    maximum: 60,
  });
  const id = await changed(context, row, {
    set: {
      state: to,
      decision_number: decisionNumber,
      decided_on: decidedOn,
      decided_by: context.caller.userId,
      refusal_reason: refusal,
    },
    action: refusal === null ? 'recognize-safe-area' : 'refuse-safe-area',
    facts: { from: row.state, to, decisionNumber, ...(refusal === null ? {} : { reason: refusal }) },
  });
  await deriveSafeArea(context, row, refusal === null);
  return id;
}
