import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'vietnamese-goods',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Người Việt Nam ưu tiên dùng hàng Việt Nam', en: 'Vietnamese goods' },
  description: {
    vi: 'Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” và các chuyến đưa hàng Việt về nông thôn.',
    en: 'The campaign "Vietnamese prioritize Vietnamese goods" and its rural markets.',
  },
  program,
});
