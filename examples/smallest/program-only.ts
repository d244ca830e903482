import type {} from '@phoihop/core';
import { definePlugin } from '@phoihop/platform';

export default definePlugin({
  id: 'reading-rooms',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Tủ sách cộng đồng', en: 'Reading rooms' },
  program: {
    status: 'REGISTERED',
    programs: [
      {
        id: 'PRG-91',
        kind: 'campaign',
        title: { vi: 'Xây dựng tủ sách cộng đồng', en: 'Reading rooms in every residential area' },
        quote: 'Mỗi khu dân cư có một tủ sách cộng đồng.',
        quoteIsExact: true,
        source: 'I.9',
      },
    ],
    indicators: [],
    targets: [],
    activities: [],
    duties: [],
  },
});
