/**
 * The lines of the program that are core's own: agreements, reports and records, and the conferences and reviews
 * of the Front committee itself.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from './contribution.js';

export const coreProgram: ProgramContribution = {
  status: 'WHOLE',
  programs: [
    {
      id: 'PRG-40',
      kind: 'duty',
      title: {
        vi: 'Quy chế phối hợp, nghị quyết liên tịch và chương trình phối hợp',
        en: 'Joint regulations, joint resolutions and coordination agreements',
      },
      quote:
        'Nâng cao hiệu lực, hiệu quả việc thực hiện quy chế, nghị quyết liên tịch, chương trình phối hợp giữa Ủy ban MTTQ Việt Nam các cấp với các cơ quan Nhà nước. Thực hiện tốt vai trò chủ trì hiệp thương để phối hợp với các tổ chức thành viên trong tổ chức thực hiện các chương trình hành động của MTTQ Việt Nam đã đề ra. Tổ chức sơ kết, tổng kết, triển khai các quy chế, chương trình phối hợp với các cơ quan, tổ chức liên quan.',
      quoteIsExact: true,
      source: 'I.5',
      documents: ['D-01', 'D-10'],
      participants: [
        'front-district',
        'farmers-union',
        'womens-union',
        'youth-union',
        'veterans-association',
        'labor-confederation',
        'red-cross',
        'elderly-association',
      ],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-48',
      kind: 'duty',
      title: {
        vi: 'Tự kiểm tra, thông tin báo cáo và quản lý hồ sơ',
        en: 'Self-inspection, timely reporting, and records',
      },
      quote:
        'thực hiện tốt nguyên tắc tự kiểm tra, tự khắc phục hạn chế và những thiếu sót. … Thực hiện tốt chế độ thông tin báo cáo đúng tiến độ thời gian, quản lý tốt hồ sơ, sổ sách, văn thư lưu trữ theo quy định',
      quoteIsExact: false,
      source: 'III.2',
      participants: ['front-district'],
      effectiveLevel: 'COMMUNE',
    },
  ],
  indicators: [
    {
      key: 'core.committee-conferences',
      program: 'PRG-40',
      title: {
        vi: 'Số hội nghị Ủy ban MTTQ Việt Nam huyện đã tổ chức',
        en: 'Conferences of the district Front committee held',
      },
      description: {
        vi: 'Số kỳ họp thường lệ của Ủy ban MTTQ Việt Nam huyện đã tổ chức trong kỳ. Không tính hội nghị chuyên đề và cuộc họp của Ban Thường trực.',
        en: 'Regular sessions of the district Front committee held in the period. Thematic conferences and meetings of the standing committee do not count.',
      },
      unitOfMeasure: { vi: 'hội nghị', en: 'conferences' },
      kind: 'EVENT_COUNT',
      calendar: 'quarter',
      collectionLevel: 'district',
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      feeder: { kind: 'collected' },
      reportedBy: 'district-officer',
    },
  ],
  targets: [
    {
      id: 'T-14',
      indicator: 'core.committee-conferences',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'HOLD_EVENTS',
      value: '2',
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0',
      quote: 'Hội nghị Ủy ban MTTQ Việt Nam huyện lần thứ 6,7 khóa IV',
      reading: {
        vi: '“lần thứ 6,7” là hai kỳ hội nghị riêng: lần thứ 6 và lần thứ 7. Văn bản không ghi ngày, nên chỉ xét khi hết năm.',
        en: '"lần thứ 6,7" is two sessions, the 6th and the 7th. The source gives no dates, so the result is judged at the end of the year.',
      },
      basisDocument: 'D-24',
      implied: true,
    },
  ],
  activities: [
    {
      id: 'E-01',
      program: 'PRG-40',
      title: {
        vi: 'Hội nghị Ủy ban MTTQ Việt Nam huyện lần thứ 6 khóa IV, nhiệm kỳ 2019 - 2024',
        en: '6th conference of the district Front committee, 4th term (2019-2024)',
      },
      quote: 'Tổ chức Hội nghị Ủy ban MTTQ Việt Nam huyện lần thứ 6,7 khóa IV, nhiệm kỳ 2019 - 2024.',
      kind: 'conference',
      level: 'DISTRICT',
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
    {
      id: 'E-02',
      program: 'PRG-40',
      title: {
        vi: 'Hội nghị Ủy ban MTTQ Việt Nam huyện lần thứ 7 khóa IV, nhiệm kỳ 2019 - 2024',
        en: '7th conference of the district Front committee, 4th term (2019-2024)',
      },
      quote: 'Tổ chức Hội nghị Ủy ban MTTQ Việt Nam huyện lần thứ 6,7 khóa IV, nhiệm kỳ 2019 - 2024.',
      kind: 'conference',
      level: 'DISTRICT',
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
    {
      id: 'E-26',
      program: 'PRG-40',
      title: {
        vi: 'Sơ kết, tổng kết các quy chế, chương trình phối hợp',
        en: 'Mid-term and final reviews of joint regulations and coordination agreements',
      },
      quote:
        'Tổ chức sơ kết, tổng kết, triển khai các quy chế, chương trình phối hợp với các cơ quan, tổ chức liên quan.',
      kind: 'review',
      level: 'DISTRICT',
      when: {
        text: 'năm 2021',
        from: '2021-01-01',
        to: '2021-12-31',
        precision: 'RECURRING',
        reading: {
          vi: 'Văn bản không ghi thời gian; theo thông lệ, sơ kết giữa năm và tổng kết cuối năm.',
          en: 'The line gives no time; by custom a mid-year review and a year-end review.',
        },
      },
    },
  ],
  duties: [
    {
      id: 'R-04',
      program: 'PRG-48',
      title: {
        vi: 'Chế độ thông tin, báo cáo đúng tiến độ',
        en: 'Information and reports delivered on time',
      },
      quote: 'Thực hiện tốt chế độ thông tin báo cáo đúng tiến độ thời gian',
      from: {
        vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam xã, thị trấn',
        en: 'Commune or town Front standing committee',
      },
      to: { vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam huyện', en: 'District Front standing committee' },
      frequency: 'UNSTATED',
      frequencyText: {
        vi: 'Văn bản không ghi kỳ báo cáo; thông lệ là tháng, quý, 6 tháng và năm.',
        en: 'The source states no period; the practice is monthly, quarterly, half-yearly and yearly.',
      },
    },
    {
      id: 'R-05',
      program: 'PRG-48',
      title: {
        vi: 'Sơ kết, tổng kết công tác Mặt trận, phong trào thi đua và các cuộc vận động cấp huyện',
        en: 'District review of Front work, emulation movements and campaigns',
      },
      quote:
        'Sơ, tổng kết, đánh giá rút kinh nghiệm hoạt động công tác, phong trào thi đua, kết quả thực hiện các cuộc vận động trên địa bàn huyện.',
      from: { vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam huyện', en: 'District Front standing committee' },
      to: {
        vi: 'Ủy ban MTTQ Việt Nam tỉnh; Huyện ủy',
        en: 'Provincial Front committee; district Party committee',
      },
      frequency: 'HALF',
      frequencyText: {
        vi: '6 tháng và năm, theo thông lệ; văn bản chỉ ghi “sơ, tổng kết”.',
        en: 'Half-yearly and yearly by custom; the source only says mid-term and final reviews.',
      },
    },
    {
      id: 'R-06',
      program: 'PRG-48',
      title: {
        vi: 'Sơ kết, tổng kết công tác Mặt trận, phong trào thi đua và các cuộc vận động cấp xã',
        en: 'Commune review of Front work, emulation movements and campaigns',
      },
      quote:
        'Sơ, tổng kết, đánh giá rút kinh nghiệm hoạt động công tác, phong trào thi đua, kết quả thực hiện các cuộc vận động trên địa bàn xã - thị trấn.',
      from: {
        vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam xã, thị trấn',
        en: 'Commune or town Front standing committee',
      },
      to: {
        vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam huyện; tổ chức Đảng cùng cấp',
        en: 'District Front standing committee; Party organization of the same level',
      },
      frequency: 'HALF',
      frequencyText: {
        vi: '6 tháng và năm, theo thông lệ; văn bản chỉ ghi “sơ, tổng kết”.',
        en: 'Half-yearly and yearly by custom; the source only says mid-term and final reviews.',
      },
    },
    {
      id: 'R-13',
      program: 'PRG-47',
      title: {
        vi: 'Xây dựng chương trình, nhiệm vụ cụ thể của xã, thị trấn từ chương trình của huyện',
        en: 'Draw up the commune program from the district program',
      },
      quote: 'xây dựng chương trình, nhiệm vụ cụ thể, phù hợp để triển khai thực hiện đạt hiệu quả',
      from: {
        vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam xã, thị trấn',
        en: 'Commune or town Front standing committee',
      },
      to: { vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam huyện', en: 'District Front standing committee' },
      frequency: 'YEAR',
      frequencyText: {
        vi: 'Mỗi năm một lần, sau khi huyện ban hành chương trình.',
        en: 'Once a year, after the district has issued its program.',
      },
    },
    {
      id: 'R-14',
      program: 'PRG-40',
      title: {
        vi: 'Sơ kết, tổng kết quy chế, nghị quyết liên tịch, chương trình phối hợp',
        en: 'Review joint regulations, joint resolutions and coordination agreements',
      },
      quote:
        'Tổ chức sơ kết, tổng kết, triển khai các quy chế, chương trình phối hợp với các cơ quan, tổ chức liên quan.',
      from: { vi: 'Các bên ký kết', en: 'Parties of the agreement' },
      to: { vi: 'Các bên ký kết', en: 'Parties of the agreement' },
      frequency: 'PER_AGREEMENT',
      frequencyText: {
        vi: 'Theo thời hạn của từng văn bản phối hợp.',
        en: 'At the terms of each agreement.',
      },
    },
    {
      id: 'R-15',
      program: 'PRG-48',
      title: { vi: 'Quản lý hồ sơ, sổ sách, văn thư lưu trữ', en: 'Keep files, registers and archives' },
      quote: 'quản lý tốt hồ sơ, sổ sách, văn thư lưu trữ theo quy định',
      from: {
        vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam xã, thị trấn',
        en: 'Commune or town Front standing committee',
      },
      to: {
        vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam xã, thị trấn',
        en: 'Commune or town Front standing committee',
      },
      frequency: 'CONTINUOUS',
      frequencyText: { vi: 'Thường xuyên, theo quy định.', en: 'Continuously, as regulated.' },
    },
  ],
  // R-04 asks for reports on time and names no form; months follow the custom of Front reports. What a program computes
  // from its own records is not asked for again.
  reports: [
    {
      key: 'commune-monthly',
      program: null,
      calendar: 'month',
      level: 'commune',
      title: {
        vi: 'Báo cáo tháng của Ủy ban MTTQ Việt Nam xã, thị trấn',
        en: 'Monthly report of the commune or town Front committee',
      },
      verifiedFirst: true,
      items: [
        { indicator: 'fund-for-the-poor.houses' },
        { indicator: 'fund-for-the-poor.houses', part: 'work:build', required: false },
        { indicator: 'fund-for-the-poor.houses', part: 'work:repair', required: false },
        { indicator: 'social-care.gift-cards' },
        { indicator: 'public-opinion.commune-report-rate', required: false },
      ],
    },
    // The custom of Front reports again: the district puts together what it has accepted, and sends it on.
    {
      key: 'district-monthly',
      program: null,
      calendar: 'month',
      level: 'district',
      title: {
        vi: 'Báo cáo tháng tổng hợp của Ủy ban MTTQ Việt Nam huyện',
        en: 'Monthly summary report of the district Front committee',
      },
      summarizes: 'commune-monthly',
    },
  ],
};
