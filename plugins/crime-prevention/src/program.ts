/**
 * Crime prevention (Phòng, chống tội phạm):
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
      id: 'PRG-22',
      kind: 'program',
      title: { vi: 'Chương trình phòng, chống tội phạm', en: 'Crime prevention program' },
      quote:
        'Chương trình phòng, chống tội phạm: Mặt trận các cấp phối hợp đẩy mạnh vận động nhân dân tham gia phong trào “Toàn dân tham gia bảo vệ an ninh tổ quốc” theo Đề án về “Vận động toàn dân tham gia phòng ngừa, phát hiện, tố giác tội phạm; cảm hóa, giáo dục, cải tạo người phạm tội tại gia đình và cộng đồng dân cư”.',
      quoteIsExact: true,
      source: 'I.2.7',
      documents: ['D-17'],
      participants: [
        'front-district',
        'police-district',
        'veterans-association',
        'youth-union',
        'womens-union',
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
