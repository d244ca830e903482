/**
 * Vietnamese goods (Người Việt Nam ưu tiên dùng hàng Việt Nam):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-18',
      kind: 'campaign',
      title: {
        vi: 'Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam”',
        en: 'Campaign "Vietnamese prioritize Vietnamese goods"',
      },
      quote: 'Triển khai Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam”',
      quoteIsExact: true,
      source: 'I.2.4',
      documents: ['D-15'],
      participants: ['front-district', 'farmers-union', 'womens-union', 'youth-union'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'vietnamese-goods.rural-markets',
      program: 'PRG-18',
      title: {
        vi: 'Số cuộc đưa hàng Việt về nông thôn',
        en: 'Markets of Vietnamese goods held in rural areas',
      },
      description: {
        vi: 'Số cuộc đưa hàng Việt về nông thôn đã tổ chức xong trong kỳ. Một cuộc kéo dài nhiều ngày ở một nơi tính một lần.',
        en: 'Markets of Vietnamese goods brought to rural areas and completed in the period. A market of several days in one place counts once.',
      },
      unitOfMeasure: { vi: 'cuộc', en: 'markets' },
      kind: 'EVENT_COUNT',
      calendar: 'quarter',
      collectionLevel: 'commune',
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      feeder: { kind: 'collected' },
      reportedBy: 'commune-clerk',
    },
  ],
  targets: [
    {
      id: 'T-08',
      indicator: 'vietnamese-goods.rural-markets',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'RANGE',
      value: '1',
      valueMax: '2',
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0',
      quote: 'Phối hợp tổ chức đưa hàng Việt về nông thôn từ 1-2 cuộc.;',
      reading: {
        vi: 'Ít nhất 1 cuộc, phấn đấu 2 cuộc trong năm.',
        en: 'At least 1 market, 2 as the stretch, in the year.',
      },
      basisDocument: 'D-24',
    },
  ],
  activities: [
    {
      id: 'E-18',
      program: 'PRG-18',
      title: { vi: 'Đưa hàng Việt về nông thôn', en: 'Vietnamese goods brought to rural areas' },
      quote: 'Phối hợp tổ chức đưa hàng Việt về nông thôn từ 1-2 cuộc.;',
      kind: 'market',
      level: 'COMMUNE',
      when: {
        text: 'năm 2021',
        from: '2021-01-01',
        to: '2021-12-31',
        precision: 'YEAR',
        reading: {
          vi: 'Từ 1 đến 2 cuộc trong năm; văn bản không ghi ngày.',
          en: 'One or two in the year; the source gives no dates.',
        },
      },
    },
  ],
  duties: [],
};
