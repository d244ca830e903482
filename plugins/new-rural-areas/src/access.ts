/** What one may be allowed to do here. */
export const permissions = {
  'new-rural-areas:read': {
    vi: 'Xem tiêu chí, hồ sơ, kết quả và danh hiệu nông thôn mới',
    en: 'See criteria, dossiers, results and titles of new-rural work',
  },
  'new-rural-areas:assess': {
    vi: 'Nhập kết quả tự đánh giá tiêu chí nông thôn mới',
    en: 'Enter the self-assessment by criteria',
  },
  'new-rural-areas:submit': {
    vi: 'Ký nộp kết quả tự đánh giá và hồ sơ đề nghị công nhận',
    en: 'Sign and hand in self-assessments and dossiers',
  },
  'new-rural-areas:poll': {
    vi: 'Mở, đóng, hủy cuộc lấy ý kiến sự hài lòng của người dân',
    en: 'Open, close and give up satisfaction polls',
  },
  'new-rural-areas:tally': {
    vi: 'Nhập kết quả kiểm phiếu của khu dân cư',
    en: 'Enter the counts of residential areas',
  },
  'new-rural-areas:tallies': {
    vi: 'Xem kết quả kiểm phiếu của từng khu dân cư',
    en: 'See the counts of single residential areas',
  },
  'new-rural-areas:appraise': {
    vi: 'Thẩm tra, trả lại hồ sơ; kiểm tra lại xã đã được công nhận',
    en: 'Appraise and return dossiers; check recognized communes again',
  },
  'new-rural-areas:decide': {
    vi: 'Ghi nhận quyết định công nhận, công bố, thu hồi',
    en: 'Record decisions of recognition, publish and withdraw them',
  },
  'new-rural-areas:supervise': {
    vi: 'Ghi nhận giám sát xây dựng nông thôn mới',
    en: 'Record supervision visits',
  },
} as const;

/**
 * Who gets which. The counts of a poll are entered by residential areas and the commune's Front alone: no state body
 * has `tally`, and whoever assessed a commune or signed for it is refused by name (`polls/independence.ts`).
 */
export const grants = {
  'district-standing': [
    'new-rural-areas:read',
    'new-rural-areas:tallies',
    'new-rural-areas:poll',
    'new-rural-areas:decide',
  ],
  'district-officer': [
    'new-rural-areas:read',
    'new-rural-areas:tallies',
    'new-rural-areas:poll',
    'new-rural-areas:appraise',
    'new-rural-areas:supervise',
  ],
  'cluster-lead': ['new-rural-areas:read'],
  'commune-standing': [
    'new-rural-areas:read',
    'new-rural-areas:tallies',
    'new-rural-areas:submit',
    'new-rural-areas:poll',
    'new-rural-areas:tally',
    'new-rural-areas:supervise',
  ],
  'commune-clerk': [
    'new-rural-areas:read',
    'new-rural-areas:tallies',
    'new-rural-areas:assess',
    'new-rural-areas:tally',
  ],
  'residential-head': ['new-rural-areas:read', 'new-rural-areas:tallies', 'new-rural-areas:tally'],
  'member-representative': ['new-rural-areas:read'],
  'counterpart-reader': ['new-rural-areas:read'],
  inspector: ['new-rural-areas:read', 'new-rural-areas:tallies', 'new-rural-areas:supervise'],
  auditor: ['new-rural-areas:read', 'new-rural-areas:tallies'],
} as const;

/** The line of the program that all of this belongs to. */
export const program = 'PRG-12';
