import type { ProblemText } from '@phoihop/platform';

/** What setting, changing or handing down a target can be refused for. */
export const targetProblemTexts: Readonly<Record<string, ProblemText>> = {
  TARGET_UNSOUND: {
    vi: 'Chỉ tiêu chưa hợp lệ, trước hết ở {field}: {given}. Từng lỗi được nêu trong danh sách kèm theo (problems).',
    en: 'The target is not sound, first of all in {field}: {given}. See the list problems.',
    says: { given: 'TargetOperator' },
  },
  TARGET_NOT_A_NUMBER: {
    vi: '{field} không phải là số: {given}.',
    en: '{field} is not a number: {given}.',
  },
  TARGET_NEGATIVE_VALUE: {
    vi: '{field} không được âm: {given}. Chiều tăng hay giảm do toán tử quyết định.',
    en: '{field} may not be negative: {given}. The operator says which way.',
  },
  TARGET_COUNT_NOT_WHOLE: {
    vi: '{field} phải là số nguyên: {given}.',
    en: '{field} has to be a whole number: {given}.',
  },
  TARGET_CHANGE_OF_ZERO: {
    vi: '{field} không được bằng 0: muốn giữ nguyên mức, hãy chọn “ít nhất” hoặc “nhiều nhất”.',
    en: '{field} may not be zero: to hold a level choose “at least” or “at most”.',
  },
  TARGET_DECREASE_ABOVE_ALL: {
    vi: '{field} không thể giảm quá 100% (viết là 1): {given}. 5% viết là 0.05.',
    en: '{field} cannot fall by more than 100 % (written 1): {given}. 5 % is written 0.05.',
  },
  TARGET_RANGE_WITHOUT_MAXIMUM: {
    vi: 'Khoảng cần có mức trên ở {field}.',
    en: 'A range needs its upper end in {field}.',
  },
  TARGET_RANGE_REVERSED: {
    vi: 'Mức trên {given} thấp hơn mức dưới {value}.',
    en: 'The upper end {given} is below the lower end {value}.',
  },
  TARGET_MAXIMUM_WITHOUT_RANGE: {
    vi: 'Chỉ chỉ tiêu “trong khoảng” mới có mức trên ở {field}; đã nhận {given}.',
    en: 'Only a range has an upper end in {field}; given {given}.',
  },
  TARGET_TOLERANCE_OUT_OF_RANGE: {
    vi: 'Dung sai ở {field} là phân số từ 0 đến dưới 1; đã nhận {given}.',
    en: 'The tolerance in {field} is a fraction from 0 to below 1; given {given}.',
  },
  TARGET_NOT_A_DATE: { vi: '{field} không phải là ngày: {given}.', en: '{field} is not a date: {given}.' },
  TARGET_PERIOD_REVERSED: {
    vi: 'Kỳ của chỉ tiêu kết thúc trước khi bắt đầu.',
    en: 'The period of the target ends before it begins.',
  },
  TARGET_DEADLINE_BEFORE_PERIOD: {
    vi: 'Thời hạn {given} trước khi kỳ bắt đầu ({start}).',
    en: 'The deadline {given} lies before the period begins ({start}).',
  },
  TARGET_OPERATOR_KIND: {
    vi: 'Toán tử {given} chỉ dùng cho chỉ số loại {allowed}; chỉ số này là {kind}.',
    en: 'The operator {given} is for indicators of kind {allowed} only; this one is {kind}.',
    says: { given: 'TargetOperator', allowed: 'IndicatorKind', kind: 'IndicatorKind' },
  },
  TARGET_SHARE_ABOVE_ONE: {
    vi: 'Tỷ lệ ở {field} viết dạng phân số, tối đa 1: 91% viết là 0.91; đã nhận {given}.',
    en: 'A share in {field} is written as a fraction, at most 1: 91 % is 0.91; given {given}.',
  },
  TARGET_BASELINE_MISSING: {
    vi: 'Chỉ tiêu tăng, giảm cần có gốc so sánh ở {field}; chưa biết thì chọn “chưa biết” và ghi chú.',
    en: 'A change needs a baseline in {field}; where it is not known, say so and why.',
  },
  TARGET_BASELINE_VALUE: {
    vi: 'Gốc so sánh bằng số phải có số ở {field}, các loại khác thì không.',
    en: 'A baseline that is a value has a figure in {field}, and no other has one.',
  },
  TARGET_PAST_DEADLINE: {
    vi: 'Thời hạn của chỉ tiêu đã qua ({deadline}) nên không sửa được nữa.',
    en: 'The deadline of the target has passed ({deadline}), so it is not changed any more.',
  },
  TARGET_NOT_ADDITIVE: {
    vi: 'Không giao chỉ tiêu này theo phần được: {reason}. Hãy đặt chỉ tiêu riêng cho từng đơn vị.',
    en: 'This target cannot be handed down in parts: {reason}. Set a target of its own for each unit.',
    says: {
      reason: {
        RATIO_NOT_SUMMED: { vi: 'tỷ lệ không cộng được', en: 'shares do not add up' },
        DERIVED_NOT_SUMMED: {
          vi: 'số tính từ chỉ số khác không cộng được',
          en: 'computed figures do not add up',
        },
        RELATIVE_CHANGE_NOT_SUMMED: {
          vi: 'mức tăng, giảm theo tỷ lệ không cộng được',
          en: 'relative changes do not add up',
        },
      },
    },
  },
  TARGET_PART_NOT_BELOW: {
    vi: '{field} không nằm dưới đơn vị của chỉ tiêu.',
    en: '{field} does not lie below the unit of the target.',
  },
};
