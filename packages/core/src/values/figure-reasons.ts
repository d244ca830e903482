import { registerEnumType } from 'type-graphql';
import type { Locale, RequestContext, SqlObject, Translated } from '@phoihop/platform';
import type { AggregateReason } from './aggregate-request.js';
import type { NoRelativeChangeReason, ReportingRow } from './reporting-row.js';

/** Why a figure is not there: of an aggregate, or of a cell of the reporting row. */
export type FigureReasonCode =
  | AggregateReason
  | NoRelativeChangeReason
  | NonNullable<ReportingRow['percentOfPlanReason']>
  | 'WITHHELD';

/** What each reason says to a person; the texts are looked up under `error.FIGURE_<code>`. */
const texts: Readonly<Record<FigureReasonCode, Translated & { what: string }>> = {
  NOT_ADDITIVE: {
    vi: 'Chỉ số này được tính từ số tổng của các chỉ số khác, không cộng từ các đơn vị.',
    en: 'This indicator is computed from the totals of others; it is not added up from units.',
    what: 'The indicator is computed from totals of others, not from figures of units.',
  },
  NOTHING_NEEDED: {
    vi: 'Không có đơn vị nào phải báo cáo chỉ số này ở đây trong kỳ {period}.',
    en: 'No unit here has to report this indicator for {period}.',
    what: 'No unit there reports it, so there is nothing to add up.',
  },
  NO_DATA: {
    vi: 'Chưa đơn vị nào báo cáo cho kỳ {period}.',
    en: 'No unit has reported for {period} yet.',
    what: 'None of the units that report it has done so.',
  },
  ZERO_DENOMINATOR: {
    vi: 'Mẫu số bằng 0 nên không có tỷ lệ.',
    en: 'The denominator is zero, so there is no share.',
    what: 'A share of nothing has no value.',
  },
  PERIOD_NOT_COVERED: {
    vi: 'Chỉ số được báo cáo theo lịch {calendar}; các kỳ của lịch này không ghép thành kỳ {period}.',
    en: 'The indicator is counted in calendar {calendar}, whose periods do not make up {period}.',
    what: 'The periods of the calendar it is counted in do not make up the asked one.',
  },
  PERIOD_NOT_BEGUN: {
    vi: 'Kỳ {period} chưa bắt đầu.',
    en: 'The period {period} has not begun.',
    what: 'The period lies in the future.',
  },
  NO_YEAR_BEFORE: {
    vi: 'Kỳ {period} không có kỳ tương ứng của năm trước.',
    en: 'The period {period} has no counterpart in the year before.',
    what: 'There is no such period in the year before.',
  },
  UNIT_NOT_VALID: {
    vi: 'Đơn vị không tồn tại vào cuối kỳ {period} hoặc cuối một kỳ trong đó; hãy hỏi theo bản đồ của một ngày.',
    en: 'The unit does not exist at the end of {period} or of a part of it; ask on the map of a date.',
    what: 'The unit did not exist at the end of the period or of a part of it.',
  },
  UNIT_NOT_ON_MAP: {
    vi: 'Đơn vị không có trên bản đồ ngày {mapDate}.',
    en: 'The unit is not on the map of {mapDate}.',
    what: 'The unit did not exist on the date of the map.',
  },
  MIXED_ORIGIN: {
    vi: 'Số liệu sau này gộp cả đơn vị khác, không tách ra được cho bản đồ ngày {mapDate}.',
    en: 'Later figures include other units and cannot be taken apart for the map of {mapDate}.',
    what: 'Figures include, besides what was asked for, something of other units.',
  },
  SPLIT_WITHOUT_WEIGHT: {
    vi: 'Có đơn vị bị chia tách mà chỉ số không khai báo cách chia số liệu.',
    en: 'A unit was divided, and the indicator declares no way to share out its figures.',
    what: 'A unit was divided, and no declared weight says how its figures are shared out.',
  },
  UNDATED_CHANGE: {
    vi: 'Có đơn vị mà không nguồn nào cho biết đã nhập vào đâu hoặc từ đâu ra.',
    en: 'No source tells what became of a unit, or where it came from.',
    what: 'No source tells what became of a unit that may be part of it.',
  },
  SERIES_BREAK: {
    vi: 'Theo quy tắc của chỉ số, số liệu không chuyển qua lần sáp nhập: chuỗi số liệu bị ngắt.',
    en: 'By the rule of the indicator, no figure passes a merger: the series breaks there.',
    what: 'The indicator’s merge rule lets no figure pass a merger.',
  },
  NO_MAP: {
    vi: 'Không có bản đồ đơn vị hành chính cho ngày {mapDate}.',
    en: 'No tree of units is known for {mapDate}.',
    what: 'No tree of units is known for the date of the map.',
  },
  NO_DATA_LAST_YEAR: {
    vi: 'Không có số liệu cùng kỳ năm trước để so sánh.',
    en: 'There is no figure of the same period last year to compare with.',
    what: 'There is no figure of the same period last year.',
  },
  ZERO_LAST_YEAR: {
    vi: 'Cùng kỳ năm trước bằng 0 nên không tính được tăng, giảm theo phần trăm.',
    en: 'Last year’s figure is zero, so there is no change in percent.',
    what: 'Last year’s figure is zero, from which there is no change in percent.',
  },
  NO_PLAN: {
    vi: 'Không có kế hoạch bằng số để so sánh.',
    en: 'There is no plan in figures to compare with.',
    what: 'No target was named, or its figure is no amount to be reached.',
  },
  ZERO_PLAN: {
    vi: 'Kế hoạch bằng 0 nên không tính được phần trăm.',
    en: 'The plan is zero, so there is no percentage of it.',
    what: 'The plan is zero.',
  },
  WITHHELD: {
    vi: 'Số liệu được ẩn vì quá nhỏ, có thể nhận ra từng người, từng hộ.',
    en: 'The figure is withheld: it is so small that it could point at persons.',
    what: 'A count in it is below the indicator’s threshold for small cells.',
  },
};

