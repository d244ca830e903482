import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'people-diplomacy',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Đối ngoại nhân dân', en: 'People-to-people diplomacy' },
  description: {
    vi: 'Đối ngoại nhân dân, kiều bào và thân nhân kiều bào.',
    en: 'People-to-people diplomacy, overseas Vietnamese and their relatives.',
  },
  program,
});
