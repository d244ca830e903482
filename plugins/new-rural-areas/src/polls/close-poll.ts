import { changeVersion, found, requireOpenPeriod, requireScope } from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { program } from '../access.js';
import { derivePolls } from './derive-polls.js';
import { holdPoll } from './independence.js';
import { pollWorkflow, type PollState, type PollStep } from './poll-enums.js';
import type { ClosePollInput } from './poll-inputs.js';
import { Poll } from './poll.js';

/**
 * Closes a poll of which every area has counted, judges it by its rule, and brings the satisfaction rate of the commune
 * up to date in the same transaction.
 * @returns its id.
 * @throws ProblemError NEW_RURAL_POLL_STATE, NEW_RURAL_POLL_INCOMPLETE, PERIOD_LOCKED, CONFLICT
 */
export async function closePoll(context: RequestContext, input: ClosePollInput): Promise<number> {
  const { poll, to } = await pollAt(context, input.poll, 'newRuralAreasClosePoll');
  const unitId = poll['unit'] as number;
  const day = context.clock.businessDate;
  await requireOpenPeriod(context, { unitId, program, day, calendar: 'QUARTER', field: 'input.poll' });
  await holdPoll(context, poll.id, 'closing');
  const [counted] = await context.session.query<{ polled: number; missing: number; areas: number }>(
    `select coalesce(sum(polled), 0)::int as polled, count(*) filter (where polled is null)::int as missing, count(*)::int as areas
       from new_rural_areas.poll_area where poll_id = $1`,
    [poll.id],
  );
  const { polled, missing, areas } = counted!;
  if (missing > 0)
    throw new ProblemError('NEW_RURAL_POLL_INCOMPLETE', {
      field: 'input.poll',
      given: areas - missing,
      allowed: areas,
    });
  await context.session.query(insertTotals, [poll.id]);
  const [judged] = await context.session.query<{ passed: boolean }>(judge, [poll.id, polled]);
  await changeVersion(context, {
    table: 'new_rural_areas.poll',
    id: poll.id,
    expected: input.expectedVersion,
    set: { state: to, closed_on: day, closed_by: context.caller.userId, polled, passed: judged!.passed },
  });
  await derivePolls(context, [poll.id]);
  await context.audit(
    'new-rural-areas:close-poll',
    { type: 'NewRuralAreasPoll', id: poll.id },
    { polled, passed: judged!.passed },
  );
  return poll.id;
}

/** The poll, if the caller may take the step with it. @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, NEW_RURAL_POLL_STATE */
export async function pollAt(
  context: RequestContext,
  id: string,
  step: PollStep,
): Promise<{ poll: Row; to: PollState }> {
  const field = 'input.poll';
  const poll = await found(context, Poll, id, field);
  const [permission] = pollWorkflow.steps[step].permissions;
  await requireScope(context, permission!, { unitId: poll['unit'] as number, program, field });
  return { poll, to: pollWorkflow.after(step, poll['state'] as PollState, field) };
}

/** $1 poll. */
export const insertTotals = /* sql */ `
  insert into new_rural_areas.poll_total (poll_id, unit_id, question_id, yes, no, other, demo)
  select poll.id, poll.unit_id, tally.question_id, sum(tally.yes), sum(tally.no), sum(tally.other), poll.demo
    from new_rural_areas.poll
    join new_rural_areas.poll_area area on area.poll_id = poll.id
    join new_rural_areas.poll_tally tally on tally.area_id = area.id and tally.superseded_at is null
   where poll.id = $1 group by poll.id, tally.question_id`;

/**
 * Whether enough households were asked and, of every decisive question, enough said yes. Counts are held against shares
 * by multiplying, so that no rounding decides. $1 poll, $2 households asked.
 */
export const judge = /* sql */ `
  select $2::int >= rule.minimum_coverage * poll.households
     and not exists (select from new_rural_areas.poll_total total
       join new_rural_areas.poll_question question on question.id = total.question_id and question.decisive
      where total.poll_id = poll.id and not case when rule.approval_above
        then total.yes > rule.minimum_approval * $2::int else total.yes >= rule.minimum_approval * $2::int end) as passed
    from new_rural_areas.poll join new_rural_areas.poll_rule rule on rule.id = poll.rule_id
   where poll.id = $1`;
