import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'grassroots-democracy',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Dân chủ ở cơ sở', en: 'Grassroots democracy' },
  description: {
    vi: 'Theo dõi thực hiện Quy chế dân chủ ở cơ sở; thanh tra nhân dân, giám sát đầu tư của cộng đồng.',
    en: 'Monitoring of the grassroots democracy regulation; people’s inspectorates and community investment supervision.',
  },
  program,
});
