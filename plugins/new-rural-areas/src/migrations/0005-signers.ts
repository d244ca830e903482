import type { Migration } from '@phoihop/platform';

/**
 * Whoever signed a self-assessment is held apart from the ballots as those are who entered its results; those who signed
 * before this was kept are told by the assessments themselves.
 */
export const signersMigration: Migration = {
  name: '0005_signers',
  up: `
    insert into new_rural_areas.assessor (unit_id, year, user_id)
    select unit_id, year, submitted_by from new_rural_areas.assessment where submitted_by is not null
    on conflict do nothing;
  `,
  down: `
    delete from new_rural_areas.assessor its where not exists (
      select from new_rural_areas.assessment judged
        join new_rural_areas.assessment_result result on result.assessment_id = judged.id
       where judged.unit_id = its.unit_id and judged.year = its.year and result.recorded_by = its.user_id);
  `,
};
