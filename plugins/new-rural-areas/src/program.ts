/**
 * New rural areas (Xây dựng nông thôn mới):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'WHOLE',
  programs: [
    {
      id: 'PRG-12',
      kind: 'duty',
      title: {
        vi: 'Giám sát xây dựng nông thôn mới và lấy ý kiến sự hài lòng của người dân',
        en: 'Supervision of new-rural work and the citizen-satisfaction poll',
      },
      quote:
        'Tổ chức có hiệu quả hoạt động giám sát trong xây dựng nông thôn mới; phối hợp tổ chức lấy ý kiến đánh giá sự hài lòng của người dân về kết quả xây dựng nông thôn mới kiểu mẫu, nông thôn mới nâng cao.',
      quoteIsExact: true,
      source: 'I.2.1',
      parent: 'PRG-09',
      participants: ['front-district', 'farmers-union', 'womens-union', 'veterans-association'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-21',
      kind: 'program',
      title: { vi: 'Chương trình xây dựng nông thôn mới', en: 'New-rural coordination program' },
      quote:
        'Chương trình xây dựng nông thôn mới: Tổ chức tuyên truyền, tập huấn, trao đổi kinh nghiệm xây dựng nông thôn mới; biểu dương các điển hình tiêu biểu trong xây dựng nông thôn mới gắn với thực hiện cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”.',
      quoteIsExact: true,
      source: 'I.2.7',
      documents: ['D-12'],
      participants: [
        'front-district',
        'farmers-union',
        'womens-union',
        'youth-union',
        'environment-district',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'new-rural-areas.communes-advanced',
      program: 'PRG-12',
      title: {
        vi: 'Số xã mới đạt nông thôn mới nâng cao',
        en: 'Communes newly recognized as advanced new rural communes',
      },
      description: {
        vi: 'Số xã có quyết định công nhận đạt nông thôn mới nâng cao trong kỳ; xã đã đạt từ trước không tính lại. Thị trấn không thuộc đối tượng. Khi sáp nhập, xã mới chỉ giữ danh hiệu nếu có quyết định mới.',
        en: 'Communes whose recognition as advanced was decided in the period; those that held it before do not count again. Towns are not eligible. After a merger the new commune holds the title only by a new decision.',
      },
      unitOfMeasure: { vi: 'xã', en: 'communes' },
      kind: 'STATUS_COUNT',
      statuses: [
        {
          code: 'advanced',
          title: { vi: 'Xã nông thôn mới nâng cao', en: 'Advanced new rural commune' },
          countsNewInPeriod: true,
        },
      ],
      calendar: 'quarter',
      collectionLevel: 'commune',
      appliesTo: ['commune'],
      mergeRule: 'RECOMPUTE_STATUS',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['recognition-decision', 'new-rural-areas-office'],
      feeder: { kind: 'derived', from: 'Recognition' },
      reportedBy: 'district-officer',
    },
    {
      key: 'new-rural-areas.communes-model',
      program: 'PRG-12',
      title: {
        vi: 'Số xã mới đạt nông thôn mới kiểu mẫu',
        en: 'Communes newly recognized as model new rural communes',
      },
      description: {
        vi: 'Số xã có quyết định công nhận đạt nông thôn mới kiểu mẫu trong kỳ; xã đã đạt từ trước không tính lại. Thị trấn không thuộc đối tượng. Xã phải đạt nông thôn mới nâng cao trước. Khi sáp nhập, xã mới chỉ giữ danh hiệu nếu có quyết định mới.',
        en: 'Communes whose recognition as model was decided in the period; those that held it before do not count again. Towns are not eligible. The commune must hold the advanced status first. After a merger the new commune holds the title only by a new decision.',
      },
      unitOfMeasure: { vi: 'xã', en: 'communes' },
      kind: 'STATUS_COUNT',
      statuses: [
        {
          code: 'model',
          title: { vi: 'Xã nông thôn mới kiểu mẫu', en: 'Model new rural commune' },
          countsNewInPeriod: true,
        },
      ],
      calendar: 'quarter',
      collectionLevel: 'commune',
      appliesTo: ['commune'],
      mergeRule: 'RECOMPUTE_STATUS',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['recognition-decision', 'new-rural-areas-office'],
      feeder: { kind: 'derived', from: 'Recognition' },
      reportedBy: 'district-officer',
    },
    {
      key: 'new-rural-areas.satisfaction-rate',
      program: 'PRG-12',
      title: {
        vi: 'Tỷ lệ hộ hài lòng với kết quả xây dựng nông thôn mới',
        en: 'Share of households satisfied with new-rural work',
      },
      description: {
        vi: 'Số hộ trả lời hài lòng với kết quả chung trên số hộ được lấy ý kiến, của các cuộc lấy ý kiến đóng trong kỳ. Không lấy ý kiến ở thị trấn, phường.',
        en: 'Households satisfied with the results as a whole over households asked, of the polls closed in the period. No polls are held in towns and wards.',
      },
      unitOfMeasure: { vi: '%', en: '%' },
      kind: 'RATIO',
      components: {
        numerator: { vi: 'Số hộ hài lòng', en: 'Households satisfied' },
        denominator: { vi: 'Số hộ được lấy ý kiến', en: 'Households asked' },
      },
      calendar: 'quarter',
      collectionLevel: 'commune',
      appliesTo: ['commune'],
      mergeRule: 'COMPONENTS',
      splitRule: 'NONE',
      decimals: 2,
      sources: ['front-report'],
      smallCellThreshold: 5,
      feeder: { kind: 'derived', from: 'Poll' },
      reportedBy: 'commune-standing',
    },
    {
      key: 'new-rural-areas.poll-coverage-rate',
      program: 'PRG-12',
      title: {
        vi: 'Tỷ lệ hộ được lấy ý kiến sự hài lòng',
        en: 'Share of households asked in satisfaction polls',
      },
      description: {
        vi: 'Số hộ được lấy ý kiến trên tổng số hộ của xã, của các cuộc lấy ý kiến đóng trong kỳ.',
        en: 'Households asked over all households of the commune, of the polls closed in the period.',
      },
      unitOfMeasure: { vi: '%', en: '%' },
      kind: 'RATIO',
      components: {
        numerator: { vi: 'Số hộ được lấy ý kiến', en: 'Households asked' },
        denominator: { vi: 'Tổng số hộ', en: 'All households' },
      },
      calendar: 'quarter',
      collectionLevel: 'commune',
      appliesTo: ['commune'],
      mergeRule: 'COMPONENTS',
      splitRule: 'NONE',
      decimals: 2,
      sources: ['front-report'],
      feeder: { kind: 'derived', from: 'Poll' },
      reportedBy: 'commune-standing',
    },
    {
      key: 'new-rural-areas.supervision-visits',
      program: 'PRG-12',
      title: { vi: 'Số lần giám sát xây dựng nông thôn mới', en: 'Supervision visits to new-rural work' },
      description: {
        vi: 'Số lần Mặt trận giám sát tại xã trong kỳ; lần đã rút không tính.',
        en: 'Visits by which the Front supervised work in a commune in the period; withdrawn ones do not count.',
      },
      unitOfMeasure: { vi: 'lần', en: 'visits' },
      kind: 'EVENT_COUNT',
      calendar: 'quarter',
      collectionLevel: 'commune',
      appliesTo: ['commune'],
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      feeder: { kind: 'derived', from: 'SupervisionVisit' },
      reportedBy: 'district-officer',
    },
    {
      key: 'new-rural-areas.communication-sessions',
      program: 'PRG-21',
      title: {
        vi: 'Số buổi tuyên truyền, tập huấn xây dựng nông thôn mới',
        en: 'Sessions of communication and training on new-rural work',
      },
      description: {
        vi: 'Số buổi tuyên truyền, tập huấn, trao đổi kinh nghiệm do Mặt trận xã tổ chức hoặc phối hợp tổ chức trong kỳ.',
        en: 'Sessions of communication, training and exchange that the commune’s Front held, alone or with others, in the period.',
      },
      unitOfMeasure: { vi: 'buổi', en: 'sessions' },
      kind: 'EVENT_COUNT',
      calendar: 'quarter',
      collectionLevel: 'commune',
      appliesTo: ['commune'],
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      feeder: { kind: 'collected' },
      reportedBy: 'commune-clerk',
    },
    {
      key: 'new-rural-areas.communication-attendance',
      program: 'PRG-21',
      title: {
        vi: 'Số lượt người dự tuyên truyền, tập huấn xây dựng nông thôn mới',
        en: 'Attendance at sessions on new-rural work',
      },
      description: {
        vi: 'Số lượt người dự các buổi đó; một người dự hai buổi tính hai lượt.',
        en: 'People at those sessions; who came to two counts twice.',
      },
      unitOfMeasure: { vi: 'lượt người', en: 'attendances' },
      kind: 'SUM',
      calendar: 'quarter',
      collectionLevel: 'commune',
      appliesTo: ['commune'],
      mergeRule: 'SUM',
      splitRule: 'NONE',
      decimals: 0,
      sources: ['front-report'],
      feeder: { kind: 'collected' },
      reportedBy: 'commune-clerk',
    },
  ],
  targets: [
    {
      id: 'T-03',
      indicator: 'new-rural-areas.communes-advanced',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'REACH_STATUS',
      value: '2',
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0',
      quote: '02 xã hoàn thành xã nông thôn mới nâng cao',
      reading: {
        vi: 'Ít nhất 02 xã MỚI được công nhận trong năm 2021, không phải tổng số xã đang đạt; thị trấn không tính.',
        en: 'At least 2 communes NEWLY recognized in 2021, not the number that hold the status; the town does not count.',
      },
      basisDocument: 'D-24',
    },
    {
      id: 'T-04',
      indicator: 'new-rural-areas.communes-model',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'REACH_STATUS',
      value: '1',
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0',
      quote: '01 xã đạt xã nông thôn mới kiểu mẫu',
      reading: {
        vi: 'Ít nhất 01 xã MỚI được công nhận trong năm 2021; xã đó phải đã đạt nông thôn mới nâng cao.',
        en: 'At least 1 commune NEWLY recognized in 2021; it must already hold the advanced status.',
      },
      basisDocument: 'D-24',
    },
  ],
  activities: [
    {
      id: 'E-32',
      program: 'PRG-21',
      title: {
        vi: 'Tập huấn, trao đổi kinh nghiệm, biểu dương điển hình xây dựng nông thôn mới',
        en: 'Training, exchange of experience and commendation in new-rural work',
      },
      quote:
        'Tổ chức tuyên truyền, tập huấn, trao đổi kinh nghiệm xây dựng nông thôn mới; biểu dương các điển hình tiêu biểu trong xây dựng nông thôn mới',
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
  duties: [
    {
      id: 'R-10',
      program: 'PRG-12',
      title: {
        vi: 'Báo cáo kết quả lấy ý kiến sự hài lòng của người dân về nông thôn mới',
        en: 'Result of the citizen-satisfaction poll on new-rural work',
      },
      quote:
        'phối hợp tổ chức lấy ý kiến đánh giá sự hài lòng của người dân về kết quả xây dựng nông thôn mới kiểu mẫu, nông thôn mới nâng cao',
      from: {
        vi: 'Ban công tác Mặt trận, tổng hợp qua xã và huyện',
        en: 'Residential Front work committees, compiled by commune and district',
      },
      to: { vi: 'Ủy ban MTTQ Việt Nam tỉnh', en: 'Provincial Front committee' },
      frequency: 'PER_EVENT',
      frequencyText: { vi: 'Theo từng hồ sơ đề nghị công nhận.', en: 'For each recognition dossier.' },
    },
  ],
  // R-10 is not asked for in a form: the counts come from the polls themselves. What is left to be told is PRG-21's.
  reports: [
    {
      key: 'new-rural-quarterly',
      program: 'PRG-21',
      calendar: 'quarter',
      level: 'commune',
      title: {
        vi: 'Báo cáo quý về tuyên truyền, tập huấn xây dựng nông thôn mới',
        en: 'Quarterly report on communication and training in new-rural work',
      },
      sections: [
        {
          key: 'figures',
          kind: 'FIGURES',
          title: { vi: 'Số liệu', en: 'Figures' },
          items: [
            { indicator: 'new-rural-areas.communication-sessions' },
            { indicator: 'new-rural-areas.communication-attendance', required: false },
          ],
        },
        {
          key: 'difficulties',
          kind: 'NARRATIVE',
          title: { vi: 'Tồn tại, nguyên nhân', en: 'What is lacking, and why' },
        },
      ],
    },
  ],
};
