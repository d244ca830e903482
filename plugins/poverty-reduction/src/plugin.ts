import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'poverty-reduction',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Giảm nghèo bền vững', en: 'Poverty reduction' },
  description: {
    vi: 'Chương trình mục tiêu quốc gia giảm nghèo bền vững và phong trào “Cả nước chung tay vì người nghèo”.',
    en: 'The national target program on sustainable poverty reduction and the movement for the poor.',
  },
  program,
});
