import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'social-care',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Đền ơn đáp nghĩa, chăm lo xã hội', en: 'Social care' },
  description: {
    vi: 'Tặng thẻ bảo hiểm y tế; chăm lo thương binh, người có công, gia đình chính sách và người yếu thế.',
    en: 'Gift health-insurance cards; care for war invalids, people of merit, policy families and vulnerable people.',
  },
  program,
});
