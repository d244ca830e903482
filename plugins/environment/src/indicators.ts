import type { ProgramContribution } from '@phoihop/core';

type Indicator = ProgramContribution['indicators'][number];

/** What all of them have in common: communes count, quarter by quarter, for the Front. */
const byQuarter = {
  program: 'PRG-26',
  calendar: 'quarter',
  collectionLevel: 'commune',
  splitRule: 'NONE',
  decimals: 0,
  sources: ['front-report'],
  reportedBy: 'commune-clerk',
} satisfies Partial<Indicator>;

const ofActions = {
  ...byQuarter,
  kind: 'SUM',
  mergeRule: 'SUM',
  feeder: { kind: 'derived', from: 'EnvironmentAction' },
} satisfies Partial<Indicator>;

const ofModels = {
  ...byQuarter,
  kind: 'STOCK',
  mergeRule: 'STOCK_SUM',
  feeder: { kind: 'derived', from: 'EnvironmentModel' },
} satisfies Partial<Indicator>;

/** Counted from this plugin’s own tables; by organization the query `environmentTotals` counts the same rows. */
const derived: readonly Indicator[] = [
  {
    ...ofModels,
    key: 'environment.models',
    title: { vi: 'Số mô hình bảo vệ môi trường', en: 'Models of environmental protection' },
    description: {
      vi: 'Số mô hình đang hoạt động tại ngày cuối quý (quý đang diễn ra: tại ngày nghiệp vụ), tính cả mô hình ở ấp, khu phố và của tổ chức thành viên.',
      en: 'Models that go on on the last day of the quarter (of the quarter under way: today), those of residential areas and member organizations included.',
    },
    unitOfMeasure: { vi: 'mô hình', en: 'models' },
  },
  {
    ...ofModels,
    key: 'environment.model-households',
    title: { vi: 'Số hộ tham gia mô hình bảo vệ môi trường', en: 'Households in these models' },
    description: {
      vi: 'Tổng số hộ của các mô hình đang hoạt động tại ngày cuối quý; một hộ tham gia hai mô hình được tính hai lần.',
      en: 'Households of all models that go on on the last day of the quarter; a household in two is counted twice.',
    },
    unitOfMeasure: { vi: 'hộ', en: 'households' },
  },
  {
    ...ofActions,
    key: 'environment.cleanups',
    kind: 'EVENT_COUNT',
    title: { vi: 'Số đợt ra quân vệ sinh môi trường', en: 'Days of cleaning' },
    description: {
      vi: 'Số hoạt động làm sạch, trồng cây trong quý, do Mặt trận hoặc tổ chức thành viên chủ trì. Không tính hoạt động đã rút.',
      en: 'Actions of cleaning and planting in the quarter, led by the Front or a member organization. Withdrawn ones do not count.',
    },
    unitOfMeasure: { vi: 'đợt', en: 'actions' },
  },
  {
    ...ofActions,
    key: 'environment.climate-activities',
    kind: 'EVENT_COUNT',
    title: { vi: 'Số hoạt động ứng phó với biến đổi khí hậu', en: 'Activities that meet climate change' },
    description: {
      vi: 'Số hoạt động diễn tập, hướng dẫn, tiết kiệm nước và năng lượng, tuyên truyền trong quý.',
      en: 'Drills, instruction, saving of water and energy, and communication in the quarter.',
    },
    unitOfMeasure: { vi: 'hoạt động', en: 'activities' },
  },
  {
    ...ofActions,
    key: 'environment.participants',
    title: { vi: 'Số lượt người tham gia hoạt động môi trường', en: 'People at actions for the environment' },
    description: {
      vi: 'Tổng số lượt người tham gia mọi hoạt động trong quý.',
      en: 'People at all actions of the quarter; whoever came twice is counted twice.',
    },
    unitOfMeasure: { vi: 'lượt người', en: 'attendances' },
  },
  {
    ...ofActions,
    key: 'environment.waste-kg',
    title: { vi: 'Lượng rác thu gom', en: 'Waste collected' },
    description: {
      vi: 'Tổng lượng rác thu gom tại các đợt ra quân trong quý; không tính rác thu gom thường xuyên.',
      en: 'Waste collected on days of cleaning in the quarter; the regular collection does not count.',
    },
    unitOfMeasure: { vi: 'kg', en: 'kg' },
    decimals: 1,
  },
  {
    ...ofActions,
    key: 'environment.meters-cleaned',
    title: { vi: 'Chiều dài đường, kênh mương được làm sạch', en: 'Roads and canals cleaned' },
    description: {
      vi: 'Tổng số mét đường vệ sinh và kênh mương khơi thông trong quý; làm hai lần thì tính hai lần.',
      en: 'Meters of road cleaned and of canal cleared in the quarter; what was cleaned twice is counted twice.',
    },
    unitOfMeasure: { vi: 'm', en: 'm' },
    disaggregations: [
      {
        code: 'surface',
        title: { vi: 'Đối tượng', en: 'What' },
        values: [
          { code: 'road', title: { vi: 'Đường', en: 'Road' } },
          { code: 'canal', title: { vi: 'Kênh mương, cống rãnh', en: 'Canal or drain' } },
        ],
      },
    ],
  },
  {
    ...ofActions,
    key: 'environment.trees',
    title: { vi: 'Số cây xanh trồng mới', en: 'Trees planted' },
    description: {
      vi: 'Tổng số cây xanh trồng tại các hoạt động trong quý.',
      en: 'Trees planted at actions of the quarter.',
    },
    unitOfMeasure: { vi: 'cây', en: 'trees' },
  },
  {
    ...byQuarter,
    key: 'environment.commitments-kept-rate',
    title: { vi: 'Tỷ lệ cam kết của tôn giáo được thực hiện', en: 'Commitments of religions that were kept' },
    description: {
      vi: 'Số cam kết được nhận xét là thực hiện đầy đủ trên số cam kết đã nhận xét cho năm đó.',
      en: 'Commitments found fully kept over those reviewed for the year.',
    },
    unitOfMeasure: { vi: '%', en: '%' },
    kind: 'RATIO',
    components: {
      numerator: { vi: 'Số cam kết thực hiện đầy đủ', en: 'Commitments kept' },
      denominator: { vi: 'Số cam kết đã nhận xét', en: 'Commitments reviewed' },
    },
    calendar: 'year',
    mergeRule: 'COMPONENTS',
    decimals: 1,
    feeder: { kind: 'derived', from: 'CommitmentReview' },
    reportedBy: 'commune-standing',
  },
];

