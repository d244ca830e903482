import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'environment',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Bảo vệ môi trường', en: 'Environment' },
  description: {
    vi: 'Bảo vệ môi trường, ứng phó với biến đổi khí hậu và vai trò của các tôn giáo.',
    en: 'Environmental protection, climate change and the role of religions.',
  },
  program,
});
