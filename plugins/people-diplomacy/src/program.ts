/**
 * People-to-people diplomacy (Đối ngoại nhân dân):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-36',
      kind: 'duty',
      title: { vi: 'Đối ngoại nhân dân', en: 'People-to-people diplomacy' },
      quote:
        'Tuyên truyền, vận động các tầng lớp nhân dân thực hiện chủ trương, đường lối đối ngoại của Đảng, chính sách ngoại giao của Nhà nước; triển khai các nội dung về công tác đối ngoại nhân dân theo chương trình, hướng dẫn của mặt trận cấp trên và Thường trực Huyện ủy.',
      quoteIsExact: true,
      source: 'I.4',
      participants: ['front-district', 'propaganda-board-district', 'womens-union'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-38',
      kind: 'duty',
      title: {
        vi: 'Phát huy vai trò của kiều bào và thân nhân kiều bào',
        en: 'Role of overseas Vietnamese and their relatives',
      },
      quote:
        'Phát huy vai trò của kiều bào và thân nhân kiều bào trong công tác tuyên truyền, vận động kiều bào hướng về quê hương, đất nước, tham gia họp mặt kiều bào và thân nhân kiều bào Xuân Tân Sửu 2021 do tỉnh tổ chức.',
      quoteIsExact: true,
      source: 'I.4',
      participants: ['front-district', 'womens-union'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [
    {
      id: 'E-20',
      program: 'PRG-38',
      title: {
        vi: 'Họp mặt kiều bào và thân nhân kiều bào Xuân Tân Sửu 2021',
        en: 'Spring gathering of overseas Vietnamese and their relatives, 2021',
      },
      quote: 'tham gia họp mặt kiều bào và thân nhân kiều bào Xuân Tân Sửu 2021 do tỉnh tổ chức',
      kind: 'gathering',
      level: 'PROVINCE',
      when: {
        text: 'Xuân Tân Sửu 2021',
        from: '2021-02-12',
        to: '2021-02-12',
        precision: 'FEAST',
        reading: {
          vi: 'Dịp Tết Tân Sửu, mùng Một là ngày 12/02/2021; do tỉnh tổ chức, huyện tham gia.',
          en: 'Around Tết of the Year of the Ox, 12 February 2021; held by the province, the district takes part.',
        },
      },
    },
  ],
  duties: [],
};
