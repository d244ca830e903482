import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'crime-prevention',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Phòng, chống tội phạm', en: 'Crime prevention' },
  description: {
    vi: 'Phòng, chống tội phạm, tố giác tội phạm, cảm hóa người lầm lỗi, phong trào bảo vệ an ninh Tổ quốc.',
    en: 'Crime prevention, denunciation of crime, community re-education and the national-security movement.',
  },
  program,
});
