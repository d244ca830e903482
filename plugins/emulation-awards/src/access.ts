import { allow } from '@phoihop/platform';

/** What one may be allowed to do here. */
export const permissions = {
  'emulation-awards:read': {
    vi: 'Xem năm thi đua, cụm, giao ước, điểm và xếp hạng',
    en: 'See emulation years, clusters, pacts, scores and rankings',
  },
  'emulation-awards:manage': {
    vi: 'Điều hành năm thi đua, khóa điểm, xếp hạng',
    en: 'Run emulation years, lock scores, rank',
  },
  'emulation-awards:draft-sheets': {
    vi: 'Soạn bảng điểm thi đua của huyện',
    en: 'Write the score sheets of a district',
  },
  'emulation-awards:issue-sheets': {
    vi: 'Ban hành, hủy bảng điểm thi đua',
    en: 'Put score sheets in force, and withdraw them',
  },
  'emulation-awards:register': { vi: 'Đăng ký danh hiệu thi đua', en: 'Register titles to strive for' },
  'emulation-awards:pact': { vi: 'Soạn giao ước thi đua của cụm', en: 'Draw up the pact of a cluster' },
  'emulation-awards:sign': {
    vi: 'Ký giao ước, ký nộp bảng tự chấm điểm',
    en: 'Sign pacts and self-scores for a unit',
  },
  'emulation-awards:self-score': { vi: 'Nhập điểm tự chấm của đơn vị', en: 'Enter a unit’s self-scores' },
  'emulation-awards:cross-score': {
    vi: 'Chấm điểm chéo đơn vị khác trong cụm',
    en: 'Score other units of the cluster',
  },
  'emulation-awards:review': { vi: 'Thẩm định điểm của các đơn vị', en: 'Review the scores of units' },
  'emulation-awards:vote': { vi: 'Bỏ phiếu suy tôn trong cụm', en: 'Vote within the cluster for a unit' },
  'emulation-awards:meetings': { vi: 'Ghi nhận hội nghị sơ kết, tổng kết', en: 'Record reviews of the work' },
  'emulation-awards:proposals': {
    vi: 'Xem đề nghị khen thưởng (không gồm thông tin cá nhân)',
    en: 'See proposals, without what tells of persons',
  },
  'emulation-awards:persons': {
    vi: 'Xem họ tên và thành tích của người được đề nghị (dữ liệu cá nhân)',
    en: 'See names and achievements in proposals (personal data)',
  },
  'emulation-awards:nominate': { vi: 'Đề nghị khen thưởng', en: 'Propose for titles and rewards' },
  'emulation-awards:check': {
    vi: 'Thẩm định hồ sơ đề nghị khen thưởng',
    en: 'Check the dossiers of proposals',
  },
  'emulation-awards:opinion': { vi: 'Góp ý về đề nghị khen thưởng', en: 'Give opinions on proposals' },
  'emulation-awards:council': {
    vi: 'Bỏ phiếu trong Hội đồng thi đua - khen thưởng',
    en: 'Vote in the emulation council',
  },
  'emulation-awards:council-votes': { vi: 'Xem phiếu của Hội đồng', en: 'See the votes of the council' },
  'emulation-awards:decide': { vi: 'Quyết định khen thưởng', en: 'Decide on titles and rewards' },
} as const;

const readsYear = ['emulation-awards:read', 'emulation-awards:proposals'] as const;

/**
 * Who gets which. Entering and signing, scoring and reviewing, proposing, checking and deciding never meet in one role;
 * the council alone votes. Score sheets are written and issued by the same role, as plans are, and by two persons of it. The lead of a cluster acts for the whole of it, so it scores nobody and votes for nobody:
 * its own commune does.
 */
