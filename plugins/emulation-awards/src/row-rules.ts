import { unitRows } from '@phoihop/core';
import { readOnlyRows, rowRule, type RowRule } from '@phoihop/platform';
import { honorProgram, yearProgram } from './program-code.js';

const seenUnits = (permission: string, program: string): string =>
  `(select seen from core.units_seen('emulation-awards:${permission}', '${program}') as seen)`;

/** Units of which the caller sees the emulation work. */
const units = seenUnits('read', yearProgram);

/** Clusters of which the caller sees a member: whoever competes sees those it competes with. */
const clusters = `(select member.group_id from core.unit_group_member member where member.unit_id in ${units})`;

const may = (what: string, unit: string, program: string = yearProgram): string =>
  `core.may_change('emulation-awards:${what}', ${unit}, '${program}')`;

/** Rows of a cluster: seen by whoever sees one of its members, changed by whoever may over a unit of the row. */
const ofCluster = (change: {
  insert?: string;
  update?: string;
  updateColumns?: readonly string[];
  explanation: string;
}): RowRule =>
  rowRule({
    select: { using: `group_id in ${clusters}` },
    ...(change.insert ? { insert: { using: change.insert } } : {}),
    ...(change.update ? { update: { using: change.update } } : {}),
    ...(change.updateColumns ? { updateColumns: change.updateColumns } : {}),
    explanation: change.explanation,
  });

/** Years in which the others of a cluster may see scores of a kind: not before it is their turn, or over. */
const yearsAfter = (states: readonly string[]): string =>
  `(select its.id from emulation_awards.emulation_year its where its.state in (${states.map((state) => `'${state}'`).join(', ')}))`;
const decided = ['LOCKED', 'RANKED', 'VOTING', 'VOTED', 'CLOSED'];
const openToCluster = `case kind
  when 'SELF' then emulation_year_id in ${yearsAfter(['CROSS_SCORING', 'REVIEW', ...decided])}
  when 'CROSS' then emulation_year_id in ${yearsAfter(['REVIEW', ...decided])}
  else emulation_year_id in ${yearsAfter(decided)} end`;

/** Which side gives a score of a kind. */
const mayScore = `case kind
  when 'SELF' then ${may('self-score', 'unit_id')}
  when 'CROSS' then ${may('cross-score', 'author_unit_id')}
  when 'REVIEW' then ${may('review', 'unit_id')}
  else ${may('manage', 'unit_id')} end`;

const ofProposal = (permission: string): string => `unit_id in ${seenUnits(permission, honorProgram)}`;

/** Whoever takes a step with a proposal. */
const mayStep = `(${['nominate', 'check', 'decide'].map((what) => may(what, 'unit_id', honorProgram)).join(' or ')})`;

/** Sheets that one may see; `row` says whose columns are meant. */
const sheetSeen = (row: string): string =>
  `(${row}drafted_on is null or ${row}issued_on is not null or ${row}unit_id in ${seenUnits('draft-sheets', yearProgram)}
    or ${row}unit_id in ${seenUnits('issue-sheets', yearProgram)})`;

/** Sheets whose lines the caller writes. */
const drafts = `(select its.id from emulation_awards.score_sheet its where its.state = 'DRAFT' and ${may('draft-sheets', 'its.unit_id')})`;

