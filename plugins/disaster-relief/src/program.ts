/**
 * Disaster relief (Cứu trợ):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-17',
      kind: 'duty',
      title: {
        vi: 'Cứu trợ, vận động quyên góp khi có thiên tai và kiểm tra tiền, hàng cứu trợ',
        en: 'Disaster relief drives and their inspection',
      },
      quote:
        'Triển khai tổ chức các hoạt động cứu trợ. Tổ chức các đợt vận động quyên góp khi có thiên tai xảy ra. Xây dựng kế hoạch kiểm tra việc vận động, quyên góp, sử dụng nguồn tiền, hàng cứu trợ tại các địa phương.',
      quoteIsExact: true,
      source: 'I.2.3',
      participants: ['front-district', 'red-cross', 'youth-union', 'womens-union', 'labor-affairs-district'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [
    {
      id: 'E-29',
      program: 'PRG-17',
      title: { vi: 'Đợt vận động quyên góp khi có thiên tai', en: 'Relief drive after a disaster' },
      quote: 'Tổ chức các đợt vận động quyên góp khi có thiên tai xảy ra.',
      kind: 'relief-drive',
      level: 'ALL',
      when: {
        text: 'khi có thiên tai xảy ra',
        precision: 'CONTINGENT',
        reading: {
          vi: 'Chỉ khi có thiên tai; không định trước ngày.',
          en: 'Only when a disaster happens; no date is set in advance.',
        },
      },
    },
  ],
  duties: [
    {
      id: 'R-09',
      program: 'PRG-17',
      title: {
        vi: 'Kế hoạch kiểm tra việc vận động, quyên góp, sử dụng nguồn tiền, hàng cứu trợ',
        en: 'Plan to inspect the collection and use of relief money and goods',
      },
      quote:
        'Xây dựng kế hoạch kiểm tra việc vận động, quyên góp, sử dụng nguồn tiền, hàng cứu trợ tại các địa phương.',
      from: { vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam huyện', en: 'District Front standing committee' },
      to: {
        vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam xã, thị trấn',
        en: 'Commune or town Front standing committee',
      },
      frequency: 'PER_EVENT',
      frequencyText: { vi: 'Theo từng đợt vận động, hoặc hằng năm.', en: 'For each drive, or yearly.' },
    },
  ],
};
