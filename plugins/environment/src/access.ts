import { listedInReports, unitRows } from '@phoihop/core';
import { allow, readOnlyRows, rowRule, type RowRule } from '@phoihop/platform';

/** What one may be allowed to do here. */
export const permissions = {
  'environment:read': {
    vi: 'Xem mô hình, hoạt động và cam kết bảo vệ môi trường',
    en: 'See models, actions and commitments for the environment',
  },
  'environment:record': {
    vi: 'Ghi nhận mô hình, hoạt động và cam kết của đơn vị',
    en: 'Record models, actions and commitments of a unit',
  },
  'environment:report': {
    vi: 'Ghi nhận mô hình, hoạt động của tổ chức mình',
    en: 'Record models and actions of the own organization',
  },
  'environment:confirm': {
    vi: 'Xác nhận hoạt động và nhận xét việc thực hiện cam kết do người khác ghi',
    en: 'Confirm actions, and review commitments, that others recorded',
  },
} as const;

const sees = 'environment:read';

/** Who gets which. Nobody both records and confirms by one role but an officer, who confirms what others recorded. */
export const grants = {
  'district-standing': [sees, 'environment:confirm'],
  'district-officer': [sees, 'environment:record', 'environment:confirm'],
  'cluster-lead': [sees],
  'commune-standing': [sees, 'environment:confirm'],
  'commune-clerk': [sees, 'environment:record'],
  'residential-head': [sees, 'environment:record'],
  'member-representative': [sees, 'environment:report'],
  'counterpart-reader': [sees],
  inspector: [sees],
  auditor: [sees],
} as const;

const read = allow.permission(sees);
const record = allow.permission('environment:record');
const recordOrReport = allow.anyOf(record, allow.permission('environment:report'));
const confirm = allow.permission('environment:confirm');
const lists = allow.public('Code lists are law and custom.');

/** One rule for every field this plugin contributes. */
export const fields = {
  EnvironmentCode: lists,
  'Query.environmentCodes': lists,
  EnvironmentModel: read,
  'Query.environmentModels': read,
  'AdministrativeUnit.environmentModels': read,
  'Mutation.environmentRegisterModel': recordOrReport,
  'Mutation.environmentCorrectModel': recordOrReport,
  'Mutation.environmentEndModel': recordOrReport,
  EnvironmentAction: read,
  ...listedInReports(read, 'EnvironmentAction', [
    'unit',
    'kind',
    'heldOn',
    'place',
    'participants',
    'wasteKg',
    'roadMeters',
    'canalMeters',
    'trees',
  ]),
  'Query.environmentActions': read,
  'AdministrativeUnit.environmentActions': read,
  'Organization.environmentActions': read,
  EnvironmentOrganizationTotal: read,
  'Query.environmentTotals': read,
  'Mutation.environmentRecordAction': recordOrReport,
  'Mutation.environmentCorrectAction': recordOrReport,
  'Mutation.environmentConfirmAction': confirm,
  'Mutation.environmentReopenAction': confirm,
  'Mutation.environmentWithdrawAction': recordOrReport,
  EnvironmentCommitment: read,
  EnvironmentCommitmentReview: read,
  'Query.environmentCommitments': read,
  'AdministrativeUnit.environmentCommitments': read,
  'Organization.environmentCommitments': read,
  'Mutation.environmentRecordCommitment': record,
  'Mutation.environmentReviewCommitment': confirm,
  'Mutation.environmentEndCommitment': record,
} as const;

const may = (what: string): string => `core.may_change('environment:${what}', unit_id, 'PRG-26')`;

/** The Front's people for everybody in their units; an organization's people for that organization alone. */
const mayRecord = `(${may('record')} or (${may('report')} and organization_id = any ((select core.own_organizations())::bigint[])))`;
const byCaller = 'recorded_by = (select platform.caller_id())';

const ofProgram = { unit: 'unit_id', program: 'PRG-26', read: sees } as const;
const ofUnit = (rule: Partial<RowRule> & Pick<RowRule, 'explanation'>): RowRule =>
  rowRule({ select: unitRows({ ...ofProgram, explanation: '' }).select, ...rule });
const ofOrganization = (rule: Partial<RowRule> & Pick<RowRule, 'explanation'>): RowRule =>
  rowRule({
    select: unitRows({ ...ofProgram, organization: 'organization_id', explanation: '' }).select,
    ...rule,
  });

/** Which rows one sees and changes. */
export const rows = {
  Code: readOnlyRows('The code lists are public; they change by loading the file.'),
  EnvironmentModel: ofOrganization({
    insert: { using: mayRecord },
    update: { using: mayRecord },
    updateColumns: ['name', 'households', 'state', 'ended_on', 'end_reason', 'version'],
    explanation:
      'Models of the units one has the program in, and those of the own organization; ended, never deleted.',
  }),
  EnvironmentAction: ofOrganization({
    insert: { using: `${byCaller} and ${mayRecord}` },
    update: { using: `(${mayRecord} or ${may('confirm')})` },
    updateColumns: [
      'held_on',
      'place',
      'participants',
      'waste_kg',
      'road_meters',
      'canal_meters',
      'trees',
      'state',
      'corrected_by',
      'confirmed_on',
      'confirmed_by',
      'withdrawal_reason',
      'version',
    ],
    explanation:
      'Actions in the units one has the program in, and those of the own organization; corrected, confirmed by others or withdrawn, never deleted.',
  }),
  ReligiousCommitment: ofUnit({
    insert: { using: `${byCaller} and ${may('record')}` },
    update: { using: `(${may('record')} or ${may('confirm')})` },
    updateColumns: ['state', 'ended_on', 'end_reason', 'version'],
    explanation: 'Commitments for the units one has the program in; ended, never deleted.',
  }),
  CommitmentReview: ofUnit({
    insert: { using: `reviewed_by = (select platform.caller_id()) and ${may('confirm')}` },
    explanation: 'Reviews of the commitments one sees; added by who confirms there, never changed.',
  }),
};
