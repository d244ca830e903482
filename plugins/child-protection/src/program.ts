/**
 * Child protection (Bảo vệ và chăm sóc trẻ em):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-24',
      kind: 'program',
      title: { vi: 'Chương trình bảo vệ và chăm sóc trẻ em', en: 'Child protection and care program' },
      quote:
        'Chương trình bảo vệ và chăm sóc trẻ em, trong đó có các hoạt động hưởng ứng Tháng hành động chăm sóc và bảo vệ trẻ em.',
      quoteIsExact: true,
      source: 'I.2.7',
      participants: [
        'front-district',
        'health-center-district',
        'education-district',
        'labor-affairs-district',
        'womens-union',
        'youth-union',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'child-protection.underweight-rate',
      program: 'PRG-24',
      title: {
        vi: 'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng cân nặng theo tuổi',
        en: 'Underweight rate of children under 5',
      },
      description: {
        vi: 'Số trẻ dưới 5 tuổi có cân nặng theo tuổi dưới −2 độ lệch chuẩn (chuẩn WHO 2006) trên số trẻ được cân, đo trong đợt. Không lấy trung bình các tỷ lệ.',
        en: 'Children under 5 whose weight for age is below −2 standard deviations (WHO 2006), over those weighed or measured in the round. Rates are never averaged.',
      },
      unitOfMeasure: { vi: '%', en: '%' },
      kind: 'RATIO',
      components: {
        numerator: { vi: 'Số trẻ suy dinh dưỡng cân nặng theo tuổi', en: 'Underweight children' },
        denominator: { vi: 'Số trẻ được cân', en: 'Children weighed' },
      },
      ratioOfStocks: true,
      calendar: 'half',
      collectionLevel: 'commune',
      mergeRule: 'COMPONENTS',
      splitRule: 'NONE',
      decimals: 2,
      sources: ['health-sector', 'front-report'],
      smallCellThreshold: 5,
      feeder: { kind: 'collected' },
      reportedBy: 'district-officer',
    },
    {
      key: 'child-protection.stunting-rate',
      program: 'PRG-24',
      title: {
        vi: 'Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng chiều cao theo tuổi',
        en: 'Stunting rate of children under 5',
      },
      description: {
        vi: 'Số trẻ dưới 5 tuổi có chiều cao theo tuổi dưới −2 độ lệch chuẩn (chuẩn WHO 2006) trên số trẻ được cân, đo trong đợt. Không lấy trung bình các tỷ lệ.',
        en: 'Children under 5 whose height for age is below −2 standard deviations (WHO 2006), over those weighed or measured in the round. Rates are never averaged.',
      },
      unitOfMeasure: { vi: '%', en: '%' },
      kind: 'RATIO',
      components: {
        numerator: { vi: 'Số trẻ suy dinh dưỡng chiều cao theo tuổi', en: 'Stunted children' },
        denominator: { vi: 'Số trẻ được đo chiều cao', en: 'Children measured' },
      },
      ratioOfStocks: true,
      calendar: 'half',
      collectionLevel: 'commune',
      mergeRule: 'COMPONENTS',
      splitRule: 'NONE',
      decimals: 2,
      sources: ['health-sector', 'front-report'],
      smallCellThreshold: 5,
      feeder: { kind: 'collected' },
      reportedBy: 'district-officer',
    },
  ],
  targets: [
    {
      id: 'T-09',
      indicator: 'child-protection.underweight-rate',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'AT_MOST',
      value: '0.06',
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0.05',
      quote: 'tỷ lệ trẻ em suy dinh dưỡng cân nặng theo độ tuổi đạt 6%',
      reading: {
        vi: 'Văn bản viết “đạt 6%” nhưng phải hiểu là KHÔNG QUÁ 6%: suy dinh dưỡng càng thấp càng tốt. Trẻ dưới 5 tuổi.',
        en: 'The source says "đạt" (reach) 6 %, which must be read as AT MOST 6 %: less malnutrition is better. Children under 5.',
      },
      basisDocument: 'D-24',
    },
    {
      id: 'T-10',
      indicator: 'child-protection.stunting-rate',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'AT_MOST',
      value: '0.18',
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0.05',
      quote: 'suy dinh dưỡng chiều cao theo độ tuổi đạt 18%',
      reading: {
        vi: 'Văn bản viết “đạt 18%” nhưng phải hiểu là KHÔNG QUÁ 18%: suy dinh dưỡng càng thấp càng tốt. Trẻ dưới 5 tuổi.',
        en: 'The source says "đạt" (reach) 18 %, which must be read as AT MOST 18 %: less malnutrition is better. Children under 5.',
      },
      basisDocument: 'D-24',
    },
  ],
  activities: [
    {
      id: 'E-19',
      program: 'PRG-24',
      title: {
        vi: 'Tháng hành động chăm sóc và bảo vệ trẻ em',
        en: 'Action Month for child care and protection',
      },
      quote: 'các hoạt động hưởng ứng Tháng hành động chăm sóc và bảo vệ trẻ em',
      kind: 'action-month',
      level: 'ALL',
      when: {
        text: 'Tháng hành động',
        from: '2021-06-01',
        to: '2021-06-30',
        precision: 'MONTH',
        reading: {
          vi: 'Theo thông lệ là tháng 6; văn bản không ghi tháng.',
          en: 'June by custom; the source does not name the month.',
        },
      },
    },
  ],
  duties: [],
};
