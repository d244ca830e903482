import { AdministrativeUnit, searchIn, unitsUnder, validOn, whether } from '@phoihop/core';
import { extend, label, list, many } from '@phoihop/platform';
import { RewardForm } from './honors/reward-form.js';
import { Title } from './honors/title.js';
import { ReviewMeeting } from './meetings/review-meeting.js';
import { CouncilVote } from './proposals/council-vote.js';
import { Opinion } from './proposals/opinion.js';
import { ProposalStepTaken } from './proposals/proposal-step-taken.js';
import { Proposal } from './proposals/proposal.js';
import { Ranking } from './ranking/ranking.js';
import { Score } from './scores/score.js';
import { Criterion } from './sheets/criterion.js';
import { ScoreSheet } from './sheets/score-sheet.js';
import { SheetStepTaken } from './sheets/sheet-step-taken.js';
import { VoteCast } from './vote/vote-cast.js';
import { VoteResult } from './vote/vote-result.js';
import { ClusterYear } from './years/cluster-year.js';
import { EmulationYear } from './years/emulation-year.js';
import { Entry } from './years/entry.js';
import { PactSignature } from './years/pact-signature.js';
import { Pact } from './years/pact.js';
import { Registration } from './years/registration.js';

const under = unitsUnder();

const inForce = validOn({
  en: 'Only those that the law knew on this day.',
  vi: 'Chỉ lấy những mục pháp luật còn quy định vào ngày này.',
});

const current = whether(
  {
    en: 'Only what counts now (true), or only what was superseded (false).',
    vi: 'Chỉ lấy những gì đang được tính (true), hoặc chỉ những gì đã bị thay thế (false).',
  },
  (row) => `${row}.superseded_at is null`,
);

const counting = whether(
  {
    en: 'Only what counts (true), or only what was withdrawn (false).',
    vi: 'Chỉ lấy những gì còn được tính (true), hoặc chỉ những gì đã rút (false).',
  },
  (row) => `${row}.withdrawn_on is null`,
);

const honors = { filter: ['code', 'subject'], filters: { validOn: inForce }, order: ['code', 'validFrom'] };

const entries = { filter: ['emulationYear', 'selfScoredOn', 'demo'], order: ['selfScoredOn'] };

const scores = {
  filter: ['criterion', 'kind', 'authorUnit', 'demo'],
  filters: { current },
  order: ['recordedAt', 'points'],
};

const rankings = {
  filter: ['rank', 'tied', 'demo'],
  filters: { current },
  order: ['rank', 'points', 'rankedAt'],
};

const registrations = {
  filter: ['title', 'registeredOn', 'demo'],
  filters: { counting },
  order: ['registeredOn'],
};

const meetings = {
  filter: ['heldOn', 'kind', 'demo'],
  filters: { counting },
  order: ['heldOn', 'attendance'],
  descending: true,
};

const proposals = {
  filter: ['year', 'subject', 'state', 'title', 'rewardForm', 'decidedOn', 'demo'],
  order: ['nominatedOn', 'decidedOn'],
  descending: true,
};

const votesCast = { filter: ['castOn', 'demo'], order: ['castOn'] };
const voteResults = { filter: ['votes', 'demo'], order: ['votes'], descending: true };

/** Root lists. */
export const reads = {
  emulationAwardsTitles: list(Title, {
    description: 'Titles that the law lets one strive for, past ones included.',
    ...honors,
  }),
  emulationAwardsRewardForms: list(RewardForm, {
    description: 'Forms of reward that the law knows, past ones included.',
    ...honors,
  }),
  emulationAwardsScoreSheets: list(ScoreSheet, {
    description:
      'Score sheets of districts by year, every edition of them; drafts for those who write or issue sheets there.',
    filter: ['unit', 'year', 'state', 'demo'],
    order: ['year', 'number'],
  }),
  emulationAwardsSheetSteps: list(SheetStepTaken, {
    description: 'Steps that score sheets have taken, in their order.',
    filter: ['sheet', 'action', 'takenOn', 'demo'],
    order: ['takenAt', 'takenOn'],
  }),
  emulationAwardsYears: list(EmulationYear, {
    description: 'Emulation years the caller may see, the latest first.',
    filter: ['unit', 'year', 'state', 'demo'],
    order: ['year', 'launchedOn'],
    descending: true,
  }),
  emulationAwardsClusters: list(ClusterYear, {
    description: 'Clusters of emulation years, as far as the caller sees one of their members.',
    filter: ['emulationYear', 'group', 'leadUnit', 'number', 'demo'],
    order: ['number'],
  }),
  emulationAwardsEntries: list(Entry, {
    description: 'Units in their emulation years, with all of their scores below.',
    ...entries,
    filter: ['cluster', 'unit', ...entries.filter],
    filters: { under },
  }),
  emulationAwardsRegistrations: list(Registration, {
    description: 'Titles that units strive for, withdrawn ones included: filter by `counting`.',
    ...registrations,
    filter: ['entry', 'unit', ...registrations.filter],
    filters: { under, ...registrations.filters },
  }),
  emulationAwardsPacts: list(Pact, {
    description: 'Pacts of clusters (E-22).',
    filter: ['cluster', 'drawnUpOn', 'demo'],
    order: ['drawnUpOn'],
  }),
  emulationAwardsPactSignatures: list(PactSignature, {
    description: 'Which units have signed the pacts of their clusters.',
    filter: ['pact', 'entry', 'unit', 'signedOn', 'demo'],
    order: ['signedOn'],
  }),
  emulationAwardsScores: list(Score, {
    description:
      'Scores of all kinds that the caller may see now, superseded ones included: filter by `current`.',
    ...scores,
    filter: ['entry', 'unit', ...scores.filter],
    filters: { under, ...scores.filters },
  }),
  emulationAwardsRankings: list(Ranking, {
    description:
      'Places of units in their clusters, the first place first; earlier rankings included: filter by `current`.',
    ...rankings,
    filter: ['cluster', 'entry', 'unit', ...rankings.filter],
    filters: { under, ...rankings.filters },
  }),
  emulationAwardsVotesCast: list(VoteCast, {
    description: 'Which units have voted in their clusters.',
    ...votesCast,
    filter: ['cluster', 'entry', 'candidate', ...votesCast.filter],
  }),
  emulationAwardsVoteResults: list(VoteResult, {
    description: 'How the votes of clusters came out, most votes first.',
    ...voteResults,
    filter: ['cluster', 'entry', 'unit', ...voteResults.filter],
  }),
  emulationAwardsReviewMeetings: list(ReviewMeeting, {
    description: 'Reviews of the work, the latest first, withdrawn ones included: filter by `counting`.',
    ...meetings,
    filter: ['unit', ...meetings.filter],
    filters: {
      under,
      ...meetings.filters,
      search: searchIn(
        {
          en: 'Only reviews with these words in what was found; accents and case do not matter.',
          vi: 'Chỉ lấy các hội nghị có những từ này trong nội dung đánh giá; không phân biệt dấu và chữ hoa, chữ thường.',
        },
        ['summary'],
      ),
    },
  }),
  emulationAwardsProposals: list(Proposal, {
    description: 'Proposals for titles and rewards, the latest first; every look is recorded.',
    ...proposals,
    filter: ['unit', 'district', 'organization', ...proposals.filter],
    filters: { under },
  }),
  emulationAwardsProposalSteps: list(ProposalStepTaken, {
    description: 'Steps that proposals have taken, in their order.',
    filter: ['proposal', 'action', 'takenOn', 'demo'],
    order: ['takenAt', 'takenOn'],
  }),
  emulationAwardsOpinions: list(Opinion, {
    description: 'Opinions on proposals; every look is recorded.',
    filter: ['proposal', 'organization', 'inFavor', 'givenOn', 'demo'],
    order: ['givenOn'],
  }),
  emulationAwardsCouncilVotes: list(CouncilVote, {
    description: 'How members of the council voted.',
    filter: ['proposal', 'inFavor', 'votedOn', 'demo'],
    order: ['votedOn'],
  }),
};