export const FigureReasonCode = Object.fromEntries(Object.keys(texts).map((code) => [code, code])) as {
  readonly [Code in FigureReasonCode]: Code;
};

registerEnumType(FigureReasonCode, {
  name: 'FigureReasonCode',
  description: 'Why a figure is not there.',
  valuesConfig: Object.fromEntries(
    Object.entries(texts).map(([code, { what }]) => [code, { description: what }]),
  ) as never,
});

/** The messages in both languages, under codes of their own. */
export const figureReasonMessages: Readonly<Record<string, Translated>> = Object.fromEntries(
  Object.entries(texts).map(([code, { vi, en }]) => [`FIGURE_${code}`, { vi, en }]),
);

/** Vietnamese descriptions of the codes. */
export const figureReasonVietnamese: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(texts).map(([code, { vi }]) => [`FigureReasonCode.${code}`, vi.replace(/ ?\{\w+\}/g, '')]),
);

/** A reason as clients get it. */
export interface ToldReason {
  code: FigureReasonCode;
  message: string;
}

/** A reason in the caller's language; null where there is none. */
export function tellReason(
  context: Pick<RequestContext, 'translate'>,
  code: FigureReasonCode | null | undefined,
  facts: Record<string, unknown>,
): ToldReason | null {
  return code ? { code, message: context.translate(`error.FIGURE_${code}`, facts) } : null;
}

/**
 * The same in SQL, of an answer's row that has a `period_key` and a `calendar`.
 * @param code The code, or null.
 * @param codes Which it may be.
 */
export const reasonInSql = (code: (of: string) => string, codes: readonly FigureReasonCode[]): SqlObject => ({
  exists: (of) => `${code(of)} is not null`,
  fields: {
    code: { sqlType: 'text', sql: code },
    message: {
      sqlType: 'text',
      sql: (of, locale) =>
        `case ${code(of)} ${codes.map((one) => `when '${one}' then ${messageInSql(one, of, locale)}`).join(' ')} end`,
    },
  },
});

/** A text with facts in it: every second part of it names one. */
const messageInSql = (code: FigureReasonCode, of: string, locale: Locale): string =>
  texts[code][locale]
    .split(/\{(\w+)\}/)
    .map((part, place) => (place % 2 === 0 ? literal(part) : factInSql(part, of)))
    .join(' || ');

const factInSql = (fact: string, of: string): string =>
  fact === 'period' ? `${of}.period_key` : fact === 'calendar' ? `${of}.calendar` : literal('–');

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
