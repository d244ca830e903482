import type { Migration } from '@phoihop/platform';

/**
 * What lists look up beside the row rule (`access/unit-rows.ts`): reports of some units, by what they are mostly
 * filtered by; and reports and figures of some organizations, whatever the unit. Most rows are of no organization and
 * in no such index; figures of units have had one from the beginning.
 */
const ofFew = /* sql */ `
create index report_scope on core.report (unit_id, program, state, as_of);
create index report_organization on core.report (organization_id) where organization_id is not null;
create index data_value_organization on core.data_value (organization_id, as_of) where organization_id is not null;
`;

/**
 * And what is looked up for whoever sees many rows: the latest ones, in the order of lists. Figures of the last months
 * are not accepted yet, so that the latest accepted ones of the nation stood behind a million others.
 */
const ofMany = /* sql */ `
create index report_latest on core.report (as_of desc, id);
create index data_value_latest_accepted on core.data_value (as_of desc, id) where superseded_at is null and state = 'ACCEPTED';
create index data_value_program on core.data_value (program, as_of) where superseded_at is null;
`;

/** The indexes that lists use, whoever asks. */
export const foundByScopeMigration: Migration = {
  name: '0019_found_by_scope',
  up: ofFew + ofMany,
  down: /* sql */ `
drop index core.data_value_program, core.data_value_latest_accepted, core.report_latest;
drop index core.data_value_organization, core.report_organization, core.report_scope;
`,
};
