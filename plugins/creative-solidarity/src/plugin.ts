import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'creative-solidarity',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Đoàn kết sáng tạo', en: 'Creative solidarity' },
  description: {
    vi: 'Phong trào thi đua “Đoàn kết sáng tạo” và các điển hình sáng tạo.',
    en: 'The "Creative solidarity" emulation movement and its role models.',
  },
  program,
});
