import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'public-opinion',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Nắm tình hình tư tưởng, dư luận nhân dân', en: 'Public opinion' },
  description: {
    vi: 'Nắm tình hình tư tưởng, nguyện vọng nhân dân, phòng ngừa điểm nóng, báo cáo hàng tháng.',
    en: 'Monitoring of public opinion, prevention of hot spots, the monthly opinion report.',
  },
  program,
});
