/**
 * Campaign "All People Unite to Build New Rural Areas and Civilized Urban Areas" (Cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”):
 * the lines of the district's 2021 program that this plugin carries.
 *
 * `participants` are invented demo data: the source does not say which organizations take part.
 */
import type { ProgramContribution } from '@phoihop/core';

export const program: ProgramContribution = {
  status: 'REGISTERED',
  programs: [
    {
      id: 'PRG-09',
      kind: 'campaign',
      title: {
        vi: 'Cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”',
        en: 'Campaign "All People Unite to Build New Rural Areas and Civilized Urban Areas"',
      },
      quote: 'Cuộc vận động “TDĐKXDNTM, ĐTVM”',
      quoteIsExact: true,
      source: 'I.2.1',
      documents: ['D-10', 'D-11', 'D-12'],
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
      id: 'PRG-11',
      kind: 'campaign',
      title: {
        vi: 'Xây dựng các tuyến đường tự quản sáng - xanh - sạch - đẹp',
        en: 'Self-managed bright, green, clean and beautiful roads',
      },
      quote: 'xây dựng các tuyến đường tự quản sáng - xanh - sạch - đẹp',
      quoteIsExact: true,
      source: 'I.2.1',
      parent: 'PRG-09',
      participants: [
        'front-district',
        'farmers-union',
        'womens-union',
        'youth-union',
        'veterans-association',
        'environment-district',
      ],
      effectiveLevel: 'DISTRICT',
    },
  ],
  indicators: [
    {
      key: 'unity-campaign.cultural-family-rate',
      program: 'PRG-09',
      title: {
        vi: 'Tỷ lệ hộ gia đình đạt gia đình văn hóa',
        en: 'Share of households recognized as Cultural Families',
      },
      description: {
        vi: 'Số hộ được công nhận danh hiệu Gia đình văn hóa trong năm trên tổng số hộ của xã, thị trấn cuối năm. Văn bản không nói mẫu số là tổng số hộ hay số hộ đăng ký; ở đây dùng tổng số hộ.',
        en: 'Households given the Cultural Family title for the year, over all households of the commune at the end of the year. The source does not say whether the denominator is all households or those registered; here it is all households.',
      },
      unitOfMeasure: { vi: '%', en: '%' },
      kind: 'RATIO',
      components: {
        numerator: { vi: 'Số hộ đạt gia đình văn hóa', en: 'Households recognized as Cultural Families' },
        denominator: { vi: 'Tổng số hộ gia đình', en: 'Households' },
      },
      calendar: 'year',
      collectionLevel: 'commune',
      mergeRule: 'COMPONENTS',
      splitRule: 'NONE',
      decimals: 2,
      sources: ['culture-sector', 'front-report'],
      feeder: { kind: 'collected' },
      reportedBy: 'commune-clerk',
    },
    {
      key: 'unity-campaign.cultural-residential-area-rate',
      program: 'PRG-09',
      title: {
        vi: 'Tỷ lệ ấp, khu phố đạt chuẩn văn hóa',
        en: 'Share of residential areas that meet the cultural standard',
      },
      description: {
        vi: 'Số ấp, khu phố được công nhận đạt chuẩn văn hóa trên tổng số ấp, khu phố có trong danh sách cuối kỳ.',
        en: 'Residential areas recognized as meeting the cultural standard, over those in the register at the end of the period.',
      },
      unitOfMeasure: { vi: '%', en: '%' },
      kind: 'RATIO',
      components: {
        numerator: { vi: 'Số ấp, khu phố đạt chuẩn văn hóa', en: 'Residential areas that meet the standard' },
        denominator: { vi: 'Tổng số ấp, khu phố', en: 'Residential areas' },
      },
      calendar: 'year',
      collectionLevel: 'commune',
      mergeRule: 'COMPONENTS',
      splitRule: 'NONE',
      decimals: 2,
      sources: ['culture-sector', 'front-report'],
      feeder: { kind: 'collected' },
      reportedBy: 'commune-clerk',
    },
  ],
  targets: [
    {
      id: 'T-01',
      indicator: 'unity-campaign.cultural-family-rate',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'AT_LEAST',
      value: '0.99',
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0.02',
      quote: 'Phấn đấu năm 2021 có 99% hộ gia đình đạt gia đình văn hóa',
      reading: {
        vi: 'Ít nhất 99% số hộ; mẫu số là tổng số hộ, không phải số hộ đăng ký. Danh hiệu xét vào cuối năm nên không có tiến độ giữa năm.',
        en: 'At least 99 % of households; the denominator is all households, not those registered. Titles are decided at the end of the year, so nothing is expected before.',
      },
      basisDocument: 'D-24',
    },
    {
      id: 'T-02',
      indicator: 'unity-campaign.cultural-residential-area-rate',
      unit: { tree: 'ADMIN', code: '737', on: '2021-01-01' },
      period: { calendar: 'year', key: '2021' },
      operator: 'AT_LEAST',
      value: '0.95',
      deadline: '2021-12-31',
      path: 'NONE',
      tolerance: '0.02',
      quote: '95% ấp, khu phố đạt chuẩn văn hóa',
      reading: {
        vi: 'Ít nhất 95% số ấp, khu phố có trong danh sách ngày 31/12/2021.',
        en: 'At least 95 % of the residential areas in the register on 31 December 2021.',
      },
      basisDocument: 'D-24',
    },
  ],
  activities: [
    {
      id: 'E-15',
      program: 'PRG-09',
      title: {
        vi: 'Sơ kết 05 năm thực hiện cuộc vận động, giai đoạn 2016 – 2021',
        en: 'Five-year review of the campaign, 2016-2021',
      },
      quote:
        'Tổ chức sơ kết 05 năm thực hiện cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh” giai đoạn 2016 – 2021.',
      kind: 'review',
      level: 'DISTRICT',
      when: {
        text: 'giai đoạn 2016 – 2021',
        from: '2021-01-01',
        to: '2021-12-31',
        precision: 'YEAR',
        reading: {
          vi: 'Giai đoạn được sơ kết là 2016 – 2021; hội nghị sơ kết trong năm 2021, văn bản không ghi ngày.',
          en: '2016-2021 is the period under review; the review itself is in 2021, without a date.',
        },
      },
    },
  ],
  duties: [
    {
      id: 'R-07',
      program: 'PRG-09',
      title: {
        vi: 'Báo cáo sơ kết 05 năm cuộc vận động, giai đoạn 2016 – 2021',
        en: 'Five-year review report of the campaign, 2016-2021',
      },
      quote:
        'Tổ chức sơ kết 05 năm thực hiện cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh” giai đoạn 2016 – 2021.',
      from: { vi: 'Ban Thường trực Ủy ban MTTQ Việt Nam huyện', en: 'District Front standing committee' },
      to: { vi: 'Ủy ban MTTQ Việt Nam tỉnh', en: 'Provincial Front committee' },
      frequency: 'ONCE',
      frequencyText: { vi: 'Một lần, trong năm 2021.', en: 'Once, in 2021.' },
    },
  ],
};
