import type { DemoDrafts } from '@phoihop/core';

/** Two communes that are filling in the report of the third quarter. */
export const demoDrafts: DemoDrafts = {
  form: 'environment-quarterly',
  drafts: [
    {
      unit: '26257',
      period: '2021-Q3',
      words: {
        difficulties:
          'Thực hiện giãn cách xã hội nên số buổi ra quân ít; một số hộ chưa duy trì phân loại rác. (Minh họa)',
        proposals: 'Hỗ trợ thùng rác phân loại cho các ấp làm điểm. (Minh họa)',
      },
    },
    {
      unit: '26254',
      period: '2021-Q3',
      words: { difficulties: 'Chưa có điểm tập kết rác cố định ở hai ấp. (Minh họa)' },
    },
  ],
};
