import { known, places } from '../places.js';
import { changeOf, ofUnit, type Row, type TablePromise } from '../promise.js';
import type { Who } from '../rights.js';
import type { Ground } from '../row-oracle.js';
import type { ProgramPromises } from './program-promises.js';

const yearProgram = (): string => 'PRG-47';
const honorProgram = (): string => 'PRG-45';

type Rule = (who: Who, row: Row, ground: Ground) => boolean;

/** Whether somebody sees a member of a cluster; asked of a thousand scores, so remembered. */
const seesCluster = (who: Who, group: number, ground: Ground): boolean => {
  const key = `${who.name} ${group}`;
  const answers = remembered.get(ground) ?? new Map<string, boolean>();
  remembered.set(ground, answers);
  if (!answers.has(key)) {
    const members = ground.rows('core.unit_group_member').filter((member) => member['group_id'] === group);
    answers.set(
      key,
      members.some((member) =>
        ground.rights.sees(who, 'emulation-awards:read', member['unit_id'], yearProgram()),
      ),
    );
  }
  return answers.get(key)!;
};
const remembered = new WeakMap<Ground, Map<string, boolean>>();

const ofCluster: Rule = (who, { group_id: group }, ground) => seesCluster(who, group, ground);
const may = (what: string, column = 'unit_id', program = yearProgram): Rule => {
  const rule = changeOf(`emulation-awards:${what}`, program);
  return (who, row, ground) => rule(who, { ...row, unit_id: row[column] }, ground);
};
const anyOf =
  (...rules: Rule[]): Rule =>
  (who, row, ground) =>
    rules.some((rule) => rule(who, row, ground));

/** When the others of a cluster see a kind of score. */
const locked = ['LOCKED', 'RANKED', 'VOTING', 'VOTED', 'CLOSED'];
const openIn: Readonly<Record<string, readonly string[]>> = {
  SELF: ['CROSS_SCORING', 'REVIEW', ...locked],
  CROSS: ['REVIEW', ...locked],
  REVIEW: locked,
  FINAL: locked,
};
const seesScore: Rule = (who, row, ground) =>
  ground.rights.sees(who, 'emulation-awards:read', row['author_unit_id'], yearProgram()) ||
  (who.userId !== null && row['recorded_by'] === who.userId) ||
  (ofCluster(who, row, ground) &&
    openIn[row['kind']]!.includes(
      ground.row('emulation_awards.emulation_year', row['emulation_year_id'])['state'],
    ));
const mayScore: Rule = (who, row, ground) =>
  ({
    SELF: may('self-score'),
    CROSS: may('cross-score', 'author_unit_id'),
    REVIEW: may('review'),
    FINAL: may('manage'),
  })[row['kind'] as 'SELF']!(who, row, ground);

const seesYear: Rule = (who, row, ground) =>
  ground.rights.sees(who, 'emulation-awards:read', row['unit_id'], yearProgram()) ||
  ground
    .rows('core.unit_group')
    .some(
      (formed) =>
        formed['purpose'] === 'EMULATION' &&
        formed['unit_id'] === row['unit_id'] &&
        formed['year'] === row['year'] &&
        seesCluster(who, formed['id'], ground),
    );

const proposalOf = (permission: string): Rule => ofUnit(`emulation-awards:${permission}`, honorProgram);
const mayStep = anyOf(...['nominate', 'check', 'decide'].map((what) => may(what, 'unit_id', honorProgram)));

const seesSheet: Rule = (who, row, ground) =>
  row['drafted_on'] === null ||
  row['issued_on'] !== null ||
  ['draft-sheets', 'issue-sheets'].some((what) =>
    ground.rights.sees(who, `emulation-awards:${what}`, row['unit_id'], yearProgram()),
  );
const writesSheet: Rule = (who, row, ground) =>
  row['state'] === 'DRAFT' && may('draft-sheets')(who, row, ground);
