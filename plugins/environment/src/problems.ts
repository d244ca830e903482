/** Error codes of this plugin with their messages. */
export const problems = {
  ENVIRONMENT_CODE_NOT_IN_FORCE: {
    vi: 'Mã “{given}” không có hiệu lực vào ngày {on}. Cho phép: {allowed}.',
    en: 'The code “{given}” was not in force on {on}. Allowed: {allowed}.',
  },
  ENVIRONMENT_MODEL_STATE: {
    vi: 'Mô hình đang ở trạng thái {given} nên không làm được việc này ({field}). Có thể: {allowed}.',
    en: 'The model is in the state {given}, in which this cannot be done ({field}). Possible: {allowed}.',
  },
  ENVIRONMENT_ACTION_STATE: {
    vi: 'Hoạt động đang ở trạng thái {given} nên không làm được việc này ({field}). Có thể: {allowed}.',
    en: 'The action is in the state {given}, in which this cannot be done ({field}). Possible: {allowed}.',
  },
  ENVIRONMENT_COMMITMENT_STATE: {
    vi: 'Cam kết đang ở trạng thái {given} nên không làm được việc này ({field}). Có thể: {allowed}.',
    en: 'The commitment is in the state {given}, in which this cannot be done ({field}). Possible: {allowed}.',
  },
  ENVIRONMENT_NOT_OWN_ORGANIZATION: {
    vi: 'Bạn chỉ ghi nhận cho tổ chức mà mình đại diện ({field}).',
    en: 'You record for the organization that you represent, and for no other ({field}).',
  },
  ENVIRONMENT_NOT_RELIGIOUS: {
    vi: 'Vào ngày {on}, tổ chức này ({field}) không phải là tổ chức tôn giáo mà thuộc loại {given}.',
    en: 'On {on} this organization ({field}) was no religious one but of the kind {given}.',
  },
  ENVIRONMENT_PARTLY_SEEN: {
    vi: 'Bạn được xem hoạt động của {given} trong {allowed} nơi thuộc đơn vị này ({field}). Tổng của một phần không phải là tổng của cả đơn vị: hãy hỏi một đơn vị mà bạn được xem trọn vẹn.',
    en: 'You see the actions of {given} of the {allowed} places of this unit ({field}). The total of a part is not that of the whole: ask for a unit that you see completely.',
  },
} as const;
