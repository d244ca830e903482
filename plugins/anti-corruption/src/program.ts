/**
 * Anti-corruption (Phòng, chống tham nhũng, lãng phí):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-31',
      kind: 'duty',
      title: {
        vi: 'Phòng, chống tham nhũng, thực hành tiết kiệm, chống lãng phí',
        en: 'Anti-corruption, thrift and the fight against waste',
      },
      quote:
        'Tiếp tục thực hiện Nghị quyết của Đảng, pháp luật của Nhà nước về phòng, chống tham nhũng, thực hành tiết kiệm chống lãng phí trong hệ thống MTTQ Việt Nam theo Chương trình hành động của MTTQ Việt Nam thực hiện công tác phòng, chống tham nhũng, lãng phí.',
      quoteIsExact: true,
      source: 'I.3',
      documents: ['D-19'],
      participants: ['front-district', 'veterans-association', 'labor-confederation'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [],
  duties: [],
};