const ofSheet =
  (rule: Rule): Rule =>
  (who, row, ground) =>
    rule(who, ground.row('emulation_awards.score_sheet', row['sheet_id'] ?? row['dropped_from_id']), ground);

const tables: readonly TablePromise[] = [
  {
    table: 'score_sheet',
    select: seesSheet,
    insert: writesSheet,
    update: anyOf(writesSheet, may('issue-sheets')),
    touch: 'version = 9',
    kind: ['unit_id', 'state'],
  },
  {
    table: 'criterion',
    select: ofSheet(seesSheet),
    insert: (who, row, ground) => row['sheet_id'] !== null && ofSheet(writesSheet)(who, row, ground),
    update: ofSheet(writesSheet),
    touch: 'sheet_id = sheet_id',
    kind: ['sheet_id', 'dropped_from_id'],
  },
  {
    table: 'sheet_step',
    select: ofSheet(seesSheet),
    insert: (who, row, ground) =>
      who.userId !== null &&
      row['taken_by'] === who.userId &&
      ground.row('emulation_awards.score_sheet', row['sheet_id'])['unit_id'] === row['unit_id'] &&
      ofSheet(seesSheet)(who, row, ground) &&
      anyOf(may('draft-sheets'), may('issue-sheets'))(who, row, ground),
    kind: ['unit_id', 'sheet_id', 'taken_by'],
  },
  {
    table: 'emulation_year',
    select: seesYear,
    insert: may('manage'),
    update: may('manage'),
    touch: 'version = 9',
    kind: ['unit_id', 'year'],
  },
  { table: 'cluster_year', select: ofCluster, insert: may('manage'), kind: ['unit_id', 'group_id'] },
  {
    table: 'entry',
    select: ofCluster,
    insert: may('manage'),
    update: anyOf(may('self-score'), may('sign')),
    touch: 'version = 9',
    kind: ['unit_id', 'group_id'],
  },
  {
    table: 'registration',
    select: ofCluster,
    insert: may('register'),
    update: may('register'),
    touch: 'version = 9',
    kind: ['unit_id', 'group_id'],
  },
  { table: 'pact', select: ofCluster, insert: may('pact'), kind: ['unit_id', 'group_id'] },
  { table: 'pact_signature', select: ofCluster, insert: may('sign'), kind: ['unit_id', 'group_id'] },
  {
    table: 'score',
    select: seesScore,
    insert: mayScore,
    update: mayScore,
    touch: 'superseded_at = now()',
    kind: ['unit_id', 'group_id', 'author_unit_id', 'kind'],
  },
  {
    table: 'ranking',
    select: ofCluster,
    insert: may('manage'),
    update: may('manage'),
    touch: 'superseded_at = now()',
    kind: ['unit_id', 'group_id'],
  },
  {
    table: 'vote_cast',
    select: ofCluster,
    insert: may('vote'),
    update: may('manage'),
    touch: 'candidate_id = null',
    kind: ['unit_id', 'group_id'],
  },
  {
    table: 'ballot',
    select: may('manage'),
    insert: (who, row, ground) =>
      ground
        .rows('core.unit_group_member')
        .some((member) => member['group_id'] === row['group_id'] && may('vote')(who, member, ground)),
    kind: ['unit_id', 'group_id'],
  },
  { table: 'vote_result', select: ofCluster, insert: may('manage'), kind: ['unit_id', 'group_id'] },
  {
    table: 'review_meeting',
    select: ofUnit('emulation-awards:read', yearProgram),
    insert: may('meetings'),
    update: may('meetings'),
    touch: 'version = 9',
    kind: ['unit_id'],
  },
  {
    table: 'proposal',
    select: proposalOf('proposals'),
    insert: may('nominate', 'unit_id', honorProgram),
    update: mayStep,
    touch: 'version = 9',
    kind: ['unit_id'],
  },
  { table: 'proposal_step', select: proposalOf('proposals'), insert: mayStep, kind: ['unit_id'] },
  {
    table: 'opinion',
    select: proposalOf('persons'),
    insert: may('opinion', 'unit_id', honorProgram),
    kind: ['unit_id'],
  },
  {
    table: 'council_vote',
    select: proposalOf('council-votes'),
    insert: may('council', 'unit_id', honorProgram),
    kind: ['unit_id'],
  },
];

