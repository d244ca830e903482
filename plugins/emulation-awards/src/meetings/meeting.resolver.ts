import {
  AdministrativeUnit,
  changeVersion,
  communeKinds,
  found,
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
import { districtKinds } from '../district-kinds.js';
import { yearProgram } from '../program-code.js';
import { deriveMeetings } from './derive-meetings.js';
import { RecordMeetingInput, WithdrawMeetingInput } from './meeting-inputs.js';
import { ReviewMeeting } from './review-meeting.js';

const permission = 'emulation-awards:meetings';
const program = yearProgram;
const kinds = [...communeKinds, ...districtKinds];

@Resolver()
export class MeetingResolver {
  @Mutation(() => ReviewMeeting, {
    nullable: true,
    description: 'Records that the work of a unit was reviewed (E-27, E-28).',
  })
  async emulationAwardsRecordMeeting(
    @Arg('input', () => RecordMeetingInput, { description: 'Where, when, and what was found.' })
    input: RecordMeetingInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const unitId = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, permission, { unitId, program, field: 'input.unit' });
    const day = requirePastDay(context, input.heldOn, 'input.heldOn');
    await requireKindOfUnit(context, { unitId, on: day, kinds, field: 'input.unit' });
    const attendance = requireCount(input.attendance, 'input.attendance', { minimum: 1, maximum: 10_000 });
    const summary = requiredText(input.summary, 'input.summary', { minimum: 3, maximum: 4000 });
    await requireOpenPeriod(context, { unitId, program, day, calendar: 'HALF', field: 'input.heldOn' });
    const [made] = await context.session.query<{ id: number }>(
      `insert into emulation_awards.review_meeting (unit_id, held_on, kind, attendance, summary) values ($1, $2, $3, $4, $5) returning id`,
      [unitId, day, input.kind, attendance, summary],
    );
    await deriveMeetings(context, [{ unitId, day }]);
    await context.audit('emulation-awards:record-meeting', {
      type: 'EmulationAwardsReviewMeeting',
      id: made!.id,
    });
    return made!.id;
  }

  @Mutation(() => ReviewMeeting, {
    nullable: true,
    description:
      'Withdraws a review that should not have been recorded; it stays in the list and counts nowhere.',
  })
  async emulationAwardsWithdrawMeeting(
    @Arg('input', () => WithdrawMeetingInput, { description: 'Which one, the version seen, and why.' })
    input: WithdrawMeetingInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const field = 'input.meeting';
    const meeting = await found(context, ReviewMeeting, input.meeting, field);
    const [unitId, day] = [meeting['unit'] as number, meeting['heldOn'] as string];
    await requireScope(context, permission, { unitId, program, field });
    if (meeting['withdrawnOn'] !== null)
      throw new ProblemError('EMULATION_WITHDRAWN', { field, given: meeting['withdrawnOn'], allowed: '-' });
    const reason = requireReason(input.reason);
    await requireOpenPeriod(context, { unitId, program, day, calendar: 'HALF', field });
    await changeVersion(context, {
      table: 'emulation_awards.review_meeting',
      id: meeting.id,
      expected: input.expectedVersion,
      set: { withdrawn_on: context.clock.businessDate, withdrawal_reason: reason },
    });
    await deriveMeetings(context, [{ unitId, day }]);
    await context.audit('emulation-awards:withdraw-meeting', {
      type: 'EmulationAwardsReviewMeeting',
      id: meeting.id,
    });
    return meeting.id;
  }
}
