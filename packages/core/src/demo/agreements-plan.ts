/** One agreement of the demonstration; organizations by key, documents and programs by code. */
export interface DemoAgreement {
  readonly key: string;
  readonly program: string;
  readonly number: string | null;
  readonly citedAs: string | null;
  readonly title: string;
  readonly signedOn: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly document?: string;
  readonly basis?: string;
  readonly renews?: string;
  /** The first one leads. */
  readonly parties: readonly string[];
  readonly duties: readonly DemoDuty[];
  readonly state: 'DRAFT' | 'CANCELLED' | 'SIGNED' | 'CONCLUDED' | 'ENDED' | 'RENEWED';
  readonly endedOn?: string;
  readonly endReason?: string;
}

interface DemoDuty {
  readonly kind?: 'INTERIM_REVIEW' | 'FINAL_REVIEW';
  /** The key of a party, each of them, or the Front. */
  readonly by: string;
  readonly action: string;
  readonly recurrence: 'ONCE' | 'MONTH' | 'QUARTER' | 'HALF' | 'YEAR';
  readonly on?: string;
  readonly dueAfter: number;
  readonly workingDays?: boolean;
}

const front = 'front-district';
const termEnds = '2022-12-05';

/**
 * Number, date and citation of the first two are those of the source's documents D-10 and D-12, and so are who signed
 * the second. Which organizations signed the first, how long they hold, what is owed under them and all of the rest is
 * invented.
 */
