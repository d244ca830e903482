import type { DemoDrafts } from '@phoihop/core';

/** Communes that are filling in the report of a month in which they met. */
export const demoDrafts: DemoDrafts = {
  form: 'social-insurance-monthly',
  drafts: [
    {
      unit: '26257',
      period: '2021-06',
      words: {
        assessment:
          'Đã vận động tại ấp; hộ có thu nhập trung bình còn ngại mức đóng của người thứ nhất. (Minh họa)',
        'next-month': 'Đến từng hộ đã hẹn; phối hợp đại lý thu. (Minh họa)',
      },
    },
    {
      unit: '26251',
      period: '2021-04',
      words: { assessment: 'Người dân quan tâm, số đăng ký tại chỗ tăng. (Minh họa)' },
    },
  ],
};
