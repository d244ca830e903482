import type { Translated } from '@phoihop/platform';

/** What can be wrong with the words and lists of a report. */
export const sectionProblems: Readonly<Record<string, Translated>> = {
  REPORT_SECTION_UNKNOWN: {
    vi: 'Mẫu báo cáo không có phần {given} để ghi; gồm: {allowed}.',
    en: 'The form has no such section {given}; it has: {allowed}.',
  },
  REPORT_SECTION_TWICE: {
    vi: 'Phần {given} được nêu hai lần.',
    en: 'The section {given} is named twice.',
  },
  REPORT_LIST_TOO_LONG: {
    vi: 'Danh sách {given} có nhiều hơn {allowed} dòng trong kỳ nên không đưa được vào báo cáo; danh sách không bị cắt bớt.',
    en: 'The list {given} has more than {allowed} rows in the period, which no report shows; it is not cut short.',
  },
  REPORT_LIST_MISSING: {
    vi: 'Danh sách {given} của mẫu không còn: chương trình có danh sách này chưa được cài đặt.',
    en: 'The list {given} of the form is not there: the program that has it is not installed.',
  },
  REVIEW_REMARK_SUBJECT: {
    vi: 'Mỗi nhận xét nêu một số liệu hoặc một phần của báo cáo, đúng một trong hai.',
    en: 'A remark names a figure or a section of the report, one of the two.',
  },
};
