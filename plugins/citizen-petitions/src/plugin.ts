import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'citizen-petitions',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Tiếp công dân, đơn thư', en: 'Citizen petitions' },
  description: {
    vi: 'Tiếp công dân, tham gia giải quyết đơn thư khiếu nại, tố cáo.',
    en: 'Citizen reception, and the Front’s part in complaints and denunciations.',
  },
  program,
});
