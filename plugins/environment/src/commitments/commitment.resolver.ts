import {
  AdministrativeUnit,
  found,
  localKinds,
  Organization,
  refuse,
  requireAnotherPerson,
  requireCount,
  requiredText,
  requireKindOfUnit,
  requireOpenPeriod,
  requirePastDay,
  requireReason,
  requireScope,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { program, record, rowAt } from '../step.js';
import { EndCommitmentInput, RecordCommitmentInput, ReviewCommitmentInput } from './commitment-inputs.js';
import { CommitmentState, commitmentWorkflow, type CommitmentStep } from './commitment-state.js';
import { deriveCommitments } from './derive-commitments.js';
import { ReligiousCommitment } from './religious-commitment.js';

const type = 'EnvironmentCommitment';
const table = 'commitment';
const field = 'input.environmentCommitment';

@Resolver()
export class CommitmentResolver {
  @Mutation(() => ReligiousCommitment, {
    nullable: true,
    description: 'Records what a religious organization has pledged for the environment of a place.',
  })
  async environmentRecordCommitment(
    @Arg('input', () => RecordCommitmentInput, { description: 'Who pledged what, where and when.' })
    input: RecordCommitmentInput,
    @Ctx() context: RequestContext,
  ): Promise<ReligiousCommitment> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'environment:record', { unitId: unit, program, field: 'input.unit' });
    const since = requirePastDay(context, input.since, 'input.since');
    await requireKindOfUnit(context, { unitId: unit, on: since, kinds: localKinds, field: 'input.unit' });
    const organization = await religious(context, input.organization, since);
    const { em } = context.session;
    const commitment = em.create(ReligiousCommitment, {
      unit,
      organization: em.getReference(Organization, organization),
      pledge: requiredText(input.pledge, 'input.pledge', { minimum: 10, maximum: 2000 }),
      since,
      state: CommitmentState.ACTIVE,
      recordedBy: context.caller.userId!,
      endedOn: null,
      endReason: null,
      demo: false,
      version: 1,
    });
    await em.flush();
    await context.audit('environment:record-commitment', { type, id: commitment.id });
    return commitment;
  }

  @Mutation(() => ReligiousCommitment, {
    nullable: true,
    description: 'Says how a commitment was kept in a year; not by who recorded it, and once for each year.',
  })
  async environmentReviewCommitment(
    @Arg('input', () => ReviewCommitmentInput, {
      description: 'The commitment, the version seen, and how it was kept.',
    })
    input: ReviewCommitmentInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row } = await commitmentAt(context, input, 'environmentReviewCommitment');
    await requireAnotherPerson(context, [row.recordedBy], field);
    const { businessDate } = context.clock;
    const yearOf = (day: string): number => Number(day.slice(0, 4));
    const year = requireCount(input.year, 'input.year', {
      minimum: yearOf(row.since),
      maximum: yearOf(businessDate),
    });
    await requireOpenPeriod(context, {
      unitId: row.unit.id,
      program,
      day: `${year}-12-31`,
      calendar: 'YEAR',
      field: 'input.year',
    });
    const note = requiredText(input.note, 'input.note', { minimum: 3, maximum: 1000 });
    const written = await context.session.query(
      `insert into environment.commitment_review (commitment_id, unit_id, year, result, note, reviewed_on, reviewed_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (commitment_id, year) do nothing returning id`,
      [row.id, row.unit.id, year, input.result, note, businessDate, context.caller.userId],
    );
    if (written.length === 0) throw new ProblemError('ALREADY_EXISTS', { field: 'input.year', given: year });
    const facts = { year, result: input.result };
    const id = await record(context, { table, type, row, set: {}, action: 'review-commitment', facts });
    await deriveCommitments(context, { unitIds: [row.unit.id], year });
    return id;
  }

  @Mutation(() => ReligiousCommitment, {
    nullable: true,
    description: 'Ends a commitment; it stays in the list with the reason.',
  })
  async environmentEndCommitment(
    @Arg('input', () => EndCommitmentInput, {
      description: 'The commitment, the version seen, since when, and why.',
    })
    input: EndCommitmentInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { row, to } = await commitmentAt(context, input, 'environmentEndCommitment');
    const endedOn = requirePastDay(context, input.endedOn, 'input.endedOn');
    if (endedOn <= row.since) refuse('input.endedOn', endedOn, `> ${row.since}`);
    const reason = requireReason(input.reason);
    const set = { state: to, ended_on: endedOn, end_reason: reason };
    return record(context, { table, type, row, set, action: 'end-commitment', facts: { endedOn, reason } });
  }
}

const commitmentAt = (
  context: RequestContext,
  { environmentCommitment: id, expectedVersion }: { environmentCommitment: string; expectedVersion: number },
  step: CommitmentStep,
): Promise<{ row: ReligiousCommitment; to: CommitmentState }> =>
  rowAt<CommitmentState, CommitmentStep, ReligiousCommitment>(
    context,
    ReligiousCommitment,
    { workflow: commitmentWorkflow, step, id, field, expectedVersion },
    (row) =>
      requireScope(context, commitmentWorkflow.steps[step].permissions[0]!, {
        unitId: row.unit.id,
        program,
        field,
      }),
  );

/** The organization, which was a religious one on the day. @throws ProblemError NOT_FOUND, ENVIRONMENT_NOT_RELIGIOUS */
async function religious(context: RequestContext, organization: string, on: string): Promise<number> {
  const at = 'input.organization';
  const { id } = await found(context, Organization, organization, at);
  const [version] = await context.session.query<{ kind: string }>(
    `select kind from core.organization_version where organization_id = $1 and superseded_at is null
      and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
    [id, on],
  );
  if (version?.kind === 'RELIGIOUS_ORGANIZATION') return id;
  throw new ProblemError('ENVIRONMENT_NOT_RELIGIOUS', { field: at, given: version?.kind ?? null, on });
}
