import { places } from '../places.js';
import { changeOf, ofUnit, type Row, type TablePromise } from '../promise.js';
import type { Who } from '../rights.js';
import type { Ground } from '../row-oracle.js';
import type { ProgramPromises } from './program-promises.js';

const program = (): string => 'PRG-22';
const tips = 'crime-prevention:tips';

/** Somebody with the roles that were given for this program by name, and no other. */
const byName = (who: Who): Who => ({
  ...who,
  holdings: who.holdings.filter(({ programs }) => programs?.has('PRG-22')),
});

const seesTip = (who: Who, { unit_id: unit }: Row, { rights }: Ground): boolean =>
  rights.sees(byName(who), tips, unit, 'PRG-22');

const isHandler = (who: Who, row: Row): boolean => who.userId !== null && row['handler_id'] === who.userId;

const seesCase = (who: Who, row: Row, { rights }: Ground): boolean =>
  (isHandler(who, row) && rights.sees(who, 'crime-prevention:handle', row['unit_id'], 'PRG-22')) ||
  rights.sees(who, 'crime-prevention:assign', row['unit_id'], 'PRG-22');

const handles = (who: Who, row: Row, { rights }: Ground): boolean =>
  isHandler(who, row) && rights.changes(who, 'crime-prevention:handle', row['unit_id'], 'PRG-22');

const may = (what: string) => changeOf(`crime-prevention:${what}`, program);

const recorded = (table: string, write: string, touch: string): TablePromise => ({
  table: `crime_prevention.${table}`,
  select: ofUnit('crime-prevention:read', program),
  insert: may(write),
  update: may(write),
  touch,
  kind: ['unit_id'],
});

export const crimePrevention: ProgramPromises = {
  ids: {
    securityModel: 'CrimePreventionSecurityModel',
    tip: 'CrimePreventionTip',
    rehabilitationCase: 'CrimePreventionRehabilitationCase',
    safeArea: 'CrimePreventionSafeAreaAssessment',
    handler: 'User',
    transferTo: 'AdministrativeUnit',
  },
  promises: [
    recorded('security_model', 'record', 'version = 9'),
    recorded('model_equipment', 'record', 'pieces = 9'),
    {
      table: 'crime_prevention.tip',
      select: seesTip,
      // Tips come in by a function: nobody inserts.
      update: (who, { unit_id: unit }, { rights }) => rights.changes(byName(who), tips, unit, 'PRG-22'),
      touch: 'version = 9',
      kind: ['unit_id'],
    },
    {
      table: 'crime_prevention.tip_step',
      select: (who, { tip_id: tip }, ground) => ground.sees('crime_prevention.tip', who, tip),
      insert: (who, { tip_id: tip, taken_by: by }, ground) =>
        by === who.userId && ground.sees('crime_prevention.tip', who, tip),
      kind: ['tip_id', 'taken_by'],
    },
    {
      table: 'crime_prevention.rehabilitation_case',
      select: seesCase,
      insert: (who, row, ground) => row['opened_by'] === who.userId && handles(who, row, ground),
      update: (who, row, ground) => handles(who, row, ground) || may('assign')(who, row, ground),
      touch: 'version = 9',
      kind: ['unit_id', 'handler_id', 'opened_by'],
    },
    {
      table: 'crime_prevention.case_review',
      select: (who, { case_id: id }, ground) => ground.sees('crime_prevention.rehabilitation_case', who, id),
      insert: (who, { case_id: id, recorded_by: by }, ground) =>
        by === who.userId &&
        ground.sees('crime_prevention.rehabilitation_case', who, id) &&
        isHandler(who, ground.row('crime_prevention.rehabilitation_case', id)),
      kind: ['case_id', 'recorded_by'],
    },
    {
      table: 'crime_prevention.safe_area_assessment',
      select: ofUnit('crime-prevention:read', program),
      insert: may('assess'),
      update: (who, row, ground) =>
        ['assess', 'review', 'decide'].some((what) => may(what)(who, row, ground)),
      touch: 'version = 9',
      kind: ['unit_id'],
    },
    recorded('criterion_result', 'assess', `note = 'x'`),
  ],
  rows: [
    // In the foreign commune: a model, a tip, a case of a foreign account, an assessment.
    /* sql */ `
  with ${places}, made as (
    insert into crime_prevention.security_model (unit_id, kind_id, name, members, started_on)
    select unit_id, (select min(id) from crime_prevention.code where list = 'MODEL_KIND'), 'Camera của xã khác', 5, '2021-01-01' from place where name = 'foreign'
    returning id, unit_id)
  insert into crime_prevention.model_equipment (model_id, unit_id, kind_id, pieces)
  select made.id, made.unit_id, code.id, 3 from made, crime_prevention.code where code.list = 'EQUIPMENT_KIND' and code.code = 'CAMERA'`,
    /* sql */ `
  with ${places}, made as (
    insert into crime_prevention.tip (receipt, unit_id, content, received_on)
    select 'TG-XXXX-XXXX-XXXX', unit_id, 'Tin về xã khác, không có thật.', '2021-09-01' from place where name = 'foreign' returning id)
  insert into crime_prevention.tip_step (tip_id, before, after, note, taken_on, taken_by)
  select made.id, 'FILED', 'RECEIVED', 'xem lại', '2021-09-02', account.id from made, core.user_account account where account.username = 'foreign.standing'`,
    /* sql */ `
  with ${places}, made as (
    insert into crime_prevention.rehabilitation_case (unit_id, person_name, ground_id, opened_on, opened_by, handler_id, assigned_on, assigned_by, state)
    select unit_id, 'Nguyễn Văn Xa', (select min(id) from crime_prevention.code where list = 'CASE_GROUND'), '2021-08-01', account.id, account.id, '2021-08-05', other.id, 'ACTIVE'
      from place, core.user_account account, core.user_account other
     where name = 'foreign' and account.username = 'foreign.clerk' and other.username = 'foreign.standing' returning id, handler_id)
  insert into crime_prevention.case_review (case_id, reviewed_on, progress, note, recorded_by)
  select id, '2021-09-01', 'GOOD', 'Tốt.', handler_id from made`,
    /* sql */ `
  with ${places}, made as (
    insert into crime_prevention.safe_area_assessment (unit_id, year, assessed_by)
    select unit_id, 2021, account.id from place, core.user_account account where name = 'foreign' and account.username = 'foreign.clerk'
    returning id, unit_id, assessed_by)
  insert into crime_prevention.criterion_result (assessment_id, unit_id, criterion_id, met, recorded_by)
  select made.id, made.unit_id, code.id, true, made.assessed_by from made, crime_prevention.code
   where code.list = 'SAFE_AREA_CRITERION' and code.code = 'MOVEMENT' and code.valid_to is not null`,
  ],
  moreRows: [
    // A commune’s assessment that had been given back before it was recognized.
    /* sql */ `
  update crime_prevention.safe_area_assessment set return_reason = 'thiếu minh chứng' where id % 3 = 0`,
    /* sql */ `
  update crime_prevention.criterion_result set note = 'x' where id % 5 = 0`,
  ],
};