const title = (description: string) => ({ title: label('title', { description, required: true }) });

/** What hangs on an administrative unit, and on each other. */
export const extensions = [
  extend(Title, title('What the title is called, in the language of the caller.')),
  extend(RewardForm, title('What the form of reward is called, in the language of the caller.')),
  extend(ScoreSheet, {
    ...title('Name of the sheet in the language of the caller.'),
    criteria: many(Criterion, 'sheet', {
      description: 'Its lines: what is judged.',
      filter: ['kind', 'source'],
      order: ['number', 'maximum'],
    }),
    steps: many(SheetStepTaken, 'sheet', {
      description: 'What was done with it so far, in order; none where it was loaded as data.',
      filter: ['action'],
      order: ['takenAt'],
    }),
  }),
  extend(Criterion, title('What is judged, in the language of the caller.')),
  extend(EmulationYear, {
    clusters: many(ClusterYear, 'emulationYear', {
      description: 'Its clusters, by number.',
      filter: ['number', 'leadUnit'],
      order: ['number'],
    }),
  }),
  extend(ClusterYear, {
    entries: many(Entry, 'cluster', { description: 'Its members in this year.', ...entries }),
    pacts: many(Pact, 'cluster', {
      description: 'Its pact; none before it is drawn up.',
      order: ['drawnUpOn'],
    }),
    rankings: many(Ranking, 'cluster', {
      description:
        'Places of its members, the first place first; earlier rankings included: filter by `current`.',
      ...rankings,
    }),
    votesCast: many(VoteCast, 'cluster', { description: 'Which members have voted.', ...votesCast }),
    voteResults: many(VoteResult, 'cluster', {
      description: 'How the vote came out, most votes first; empty until it is closed.',
      ...voteResults,
    }),
  }),
  extend(Entry, {
    registrations: many(Registration, 'entry', {
      description: 'Titles it strives for, withdrawn ones included: filter by `counting`.',
      ...registrations,
    }),
    scores: many(Score, 'entry', {
      description:
        'All of its scores that the caller may see now, superseded ones included: filter by `current` and `kind`.',
      ...scores,
    }),
  }),
  extend(Pact, {
    signatures: many(PactSignature, 'pact', {
      description: 'Which members have signed it.',
      filter: ['signedOn'],
      order: ['signedOn'],
    }),
  }),
  extend(Proposal, {
    steps: many(ProposalStepTaken, 'proposal', {
      description: 'What was done with it so far, in order.',
      filter: ['action'],
      order: ['takenAt'],
    }),
    opinions: many(Opinion, 'proposal', {
      description: 'What others think of it.',
      filter: ['inFavor'],
      order: ['givenOn'],
    }),
    councilVotes: many(CouncilVote, 'proposal', {
      description: 'How members of the council voted on it.',
      filter: ['inFavor'],
      order: ['votedOn'],
    }),
  }),
  extend(AdministrativeUnit, {
    emulationAwardsEntries: many(Entry, 'unit', {
      description: 'This unit in its emulation years.',
      ...entries,
    }),
    emulationAwardsReviewMeetings: many(ReviewMeeting, 'unit', {
      description:
        'Reviews of the work of this unit, the latest first, withdrawn ones included: filter by `counting`.',
      ...meetings,
    }),
    emulationAwardsProposals: many(Proposal, 'unit', {
      description: 'Proposals of this unit, and of organizations and people in it; every look is recorded.',
      ...proposals,
    }),
  }),
];