const proposalMutations = [
  'CheckDossier', 'ReturnProposal', 'ResubmitProposal', 'GiveOpinion', 'OpenCouncilVote', 'CouncilVote', 'RecommendProposal',
  'RefuseProposal', 'DecideProposal', 'AwardProposal', 'RevokeProposal',
]; // prettier-ignore
const entryMutations = [
  'Register',
  'SignPact',
  'SaveSelfScores',
  'SubmitSelfScores',
  'CrossScore',
  'ReviewScores',
];
const yearMutations = [
  'ChooseSheet', 'AddCluster', 'Launch', 'CloseRegistration', 'BeginSelfScoring', 'BeginCrossScoring', 'BeginReview', 'LockScores', 'Rank', 'OpenVote',
  'CloseVote', 'CloseYear',
]; // prettier-ignore

const each = (mutations: readonly string[], argument: string, type: string): Record<string, string> =>
  Object.fromEntries(mutations.map((mutation) => [`emulationAwards${mutation}.${argument}`, type]));

/** Arguments by their names, and once more by their mutations: another program may mean something else by a name. */
const ids = {
  sheet: 'EmulationAwardsScoreSheet',
  copyOf: 'EmulationAwardsScoreSheet',
  emulationYear: 'EmulationAwardsYear',
  cluster: 'EmulationAwardsCluster',
  entry: 'EmulationAwardsEntry',
  registration: 'EmulationAwardsRegistration',
  score: 'EmulationAwardsScore',
  voter: 'EmulationAwardsEntry',
  candidate: 'EmulationAwardsEntry',
  meeting: 'EmulationAwardsReviewMeeting',
  proposal: 'EmulationAwardsProposal',
  byUnit: 'AdministrativeUnit',
  leadUnit: 'AdministrativeUnit',
  ...each(proposalMutations, 'proposal', 'EmulationAwardsProposal'),
  ...each(entryMutations, 'entry', 'EmulationAwardsEntry'),
  ...each(yearMutations, 'emulationYear', 'EmulationAwardsYear'),
  ...each(
    ['OpenYear', 'ChooseSheet', 'ChangeSheet', 'IssueSheet', 'WithdrawSheet'],
    'sheet',
    'EmulationAwardsScoreSheet',
  ),
  'emulationAwardsDraftSheet.copyOf': 'EmulationAwardsScoreSheet',
  'emulationAwardsDrawUpPact.cluster': 'EmulationAwardsCluster',
  'emulationAwardsWithdrawRegistration.registration': 'EmulationAwardsRegistration',
  'emulationAwardsCorrectScore.score': 'EmulationAwardsScore',
  'emulationAwardsVote.voter': 'EmulationAwardsEntry',
  'emulationAwardsVote.candidate': 'EmulationAwardsEntry',
  'emulationAwardsWithdrawMeeting.meeting': 'EmulationAwardsReviewMeeting',
};

/** A foreign district’s year with its one cluster of one commune, by the names of its parts. */
const foreign = /* sql */ `
${places},
its as (
  select year.id as year_id, year.unit_id as district_id, formed.id as group_id, cluster.id as cluster_id, entry.id as entry_id, entry.unit_id,
      line.id as criterion_id
    from emulation_awards.emulation_year year
    join place on place.unit_id = year.unit_id and place.name = 'foreign-district'
    join core.unit_group formed on formed.key = 'foreign-emulation-2021'
    left join emulation_awards.cluster_year cluster on cluster.emulation_year_id = year.id
    left join emulation_awards.entry entry on entry.cluster_id = cluster.id
    left join emulation_awards.criterion line on line.sheet_id = year.sheet_id
)`;

