import {
  changeVersion,
  optionalText,
  refuse,
  requireCount,
  requiredText,
  requirePastDay,
  requireReason,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { deriveHouseholdsSupported } from './derive-households-supported.js';
import { SupportComplaint } from './support-complaint.js';
import {
  AddSupportHouseholdInput,
  AnswerSupportComplaintInput,
  FileSupportComplaintInput,
  RecordSupportReceivedInput,
  RemoveSupportHouseholdInput,
} from './support-household-inputs.js';
import { SupportHousehold } from './support-household.js';
import { complaintFor, householdFor, listFor, listTable } from './support-place.js';

const type = 'Covid19SupportHousehold';

@Resolver()
export class SupportHouseholdResolver {
  @Mutation(() => SupportHousehold, {
    nullable: true,
    description: 'Puts a household on a list that is drawn up.',
  })
  async covid19AddSupportHousehold(
    @Arg('input', () => AddSupportHouseholdInput, { description: 'The list, and the household.' })
    input: AddSupportHouseholdInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const list = await listFor(context, input.list, 'covid19AddSupportHousehold');
    const [row] = await context.session.query<{ id: number }>(
      `insert into covid_19.support_household (list_id, unit_id, head_name, address, people, amount)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [
        list.id,
        list['unit'],
        requiredText(input.headName, 'input.headName', { minimum: 2, maximum: 120 }),
        optionalText(input.address, 'input.address', { maximum: 200 }),
        requireCount(input.people, 'input.people', { minimum: 1, maximum: 50 }),
        wholeDong(input.amount, 'input.amount'),
      ],
    );
    await recount(context, list.id);
    await context.audit('covid-19:add-household', { type, id: row!.id });
    return row!.id;
  }

  @Mutation(() => SupportHousehold, {
    nullable: true,
    description: 'Takes a household off a list, with a reason; it stays on record.',
  })
  async covid19RemoveSupportHousehold(
    @Arg('input', () => RemoveSupportHouseholdInput, { description: 'The household, and why.' })
    input: RemoveSupportHouseholdInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const { household, list } = await householdFor(context, input.household, 'covid19RemoveSupportHousehold');
    await changeVersion(context, {
      table: 'covid_19.support_household',
      id: household.id,
      expected: input.expectedVersion,
      set: { removed_reason: reason },
    });
    await recount(context, list.id);
    await context.audit('covid-19:remove-household', { type, id: household.id });
    return household.id;
  }

  @Mutation(() => SupportHousehold, {
    nullable: true,
    description: 'Enters that a household has received its support.',
  })
  async covid19RecordSupportReceived(
    @Arg('input', () => RecordSupportReceivedInput, { description: 'The household, and the day.' })
    input: RecordSupportReceivedInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const { household, list } = await householdFor(context, input.household, 'covid19RecordSupportReceived');
    const day = requirePastDay(context, input.receivedOn, 'input.receivedOn');
    if (day < String(list['approvedOn'])) refuse('input.receivedOn', day, `≥ ${list['approvedOn']}`);
    if (household['receivedOn'] !== null)
      throw new ProblemError('COVID_SUPPORT_RECEIVED', {
        field: 'input.household',
        given: household['receivedOn'],
      });
    await changeVersion(context, {
      table: 'covid_19.support_household',
      id: household.id,
      expected: input.expectedVersion,
      set: { received_on: day },
    });
    await context.audit('covid-19:receive-support', { type, id: household.id }, { day });
    await deriveHouseholdsSupported(context, { units: [list['unit'] as number], day });
    return household.id;
  }

  @Mutation(() => SupportComplaint, {
    nullable: true,
    description: 'Enters a complaint about a list that is posted.',
  })
  async covid19FileSupportComplaint(
    @Arg('input', () => FileSupportComplaintInput, { description: 'The list, and what is complained about.' })
    input: FileSupportComplaintInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const list = await listFor(context, input.list, 'covid19FileSupportComplaint');
    const day = context.clock.businessDate;
    if (day > String(list['complaintsUntil']))
      throw new ProblemError('COVID_COMPLAINTS_OVER', {
        field: 'input.list',
        given: day,
        allowed: list['complaintsUntil'],
      });
    const [row] = await context.session.query<{ id: number }>(
      `insert into covid_19.support_complaint (list_id, unit_id, text, received_on, received_by) values ($1, $2, $3, $4, $5) returning id`,
      [
        list.id,
        list['unit'],
        requiredText(input.text, 'input.text', { minimum: 3, maximum: 2000 }),
        day,
        context.caller.userId,
      ],
    );
    await context.audit('covid-19:file-complaint', { type: 'Covid19SupportComplaint', id: row!.id });
    return row!.id;
  }

  @Mutation(() => SupportComplaint, {
    nullable: true,
    description: 'Enters what was answered to a complaint.',
  })
  async covid19AnswerSupportComplaint(
    @Arg('input', () => AnswerSupportComplaintInput, { description: 'The complaint, and the answer.' })
    input: AnswerSupportComplaintInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const complaint = await complaintFor(context, input.complaint, 'covid19AnswerSupportComplaint');
    if (complaint['answer'] !== null)
      throw new ProblemError('COVID_COMPLAINT_ANSWERED', { field: 'input.complaint' });
    await changeVersion(context, {
      table: 'covid_19.support_complaint',
      id: complaint.id,
      expected: input.expectedVersion,
      set: {
        answer: requiredText(input.answer, 'input.answer', { minimum: 3, maximum: 2000 }),
        answered_on: context.clock.businessDate,
        answered_by: context.caller.userId,
      },
    });
    await context.audit('covid-19:answer-complaint', { type: 'Covid19SupportComplaint', id: complaint.id });
    return complaint.id;
  }
}

/** @throws ProblemError BAD_USER_INPUT */
function wholeDong(amount: string, field: string): string {
  if (!/^\d{1,10}(\.0+)?$/.test(amount) || Number(amount) < 1 || Number(amount) > 1_000_000_000)
    refuse(field, amount, '1–1000000000');
  return amount;
}

/** A list tells how many are on it and what they get together, and keeps who changed that, and when last. */
async function recount({ session, caller, clock }: RequestContext, list: number): Promise<void> {
  await session.query(
    `update ${listTable} set version = version + 1, drawn_up_on = $2, worked_on_by = array_remove(worked_on_by || $3::bigint, null),
       (household_count, amount) = (
       select count(*), coalesce(sum(amount), 0) from covid_19.support_household where list_id = $1 and removed_reason is null)
     where id = $1`,
    [list, clock.businessDate, caller.userId],
  );
}
