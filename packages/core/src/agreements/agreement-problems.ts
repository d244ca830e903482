import type { ProblemText } from '@phoihop/platform';
import { agreementWords } from './agreement-words.js';

/** Error codes of agreements and what is owed under them. */
export const agreementProblems = {
  ...agreementWords.problems,
  AGREEMENT_INCOMPLETE: {
    vi: 'Chưa ghi nhận ký kết được, còn thiếu: {missing}. Cần ít nhất hai bên, trong đó một bên chủ trì, số hoặc viện dẫn, và ngày ký.',
    en: 'It cannot be signed yet; missing are: {missing}. It wants two parties, one of which leads, a number or a citation, and the day of signing.',
    says: {
      missing: {
        parties: { vi: 'hai bên ký kết', en: 'two parties' },
        'parties.role: LEAD': { vi: 'bên chủ trì', en: 'who leads' },
        'number | citedAs': { vi: 'số hoặc viện dẫn', en: 'a number or a citation' },
        signedOn: { vi: 'ngày ký', en: 'the day of signing' },
      },
    },
  },
  AGREEMENT_LEAD_TWICE: {
    vi: 'Mỗi văn bản phối hợp chỉ có một bên chủ trì.',
    en: 'One party leads, not several.',
  },
  AGREEMENT_DUTY_NOT_PARTY: {
    vi: 'Nhiệm vụ thứ {given} được giao cho một tổ chức không phải là bên ký kết.',
    en: 'Duty number {given} is owed by an organization that is no party.',
  },
  AGREEMENT_DUTY_OUTSIDE: {
    vi: 'Ngày {given} của nhiệm vụ nằm ngoài thời hạn của văn bản: {allowed}.',
    en: 'The day {given} of a duty lies outside the term: {allowed}.',
  },
  AGREEMENT_NOT_SIGNED: {
    vi: 'Văn bản được gia hạn, thay thế hoặc sửa đổi phải là văn bản đã ký; văn bản này đang ở trạng thái {given}.',
    en: 'Only a signed agreement is renewed, replaced or amended; this one is {given}.',
    says: { given: 'AgreementState' },
  },
  AGREEMENT_RENEWED_ALREADY: {
    vi: 'Đã có văn bản khác được ký để gia hạn văn bản trước.',
    en: 'Another agreement that renews the earlier one was signed before.',
  },
  AGREEMENT_NOT_RENEWED_BY: {
    vi: 'Văn bản {given} không phải là văn bản đã ký để gia hạn văn bản này với thời hạn bắt đầu muộn hơn.',
    en: '{given} is not a signed agreement that says it renews this one and begins later.',
  },
  AGREEMENT_REVIEW_NOT_OWED: {
    vi: '{given} không phải là nghĩa vụ sơ kết đang mở của văn bản này.',
    en: '{given} is not an open obligation to review this agreement.',
  },
  AGREEMENT_OBLIGATION_SETTLED: {
    vi: 'Nghĩa vụ này không còn phải thực hiện: {given}.',
    en: 'Nothing is left to do about this obligation: it is {given}.',
    says: { given: 'AgreementObligationStatus' },
  },
  AGREEMENT_OBLIGATION_OWN: {
    vi: 'Người đại diện cho tổ chức có nghĩa vụ không được tự miễn cho tổ chức mình: cần người khác thực hiện.',
    en: 'Who acts for the organization that owes it cannot excuse it: somebody else has to.',
  },
} as const satisfies Record<string, ProblemText>;
