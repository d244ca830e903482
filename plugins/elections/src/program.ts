/**
 * Elections (Bầu cử):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-35',
      kind: 'duty',
      title: {
        vi: 'Bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp nhiệm kỳ 2021 – 2026',
        en: 'Elections to the 15th National Assembly and the 2021-2026 People’s Councils',
      },
      quote:
        'Tham gia bầu cử đại biểu Quốc hội khóa XV và bầu cử đại biểu HĐND các cấp nhiệm kỳ 2021 – 2026 theo kế hoạch và quy định của pháp luật.',
      quoteIsExact: true,
      source: 'I.3, II',
      participants: [
        'front-district',
        'farmers-union',
        'womens-union',
        'youth-union',
        'veterans-association',
        'labor-confederation',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [
    {
      id: 'E-09',
      program: 'PRG-35',
      title: {
        vi: 'Hội nghị hướng dẫn công tác hiệp thương cho Ban Thường trực UBMTTQ các xã, thị trấn',
        en: 'Guidance conference on candidate consultation for commune Front standing committees',
      },
      quote:
        'Phối hợp tổ chức Hội nghị hướng dẫn công tác hiệp thương giới thiệu người ứng cử Đại biêu HĐND huyện, xã cho Ban thường trực UBMTTQ các xã, thị trấn.',
      kind: 'conference',
      level: 'DISTRICT',
      when: {
        text: 'năm 2021',
        from: '2021-01-01',
        to: '2021-02-17',
        precision: 'MONTH',
        reading: {
          vi: 'Trước hiệp thương lần thứ nhất (chậm nhất 17/02/2021); văn bản không ghi ngày.',
          en: 'Before the first consultation round (17 February 2021 at the latest); the source gives no date.',
        },
      },
    },
    {
      id: 'E-10',
      program: 'PRG-35',
      title: {
        vi: 'Các bước hiệp thương giới thiệu người ứng cử đại biểu HĐND huyện',
        en: 'Consultation rounds for candidates to the district People’s Council',
      },
      quote: 'Tổ chức các bước hiệp thương giới thiệu người tham gia ứng cử Đại biểu HĐND huyện.',
      kind: 'election-step',
      level: 'DISTRICT',
      when: {
        text: 'năm 2021',
        from: '2021-01-01',
        to: '2021-04-18',
        precision: 'MONTH',
        reading: {
          vi: 'Ba lần hiệp thương, chậm nhất các ngày 17/02, 19/03 và 18/04/2021; văn bản không ghi ngày.',
          en: 'Three rounds, at the latest on 17 February, 19 March and 18 April 2021; the source gives no dates.',
        },
      },
    },
    {
      id: 'E-21',
      program: 'PRG-35',
      title: {
        vi: 'Bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp',
        en: 'Elections to the 15th National Assembly and People’s Councils',
      },
      quote: 'Tham gia bầu cử đại biểu Quốc hội khóa XV và bầu cử đại biểu HĐND các cấp nhiệm kỳ 2021 – 2026',
      kind: 'election',
      level: 'ALL',
      when: {
        text: 'nhiệm kỳ 2021 – 2026',
        from: '2021-05-23',
        to: '2021-05-23',
        precision: 'DAY',
        reading: {
          vi: 'Ngày bầu cử là Chủ nhật 23/5/2021; văn bản chỉ ghi nhiệm kỳ.',
          en: 'Election day was Sunday 23 May 2021; the source gives only the term.',
        },
      },
    },
  ],
  duties: [],
};
