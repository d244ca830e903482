import { listedInReports, unitRows } from '@phoihop/core';
import { allow, readOnlyRows, rowRule } from '@phoihop/platform';

/** What one may be allowed to do here. */
export const permissions = {
  'covid-19:read': { vi: 'Xem công tác phòng, chống dịch', en: 'See the work against epidemics' },
  'covid-19:declare': {
    vi: 'Ghi nhận đợt dịch và cấp độ dịch',
    en: 'Enter outbreaks and levels of measures',
  },
  'covid-19:record': {
    vi: 'Ghi nhận tổ Covid cộng đồng, hỗ trợ khu cách ly, vận động tiêm chủng',
    en: 'Enter community teams, help in quarantine and vaccination outreach',
  },
  'covid-19:list': { vi: 'Lập, niêm yết danh sách hỗ trợ', en: 'Draw up and post support lists' },
  'covid-19:households': {
    vi: 'Xem hộ trong danh sách hỗ trợ và khiếu nại (dữ liệu cá nhân)',
    en: 'See households on support lists, and complaints (personal data)',
  },
  'covid-19:approve': { vi: 'Duyệt, trả lại danh sách hỗ trợ', en: 'Approve or return support lists' },
  'covid-19:fund': { vi: 'Ghi thu, chi quỹ và hàng hỗ trợ', en: 'Enter what funds receive and give' },
  'covid-19:fund-reverse': { vi: 'Đảo bút toán ghi sai của quỹ', en: 'Reverse wrong entries of funds' },
} as const;

/** Who gets which. Who draws up lists does not approve them, and who enters money does not take entries back. */
export const grants = {
  'district-standing': ['covid-19:read', 'covid-19:declare', 'covid-19:approve', 'covid-19:fund-reverse'],
  'district-officer': ['covid-19:read', 'covid-19:declare', 'covid-19:record'],
  'cluster-lead': ['covid-19:read'],
  'commune-standing': ['covid-19:read', 'covid-19:households', 'covid-19:approve', 'covid-19:fund-reverse'],
  'commune-clerk': [
    'covid-19:read',
    'covid-19:record',
    'covid-19:list',
    'covid-19:households',
    'covid-19:fund',
  ],
  'residential-head': ['covid-19:read', 'covid-19:record'],
  'member-representative': ['covid-19:read'],
  'counterpart-reader': ['covid-19:read'],
  treasurer: ['covid-19:read', 'covid-19:fund'],
  inspector: ['covid-19:read', 'covid-19:households'],
  auditor: ['covid-19:read', 'covid-19:households'],
} as const;

const permission = (name: keyof typeof permissions) => allow.permission(name);
const read = permission('covid-19:read');
const households = permission('covid-19:households');

/** One rule for every field this plugin contributes. */
export const fields = {
  Covid19Disease: read,
  Covid19ResponseLevel: read,
  Covid19SupportPackage: read,
  'Query.covid19Diseases': read,
  'Query.covid19ResponseLevels': read,
  'Query.covid19SupportPackages': read,
  Covid19Outbreak: read,
  'Covid19Outbreak.levels': read,
  Covid19OutbreakLevel: read,
  'Query.covid19Outbreaks': read,
  'Query.covid19Outbreak': read,
  'AdministrativeUnit.covid19Outbreaks': read,
  Covid19AreaHouseholds: read,
  'Query.covid19AreaHouseholds': read,
  Covid19CommunityTeam: read,
  ...listedInReports(read, 'Covid19CommunityTeam', ['formedOn', 'unit', 'name', 'members', 'households']),
  'Query.covid19CommunityTeams': read,
  'AdministrativeUnit.covid19CommunityTeams': read,
  Covid19SupportList: read,
  'Covid19SupportList.householdCount': read,
  'Covid19SupportList.totalAmount': read,
  'Query.covid19SupportLists': read,
  'Query.covid19SupportList': read,
  'AdministrativeUnit.covid19SupportLists': read,
  Covid19SupportHousehold: households,
  Covid19SupportComplaint: households,
  'Query.covid19SupportHouseholds': households,
  'Query.covid19SupportComplaints': households,
  Covid19Fund: read,
  'Covid19Fund.entries': read,
  Covid19FundEntry: read,
  'Query.covid19Funds': read,
  'Query.covid19FundEntries': read,
  'AdministrativeUnit.covid19Funds': read,
  Covid19QuarantineSupport: read,
  'Covid19QuarantineSupport.households': permission('covid-19:record'),
  'Query.covid19QuarantineSupports': read,
  Covid19VaccinationOutreach: read,
  ...listedInReports(read, 'Covid19VaccinationOutreach', [
    'heldOn',
    'unit',
    'topic',
    'reached',
    'registered',
  ]),
  'Query.covid19VaccinationOutreaches': read,
  'Mutation.covid19OpenOutbreak': permission('covid-19:declare'),
  'Mutation.covid19SetOutbreakLevel': permission('covid-19:declare'),
  'Mutation.covid19CloseOutbreak': permission('covid-19:declare'),
  'Mutation.covid19ReopenOutbreak': permission('covid-19:declare'),
  'Mutation.covid19RecordAreaHouseholds': permission('covid-19:record'),
  'Mutation.covid19FormTeam': permission('covid-19:record'),
  'Mutation.covid19ChangeTeam': permission('covid-19:record'),
  'Mutation.covid19DissolveTeam': permission('covid-19:record'),
  'Mutation.covid19CreateSupportList': permission('covid-19:list'),
  'Mutation.covid19AddSupportHousehold': permission('covid-19:list'),
  'Mutation.covid19RemoveSupportHousehold': permission('covid-19:list'),
  'Mutation.covid19PostSupportList': permission('covid-19:list'),
  'Mutation.covid19FileSupportComplaint': permission('covid-19:list'),
  'Mutation.covid19AnswerSupportComplaint': permission('covid-19:list'),
  'Mutation.covid19ReviewSupportList': permission('covid-19:list'),
  'Mutation.covid19ReturnSupportList': permission('covid-19:approve'),
  'Mutation.covid19ApproveSupportList': permission('covid-19:approve'),
  'Mutation.covid19RecordSupportReceived': permission('covid-19:list'),
  'Mutation.covid19DeliverSupportList': permission('covid-19:list'),
  'Mutation.covid19OpenFund': permission('covid-19:fund'),
  'Mutation.covid19RecordFundEntry': permission('covid-19:fund'),
  'Mutation.covid19ReverseFundEntry': permission('covid-19:fund-reverse'),
  'Mutation.covid19RecordQuarantineSupport': permission('covid-19:record'),
  'Mutation.covid19WithdrawQuarantineSupport': permission('covid-19:record'),
  'Mutation.covid19RecordVaccinationOutreach': permission('covid-19:record'),
  'Mutation.covid19WithdrawVaccinationOutreach': permission('covid-19:record'),
} as const;

