import type { Translated } from '@phoihop/platform';

/** Error codes of deadlines and obligations. */
export const obligationProblems = {
  DEADLINE_LATER_RULE: {
    vi: 'Thời hạn mới có hiệu lực từ {given}, nhưng đã có một thời hạn từ ngày đó hoặc về sau; ngày hiệu lực cần {allowed}.',
    en: 'A rule from {given} on is not taken: another begins on that day or later; the first day needs to be {allowed}.',
  },
  OBLIGATION_MET: {
    vi: 'Báo cáo đã được nộp ngày {given} nên không miễn được nữa.',
    en: 'The report was handed in on {given}, so there is nothing left to excuse.',
  },
  OBLIGATION_WAIVED: {
    vi: 'Đơn vị đã được miễn báo cáo này trước đó.',
    en: 'The unit has been excused from this report before.',
  },
  ENTRY_CLOSED: {
    vi: 'Đã hết hạn nhập báo cáo kỳ {given}: ngày cuối là {closedOn}. Cấp trên có thể gia hạn, có nêu lý do.',
    en: 'Entry of the report for {given} has closed: its last day was {closedOn}. The level above can keep it open longer, with a reason.',
  },
  ENTRY_STAYS_OPEN: {
    vi: 'Báo cáo này không có ngày khóa nhập nên không cần gia hạn.',
    en: 'Entry of this report does not close, so there is nothing to keep open.',
  },
  OBLIGATION_NOT_WAIVED: {
    vi: 'Đơn vị không được miễn báo cáo này nên không có gì để thu hồi.',
    en: 'The unit is not excused from this report, so there is nothing to take back.',
  },
  OBLIGATION_OWN: {
    vi: 'Người có quyền nộp báo cáo của đơn vị, kể cả bằng tài khoản khác, không được tự miễn, tự gia hạn báo cáo đó hoặc thu hồi việc miễn: cần cấp trên thực hiện.',
    en: 'Whoever may hand in the reports of a unit, with this account or another, cannot excuse it from them, give it more time or take that back: the level above has to.',
  },
} as const satisfies Record<string, Translated>;
