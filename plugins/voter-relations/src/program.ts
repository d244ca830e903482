/**
 * Voter relations (Tiếp xúc cử tri):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-34',
      kind: 'duty',
      title: {
        vi: 'Tiếp xúc cử tri và tổng hợp ý kiến, kiến nghị của cử tri',
        en: 'Voter meetings and the synthesis of voters’ opinions',
      },
      quote:
        'việc tổ chức tiếp xúc cử tri của đại biểu Quốc hội, đại biểu Hội đồng nhân dân các cấp và xây dựng báo cáo tổng hợp ý kiến, kiến nghị của cử tri.',
      quoteIsExact: true,
      source: 'I.3',
      participants: ['front-district'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [
    {
      id: 'E-31',
      program: 'PRG-34',
      title: {
        vi: 'Tiếp xúc cử tri của đại biểu Quốc hội, đại biểu HĐND các cấp',
        en: 'Voter meetings of deputies to the National Assembly and People’s Councils',
      },
      quote: 'việc tổ chức tiếp xúc cử tri của đại biểu Quốc hội, đại biểu Hội đồng nhân dân các cấp',
      kind: 'voter-meeting',
      level: 'ALL',
      when: {
        text: 'năm 2021',
        from: '2021-01-01',
        to: '2021-12-31',
        precision: 'RECURRING',
        reading: {
          vi: 'Trước và sau các kỳ họp Quốc hội, HĐND; văn bản không ghi ngày. Cấp huyện và cấp xã.',
          en: 'Before and after sessions of the National Assembly and People’s Councils; the source gives no dates. District and commune levels.',
        },
      },
    },
  ],
  duties: [
    {
      id: 'R-02',
      program: 'PRG-34',
      title: {
        vi: 'Báo cáo tổng hợp ý kiến, kiến nghị của cử tri',
        en: 'Synthesis of voters’ opinions and proposals',
      },
      quote: 'xây dựng báo cáo tổng hợp ý kiến, kiến nghị của cử tri',
      from: { vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam huyện', en: 'District Front standing committee' },
      to: {
        vi: 'Hội đồng nhân dân huyện; Ủy ban MTTQ Việt Nam tỉnh',
        en: 'District People’s Council; provincial Front committee',
      },
      frequency: 'PER_EVENT',
      frequencyText: {
        vi: 'Theo kỳ họp; thường hai lần một năm.',
        en: 'For each session; usually twice a year.',
      },
    },
  ],
};
