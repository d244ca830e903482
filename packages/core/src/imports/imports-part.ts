import type { CorePart } from '../part.js';

/** What files of figures may get wrong before their figures are looked at; importing itself is a host's. */
export const importsPart: CorePart = {
  problems: {
    IMPORT_REJECTED: {
      vi: 'Không nhập dòng nào: tệp có {given} lỗi, xem chi tiết theo dòng ({listed} lỗi đầu).',
      en: 'Nothing was imported: the file has {given} mistakes; the first {listed} are told by line.',
    },
    IMPORT_EMPTY: {
      vi: 'Tệp không có dòng số liệu nào.',
      en: 'The file has no row of figures.',
    },
    IMPORT_COLUMNS: {
      vi: 'Dòng tiêu đề của tệp không đúng ({given}); các cột được phép: {allowed}; bắt buộc có unit, indicator, period.',
      en: 'The header of the file is not right ({given}); columns are {allowed}; unit, indicator and period must be there.',
    },
    IMPORT_RAGGED: {
      vi: 'Dòng {line} có {given} ô, dòng tiêu đề có {allowed}.',
      en: 'Line {line} has {given} cells, the header has {allowed}.',
    },
    IMPORT_QUOTE: {
      vi: 'Dấu ngoặc kép ở dòng {line} không được mở hoặc đóng đúng cách.',
      en: 'The quotation marks of line {line} are not opened or closed as they should be.',
    },
    IMPORT_NOT_UTF8: {
      vi: 'Tệp không ở mã UTF-8 (từ dòng {line}); hãy lưu lại dưới dạng CSV UTF-8.',
      en: 'The file is not in UTF-8 (from line {line} on); save it as CSV UTF-8.',
    },
    IMPORT_TOO_LARGE: {
      vi: 'Bảng tính quá lớn: {given}; tối đa {allowed}. Hãy lưu dưới dạng CSV, tệp CSV không bị giới hạn.',
      en: 'The spreadsheet is too large: {given}; at most {allowed}. Save it as CSV, which has no limit.',
    },
    IMPORT_NOT_A_SPREADSHEET: {
      vi: 'Không đọc được tệp như một bảng tính .xlsx.',
      en: 'The file cannot be read as an .xlsx spreadsheet.',
    },
    IMPORT_ROW_TWICE: {
      vi: 'Tệp nêu hai lần số liệu này của đơn vị {given} (dòng trước: {earlier}).',
      en: 'The file has this figure of the unit {given} twice (line before: {earlier}).',
    },
    IMPORT_COLUMN_UNKNOWN: {
      vi: 'Tệp có cột không rõ là gì: {given}. Các cột được phép: {allowed}.',
      en: 'The file has columns that nobody knows: {given}. Columns are: {allowed}.',
    },
    IMPORT_COLUMN_TWICE: {
      vi: 'Tệp có hai cột cùng nói về {given}.',
      en: 'Two columns of the file say {given}.',
    },
    IMPORT_COLUMN_MISSING: {
      vi: 'Tệp thiếu cột bắt buộc: {given}. Các cột được phép: {allowed}.',
      en: 'Columns that must be there are missing: {given}. Columns are: {allowed}.',
    },
    IMPORT_REFERENCE_UNKNOWN: {
      vi: 'Dòng {line}, cột {column}: không tìm thấy “{given}” hoặc bạn không được xem.',
      en: 'Line {line}, column {column}: “{given}” was not found: it does not exist, or you may not see it.',
    },
    IMPORT_REFERENCE_AMBIGUOUS: {
      vi: 'Dòng {line}, cột {column}: có nhiều mục mang tên “{given}”; hãy dùng mã định danh toàn cục (id).',
      en: 'Line {line}, column {column}: several things are called “{given}”; give the global id instead.',
    },
    IMPORT_CELL: {
      vi: 'Dòng {line}, cột {column}: giá trị không hợp lệ; cho phép: {allowed}.',
      en: 'Line {line}, column {column}: the value is not valid; allowed: {allowed}.',
    },
    IMPORT_TOO_MANY_ROWS: {
      vi: 'Tệp có hơn {allowed} dòng. Hãy chia tệp.',
      en: 'The file has more than {allowed} rows. Split it.',
    },
    UNIT_CODE_UNKNOWN: {
      vi: 'Ngày {day} không có đơn vị hành chính nào mang mã {given}.',
      en: 'On {day} no administrative unit carried the code {given}.',
    },
  },
};
