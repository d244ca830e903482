import { wordsOfWorkflow } from '../workflows/workflow-words.js';
import { planWorkflow } from './plan-state.js';

/** What people call the states and steps of a plan. */
export const planWords = wordsOfWorkflow(planWorkflow, {
  type: 'PlanState',
  refusal: {
    vi: 'Kế hoạch đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
    en: 'The plan is {given}, so this step cannot be taken; possible are: {allowed}.',
  },
  states: {
    DRAFT: { vi: 'bản nháp', en: 'a draft' },
    APPROVED: { vi: 'đã duyệt', en: 'approved' },
    ADJUSTED: { vi: 'đang điều chỉnh', en: 'being adjusted' },
    CLOSED: { vi: 'đã kết thúc', en: 'closed' },
  },
  steps: {
    setPlanItems: { vi: 'nêu nội dung kế hoạch', en: 'set what is in the plan' },
    approvePlan: { vi: 'duyệt kế hoạch', en: 'approve the plan' },
    adjustPlan: { vi: 'điều chỉnh kế hoạch', en: 'adjust the plan' },
    closePlan: { vi: 'kết thúc kế hoạch', en: 'close the plan' },
  },
});
