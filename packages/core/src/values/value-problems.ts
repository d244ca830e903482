import type { ProblemText } from '@phoihop/platform';
import { figureReasonMessages } from './figure-reasons.js';

/** Error codes of figures, and the sentences for figures that are not there. */
export const valueProblems: Readonly<Record<string, ProblemText>> = {
  INDICATOR_NOT_RANKED: {
    vi: 'Không xếp hạng được theo chỉ số {given} (loại {kind}); xếp hạng được các loại: {allowed}.',
    en: 'Units are not ranked by {given}, which is of the kind {kind}; they are by: {allowed}.',
    says: { kind: 'IndicatorKind', allowed: 'IndicatorKind' },
  },
  INDICATOR_DERIVED: {
    vi: 'Chỉ số {given} được tính từ hồ sơ của chương trình trong kỳ {period}, không nhập tay.',
    en: 'For {period} the indicator {given} is computed from the records of its program; it is not entered by hand.',
  },
  INDICATOR_NOT_DERIVED: {
    vi: 'Chỉ số {given} do người nhập trong kỳ {period}, phần mở rộng không được ghi.',
    en: 'For {period} the indicator {given} is entered by people; a plugin may not write it.',
  },
  INDICATOR_NOT_APPLICABLE: {
    vi: 'Chỉ số {indicator} không áp dụng cho loại đơn vị {given}; chỉ áp dụng cho: {allowed}.',
    en: 'The indicator {indicator} does not apply to a unit of kind {given}; it applies to: {allowed}.',
    says: { given: 'UnitKind', allowed: 'UnitKind' },
  },
  COLLECTION_LEVEL_MISMATCH: {
    vi: 'Chỉ số {indicator} được nhập ở cấp {allowed}; đơn vị này thuộc loại {given}.',
    en: 'The indicator {indicator} is entered at the level {allowed}; this unit is a {given}.',
    says: { given: 'UnitKind', allowed: 'CollectionLevel' },
  },
  UNIT_NOT_VALID: {
    vi: 'Đơn vị không tồn tại vào ngày cuối của kỳ {period} ({endsOn}).',
    en: 'The unit does not exist on the last day of {period} ({endsOn}).',
  },
  SOURCE_UNKNOWN: {
    vi: 'Chỉ số không có nguồn số liệu {given}; cho phép: {allowed}.',
    en: 'The indicator has no source {given}; allowed: {allowed}.',
  },
  PART_UNKNOWN: {
    vi: 'Chỉ số không tách theo {given}; cho phép: {allowed}.',
    en: 'The indicator is not divided into {given}; allowed: {allowed}.',
  },
  VALUE_KIND_MISMATCH: {
    vi: 'Không đúng loại số liệu ở {field}: {allowed}.',
    en: 'This is not the kind of figure that is entered, in {field}: {allowed}.',
  },
  NOT_A_NUMBER: {
    vi: '{given} ở {field} không phải là số; hãy viết bằng chữ số với dấu chấm thập phân, ví dụ 12.5.',
    en: '{given} in {field} is not a number; write digits with a decimal point, as in 12.5.',
  },
  OUT_OF_RANGE: {
    vi: '{given} ở {field} vượt giới hạn; cho phép: {allowed}.',
    en: '{given} in {field} is out of range; allowed: {allowed}.',
  },
  COUNT_NOT_WHOLE: {
    vi: '{given} ở {field} phải là số nguyên, không có dấu chấm hay dấu phân cách.',
    en: '{given} in {field} must be a whole number, without point or separators.',
  },
  TOO_MANY_DECIMALS: {
    vi: '{given} ở {field} có quá nhiều chữ số thập phân; cho phép: {allowed}.',
    en: '{given} in {field} has too many decimals; allowed: {allowed}.',
  },
  NEGATIVE_VALUE: {
    vi: '{given} ở {field} là số âm; số liệu phải từ 0 trở lên.',
    en: '{given} in {field} is negative; figures are 0 or more.',
  },
  RATIO_DENOMINATOR_ZERO: {
    vi: 'Mẫu số bằng 0 trong khi tử số lớn hơn 0, ở {field}.',
    en: 'The denominator is 0 although the numerator is not, in {field}.',
  },
  RATIO_ABOVE_ONE: {
    vi: 'Tử số {given} ở {field} lớn hơn mẫu số; tối đa là: {allowed}.',
    en: 'The numerator {given} in {field} is above the denominator; {allowed}.',
  },
  UNKNOWN_STATUS: {
    vi: 'Không có tình trạng {given} ở {field}; cho phép: {allowed}.',
    en: 'There is no status {given} in {field}; allowed: {allowed}.',
  },
  VALUE_ALREADY_RECORDED: {
    vi: 'Đã có số liệu cho đơn vị, kỳ và nguồn này ({given}); hãy sửa số liệu đó.',
    en: 'There is a figure for this unit, period and source already ({given}); correct that one.',
  },
  VALUE_SUPERSEDED: {
    vi: 'Số liệu này đã được thay bằng số liệu khác; hãy tải lại rồi thử lại.',
    en: 'This figure has been replaced by another; load it again and try once more.',
  },
  VALUE_UNCHANGED: {
    vi: 'Số liệu mới giống số liệu đang có, không có gì để sửa.',
    en: 'The new figure is the one that is there; there is nothing to correct.',
  },
  VALUE_STATE: {
    vi: 'Số liệu đang ở trạng thái {state}; chỉ duyệt được số liệu ở trạng thái {allowed}.',
    en: 'The figure is {state}; only what is {allowed} can be accepted.',
    says: { state: 'ValueState', allowed: 'ValueState' },
  },
  VALUES_NOT_ACCEPTED: {
    vi: 'Không duyệt số liệu nào: có {given} số liệu không duyệt được, xem chi tiết từng mục.',
    en: 'Nothing was accepted: {given} figures cannot be; each one says why.',
  },
  ...figureReasonMessages,
};
