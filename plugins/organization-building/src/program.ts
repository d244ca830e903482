/**
 * Organization building (Xây dựng tổ chức Mặt trận):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-39',
      kind: 'duty',
      title: {
        vi: 'Đổi mới nội dung và phương thức hoạt động của Mặt trận',
        en: 'Renewing the content and methods of Front work',
      },
      quote:
        'Tiếp tục đổi mới nội dung và phương thức hoạt động của Mặt trận theo hướng tập trung làm tốt hơn vai trò đại diện, bảo vệ quyền và lợi ích hợp pháp, chính đáng của nhân dân thông qua phản ánh định kỳ ý kiến của nhân dân và cử tri và thực hiện giám sát, phản biện xã hội; tổ chức các cuộc vận động, phong trào của nhân dân đáp ứng nhu cầu phát triển của đất nước và hội nhập quốc tế.',
      quoteIsExact: true,
      source: 'I.5',
      participants: [
        'front-district',
        'farmers-union',
        'womens-union',
        'youth-union',
        'veterans-association',
        'labor-confederation',
      ],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-41',
      kind: 'duty',
      title: {
        vi: 'Tập huấn, bồi dưỡng cán bộ Mặt trận; kiện toàn tổ chức bộ máy',
        en: 'Training of Front cadres; streamlining the apparatus',
      },
      quote:
        'Tăng cường tập huấn, bồi dưỡng, nâng cao năng lực, kỹ năng tuyên truyền, vận động, cho cán bộ Mặt trận các cấp. Củng cố, kiện toàn tổ chức bộ máy phù hợp với chức năng, nhiệm vụ theo hướng tinh gọn, hoạt động có hiệu quả.',
      quoteIsExact: true,
      source: 'I.5',
      participants: ['front-district'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-42',
      kind: 'duty',
      title: {
        vi: 'Nâng cao hiệu quả hoạt động của Ban công tác Mặt trận',
        en: 'Effectiveness of the residential Front work committees',
      },
      quote:
        'Thường xuyên củng cố, nâng cao hiệu quả hoạt động của Ban công tác Mặt trận ở địa bàn dân cư (nhân sự, kỹ năng phối hợp thống nhất hành động của Ban công tác mặt trận ở khu dân cư)',
      quoteIsExact: true,
      source: 'I.5',
      participants: ['front-district'],
      effectiveLevel: 'COMMUNE',
    },
    {
      id: 'PRG-43',
      kind: 'duty',
      title: {
        vi: 'Phát huy vai trò Ủy viên; thành lập Ban tư vấn, tổ tư vấn',
        en: 'Role of committee members; advisory boards and experts',
      },
      quote:
        'Thực hiện các giải pháp để phát huy vai trò Ủy viên Ủy ban MTTQ Việt Nam các cấp trong công tác Mặt trận; Thành lập Ban tư vấn, tổ tư vấn nhằm phát huy hiệu quả hoạt động của đội ngũ chuyên gia, cộng tác viên.',
      quoteIsExact: true,
      source: 'I.5',
      participants: ['front-district'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-44',
      kind: 'duty',
      title: {
        vi: 'Thực hiện nghị quyết của Đảng về tổ chức bộ máy và đội ngũ cán bộ',
        en: 'Party resolutions on the apparatus and cadres',
      },
      quote:
        'Triển khai thực hiện Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Trung ương Đảng Khóa XII về “Tiếp tục đổi mới phương thức lãnh đạo của Đảng, xây dựng tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả” và Nghị quyết 26-NQ/TW Hội nghị Trung ương 7 khóa XII về tập trung xây dựng đội ngũ cán bộ các cấp, nhất là cấp chiến lược, đủ phẩm chất, năng lực và uy tín, ngang tầm nhiệm vụ.',
      quoteIsExact: true,
      source: 'I.5',
      documents: ['D-21', 'D-22'],
      participants: ['front-district'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-46',
      kind: 'duty',
      title: {
        vi: 'Ứng dụng công nghệ thông tin trong công tác Mặt trận',
        en: 'Information technology in Front work',
      },
      quote:
        'Tăng cường ứng dụng công nghệ thông tin trong hoạt động của Ủy ban MTTQ Việt Nam cấp huyện, xã, thị trấn.',
      quoteIsExact: true,
      source: 'I.5',
      participants: ['front-district'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [
    {
      id: 'E-12',
      program: 'PRG-41',
      title: {
        vi: 'Tập huấn công tác Mặt trận, thanh tra nhân dân và giám sát đầu tư của cộng đồng năm 2021',
        en: 'Training in Front work, people’s inspection and community investment supervision, 2021',
      },
      quote:
        'Hội nghị tập huấn công tác Mặt trận và thanh tra nhân dân và giám sát đầu tư của cộng đồng năm 2021 (dự kiến quý III/2020).',
      kind: 'training',
      level: 'DISTRICT',
      when: {
        text: 'dự kiến quý III/2020',
        from: '2021-07-01',
        to: '2021-09-30',
        precision: 'QUARTER',
        reading: {
          vi: 'Văn bản ghi “quý III/2020”, là lỗi ghi: hội nghị của năm 2021, nên đọc là quý III/2021.',
          en: 'The source writes the third quarter of 2020, a slip: it is a conference of 2021, so the third quarter of 2021 is meant.',
        },
      },
    },
    {
      id: 'E-14',
      program: 'PRG-41',
      title: {
        vi: 'Tham dự các lớp tập huấn, hội nghị do Mặt trận tỉnh và địa phương tổ chức',
        en: 'Training and conferences held by the provincial Front and local bodies',
      },
      quote: 'Tham dự các lớp tập huấn, các hội nghị do Mặt trận tỉnh và địa phương tổ chức.',
      kind: 'training',
      level: 'DISTRICT',
      when: {
        text: 'năm 2021',
        from: '2021-01-01',
        to: '2021-12-31',
        precision: 'RECURRING',
        reading: {
          vi: 'Theo giấy mời; văn bản không ghi thời gian.',
          en: 'As invited; the line gives no time.',
        },
      },
    },
    {
      id: 'E-34',
      program: 'PRG-41',
      title: {
        vi: 'Tập huấn, bồi dưỡng kỹ năng tuyên truyền, vận động cho cán bộ Mặt trận các cấp',
        en: 'Training of Front cadres in communication and mobilization',
      },
      quote:
        'Tăng cường tập huấn, bồi dưỡng, nâng cao năng lực, kỹ năng tuyên truyền, vận động, cho cán bộ Mặt trận các cấp.',
      kind: 'training',
      level: 'ALL',
      when: {
        text: 'năm 2021',
        from: '2021-01-01',
        to: '2021-12-31',
        precision: 'YEAR',
        reading: {
          vi: 'Văn bản không ghi thời gian; lấy năm của chương trình.',
          en: 'The line gives no time; the year of the program is taken.',
        },
      },
    },
  ],
  duties: [],
};
