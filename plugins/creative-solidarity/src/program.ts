/**
 * Creative solidarity (Đoàn kết sáng tạo):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-19',
      kind: 'movement',
      title: {
        vi: 'Phong trào “Đoàn kết sáng tạo, nâng cao năng suất, chất lượng, hiệu quả, hội nhập quốc tế”',
        en: 'Movement "Creative solidarity for productivity, quality, efficiency and international integration"',
      },
      quote:
        'Triển khai trong toàn quốc Phong trào thi đua “Đoàn kết sáng tạo, nâng cao năng suất, chất lượng, hiệu quả, hội nhập quốc tế” theo chỉ đạo, hướng dẫn của Mặt trận Trung ương, Mặt trận tỉnh. Tổ chức các hoạt động tuyên truyền, phổ biến các điển hình sáng tạo trong các tổ chức, đơn vị, địa phương.',
      quoteIsExact: true,
      source: 'I.2.5',
      documents: ['D-16'],
      participants: ['front-district', 'labor-confederation', 'youth-union', 'farmers-union'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [
    {
      id: 'E-33',
      program: 'PRG-19',
      title: {
        vi: 'Tuyên truyền, phổ biến các điển hình sáng tạo',
        en: 'Communication on creative role models',
      },
      quote:
        'Tổ chức các hoạt động tuyên truyền, phổ biến các điển hình sáng tạo trong các tổ chức, đơn vị, địa phương.',
      kind: 'communication',
      level: 'ALL',
      when: {
        text: 'năm 2021',
        from: '2021-01-01',
        to: '2021-12-31',
        precision: 'YEAR',
        reading: {
          vi: 'Văn bản không ghi thời gian; lấy năm của chương trình.',
          en: 'The line gives no time; the year of the program is taken.',
        },
      },
    },
  ],
  duties: [],
};
