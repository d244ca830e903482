import type { RequestContext, Translated } from '@phoihop/platform';
import { FigureReasonCode, tellReason } from '../values/figure-reasons.js';

/**
 * Why a progress, a percentage or an allocation is what it is. Codes are those of the pure rules; what aggregates say
 * of themselves has its text there (values/figure-reasons.ts).
 */
const reasons: Readonly<Record<string, Translated>> = {
  // Why there is no figure.
  GROUP_WITHOUT_UNITS: { vi: 'Nhóm chưa có đơn vị thành viên.', en: 'The group has no member units.' },
  ORGANIZATION_NOT_MEASURED: {
    vi: 'Số liệu tổng hợp theo đơn vị hành chính, chưa tách theo tổ chức.',
    en: 'Figures are added up by administrative unit, not by organization.',
  },
  INCOMPLETE: {
    vi: 'Số liệu chưa đủ các đơn vị, các kỳ.',
    en: 'Figures of some units or periods are missing.',
  },
  NOT_MEASURED: { vi: 'Không có đơn vị để lấy số liệu.', en: 'There is no unit to take figures from.' },
  // Why there is no baseline.
  BASELINE_NOT_STATED: {
    vi: 'Văn bản không nêu số gốc để so sánh.',
    en: 'The document does not give the figure that the change starts from.',
  },
  NO_BASELINE: {
    vi: 'Chỉ tiêu không có số gốc để so sánh.',
    en: 'The target has no figure that the change starts from.',
  },
  ZERO_BASELINE: {
    vi: 'Số gốc bằng 0 nên không tính được thay đổi theo phần trăm.',
    en: 'The baseline is zero, and a percentage of zero is zero.',
  },
  NEGATIVE_BASELINE: {
    vi: 'Số gốc âm nên không tính được thay đổi theo phần trăm.',
    en: 'The baseline is negative, so a change in percent has no meaning.',
  },
  // Why a state before the deadline is what it is.
  LIMIT_PASSED: { vi: 'Đã vượt mức tối đa.', en: 'The figure has passed its limit.' },
  BEHIND_PATH: { vi: 'Chậm hơn tiến độ dự kiến.', en: 'The figure is behind the path declared for it.' },
  REACHED_BEFORE_DEADLINE: {
    vi: 'Đã đạt mức, nhưng số liệu còn có thể thay đổi đến hết hạn.',
    en: 'The level is reached, but the figure can still move before the deadline.',
  },
  DATA_NOT_ACCEPTED: {
    vi: 'Đã hết hạn nhưng số liệu chưa đủ hoặc chưa được duyệt, nên chưa kết luận.',
    en: 'The deadline has passed, but figures are missing or not accepted yet: nothing is final.',
  },
  NO_PATH: {
    vi: 'Chỉ tiêu không khai báo tiến độ, nên chỉ kết luận khi hết hạn.',
    en: 'No path was declared, so only the end will tell.',
  },
  PATH_NEEDS_BASELINE: {
    vi: 'Không vẽ được tiến độ vì không biết điểm xuất phát.',
    en: 'The path cannot be drawn without knowing where the figure started.',
  },
  PATH_NEEDS_LAST_YEAR: {
    vi: 'Không vẽ được tiến độ vì không có đủ số liệu cùng kỳ năm trước.',
    en: 'The path cannot be drawn without complete figures of the same period last year.',
  },
  // Why there is no percentage.
  ZERO_TARGET: {
    vi: 'Mức cần đạt bằng 0 nên không có phần trăm.',
    en: 'The level to reach is zero, so there is no percentage.',
  },
  NO_DEGREES: {
    vi: 'Mức tối đa chỉ có đạt hoặc không đạt.',
    en: 'A limit is kept or not; it has no degrees.',
  },
  PERIOD_NOT_OVER: {
    vi: 'Chưa hết kỳ nên chưa so được với cả năm trước.',
    en: 'A part of a year cannot be set against a whole one.',
  },
  // Why parts do not add up.
  RATIO_NOT_SUMMED: {
    vi: 'Tỷ lệ của các đơn vị không cộng thành tỷ lệ chung.',
    en: 'Shares of units do not add up to the share of the whole.',
  },
  DERIVED_NOT_SUMMED: {
    vi: 'Chỉ số tính từ chỉ số khác: hãy giao các chỉ số thành phần.',
    en: 'It is computed from other indicators: hand those down instead.',
  },
  RELATIVE_CHANGE_NOT_SUMMED: {
    vi: 'Phần trăm tăng, giảm của các đơn vị không cộng thành phần trăm chung.',
    en: 'Changes in percent do not add up to a change in percent.',
  },
};

const withoutBaseline: Translated = {
  vi: 'Không có số gốc của cùng kỳ năm trước: {reason}',
  en: 'There is no figure of the same period last year to start from: {reason}',
};

/** What a reason is about, for its text. */
export interface ReasonFacts {
  readonly period?: string;
  readonly calendar?: string;
}

/** A reason as clients get it. */
export interface ToldTargetReason {
  code: string;
  message: string;
}

/** A reason with its text in the caller's language; null where there is none. An unknown code speaks for itself. */
export function explain(
  context: Pick<RequestContext, 'translate' | 'locale'>,
  code: string | null | undefined,
  facts: ReasonFacts = {},
): ToldTargetReason | null {
  return code ? { code, message: messageOf(context, code, facts) } : null;
}

function messageOf(
  context: Pick<RequestContext, 'translate' | 'locale'>,
  code: string,
  facts: ReasonFacts,
): string {
  const known = reasons[code];
  if (known) return known[context.locale];
  if (code in FigureReasonCode) return tellReason(context, code as FigureReasonCode, { ...facts })!.message;
  if (!code.startsWith(OF_BASELINE)) return code;
  const reason = messageOf(context, code.slice(OF_BASELINE.length), facts);
  return withoutBaseline[context.locale].replace('{reason}', reason);
}

/** Marks a reason that is not about the figure but about last year's. */
export const OF_BASELINE = 'BASELINE_';
