import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'covid-19',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Phòng, chống dịch bệnh, Covid-19', en: 'Epidemic prevention and Covid-19' },
  description: {
    vi: 'Vận động nhân dân phòng, chống dịch bệnh, nhất là đại dịch Covid-19.',
    en: 'Mobilizing the people against epidemics, above all Covid-19.',
  },
  program,
});
