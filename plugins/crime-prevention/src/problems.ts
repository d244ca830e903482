import type { ProblemText } from '@phoihop/platform';
import { workflowWords } from './words/workflow-words.js';

/** Error codes of this plugin with their messages. */
export const problems = {
  ...workflowWords.problems,
  CRIME_CODE_NOT_IN_FORCE: {
    vi: 'Mã “{given}” không có hiệu lực vào ngày {on}. Cho phép: {allowed}.',
    en: 'The code “{given}” was not in force on {on}. Allowed: {allowed}.',
  },
  CRIME_REHABILITATION_HANDLER: {
    vi: 'Người được chọn không giữ vai trò giúp đỡ tại đơn vị này trong chương trình. Vai trò được phép giúp đỡ: {allowed}.',
    en: 'Whoever was named holds no role that helps in this unit and program. Roles that do: {allowed}.',
  },
  CRIME_REHABILITATION_NOT_YOURS: {
    vi: 'Hồ sơ này được giao cho người khác; chỉ người được giao mới ghi nhận xét.',
    en: 'This case is another helper’s; only the named helper records reviews.',
  },
  CRIME_REHABILITATION_WITHOUT_REVIEW: {
    vi: 'Hồ sơ chưa có nhận xét nào của người giúp đỡ nên chưa thể kết thúc với kết quả tiến bộ.',
    en: 'The helper has not reviewed the case yet, so that it cannot be completed.',
  },
  CRIME_SAFE_AREA_INCOMPLETE: {
    vi: 'Hồ sơ chưa trả lời hết các tiêu chí của năm. Còn thiếu: {titles}.',
    en: 'Not every criterion of the year is answered. Missing: {titles}.',
  },
  CRIME_SAFE_AREA_NOT_MET: {
    vi: 'Không công nhận được vì còn tiêu chí chưa đạt: {titles}.',
    en: 'It cannot be recognized: criteria are not met: {titles}.',
  },
} as const satisfies Record<string, ProblemText>;
