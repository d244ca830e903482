import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'new-rural-areas',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Xây dựng nông thôn mới', en: 'New rural areas' },
  description: {
    vi: 'Giám sát, lấy ý kiến sự hài lòng và phối hợp xây dựng nông thôn mới, nâng cao, kiểu mẫu.',
    en: 'Supervision, the citizen-satisfaction poll and coordination for new rural communes: basic, advanced and model.',
  },
  program,
});