export const grants = {
  'district-standing': [
    ...readsYear,
    'emulation-awards:manage',
    'emulation-awards:draft-sheets',
    'emulation-awards:issue-sheets',
    'emulation-awards:persons',
    'emulation-awards:council-votes',
    'emulation-awards:decide',
  ],
  'district-officer': [
    ...readsYear,
    'emulation-awards:draft-sheets',
    'emulation-awards:pact',
    'emulation-awards:review',
    'emulation-awards:meetings',
    'emulation-awards:persons',
    'emulation-awards:nominate',
    'emulation-awards:check',
  ],
  'cluster-lead': [...readsYear, 'emulation-awards:pact'],
  'commune-standing': [
    ...readsYear,
    'emulation-awards:register',
    'emulation-awards:sign',
    'emulation-awards:cross-score',
    'emulation-awards:vote',
    'emulation-awards:persons',
    'emulation-awards:nominate',
  ],
  'commune-clerk': ['emulation-awards:read', 'emulation-awards:self-score', 'emulation-awards:meetings'],
  'member-representative': [
    'emulation-awards:proposals',
    'emulation-awards:persons',
    'emulation-awards:nominate',
    'emulation-awards:opinion',
  ],
  'emulation-council': [
    ...readsYear,
    'emulation-awards:persons',
    'emulation-awards:council',
    'emulation-awards:council-votes',
  ],
  inspector: [...readsYear],
  auditor: [...readsYear, 'emulation-awards:council-votes'],
} as const;

type Allowed = keyof typeof permissions extends `emulation-awards:${infer Name}` ? Name : never;

const of = (what: Allowed) => allow.permission(`emulation-awards:${what}`);
const read = of('read');
const manage = of('manage');
const proposals = of('proposals');
const persons = of('persons');
const council = of('council-votes');
const decide = of('decide');
const law = allow.signedIn();

