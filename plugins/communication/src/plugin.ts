import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'communication',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Thông tin, tuyên truyền', en: 'Communication' },
  description: {
    vi: 'Tuyên truyền chủ trương, chính sách, các ngày lễ lớn, Đại hội Đảng và bầu cử; chuyên trang, chuyên mục về Mặt trận.',
    en: 'Communication on policy and law, anniversaries, Party congresses and the election; media columns about the Front.',
  },
  program,
});
