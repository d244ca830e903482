/**
 * Grassroots democracy (Dân chủ ở cơ sở):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-33',
      kind: 'duty',
      title: {
        vi: 'Theo dõi việc thực hiện Quy chế dân chủ ở cơ sở',
        en: 'Monitoring of the grassroots democracy regulation',
      },
      quote: 'theo dõi việc thực hiện Quy chế dân chủ ở cơ sở',
      quoteIsExact: true,
      source: 'I.3',
      documents: ['D-20'],
      participants: ['front-district', 'labor-confederation', 'veterans-association', 'farmers-union'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [],
  duties: [],
};
