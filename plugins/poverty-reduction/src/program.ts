/**
 * Poverty reduction (Giảm nghèo bền vững):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-13',
      kind: 'program',
      title: {
        vi: 'Chương trình mục tiêu quốc gia giảm nghèo bền vững',
        en: 'National target program on sustainable poverty reduction',
      },
      quote:
        'Đẩy mạnh thông tin, tuyên truyền về chương trình mục tiêu quốc gia giảm nghèo bền vững. Phối hợp tổ chức và tham gia các lớp tập huấn nâng cao năng lực đội ngũ cán bộ làm công tác giảm nghèo cho cán bộ MTTQ các cấp phấn đấu giảm 25% tỷ lệ hộ nghèo A, kiểm tra, giám sát các mô hình tại địa phương.',
      quoteIsExact: true,
      source: 'I.2.2',
      documents: ['D-12', 'D-13'],
      participants: ['front-district', 'labor-affairs-district', 'farmers-union', 'womens-union'],
      effectiveLevel: 'DISTRICT',
    },
    {
      id: 'PRG-14',
      kind: 'movement',
      title: {
        vi: 'Phong trào “Cả nước chung tay vì người nghèo - không để ai bị bỏ lại phía sau”',
        en: 'Movement "The whole country joins hands for the poor, leaving no one behind"',
      },
      quote:
        'Tiếp tục hưởng ứng thực hiện Phong trào thi đua “Cả nước chung tay vì người nghèo - không để ai bị bỏ lại phía sau”.',
      quoteIsExact: true,
      source: 'I.2.2',
      documents: ['D-14'],
      participants: [
        'front-district',
        'farmers-union',
        'womens-union',
        'youth-union',
        'veterans-association',
        'labor-confederation',
        'labor-affairs-district',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'poverty-reduction.poor-household-a-rate',
      program: 'PRG-13',
      title: { vi: 'Tỷ lệ hộ nghèo A', en: 'Poor household rate, class A' },
      description: {
        vi: 'Số hộ nghèo A (hộ nghèo còn ít nhất một thành viên có khả năng lao động, theo chuẩn của tỉnh) trên tổng số hộ, theo kết quả rà soát cuối năm. Chỉ tiêu giảm được đọc là giảm tương đối của tỷ lệ này: (tỷ lệ đầu − tỷ lệ cuối) / tỷ lệ đầu; không phải giảm số điểm phần trăm, cũng không phải giảm số hộ.',
        en: 'Class A poor households (by the provincial standard: at least one member still able to work), over all households, from the year-end survey. A target to reduce it is read as the relative change of this rate: (rate before − rate after) / rate before; neither percentage points nor the number of households.',
      },
      unitOfMeasure: { vi: '%', en: '%' },
      kind: 'RATIO',
      components: {
        numerator: { vi: 'Số hộ nghèo A', en: 'Class A poor households' },
        denominator: { vi: 'Tổng số hộ gia đình', en: 'Households' },
      },
      calendar: 'year',
      collectionLevel: 'commune',
      mergeRule: 'COMPONENTS',
      splitRule: 'NONE',
      decimals: 3,
      sources: ['labor-sector', 'front-report'],
      smallCellThreshold: 5,
      feeder: { kind: 'collected' },
      reportedBy: 'commune-clerk',
    },
  ],
  targets: [
    {
      id: 'T-05',
      indicator: 'poverty-reduction.poor-household-a-rate',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'RELATIVE_DECREASE',
      value: '0.25',
      baseline: {
        kind: 'UNKNOWN',
        note: {
          vi: 'Văn bản không ghi số liệu gốc; ngầm hiểu là tỷ lệ cuối năm 2020. Cả tỉnh cuối năm 2020 chỉ có 209 hộ nghèo A, chưa có số của huyện.',
          en: 'The source gives no baseline; the rate at the end of 2020 is implied. The whole province had 209 class A households then; the district’s figure is not known.',
        },
      },
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0',
      quote: 'phấn đấu giảm 25% tỷ lệ hộ nghèo A',
      reading: {
        vi: 'Câu chữ không rõ: giảm 25% của tỷ lệ, của số hộ, hay 25 điểm phần trăm. Ở đây đọc là giảm tương đối 25% của TỶ LỆ hộ nghèo A so với cuối năm 2020: tỷ lệ cuối 2021 không quá 75% tỷ lệ cuối 2020.',
        en: 'The wording is ambiguous: 25 % of the rate, of the number of households, or 25 percentage points. It is read as a relative decrease of 25 % of the class A RATE from the end of 2020: the rate at the end of 2021 is at most 75 % of the rate at the end of 2020.',
      },
      basisDocument: 'D-24',
    },
  ],
  activities: [
    {
      id: 'E-23',
      program: 'PRG-13',
      title: {
        vi: 'Lớp tập huấn nâng cao năng lực cán bộ làm công tác giảm nghèo',
        en: 'Training for officers in poverty reduction',
      },
      quote:
        'Phối hợp tổ chức và tham gia các lớp tập huấn nâng cao năng lực đội ngũ cán bộ làm công tác giảm nghèo cho cán bộ MTTQ các cấp',
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
