import type { Migration } from '@phoihop/platform';

/** The first year is that of the first criteria (`firstYear`), not one that a table knows. */
export const yearsMigration: Migration = {
  name: '0007_years_of_criteria',
  up: /* sql */ `
    alter table crime_prevention.safe_area_assessment
      drop constraint safe_area_assessment_year_check,
      add constraint safe_area_assessment_year_check check (year between 1945 and 2200);
  `,
  down: /* sql */ `
    alter table crime_prevention.safe_area_assessment
      drop constraint safe_area_assessment_year_check,
      add constraint safe_area_assessment_year_check check (year between 2012 and 2100);
  `,
};
