/** Error codes of this plugin with their messages. */
export const problems = {
  REFERENCE_NOT_IN_FORCE: {
    vi: '{given} không có hiệu lực vào ngày {day}, ở {field}; có hiệu lực: {allowed}.',
    en: '{given} was not in force on {day}, in {field}; it is in force: {allowed}.',
  },
  OUTBREAK_STATE: {
    vi: 'Đợt dịch đang ở trạng thái {given} nên không thực hiện được, ở {field}; có thể: {allowed}.',
    en: 'The outbreak is {given}, so this cannot be done, in {field}; possible are: {allowed}.',
  },
  OUTBREAK_DAY: {
    vi: 'Ngày {given} ở {field} không thuộc đợt dịch ({allowed}).',
    en: 'The day {given} in {field} is not one of the outbreak ({allowed}).',
  },
  AREA_NOT_COUNTED: {
    vi: 'Chưa ghi số hộ của địa bàn ở {field}; hãy ghi số hộ trước khi lập tổ.',
    en: 'The households of the area in {field} have not been counted; enter the count first.',
  },
  TEAM_COVERS_TOO_MANY: {
    vi: 'Các tổ phụ trách {given} hộ, nhiều hơn số hộ của địa bàn ({allowed}), ở {field}.',
    en: 'The teams look after {given} households, more than the area has ({allowed}), in {field}.',
  },
  TEAM_DISSOLVED: {
    vi: 'Tổ ở {field} đã kết thúc hoạt động ngày {given}.',
    en: 'The team in {field} ended its work on {given}.',
  },
  SUPPORT_LIST_STATE: {
    vi: 'Danh sách đang ở trạng thái {given} nên không thực hiện được, ở {field}; có thể: {allowed}.',
    en: 'The list is {given}, so this cannot be done, in {field}; possible are: {allowed}.',
  },
  SUPPORT_LIST_EMPTY: {
    vi: 'Danh sách ở {field} chưa có hộ nào.',
    en: 'The list in {field} has no household yet.',
  },
  HOUSEHOLD_REMOVED: {
    vi: 'Hộ ở {field} đã được đưa ra khỏi danh sách.',
    en: 'The household in {field} was taken off its list.',
  },
  SUPPORT_RECEIVED: {
    vi: 'Hộ ở {field} đã nhận hỗ trợ ngày {given}.',
    en: 'The household in {field} received its support on {given}.',
  },
  SUPPORT_NOT_RECEIVED: {
    vi: 'Còn {given} hộ của danh sách ở {field} chưa nhận hỗ trợ.',
    en: '{given} households of the list in {field} have not received their support.',
  },
  COMPLAINTS_OVER: {
    vi: 'Đã hết thời hạn khiếu nại của danh sách ở {field}: hạn cuối {allowed}, hôm nay {given}.',
    en: 'The days for complaints about the list in {field} are over: the last was {allowed}, today is {given}.',
  },
  COMPLAINTS_OPEN: {
    vi: 'Danh sách ở {field} còn trong thời hạn khiếu nại: hạn cuối {allowed}, hôm nay {given}.',
    en: 'Complaints about the list in {field} are still taken: the last day is {allowed}, today is {given}.',
  },
  COMPLAINTS_UNANSWERED: {
    vi: 'Còn {given} khiếu nại về danh sách ở {field} chưa được trả lời.',
    en: '{given} complaints about the list in {field} are not answered.',
  },
  COMPLAINT_ANSWERED: {
    vi: 'Khiếu nại ở {field} đã được trả lời.',
    en: 'The complaint in {field} has been answered.',
  },
  FUND_OVERDRAWN: {
    vi: 'Quỹ không đủ để xuất {given}, ở {field}; hiện còn {allowed}.',
    en: 'The fund does not hold the {given} to be given, in {field}; it holds {allowed}.',
  },
  FUND_ENTRY_REVERSED: {
    vi: 'Bút toán ở {field} đã được đảo, hoặc chính là bút toán đảo.',
    en: 'The entry in {field} has been reversed, or is a reversal itself.',
  },
  HELP_WITHDRAWN: {
    vi: 'Nội dung ở {field} đã được rút trước đó.',
    en: 'What is meant in {field} was withdrawn before.',
  },
} as const;
