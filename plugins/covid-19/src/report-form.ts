import type { ProgramContribution } from '@phoihop/core';

/** What reports show of the work with the people. Households and complaints are personal data and in no report. */
export const reportLists: ProgramContribution['reportLists'] = [
  {
    key: 'covid-19.teams-formed',
    program: 'PRG-28',
    entity: 'CommunityTeam',
    unit: 'unit',
    day: 'formedOn',
    columns: [
      { field: 'formedOn', title: { vi: 'Ngày thành lập', en: 'Formed on' } },
      { field: 'unit.name', title: { vi: 'Ở đâu', en: 'Where' } },
      { field: 'name', title: { vi: 'Tên tổ', en: 'Team' } },
      { field: 'members', title: { vi: 'Số thành viên', en: 'Members' } },
      { field: 'households', title: { vi: 'Số hộ phụ trách', en: 'Households looked after' } },
    ],
  },
  {
    key: 'covid-19.vaccination-outreach',
    program: 'PRG-28',
    entity: 'VaccinationOutreach',
    unit: 'unit',
    day: 'heldOn',
    columns: [
      { field: 'heldOn', title: { vi: 'Ngày', en: 'Day' } },
      { field: 'unit.name', title: { vi: 'Ở đâu', en: 'Where' } },
      { field: 'topic', title: { vi: 'Nội dung', en: 'Topic' } },
      { field: 'reached', title: { vi: 'Số người được vận động', en: 'People reached' } },
      { field: 'registered', title: { vi: 'Số người đăng ký tiêm', en: 'Registered' } },
    ],
    where: { withdrawn: false },
  },
];

/**
 * By month. The source (PRG-28) asks for no report of its own; this one follows the custom of Front reports. Both
 * indicators are computed from the records, so no figure is entered.
 */
export const reports: ProgramContribution['reports'] = [
  {
    key: 'covid-19-monthly',
    program: 'PRG-28',
    calendar: 'month',
    level: 'commune',
    title: {
      vi: 'Báo cáo tháng về vận động nhân dân phòng, chống dịch bệnh',
      en: 'Monthly report on epidemic prevention',
    },
    verifiedFirst: true,
    sections: [
      {
        key: 'situation',
        kind: 'NARRATIVE',
        title: {
          vi: 'Tình hình dịch và việc thực hiện các biện pháp',
          en: 'How the epidemic stands, and what was done',
        },
        required: true,
      },
      {
        key: 'teams',
        kind: 'LIST',
        title: { vi: 'Các tổ Covid cộng đồng thành lập trong tháng', en: 'Community teams formed' },
        list: 'covid-19.teams-formed',
      },
      {
        key: 'outreach',
        kind: 'LIST',
        title: { vi: 'Các buổi vận động tiêm chủng', en: 'Outreach for vaccination' },
        list: 'covid-19.vaccination-outreach',
      },
      {
        key: 'support',
        kind: 'NARRATIVE',
        title: { vi: 'Hỗ trợ người dân, tiếp nhận và phân bổ', en: 'Support received and given' },
      },
      {
        key: 'proposals',
        kind: 'NARRATIVE',
        title: { vi: 'Khó khăn, kiến nghị', en: 'Difficulties and proposals' },
      },
    ],
  },
];
