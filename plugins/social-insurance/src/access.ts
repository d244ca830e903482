import { listedInReports, unitRows } from '@phoihop/core';
import { allow, readOnlyRows } from '@phoihop/platform';

/** What one may be allowed to do here. */
export const permissions = {
  'social-insurance:read': { vi: 'Xem số liệu tham gia bảo hiểm', en: 'See insurance coverage figures' },
  'social-insurance:record': {
    vi: 'Nhập số liệu và hoạt động bảo hiểm',
    en: 'Record insurance figures and activities',
  },
  'social-insurance:gaps': {
    vi: 'Xem và cập nhật danh sách hộ chưa tham gia (dữ liệu cá nhân)',
    en: 'See and change the list of households without insurance (personal data)',
  },
} as const;

/** Who gets which. Gap lists go to those who call on households, and to nobody who only reads figures. */
export const grants = {
  'district-standing': ['social-insurance:read'],
  'district-officer': ['social-insurance:read', 'social-insurance:record'],
  'cluster-lead': ['social-insurance:read'],
  'commune-standing': ['social-insurance:read', 'social-insurance:record', 'social-insurance:gaps'],
  'commune-clerk': ['social-insurance:read', 'social-insurance:record', 'social-insurance:gaps'],
  'residential-head': ['social-insurance:read', 'social-insurance:gaps'],
  'member-representative': ['social-insurance:read'],
  'counterpart-reader': ['social-insurance:read'],
  inspector: ['social-insurance:read'],
  auditor: ['social-insurance:read'],
} as const;

const read = allow.permission('social-insurance:read');
const record = allow.permission('social-insurance:record');
const gaps = allow.permission('social-insurance:gaps');
const decree = allow.public('The groups of insured people are law.');

/** One rule for every field this plugin contributes. */
export const fields = {
  SocialInsuranceParticipantGroup: decree,
  'Query.socialInsuranceParticipantGroups': decree,
  SocialInsuranceCoverageSnapshot: read,
  'Query.socialInsuranceCoverageSnapshots': read,
  'AdministrativeUnit.socialInsuranceCoverageSnapshots': read,
  SocialInsuranceCoverage: read,
  SocialInsuranceUnitCoverage: read,
  SocialInsuranceCoverageFigure: read,
  'Query.socialInsuranceCoverage': read,
  'Mutation.socialInsuranceImportSnapshot': record,
  SocialInsuranceImportResult: record,
  SocialInsuranceOutreachSession: read,
  ...listedInReports(read, 'SocialInsuranceOutreachSession', [
    'unit',
    'heldOn',
    'topic',
    'attendance',
    'registered',
  ]),
  'Query.socialInsuranceOutreachSessions': read,
  'AdministrativeUnit.socialInsuranceOutreachSessions': read,
  'Mutation.socialInsuranceRecordOutreach': record,
  'Mutation.socialInsuranceCorrectOutreach': record,
  'Mutation.socialInsuranceWithdrawOutreach': record,
  SocialInsuranceCollectionAgent: read,
  'Query.socialInsuranceCollectionAgents': read,
  'AdministrativeUnit.socialInsuranceCollectionAgents': read,
  'Mutation.socialInsuranceAddCollectionAgent': record,
  'Mutation.socialInsuranceEndCollectionAgent': record,
  SocialInsuranceGapHousehold: gaps,
  'Query.socialInsuranceGapHouseholds': gaps,
  'Mutation.socialInsuranceNoteGap': gaps,
  'Mutation.socialInsuranceChangeGap': gaps,
} as const;

const ofProgram = {
  unit: 'unit_id',
  program: 'PRG-27',
  read: 'social-insurance:read',
  write: 'social-insurance:record',
} as const;

/** Which rows one sees and changes. */
export const rows = {
  ParticipantGroup: readOnlyRows('The code list of groups is public; it changes by loading the file.'),
  CoverageSnapshot: unitRows({
    ...ofProgram,
    updateColumns: ['superseded_at'],
    explanation:
      'Figures of the units one has the program in; append-only, a later import only marks the earlier figure.',
  }),
  OutreachSession: unitRows({
    ...ofProgram,
    updateColumns: [
      'held_on',
      'topic',
      'attendance',
      'registered',
      'withdrawn',
      'withdrawal_reason',
      'version',
    ],
    explanation: 'Sessions in the units one has the program in; corrected or withdrawn, never deleted.',
  }),
  CollectionAgent: unitRows({
    ...ofProgram,
    updateColumns: ['valid_to', 'version'],
    explanation: 'Agents of the units one has the program in; a contract is ended, an agent never deleted.',
  }),
  GapHousehold: unitRows({
    unit: 'unit_id',
    program: 'PRG-27',
    read: 'social-insurance:gaps',
    write: 'social-insurance:gaps',
    updateColumns: ['state', 'uninsured', 'version'],
    explanation: 'Households of the units whose gap lists one works on; personal data, reads are audited.',
  }),
};
