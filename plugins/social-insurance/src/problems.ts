/** Error codes of this plugin with their messages. */
export const problems = {
  SNAPSHOT_REJECTED: {
    vi: 'Tệp số liệu có {given} lỗi; chưa có dòng nào được ghi. Xem từng lỗi theo số dòng.',
    en: 'The file has {given} mistakes; no line was written. See each mistake by its line.',
  },
  SNAPSHOT_IN_FUTURE: {
    vi: 'Ngày số liệu {given} ở sau ngày nghiệp vụ {allowed}.',
    en: 'The day of the figures, {given}, is after the business date {allowed}.',
  },
  SNAPSHOT_UNREADABLE: { vi: 'Không đọc được tệp: {given}. Cần {allowed}.', en: 'The file cannot be read: {given}. Needed: {allowed}.' },
  SNAPSHOT_COLUMN_MISSING: {
    vi: 'Dòng {line}: thiếu cột {field}. Cần các cột: {allowed}.',
    en: 'Line {line}: the column {field} is missing. Columns needed: {allowed}.',
  },
  SNAPSHOT_TOO_LONG: { vi: 'Tệp có {given} dòng, tối đa {allowed}.', en: 'The file has {given} lines, at most {allowed}.' },
  SNAPSHOT_NOT_A_COUNT: {
    vi: 'Dòng {line}, cột {field}: “{given}” không phải số đếm (cho phép: {allowed}).',
    en: 'Line {line}, column {field}: “{given}” is not a count (allowed: {allowed}).',
  },
  SNAPSHOT_MORE_THAN_ALL: {
    vi: 'Dòng {line}: số người tham gia {given} lớn hơn dân số {allowed}.',
    en: 'Line {line}: {given} insured are more than the population of {allowed}.',
  },
  SNAPSHOT_ROW_REPEATED: {
    vi: 'Dòng {line}: đơn vị {given} đã có cùng loại và nhóm ở dòng {allowed}.',
    en: 'Line {line}: the unit {given} stands with the same insurance and group on line {allowed} already.',
  },
  SNAPSHOT_UNIT_UNKNOWN: {
    vi: 'Dòng {line}: không có đơn vị mang mã {given} vào ngày {allowed} trong phạm vi của bạn.',
    en: 'Line {line}: no unit within your scope carried the code {given} on {allowed}.',
  },
  SNAPSHOT_UNIT_KIND: {
    vi: 'Dòng {line}: số liệu được nhập theo xã, phường, thị trấn; mã {given} là cấp khác.',
    en: 'Line {line}: figures are entered for communes, wards and towns; the code {given} is of another level.',
  },
  SNAPSHOT_GROUP_UNKNOWN: {
    vi: 'Dòng {line}: nhóm {given} không có hiệu lực vào ngày {allowed} cho loại bảo hiểm này.',
    en: 'Line {line}: the group {given} was not in force on {allowed} for this insurance.',
  },
} as const;
