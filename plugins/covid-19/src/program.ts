/**
 * Epidemic prevention and Covid-19 (Phòng, chống dịch bệnh, Covid-19):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
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
  indicators: [],
  targets: [],
  activities: [],
  duties: [],
};
