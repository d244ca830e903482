import { joinWords, wordsOfWorkflow } from '@phoihop/core';
import type { Translated } from '@phoihop/platform';
import { proposalWorkflow } from '../proposals/proposal-state.js';
import { sheetWorkflow } from '../sheets/sheet-state.js';
import { yearWorkflow } from '../years/year-state.js';

/** What people call the states and steps of emulation years, score sheets and proposals. */
export const workflowWords = joinWords(
  wordsOfWorkflow(yearWorkflow, {
    type: 'EmulationAwardsYearState',
    refusal: {
      vi: 'Năm thi đua đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The emulation year is in the state “{given}”, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      PREPARED: { vi: 'đang chuẩn bị', en: 'prepared' },
      REGISTRATION: { vi: 'đang đăng ký danh hiệu', en: 'registration' },
      PACTS: { vi: 'đang ký giao ước', en: 'pacts' },
      SELF_SCORING: { vi: 'đang tự chấm điểm', en: 'self-scoring' },
      CROSS_SCORING: { vi: 'đang chấm chéo', en: 'cross-scoring' },
      REVIEW: { vi: 'đang thẩm định điểm', en: 'review' },
      LOCKED: { vi: 'đã khóa điểm', en: 'locked' },
      RANKED: { vi: 'đã xếp hạng', en: 'ranked' },
      VOTING: { vi: 'đang bỏ phiếu', en: 'voting' },
      VOTED: { vi: 'đã kết thúc bỏ phiếu', en: 'voted' },
      CLOSED: { vi: 'đã kết thúc', en: 'closed' },
    },
    steps: {
      emulationAwardsAddCluster: { vi: 'thêm cụm', en: 'add a cluster' },
      emulationAwardsChooseSheet: { vi: 'chọn bảng điểm', en: 'choose the score sheet' },
      emulationAwardsLaunch: { vi: 'phát động', en: 'launch the year' },
      emulationAwardsRegister: { vi: 'đăng ký danh hiệu', en: 'register for a title' },
      emulationAwardsWithdrawRegistration: { vi: 'rút đăng ký', en: 'withdraw a registration' },
      emulationAwardsCloseRegistration: { vi: 'kết thúc đăng ký', en: 'close the registration' },
      emulationAwardsDrawUpPact: { vi: 'soạn giao ước', en: 'draw up a pact' },
      emulationAwardsSignPact: { vi: 'ký giao ước', en: 'sign a pact' },
      emulationAwardsBeginSelfScoring: { vi: 'bắt đầu tự chấm điểm', en: 'begin the self-scoring' },
      emulationAwardsSaveSelfScores: { vi: 'lưu điểm tự chấm', en: 'save self-scores' },
      emulationAwardsSubmitSelfScores: { vi: 'ký nộp điểm tự chấm', en: 'hand self-scores in' },
      emulationAwardsBeginCrossScoring: { vi: 'bắt đầu chấm chéo', en: 'begin the cross-scoring' },
      emulationAwardsCrossScore: { vi: 'chấm chéo', en: 'score another unit' },
      emulationAwardsBeginReview: { vi: 'bắt đầu thẩm định điểm', en: 'begin the review' },
      emulationAwardsReviewScores: { vi: 'thẩm định điểm', en: 'review scores' },
      emulationAwardsLockScores: { vi: 'khóa điểm', en: 'lock the scores' },
      emulationAwardsCorrectScore: { vi: 'sửa điểm', en: 'correct a score' },
      emulationAwardsRank: { vi: 'xếp hạng', en: 'rank the units' },
      emulationAwardsOpenVote: { vi: 'mở bỏ phiếu', en: 'open the vote' },
      emulationAwardsVote: { vi: 'bỏ phiếu', en: 'vote' },
      emulationAwardsCloseVote: { vi: 'kết thúc bỏ phiếu', en: 'close the vote' },
      emulationAwardsCloseYear: { vi: 'kết thúc năm thi đua', en: 'close the year' },
    },
  }),
  wordsOfWorkflow(sheetWorkflow, {
    type: 'EmulationAwardsSheetState',
    refusal: {
      vi: 'Bảng điểm đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The score sheet is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      DRAFT: { vi: 'bản nháp', en: 'a draft' },
      IN_FORCE: { vi: 'đã ban hành', en: 'in force' },
      WITHDRAWN: { vi: 'đã rút', en: 'withdrawn' },
    },
    steps: {
      emulationAwardsChangeSheet: { vi: 'sửa bảng điểm', en: 'change the sheet' },
      emulationAwardsIssueSheet: { vi: 'ban hành bảng điểm', en: 'put the sheet in force' },
      emulationAwardsWithdrawSheet: { vi: 'rút bảng điểm', en: 'withdraw the sheet' },
    },
  }),
  wordsOfWorkflow(proposalWorkflow, {
    type: 'EmulationAwardsProposalState',
    refusal: {
      vi: 'Đề nghị khen thưởng đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The proposal is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      NOMINATED: { vi: 'đã đề nghị', en: 'nominated' },
      RETURNED: { vi: 'đã trả lại', en: 'returned' },
      CHECKED: { vi: 'đã đủ hồ sơ', en: 'checked' },
      COUNCIL: { vi: 'Hội đồng đang bỏ phiếu', en: 'before the council' },
      RECOMMENDED: { vi: 'Hội đồng đã thông qua', en: 'recommended' },
      REFUSED: { vi: 'đã từ chối', en: 'refused' },
      DECIDED: { vi: 'đã có quyết định', en: 'decided' },
      AWARDED: { vi: 'đã trao', en: 'awarded' },
      REVOKED: { vi: 'đã thu hồi', en: 'revoked' },
    },
    steps: {
      emulationAwardsCheckDossier: { vi: 'xác nhận hồ sơ đủ', en: 'check the dossier' },
      emulationAwardsReturnProposal: { vi: 'trả lại đề nghị', en: 'return the proposal' },
      emulationAwardsResubmitProposal: { vi: 'đề nghị lại', en: 'propose again' },
      emulationAwardsGiveOpinion: { vi: 'góp ý', en: 'give an opinion' },
      emulationAwardsOpenCouncilVote: { vi: 'đưa ra Hội đồng bỏ phiếu', en: 'open the council’s vote' },
      emulationAwardsCouncilVote: { vi: 'bỏ phiếu tại Hội đồng', en: 'vote in the council' },
      emulationAwardsRecommendProposal: { vi: 'ghi nhận Hội đồng thông qua', en: 'recommend the proposal' },
      emulationAwardsRefuseProposal: { vi: 'từ chối đề nghị', en: 'refuse the proposal' },
      emulationAwardsDecideProposal: { vi: 'ghi quyết định khen thưởng', en: 'decide the proposal' },
      emulationAwardsAwardProposal: { vi: 'ghi nhận việc trao', en: 'record the award' },
      emulationAwardsRevokeProposal: { vi: 'thu hồi quyết định', en: 'revoke the decision' },
    },
  }),
);

