import type { ProgramContribution } from '@phoihop/core';

/** The supervision visits that reports show. Ballots and who counted them are in no report. */
export const reportLists: ProgramContribution['reportLists'] = [
  {
    key: 'new-rural-areas.visits-made',
    program: 'PRG-21',
    entity: 'SupervisionVisit',
    unit: 'unit',
    day: 'visitedOn',
    columns: [
      { field: 'visitedOn', title: { vi: 'Ngày', en: 'Day' } },
      { field: 'unit.name', title: { vi: 'Ở đâu', en: 'Where' } },
      { field: 'subject', title: { vi: 'Nội dung giám sát', en: 'What was looked at' } },
      { field: 'findings', title: { vi: 'Kết quả', en: 'What was found' } },
      { field: 'recommendation', title: { vi: 'Kiến nghị', en: 'Recommendation' } },
    ],
    where: { withdrawn: false },
  },
];

/** R-10 is not asked for in a form: the counts come from the polls themselves. What is left to be told is PRG-21's. */
export const reports: ProgramContribution['reports'] = [
  {
    key: 'new-rural-quarterly',
    program: 'PRG-21',
    calendar: 'quarter',
    level: 'commune',
    title: {
      vi: 'Báo cáo quý về tuyên truyền, tập huấn xây dựng nông thôn mới',
      en: 'Quarterly report on communication and training in new-rural work',
    },
    sections: [
      {
        key: 'figures',
        kind: 'FIGURES',
        title: { vi: 'Số liệu', en: 'Figures' },
        items: [
          { indicator: 'new-rural-areas.communication-sessions' },
          { indicator: 'new-rural-areas.communication-attendance', required: false },
        ],
      },
      {
        key: 'visits',
        kind: 'LIST',
        title: { vi: 'Các cuộc giám sát xây dựng nông thôn mới', en: 'Supervision visits' },
        list: 'new-rural-areas.visits-made',
      },
      {
        key: 'difficulties',
        kind: 'NARRATIVE',
        title: { vi: 'Tồn tại, nguyên nhân', en: 'What is lacking, and why' },
      },
    ],
  },
];
