import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'child-protection',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Bảo vệ và chăm sóc trẻ em', en: 'Child protection' },
  description: {
    vi: 'Bảo vệ, chăm sóc trẻ em, Tháng hành động và tỷ lệ trẻ em suy dinh dưỡng.',
    en: 'Child protection and care, the action month and child malnutrition rates.',
  },
  program,
});
