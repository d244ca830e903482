import type { ProblemText } from '@phoihop/platform';
import { workflowWords } from './words/workflow-words.js';

/** Error codes of this plugin with their messages. */
export const problems = {
  ...workflowWords.problems,
  COVID_REFERENCE_NOT_IN_FORCE: {
    vi: '{given} không có hiệu lực vào ngày {day}; có hiệu lực: {allowed}.',
    en: '{given} was not in force on {day}; it is in force: {allowed}.',
  },
  COVID_OUTBREAK_DAY: {
    vi: 'Ngày {given} không thuộc đợt dịch ({allowed}).',
    en: 'The day {given} is not one of the outbreak ({allowed}).',
  },
  COVID_AREA_NOT_COUNTED: {
    vi: 'Chưa ghi số hộ của địa bàn; hãy ghi số hộ trước khi lập tổ.',
    en: 'The households of the area have not been counted; enter the count first.',
  },
  COVID_TEAM_COVERS_TOO_MANY: {
    vi: 'Các tổ phụ trách {given} hộ, nhiều hơn số hộ của địa bàn ({allowed}).',
    en: 'The teams look after {given} households, more than the area has ({allowed}).',
  },
  COVID_TEAM_DISSOLVED: {
    vi: 'Tổ này đã kết thúc hoạt động ngày {given}.',
    en: 'The team ended its work on {given}.',
  },
  COVID_SUPPORT_LIST_EMPTY: {
    vi: 'Danh sách chưa có hộ nào.',
    en: 'The list has no household yet.',
  },
  COVID_HOUSEHOLD_REMOVED: {
    vi: 'Hộ này đã được đưa ra khỏi danh sách.',
    en: 'The household was taken off its list.',
  },
  COVID_SUPPORT_RECEIVED: {
    vi: 'Hộ này đã nhận hỗ trợ ngày {given}.',
    en: 'The household received its support on {given}.',
  },
  COVID_SUPPORT_NOT_RECEIVED: {
    vi: 'Còn {given} hộ trong danh sách chưa nhận hỗ trợ.',
    en: '{given} households of the list have not received their support.',
  },
  COVID_COMPLAINTS_OVER: {
    vi: 'Đã hết thời hạn khiếu nại của danh sách: hạn cuối {allowed}, hôm nay {given}.',
    en: 'The days for complaints about the list are over: the last was {allowed}, today is {given}.',
  },
  COVID_COMPLAINTS_OPEN: {
    vi: 'Danh sách còn trong thời hạn khiếu nại: hạn cuối {allowed}, hôm nay {given}.',
    en: 'Complaints about the list are still taken: the last day is {allowed}, today is {given}.',
  },
  COVID_COMPLAINTS_UNANSWERED: {
    vi: 'Còn {given} khiếu nại về danh sách chưa được trả lời.',
    en: '{given} complaints about the list are not answered.',
  },
  COVID_COMPLAINT_ANSWERED: {
    vi: 'Khiếu nại này đã được trả lời.',
    en: 'The complaint has been answered.',
  },
  COVID_FUND_OVERDRAWN: {
    vi: 'Quỹ không đủ để xuất {given}; hiện còn {allowed}.',
    en: 'The fund does not hold the {given} to be given; it holds {allowed}.',
  },
  COVID_FUND_ENTRY_REVERSED: {
    vi: 'Bút toán này đã được đảo, hoặc chính là bút toán đảo.',
    en: 'The entry has been reversed, or is a reversal itself.',
  },
  COVID_HELP_WITHDRAWN: {
    vi: 'Nội dung này đã được rút trước đó.',
    en: 'This was withdrawn before.',
  },
} as const satisfies Record<string, ProblemText>;