/** Entered in the quarterly report of the program. */
const collected: readonly Indicator[] = [
  {
    ...byQuarter,
    key: 'environment.waste-sorting-rate',
    title: { vi: 'Tỷ lệ hộ phân loại rác tại nguồn', en: 'Households that sort their waste' },
    description: {
      vi: 'Số hộ phân loại rác tại nguồn trên tổng số hộ, tại ngày cuối quý. Đây là số tại một thời điểm, không cộng dồn các quý.',
      en: 'Households that sort their waste at home over all households, on the last day of the quarter. It is a figure at a date: periods are not added up.',
    },
    unitOfMeasure: { vi: '%', en: '%' },
    kind: 'RATIO',
    components: {
      numerator: { vi: 'Số hộ phân loại rác', en: 'Households that sort' },
      denominator: { vi: 'Tổng số hộ', en: 'Households' },
    },
    ratioOfStocks: true,
    mergeRule: 'COMPONENTS',
    decimals: 1,
    feeder: { kind: 'collected' },
  },
  {
    ...byQuarter,
    key: 'environment.communication-sessions',
    title: { vi: 'Số buổi tuyên truyền về môi trường', en: 'Meetings on the environment' },
    description: {
      vi: 'Số buổi tuyên truyền bảo vệ môi trường, ứng phó biến đổi khí hậu trong quý, kể cả tại cơ sở tôn giáo.',
      en: 'Meetings on the environment and climate change in the quarter, those at places of worship included.',
    },
    unitOfMeasure: { vi: 'buổi', en: 'meetings' },
    kind: 'EVENT_COUNT',
    mergeRule: 'SUM',
    feeder: { kind: 'collected' },
  },
];

export const indicators: Indicator[] = [...derived, ...collected];
