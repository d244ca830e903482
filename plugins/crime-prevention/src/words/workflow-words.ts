import { joinWords, wordsOfWorkflow } from '@phoihop/core';
import { caseWorkflow } from '../cases/case-state.js';
import { modelWorkflow } from '../models/model-state.js';
import { assessmentWorkflow } from '../safe-areas/assessment-state.js';
import { tipWorkflow } from '../tips/tip-state.js';

/** What people call the states and steps of models, tips, cases and safe areas. */
export const workflowWords = joinWords(
  wordsOfWorkflow(modelWorkflow, {
    type: 'CrimePreventionModelState',
    refusal: {
      vi: 'Mô hình đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The model is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      ACTIVE: { vi: 'đang hoạt động', en: 'at work' },
      SUSPENDED: { vi: 'đang tạm dừng', en: 'suspended' },
      ENDED: { vi: 'đã kết thúc', en: 'ended' },
    },
    steps: {
      crimePreventionCorrectModel: { vi: 'sửa mô hình', en: 'correct the model' },
      crimePreventionSuspendModel: { vi: 'cho mô hình tạm dừng', en: 'suspend the model' },
      crimePreventionResumeModel: { vi: 'cho mô hình hoạt động lại', en: 'resume the model' },
      crimePreventionEndModel: { vi: 'kết thúc mô hình', en: 'end the model' },
    },
  }),
  wordsOfWorkflow(tipWorkflow, {
    type: 'CrimePreventionTipState',
    refusal: {
      vi: 'Tin tố giác đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The tip is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      RECEIVED: { vi: 'đã tiếp nhận', en: 'received' },
      FORWARDED: { vi: 'đã chuyển', en: 'forwarded' },
      FILED: { vi: 'đã xếp lại', en: 'filed' },
      CLOSED: { vi: 'đã có kết quả', en: 'closed' },
    },
    steps: {
      crimePreventionForwardTip: { vi: 'chuyển tin', en: 'forward the tip' },
      crimePreventionFileTip: { vi: 'xếp lại tin', en: 'file the tip' },
      crimePreventionReopenTip: { vi: 'xem xét lại tin', en: 'take the tip up again' },
      crimePreventionCloseTip: { vi: 'ghi kết quả xử lý', en: 'record the result' },
    },
  }),
  wordsOfWorkflow(caseWorkflow, {
    type: 'CrimePreventionCaseState',
    refusal: {
      vi: 'Hồ sơ giúp đỡ đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The case is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      OPENED: { vi: 'chưa phân công', en: 'not assigned yet' },
      ACTIVE: { vi: 'đang giúp đỡ', en: 'active' },
      COMPLETED: { vi: 'đã kết thúc với kết quả tiến bộ', en: 'completed' },
      STOPPED: { vi: 'đã dừng', en: 'stopped' },
      TRANSFERRED: { vi: 'đã chuyển nơi khác', en: 'transferred' },
    },
    steps: {
      crimePreventionAssignCase: { vi: 'phân công người giúp đỡ', en: 'assign a helper' },
      crimePreventionReviewCase: { vi: 'ghi nhận xét', en: 'record a review' },
      crimePreventionCompleteCase: { vi: 'kết thúc với kết quả tiến bộ', en: 'complete the case' },
      crimePreventionStopCase: { vi: 'dừng giúp đỡ', en: 'stop the case' },
      crimePreventionTransferCase: { vi: 'chuyển hồ sơ', en: 'transfer the case' },
    },
  }),
  wordsOfWorkflow(assessmentWorkflow, {
    type: 'CrimePreventionAssessmentState',
    refusal: {
      vi: 'Hồ sơ đánh giá đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The assessment is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      DRAFT: { vi: 'bản nháp', en: 'a draft' },
      SUBMITTED: { vi: 'đã nộp', en: 'handed in' },
      RETURNED: { vi: 'đã trả lại', en: 'returned' },
      REVIEWED: { vi: 'đã thẩm định', en: 'reviewed' },
      RECOGNIZED: { vi: 'đã công nhận', en: 'recognized' },
      REFUSED: { vi: 'không được công nhận', en: 'refused' },
    },
    steps: {
      crimePreventionAnswerCriteria: { vi: 'trả lời tiêu chí', en: 'answer criteria' },
      crimePreventionSubmitSafeArea: { vi: 'nộp hồ sơ', en: 'hand the assessment in' },
      crimePreventionReviewSafeArea: { vi: 'thẩm định hồ sơ', en: 'review the assessment' },
      crimePreventionReturnSafeArea: { vi: 'trả lại hồ sơ', en: 'return the assessment' },
      crimePreventionRecognizeSafeArea: { vi: 'ghi quyết định công nhận', en: 'recognize the area' },
      crimePreventionRefuseSafeArea: { vi: 'ghi quyết định không công nhận', en: 'refuse recognition' },
    },
  }),
);
