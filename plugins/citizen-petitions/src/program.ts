/**
 * Citizen petitions (Tiếp công dân, đơn thư):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-32',
      kind: 'duty',
      title: {
        vi: 'Tiếp công dân, tham gia giải quyết đơn thư khiếu nại, tố cáo',
        en: 'Citizen reception, complaints and denunciations',
      },
      quote: 'Phối hợp tổ chức tiếp công dân, tham gia giải quyết đơn thư khiếu nại, tố cáo của công dân',
      quoteIsExact: true,
      source: 'I.3',
      participants: ['front-district'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [],
  duties: [],
};
