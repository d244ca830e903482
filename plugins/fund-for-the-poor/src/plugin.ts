import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'fund-for-the-poor',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Quỹ “Vì người nghèo”', en: 'Fund for the Poor' },
  description: {
    vi: 'Vận động và sử dụng Quỹ “Vì người nghèo”, Tháng cao điểm, Tết vì người nghèo, nhà Đại đoàn kết.',
    en: 'The Fund for the Poor, its peak month, Tết for the Poor and Great Unity houses.',
  },
  program,
});
