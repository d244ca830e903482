import { places } from '../places.js';
import { changeOf, ofUnit, type Row, type TablePromise } from '../promise.js';
import type { Who } from '../rights.js';
import type { Ground } from '../row-oracle.js';
import type { ProgramPromises } from './program-promises.js';

const epidemic = (): string => 'PRG-28';
const may = (permission: string) => changeOf(`covid-19:${permission}`, epidemic);
const sees = (permission: string) => ofUnit(`covid-19:${permission}`, epidemic);
const either =
  (...permissions: string[]) =>
  (who: Who, row: Row, ground: Ground): boolean =>
    permissions.some((permission) => may(permission)(who, row, ground));

/** Rows of a unit that are seen with one permission and changed with another. */
const table = (name: string, read: string, write: string, touch: string): TablePromise => ({
  table: `covid_19.${name}`,
  select: sees(read),
  insert: may(write),
  update: may(write),
  touch,
  kind: ['unit_id'],
});

/** One row of a table in the foreign commune. */
const foreign = (name: string, columns: string, values: string, more = ''): string => /* sql */ `
  with ${places}
  insert into covid_19.${name} (unit_id, ${columns}) select unit_id, ${values} from place${more} where place.name = 'foreign'`;

const ofForeignList = `, covid_19.support_list list where list.unit_id = place.unit_id and list.title = 'Xa' and place.name = 'foreign'`;

export const covid19: ProgramPromises = {
  ids: {
    outbreak: 'Covid19Outbreak',
    disease: 'Covid19Disease',
    level: 'Covid19ResponseLevel',
    team: 'Covid19CommunityTeam',
    list: 'Covid19SupportList',
    package: 'Covid19SupportPackage',
    complaint: 'Covid19SupportComplaint',
    fund: 'Covid19Fund',
    'covid19ReverseFundEntry.entry': 'Covid19FundEntry',
    support: 'Covid19QuarantineSupport',
    'covid19RemoveSupportHousehold.household': 'Covid19SupportHousehold',
    'covid19RecordSupportReceived.household': 'Covid19SupportHousehold',
    'covid19WithdrawVaccinationOutreach.session': 'Covid19VaccinationOutreach',
  },
  promises: [
    {
      table: 'covid_19.outbreak',
      insert: may('declare'),
      update: may('declare'),
      touch: 'version = 9',
      kind: ['unit_id'],
    },
    {
      table: 'covid_19.outbreak_level',
      insert: (who, row, ground) =>
        may('declare')(who, ground.row('covid_19.outbreak', row['outbreak_id']), ground),
      kind: ['outbreak_id'],
    },
    table('area_households', 'read', 'record', 'superseded_at = now()'),
    table('community_team', 'read', 'record', 'version = 9'),
    { ...table('support_list', 'read', 'list', 'version = 9'), update: either('list', 'approve') },
    table('support_household', 'households', 'list', 'version = 9'),
    table('support_complaint', 'households', 'list', 'version = 9'),
    { ...table('fund', 'read', 'fund', 'balance = balance'), update: either('fund', 'fund-reverse') },
    {
      table: 'covid_19.fund_entry',
      select: sees('read'),
      insert: (who, row, ground) =>
        may(row['reverses_id'] === null ? 'fund' : 'fund-reverse')(who, row, ground),
      kind: ['unit_id', 'reverses_id'],
    },
    table('quarantine_support', 'read', 'record', 'version = 9'),
    table('vaccination_outreach', 'read', 'record', 'version = 9'),
  ],
  rows: [
    foreign(
      'outbreak',
      'disease_id, name, from_day',
      `(select min(id) from covid_19.disease), 'Xa', date '2021-06-01'`,
    ),
    foreign('area_households', 'households, counted_on', `100, date '2021-06-01'`),
    foreign('community_team', 'name, members, households, formed_on', `'Tổ xa', 3, 50, date '2021-06-01'`),
    foreign(
      'support_list',
      'package_id, title, small_cell_threshold',
      `(select min(id) from covid_19.support_package), 'Xa', 5`,
    ),
    /* sql */ `
  with ${places}
  insert into covid_19.support_household (list_id, unit_id, head_name, people, amount)
  select list.id, list.unit_id, 'Nguyễn Văn Xa', 1, 1500000 from place${ofForeignList}`,
    /* sql */ `
  with ${places}
  insert into covid_19.support_complaint (list_id, unit_id, text, received_on)
  select list.id, list.unit_id, 'Khiếu nại', '2021-09-01' from place${ofForeignList}`,
    foreign('fund', 'name, measure, opened_on', `'Quỹ xa', 'VND', date '2021-06-01'`),
    /* sql */ `
  insert into covid_19.fund_entry (fund_id, unit_id, direction, amount, day, counterpart, purpose)
  select id, unit_id, 'RECEIVED', 100, '2021-07-01', 'Tổ chức', 'ủng hộ' from covid_19.fund where name = 'Quỹ xa'`,
    foreign(
      'quarantine_support',
      'outbreak_id, place, given_on, households, parcels, what',
      `(select min(id) from covid_19.outbreak), 'HOME', date '2021-07-01', 3, 3, 'Gạo'`,
    ),
    foreign(
      'vaccination_outreach',
      'outbreak_id, held_on, topic, reached, registered',
      `(select min(id) from covid_19.outbreak), date '2021-08-01', 'Tiêm chủng', 9, 3`,
    ),
  ],
  moreRows: [
    // What the demonstration leaves open: a returned list, a household that was taken off.
    /* sql */ `update covid_19.support_list set return_reason = 'thiếu chữ ký' where state = 'DRAFT' and id % 2 = 0`,
    /* sql */ `update covid_19.support_household set removed_reason = 'đã chuyển đi' where received_on is null and id % 5 = 0`,
  ],
};