export const demoAgreements: readonly DemoAgreement[] = [
  {
    key: 'D-10',
    program: 'PRG-09',
    number: '03/CTPH-MTTQ-TCTV',
    citedAs:
      'Chương trình phối hợp số 03/CTPH-MTTQ-TCTV ngày 05/12/2017 của Ủy ban MTTQVN và các tổ chức thành viên huyện Trảng Bom',
    title:
      'Phối hợp thực hiện cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh” (thời hạn và nhiệm vụ là minh họa)',
    signedOn: '2017-12-05',
    validFrom: '2017-12-05',
    validTo: termEnds,
    document: 'D-10',
    parties: [
      front,
      'farmers-union',
      'womens-union',
      'youth-union',
      'veterans-association',
      'labor-confederation',
    ],
    duties: [
      {
        by: 'EACH_PARTY',
        action: 'Báo cáo kết quả vận động đoàn viên, hội viên thực hiện cuộc vận động.',
        recurrence: 'QUARTER',
        dueAfter: 10,
      },
      {
        by: 'youth-union',
        action: 'Thông báo các tuyến đường tự quản do đoàn viên phụ trách.',
        recurrence: 'MONTH',
        dueAfter: 20,
      },
      {
        kind: 'INTERIM_REVIEW',
        by: 'FRONT',
        action: 'Sơ kết chương trình phối hợp.',
        recurrence: 'HALF',
        dueAfter: 15,
        workingDays: true,
      },
      {
        kind: 'FINAL_REVIEW',
        by: 'FRONT',
        action: 'Tổng kết chương trình phối hợp.',
        recurrence: 'ONCE',
        on: '2022-11-30',
        dueAfter: 0,
      },
    ],
    state: 'SIGNED',
  },
  {
    key: 'D-12',
    program: 'PRG-13',
    number: '88/NQLT/CP-ĐCTUBTWMTTQVN',
    citedAs:
      'Nghị quyết liên tịch số 88/NQLT/CP-ĐCTUBTWMTTQVN ngày 07/10/2016 giữa Chính phủ và Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam',
    title:
      'Phối hợp thực hiện giảm nghèo bền vững, xây dựng nông thôn mới, đô thị văn minh (nhiệm vụ của huyện là minh họa)',
    signedOn: '2016-10-07',
    validFrom: '2016-10-07',
    validTo: null,
    document: 'D-12',
    parties: ['government', 'front-central-presidium'],
    duties: [
      {
        by: 'FRONT',
        action: 'Báo cáo Mặt trận tỉnh kết quả phối hợp giảm nghèo bền vững trên địa bàn huyện.',
        recurrence: 'QUARTER',
        dueAfter: 15,
      },
      {
        kind: 'INTERIM_REVIEW',
        by: 'FRONT',
        action: 'Sơ kết việc thực hiện nghị quyết liên tịch trên địa bàn huyện.',
        recurrence: 'HALF',
        dueAfter: 10,
      },
    ],
    state: 'SIGNED',
  },
  {
    key: 'children-2019',
    program: 'PRG-24',
    number: '02/CTPH-MTTQ-HLHPN',
    citedAs: null,
    title: 'Phối hợp bảo vệ và chăm sóc trẻ em, giai đoạn 2019 - 2021 (minh họa)',
    signedOn: '2019-03-08',
    validFrom: '2019-03-08',
    validTo: '2021-03-08',
    parties: [front, 'womens-union'],
    duties: [
      {
        kind: 'FINAL_REVIEW',
        by: 'FRONT',
        action: 'Tổng kết chương trình phối hợp.',
        recurrence: 'ONCE',
        on: '2021-02-26',
        dueAfter: 0,
      },
    ],
    state: 'RENEWED',
    endedOn: '2021-03-01',
  },
  {
    key: 'children-2021',
    program: 'PRG-24',
    number: null,
    citedAs:
      'Chương trình phối hợp ngày 01/3/2021 giữa Ủy ban MTTQ, Hội Liên hiệp Phụ nữ, Đoàn TNCS Hồ Chí Minh và Trung tâm Y tế huyện (minh họa)',
    title: 'Phối hợp bảo vệ và chăm sóc trẻ em, giai đoạn 2021 - 2024 (minh họa)',
    signedOn: '2021-03-01',
    validFrom: '2021-03-01',
    validTo: '2024-03-01',
    basis: 'D-24',
    renews: 'children-2019',
    parties: [front, 'womens-union', 'youth-union', 'health-center-district'],
    duties: [
      {
        by: 'EACH_PARTY',
        action: 'Báo cáo kết quả chăm sóc trẻ em có hoàn cảnh đặc biệt.',
        recurrence: 'HALF',
        dueAfter: 10,
      },
      {
        by: 'womens-union',
        action: 'Tổ chức truyền thông về dinh dưỡng trong Tháng hành động vì trẻ em.',
        recurrence: 'ONCE',
        on: '2021-06-30',
        dueAfter: 5,
        workingDays: true,
      },
      {
        kind: 'INTERIM_REVIEW',
        by: 'FRONT',
        action: 'Sơ kết hằng năm.',
        recurrence: 'YEAR',
        dueAfter: 20,
      },
    ],
    state: 'SIGNED',
  },
  {
    key: 'traffic-2021',
    program: 'PRG-25',
    number: '04/CTPH-MTTQ-CA',
    citedAs: null,
    title: 'Phối hợp vận động toàn dân bảo đảm trật tự an toàn giao thông năm 2021 (minh họa)',
    signedOn: '2020-12-15',
    validFrom: '2021-01-01',
    validTo: '2022-01-01',
    parties: [front, 'police-district', 'youth-union'],
    duties: [
      {
        by: 'police-district',
        action: 'Thông báo tình hình tai nạn giao thông trên địa bàn.',
        recurrence: 'MONTH',
        dueAfter: 5,
      },
    ],
    state: 'ENDED',
    endedOn: '2021-08-01',
    endReason: 'Minh họa: tạm dừng để tập trung phòng, chống dịch; sẽ ký chương trình mới.',
  },
  {
    key: 'environment-2019',
    program: 'PRG-26',
    number: '05/CTPH-MTTQ-TNMT',
    citedAs: null,
    title: 'Phối hợp bảo vệ môi trường, ứng phó với biến đổi khí hậu (minh họa)',
    signedOn: '2019-11-20',
    validFrom: '2019-12-01',
    validTo: '2021-12-01',
    parties: [front, 'environment-district', 'farmers-union'],
    duties: [
      {
        kind: 'FINAL_REVIEW',
        by: 'FRONT',
        action: 'Tổng kết chương trình phối hợp.',
        recurrence: 'ONCE',
        on: '2021-11-15',
        dueAfter: 10,
      },
    ],
    state: 'CONCLUDED',
  },
  {
    key: 'crime-2022',
    program: 'PRG-22',
    number: null,
    citedAs: null,
    title: 'Dự thảo: phối hợp phòng, chống tội phạm giai đoạn 2022 - 2026 (minh họa)',
    signedOn: null,
    validFrom: '2022-01-01',
    validTo: '2027-01-01',
    parties: [front, 'police-district', 'veterans-association'],
    duties: [
      {
        by: 'EACH_PARTY',
        action: 'Báo cáo kết quả xây dựng mô hình tự quản về an ninh trật tự.',
        recurrence: 'HALF',
        dueAfter: 15,
      },
    ],
    state: 'DRAFT',
  },
  {
    key: 'goods-2021',
    program: 'PRG-18',
    number: null,
    citedAs: null,
    title: 'Dự thảo: phối hợp đưa hàng Việt về nông thôn (minh họa)',
    signedOn: null,
    validFrom: '2021-07-01',
    validTo: '2022-01-01',
    parties: [front],
    duties: [],
    state: 'CANCELLED',
    endReason: 'Minh họa: không tổ chức được do dịch bệnh.',
  },
];

