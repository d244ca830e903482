import type { ProblemText } from '@phoihop/platform';
import { workflowWords } from './words/workflow-words.js';

/** Error codes of this plugin with their messages. */
export const problems = {
  ...workflowWords.problems,
  ENVIRONMENT_CODE_NOT_IN_FORCE: {
    vi: 'Mã “{given}” không có hiệu lực vào ngày {on}. Cho phép: {allowed}.',
    en: 'The code “{given}” was not in force on {on}. Allowed: {allowed}.',
  },
  ENVIRONMENT_NOT_OWN_ORGANIZATION: {
    vi: 'Bạn chỉ ghi nhận cho tổ chức mà mình đại diện.',
    en: 'You record for the organization that you represent, and for no other.',
  },
  ENVIRONMENT_NOT_RELIGIOUS: {
    vi: 'Vào ngày {on}, tổ chức này không phải là tổ chức tôn giáo mà thuộc loại {given}.',
    en: 'On {on} this organization was no religious one but of the kind {given}.',
    says: { given: 'OrganizationKind' },
  },
  ENVIRONMENT_PARTLY_SEEN: {
    vi: 'Bạn được xem hoạt động của {given} trong {allowed} nơi thuộc đơn vị này. Tổng của một phần không phải là tổng của cả đơn vị: hãy hỏi một đơn vị mà bạn được xem trọn vẹn.',
    en: 'You see the actions of {given} of the {allowed} places of this unit. The total of a part is not that of the whole: ask for a unit that you see completely.',
  },
} as const satisfies Record<string, ProblemText>;
