import type { ProgramContribution } from '@phoihop/core';

/** What this plugin tells core. Invented for the guide: the program of 2021 has no such line. */
export const program: ProgramContribution = {
  status: 'WHOLE',
  programs: [
    {
      id: 'PRG-90',
      kind: 'campaign',
      title: { vi: 'Tết trồng cây', en: 'Tree planting' },
      quote: 'Phát động Tết trồng cây trong toàn huyện.',
      quoteIsExact: true,
      source: 'I.9',
      participants: ['front-district', 'farmers-union', 'youth-union'],
      effectiveLevel: 'COMMUNE',
    },
  ],
  indicators: [
    {
      key: 'tree-planting.trees',
      program: 'PRG-90',
      title: { vi: 'Số cây đã trồng', en: 'Trees planted' },
      description: {
        vi: 'Số cây trồng trong kỳ, kể cả cây trồng lại.',
        en: 'Trees planted in the period, those planted again included.',
      },
      unitOfMeasure: { vi: 'cây', en: 'trees' },
      kind: 'SUM',
      calendar: 'quarter',
      collectionLevel: 'commune',
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      feeder: { kind: 'collected' },
      reportedBy: 'commune-clerk',
    },
  ],
  targets: [],
  activities: [],
  duties: [],
};