/** Since when the demonstration keeps what is owed: the year it is about. */
export const kept = '2021-01-01';

/** Obligations that were met on another day than most, were excused, or never met; the rest was met two days early. */
export const demoExceptions: readonly {
  readonly agreement: string;
  readonly organization: string;
  readonly asOf: string;
  readonly doneOn?: string;
  readonly waivedOn?: string;
}[] = [
  { agreement: 'D-10', organization: 'womens-union', asOf: '2021-06-30', doneOn: '2021-07-19' },
  { agreement: 'D-10', organization: 'womens-union', asOf: '2021-09-30', doneOn: '2021-10-14' },
  { agreement: 'D-10', organization: 'veterans-association', asOf: '2021-09-30', waivedOn: '2021-10-08' },
  { agreement: 'D-10', organization: 'labor-confederation', asOf: '2021-09-30' },
  { agreement: 'D-10', organization: 'labor-confederation', asOf: '2021-03-31', doneOn: '2021-04-20' },
  { agreement: 'D-12', organization: front, asOf: '2021-09-30' },
  { agreement: 'children-2021', organization: 'youth-union', asOf: '2021-06-30' },
  { agreement: 'traffic-2021', organization: 'police-district', asOf: '2021-05-31', doneOn: '2021-06-11' },
];

/** Reviews that were held; what they met is said by the obligations themselves. */
export const demoReviews: readonly {
  readonly agreement: string;
  readonly kind: 'INTERIM' | 'FINAL';
  readonly heldOn: string;
  readonly conclusion: string;
}[] = [
  {
    agreement: 'D-10',
    kind: 'INTERIM',
    heldOn: '2021-07-15',
    conclusion: 'Minh họa: các bên báo cáo đầy đủ; cần vận động thêm hội viên ở các ấp vùng xa.',
  },
  {
    agreement: 'children-2019',
    kind: 'FINAL',
    heldOn: '2021-02-24',
    conclusion: 'Minh họa: đạt mục tiêu; thống nhất ký chương trình cho giai đoạn 2021 - 2024.',
  },
  {
    agreement: 'environment-2019',
    kind: 'FINAL',
    heldOn: '2021-10-08',
    conclusion: 'Minh họa: các mô hình thu gom rác tự quản được duy trì; đề nghị ký tiếp.',
  },
];
