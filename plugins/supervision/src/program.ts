/**
 * Supervision and social criticism (Giám sát và phản biện xã hội):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-30',
      kind: 'duty',
      title: { vi: 'Giám sát, phản biện xã hội', en: 'Supervision and social criticism' },
      quote:
        'Chủ trì tổ chức giám sát, phản biện xã hội (theo Kế hoạch số 25/KH-MTTQ-BTT ngày 16/12/2020 của Ban Thường trực Ủy ban MTTQ huyện); tham gia giám sát theo chương trình của Thường trực HĐND, các Ban HĐND, Viện Kiểm sát nhân dân và các tổ chức chính trị - xã hội.',
      quoteIsExact: true,
      source: 'I.3',
      documents: ['D-18'],
      participants: [
        'front-district',
        'farmers-union',
        'womens-union',
        'youth-union',
        'veterans-association',
        'labor-confederation',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [],
  duties: [
    {
      id: 'R-08',
      program: 'PRG-30',
      title: {
        vi: 'Báo cáo kết quả và kiến nghị giám sát, phản biện xã hội',
        en: 'Results and recommendations of supervision and social criticism',
      },
      quote:
        'Chủ trì tổ chức giám sát, phản biện xã hội (theo Kế hoạch số 25/KH-MTTQ-BTT ngày 16/12/2020 của Ban Thường trực Ủy ban MTTQ huyện)',
      from: { vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam huyện', en: 'District Front standing committee' },
      to: {
        vi: 'Cơ quan được giám sát; Huyện ủy; Ủy ban MTTQ Việt Nam tỉnh',
        en: 'Supervised body; district Party committee; provincial Front committee',
      },
      frequency: 'PER_EVENT',
      frequencyText: {
        vi: 'Theo từng chuyên đề giám sát, phản biện.',
        en: 'For each topic of supervision or criticism.',
      },
    },
  ],
};
