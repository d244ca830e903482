/**
 * Communication (Thông tin, tuyên truyền):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-01',
      kind: 'duty',
      title: {
        vi: 'Tuyên truyền chủ trương của Đảng, chính sách, pháp luật của Nhà nước và các ngày lễ lớn',
        en: 'Communication on Party policy, State law and major anniversaries',
      },
      quote:
        'Tuyên truyền, vận động các tầng lớp nhân dân thực hiện các chủ trương của Đảng, chính sách pháp luật của Nhà nước; tổ chức tốt các ngày lễ lớn, ngày kỷ niệm của Đảng, của dân tộc, của đất nước gắn với việc thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh và việc thực hiện Nghị quyết Trung ương 4 khóa XII của Đảng về tăng cường xây dựng, chỉnh đốn Đảng, ngăn chặn, đẩy lùi sự suy thoái về tư tưởng chính trị, đạo đức, lối sống, những biểu hiện “tự diễn biến, tự chuyển hóa” trong nội bộ.',
      quoteIsExact: true,
      source: 'I.1.1',
      documents: ['D-03', 'D-04'],
      participants: [
        'front-district',
        'propaganda-board-district',
        'womens-union',
        'youth-union',
        'farmers-union',
        'veterans-association',
        'labor-confederation',
      ],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-02',
      kind: 'duty',
      title: {
        vi: 'Tuyên truyền kết quả Đại hội Đảng các cấp và Đại hội XIII của Đảng',
        en: 'Communication on the results of Party congresses and the 13th National Congress',
      },
      quote:
        'Tuyên truyền kết quả Đại hội Đảng các cấp nhiệm kỳ 2020-2025. Tuyên truyền Đại hội Đại biểu Đảng toàn quốc lần thứ XIII của Đảng.',
      quoteIsExact: true,
      source: 'I.1.1',
      documents: ['D-05'],
      participants: ['front-district', 'propaganda-board-district', 'womens-union', 'youth-union'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-03',
      kind: 'duty',
      title: {
        vi: 'Tuyên truyền bầu cử đại biểu Quốc hội và đại biểu HĐND các cấp nhiệm kỳ 2021 – 2026',
        en: 'Communication on the 2021-2026 elections to the National Assembly and People’s Councils',
      },
      quote:
        'Tuyên truyền vận động các tầng lớp nhân dân tham gia thực hiện thắng lợi cuộc bầu cử Đại biểu Quốc hội và Đại biểu HĐND các cấp nhiệm kỳ 2021 – 2026.',
      quoteIsExact: true,
      source: 'I.1.1',
      participants: ['front-district', 'propaganda-board-district', 'womens-union', 'youth-union'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-04',
      kind: 'program',
      title: {
        vi: 'Đề án “Đổi mới công tác thông tin tuyên truyền của MTTQ Việt Nam”',
        en: 'Scheme "Renewing the communication work of the Vietnam Fatherland Front"',
      },
      quote:
        'Tiếp tục thực hiện Đề án “Đổi mới công tác thông tin tuyên truyền của MTTQ Việt Nam”. Phối hợp xây dựng các chuyên trang, chuyên mục tuyên truyền về công tác Mặt trận, về khối đại đoàn kết dân tộc trên các phương tiện thông tin đại chúng.',
      quoteIsExact: true,
      source: 'I.1.1',
      documents: ['D-06'],
      participants: ['front-district', 'propaganda-board-district'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [
    {
      id: 'E-30',
      program: 'PRG-01',
      title: { vi: 'Tổ chức các ngày lễ lớn, ngày kỷ niệm', en: 'Major holidays and anniversaries' },
      quote: 'tổ chức tốt các ngày lễ lớn, ngày kỷ niệm của Đảng, của dân tộc, của đất nước',
      kind: 'communication',
      level: 'ALL',
      when: {
        text: 'các ngày lễ lớn, ngày kỷ niệm',
        from: '2021-01-01',
        to: '2021-12-31',
        precision: 'RECURRING',
        reading: {
          vi: 'Theo lịch các ngày lễ lớn, ngày kỷ niệm trong năm.',
          en: 'By the calendar of holidays and anniversaries of the year.',
        },
      },
    },
  ],
  duties: [],
};
