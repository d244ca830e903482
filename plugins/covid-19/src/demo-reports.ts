import type { DemoDrafts } from '@phoihop/core';

/** A commune that is filling in the report of August 2021. */
export const demoDrafts: DemoDrafts = {
  form: 'covid-19-monthly',
  drafts: [
    {
      unit: '26257',
      period: '2021-08',
      words: {
        situation: 'Xã thực hiện giãn cách theo chỉ đạo; các tổ Covid cộng đồng nắm từng hộ. (Minh họa)',
        support: 'Tiếp nhận gạo và nhu yếu phẩm, trao theo danh sách đã niêm yết. (Minh họa)',
      },
    },
  ],
};
