import type { ProgramContribution } from '@phoihop/core';

/** The cleanups that reports show. What is withdrawn counts nowhere, and who led it need not be known to readers. */
export const reportLists: ProgramContribution['reportLists'] = [
  {
    key: 'environment.cleanup-actions',
    program: 'PRG-26',
    entity: 'EnvironmentAction',
    unit: 'unit',
    day: 'heldOn',
    columns: [
      { field: 'heldOn', title: { vi: 'Ngày', en: 'Day' } },
      { field: 'unit.name', title: { vi: 'Ở đâu', en: 'Where' } },
      { field: 'place', title: { vi: 'Địa điểm', en: 'Place' } },
      { field: 'kind.title', title: { vi: 'Việc làm', en: 'What was done' } },
      { field: 'participants', title: { vi: 'Số người tham gia', en: 'People' } },
      { field: 'wasteKg', title: { vi: 'Rác thu gom (kg)', en: 'Waste (kg)' } },
      { field: 'roadMeters', title: { vi: 'Đường dọn (m)', en: 'Road (m)' } },
      { field: 'canalMeters', title: { vi: 'Kênh, mương khơi thông (m)', en: 'Canal (m)' } },
      { field: 'trees', title: { vi: 'Cây trồng', en: 'Trees' } },
    ],
    where: { purpose: 'CLEANUP', state: ['RECORDED', 'CONFIRMED'] },
  },
];

/** What the program computes from its own records is not asked for again: its cleanups are listed. */
export const reports: ProgramContribution['reports'] = [
  {
    key: 'environment-quarterly',
    program: 'PRG-26',
    calendar: 'quarter',
    level: 'commune',
    title: {
      vi: 'Báo cáo quý về bảo vệ môi trường và ứng phó với biến đổi khí hậu',
      en: 'Quarterly report on the environment and climate change',
    },
    verifiedFirst: true,
    sections: [
      {
        key: 'figures',
        kind: 'FIGURES',
        title: { vi: 'Số liệu', en: 'Figures' },
        items: [
          { indicator: 'environment.waste-sorting-rate' },
          { indicator: 'environment.communication-sessions' },
        ],
      },
      {
        key: 'cleanups',
        kind: 'LIST',
        title: { vi: 'Các đợt ra quân vệ sinh môi trường', en: 'Cleanups held' },
        list: 'environment.cleanup-actions',
      },
      {
        key: 'difficulties',
        kind: 'NARRATIVE',
        title: { vi: 'Tồn tại, nguyên nhân', en: 'What is lacking, and why' },
        required: true,
      },
      {
        key: 'proposals',
        kind: 'NARRATIVE',
        title: { vi: 'Kiến nghị, đề xuất', en: 'Proposals' },
      },
    ],
  },
];
