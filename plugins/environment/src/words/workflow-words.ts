import { joinWords, wordsOfWorkflow } from '@phoihop/core';
import { actionWorkflow } from '../actions/action-state.js';
import { commitmentWorkflow } from '../commitments/commitment-state.js';
import { modelWorkflow } from '../models/model-state.js';

/** What people call the states and steps of models, actions and commitments. */
export const workflowWords = joinWords(
  wordsOfWorkflow(modelWorkflow, {
    type: 'EnvironmentModelState',
    refusal: {
      vi: 'Mô hình đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The model is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      ACTIVE: { vi: 'đang hoạt động', en: 'at work' },
      ENDED: { vi: 'đã kết thúc', en: 'ended' },
    },
    steps: {
      environmentCorrectModel: { vi: 'sửa mô hình', en: 'correct the model' },
      environmentEndModel: { vi: 'kết thúc mô hình', en: 'end the model' },
    },
  }),
  wordsOfWorkflow(actionWorkflow, {
    type: 'EnvironmentActionState',
    refusal: {
      vi: 'Hoạt động đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The action is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      RECORDED: { vi: 'đã ghi, chưa xác nhận', en: 'recorded, not confirmed' },
      CONFIRMED: { vi: 'đã xác nhận', en: 'confirmed' },
      WITHDRAWN: { vi: 'đã rút', en: 'withdrawn' },
    },
    steps: {
      environmentCorrectAction: { vi: 'sửa hoạt động', en: 'correct the action' },
      environmentConfirmAction: { vi: 'xác nhận hoạt động', en: 'confirm the action' },
      environmentReopenAction: { vi: 'mở lại hoạt động', en: 'open the action again' },
      environmentWithdrawAction: { vi: 'rút hoạt động', en: 'withdraw the action' },
    },
  }),
  wordsOfWorkflow(commitmentWorkflow, {
    type: 'EnvironmentCommitmentState',
    refusal: {
      vi: 'Cam kết đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The commitment is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      ACTIVE: { vi: 'đang thực hiện', en: 'standing' },
      ENDED: { vi: 'đã kết thúc', en: 'ended' },
    },
    steps: {
      environmentReviewCommitment: { vi: 'nhận xét việc thực hiện', en: 'review the commitment' },
      environmentEndCommitment: { vi: 'kết thúc cam kết', en: 'end the commitment' },
    },
  }),
);
