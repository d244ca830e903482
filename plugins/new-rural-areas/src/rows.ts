import { unitRows } from '@phoihop/core';
import { readOnlyRows, rowRule, type RowRule } from '@phoihop/platform';
import { program } from './access.js';

/** Who may change a row of a unit: whoever holds one of these over it. */
const may = (...verbs: readonly string[]): { using: string } => ({
  using: `(${verbs.map((verb) => `core.may_change('new-rural-areas:${verb}', unit_id, '${program}')`).join(' or ')})`,
});

/** Rows that belong to a unit, seen with `read`, entered and changed with any of several permissions. */
function workRows(rows: {
  insert: readonly string[];
  update?: readonly string[];
  updateColumns?: readonly string[];
  explanation: string;
}): RowRule {
  const { insert, update = insert, updateColumns, explanation } = rows;
  return {
    ...unitRows({ unit: 'unit_id', program, read: 'new-rural-areas:read', explanation }),
    insert: may(...insert),
    update: updateColumns ? may(...update) : 'never',
    updateColumns,
  };
}

/** Counts of residential areas: for those who count and those who look after the counting. */
const tallyRows = (updateColumns: readonly string[], insert: string, explanation: string): RowRule => ({
  ...unitRows({ unit: 'unit_id', program, read: 'new-rural-areas:tallies', explanation }),
  insert: may(insert),
  update: may('tally'),
  updateColumns,
});

/** Tables that no type of the graph shows. */
export const tables = {
  poll_total: workRows({
    insert: ['poll'],
    explanation: 'What came of closed polls in the units one has the program in; append-only.',
  }),
  assessor: rowRule({
    explanation:
      'Which accounts judged a commune in a year or signed its self-assessment, looked up by whoever counts its ballots; no field shows them.',
    select: 'always',
    insert: may('assess', 'submit'),
  }),
};

const seenUnits = `unit_id in (select seen from core.units_seen('new-rural-areas:read', '${program}') as seen)`;

/** Which rows one sees and changes. */
export const rows = {
  CriteriaSet: readOnlyRows('Criteria are published decisions; they change by loading the file.'),
  Criterion: readOnlyRows('Criteria are published decisions; they change by loading the file.'),
  PollRule: readOnlyRows('What a poll must reach is published guidance; it changes by loading the file.'),
  PollQuestion: readOnlyRows('Questions are printed on every ballot; they change by loading the file.'),
  Assessment: workRows({
    insert: ['assess'],
    update: ['assess', 'submit'],
    updateColumns: ['state', 'submitted_on', 'submitted_by', 'version'],
    explanation:
      'Self-assessments of the units one has the program in; entered and handed in by the commune.',
  }),
  AssessmentResult: workRows({
    insert: ['assess'],
    updateColumns: ['superseded_at'],
    explanation: 'Results by criterion; append-only, a correction only marks the earlier result.',
  }),
  Evidence: workRows({
    insert: ['assess'],
    explanation:
      'What proves a result; append-only. Who may read the document itself is the document’s affair.',
  }),
  // The head of an area takes part in the poll of a commune that lies outside the own scope.
  Poll: rowRule({
    explanation:
      'Polls of the units one has the program in, and those in which one sees the counts of an area; opened and closed by the Front.',
    select: { using: `(${seenUnits} or id in (select poll_id from new_rural_areas.poll_area))` },
    insert: may('poll'),
    update: may('poll'),
    updateColumns: ['state', 'closed_on', 'closed_by', 'polled', 'passed', 'cancel_reason', 'version'],
  }),
  PollArea: tallyRows(
    ['polled', 'entered_by', 'version'],
    'poll',
    'Counts of the areas one counts or looks after; areas are set when the poll is opened.',
  ),
  PollTally: tallyRows(
    ['superseded_at'],
    'tally',
    'Answers of the areas one counts or looks after; append-only, a correction only marks the earlier count.',
  ),
  Dossier: workRows({
    insert: ['submit', 'decide'],
    update: ['submit', 'appraise', 'decide'],
    updateColumns: [
      'state',
      'assessment_id',
      'poll_id',
      'submitted_on',
      'submitted_by',
      'appraised_on',
      'appraised_by',
      'appraisal_opinion',
      'decided_by',
      'reason',
      'version',
    ],
    explanation:
      'Dossiers of the units one has the program in; handed in by the commune, appraised and decided on by the district.',
  }),
  DossierStep: workRows({
    insert: ['submit', 'appraise', 'decide'],
    explanation: 'Every step of a dossier with its reason; append-only.',
  }),
  Recognition: workRows({
    insert: ['decide'],
    updateColumns: ['published_on', 'withdrawn_on', 'withdrawal_decision', 'withdrawal_reason', 'version'],
    explanation: 'Titles of the units one has the program in; a title is withdrawn, never deleted.',
  }),
  Recheck: workRows({
    insert: ['appraise'],
    explanation: 'What was found when a recognized commune was looked at again; append-only.',
  }),
  SupervisionVisit: workRows({
    insert: ['supervise'],
    updateColumns: ['follow_up', 'followed_up_on', 'withdrawn', 'withdrawal_reason', 'version'],
    explanation: 'Supervision visits to the units one has the program in; withdrawn, never deleted.',
  }),
};