/** What refusals call sources, kinds of scores and subjects, by schema coordinate. */
export const emulationNames: Readonly<Record<string, Translated>> = {
  'EmulationAwardsCriterionSource.MANUAL': { vi: 'chấm điểm', en: 'people' },
  'EmulationAwardsCriterionSource.INDICATOR': { vi: 'số liệu của chỉ số', en: 'an indicator' },
  'EmulationAwardsCriterionSource.LATENESS': { vi: 'báo cáo nộp sau hạn', en: 'late reports' },
  'EmulationAwardsScoreKind.SELF': { vi: 'điểm tự chấm', en: 'self-score' },
  'EmulationAwardsScoreKind.CROSS': { vi: 'điểm chấm chéo', en: 'cross-score' },
  'EmulationAwardsScoreKind.REVIEW': { vi: 'điểm thẩm định', en: 'review' },
  'EmulationAwardsScoreKind.FINAL': { vi: 'điểm chính thức', en: 'final' },
  'EmulationAwardsSubjectKind.PERSON': { vi: 'cá nhân', en: 'a person' },
  'EmulationAwardsSubjectKind.UNIT': { vi: 'đơn vị', en: 'a unit' },
  'EmulationAwardsSubjectKind.ORGANIZATION': { vi: 'tổ chức', en: 'an organization' },
};