/** One rule for every field this plugin contributes. */
export const fields = {
  EmulationAwardsTitle: law,
  'EmulationAwardsTitle.title': law,
  'Query.emulationAwardsTitles': law,
  EmulationAwardsRewardForm: law,
  'EmulationAwardsRewardForm.title': law,
  'Query.emulationAwardsRewardForms': law,
  EmulationAwardsScoreSheet: read,
  'EmulationAwardsScoreSheet.title': read,
  'EmulationAwardsScoreSheet.criteria': read,
  'EmulationAwardsScoreSheet.steps': read,
  EmulationAwardsSheetStep: read,
  'Query.emulationAwardsSheetSteps': read,
  'Query.emulationAwardsScoreSheets': read,
  EmulationAwardsCriterion: read,
  'EmulationAwardsCriterion.title': read,
  EmulationAwardsYear: read,
  'EmulationAwardsYear.clusters': read,
  'Query.emulationAwardsYears': read,
  EmulationAwardsCluster: read,
  'EmulationAwardsCluster.entries': read,
  'EmulationAwardsCluster.pacts': read,
  'EmulationAwardsCluster.rankings': read,
  'EmulationAwardsCluster.votesCast': read,
  'EmulationAwardsCluster.voteResults': read,
  'Query.emulationAwardsClusters': read,
  EmulationAwardsEntry: read,
  'EmulationAwardsEntry.registrations': read,
  'EmulationAwardsEntry.scores': read,
  'Query.emulationAwardsEntries': read,
  'AdministrativeUnit.emulationAwardsEntries': read,
  EmulationAwardsRegistration: read,
  'Query.emulationAwardsRegistrations': read,
  EmulationAwardsPact: read,
  'EmulationAwardsPact.signatures': read,
  'Query.emulationAwardsPacts': read,
  EmulationAwardsPactSignature: read,
  'Query.emulationAwardsPactSignatures': read,
  EmulationAwardsScore: read,
  'Query.emulationAwardsScores': read,
  EmulationAwardsComputedScore: read,
  'Query.emulationAwardsComputedScores': read,
  EmulationAwardsRanking: read,
  'Query.emulationAwardsRankings': read,
  EmulationAwardsVoteCast: read,
  'Query.emulationAwardsVotesCast': read,
  EmulationAwardsVoteResult: read,
  'Query.emulationAwardsVoteResults': read,
  EmulationAwardsReviewMeeting: read,
  'Query.emulationAwardsReviewMeetings': read,
  'AdministrativeUnit.emulationAwardsReviewMeetings': read,
  EmulationAwardsProposal: proposals,
  'EmulationAwardsProposal.personName': persons,
  'EmulationAwardsProposal.achievement': persons,
  'EmulationAwardsProposal.steps': proposals,
  'EmulationAwardsProposal.opinions': persons,
  'EmulationAwardsProposal.councilVotes': council,
  'Query.emulationAwardsProposals': proposals,
  'AdministrativeUnit.emulationAwardsProposals': proposals,
  EmulationAwardsProposalStep: proposals,
  'Query.emulationAwardsProposalSteps': proposals,
  EmulationAwardsOpinion: persons,
  'Query.emulationAwardsOpinions': persons,
  EmulationAwardsCouncilVote: council,
  'Query.emulationAwardsCouncilVotes': council,
  'Mutation.emulationAwardsDraftSheet': of('draft-sheets'),
  'Mutation.emulationAwardsChangeSheet': of('draft-sheets'),
  'Mutation.emulationAwardsIssueSheet': of('issue-sheets'),
  'Mutation.emulationAwardsWithdrawSheet': of('issue-sheets'),
  'Mutation.emulationAwardsOpenYear': manage,
  'Mutation.emulationAwardsChooseSheet': manage,
  'Mutation.emulationAwardsAddCluster': manage,
  'Mutation.emulationAwardsLaunch': manage,
  'Mutation.emulationAwardsRegister': of('register'),
  'Mutation.emulationAwardsWithdrawRegistration': of('register'),
  'Mutation.emulationAwardsCloseRegistration': manage,
  'Mutation.emulationAwardsDrawUpPact': of('pact'),
  'Mutation.emulationAwardsSignPact': of('sign'),
  'Mutation.emulationAwardsBeginSelfScoring': manage,
  'Mutation.emulationAwardsSaveSelfScores': of('self-score'),
  'Mutation.emulationAwardsSubmitSelfScores': of('sign'),
  'Mutation.emulationAwardsBeginCrossScoring': manage,
  'Mutation.emulationAwardsCrossScore': of('cross-score'),
  'Mutation.emulationAwardsBeginReview': manage,
  'Mutation.emulationAwardsReviewScores': of('review'),
  'Mutation.emulationAwardsLockScores': manage,
  'Mutation.emulationAwardsCorrectScore': manage,
  'Mutation.emulationAwardsRank': manage,
  'Mutation.emulationAwardsOpenVote': manage,
  'Mutation.emulationAwardsVote': of('vote'),
  'Mutation.emulationAwardsCloseVote': manage,
  'Mutation.emulationAwardsCloseYear': manage,
  'Mutation.emulationAwardsRecordMeeting': of('meetings'),
  'Mutation.emulationAwardsWithdrawMeeting': of('meetings'),
  'Mutation.emulationAwardsNominate': of('nominate'),
  'Mutation.emulationAwardsCheckDossier': of('check'),
  'Mutation.emulationAwardsReturnProposal': of('check'),
  'Mutation.emulationAwardsResubmitProposal': of('nominate'),
  'Mutation.emulationAwardsGiveOpinion': of('opinion'),
  'Mutation.emulationAwardsOpenCouncilVote': decide,
  'Mutation.emulationAwardsCouncilVote': of('council'),
  'Mutation.emulationAwardsRecommendProposal': decide,
  'Mutation.emulationAwardsRefuseProposal': decide,
  'Mutation.emulationAwardsDecideProposal': decide,
  'Mutation.emulationAwardsAwardProposal': decide,
  'Mutation.emulationAwardsRevokeProposal': decide,
} as const;
