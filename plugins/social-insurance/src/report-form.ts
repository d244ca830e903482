import type { ProgramContribution } from '@phoihop/core';

/** The outreach sessions that reports show. Households without insurance are personal data and in no report. */
export const reportLists: ProgramContribution['reportLists'] = [
  {
    key: 'social-insurance.outreach-sessions',
    program: 'PRG-27',
    entity: 'OutreachSession',
    unit: 'unit',
    day: 'heldOn',
    columns: [
      { field: 'heldOn', title: { vi: 'Ngày', en: 'Day' } },
      { field: 'unit.name', title: { vi: 'Ở đâu', en: 'Where' } },
      { field: 'topic', title: { vi: 'Nội dung', en: 'Topic' } },
      { field: 'attendance', title: { vi: 'Số người dự', en: 'People' } },
      { field: 'registered', title: { vi: 'Đăng ký tham gia ngay', en: 'Registered there' } },
    ],
    where: { withdrawn: false },
  },
];

/**
 * By month, as the figures of T-12 are. The source (PRG-27) asks for no report of its own; this one follows the custom
 * of Front reports. The rate is computed from the imported figures, so nobody enters it.
 */
export const reports: ProgramContribution['reports'] = [
  {
    key: 'social-insurance-monthly',
    program: 'PRG-27',
    calendar: 'month',
    level: 'commune',
    title: {
      vi: 'Báo cáo tháng về vận động tham gia bảo hiểm y tế, bảo hiểm xã hội',
      en: 'Monthly report on health and social insurance',
    },
    sections: [
      {
        key: 'figures',
        kind: 'FIGURES',
        title: { vi: 'Tỷ lệ tham gia', en: 'Coverage' },
        items: [{ indicator: 'social-insurance.health-insurance-rate', required: false }],
      },
      {
        key: 'sessions',
        kind: 'LIST',
        title: { vi: 'Các buổi tuyên truyền, vận động', en: 'Outreach sessions held' },
        list: 'social-insurance.outreach-sessions',
      },
      {
        key: 'assessment',
        kind: 'NARRATIVE',
        title: {
          vi: 'Đánh giá kết quả vận động, khó khăn và nguyên nhân',
          en: 'How it went, what was difficult, and why',
        },
        required: true,
      },
      {
        key: 'next-month',
        kind: 'NARRATIVE',
        title: { vi: 'Việc sẽ làm trong tháng tới', en: 'What will be done next month' },
        maximum: 2000,
      },
    ],
  },
];
