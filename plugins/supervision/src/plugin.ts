import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'supervision',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Giám sát và phản biện xã hội', en: 'Supervision and social criticism' },
  description: {
    vi: 'Chủ trì và tham gia giám sát, phản biện xã hội; theo dõi kiến nghị sau giám sát.',
    en: 'Supervision and social criticism, led or joined; follow-up of recommendations.',
  },
  program,
});
