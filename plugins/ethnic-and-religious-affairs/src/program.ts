/**
 * Ethnic and religious affairs (Công tác dân tộc, tôn giáo):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-06',
      kind: 'program',
      title: {
        vi: 'Công tác dân tộc, tôn giáo; Đề án “Tăng cường vận động, đoàn kết các tôn giáo ở nước ta hiện nay”',
        en: 'Ethnic and religious affairs; scheme on mobilizing and uniting religions',
      },
      quote:
        'Tiếp tục thực hiện các kết luận của Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam về đổi mới nội dung và phương thức hoạt động của MTTQ Việt Nam trong công tác dân tộc, tôn giáo. Triển khai thực hiện Đề án “Tăng cường vận động, đoàn kết các tôn giáo ở nước ta hiện nay”; xây dựng và bồi dưỡng, chăm lo, phát huy vai trò người tiêu biểu trong các tôn giáo. Phối hợp tổ chức các cuộc tiếp xúc lắng nghe tâm tư, nguyện vọng của các tầng lớp nhân dân trong đồng bào dân tộc, tôn giáo.',
      quoteIsExact: true,
      source: 'I.1.2',
      documents: ['D-07', 'D-08'],
      participants: ['front-district', 'womens-union', 'youth-union', 'veterans-association'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-07',
      kind: 'duty',
      title: {
        vi: 'Thăm hỏi, động viên chức sắc tôn giáo, già làng, người có uy tín',
        en: 'Visits and greetings to religious dignitaries, village elders and prestigious persons',
      },
      quote:
        'Tổ chức các cuộc tiếp xúc, thăm hỏi, động viên các chức sắc tôn giáo, già làng, người tiêu biểu có uy tín trong đồng bào các dân tộc thiểu số; thăm, chúc mừng các tổ chức tôn giáo, chức sắc các tôn giáo nhân dịp các lễ trọng, hội nghị, Tết Nguyên đán… thực hiện các giải pháp nâng cao hiệu quả công tác vận động, tập hợp các tầng lớp nhân dân, củng cố và phát huy sức mạnh đại đoàn kết toàn dân tộc của MTTQ Việt Nam ở vùng dân tộc thiểu số.',
      quoteIsExact: true,
      source: 'I.1.2',
      participants: ['front-district', 'womens-union', 'youth-union', 'veterans-association'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-08',
      kind: 'duty',
      title: {
        vi: 'Phổ biến Luật tín ngưỡng, tôn giáo và giám sát chính sách dân tộc, tôn giáo',
        en: 'Law on Belief and Religion; supervision of ethnic and religious policy',
      },
      quote:
        'Phổ biến, tuyên truyền, thực hiện Luật tín ngưỡng, tôn giáo và 02 Nghị định của Chính phủ hướng dẫn thi hành Luật. phối hợp tổ chức các hoạt động giám sát về việc thực hiện các chủ trương, chính sách về công tác dân tộc, tôn giáo.',
      quoteIsExact: true,
      source: 'I.1.2',
      documents: ['D-09'],
      participants: ['front-district', 'propaganda-board-district'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-37',
      kind: 'duty',
      title: {
        vi: 'Phát huy vai trò các cá nhân tiêu biểu trong khối đại đoàn kết toàn dân tộc',
        en: 'Role of exemplary persons in the great national unity',
      },
      quote:
        'Tổ chức các hoạt động nhằm phát huy vai trò các cá nhân tiêu biểu trong đồng bào các dân tộc, tôn giáo, người việt Nam ở nước ngoài trong xây dựng Khối đại đoàn kết toàn dân tộc.',
      quoteIsExact: true,
      source: 'I.4',
      participants: ['front-district', 'womens-union', 'youth-union', 'veterans-association'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [],
  targets: [],
  activities: [
    {
      id: 'E-03',
      program: 'PRG-07',
      title: {
        vi: 'Họp mặt chức sắc, tu sỹ, chức việc nhân lễ Phật đản năm 2021',
        en: 'Gathering of religious dignitaries, clergy and lay officers for Vesak 2021',
      },
      quote:
        'Phối hợp tổ chức họp mặt các chức sắc, tu sỹ, chức việc các tôn giáo trên địa bàn huyện nhân dịp lễ Phật đản và Lễ Giáng sinh năm 2021.',
      kind: 'gathering',
      level: 'DISTRICT',
      when: {
        text: 'nhân dịp lễ Phật đản và Lễ Giáng sinh năm 2021',
        from: '2021-05-26',
        to: '2021-05-26',
        precision: 'FEAST',
        reading: {
          vi: 'Lễ Phật đản theo âm lịch: rằm tháng tư năm Tân Sửu là ngày 26/5/2021.',
          en: 'Vesak follows the lunar calendar: the 15th of the fourth month, Year of the Ox, is 26 May 2021.',
        },
      },
    },
    {
      id: 'E-04',
      program: 'PRG-07',
      title: {
        vi: 'Họp mặt chức sắc, tu sỹ, chức việc nhân Lễ Giáng sinh năm 2021',
        en: 'Gathering of religious dignitaries, clergy and lay officers for Christmas 2021',
      },
      quote:
        'Phối hợp tổ chức họp mặt các chức sắc, tu sỹ, chức việc các tôn giáo trên địa bàn huyện nhân dịp lễ Phật đản và Lễ Giáng sinh năm 2021.',
      kind: 'gathering',
      level: 'DISTRICT',
      when: {
        text: 'nhân dịp lễ Phật đản và Lễ Giáng sinh năm 2021',
        from: '2021-12-24',
        to: '2021-12-25',
        precision: 'FEAST',
        reading: { vi: 'Lễ Giáng sinh: ngày 24 và 25 tháng 12.', en: 'Christmas: 24 and 25 December.' },
      },
    },
    {
      id: 'E-11',
      program: 'PRG-08',
      title: {
        vi: 'Hội nghị tuyên truyền chủ trương, chính sách cho chức sắc tôn giáo, già làng, người tiêu biểu',
        en: 'Conference on policy and law for religious dignitaries, village elders and exemplary persons',
      },
      quote:
        'Hội nghị tuyên truyền các chủ trương chính sách của Đảng, pháp luật nhà nước, cho các vị chức sắc tôn giáo; các già làng, tiêu biểu trong đồng bào dân tộc thiểu số; (dự kiến quý II/2021).',
      kind: 'conference',
      level: 'DISTRICT',
      when: { text: 'dự kiến quý II/2021', from: '2021-04-01', to: '2021-06-30', precision: 'QUARTER' },
    },
    {
      id: 'E-24',
      program: 'PRG-07',
      title: {
        vi: 'Thăm, chúc mừng các tổ chức, chức sắc tôn giáo nhân lễ trọng, Tết',
        en: 'Visits and greetings on solemn feasts and Tết',
      },
      quote:
        'thăm, chúc mừng các tổ chức tôn giáo, chức sắc các tôn giáo nhân dịp các lễ trọng, hội nghị, Tết Nguyên đán…',
      kind: 'visit',
      level: 'ALL',
      when: {
        text: 'nhân dịp các lễ trọng, hội nghị, Tết Nguyên đán',
        from: '2021-01-01',
        to: '2021-12-31',
        precision: 'RECURRING',
        reading: {
          vi: 'Theo lịch lễ trọng của từng tôn giáo và Tết Nguyên đán (12/02/2021); cấp huyện và cấp xã.',
          en: 'By the feast calendar of each religion, and Tết (12 February 2021); district and commune levels.',
        },
      },
    },
    {
      id: 'E-25',
      program: 'PRG-06',
      title: {
        vi: 'Tiếp xúc, lắng nghe tâm tư, nguyện vọng đồng bào dân tộc, tôn giáo',
        en: 'Listening meetings with ethnic and religious communities',
      },
      quote:
        'Phối hợp tổ chức các cuộc tiếp xúc lắng nghe tâm tư, nguyện vọng của các tầng lớp nhân dân trong đồng bào dân tộc, tôn giáo.',
      kind: 'listening-meeting',
      level: 'ALL',
      when: {
        text: 'năm 2021',
        from: '2021-01-01',
        to: '2021-12-31',
        precision: 'RECURRING',
        reading: {
          vi: 'Văn bản không ghi thời gian; lấy năm của chương trình.',
          en: 'The line gives no time; the year of the program is taken.',
        },
      },
    },
  ],
  duties: [],
};
