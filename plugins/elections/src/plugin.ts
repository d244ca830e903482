import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'elections',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Bầu cử', en: 'Elections' },
  description: {
    vi: 'Bầu cử đại biểu Quốc hội khóa XV và HĐND các cấp; các bước hiệp thương giới thiệu người ứng cử.',
    en: 'Elections to the 15th National Assembly and People’s Councils; the rounds of candidate consultation.',
  },
  program,
});