const rows: readonly string[] = [
  /* sql */ `
  with ${places}, formed as (
    insert into core.unit_group (key, name_vi, purpose, year, unit_id, valid_from)
    select 'foreign-emulation-2021', 'Cụm huyện khác', 'EMULATION', 2021, unit_id, '2021-01-01' from place where name = 'foreign-district' returning id),
  member as (
    insert into core.unit_group_member (group_id, unit_id, valid_from)
    select formed.id, unit_id, '2021-01-01' from formed, place where place.name = 'foreign'),
  sheet as (
    insert into emulation_awards.score_sheet (unit_id, year, number, title_vi, title_en, ballot, tie_order, valid_from, legal_basis)
    select unit_id, 2021, 1, 'Bảng điểm', 'Sheet', 'SECRET', '{}', '2021-01-01', 'QĐ' from place where name = 'foreign-district' returning id, unit_id),
  line as (
    insert into emulation_awards.criterion (sheet_id, number, title_vi, title_en, kind, maximum, source)
    select id, '1', 'Một', 'One', 'POINTS', 10, 'MANUAL' from sheet)
  insert into emulation_awards.emulation_year (unit_id, year, sheet_id, state, launched_on)
  select unit_id, 2021, id, 'VOTING', '2021-02-01' from sheet`,
  // The foreign district’s draft, with a line, one that was dropped, and who wrote it.
  /* sql */ `
  with ${places}, sheet as (
    insert into emulation_awards.score_sheet (unit_id, year, number, title_vi, title_en, ballot, tie_order, valid_from, legal_basis, state, drafted_on)
    select unit_id, 2022, 1, 'Bản nháp', 'Draft', 'SECRET', '{}', '2022-01-01', 'QĐ', 'DRAFT', '2021-10-01' from place where name = 'foreign-district'
    returning id, unit_id),
  line as (
    insert into emulation_awards.criterion (sheet_id, dropped_from_id, number, title_vi, title_en, kind, maximum, source)
    select case n when 1 then id end, case n when 2 then id end, n::text, 'Một', 'One', 'POINTS', 10, 'MANUAL' from sheet, generate_series(1, 2) as n)
  insert into emulation_awards.sheet_step (sheet_id, unit_id, action, taken_on) select id, unit_id, 'DRAFT', '2021-10-01' from sheet`,
  /* sql */ `
  with ${foreign}
  insert into emulation_awards.cluster_year (emulation_year_id, unit_id, group_id, number, lead_unit_id)
  select year_id, district_id, group_id, 1, place.unit_id from its, place where place.name = 'foreign'`,
  /* sql */ `
  with ${foreign}
  insert into emulation_awards.entry (emulation_year_id, cluster_id, group_id, unit_id)
  select year_id, cluster_id, group_id, place.unit_id from its, place where place.name = 'foreign'`,
  /* sql */ `
  with ${foreign}
  insert into emulation_awards.registration (entry_id, group_id, unit_id, title_id, registered_on)
  select entry_id, group_id, unit_id, (select min(id) from emulation_awards.title where subject = 'UNIT'), '2021-02-05' from its`,
  /* sql */ `
  with ${foreign}, pact as (
    insert into emulation_awards.pact (cluster_id, group_id, unit_id, content, drawn_up_on)
    select cluster_id, group_id, unit_id, 'Giao ước thi đua', '2021-03-01' from its returning id)
  insert into emulation_awards.pact_signature (pact_id, entry_id, group_id, unit_id, signed_on)
  select pact.id, entry_id, group_id, unit_id, '2021-03-02' from its, pact`,
  /* sql */ `
  with ${foreign}
  insert into emulation_awards.score (entry_id, emulation_year_id, group_id, unit_id, criterion_id, kind, author_unit_id, points)
  select entry_id, year_id, group_id, unit_id, criterion_id, kind, case kind when 'SELF' then unit_id else district_id end, 5
    from its, unnest(array['SELF', 'REVIEW', 'FINAL']) as kind`,
  /* sql */ `
  with ${foreign}
  insert into emulation_awards.ranking (entry_id, cluster_id, group_id, unit_id, rank, points, tied) select entry_id, cluster_id, group_id, unit_id, 1, 5, false from its`,
  /* sql */ `
  with ${foreign}
  insert into emulation_awards.vote_cast (entry_id, cluster_id, group_id, unit_id, cast_on) select entry_id, cluster_id, group_id, unit_id, '2021-10-01' from its`,
  /* sql */ `
  with ${foreign}
  insert into emulation_awards.ballot (unit_id, group_id, candidate_id) select district_id, group_id, entry_id from its`,
  /* sql */ `
  with ${foreign}
  insert into emulation_awards.vote_result (entry_id, cluster_id, group_id, unit_id, votes) select entry_id, cluster_id, group_id, unit_id, 1 from its`,
  /* sql */ `
  with ${places}
  insert into emulation_awards.review_meeting (unit_id, held_on, kind, attendance, summary)
  select unit_id, '2021-07-01', 'MID_YEAR', 20, 'Sơ kết' from place where name = 'foreign'`,
  /* sql */ `
  with ${places}, proposal as (
    insert into emulation_awards.proposal (unit_id, district_id, year, subject, person_name, achievement, reward_form_id, state, nominated_on)
    select place.unit_id, district.unit_id, 2021, 'PERSON', 'Nguyễn Văn Xa', 'Vận động nhân dân', (select min(id) from emulation_awards.reward_form where subject = 'PERSON'), 'COUNCIL', '2021-09-01'
      from place, place district where place.name = 'foreign' and district.name = 'foreign-district' returning id, unit_id),
  step as (
    insert into emulation_awards.proposal_step (proposal_id, unit_id, action, taken_on) select id, unit_id, 'NOMINATE', '2021-09-01' from proposal),
  opinion as (
    insert into emulation_awards.opinion (proposal_id, unit_id, in_favor, content, given_on) select id, unit_id, true, 'Thống nhất', '2021-09-02' from proposal)
  insert into emulation_awards.council_vote (proposal_id, unit_id, voter_id, in_favor, voted_on)
  select proposal.id, proposal.unit_id, account.id, true, '2021-09-03' from proposal, core.user_account account where account.username = 'foreign.standing'`,
];

