import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'unity-campaign',
  version: '1.0.0',
  core: '^1.0.0',
  title: {
    vi: 'Cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”',
    en: 'Campaign "All People Unite to Build New Rural Areas and Civilized Urban Areas"',
  },
  description: {
    vi: 'Cuộc vận động TDĐKXDNTM, ĐTVM: danh hiệu văn hóa, tuyến đường tự quản, sơ kết 05 năm.',
    en: 'Cultural titles, self-managed roads and the five-year review of the campaign.',
  },
  program,
});
