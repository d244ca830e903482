/**
 * Drug and HIV/AIDS prevention (Phòng, chống ma túy, mại dâm và HIV/AIDS):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-23',
      kind: 'program',
      title: {
        vi: 'Chương trình phòng, chống ma túy, mại dâm và HIV/AIDS',
        en: 'Drug, prostitution and HIV/AIDS prevention program',
      },
      quote:
        'Chương trình phòng, chống ma túy; phòng, chống mại dâm và HIV/AIDS: Cấp Trung ương tổ chức chỉ đạo, kiểm tra tại các địa phương.',
      quoteIsExact: true,
      source: 'I.2.7',
      participants: [
        'front-district',
        'police-district',
        'health-center-district',
        'youth-union',
        'womens-union',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [],
  duties: [],
};
