/**
 * Emulation and commendation (Thi đua, khen thưởng):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'WHOLE',
  programs: [
    {
      id: 'PRG-45',
      kind: 'duty',
      title: { vi: 'Thi đua, khen thưởng', en: 'Emulation and commendation' },
      quote:
        'Đẩy mạnh công tác thi đua khen thưởng trong hệ thống MTTQ Việt Nam nhằm biểu dương khen thưởng kịp thời những tập thể và cá nhân có nhiều thành tích trong công tác Mặt trận, xây dựng khối đại đoàn kết dân tộc và tham gia phát triển kinh tế - xã hội.',
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
      id: 'PRG-47',
      kind: 'duty',
      title: {
        vi: 'Triển khai kế hoạch và phát động thi đua từ huyện đến cơ sở; phân công cán bộ theo cụm',
        en: 'Plan cascade and emulation launch from district to grassroots; officers by cluster',
      },
      quote:
        'Xây dựng kế hoạch tổ chức triển khai về nội dung chương trình công tác và nội dung phát động thi đua từ huyện đến cơ sở; theo dõi, kiểm tra quá trình tổ chức triển khai thực hiện của Mặt trận Tổ quốc các xã - thị trấn. Phân công cán bộ phụ trách theo dõi theo cụm (toàn huyện được chia làm 04 cụm). … Triển khai nhiệm vụ, nội dung thi đua, tổ chức ký kết giao ước thi đua năm 2021 giữa các cụm Mặt trận xã - thị trấn. … Xây dựng kế hoạch tổ chức triển khai về nội dung chương trình công tác và nội dung phát động thi đua tới Ban công tác Mặt trận, các tổ chức thành viên và các tầng lớp nhân dân.',
      quoteIsExact: false,
      source: 'III.1-2',
      documents: ['D-23'],
      participants: ['front-district'],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'emulation-awards.clusters',
      program: 'PRG-47',
      title: { vi: 'Số cụm thi đua của huyện', en: 'Emulation clusters in the district' },
      description: {
        vi: 'Số cụm xã, thị trấn có quyết định chia cụm còn hiệu lực tại ngày cuối kỳ.',
        en: 'Clusters of communes and towns whose grouping is in force on the last day of the period.',
      },
      unitOfMeasure: { vi: 'cụm', en: 'clusters' },
      kind: 'STOCK',
      calendar: 'year',
      collectionLevel: 'district',
      mergeRule: 'STOCK_SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      feeder: { kind: 'derived', from: 'ClusterYear' },
      reportedBy: 'district-officer',
    },
    {
      key: 'emulation-awards.units-registered',
      program: 'PRG-47',
      title: { vi: 'Số đơn vị đăng ký danh hiệu thi đua', en: 'Units that registered a title' },
      description: {
        vi: 'Mỗi xã, phường, thị trấn được tính 1 khi còn ít nhất một đăng ký danh hiệu thi đua của năm, 0 khi đã rút hết.',
        en: 'Each commune, ward or town counts 1 while it has at least one registration of the year, and 0 once all are withdrawn.',
      },
      unitOfMeasure: { vi: 'đơn vị', en: 'units' },
      kind: 'SUM',
      calendar: 'year',
      collectionLevel: 'commune',
      mergeRule: 'NOT_COMPARABLE',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      feeder: { kind: 'derived', from: 'Registration' },
      reportedBy: 'commune-clerk',
    },
    {
      key: 'emulation-awards.reviews-held',
      program: 'PRG-47',
      title: { vi: 'Số hội nghị sơ kết, tổng kết cấp xã', en: 'Reviews held by communes' },
      description: {
        vi: 'Số hội nghị sơ kết, tổng kết công tác, phong trào thi đua, cuộc vận động của xã, phường, thị trấn đã tổ chức trong kỳ (E-28), không tính hội nghị đã rút.',
        en: 'Reviews of Front work, emulation and campaigns that communes, wards and towns held in the period (E-28); withdrawn ones do not count.',
      },
      unitOfMeasure: { vi: 'hội nghị', en: 'meetings' },
      kind: 'EVENT_COUNT',
      calendar: 'half',
      collectionLevel: 'commune',
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      feeder: { kind: 'derived', from: 'ReviewMeeting' },
      reportedBy: 'commune-clerk',
    },
    {
      key: 'emulation-awards.awards-decided',
      program: 'PRG-45',
      title: { vi: 'Số danh hiệu, hình thức khen thưởng đã quyết định', en: 'Titles and rewards decided' },
      description: {
        vi: 'Số danh hiệu và hình thức khen thưởng huyện đã quyết định trong năm, theo ngày quyết định, không tính quyết định đã thu hồi.',
        en: 'Titles and rewards that the district decided in the year, by the day of the decision; revoked ones do not count.',
      },
      unitOfMeasure: { vi: 'lượt khen thưởng', en: 'awards' },
      kind: 'EVENT_COUNT',
      calendar: 'year',
      collectionLevel: 'district',
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['recognition-decision'],
      feeder: { kind: 'derived', from: 'Proposal' },
      reportedBy: 'district-standing',
    },
  ],
  targets: [
    {
      id: 'T-16',
      indicator: 'emulation-awards.clusters',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'RANGE',
      value: '4',
      valueMax: '4',
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0',
      quote: 'toàn huyện được chia làm 04 cụm',
      reading: {
        vi: 'Đúng 04 cụm: đây là cách tổ chức, không phải mức phấn đấu, nên cận dưới và cận trên bằng nhau.',
        en: 'Exactly 4 clusters: a structure, not an ambition, so the lower and upper ends are equal.',
      },
      basisDocument: 'D-24',
      implied: true,
    },
  ],
  activities: [
    {
      id: 'E-22',
      program: 'PRG-47',
      title: {
        vi: 'Ký kết giao ước thi đua năm 2021 giữa các cụm',
        en: 'Signing of the 2021 emulation pacts between clusters',
      },
      quote: 'tổ chức ký kết giao ước thi đua năm 2021 giữa các cụm Mặt trận xã - thị trấn.',
      kind: 'signing',
      level: 'CLUSTER',
      when: {
        text: 'năm 2021',
        from: '2021-01-01',
        to: '2021-03-31',
        precision: 'QUARTER',
        reading: {
          vi: 'Dự đoán là quý I/2021; văn bản chỉ ghi năm, cần kiểm tra.',
          en: 'Presumably the first quarter of 2021; the source gives only the year. To be verified.',
        },
      },
    },
    {
      id: 'E-27',
      program: 'PRG-47',
      title: {
        vi: 'Sơ kết, tổng kết công tác, phong trào thi đua, cuộc vận động của huyện',
        en: 'District reviews of Front work, emulation and campaigns',
      },
      quote:
        'Sơ, tổng kết, đánh giá rút kinh nghiệm hoạt động công tác, phong trào thi đua, kết quả thực hiện các cuộc vận động trên địa bàn huyện.',
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
    {
      id: 'E-28',
      program: 'PRG-47',
      title: {
        vi: 'Sơ kết, tổng kết công tác, phong trào thi đua, cuộc vận động của xã, thị trấn',
        en: 'Commune reviews of Front work, emulation and campaigns',
      },
      quote:
        'Sơ, tổng kết, đánh giá rút kinh nghiệm hoạt động công tác, phong trào thi đua, kết quả thực hiện các cuộc vận động trên địa bàn xã - thị trấn.',
      kind: 'review',
      level: 'COMMUNE',
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
      id: 'R-11',
      program: 'PRG-47',
      title: {
        vi: 'Theo dõi, kiểm tra các xã, thị trấn theo cụm',
        en: 'Monitoring and inspection of communes and towns by cluster',
      },
      quote: 'Phân công cán bộ phụ trách theo dõi theo cụm (toàn huyện được chia làm 04 cụm).',
      from: { vi: 'Cán bộ phụ trách cụm', en: 'Officer in charge of the cluster' },
      to: { vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam huyện', en: 'District Front standing committee' },
      frequency: 'CONTINUOUS',
      frequencyText: { vi: 'Thường xuyên.', en: 'Continuously.' },
    },
  ],
};
