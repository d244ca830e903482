import { definePlugin } from '@phoihop/platform';
import type {} from '@phoihop/core';
import { program } from './program.js';

export default definePlugin({
  id: 'drug-and-hiv-prevention',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Phòng, chống ma túy, mại dâm và HIV/AIDS', en: 'Drug and HIV/AIDS prevention' },
  description: {
    vi: 'Phòng, chống ma túy, mại dâm và HIV/AIDS; chỉ số liệu tổng hợp, không có người cụ thể.',
    en: 'Prevention of drugs, prostitution and HIV/AIDS; aggregated figures only, never named persons.',
  },
  program,
});
