import type { ProgramContribution } from '@phoihop/core';

/** The self-managed models that reports show. Tips and cases are sealed and in no report. */
export const reportLists: ProgramContribution['reportLists'] = [
  {
    key: 'crime-prevention.models-begun',
    program: 'PRG-22',
    entity: 'SecurityModel',
    unit: 'unit',
    day: 'startedOn',
    columns: [
      { field: 'startedOn', title: { vi: 'Ngày ra mắt', en: 'Begun on' } },
      { field: 'unit.name', title: { vi: 'Ở đâu', en: 'Where' } },
      { field: 'kind.title', title: { vi: 'Loại mô hình', en: 'Kind' } },
      { field: 'name', title: { vi: 'Tên mô hình', en: 'Name' } },
      { field: 'members', title: { vi: 'Số thành viên', en: 'Members' } },
    ],
  },
];

/** What the program computes from its own records is not asked for again. */
export const reports: ProgramContribution['reports'] = [
  {
    key: 'crime-prevention-quarterly',
    program: 'PRG-22',
    calendar: 'quarter',
    level: 'commune',
    title: {
      vi: 'Báo cáo quý về phong trào Toàn dân bảo vệ an ninh Tổ quốc',
      en: 'Quarterly report on the movement for national security',
    },
    verifiedFirst: true,
    sections: [
      {
        key: 'figures',
        kind: 'FIGURES',
        title: { vi: 'Số liệu', en: 'Figures' },
        items: [
          { indicator: 'crime-prevention.communication-sessions' },
          { indicator: 'crime-prevention.communication-attendance' },
          { indicator: 'crime-prevention.commended', required: false },
          { indicator: 'crime-prevention.commended', part: 'subject:group', required: false },
          { indicator: 'crime-prevention.commended', part: 'subject:person', required: false },
        ],
      },
      {
        key: 'models',
        kind: 'LIST',
        title: { vi: 'Các mô hình tự quản ra mắt trong quý', en: 'Self-managed models begun' },
        list: 'crime-prevention.models-begun',
      },
      // Of the movement, not of persons: tips and cases are sealed and in no report.
      {
        key: 'situation',
        kind: 'NARRATIVE',
        title: { vi: 'Tình hình và khó khăn của phong trào', en: 'How the movement stands' },
      },
    ],
  },
];
