/**
 * Environment (Bảo vệ môi trường):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';
import { indicators } from './indicators.js';
import { reportLists, reports } from './report-form.js';

export const program: ProgramContribution = {
  status: 'WHOLE',
  programs: [
    {
      id: 'PRG-26',
      kind: 'program',
      title: {
        vi: 'Bảo vệ môi trường và ứng phó với biến đổi khí hậu',
        en: 'Environmental protection and response to climate change',
      },
      quote:
        'Chương trình vận động toàn dân tham gia bảo vệ môi trường và ứng phó với biến đổi khí hậu; phát huy vai trò các tôn giáo trong thúc đẩy ý thức tham gia bảo vệ môi trường và ứng phó với biến đổi khí hậu của cả cộng đồng.',
      quoteIsExact: true,
      source: 'I.2.7',
      participants: [
        'front-district',
        'environment-district',
        'farmers-union',
        'womens-union',
        'youth-union',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators,
  targets: [],
  activities: [],
  duties: [],
  reports,
  reportLists,
};
