/**
 * Public opinion (Nắm tình hình tư tưởng, dư luận nhân dân):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 * The one exception is the propaganda board, which the source names for the quarterly online conferences.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-05',
      kind: 'duty',
      title: {
        vi: 'Nắm tình hình tư tưởng, định hướng dư luận và báo cáo hàng tháng',
        en: 'Public-opinion monitoring, hot-spot prevention and the monthly report',
      },
      quote:
        'Chủ động nắm tình hình tư tưởng để tham mưu cho cấp ủy và phối hợp với chính quyền trong việc cung cấp thông tin, định hướng dư luận, hạn chế tối đa việc phát sinh những điểm nóng, phức tạp ở các địa phương. Duy trì và nâng cao chất lượng Báo cáo tình hình tư tưởng, nguyện vọng nhân dân định kỳ hàng tháng phản ánh đến các cơ quan Đảng, chính quyền cùng cấp.',
      quoteIsExact: true,
      source: 'I.1.1',
      participants: [
        'front-district',
        'propaganda-board-district',
        'veterans-association',
        'farmers-union',
        'womens-union',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'public-opinion.online-conferences',
      program: 'PRG-05',
      title: {
        vi: 'Số hội nghị trực tuyến hàng quý đã tổ chức, tham dự',
        en: 'Quarterly online conferences held or attended',
      },
      description: {
        vi: 'Số hội nghị trực tuyến theo kế hoạch của Mặt trận tỉnh mà huyện phối hợp với Ban Tuyên giáo Huyện ủy tổ chức và tham dự. Mỗi hội nghị tính một lần, dù có nhiều điểm cầu.',
        en: 'Online conferences under the provincial Front’s plan that the district held and attended with the Party’s propaganda board. Each counts once, however many venues join.',
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
    {
      key: 'public-opinion.monthly-reports',
      program: 'PRG-05',
      title: {
        vi: 'Số báo cáo tình hình tư tưởng hàng tháng của huyện đã gửi',
        en: 'Monthly public-opinion reports sent by the district',
      },
      description: {
        vi: 'Số báo cáo tình hình tư tưởng, nguyện vọng nhân dân mà Mặt trận huyện đã ký, gửi cơ quan Đảng, chính quyền cùng cấp. Mỗi tháng tính nhiều nhất một báo cáo; bản sửa đổi không tính thêm.',
        en: 'Opinion reports that the district Front has signed and sent to the Party and government bodies of its level. At most one a month; an amended version does not count again.',
      },
      unitOfMeasure: { vi: 'báo cáo', en: 'reports' },
      kind: 'EVENT_COUNT',
      calendar: 'month',
      collectionLevel: 'district',
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      feeder: { kind: 'collected' },
      reportedBy: 'district-officer',
    },
    {
      key: 'public-opinion.commune-report-rate',
      program: 'PRG-05',
      title: {
        vi: 'Tỷ lệ báo cáo tình hình tư tưởng hàng tháng của xã, thị trấn đã gửi',
        en: 'Share of commune monthly public-opinion reports sent',
      },
      description: {
        vi: 'Số báo cáo hàng tháng các xã, thị trấn đã gửi trên số báo cáo phải gửi.',
        en: 'Monthly reports that communes and towns have sent, over those due.',
      },
      unitOfMeasure: { vi: '%', en: '%' },
      kind: 'RATIO',
      components: {
        numerator: { vi: 'Số báo cáo đã gửi', en: 'Reports sent' },
        denominator: { vi: 'Số báo cáo phải gửi', en: 'Reports due' },
      },
      calendar: 'month',
      collectionLevel: 'commune',
      mergeRule: 'COMPONENTS',
      splitRule: 'NONE',
      decimals: 1,
      sources: ['front-report'],
      feeder: { kind: 'collected' },
      reportedBy: 'commune-clerk',
    },
  ],
  targets: [
    {
      id: 'T-13',
      indicator: 'public-opinion.online-conferences',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'HOLD_EVENTS',
      value: '4',
      deadline: '2021-12-31',
      path: 'LINEAR',
      tolerance: '0.05',
      quote: 'hội nghị trực tuyến mỗi quý/1 lần theo kế hoạch của Mặt trận tỉnh (đầu tháng của mỗi quý)',
      reading: {
        vi: 'Mỗi quý một hội nghị, bốn quý là bốn hội nghị; “đầu tháng của mỗi quý” hiểu là tháng đầu của quý. Văn bản không ghi con số 4.',
        en: 'One conference a quarter makes four in the year; "đầu tháng của mỗi quý" is read as the first month of the quarter. The source does not write the number 4.',
      },
      basisDocument: 'D-24',
      implied: true,
    },
    {
      id: 'T-15',
      indicator: 'public-opinion.monthly-reports',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'HOLD_EVENTS',
      value: '12',
      deadline: '2021-12-31',
      path: 'LINEAR',
      tolerance: '0.1',
      quote: 'Báo cáo tình hình tư tưởng, nguyện vọng nhân dân định kỳ hàng tháng',
      reading: {
        vi: 'Hàng tháng là 12 báo cáo một năm cho mỗi cấp báo cáo. Chỉ tiêu này là 12 báo cáo của huyện; không phải tổng của các xã, thị trấn, vốn theo dõi bằng tỷ lệ báo cáo đã gửi.',
        en: 'Monthly makes 12 reports a year for each reporting body. This target is the district’s own 12; it is not the sum of the communes’, which are followed as the share of reports sent.',
      },
      basisDocument: 'D-24',
      implied: true,
    },
  ],
  activities: [
    {
      id: 'E-05',
      program: 'PRG-05',
      title: {
        vi: 'Hội nghị trực tuyến quý I/2021 theo kế hoạch của Mặt trận tỉnh',
        en: 'Online conference of the first quarter, on the provincial Front’s plan',
      },
      quote:
        'Phối hợp với Ban Tuyên giáo huyện ủy tổ chức và tham dự hội nghị trực tuyến mỗi quý/1 lần theo kế hoạch của Mặt trận tỉnh (đầu tháng của mỗi quý).',
      kind: 'online-conference',
      level: 'DISTRICT',
      when: {
        text: 'mỗi quý/1 lần theo kế hoạch của Mặt trận tỉnh (đầu tháng của mỗi quý)',
        from: '2021-01-01',
        to: '2021-01-31',
        precision: 'MONTH',
        reading: {
          vi: '“Đầu tháng của mỗi quý” hiểu là tháng đầu của quý.',
          en: '"đầu tháng của mỗi quý" is read as the first month of the quarter.',
        },
      },
    },
    {
      id: 'E-06',
      program: 'PRG-05',
      title: {
        vi: 'Hội nghị trực tuyến quý II/2021 theo kế hoạch của Mặt trận tỉnh',
        en: 'Online conference of the second quarter, on the provincial Front’s plan',
      },
      quote:
        'Phối hợp với Ban Tuyên giáo huyện ủy tổ chức và tham dự hội nghị trực tuyến mỗi quý/1 lần theo kế hoạch của Mặt trận tỉnh (đầu tháng của mỗi quý).',
      kind: 'online-conference',
      level: 'DISTRICT',
      when: {
        text: 'mỗi quý/1 lần theo kế hoạch của Mặt trận tỉnh (đầu tháng của mỗi quý)',
        from: '2021-04-01',
        to: '2021-04-30',
        precision: 'MONTH',
        reading: {
          vi: '“Đầu tháng của mỗi quý” hiểu là tháng đầu của quý.',
          en: '"đầu tháng của mỗi quý" is read as the first month of the quarter.',
        },
      },
    },
    {
      id: 'E-07',
      program: 'PRG-05',
      title: {
        vi: 'Hội nghị trực tuyến quý III/2021 theo kế hoạch của Mặt trận tỉnh',
        en: 'Online conference of the third quarter, on the provincial Front’s plan',
      },
      quote:
        'Phối hợp với Ban Tuyên giáo huyện ủy tổ chức và tham dự hội nghị trực tuyến mỗi quý/1 lần theo kế hoạch của Mặt trận tỉnh (đầu tháng của mỗi quý).',
      kind: 'online-conference',
      level: 'DISTRICT',
      when: {
        text: 'mỗi quý/1 lần theo kế hoạch của Mặt trận tỉnh (đầu tháng của mỗi quý)',
        from: '2021-07-01',
        to: '2021-07-31',
        precision: 'MONTH',
        reading: {
          vi: '“Đầu tháng của mỗi quý” hiểu là tháng đầu của quý.',
          en: '"đầu tháng của mỗi quý" is read as the first month of the quarter.',
        },
      },
    },
    {
      id: 'E-08',
      program: 'PRG-05',
      title: {
        vi: 'Hội nghị trực tuyến quý IV/2021 theo kế hoạch của Mặt trận tỉnh',
        en: 'Online conference of the fourth quarter, on the provincial Front’s plan',
      },
      quote:
        'Phối hợp với Ban Tuyên giáo huyện ủy tổ chức và tham dự hội nghị trực tuyến mỗi quý/1 lần theo kế hoạch của Mặt trận tỉnh (đầu tháng của mỗi quý).',
      kind: 'online-conference',
      level: 'DISTRICT',
      when: {
        text: 'mỗi quý/1 lần theo kế hoạch của Mặt trận tỉnh (đầu tháng của mỗi quý)',
        from: '2021-10-01',
        to: '2021-10-31',
        precision: 'MONTH',
        reading: {
          vi: '“Đầu tháng của mỗi quý” hiểu là tháng đầu của quý.',
          en: '"đầu tháng của mỗi quý" is read as the first month of the quarter.',
        },
      },
    },
  ],
  duties: [
    {
      id: 'R-01',
      program: 'PRG-05',
      title: {
        vi: 'Báo cáo tình hình tư tưởng, nguyện vọng nhân dân',
        en: 'Report on public opinion and the people’s wishes',
      },
      quote:
        'Báo cáo tình hình tư tưởng, nguyện vọng nhân dân định kỳ hàng tháng phản ánh đến các cơ quan Đảng, chính quyền cùng cấp.',
      from: { vi: 'Mặt trận từng cấp', en: 'The Front of each level' },
      to: { vi: 'Cơ quan Đảng, chính quyền cùng cấp', en: 'Party and government bodies of the same level' },
      frequency: 'MONTH',
      frequencyText: { vi: 'Định kỳ hàng tháng.', en: 'Monthly.' },
    },
    {
      id: 'R-03',
      program: 'PRG-39',
      title: {
        vi: 'Phản ánh định kỳ ý kiến của nhân dân và cử tri',
        en: 'Periodic reflection of the opinions of the people and voters',
      },
      quote: 'phản ánh định kỳ ý kiến của nhân dân và cử tri',
      from: { vi: 'Mặt trận từng cấp', en: 'The Front of each level' },
      to: { vi: 'Cơ quan Đảng, chính quyền cùng cấp', en: 'Party and government bodies of the same level' },
      frequency: 'UNSTATED',
      frequencyText: {
        vi: 'Định kỳ; văn bản không ghi kỳ.',
        en: 'Periodically; the source states no period.',
      },
    },
  ],
};
