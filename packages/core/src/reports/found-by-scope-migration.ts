import type { Migration } from '@phoihop/platform';

/**
 * What lists look up beside the row rule (`access/unit-rows.ts`): reports of some units, by what they are mostly
 * filtered by; figures of some units day after day, the latest first, so that a page needs no more than the last days;
 * and reports and figures of some organizations. Most rows are of no organization and in no such index.
 *
 * `if not exists`: on a large database they may be made beforehand, `concurrently`, at a quiet time.
 */
const ofFew = /* sql */ `
create index if not exists report_scope on core.report (unit_id, program, state, as_of);
create index if not exists report_organization on core.report (organization_id, as_of desc) where organization_id is not null;
create index if not exists data_value_day on core.data_value (as_of desc, unit_id, state);
create index if not exists data_value_organization on core.data_value (organization_id, as_of desc) where organization_id is not null;
`;

/**
 * And what is looked up for whoever sees the nation: the latest rows, in the order of lists. Superseded figures are in
 * them, because lists show them unless asked not to. Figures of the last months are not accepted yet: the latest
 * accepted ones stood behind a million others.
 *
 * None is over `superseded_at is null` alone: while the table is empty PostgreSQL takes such an index for any question
 * about figures that count, and a session that plans then reads all of it for each figure later.
 */
const ofMany = /* sql */ `
create index if not exists report_newest on core.report (as_of desc, id);
create index if not exists data_value_newest on core.data_value (as_of desc, id);
create index if not exists data_value_newest_accepted on core.data_value (as_of desc, id) where state = 'ACCEPTED';
create index if not exists data_value_program on core.data_value (program, as_of);
drop index core.data_value_latest;
`;

/** The indexes that lists use, whoever asks. */
export const foundByScopeMigration: Migration = {
  name: '0023_found_by_scope',
  up: ofFew + ofMany,
  down: /* sql */ `
create index data_value_latest on core.data_value (as_of desc, id) where superseded_at is null;
drop index core.data_value_program, core.data_value_newest_accepted, core.data_value_newest, core.report_newest;
drop index core.data_value_organization, core.data_value_day, core.report_organization, core.report_scope;
`,
};
