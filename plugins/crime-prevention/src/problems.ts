/** Error codes of this plugin with their messages. */
export const problems = {
  CRIME_CODE_NOT_IN_FORCE: {
    vi: 'Mã “{given}” không có hiệu lực vào ngày {on}. Cho phép: {allowed}.',
    en: 'The code “{given}” was not in force on {on}. Allowed: {allowed}.',
  },
  SECURITY_MODEL_STATE: {
    vi: 'Mô hình đang ở trạng thái {given} nên không làm được việc này ({field}). Có thể: {allowed}.',
    en: 'The model is in the state {given}, in which this cannot be done ({field}). Possible: {allowed}.',
  },
  TIP_STATE: {
    vi: 'Tin tố giác đang ở trạng thái {given} nên không làm được việc này ({field}). Có thể: {allowed}.',
    en: 'The tip is in the state {given}, in which this cannot be done ({field}). Possible: {allowed}.',
  },
  REHABILITATION_STATE: {
    vi: 'Hồ sơ giúp đỡ đang ở trạng thái {given} nên không làm được việc này ({field}). Có thể: {allowed}.',
    en: 'The case is in the state {given}, in which this cannot be done ({field}). Possible: {allowed}.',
  },
  REHABILITATION_HANDLER: {
    vi: 'Người được chọn ({field}) không giữ vai trò giúp đỡ tại đơn vị này trong chương trình. Vai trò được phép giúp đỡ: {allowed}.',
    en: 'Whoever was named ({field}) holds no role that helps in this unit and program. Roles that do: {allowed}.',
  },
  REHABILITATION_NOT_YOURS: {
    vi: 'Hồ sơ này ({field}) được giao cho người khác; chỉ người được giao mới ghi nhận xét.',
    en: 'This case ({field}) is another helper’s; only the named helper records reviews.',
  },
  REHABILITATION_WITHOUT_REVIEW: {
    vi: 'Hồ sơ ({field}) chưa có nhận xét nào của người giúp đỡ nên chưa thể kết thúc với kết quả tiến bộ.',
    en: 'The helper has not reviewed the case ({field}) yet, so that it cannot be completed.',
  },
  SAFE_AREA_STATE: {
    vi: 'Hồ sơ đánh giá đang ở trạng thái {given} nên không làm được việc này ({field}). Có thể: {allowed}.',
    en: 'The assessment is in the state {given}, in which this cannot be done ({field}). Possible: {allowed}.',
  },
  SAFE_AREA_INCOMPLETE: {
    vi: 'Hồ sơ ({field}) chưa trả lời hết các tiêu chí của năm. Còn thiếu: {missing}.',
    en: 'Not every criterion of the year is answered ({field}). Missing: {missing}.',
  },
  SAFE_AREA_NOT_MET: {
    vi: 'Không công nhận được ({field}) vì còn tiêu chí chưa đạt: {unmet}.',
    en: 'It cannot be recognized ({field}): criteria are not met: {unmet}.',
  },
} as const;