const mayChange = (name: string, row = ''): string =>
  `core.may_change('covid-19:${name}', ${row}unit_id, 'PRG-28')`;
const ofProgram = { unit: 'unit_id', program: 'PRG-28', read: 'covid-19:read' } as const;
const withdrawals = ['withdrawn', 'withdrawal_reason', 'version'];
/** Rows seen with `read` and changed with any of the permissions. */
const changed = (by: readonly string[]): string => `(${by.map((name) => mayChange(name)).join(' or ')})`;

/** Which rows one sees and changes. */
export const rows = {
  Disease: readOnlyRows(
    'The code list of diseases is law and guidance, the same for every reader of the program; it changes by loading the file.',
  ),
  ResponseLevel: readOnlyRows(
    'The code list of levels is law and guidance, the same for every reader of the program; it changes by loading the file.',
  ),
  SupportPackage: readOnlyRows(
    'The code list of packages is law and guidance, the same for every reader of the program; it changes by loading the file.',
  ),
  Outbreak: rowRule({
    explanation:
      'Where an outbreak is and which measures hold is told every reader of the program, wherever they read; entered within the scope of declare.',
    select: 'always',
    insert: { using: mayChange('declare') },
    update: { using: mayChange('declare') },
    updateColumns: ['state', 'to_day', 'level_id', 'version'],
  }),
  OutbreakLevel: rowRule({
    explanation: 'Seen like the outbreak; added by whoever may change that, never changed.',
    select: 'always',
    insert: {
      using: `exists (select from covid_19.outbreak o where o.id = outbreak_id and ${mayChange('declare', 'o.')})`,
    },
  }),
  AreaHouseholds: unitRows({
    ...ofProgram,
    write: 'covid-19:record',
    updateColumns: ['superseded_at'],
    explanation: 'Counts of the units one has the program in; a later one only marks the earlier.',
  }),
  CommunityTeam: unitRows({
    ...ofProgram,
    write: 'covid-19:record',
    updateColumns: ['members', 'households', 'dissolved_on', 'dissolve_reason', 'version'],
    explanation: 'Teams of the units one has the program in; dissolved, never deleted.',
  }),
  SupportList: {
    ...unitRows({
      ...ofProgram,
      write: 'covid-19:list',
      explanation: 'Lists of the units one has the program in; drawn up and approved by different people.',
    }),
    update: { using: changed(['list', 'approve']) },
    updateColumns: [
      'state',
      'posted_on',
      'complaints_until',
      'approved_on',
      'delivered_on',
      'decision',
      'return_reason',
      'household_count',
      'amount',
      'drawn_up_on',
      'worked_on_by',
      'posted_by',
      'approved_by',
      'delivered_by',
      'version',
    ],
  },
  SupportHousehold: unitRows({
    unit: 'unit_id',
    program: 'PRG-28',
    read: 'covid-19:households',
    write: 'covid-19:list',
    updateColumns: ['removed_reason', 'received_on', 'version'],
    explanation:
      'Households of the units whose lists one makes, checks or supervises; personal data, reads are audited.',
  }),
  SupportComplaint: unitRows({
    unit: 'unit_id',
    program: 'PRG-28',
    read: 'covid-19:households',
    write: 'covid-19:list',
    updateColumns: ['answer', 'answered_on', 'answered_by', 'version'],
    explanation:
      'Complaints in the units whose lists one makes, checks or supervises; personal data, reads are audited.',
  }),
  Fund: {
    ...unitRows({
      ...ofProgram,
      write: 'covid-19:fund',
      explanation: 'Funds of the units one has the program in; what they hold follows from their entries.',
    }),
    update: { using: changed(['fund', 'fund-reverse']) },
    updateColumns: ['balance'],
  },
  FundEntry: {
    ...unitRows({
      ...ofProgram,
      explanation: 'Entries of the funds one sees; added by whoever enters or reverses, never changed.',
    }),
    insert: {
      using: `(reverses_id is null and ${mayChange('fund')}) or (reverses_id is not null and ${mayChange('fund-reverse')})`,
    },
  },
  QuarantineSupport: unitRows({
    ...ofProgram,
    write: 'covid-19:record',
    updateColumns: withdrawals,
    explanation: 'Help in the units one has the program in; withdrawn, never deleted.',
  }),
  VaccinationOutreach: unitRows({
    ...ofProgram,
    write: 'covid-19:record',
    updateColumns: withdrawals,
    explanation: 'Meetings in the units one has the program in; withdrawn, never deleted.',
  }),
};
