import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'anti-corruption',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Phòng, chống tham nhũng, lãng phí', en: 'Anti-corruption' },
  description: {
    vi: 'Phòng, chống tham nhũng, thực hành tiết kiệm, chống lãng phí.',
    en: 'Anti-corruption, thrift and the fight against waste.',
  },
  program,
});
