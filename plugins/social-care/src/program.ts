/**
 * Social care (Đền ơn đáp nghĩa, chăm lo xã hội):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-10',
      kind: 'campaign',
      title: {
        vi: 'Cuộc vận động mua tặng thẻ bảo hiểm y tế cho người có hoàn cảnh khó khăn',
        en: 'Campaign to give health-insurance cards to people in difficulty',
      },
      quote: 'cuộc vận động “mua tặng thẻ bảo hiểm y tế cho người có hoàn cảnh khó khăn”',
      quoteIsExact: true,
      source: 'I.2.1',
      parent: 'PRG-09',
      participants: [
        'front-district',
        'social-insurance-district',
        'red-cross',
        'womens-union',
        'labor-affairs-district',
      ],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-16',
      kind: 'duty',
      title: {
        vi: 'Đền ơn đáp nghĩa; chăm lo thương binh, người có công, gia đình chính sách, người yếu thế',
        en: 'Gratitude and care for war invalids, people of merit, policy and vulnerable families',
      },
      quote:
        'Tổ chức các hoạt động đền ơn, đáp nghĩa, chăm lo thương binh, người có công, gia đình chính sách, người có hoàn cảnh khó khăn, yếu thế trong xã hội.',
      quoteIsExact: true,
      source: 'I.2.2',
      participants: [
        'front-district',
        'labor-affairs-district',
        'veterans-association',
        'womens-union',
        'red-cross',
        'elderly-association',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'social-care.gift-cards',
      program: 'PRG-10',
      title: { vi: 'Số thẻ bảo hiểm y tế đã trao tặng', en: 'Gift health-insurance cards delivered' },
      description: {
        vi: 'Số thẻ BHYT mua tặng đã trao cho người có hoàn cảnh khó khăn trong kỳ. Mỗi người chỉ tính một thẻ còn hiệu lực; không tính thẻ do ngân sách nhà nước đóng và lần gia hạn của cùng một thẻ trong năm.',
        en: 'Health-insurance cards bought as gifts and handed over in the period. One valid card a person; cards paid by the state budget and renewals of the same card within the year do not count.',
      },
      unitOfMeasure: { vi: 'thẻ', en: 'cards' },
      kind: 'SUM',
      calendar: 'month',
      collectionLevel: 'commune',
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report', 'social-insurance-agency'],
      feeder: { kind: 'collected' },
      reportedBy: 'commune-clerk',
    },
  ],
  targets: [
    {
      id: 'T-07',
      indicator: 'social-care.gift-cards',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'AT_LEAST',
      value: '300',
      deadline: '2021-12-31',
      path: 'LINEAR',
      tolerance: '0.1',
      quote: 'Mua tặng 300 thẻ BHYT cho người có hoàn cảnh khó khăn',
      reading: {
        vi: 'Ít nhất 300 thẻ đã trao; mỗi người một thẻ, không tính thẻ nhà nước đã cấp.',
        en: 'At least 300 cards handed over; one a person, not counting cards the state already pays for.',
      },
      basisDocument: 'D-24',
    },
  ],
  activities: [],
  duties: [],
};
