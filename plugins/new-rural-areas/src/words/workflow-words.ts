import { joinWords, wordsOfWorkflow } from '@phoihop/core';
import type { Translated } from '@phoihop/platform';
import { assessmentWorkflow } from '../assessments/assessment-state.js';
import { dossierWorkflow } from '../dossiers/dossier-state.js';
import { pollWorkflow } from '../polls/poll-enums.js';

/** What people call the states and steps of self-assessments, polls and dossiers. */
export const workflowWords = joinWords(
  wordsOfWorkflow(assessmentWorkflow, {
    type: 'NewRuralAreasAssessmentState',
    refusal: {
      vi: 'Bản tự đánh giá đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The self-assessment is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      DRAFT: { vi: 'bản nháp', en: 'a draft' },
      SUBMITTED: { vi: 'đã nộp', en: 'handed in' },
    },
    steps: {
      newRuralAreasRecordCriteria: { vi: 'nhập kết quả tiêu chí', en: 'record criteria' },
      newRuralAreasSubmitAssessment: { vi: 'nộp bản tự đánh giá', en: 'hand the self-assessment in' },
      newRuralAreasCorrectCriterion: { vi: 'sửa kết quả tiêu chí', en: 'correct a criterion' },
      newRuralAreasAddEvidence: { vi: 'thêm minh chứng', en: 'add evidence' },
    },
  }),
  wordsOfWorkflow(pollWorkflow, {
    type: 'NewRuralAreasPollState',
    refusal: {
      vi: 'Cuộc lấy ý kiến đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The poll is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      OPEN: { vi: 'đang mở', en: 'open' },
      CLOSED: { vi: 'đã đóng', en: 'closed' },
      CANCELLED: { vi: 'đã hủy', en: 'cancelled' },
    },
    steps: {
      newRuralAreasEnterTally: { vi: 'nhập kết quả kiểm phiếu', en: 'enter a tally' },
      newRuralAreasClosePoll: { vi: 'đóng cuộc lấy ý kiến', en: 'close the poll' },
      newRuralAreasCancelPoll: { vi: 'hủy cuộc lấy ý kiến', en: 'cancel the poll' },
    },
  }),
  wordsOfWorkflow(dossierWorkflow, {
    type: 'NewRuralAreasDossierState',
    refusal: {
      vi: 'Hồ sơ đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The dossier is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      REGISTERED: { vi: 'đã đăng ký', en: 'registered' },
      ASSESSED: { vi: 'đã gắn bản tự đánh giá', en: 'assessed' },
      POLLED: { vi: 'đã gắn kết quả lấy ý kiến', en: 'polled' },
      SUBMITTED: { vi: 'đã nộp', en: 'handed in' },
      RETURNED: { vi: 'đã trả lại', en: 'returned' },
      APPRAISED: { vi: 'đã thẩm tra', en: 'appraised' },
      DECIDED: { vi: 'đã có quyết định', en: 'decided' },
      PUBLISHED: { vi: 'đã công bố', en: 'published' },
      WITHDRAWN: { vi: 'đã thu hồi', en: 'withdrawn' },
      CANCELLED: { vi: 'đã thôi đăng ký', en: 'cancelled' },
    },
    steps: {
      newRuralAreasAttachAssessment: { vi: 'gắn bản tự đánh giá', en: 'attach the self-assessment' },
      newRuralAreasAttachPoll: { vi: 'gắn cuộc lấy ý kiến', en: 'attach the poll' },
      newRuralAreasSubmitDossier: { vi: 'nộp hồ sơ', en: 'hand the dossier in' },
      newRuralAreasReturnDossier: { vi: 'trả lại hồ sơ', en: 'return the dossier' },
      newRuralAreasAppraiseDossier: { vi: 'thẩm tra hồ sơ', en: 'appraise the dossier' },
      newRuralAreasDecideRecognition: { vi: 'ghi quyết định công nhận', en: 'decide the recognition' },
      newRuralAreasPublishRecognition: { vi: 'ghi nhận công bố', en: 'publish the recognition' },
      newRuralAreasRecheckRecognition: { vi: 'kiểm tra lại danh hiệu', en: 'recheck the recognition' },
      newRuralAreasWithdrawRecognition: { vi: 'thu hồi danh hiệu', en: 'withdraw the recognition' },
      newRuralAreasCancelDossier: { vi: 'thôi đăng ký', en: 'cancel the registration' },
    },
  }),
);

/** What refusals call levels and scopes, by schema coordinate. */
export const levelNames: Readonly<Record<string, Translated>> = {
  'NewRuralAreasLevel.NEW_RURAL': { vi: 'nông thôn mới', en: 'new rural' },
  'NewRuralAreasLevel.ADVANCED': { vi: 'nông thôn mới nâng cao', en: 'advanced new rural' },
  'NewRuralAreasLevel.MODEL': { vi: 'nông thôn mới kiểu mẫu', en: 'model new rural' },
  'NewRuralAreasPollScope.COMMUNE': { vi: 'xã', en: 'commune' },
  'NewRuralAreasPollScope.DISTRICT': { vi: 'huyện', en: 'district' },
};
