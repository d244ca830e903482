import {
  AdministrativeUnit,
  changeVersion,
  found,
  optionalText,
  refuse,
  requiredText,
  requireKindOfUnit,
  requireOpenPeriod,
  requirePastDay,
  requireReason,
  requireScope,
  UnitKind,
} from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { program } from '../access.js';
import { deriveVisits } from './derive-visits.js';
import { SupervisionVisit } from './supervision-visit.js';
import { FollowUpVisitInput, RecordVisitInput, WithdrawVisitInput } from './visit-inputs.js';

const type = 'NewRuralAreasSupervisionVisit';
const table = 'new_rural_areas.supervision_visit';
const long = { minimum: 3, maximum: 2000 };

@Resolver()
export class VisitResolver {
  @Mutation(() => SupervisionVisit, {
    nullable: true,
    description:
      'Records a supervision visit to a commune; the number of visits follows in the same transaction.',
  })
  async newRuralAreasRecordVisit(
    @Arg('input', () => RecordVisitInput, { description: 'Where, when, and what was found.' })
    input: RecordVisitInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, 'new-rural-areas:supervise', { unitId, program, field: 'input.unit' });
    const day = requirePastDay(context, input.visitedOn, 'input.visitedOn');
    await requireKindOfUnit(context, { unitId, on: day, kinds: [UnitKind.COMMUNE], field: 'input.unit' });
    await requireOpenPeriod(context, { unitId, program, day, calendar: 'QUARTER', field: 'input.visitedOn' });
    const [visit] = await context.session.query<{ id: number }>(
      `insert into new_rural_areas.supervision_visit (unit_id, visited_on, subject, findings, recommendation)
       values ($1, $2, $3, $4, $5) returning id`,
      [
        unitId,
        day,
        requiredText(input.subject, 'input.subject', { minimum: 3, maximum: 500 }),
        requiredText(input.findings, 'input.findings', long),
        optionalText(input.recommendation, 'input.recommendation', { maximum: 2000 }),
      ],
    );
    await deriveVisits(context, { unitIds: [unitId], day });
    await context.audit('new-rural-areas:record-visit', { type, id: visit!.id });
    return visit!.id;
  }

  @Mutation(() => SupervisionVisit, {
    nullable: true,
    description:
      'Records what became of a recommendation; said again, the earlier words stay in the audit trail.',
  })
  async newRuralAreasFollowUpVisit(
    @Arg('input', () => FollowUpVisitInput, {
      description: 'The visit in the version seen, and what became of it.',
    })
    input: FollowUpVisitInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const visit = await standingVisit(context, input.supervisionVisit);
    if (visit['recommendation'] === null)
      throw new ProblemError('NEW_RURAL_VISIT_WITHOUT_RECOMMENDATION', { field: 'input.supervisionVisit' });
    const field = 'input.followedUpOn';
    const day = requirePastDay(context, input.followedUpOn ?? context.clock.businessDate, field);
    if (day < (visit['visitedOn'] as string)) refuse(field, day, `≥ ${String(visit['visitedOn'])}`);
    const followUp = requiredText(input.followUp, 'input.followUp', long);
    await changeVersion(context, {
      table,
      id: visit.id,
      expected: input.expectedVersion,
      set: { follow_up: followUp, followed_up_on: day },
    });
    const before = { followUp: visit['followUp'] ?? null, followedUpOn: visit['followedUpOn'] ?? null };
    await context.audit('new-rural-areas:follow-up-visit', { type, id: visit.id }, { before });
    return visit.id;
  }

  @Mutation(() => SupervisionVisit, {
    nullable: true,
    description:
      'Withdraws a visit that should not have been recorded. It stays in the list and counts nowhere.',
  })
  async newRuralAreasWithdrawVisit(
    @Arg('input', () => WithdrawVisitInput, { description: 'The visit in the version seen, and why.' })
    input: WithdrawVisitInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const visit = await standingVisit(context, input.supervisionVisit);
    const reason = requireReason(input.reason);
    const unitId = visit['unit'] as number;
    const day = visit['visitedOn'] as string;
    await requireOpenPeriod(context, {
      unitId,
      program,
      day,
      calendar: 'QUARTER',
      field: 'input.supervisionVisit',
    });
    await changeVersion(context, {
      table,
      id: visit.id,
      expected: input.expectedVersion,
      set: { withdrawn: true, withdrawal_reason: reason },
    });
    await deriveVisits(context, { unitIds: [unitId], day });
    await context.audit('new-rural-areas:withdraw-visit', { type, id: visit.id }, { reason });
    return visit.id;
  }
}

/** The visit, if the caller may change it and it has not been withdrawn. */
async function standingVisit(context: RequestContext, id: string): Promise<Row> {
  const field = 'input.supervisionVisit';
  const visit = await found(context, SupervisionVisit, id, field);
  const unitId = visit['unit'] as number;
  await requireScope(context, 'new-rural-areas:supervise', { unitId, program, field });
  if (visit['withdrawn'])
    throw new ProblemError('NEW_RURAL_VISIT_WITHDRAWN', { field, reason: visit['withdrawalReason'] });
  return visit;
}
