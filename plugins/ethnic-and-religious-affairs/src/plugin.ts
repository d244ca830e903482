import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'ethnic-and-religious-affairs',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Công tác dân tộc, tôn giáo', en: 'Ethnic and religious affairs' },
  description: {
    vi: 'Công tác dân tộc, tôn giáo: thăm hỏi, họp mặt, lắng nghe, phát huy vai trò người tiêu biểu, phổ biến Luật tín ngưỡng, tôn giáo.',
    en: 'Visits, gatherings and listening meetings with ethnic and religious communities, exemplary persons, the Law on Belief and Religion.',
  },
  program,
});
