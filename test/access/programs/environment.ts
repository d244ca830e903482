import { places } from '../places.js';
import { changeOf, ofUnit, type Row, type TablePromise } from '../promise.js';
import type { Who } from '../rights.js';
import type { Ground } from '../row-oracle.js';
import type { ProgramPromises } from './program-promises.js';

const program = (): string => 'PRG-26';
const may = (what: string) => changeOf(`environment:${what}`, program);

const isOwn = (who: Who, row: Row): boolean => who.organizations.has(row['organization_id']);

/** Rows of a unit, and those of the own organization. */
const sees = (who: Who, row: Row, ground: Ground): boolean =>
  ofUnit('environment:read', program)(who, row, ground) || isOwn(who, row);

/** The Front's people everywhere in their units, an organization's for that organization. */
const records = (who: Who, row: Row, ground: Ground): boolean =>
  may('record')(who, row, ground) || (may('report')(who, row, ground) && isOwn(who, row));

const byUnit: Pick<TablePromise, 'select' | 'kind'> = {
  select: ofUnit('environment:read', program),
  kind: ['unit_id', 'recorded_by'],
};

export const environment: ProgramPromises = {
  ids: {},
  promises: [
    {
      table: 'environment.model',
      select: sees,
      insert: records,
      update: records,
      touch: 'version = 9',
      kind: ['unit_id', 'organization_id'],
    },
    {
      table: 'environment.action',
      select: sees,
      insert: (who, row, ground) => row['recorded_by'] === who.userId && records(who, row, ground),
      update: (who, row, ground) => records(who, row, ground) || may('confirm')(who, row, ground),
      touch: 'version = 9',
      kind: ['unit_id', 'organization_id', 'recorded_by'],
    },
    {
      ...byUnit,
      table: 'environment.commitment',
      insert: (who, row, ground) => row['recorded_by'] === who.userId && may('record')(who, row, ground),
      update: (who, row, ground) => may('record')(who, row, ground) || may('confirm')(who, row, ground),
      touch: 'version = 9',
    },
    {
      ...byUnit,
      table: 'environment.commitment_review',
      insert: (who, row, ground) => row['reviewed_by'] === who.userId && may('confirm')(who, row, ground),
      kind: ['unit_id', 'reviewed_by'],
    },
  ],
  rows: [
    // In the foreign commune; the organization is that of the foreign district.
    /* sql */ `
  with ${places}
  insert into environment.model (unit_id, organization_id, kind_id, name, households, started_on)
  select unit_id, case which when 2 then organization.id end, (select min(id) from environment.code where list = 'MODEL_KIND'), 'Mô hình xã khác ' || which, 5, '2021-01-01'
    from place, generate_series(1, 2) which, core.organization where name = 'foreign' and organization.key = 'front-foreign'`,
    /* sql */ `
  with ${places}
  insert into environment.action (unit_id, purpose, kind_id, held_on, place, participants, waste_kg, road_meters, canal_meters, trees, recorded_by)
  select unit_id, 'CLEANUP', (select min(id) from environment.code where list = 'CLEANUP_KIND'), '2021-09-01', 'Chợ xã khác', 9, 1, 2, 3, 4, account.id
    from place, core.user_account account where name = 'foreign' and account.username = 'foreign.clerk'`,
    /* sql */ `
  with ${places}, made as (
    insert into environment.commitment (unit_id, organization_id, pledge, since, recorded_by)
    select unit_id, organization.id, 'Không vứt rác ra kênh.', '2021-01-01', account.id
      from place, core.organization, core.user_account account where name = 'foreign' and organization.key = 'front-foreign' and account.username = 'foreign.clerk'
    returning id, unit_id)
  insert into environment.commitment_review (commitment_id, unit_id, year, result, note, reviewed_on, reviewed_by)
  select made.id, made.unit_id, 2021, 'KEPT', 'Đã xem.', '2021-09-01', account.id from made, core.user_account account where account.username = 'foreign.standing'`,
  ],
  moreRows: [/* sql */ `update environment.code set valid_to = '2035-01-01' where id % 2 = 0`],
};
