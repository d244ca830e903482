/**
 * Social insurance (Bảo hiểm y tế và bảo hiểm xã hội):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';
import { sources } from './coverage/sources.js';
import { reportLists, reports } from './report-form.js';

export const program: ProgramContribution = {
  status: 'WHOLE',
  programs: [
    {
      id: 'PRG-27',
      kind: 'program',
      title: {
        vi: 'Vận động toàn dân tham gia bảo hiểm y tế và bảo hiểm xã hội',
        en: 'Health and social insurance coverage program',
      },
      quote: 'Chương trình phối hợp vận động toàn dân tham gia bảo hiểm y tế và bảo hiểm xã hội.',
      quoteIsExact: true,
      source: 'I.2.7',
      participants: [
        'front-district',
        'social-insurance-district',
        'farmers-union',
        'womens-union',
        'labor-confederation',
        'health-center-district',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'social-insurance.health-insurance-rate',
      program: 'PRG-27',
      title: { vi: 'Tỷ lệ dân số tham gia bảo hiểm y tế', en: 'Health insurance coverage of the population' },
      description: {
        vi: 'Số người có thẻ bảo hiểm y tế còn hiệu lực trên dân số, tại ngày cuối kỳ. Đây là số tại một thời điểm: kỳ sau thay kỳ trước, không cộng dồn các kỳ.',
        en: 'People with a valid health-insurance card over the population, on the last day of the period. It is a figure at a date: a later one replaces an earlier one, periods are not added up.',
      },
      unitOfMeasure: { vi: '%', en: '%' },
      kind: 'RATIO',
      components: {
        numerator: { vi: 'Số người tham gia bảo hiểm y tế', en: 'People insured' },
        denominator: { vi: 'Dân số', en: 'Population' },
      },
      ratioOfStocks: true,
      calendar: 'month',
      collectionLevel: 'commune',
      mergeRule: 'COMPONENTS',
      splitRule: 'NONE',
      decimals: 2,
      sources: [...sources],
      feeder: { kind: 'derived', from: 'CoverageSnapshot' },
      reportedBy: 'district-officer',
    },
  ],
  targets: [
    {
      id: 'T-12',
      indicator: 'social-insurance.health-insurance-rate',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'AT_LEAST',
      value: '0.91',
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0.03',
      quote: 'Phấn đấu vận động tỷ lệ dân số tham gia bảo hiểm y tế đạt 91%',
      reading: {
        vi: 'Ít nhất 91% dân số có thẻ còn hiệu lực tại ngày 31/12/2021, theo số liệu của cơ quan bảo hiểm xã hội. Văn bản không ghi số liệu gốc.',
        en: 'At least 91 % of the population holds a valid card on 31 December 2021, by the social insurance agency’s figures. The source gives no baseline.',
      },
      basisDocument: 'D-24',
    },
  ],
  activities: [],
  duties: [],
  reports,
  reportLists,
};
