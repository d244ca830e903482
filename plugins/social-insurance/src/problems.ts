import type { ProblemText, Translated } from '@phoihop/platform';

/** Error codes of this plugin with their messages. */
export const problems = {
  SOCIAL_INSURANCE_SNAPSHOT_REJECTED: {
    vi: 'Tệp số liệu có {given} lỗi, nên chưa ghi dòng nào. {listed} lỗi đầu tiên được nêu theo số dòng.',
    en: 'The file has {given} mistakes, so no line was written. The first {listed} are told by their line.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_IN_FUTURE: {
    vi: 'Ngày số liệu {given} ở sau ngày nghiệp vụ {allowed}.',
    en: 'The day of the figures, {given}, is after the business date {allowed}.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_GARBLED: {
    vi: 'Dòng {line}: chữ bị lỗi bảng mã. Hãy lưu lại tệp dạng CSV {allowed} (không dùng CP1258, TCVN3, UTF-16) rồi nhập lại.',
    en: 'Line {line}: the letters were read in a wrong encoding. Save the file as CSV {allowed} (not CP1258, TCVN3 or UTF-16) and import it again.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_QUOTE: {
    vi: 'Dòng {line}: dấu ngoặc kép không khớp, nên không biết ô kết thúc ở đâu. Viết cả ô trong hai dấu ngoặc kép: {allowed}.',
    en: 'Line {line}: a quotation mark has no partner, so it is not known where the cell ends. Quote the whole cell: {allowed}.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_EMPTY: {
    vi: 'Tệp không có dòng số liệu nào. Cần một dòng tiêu đề và {allowed} dòng số liệu.',
    en: 'The file has no line of figures. Needed: a header line and {allowed} lines of figures.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_COLUMN_MISSING: {
    vi: 'Dòng {line}: thiếu cột {field}. Các cột đọc được: {given}. Cần các cột: {allowed}.',
    en: 'Line {line}: the column {field} is missing. Columns found: {given}. Columns needed: {allowed}.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_COLUMN_REPEATED: {
    vi: 'Dòng {line}: có nhiều hơn một cột {field}, nên không biết lấy cột nào.',
    en: 'Line {line}: there is more than one column {field}; it is not known which one counts.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_TOO_LONG: {
    vi: 'Tệp có {given} dòng số liệu, tối đa {allowed}. Hãy chia tệp theo đơn vị.',
    en: 'The file has {given} lines of figures, at most {allowed}. Split it by unit.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_RAGGED: {
    vi: 'Dòng {line}: có {given} ô, dòng tiêu đề có {allowed} ô.',
    en: 'Line {line}: there are {given} cells where the header line has {allowed}.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_INSURANCE_UNKNOWN: {
    vi: 'Dòng {line}, cột {field}: không có loại bảo hiểm “{given}”. Cho phép: {allowed}.',
    en: 'Line {line}, column {field}: there is no insurance “{given}”. Allowed: {allowed}.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT: {
    vi: 'Dòng {line}, cột {field}: “{given}” không phải số đếm; chỉ viết chữ số, không dấu phân cách ({allowed}).',
    en: 'Line {line}, column {field}: “{given}” is not a count; write digits only, without separators ({allowed}).',
  },
  SOCIAL_INSURANCE_SNAPSHOT_MORE_THAN_ALL: {
    vi: 'Dòng {line}: số người tham gia {given} lớn hơn dân số {allowed}.',
    en: 'Line {line}: {given} insured are more than the population of {allowed}.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_ROW_REPEATED: {
    vi: 'Dòng {line}: đơn vị {given} với cùng loại bảo hiểm và nhóm đã có ở dòng {allowed}.',
    en: 'Line {line}: the unit {given} stands with the same insurance and group on line {allowed} already.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_UNIT_UNKNOWN: {
    vi: 'Dòng {line}: trong phạm vi của bạn, không có đơn vị nào mang mã {given} vào ngày {allowed}.',
    en: 'Line {line}: no unit within your scope carried the code {given} on {allowed}.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_UNIT_KIND: {
    vi: 'Dòng {line}: số liệu được nhập theo xã, phường, thị trấn, đặc khu; mã {given} thuộc cấp khác.',
    en: 'Line {line}: figures are entered for communes, wards, towns and special zones; the code {given} is of another level.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_PERIOD_CLOSED: {
    vi: 'Dòng {line}: số liệu tháng {allowed} của đơn vị {given} đã khóa sổ.',
    en: 'Line {line}: the figures of the unit {given} for the month {allowed} are closed.',
  },
  SOCIAL_INSURANCE_SNAPSHOT_GROUP_UNKNOWN: {
    vi: 'Dòng {line}: nhóm {given} không có hiệu lực vào ngày {allowed} đối với loại bảo hiểm này.',
    en: 'Line {line}: the group {given} was not in force on {allowed} for this insurance.',
  },
  SOCIAL_INSURANCE_COVERAGE_WITHOUT_UNITS: {
    vi: 'Vào ngày {on}, đơn vị này không phải là xã, phường, thị trấn, đặc khu và cũng không có đơn vị nào như vậy trực thuộc; số người tham gia bảo hiểm chỉ được đếm ở cấp đó.',
    en: 'On {on} this unit was no commune, ward, town or special zone and had none in it; insured people are counted only there.',
  },
  SOCIAL_INSURANCE_COVERAGE_PARTLY_SEEN: {
    vi: 'Bạn được xem số liệu của {given} trong {allowed} xã, phường, thị trấn của đơn vị này. Tổng của một phần không phải là tổng của cả đơn vị: hãy hỏi một đơn vị mà bạn được xem trọn vẹn.',
    en: 'You see the figures of {given} of the {allowed} communes, wards and towns of this unit. The total of a part is not that of the whole: ask for a unit that you see completely.',
  },
  SOCIAL_INSURANCE_GAP_STATE: {
    vi: 'Hộ đang ở trạng thái “{current}” nên không thể chuyển sang “{given}”. Cho phép: {allowed}.',
    en: 'The household is in the state “{current}” and cannot go to “{given}”. Allowed: {allowed}.',
    says: {
      given: 'SocialInsuranceGapState',
      current: 'SocialInsuranceGapState',
      allowed: 'SocialInsuranceGapState',
    },
  },
  SOCIAL_INSURANCE_OUTREACH_WITHDRAWN: {
    vi: 'Buổi tuyên truyền này đã được rút (lý do: {reason}), không sửa được nữa. Hãy ghi nhận buổi mới.',
    en: 'This session was withdrawn (reason: {reason}) and cannot be changed any more. Record a new one.',
  },
} as const satisfies Record<string, ProblemText>;

/** What refusals call how the talk with a household stands, by schema coordinate. */
export const gapNames: Readonly<Record<string, Translated>> = {
  'SocialInsuranceGapState.OPEN': { vi: 'chưa vận động', en: 'open' },
  'SocialInsuranceGapState.APPROACHED': { vi: 'đã vận động', en: 'approached' },
  'SocialInsuranceGapState.JOINED': { vi: 'đã tham gia', en: 'joined' },
  'SocialInsuranceGapState.DECLINED': { vi: 'chưa muốn tham gia', en: 'declined' },
};
