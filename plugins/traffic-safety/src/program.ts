/**
 * Traffic safety (Bảo đảm trật tự an toàn giao thông):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-25',
      kind: 'program',
      title: {
        vi: 'Vận động toàn dân tham gia bảo đảm trật tự an toàn giao thông',
        en: 'Traffic order and safety program',
      },
      quote: 'Chương trình phối hợp vận động toàn dân tham gia bảo đảm trật tự ATGT.',
      quoteIsExact: true,
      source: 'I.2.7',
      participants: [
        'front-district',
        'police-district',
        'youth-union',
        'education-district',
        'veterans-association',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'traffic-safety.traffic-deaths',
      program: 'PRG-25',
      title: { vi: 'Số người chết do tai nạn giao thông', en: 'Deaths in traffic accidents' },
      description: {
        vi: 'Số người chết do tai nạn giao thông xảy ra trên địa bàn, theo tháng giao thông (từ ngày 16 tháng trước đến ngày 15). Số của công an và số của ngành y tế khác nhau nhiều; chỉ so sánh trong cùng một nguồn.',
        en: 'People killed in traffic accidents on the unit’s territory, by traffic month (from the 16th of the month before to the 15th). Police and health figures differ widely; compare only within one source.',
      },
      unitOfMeasure: { vi: 'người', en: 'deaths' },
      kind: 'SUM',
      calendar: 'traffic-month',
      collectionLevel: 'commune',
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['traffic-police', 'health-sector'],
      feeder: { kind: 'collected' },
      reportedBy: 'district-officer',
    },
  ],
  targets: [
    {
      id: 'T-11',
      indicator: 'traffic-safety.traffic-deaths',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'traffic-year', key: '2021' },
      operator: 'RELATIVE_DECREASE',
      value: '0.05',
      baseline: {
        kind: 'SAME_PERIOD_LAST_YEAR',
        note: {
          vi: 'Số người chết của năm giao thông 2020, cùng nguồn; văn bản không ghi con số.',
          en: 'Deaths of the traffic year 2020, same source; the source text does not give the number.',
        },
      },
      deadline: '2021-12-15',
      path: 'SAME_PERIOD_LAST_YEAR',
      tolerance: '0',
      quote: 'Phấn đấu giảm 5% số người chết do tai nạn giao thông so với năm 2020',
      reading: {
        vi: 'Giảm ít nhất 5% số người chết so với năm 2020, tính theo năm giao thông từ 16/12/2020 đến 15/12/2021, so với 16/12/2019 đến 15/12/2020, cùng một nguồn số liệu. Chỉ kết luận khi hết năm.',
        en: 'A decrease of at least 5 % in deaths against 2020, on the traffic year: 16 December 2020 to 15 December 2021 against 16 December 2019 to 15 December 2020, within one source. Final only after the year ends.',
      },
      basisDocument: 'D-24',
    },
  ],
  activities: [],
  duties: [],
};
