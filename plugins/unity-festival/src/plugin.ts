import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'unity-festival',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Ngày hội đại đoàn kết toàn dân tộc', en: 'Great National Unity Festival' },
  description: {
    vi: 'Ngày hội đại đoàn kết ở khu dân cư và kế hoạch lãnh đạo tham dự.',
    en: 'The Great National Unity Festival in residential areas and the plan of leaders who attend.',
  },
  program,
});
