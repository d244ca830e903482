import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'organization-building',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Xây dựng tổ chức Mặt trận', en: 'Organization building' },
  description: {
    vi: 'Tổ chức bộ máy, cán bộ, Ủy viên, Ban công tác Mặt trận, Ban tư vấn, tập huấn và ứng dụng công nghệ thông tin.',
    en: 'The Front’s apparatus, cadres, committee members, residential work committees, advisory boards, training and ICT.',
  },
  program,
});
