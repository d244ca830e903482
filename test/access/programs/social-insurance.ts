import { known, places } from '../places.js';
import { changeOf, ofUnit } from '../promise.js';
import type { ProgramPromises } from './program-promises.js';

const insurance = (): string => 'PRG-27';

export const socialInsurance: ProgramPromises = {
  ids: {
    household: 'SocialInsuranceGapHousehold',
    session: 'SocialInsuranceOutreachSession',
    agent: 'SocialInsuranceCollectionAgent',
  },
  promises: [
    {
      table: 'social_insurance.coverage_snapshot',
      select: ofUnit('social-insurance:read', insurance),
      insert: changeOf('social-insurance:record', insurance),
      update: changeOf('social-insurance:record', insurance),
      touch: 'superseded_at = now()',
      kind: ['unit_id'],
    },
    {
      table: 'social_insurance.outreach_session',
      select: ofUnit('social-insurance:read', insurance),
      insert: changeOf('social-insurance:record', insurance),
      update: changeOf('social-insurance:record', insurance),
      touch: 'version = 9',
      kind: ['unit_id'],
    },
    {
      table: 'social_insurance.collection_agent',
      select: ofUnit('social-insurance:read', insurance),
      insert: changeOf('social-insurance:record', insurance),
      update: changeOf('social-insurance:record', insurance),
      touch: 'version = 9',
      kind: ['unit_id'],
    },
    {
      table: 'social_insurance.gap_household',
      select: ofUnit('social-insurance:gaps', insurance),
      insert: changeOf('social-insurance:gaps', insurance),
      update: changeOf('social-insurance:gaps', insurance),
      touch: 'version = 9',
      kind: ['unit_id'],
    },
  ],
  rows: [
    // The insurance program’s tables, in the foreign commune.
    /* sql */ `
  with ${places}
  insert into social_insurance.coverage_snapshot (unit_id, date, insurance, insured, population, source)
  select unit_id, '2021-09-30', 'HEALTH', 10, 20, 'social-insurance-agency' from place where name = 'foreign'`,
    /* sql */ `
  with ${places}
  insert into social_insurance.outreach_session (unit_id, held_on, topic, attendance, registered)
  select unit_id, '2021-09-01', 'Tuyên truyền', 3, 1 from place where name = 'foreign'`,
    /* sql */ `
  with ${places}
  insert into social_insurance.collection_agent (unit_id, name, valid_from) select unit_id, 'Đại lý', '2021-01-01' from place where name = 'foreign'`,
    /* sql */ `
  with ${places}
  insert into social_insurance.gap_household (unit_id, head_name, members, uninsured, noted_on)
  select unit_id, 'Nguyễn Văn Xa', 4, 2, '2021-09-01' from place where name = 'foreign'`,
  ],
  moreRows: [
    // Of the insurance program: what was replaced, withdrawn, ended.
    /* sql */ `
  insert into social_insurance.coverage_snapshot (unit_id, date, insurance, group_id, insured, population, source, recorded_at, superseded_at)
  select unit_id, date, insurance, group_id, greatest(insured - 1, 0), population, source, '2021-02-01', '2021-02-02'
    from social_insurance.coverage_snapshot where superseded_at is null and id % 3 = 0`,
    // A figure of one commune later than those of the others.
    /* sql */ `
  with ${known}
  insert into social_insurance.coverage_snapshot (unit_id, date, insurance, group_id, insured, population, source)
  select unit_id, date + 3, insurance, group_id, insured, population, source from (
    select distinct on (insurance, group_id, source) * from social_insurance.coverage_snapshot join place using (unit_id)
     where at = 'commune' and superseded_at is null order by insurance, group_id, source, date desc) latest`,
    /* sql */ `
  update social_insurance.outreach_session set withdrawn = true, withdrawal_reason = 'nhập nhầm' where id % 4 = 0`,
    /* sql */ `
  update social_insurance.collection_agent set address = 'Ấp 1', valid_to = case when id % 2 = 0 then date '2030-01-01' end`,
    /* sql */ `
  insert into social_insurance.participant_group (code, insurance, title_vi, title_en, valid_from, valid_to, legal_basis)
  select code, insurance, title_vi, title_en, '1995-01-01', '1996-01-01', legal_basis from social_insurance.participant_group order by id limit 3`,
  ],
};
