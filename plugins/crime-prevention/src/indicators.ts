import type { ProgramContribution } from '@phoihop/core';

type Indicator = ProgramContribution['indicators'][number];

/** What all of them have in common: communes count, quarter by quarter, for the Front. */
const byQuarter = {
  program: 'PRG-22',
  calendar: 'quarter',
  collectionLevel: 'commune',
  splitRule: 'NONE',
  decimals: 0,
  sources: ['front-report'],
  reportedBy: 'commune-clerk',
} satisfies Partial<Indicator>;

const summed = { ...byQuarter, mergeRule: 'SUM', feeder: { kind: 'collected' } } satisfies Partial<Indicator>;

/** Counted from this plugin’s own tables. */
const derived: readonly Indicator[] = [
  {
    ...byQuarter,
    key: 'crime-prevention.security-models',
    title: { vi: 'Số mô hình tự quản về an ninh, trật tự', en: 'Self-managed security models' },
    description: {
      vi: 'Số mô hình đang hoạt động tại ngày cuối quý (quý đang diễn ra: tại ngày nghiệp vụ), tính cả mô hình ở ấp, khu phố. Không tính mô hình đang tạm dừng hoặc đã kết thúc.',
      en: 'Models at work on the last day of the quarter (of the quarter under way: today), those of residential areas included. Models that rest or have ended do not count.',
    },
    unitOfMeasure: { vi: 'mô hình', en: 'models' },
    kind: 'STOCK',
    mergeRule: 'STOCK_SUM',
    feeder: { kind: 'derived', from: 'SecurityModel' },
  },
  {
    ...byQuarter,
    key: 'crime-prevention.model-members',
    title: { vi: 'Số người tham gia các mô hình tự quản', en: 'People in self-managed security models' },
    description: {
      vi: 'Tổng số thành viên của các mô hình đang hoạt động tại ngày cuối quý; một người tham gia hai mô hình được tính hai lần.',
      en: 'Members of all models at work on the last day of the quarter; whoever is in two models is counted twice.',
    },
    unitOfMeasure: { vi: 'người', en: 'people' },
    kind: 'STOCK',
    mergeRule: 'STOCK_SUM',
    feeder: { kind: 'derived', from: 'SecurityModel' },
  },
  {
    ...byQuarter,
    key: 'crime-prevention.tips',
    title: { vi: 'Số tin tố giác tội phạm đã tiếp nhận', en: 'Tips about crimes received' },
    description: {
      vi: 'Số tin gửi đến trong quý, kể cả tin sau đó được xếp lại hoặc xác định là trùng. Số nhỏ hơn ngưỡng được ẩn vì có thể để lộ người gửi.',
      en: 'Tips that came in during the quarter, those that were put away or told before included. Numbers below the threshold are withheld: they could point at who told.',
    },
    unitOfMeasure: { vi: 'tin', en: 'tips' },
    kind: 'SUM',
    mergeRule: 'SUM',
    smallCellThreshold: 5,
    feeder: { kind: 'derived', from: 'Tip' },
    reportedBy: 'case-handler',
  },
  {
    ...byQuarter,
    key: 'crime-prevention.persons-helped',
    title: {
      vi: 'Số người lầm lỗi đang được giúp đỡ tại cộng đồng',
      en: 'People helped back into the community',
    },
    description: {
      vi: 'Số người đã phân công người giúp đỡ và chưa kết thúc tại ngày cuối quý. Số nhỏ hơn ngưỡng được ẩn vì có thể chỉ ra từng người.',
      en: 'People who have a helper on the last day of the quarter. Numbers below the threshold are withheld: they could point at persons.',
    },
    unitOfMeasure: { vi: 'người', en: 'people' },
    kind: 'STOCK',
    mergeRule: 'STOCK_SUM',
    smallCellThreshold: 5,
    feeder: { kind: 'derived', from: 'RehabilitationCase' },
    reportedBy: 'commune-standing',
  },
  {
    ...byQuarter,
    key: 'crime-prevention.safe-areas',
    title: {
      vi: 'Số xã, thị trấn được công nhận “An toàn về an ninh, trật tự”',
      en: 'Communes recognized as safe in security and order',
    },
    description: {
      vi: 'Số đơn vị có quyết định công nhận cho năm đó. Tiêu chuẩn và thẩm quyền theo văn bản của Bộ Công an, cần kiểm tra trước khi áp dụng chính thức.',
      en: 'Units with a decision of recognition for the year. Standard and competence follow circulars of the Ministry of Public Security, to be checked before official use.',
    },
    unitOfMeasure: { vi: 'đơn vị', en: 'units' },
    kind: 'STATUS_COUNT',
    statuses: [
      {
        code: 'recognized',
        title: { vi: 'Được công nhận an toàn về an ninh, trật tự', en: 'Recognized as safe' },
        countsNewInPeriod: false,
      },
    ],
    calendar: 'year',
    mergeRule: 'RECOMPUTE_STATUS',
    sources: ['recognition-decision'],
    feeder: { kind: 'derived', from: 'SafeAreaAssessment' },
    reportedBy: 'district-standing',
  },
];

/** Entered in the quarterly report of the joint program. */
const collected: readonly Indicator[] = [
  {
    ...summed,
    key: 'crime-prevention.communication-sessions',
    title: {
      vi: 'Số buổi tuyên truyền, vận động bảo vệ an ninh Tổ quốc',
      en: 'Meetings of the movement for national security',
    },
    description: {
      vi: 'Số buổi do Mặt trận và công an, tổ chức thành viên phối hợp tổ chức trong quý, kể cả Ngày hội Toàn dân bảo vệ an ninh Tổ quốc.',
      en: 'Meetings that the Front held with police and member organizations in the quarter, the Day of All People Protecting National Security included.',
    },
    unitOfMeasure: { vi: 'buổi', en: 'meetings' },
    kind: 'EVENT_COUNT',
  },
  {
    ...summed,
    key: 'crime-prevention.communication-attendance',
    title: { vi: 'Số lượt người dự tuyên truyền', en: 'Attendance at these meetings' },
    description: {
      vi: 'Tổng số lượt người dự các buổi tuyên truyền, vận động trong quý.',
      en: 'People at all meetings of the quarter; whoever came twice is counted twice.',
    },
    unitOfMeasure: { vi: 'lượt người', en: 'attendances' },
    kind: 'SUM',
  },
  {
    ...summed,
    key: 'crime-prevention.commended',
    title: {
      vi: 'Số tập thể, cá nhân được biểu dương trong phong trào',
      en: 'Groups and people commended in the movement',
    },
    description: {
      vi: 'Số tập thể và cá nhân được biểu dương, khen thưởng trong quý về thành tích bảo vệ an ninh Tổ quốc.',
      en: 'Groups and people who were commended in the quarter for what they did for national security.',
    },
    unitOfMeasure: { vi: 'lượt', en: 'commendations' },
    kind: 'SUM',
    disaggregations: [
      {
        code: 'subject',
        title: { vi: 'Đối tượng', en: 'Who' },
        values: [
          { code: 'group', title: { vi: 'Tập thể', en: 'Group' } },
          { code: 'person', title: { vi: 'Cá nhân', en: 'Person' } },
        ],
      },
    ],
  },
];

export const indicators: Indicator[] = [...derived, ...collected];
