import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'emulation-awards',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Thi đua, khen thưởng', en: 'Emulation and commendation' },
  description: {
    vi: 'Phát động thi đua, cụm thi đua, ký kết giao ước và khen thưởng.',
    en: 'Emulation launches, clusters, pacts and commendation.',
  },
  program,
});
