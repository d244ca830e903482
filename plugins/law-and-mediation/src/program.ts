/**
 * Legal education and mediation (Phổ biến pháp luật và hòa giải ở cơ sở):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-29',
      kind: 'duty',
      title: {
        vi: 'Phổ biến, giáo dục pháp luật và hòa giải ở cơ sở',
        en: 'Legal education and grassroots mediation',
      },
      quote:
        'Tham gia tuyên truyền phổ biến, giáo dục pháp luật và vận động nhân dân chấp hành pháp luật; phối hợp thực hiện tốt công tác hòa giải ở cơ sở.',
      quoteIsExact: true,
      source: 'I.3',
      participants: [
        'front-district',
        'womens-union',
        'veterans-association',
        'youth-union',
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
