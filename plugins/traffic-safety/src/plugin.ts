import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'traffic-safety',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Bảo đảm trật tự an toàn giao thông', en: 'Traffic safety' },
  description: {
    vi: 'Vận động toàn dân tham gia bảo đảm trật tự an toàn giao thông; tai nạn giao thông theo kỳ ngày 16 đến ngày 15.',
    en: 'Traffic order and safety; accidents counted on the traffic calendar, from the 16th to the 15th.',
  },
  program,
});
