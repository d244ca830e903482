import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'law-and-mediation',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Phổ biến pháp luật và hòa giải ở cơ sở', en: 'Legal education and mediation' },
  description: {
    vi: 'Tuyên truyền, phổ biến, giáo dục pháp luật và công tác hòa giải ở cơ sở.',
    en: 'Legal education and grassroots mediation.',
  },
  program,
});
