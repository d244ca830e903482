import { allow } from '@phoihop/platform';
import type { CorePart } from '../part.js';
import { ClockResolver } from './clock.resolver.js';

const everybody = allow.public('What date it is decides every answer; whoever reads one needs to know it.');

/** The business date, shown to whoever asks. */
export const clockPart: CorePart = {
  resolvers: [ClockResolver],
  fields: { Clock: everybody, 'Query.clock': everybody },
  vietnamese: {
    Clock: 'Hai mốc thời gian của hệ thống: ngày dùng để đánh giá chương trình và giờ ghi sổ.',
    'Clock.businessDate':
      'Ngày nghiệp vụ: dùng để tính hiệu lực, thời hạn, chậm trễ, quyền và tiến độ. Bản minh họa đứng yên ở một ngày.',
    'Clock.now': 'Giờ thực, dùng để đóng dấu thời gian cho số liệu, phiên đăng nhập và nhật ký.',
    'Query.clock': 'Hôm nay là ngày nào đối với các chương trình: mọi “hiện tại” của hệ thống.',
  },
};
