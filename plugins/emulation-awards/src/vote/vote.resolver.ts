import { found } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireNotOwnUnit } from '../scores/own-unit.js';
import { ScoreSheet } from '../sheets/score-sheet.js';
import { EmulationYear } from '../years/emulation-year.js';
import { Entry } from '../years/entry.js';
import { YearStepInput } from '../years/year-inputs.js';
import { entryAt, takeYearStep } from '../years/year-step.js';
import { countVotes } from './count-votes.js';
import { VoteCast } from './vote-cast.js';
import { VoteInput } from './vote-inputs.js';

@Resolver()
export class VoteResolver {
  @Mutation(() => VoteCast, {
    nullable: true,
    description:
      'Casts the one vote of a unit for another of its cluster. Nobody votes for itself, and no person for two units.',
  })
  async emulationAwardsVote(
    @Arg('input', () => VoteInput, { description: 'Which unit votes, and for which.' })
    input: VoteInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const candidate = await found(context, Entry, input.candidate, 'input.candidate');
    const { entry, year, unitId } = await entryAt(context, input.voter, 'emulationAwardsVote', 'input.voter');
    await requireNotOwnUnit(context, 'emulation-awards:vote', {
      entry: candidate,
      byUnit: unitId,
      field: 'input.candidate',
    });
    if (candidate['cluster'] !== entry['cluster'])
      throw new ProblemError('EMULATION_OTHER_CLUSTER', { field: 'input.candidate', given: null });
    await requireOneVote(context, entry['cluster'] as number);
    const [made] = await context.session.query<{ id: number }>(
      `insert into emulation_awards.vote_cast (entry_id, cluster_id, group_id, unit_id, cast_on, cast_by)
       values ($1, $2, $3, $4, $5, $6) on conflict (entry_id) do nothing returning id`,
      [entry.id, entry['cluster'], entry['group'], unitId, context.clock.businessDate, context.caller.userId],
    );
    if (!made) throw new ProblemError('EMULATION_VOTED', { field: 'input.voter', given: 1, allowed: 1 });
    const sheet = await context.read.byId(ScoreSheet, year['sheet'] as number);
    // Without `returning`: nobody who votes may read a ballot.
    await context.session.query(
      'insert into emulation_awards.ballot (unit_id, group_id, candidate_id, voter_id) values ($1, $2, $3, $4)',
      [year['unit'], entry['group'], candidate.id, sheet!['ballot'] === 'NAMED' ? entry.id : null],
    );
    await context.audit('emulation-awards:vote', { type: 'EmulationAwardsVoteCast', id: made.id });
    return made.id;
  }

  @Mutation(() => EmulationYear, {
    nullable: true,
    description: 'Closes the vote and counts its ballots.',
  })
  async emulationAwardsCloseVote(
    @Arg('input', () => YearStepInput, { description: 'The emulation year and the version seen.' })
    input: YearStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return takeYearStep(context, input, 'emulationAwardsCloseVote', {
      after: (year) => countVotes(context, year),
    });
  }
}

/**
 * One person casts the vote of one unit of a cluster. Who cast a vote is kept with the act of voting, never with the
 * ballot, so that asking this tells nothing of what was voted.
 * @throws ProblemError EMULATION_VOTED
 */
async function requireOneVote(context: RequestContext, cluster: number): Promise<void> {
  // Two votes of one person at once, with two accounts: the second waits and is refused.
  await context.session.query(`select pg_advisory_xact_lock(hashtext('emulation-awards vote'), $1::int)`, [
    cluster,
  ]);
  const [answer] = await context.session.query<{ voted: boolean }>(
    'select core.is_callers_person(array_agg(cast_by)) as voted from emulation_awards.vote_cast where cluster_id = $1',
    [cluster],
  );
  if (answer!.voted)
    throw new ProblemError('EMULATION_VOTED', { field: 'input.voter', given: 1, allowed: 1 });
}
