import { changeVersion, found, requireCount, requireReason, requireScope } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { program } from '../access.js';
import { holdPoll, requireIndependence } from './independence.js';
import { PollArea } from './poll-area.js';
import { pollWorkflow, type PollState } from './poll-enums.js';
import type { EnterTallyInput, TallyInput } from './poll-inputs.js';

/**
 * Enters what a residential area has counted; counts that were wrong are kept, marked, with the reason.
 * @returns the id of the area within the poll.
 * @throws ProblemError NEW_RURAL_POLL_STATE once the poll is closed, SAME_PERSON for who judged the commune or signed it, NEW_RURAL_TALLY_QUESTIONS,
 *   NEW_RURAL_TALLY_SUM, REASON_REQUIRED, CONFLICT.
 */
export async function enterTally(context: RequestContext, input: EnterTallyInput): Promise<number> {
  const { session, caller } = context;
  const field = 'input.pollArea';
  const area = await found(context, PollArea, input.pollArea, field);
  const unitId = area['unit'] as number;
  await requireScope(context, 'new-rural-areas:tally', { unitId, program, field });
  await holdPoll(context, area['poll'] as number, 'counting');
  const [poll] = await session.query<{ state: PollState; unit_id: number; opened_on: string }>(
    'select state, unit_id, opened_on::text from new_rural_areas.poll where id = $1',
    [area['poll']],
  );
  pollWorkflow.after('newRuralAreasEnterTally', poll!.state, field);
  await requireIndependence(context, { unitId: poll!.unit_id, openedOn: poll!.opened_on }, field);
  const bounds = { minimum: 0, maximum: area['households'] as number };
  const polled = requireCount(input.polled, 'input.polled', bounds);
  const tallies = await checkedTallies(context, input.tallies, { polled, on: poll!.opened_on });
  const reason = area['polled'] === null ? null : requireReason(input.reason ?? '');
  await changeVersion(context, {
    table: 'new_rural_areas.poll_area',
    id: area.id,
    expected: input.expectedVersion,
    set: { polled, entered_by: caller.userId },
  });
  await session.query(
    'update new_rural_areas.poll_tally set superseded_at = clock_timestamp() where area_id = $1 and superseded_at is null',
    [area.id],
  );
  await session.query(
    `insert into new_rural_areas.poll_tally (area_id, unit_id, question_id, yes, no, other, reason, recorded_by)
     select $1, $2, question, yes, no, other, $4, $5
       from jsonb_to_recordset($3::jsonb) as given (question bigint, yes int, no int, other int)`,
    [area.id, unitId, JSON.stringify(tallies), reason, caller.userId],
  );
  const facts = { polled, ...(reason ? { before: area['polled'], reason } : {}) };
  await context.audit('new-rural-areas:enter-tally', { type: 'NewRuralAreasPollArea', id: area.id }, facts);
  return area.id;
}

/** Every question in force when the poll was opened, each once; its answers come to the households asked. */
async function checkedTallies(
  context: RequestContext,
  given: readonly TallyInput[],
  { polled, on }: { polled: number; on: string },
): Promise<{ question: number; yes: number; no: number; other: number }[]> {
  const asked = await context.session.query<{ id: number; code: string }>(
    `select id, code from new_rural_areas.poll_question
      where valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by position`,
    [on],
  );
  const bounds = { minimum: 0, maximum: polled };
  const tallies = given.map(({ question, yes, no, other }, index) => {
    const at = `input.tallies[${index}]`;
    const tally = {
      question,
      yes: requireCount(yes, `${at}.yes`, bounds),
      no: requireCount(no, `${at}.no`, bounds),
      other: requireCount(other, `${at}.other`, bounds),
    };
    const sum = yes + no + other;
    if (sum !== polled)
      throw new ProblemError('NEW_RURAL_TALLY_SUM', { field: at, given: sum, allowed: polled });
    return tally;
  });
  const named = new Map(tallies.map((tally) => [tally.question, tally]));
  const all = named.size === tallies.length && tallies.length === asked.length;
  if (!all || asked.some(({ code }) => !named.has(code))) {
    const allowed = asked.map(({ code }) => code).join(', ');
    throw new ProblemError('NEW_RURAL_TALLY_QUESTIONS', {
      field: 'input.tallies',
      given: tallies.length,
      allowed,
    });
  }
  return asked.map(({ id, code }) => ({ ...named.get(code)!, question: id }));
}
