import { wordsOfWorkflow } from '../workflows/workflow-words.js';
import { reportWorkflow } from './report-state.js';

/** What people call the states and steps of a report. */
export const reportWords = wordsOfWorkflow(reportWorkflow, {
  type: 'ReportState',
  refusal: {
    vi: 'Báo cáo đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
    en: 'The report is {given}, so this step cannot be taken; possible are: {allowed}.',
  },
  states: {
    DRAFT: { vi: 'bản nháp', en: 'a draft' },
    SUBMITTED: { vi: 'đã nộp', en: 'handed in' },
    RETURNED: { vi: 'đã trả lại', en: 'returned' },
    VERIFIED: { vi: 'đã thẩm tra', en: 'verified' },
    ACCEPTED: { vi: 'đã duyệt', en: 'accepted' },
    REOPENED: { vi: 'đã mở lại', en: 'opened again' },
  },
  steps: {
    saveReportDraft: { vi: 'lưu bản nháp báo cáo', en: 'save the draft' },
    submitReport: { vi: 'nộp báo cáo', en: 'hand the report in' },
    verifyReport: { vi: 'thẩm tra báo cáo', en: 'verify the report' },
    returnReport: { vi: 'trả lại báo cáo', en: 'return the report' },
    acceptReport: { vi: 'duyệt báo cáo', en: 'accept the report' },
    reopenReport: { vi: 'mở lại báo cáo', en: 'open the report again' },
    sendReport: { vi: 'gửi báo cáo đi', en: 'send the report' },
  },
});
