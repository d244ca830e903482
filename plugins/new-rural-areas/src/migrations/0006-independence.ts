import type { Migration } from '@phoihop/platform';

/**
 * Whether one person, under whatever accounts, stands on both sides of a dossier: judged the commune or signed for it, and
 * counted its ballots. Accounts are hidden from whoever hands in, so it is looked up past row security; answered is yes or
 * no, to nobody but who may hand in for the commune of both.
 */
export const independenceMigration: Migration = {
  name: '0006_independence',
  up: `
    create function new_rural_areas.judged_and_counted(the_assessment bigint, the_poll bigint) returns boolean
      language sql stable security definer
      set search_path = pg_catalog, pg_temp
    as $$
      with judge as (
        select judged.submitted_by as user_id from new_rural_areas.assessment judged where judged.id = the_assessment
        union select result.recorded_by from new_rural_areas.assessment_result result where result.assessment_id = the_assessment
      ), counter as (
        select tally.recorded_by as user_id
          from new_rural_areas.poll_area area
          join new_rural_areas.poll_tally tally on tally.area_id = area.id
         where area.poll_id = the_poll
      )
      select exists (
        select from new_rural_areas.assessment judged
          join new_rural_areas.poll on poll.id = the_poll and poll.unit_id = judged.unit_id
         where judged.id = the_assessment and core.may_change('new-rural-areas:submit', judged.unit_id, 'PRG-12'))
      and exists (
        select from judge
          join core.user_account one on one.id = judge.user_id
          join core.user_account other on other.id = one.id or other.person_id = one.person_id
          join counter on counter.user_id = other.id)
    $$;
    comment on function new_rural_areas.judged_and_counted(bigint, bigint) is
      'Whether somebody who made a self-assessment has counted ballots of a poll; told to whoever may hand both in.';
  `,
  down: `drop function new_rural_areas.judged_and_counted(bigint, bigint);`,
};
