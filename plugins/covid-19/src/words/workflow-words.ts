import { joinWords, wordsOfWorkflow } from '@phoihop/core';
import { outbreakWorkflow } from '../outbreaks/outbreak-state.js';
import { supportListWorkflow } from '../support/support-list-state.js';

/** What people call the states and steps of outbreaks and support lists. */
export const workflowWords = joinWords(
  wordsOfWorkflow(outbreakWorkflow, {
    type: 'Covid19OutbreakState',
    refusal: {
      vi: 'Đợt dịch đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The outbreak is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      ACTIVE: { vi: 'đang diễn ra', en: 'going on' },
      CLOSED: { vi: 'đã kết thúc', en: 'over' },
    },
    steps: {
      covid19SetOutbreakLevel: { vi: 'nhập mức biện pháp', en: 'set the level' },
      covid19CloseOutbreak: { vi: 'kết thúc đợt dịch', en: 'close the outbreak' },
      covid19ReopenOutbreak: { vi: 'mở lại đợt dịch', en: 'open the outbreak again' },
    },
  }),
  wordsOfWorkflow(supportListWorkflow, {
    type: 'Covid19SupportListState',
    refusal: {
      vi: 'Danh sách đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
      en: 'The list is {given}, so this step cannot be taken; possible are: {allowed}.',
    },
    states: {
      DRAFT: { vi: 'bản nháp', en: 'a draft' },
      POSTED: { vi: 'đang niêm yết', en: 'posted' },
      REVIEWED: { vi: 'đã rà soát', en: 'reviewed' },
      APPROVED: { vi: 'đã duyệt', en: 'approved' },
      DELIVERED: { vi: 'đã cấp phát xong', en: 'delivered' },
    },
    steps: {
      covid19AddSupportHousehold: { vi: 'thêm hộ', en: 'add a household' },
      covid19RemoveSupportHousehold: { vi: 'đưa hộ ra khỏi danh sách', en: 'take a household off' },
      covid19PostSupportList: { vi: 'niêm yết danh sách', en: 'post the list' },
      covid19FileSupportComplaint: { vi: 'ghi nhận khiếu nại', en: 'record a complaint' },
      covid19AnswerSupportComplaint: { vi: 'trả lời khiếu nại', en: 'answer a complaint' },
      covid19ReviewSupportList: { vi: 'kết thúc rà soát', en: 'end the review' },
      covid19ReturnSupportList: { vi: 'trả lại danh sách', en: 'return the list' },
      covid19ApproveSupportList: { vi: 'duyệt danh sách', en: 'approve the list' },
      covid19RecordSupportReceived: { vi: 'ghi nhận hộ đã nhận hỗ trợ', en: 'record support received' },
      covid19DeliverSupportList: { vi: 'kết thúc cấp phát', en: 'end the delivery' },
    },
  }),
);
