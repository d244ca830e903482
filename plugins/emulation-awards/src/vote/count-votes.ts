import type { RequestContext, Row } from '@phoihop/platform';

/** Counts the ballots of a year that has just been closed, and tells whose they were where the vote was named. */
export async function countVotes({ session }: Pick<RequestContext, 'session'>, year: Row): Promise<void> {
  await session.query(
    `insert into emulation_awards.vote_result (entry_id, cluster_id, group_id, unit_id, votes, demo)
     select entry.id, entry.cluster_id, entry.group_id, entry.unit_id,
         (select count(*) from emulation_awards.ballot where candidate_id = entry.id), entry.demo
       from emulation_awards.entry entry where entry.emulation_year_id = $1 order by entry.id`,
    [year.id],
  );
  await session.query(
    `update emulation_awards.vote_cast its set candidate_id = ballot.candidate_id
       from emulation_awards.ballot ballot
       join emulation_awards.entry voter on voter.id = ballot.voter_id and voter.emulation_year_id = $1
      where its.entry_id = voter.id`,
    [year.id],
  );
}
