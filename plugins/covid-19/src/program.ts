/**
 * Epidemic prevention and Covid-19 (Phòng, chống dịch bệnh, Covid-19):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';
import { reportLists, reports } from './report-form.js';

export const program: ProgramContribution = {
  status: 'WHOLE',
  programs: [
    {
      id: 'PRG-28',
      kind: 'program',
      title: {
        vi: 'Vận động nhân dân phòng, chống dịch bệnh, nhất là đại dịch Covid-19',
        en: 'Epidemic prevention program, above all Covid-19',
      },
      quote: 'Chương trình phối hợp vận động nhân dân phòng, chống dịch bệnh, nhất là đại dịch Covid-19.',
      quoteIsExact: true,
      source: 'I.2.7',
      participants: [
        'front-district',
        'health-center-district',
        'red-cross',
        'youth-union',
        'womens-union',
        'police-district',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'covid-19.team-coverage',
      program: 'PRG-28',
      title: {
        vi: 'Tỷ lệ hộ có tổ Covid cộng đồng phụ trách',
        en: 'Households looked after by a community team',
      },
      description: {
        vi: 'Số hộ do các tổ Covid cộng đồng đang hoạt động phụ trách trên số hộ của các địa bàn đã đếm, tại ngày cuối kỳ hoặc ngày thay đổi gần nhất trong kỳ.',
        en: 'Households that working community teams look after over the households of the areas that were counted, on the last day of the period or of the latest change in it.',
      },
      unitOfMeasure: { vi: '%', en: '%' },
      kind: 'RATIO',
      components: {
        numerator: { vi: 'Số hộ có tổ phụ trách', en: 'Households with a team' },
        denominator: { vi: 'Số hộ đã đếm', en: 'Households counted' },
      },
      ratioOfStocks: true,
      calendar: 'month',
      collectionLevel: 'commune',
      mergeRule: 'COMPONENTS',
      splitRule: 'NONE',
      decimals: 1,
      sources: ['front-report'],
      feeder: { kind: 'derived', from: 'CommunityTeam' },
      reportedBy: 'commune-clerk',
    },
    {
      key: 'covid-19.households-supported',
      program: 'PRG-28',
      title: { vi: 'Số lượt hộ đã nhận hỗ trợ', en: 'Households that received support' },
      description: {
        vi: 'Số lượt hộ trong các danh sách đã duyệt nhận được hỗ trợ trong kỳ; một hộ nhận theo hai danh sách được tính hai lượt.',
        en: 'Households on approved lists that received their support in the period; one on two lists counts twice.',
      },
      unitOfMeasure: { vi: 'lượt hộ', en: 'households' },
      kind: 'SUM',
      calendar: 'month',
      collectionLevel: 'commune',
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      smallCellThreshold: 5,
      feeder: { kind: 'derived', from: 'SupportHousehold' },
      reportedBy: 'commune-clerk',
    },
  ],
  targets: [],
  activities: [],
  duties: [],
  reports,
  reportLists,
};
