import type { RequestContext } from '@phoihop/platform';

/**
 * Whoever has judged a commune, or signed how it judges itself, counts none of its ballots: see `polls/independence.ts`.
 */
export const rememberAssessor = (
  { session, caller }: RequestContext,
  assessmentId: number,
): Promise<unknown> =>
  session.query(
    `insert into new_rural_areas.assessor (unit_id, year, user_id)
     select unit_id, year, $2 from new_rural_areas.assessment where id = $1 on conflict do nothing`,
    [assessmentId, caller.userId],
  );
