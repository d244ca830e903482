/** One invented proposal: who, for what, and how far it has come. */
export interface DemoProposal {
  readonly unit: string;
  readonly year: number;
  readonly organization?: string;
  /** Username of the demonstration whose person is proposed. */
  readonly person?: string;
  readonly personName?: string;
  readonly achievement: string;
  readonly title?: string;
  readonly rewardForm?: string;
  readonly state: string;
  readonly nominatedOn: string;
  readonly nominatedBy: string;
  readonly decision?: { readonly number: string; readonly on: string };
  readonly awardedOn?: string;
  readonly revocation?: { readonly number: string; readonly on: string };
  /** How the council’s one member of the demonstration voted. */
  readonly vote?: boolean;
  readonly opinions?: readonly {
    readonly organization: string;
    readonly inFavor: boolean;
    readonly content: string;
  }[];
}

const invented = (text: string): string => `${text} (minh họa).`;

/** The first of each cluster in the ranking of 2020 (of cluster 4 one of the two that share the place). */
const winners: readonly DemoProposal[] = [
  ['26248', 'trang-bom'],
  ['26269', 'bac-son'],
  ['26266', 'dong-hoa'],
  ['26251', 'thanh-binh'],
].map(([unit, name], index) => ({
  unit: unit!,
  year: 2020,
  achievement: invented('Dẫn đầu cụm thi đua năm 2020'),
  title: 'COLLECTIVE_EXCELLENT',
  state: 'AWARDED',
  nominatedOn: '2021-01-05',
  nominatedBy: `chair.${name!}`,
  vote: true,
  decision: { number: `${15 + index}/QĐ-MTTQ`, on: '2021-01-20' },
  awardedOn: '2021-02-05',
}));

/** Proposals in every state of W-11, as of 15 October 2021. Nobody named here exists. */
export const demoProposals: readonly DemoProposal[] = [
  ...winners,
  {
    unit: '26257',
    year: 2020,
    personName: 'Trần Thị Bình (minh họa)',
    achievement: invented('Vận động 120 hộ tham gia bảo hiểm y tế'),
    rewardForm: 'CERTIFICATE_OF_COMMENDATION',
    state: 'AWARDED',
    nominatedOn: '2021-01-06',
    nominatedBy: 'chair.bau-ham',
    vote: true,
    decision: { number: '19/QĐ-MTTQ', on: '2021-01-20' },
    awardedOn: '2021-02-05',
  },
  {
    unit: '26254',
    year: 2020,
    personName: 'Lê Văn Cường (minh họa)',
    achievement: invented('Xây dựng mô hình tự quản ở khu dân cư'),
    rewardForm: 'CERTIFICATE_OF_COMMENDATION',
    state: 'REVOKED',
    nominatedOn: '2021-01-06',
    nominatedBy: 'chair.cay-gao',
    vote: true,
    decision: { number: '20/QĐ-MTTQ', on: '2021-01-20' },
    awardedOn: '2021-02-05',
    revocation: { number: '41/QĐ-MTTQ', on: '2021-04-12' },
  },
  {
    unit: '737',
    year: 2021,
    organization: 'farmers-union',
    achievement: invented('Tiêu thụ nông sản cho nông dân trong đợt dịch'),
    rewardForm: 'CERTIFICATE_OF_MERIT',
    state: 'DECIDED',
    nominatedOn: '2021-07-20',
    nominatedBy: 'women',
    vote: true,
    decision: { number: '88/QĐ-MTTQ', on: '2021-08-20' },
  },
  {
    unit: '26257',
    year: 2021,
    person: 'head.bau-ham',
    achievement: invented('Vận động người dân hiến đất làm đường'),
    rewardForm: 'CERTIFICATE_OF_COMMENDATION',
    state: 'NOMINATED',
    nominatedOn: '2021-10-01',
    nominatedBy: 'chair.bau-ham',
  },
  {
    unit: '26257',
    year: 2021,
    achievement: invented('Hỗ trợ các hộ khó khăn trong đợt giãn cách'),
    rewardForm: 'CERTIFICATE_OF_COMMENDATION',
    state: 'RETURNED',
    nominatedOn: '2021-09-10',
    nominatedBy: 'chair.bau-ham',
  },
  {
    unit: '26251',
    year: 2021,
    personName: 'Phạm Thị Dung (minh họa)',
    achievement: invented('Nấu cơm từ thiện cho khu cách ly'),
    rewardForm: 'CERTIFICATE_OF_COMMENDATION',
    state: 'CHECKED',
    nominatedOn: '2021-09-12',
    nominatedBy: 'chair.thanh-binh',
    opinions: [
      { organization: 'womens-union', inFavor: true, content: invented('Thống nhất đề nghị') },
      { organization: 'farmers-union', inFavor: false, content: invented('Đề nghị bổ sung xác nhận của ấp') },
    ],
  },
  {
    unit: '26260',
    year: 2021,
    personName: 'Nguyễn Văn Em (minh họa)',
    achievement: invented('Giữ gìn an ninh trật tự ở ấp'),
    rewardForm: 'CERTIFICATE_OF_COMMENDATION',
    state: 'COUNCIL',
    nominatedOn: '2021-09-01',
    nominatedBy: 'chair.song-thao',
  },
  {
    unit: '737',
    year: 2021,
    person: 'council',
    achievement: invented('Nhiều năm công tác trong hệ thống Mặt trận'),
    rewardForm: 'CERTIFICATE_OF_COMMENDATION',
    state: 'COUNCIL',
    nominatedOn: '2021-09-02',
    nominatedBy: 'farmers',
  },
  {
    unit: '26275',
    year: 2021,
    personName: 'Đỗ Thị Giang (minh họa)',
    achievement: invented('Vận động xây hai nhà Đại đoàn kết'),
    rewardForm: 'CERTIFICATE_OF_MERIT',
    state: 'RECOMMENDED',
    nominatedOn: '2021-08-15',
    nominatedBy: 'chair.tay-hoa',
    vote: true,
  },
  {
    unit: '26272',
    year: 2021,
    achievement: invented('Hoàn thành các chỉ tiêu sáu tháng đầu năm'),
    rewardForm: 'CERTIFICATE_OF_COMMENDATION',
    state: 'REFUSED',
    nominatedOn: '2021-07-12',
    nominatedBy: 'chair.ho-nai-3',
    vote: false,
  },
];
