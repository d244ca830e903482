import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'voter-relations',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Tiếp xúc cử tri', en: 'Voter relations' },
  description: {
    vi: 'Tiếp xúc cử tri, tổng hợp ý kiến, kiến nghị của cử tri và theo dõi trả lời.',
    en: 'Voter meetings, the synthesis of voters’ opinions, and their answers.',
  },
  program,
});
