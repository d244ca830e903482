import { found } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { program } from '../access.js';
import type { PollAnswer, PollResult } from './poll-result.js';
import { Poll } from './poll.js';

/**
 * What came of a closed poll. Counts of an open one are told nobody: they would speak to those who are still asked.
 * @throws ProblemError NOT_FOUND, NEW_RURAL_POLL_NOT_CLOSED, NEW_RURAL_POLL_PARTLY_SEEN for who sees an area of it and not the unit.
 */
export async function readPollResult(context: RequestContext, id: string): Promise<PollResult> {
  const field = 'poll';
  const poll = await found(context, Poll, id, field);
  const [may] = await context.session.query<{ read: boolean; tallies: boolean }>(
    `select core.may_see('new-rural-areas:read', $1, $2) as read, core.may_see('new-rural-areas:tallies', $1, $2) as tallies`,
    [poll['unit'], program],
  );
  if (!may!.read) throw new ProblemError('NEW_RURAL_POLL_PARTLY_SEEN', { field });
  if (poll['state'] !== 'CLOSED')
    throw new ProblemError('NEW_RURAL_POLL_NOT_CLOSED', { field, given: poll['state'] });
  const [whole] = await context.session.query<Omit<PollResult, 'poll' | 'answers'> & { small: number }>(
    selectWhole,
    [poll.id],
  );
  const answers = await context.session.query<Counted>(selectAnswers, [poll.id]);
  const { small, ...facts } = whole!;
  const shown = may!.tallies
    ? (one: Counted) => ({ ...one, withheld: false })
    : withholding(small, facts.polled);
  return { poll: poll.id, ...facts, answers: answers.map(shown) };
}

type Counted = Omit<PollAnswer, 'withheld'>;

/** As for any share: it is not shown where either of its two counts is smaller than the indicator's smallest cell. */
const withholding =
  (small: number, polled: number) =>
  (one: Counted): PollAnswer => {
    const tiny = (count: number): boolean => count > 0 && count < small;
    const withheld = tiny(one.yes!) || tiny(polled);
    const without = { ...one, no: null, other: null, withheld };
    return withheld ? { ...without, yes: null, approval: null } : without;
  };

const selectWhole = /* sql */ `
  select poll.households, poll.polled, poll.passed,
         trim_scale(round(poll.polled::numeric / poll.households, 6))::text as coverage,
         poll.polled >= rule.minimum_coverage * poll.households as "coverageReached",
         coalesce((select small_cell_threshold from core.indicator where key = 'new-rural-areas.satisfaction-rate'), 0) as small
    from new_rural_areas.poll join new_rural_areas.poll_rule rule on rule.id = poll.rule_id
   where poll.id = $1`;

const selectAnswers = /* sql */ `
  select total.question_id as question, total.yes, total.no, total.other,
         trim_scale(round(total.yes::numeric / nullif(poll.polled, 0), 6))::text as approval,
         case when rule.approval_above then total.yes > rule.minimum_approval * poll.polled
              else total.yes >= rule.minimum_approval * poll.polled end as reached
    from new_rural_areas.poll_total total
    join new_rural_areas.poll on poll.id = total.poll_id
    join new_rural_areas.poll_rule rule on rule.id = poll.rule_id
    join new_rural_areas.poll_question question on question.id = total.question_id
   where total.poll_id = $1 order by question.position`;
