import type { ProblemText } from '@phoihop/platform';

/** Error codes of periods and their locks. */
export const periodProblems = {
  PERIOD_NOT_FOUND: {
    vi: 'Không có kỳ báo cáo {given}. Hãy chọn một kỳ trong danh mục kỳ báo cáo.',
    en: 'There is no period {given}. Choose one from the list of periods.',
  },
  PERIOD_CALENDAR_MISMATCH: {
    vi: 'Kỳ {period} không thuộc lịch {given}; cần dùng lịch {allowed}.',
    en: 'The period {period} is not one of calendar {given}; calendar {allowed} is wanted.',
  },
  PERIOD_IN_FUTURE: {
    vi: 'Kỳ {given} chưa bắt đầu (ngày {startsOn}); hôm nay là {businessDate}.',
    en: 'The period {given} has not begun (it starts on {startsOn}); today is {businessDate}.',
  },
  PERIOD_CALENDAR_RULED: {
    vi: 'Các kỳ của lịch {given} theo quy luật, không thêm từng kỳ. Có thể thêm kỳ cho: {allowed}.',
    en: 'The periods of the calendar {given} follow a rule and are not added one by one. Periods can be added to: {allowed}.',
  },
  PERIOD_REVERSED: {
    vi: 'Kỳ kết thúc ngày {given}, trước khi bắt đầu ngày {startsOn}.',
    en: 'The period ends on {given}, before it starts on {startsOn}.',
  },
  PERIOD_OVERLAPS: {
    vi: 'Các ngày {given} trùng với kỳ {other} ({otherDays}) trong cùng chuỗi kỳ của cùng đơn vị.',
    en: 'The days {given} overlap with the period {other} ({otherDays}) of the same series and unit.',
  },
  PERIOD_REFERRED: {
    vi: 'Kỳ {given} không sửa, không rút được nữa vì đã có dữ liệu dùng đến: {by}.',
    en: 'The period {given} cannot be corrected or withdrawn any more: it is referred to by {by}.',
    says: {
      by: {
        DataValue: { vi: 'số liệu', en: 'figures' },
        Report: { vi: 'báo cáo', en: 'reports' },
        Target: { vi: 'chỉ tiêu', en: 'targets' },
        Obligation: { vi: 'nghĩa vụ báo cáo', en: 'obligations to report' },
        AgreementObligation: { vi: 'việc phải làm theo văn bản phối hợp', en: 'what agreements oblige to' },
        PeriodLock: { vi: 'lần khóa sổ', en: 'locks' },
      },
    },
  },
  PERIOD_REGISTERED: {
    vi: 'Kỳ {given} thuộc danh mục được nạp sẵn; cần sửa trong danh mục đó.',
    en: 'The period {given} comes from the registry that is loaded; it is mended there.',
  },
  PERIOD_LOCKED: {
    vi: 'Kỳ {given} đã khóa sổ: không thể nhập, sửa hay duyệt số liệu. Lý do khóa: {reason}.',
    en: 'The period {given} is closed: nothing can be recorded, corrected or accepted. Reason: {reason}.',
  },
  PERIOD_ALREADY_LOCKED: {
    vi: 'Kỳ {given} đã được khóa với đúng phạm vi này.',
    en: 'The period {given} is already closed for just this part.',
  },
  PERIOD_NOT_LOCKED: {
    vi: 'Khóa sổ này đã được mở trước đó.',
    en: 'This lock has been opened before.',
  },
  REASON_REQUIRED: {
    vi: 'Cần ghi lý do ở {field}.',
    en: 'A reason is required in {field}.',
  },
} as const satisfies Record<string, ProblemText>;
