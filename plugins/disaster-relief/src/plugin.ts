import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'disaster-relief',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Cứu trợ', en: 'Disaster relief' },
  description: {
    vi: 'Cứu trợ, vận động quyên góp khi có thiên tai và kiểm tra việc sử dụng tiền, hàng cứu trợ.',
    en: 'Relief, drives after disasters, and inspection of how money and goods are used.',
  },
  program,
});
