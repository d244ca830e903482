/**
 * Fund for the Poor (Quỹ “Vì người nghèo”):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-15',
      kind: 'campaign',
      title: {
        vi: 'Quỹ “Vì người nghèo”, Tháng cao điểm, Tết vì người nghèo và nhà Đại đoàn kết',
        en: 'Fund for the Poor, peak month, Tết for the Poor and Great Unity houses',
      },
      quote:
        'Tổ chức “Tháng cao điểm vì người nghèo” năm 2021 và “Tết vì người nghèo” năm 2022; vận động “Quỹ vì người nghèo” và hỗ trợ xây dựng, sửa chữa nhà Đại đoàn kết đạt từ 10 – 15 căn nhà.',
      quoteIsExact: true,
      source: 'I.2.2',
      participants: [
        'front-district',
        'farmers-union',
        'womens-union',
        'youth-union',
        'veterans-association',
        'labor-confederation',
        'red-cross',
        'labor-affairs-district',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'fund-for-the-poor.houses',
      program: 'PRG-15',
      title: { vi: 'Số căn nhà Đại đoàn kết đã bàn giao', en: 'Great Unity houses handed over' },
      description: {
        vi: 'Số căn nhà Đại đoàn kết xây mới hoặc sửa chữa đã bàn giao trong kỳ. Tính vào ngày bàn giao, không tính khi duyệt hay khởi công.',
        en: 'Great Unity houses built or repaired and handed over in the period. Counted on the day of handover, not at approval or start.',
      },
      unitOfMeasure: { vi: 'căn nhà', en: 'houses' },
      kind: 'SUM',
      disaggregations: [
        {
          code: 'work',
          title: { vi: 'Hình thức', en: 'Kind of work' },
          values: [
            {
              code: 'build',
              title: { vi: 'Xây mới', en: 'Built' },
            },
            {
              code: 'repair',
              title: { vi: 'Sửa chữa', en: 'Repaired' },
            },
          ],
        },
      ],
      calendar: 'month',
      collectionLevel: 'commune',
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
      id: 'T-06',
      indicator: 'fund-for-the-poor.houses',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'RANGE',
      value: '10',
      valueMax: '15',
      deadline: '2021-12-31',
      path: 'LINEAR',
      tolerance: '0.2',
      quote: 'hỗ trợ xây dựng, sửa chữa nhà Đại đoàn kết đạt từ 10 – 15 căn nhà',
      reading: {
        vi: 'Ít nhất 10 căn, phấn đấu 15 căn; tính chung xây mới và sửa chữa, vào ngày bàn giao.',
        en: 'At least 10 houses, 15 as the stretch; built and repaired together, on the day of handover.',
      },
      basisDocument: 'D-24',
    },
  ],
  activities: [
    {
      id: 'E-16',
      program: 'PRG-15',
      title: { vi: '“Tháng cao điểm vì người nghèo” năm 2021', en: 'Peak Month for the Poor 2021' },
      quote: 'Tổ chức “Tháng cao điểm vì người nghèo” năm 2021 và “Tết vì người nghèo” năm 2022',
      kind: 'campaign',
      level: 'ALL',
      when: {
        text: 'năm 2021',
        from: '2021-10-17',
        to: '2021-11-18',
        precision: 'DAY',
        reading: {
          vi: 'Theo thông lệ từ 17/10 đến 18/11; văn bản chỉ ghi năm.',
          en: 'By custom from 17 October to 18 November; the source gives only the year.',
        },
      },
    },
    {
      id: 'E-17',
      program: 'PRG-15',
      title: { vi: '“Tết vì người nghèo” năm 2022', en: 'Tết for the Poor 2022' },
      quote: 'Tổ chức “Tháng cao điểm vì người nghèo” năm 2021 và “Tết vì người nghèo” năm 2022',
      kind: 'campaign',
      level: 'ALL',
      when: {
        text: 'năm 2022',
        from: '2022-01-01',
        to: '2022-02-28',
        precision: 'MONTH',
        reading: {
          vi: 'Dịp Tết Nhâm Dần (01/02/2022); văn bản chỉ ghi năm.',
          en: 'Around Tết of the Year of the Tiger (1 February 2022); the source gives only the year.',
        },
      },
    },
  ],
  duties: [],
  checks: [
    {
      key: 'houses-add-up',
      severity: 'ERROR',
      relation: 'PARTS_ADD_UP',
      figure: { indicator: 'fund-for-the-poor.houses' },
      dimension: 'work',
      title: {
        vi: 'Số nhà xây mới và số nhà sửa chữa cộng lại phải bằng tổng số nhà',
        en: 'Houses built and houses repaired add up to all houses',
      },
      basis: 'Cộng các phần của chỉ tiêu nhà Đại đoàn kết (T-06)',
      validFrom: '2016-01-01',
    },
  ],
};
