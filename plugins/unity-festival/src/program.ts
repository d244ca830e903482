/**
 * Great National Unity Festival (Ngày hội đại đoàn kết toàn dân tộc):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-20',
      kind: 'duty',
      title: { vi: 'Ngày hội đại đoàn kết toàn dân tộc', en: 'Great National Unity Festival' },
      quote:
        'Triển khai tổ chức tốt Ngày hội đại đoàn kết toàn dân tộc năm 2021 vào dịp kỷ niệm Ngày truyền thống MTTQ Việt Nam (18 tháng 11), trong đó có việc xây dựng và tham mưu kế hoạch các đồng chí lãnh đạo cấp ủy, chính quyền, Mặt trận các cấp tham dự Ngày hội tại địa bàn dân cư.',
      quoteIsExact: true,
      source: 'I.2.6',
      participants: [
        'front-district',
        'farmers-union',
        'womens-union',
        'youth-union',
        'veterans-association',
        'labor-confederation',
        'elderly-association',
        'red-cross',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [
    {
      id: 'E-13',
      program: 'PRG-20',
      title: { vi: 'Ngày hội đại đoàn kết toàn dân tộc năm 2021', en: 'Great National Unity Festival 2021' },
      quote: 'Ngày hội đại đoàn kết toàn dân tộc năm 2021 (tháng 11/2021).',
      kind: 'festival',
      level: 'RESIDENTIAL_AREA',
      when: {
        text: 'tháng 11/2021',
        from: '2021-11-01',
        to: '2021-11-30',
        precision: 'MONTH',
        reading: {
          vi: 'Vào dịp Ngày truyền thống MTTQ Việt Nam, 18/11; mỗi khu dân cư chọn ngày.',
          en: 'Around the Front’s traditional day, 18 November; each residential area chooses its day.',
        },
      },
    },
  ],
  duties: [
    {
      id: 'R-12',
      program: 'PRG-20',
      title: {
        vi: 'Kế hoạch lãnh đạo tham dự Ngày hội tại khu dân cư',
        en: 'Plan of leaders attending the festival in residential areas',
      },
      quote:
        'xây dựng và tham mưu kế hoạch các đồng chí lãnh đạo cấp ủy, chính quyền, Mặt trận các cấp tham dự Ngày hội tại địa bàn dân cư',
      from: { vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam huyện', en: 'District Front standing committee' },
      to: { vi: 'Huyện ủy', en: 'District Party committee' },
      frequency: 'YEAR',
      frequencyText: { vi: 'Mỗi năm, trước Ngày hội.', en: 'Every year, before the festival.' },
    },
  ],
};
