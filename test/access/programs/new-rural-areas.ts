import { known, places } from '../places.js';
import { changeOf, ofUnit, type Row, type TablePromise } from '../promise.js';
import type { Who } from '../rights.js';
import type { Ground } from '../row-oracle.js';
import type { ProgramPromises } from './program-promises.js';

const line = (): string => 'PRG-12';
const sees = (verb: string) => ofUnit(`new-rural-areas:${verb}`, line);
/** Whoever holds one of these over the unit. */
const changes =
  (...verbs: readonly string[]) =>
  (who: Who, row: Row, ground: Ground): boolean =>
    verbs.some((verb) => changeOf(`new-rural-areas:${verb}`, line)(who, row, ground));

const work = (
  table: string,
  insert: readonly string[],
  update: readonly string[] = [],
  touch?: string,
): TablePromise => ({
  table: `new_rural_areas.${table}`,
  select: sees('read'),
  insert: changes(...insert),
  ...(touch ? { update: changes(...update), touch } : {}),
  kind: ['unit_id'],
});

export const newRuralAreas: ProgramPromises = {
  ids: {
    assessment: 'NewRuralAreasAssessment',
    dossier: 'NewRuralAreasDossier',
    poll: 'NewRuralAreasPoll',
    pollArea: 'NewRuralAreasPollArea',
    supervisionVisit: 'NewRuralAreasSupervisionVisit',
  },
  askedOf: {
    NewRuralAreasStatusAnswer: 'NewRuralAreasRecognition',
    NewRuralAreasCriteriaMatrix: 'NewRuralAreasDossier',
    NewRuralAreasGapAnswer: 'NewRuralAreasDossier',
    NewRuralAreasCriteriaSet: 'NewRuralAreasDossier',
  },
  promises: [
    work('assessment', ['assess'], ['assess', 'submit'], 'version = 9'),
    work('assessment_result', ['assess'], ['assess'], 'superseded_at = now()'),
    work('evidence', ['assess']),
    {
      table: 'new_rural_areas.assessor',
      key: `unit_id || ' ' || year || ' ' || user_id`,
      insert: changes('assess', 'submit'),
      kind: ['unit_id'],
    },
    {
      table: 'new_rural_areas.poll',
      // The head of an area sees the poll that the area takes part in.
      select: (who, row, ground) =>
        sees('read')(who, row, ground) ||
        ground
          .rows('new_rural_areas.poll_area')
          .some((area) => area['poll_id'] === row['id'] && sees('tallies')(who, area, ground)),
      insert: changes('poll'),
      update: changes('poll'),
      touch: 'version = 9',
      kind: ['unit_id'],
    },
    {
      table: 'new_rural_areas.poll_area',
      select: sees('tallies'),
      insert: changes('poll'),
      update: changes('tally'),
      touch: 'version = 9',
      kind: ['unit_id'],
    },
    {
      table: 'new_rural_areas.poll_tally',
      select: sees('tallies'),
      insert: changes('tally'),
      update: changes('tally'),
      touch: 'superseded_at = now()',
      kind: ['unit_id'],
    },
    { ...work('poll_total', ['poll']), key: `poll_id || ' ' || question_id` },
    work('dossier', ['submit', 'decide'], ['submit', 'appraise', 'decide'], 'version = 9'),
    work('dossier_step', ['submit', 'appraise', 'decide']),
    work('recognition', ['decide'], ['decide'], 'version = 9'),
    work('recheck', ['appraise']),
    work('supervision_visit', ['supervise'], ['supervise'], 'version = 9'),
  ],
  rows: [
    // Everything of a dossier, in the foreign commune.
    /* sql */ `
  with ${places}, its as (select unit_id from place where name = 'foreign'),
  judged as (
    insert into new_rural_areas.assessment (unit_id, set_id, year, begun_on)
    select unit_id, (select id from new_rural_areas.criteria_set where code = 'NATIONAL-NEW-RURAL-2016'), 2021, '2021-02-01' from its returning id, unit_id, set_id),
  result as (
    insert into new_rural_areas.assessment_result (assessment_id, unit_id, criterion_id, outcome)
    select judged.id, judged.unit_id, criterion.id, 'MET' from judged join new_rural_areas.criterion on criterion.set_id = judged.set_id and number = 1),
  proof as (
    insert into new_rural_areas.evidence (assessment_id, unit_id, criterion_id, document_id, added_on)
    select judged.id, judged.unit_id, criterion.id, document.id, '2021-02-01'
      from judged join new_rural_areas.criterion on criterion.set_id = judged.set_id and number = 1, core.document where document.code = 'D-24'),
  judge as (
    insert into new_rural_areas.assessor (unit_id, year, user_id)
    select unit_id, 2021, account.id from its, core.user_account account where account.username = 'foreign.clerk'),
  asked as (
    insert into new_rural_areas.poll (unit_id, level, rule_id, opened_on, households)
    select unit_id, 'NEW_RURAL', (select id from new_rural_areas.poll_rule where scope = 'COMMUNE' and level = 'NEW_RURAL' order by valid_from limit 1), '2021-02-01', 9 from its
    returning id, unit_id),
  area as (
    insert into new_rural_areas.poll_area (poll_id, unit_id, opened_on, households) select id, unit_id, '2021-02-01', 9 from asked returning id, unit_id),
  tally as (
    insert into new_rural_areas.poll_tally (area_id, unit_id, question_id, yes, no, other)
    select area.id, area.unit_id, question.id, 3, 2, 1 from area, new_rural_areas.poll_question question where question.code = 'OVERALL'),
  total as (
    insert into new_rural_areas.poll_total (poll_id, unit_id, question_id, yes, no, other)
    select asked.id, asked.unit_id, question.id, 3, 2, 1 from asked, new_rural_areas.poll_question question where question.code = 'OVERALL'),
  dossier as (
    insert into new_rural_areas.dossier (unit_id, level, state, registered_on, earlier) select unit_id, 'NEW_RURAL', 'PUBLISHED', '2016-01-01', true from its
    returning id, unit_id),
  step as (
    insert into new_rural_areas.dossier_step (dossier_id, unit_id, step, to_state, taken_on) select id, unit_id, 'x', 'PUBLISHED', '2021-02-01' from dossier),
  title as (
    insert into new_rural_areas.recognition (unit_id, level, dossier_id, decision_number, decided_on) select unit_id, 'NEW_RURAL', id, '1', '2016-01-01' from dossier
    returning id, unit_id),
  again as (
    insert into new_rural_areas.recheck (recognition_id, unit_id, checked_on, still_met, findings) select id, unit_id, '2021-02-01', true, 'x' from title)
  insert into new_rural_areas.supervision_visit (unit_id, visited_on, subject, findings) select unit_id, '2021-02-01', 'x', 'y' from its`,
    // A title looked at again where an officer of the district may enter such a thing.
    /* sql */ `
  with ${places}
  insert into new_rural_areas.recheck (recognition_id, unit_id, checked_on, still_met, findings)
  select title.id, title.unit_id, '2021-03-01', true, 'x' from new_rural_areas.recognition title
    join place on place.unit_id = title.unit_id and name = 'bau-ham' order by title.id limit 1`,
  ],
  moreRows: [
    // A decision that is among the documents; a sample of whom a poll asks; a document that proves a criterion in part.
    /* sql */ `
  update new_rural_areas.recognition set document_id = document.id from core.document where document.code = 'D-24' and recognition.id % 2 = 0`,
    /* sql */ `
  with ${known}
  update new_rural_areas.poll_tally set reason = 'đếm nhầm', superseded_at = null where id % 3 = 0 and unit_id not in (select unit_id from place)`,
    /* sql */ `
  insert into new_rural_areas.poll_tally (area_id, unit_id, question_id, yes, no, other, recorded_at, superseded_at)
  select area_id, unit_id, question_id, no, yes, other, recorded_at - interval '1 hour', recorded_at from new_rural_areas.poll_tally where id % 4 = 0 and superseded_at is null`,
    /* sql */ `
  update new_rural_areas.assessment_result set reason = 'rà soát lại' where id % 5 = 0`,
    /* sql */ `
  update new_rural_areas.poll_question set valid_to = '2040-01-01' where position = 6`,
  ],
};