/** Which rows one sees and changes. */
export const rows: Readonly<Record<string, RowRule>> = {
  ScoreSheet: rowRule({
    select: { using: sheetSeen('') },
    insert: { using: `(state = 'DRAFT' and ${may('draft-sheets', 'unit_id')})` },
    update: {
      using: `((state = 'DRAFT' and ${may('draft-sheets', 'unit_id')}) or ${may('issue-sheets', 'unit_id')})`,
    },
    updateColumns: [
      'title_vi',
      'title_en',
      'ballot',
      'tie_order',
      'valid_from',
      'valid_to',
      'legal_basis',
      'note',
      'state',
      'issued_on',
      'withdrawn_on',
      'version',
    ],
    explanation:
      'Sheets that were issued or loaded are known to everybody who is judged by them; drafts to those who write or issue sheets of the district. Withdrawn, never deleted.',
  }),
  Criterion: rowRule({
    select: {
      using: `coalesce(sheet_id, dropped_from_id) in (select its.id from emulation_awards.score_sheet its where ${sheetSeen('its.')})`,
    },
    insert: { using: `sheet_id in ${drafts}` },
    update: { using: `coalesce(sheet_id, dropped_from_id) in ${drafts}` },
    updateColumns: ['sheet_id', 'dropped_from_id'],
    explanation: 'Lines of the sheets one sees; written, and dropped, while the sheet is a draft.',
  }),
  SheetStepTaken: rowRule({
    select: {
      using: `sheet_id in (select its.id from emulation_awards.score_sheet its where ${sheetSeen('its.')})`,
    },
    insert: {
      using: `(taken_by = (select platform.caller_id())
        and sheet_id in (select its.id from emulation_awards.score_sheet its where its.unit_id = sheet_step.unit_id)
        and (${may('draft-sheets', 'unit_id')} or ${may('issue-sheets', 'unit_id')}))`,
    },
    explanation:
      'Steps of the sheets one sees; append-only, each written in the own name and for the district of the sheet.',
  }),
  Title: readOnlyRows('Titles are law; they change by loading the file.'),
  RewardForm: readOnlyRows('Forms of reward are law; they change by loading the file.'),
  EmulationYear: rowRule({
    select: {
      using: `(unit_id in ${units} or (unit_id, year) in (
        select formed.unit_id, formed.year from core.unit_group formed
         where formed.purpose = 'EMULATION' and formed.id in ${clusters}))`,
    },
    insert: { using: may('manage', 'unit_id') },
    update: { using: may('manage', 'unit_id') },
    updateColumns: ['sheet_id', 'state', 'launched_on', 'closed_on', 'version'],
    explanation:
      'The years of a district: seen by whoever sees it or a unit of one of its clusters; run by the district.',
  }),
  ClusterYear: ofCluster({
    insert: may('manage', 'unit_id'),
    explanation: 'Clusters of which one sees a member; set by the district.',
  }),
  Entry: ofCluster({
    insert: may('manage', 'unit_id'),
    update: `(${may('self-score', 'unit_id')} or ${may('sign', 'unit_id')})`,
    updateColumns: ['self_scored_on', 'self_scored_by', 'version'],
    explanation: 'Units of the clusters of which one sees a member; each signs its own self-scores.',
  }),
  Registration: ofCluster({
    insert: may('register', 'unit_id'),
    update: may('register', 'unit_id'),
    updateColumns: ['withdrawn_on', 'withdrawal_reason', 'version'],
    explanation: 'Registrations in the clusters of which one sees a member; withdrawn, never deleted.',
  }),
  Pact: ofCluster({
    insert: may('pact', 'unit_id'),
    explanation: 'Pacts of the clusters of which one sees a member; drawn up once.',
  }),
  PactSignature: ofCluster({
    insert: may('sign', 'unit_id'),
    explanation: 'Signatures in the clusters of which one sees a member; each signs for its own unit.',
  }),
  Score: rowRule({
    select: {
      using: `(author_unit_id in ${units} or recorded_by = (select platform.caller_id()) or (group_id in ${clusters} and ${openToCluster}))`,
    },
    insert: { using: mayScore },
    update: { using: mayScore },
    updateColumns: ['superseded_at'],
    explanation:
      'Scores that a unit one sees gave, and those one recorded; others of the cluster once all have scored. Given by the side whose turn it is, superseded, never changed.',
  }),
  Ranking: ofCluster({
    insert: may('manage', 'unit_id'),
    update: may('manage', 'unit_id'),
    updateColumns: ['superseded_at'],
    explanation:
      'Rankings of the clusters of which one sees a member; ranked anew after a correction, earlier ones kept.',
  }),
  VoteCast: ofCluster({
    insert: may('vote', 'unit_id'),
    update: may('manage', 'unit_id'),
    updateColumns: ['candidate_id'],
    explanation:
      'That units of the clusters of which one sees a member have voted; whom for, only of a named vote that is closed.',
  }),
  VoteResult: ofCluster({
    insert: may('manage', 'unit_id'),
    explanation: 'Results in the clusters of which one sees a member; counted when the vote is closed.',
  }),
  ReviewMeeting: unitRows({
    unit: 'unit_id',
    program: yearProgram,
    read: 'emulation-awards:read',
    write: 'emulation-awards:meetings',
    updateColumns: ['withdrawn_on', 'withdrawal_reason', 'version'],
    explanation: 'Reviews in the units whose emulation work one sees; withdrawn, never deleted.',
  }),
  Proposal: rowRule({
    select: { using: ofProposal('proposals') },
    insert: { using: may('nominate', 'unit_id', honorProgram) },
    update: { using: mayStep },
    updateColumns: [
      'achievement',
      'state',
      'decision_number',
      'decided_on',
      'document_id',
      'awarded_on',
      'revoked_on',
      'revocation_number',
      'version',
    ],
    explanation:
      'Proposals of the units one sees them in; taken on by whoever proposes, checks or decides there, never deleted.',
  }),
  ProposalStepTaken: rowRule({
    select: { using: ofProposal('proposals') },
    insert: { using: mayStep },
    explanation: 'Steps of the proposals one sees; append-only.',
  }),
  Opinion: rowRule({
    select: { using: ofProposal('persons') },
    insert: { using: may('opinion', 'unit_id', honorProgram) },
    explanation: 'Opinions on proposals of units whose personal data one sees; append-only.',
  }),
  CouncilVote: rowRule({
    select: { using: ofProposal('council-votes') },
    insert: { using: may('council', 'unit_id', honorProgram) },
    explanation: 'Votes of the council, for itself and those who decide or audit; append-only.',
  }),
};

/** The table that no entity maps. */
export const tables: Readonly<Record<string, RowRule>> = {
  ballot: rowRule({
    select: { using: may('manage', 'unit_id') },
    insert: {
      using: `exists (select from core.unit_group_member member where member.group_id = ballot.group_id and ${may('vote', 'member.unit_id')})`,
    },
    explanation:
      'Ballots are counted by the district when the vote is closed; no field shows them. Put in by whoever votes in the cluster.',
  }),
};
