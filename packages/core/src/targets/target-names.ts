import type { Translated } from '@phoihop/platform';

/** What refusals call the operators of targets, by schema coordinate. */
export const targetNames: Readonly<Record<string, Translated>> = {
  'TargetOperator.AT_LEAST': { vi: 'ít nhất', en: 'at least' },
  'TargetOperator.AT_MOST': { vi: 'nhiều nhất', en: 'at most' },
  'TargetOperator.RANGE': { vi: 'trong khoảng', en: 'within a range' },
  'TargetOperator.RELATIVE_INCREASE': { vi: 'tăng theo tỷ lệ', en: 'grow by a part' },
  'TargetOperator.RELATIVE_DECREASE': { vi: 'giảm theo tỷ lệ', en: 'fall by a part' },
  'TargetOperator.ABSOLUTE_CHANGE': { vi: 'tăng, giảm một lượng', en: 'change by an amount' },
  'TargetOperator.REACH_STATUS': { vi: 'đạt danh hiệu', en: 'reach a status' },
  'TargetOperator.HOLD_EVENTS': { vi: 'tổ chức một số cuộc', en: 'hold events' },
};