export const emulationAwards: ProgramPromises = {
  ids,
  promises: tables.map((promise) => ({ ...promise, table: `emulation_awards.${promise.table}` })),
  rows,
  moreRows: [
    // A sheet that was written here and issued.
    /* sql */ `
  with its as (
    insert into emulation_awards.score_sheet (unit_id, year, number, title_vi, title_en, ballot, tie_order, valid_from, legal_basis, state, copied_from_id,
      drafted_on, issued_on)
    select unit_id, 2021, 9, 'Bảng điểm ban hành', 'Issued', 'SECRET', '{}', '2021-01-01', 'QĐ', 'IN_FORCE', id, '2021-01-05', '2021-01-12'
      from emulation_awards.score_sheet where demo and year = 2021 and number = 1 returning id, unit_id)
  insert into emulation_awards.sheet_step (sheet_id, unit_id, action, reason, taken_on, taken_by)
  select its.id, its.unit_id, given.action, null, '2021-01-05', account.id
    from its, unnest(array['DRAFT', 'ISSUE']) as given (action), core.user_account account where account.username = 'standing'`,
    // A ranking that was replaced, decisions among the documents, a sheet and honors that ended.
    /* sql */ `update emulation_awards.ranking set superseded_at = '2020-12-19' where rank = 1 and id % 2 = 0`,
    /* sql */ `
  with ${known}
  update emulation_awards.proposal set document_id = (select min(id) from core.document where confidentiality = 'PUBLIC')
    from place where place.at = 'commune' and proposal.unit_id = place.unit_id and decided_on is not null`,
  ],
};
