import { listedInReports, unitRows } from '@phoihop/core';
import { allow, readOnlyRows, rowRule } from '@phoihop/platform';

/** What one may be allowed to do here. */
export const permissions = {
  'crime-prevention:read': {
    vi: 'Xem mô hình tự quản và kết quả đánh giá an toàn về an ninh, trật tự',
    en: 'See self-managed models and safe-area assessments',
  },
  'crime-prevention:record': { vi: 'Ghi nhận mô hình tự quản', en: 'Record self-managed models' },
  'crime-prevention:assess': {
    vi: 'Tự đánh giá tiêu chuẩn “An toàn về an ninh, trật tự”',
    en: 'Assess the own commune for the standard “safe in security and order”',
  },
  'crime-prevention:review': {
    vi: 'Thẩm định hồ sơ tự đánh giá an toàn về an ninh, trật tự',
    en: 'Review self-assessments of communes',
  },
  'crime-prevention:decide': {
    vi: 'Ghi quyết định công nhận hoặc không công nhận',
    en: 'Record decisions that recognize communes or refuse to',
  },
  'crime-prevention:tips': {
    vi: 'Đọc và xử lý tin tố giác tội phạm (dữ liệu niêm phong)',
    en: 'Read tips about crimes and act on them (sealed data)',
  },
  'crime-prevention:handle': {
    vi: 'Giúp đỡ người lầm lỗi tại cộng đồng trong hồ sơ được giao (dữ liệu niêm phong)',
    en: 'Help people who have broken the law, in the cases one is named for (sealed data)',
  },
  'crime-prevention:assign': {
    vi: 'Phân công người giúp đỡ và kết thúc hồ sơ giúp đỡ (dữ liệu niêm phong)',
    en: 'Charge helpers with cases and end these (sealed data)',
  },
} as const;

const sees = 'crime-prevention:read';

/**
 * Who gets which. Tips go to case handlers, and the row rule asks besides that they were appointed for this very
 * program: the officer for citizens' petitions, a case handler of all programs, reads none. The district's standing
 * committee sees no sealed row: it has the counts.
 */
export const grants = {
  'district-standing': [sees, 'crime-prevention:decide'],
  'district-officer': [sees, 'crime-prevention:record', 'crime-prevention:review'],
  'cluster-lead': [sees],
  'commune-standing': [sees, 'crime-prevention:assess', 'crime-prevention:assign'],
  'commune-clerk': [sees, 'crime-prevention:record', 'crime-prevention:assess'],
  'residential-head': [sees, 'crime-prevention:handle'],
  'member-representative': [sees],
  'counterpart-reader': [sees],
  'case-handler': [sees, 'crime-prevention:tips', 'crime-prevention:handle'],
  inspector: [sees],
  auditor: [sees],
} as const;

const read = allow.permission('crime-prevention:read');
const record = allow.permission('crime-prevention:record');
const assess = allow.permission('crime-prevention:assess');
const review = allow.permission('crime-prevention:review');
const decide = allow.permission('crime-prevention:decide');
const tips = allow.permission('crime-prevention:tips');
const handle = allow.permission('crime-prevention:handle');
const assign = allow.permission('crime-prevention:assign');
const cases = allow.anyOf(handle, assign);
const lists = allow.public('Code lists are law and custom.');
const anybody = allow.public(
  'Anybody may tell of a crime, also without an account; nothing of the sender is kept, and nothing can be read back.',
);

/** One rule for every field this plugin contributes. */
export const fields = {
  CrimePreventionCode: lists,
  'Query.crimePreventionCodes': lists,

  CrimePreventionSecurityModel: read,
  ...listedInReports(read, 'CrimePreventionSecurityModel', ['startedOn', 'unit', 'kind', 'name', 'members']),
  CrimePreventionModelEquipment: read,
  'Query.crimePreventionSecurityModels': read,
  'AdministrativeUnit.crimePreventionSecurityModels': read,
  'Mutation.crimePreventionRegisterModel': record,
  'Mutation.crimePreventionCorrectModel': record,
  'Mutation.crimePreventionSuspendModel': record,
  'Mutation.crimePreventionResumeModel': record,
  'Mutation.crimePreventionEndModel': record,

  'Mutation.crimePreventionSubmitTip': anybody,
  CrimePreventionTipReceipt: anybody,
  CrimePreventionTip: tips,
  CrimePreventionTipStep: tips,
  'Query.crimePreventionTips': tips,
  'Query.crimePreventionTip': tips,
  'Mutation.crimePreventionForwardTip': tips,
  'Mutation.crimePreventionFileTip': tips,
  'Mutation.crimePreventionReopenTip': tips,
  'Mutation.crimePreventionCloseTip': tips,

  CrimePreventionRehabilitationCase: cases,
  CrimePreventionCaseReview: cases,
  'Query.crimePreventionRehabilitationCases': cases,
  'Mutation.crimePreventionOpenCase': handle,
  'Mutation.crimePreventionAssignCase': assign,
  'Mutation.crimePreventionReviewCase': handle,
  'Mutation.crimePreventionCompleteCase': assign,
  'Mutation.crimePreventionStopCase': assign,
  'Mutation.crimePreventionTransferCase': assign,

  CrimePreventionSafeAreaAssessment: read,
  CrimePreventionCriterionResult: read,
  'Query.crimePreventionSafeAreaAssessments': read,
  'AdministrativeUnit.crimePreventionSafeAreaAssessments': read,
  'Mutation.crimePreventionStartSafeArea': assess,
  'Mutation.crimePreventionAnswerCriteria': assess,
  'Mutation.crimePreventionSubmitSafeArea': assess,
  'Mutation.crimePreventionReviewSafeArea': review,
  'Mutation.crimePreventionReturnSafeArea': review,
  'Mutation.crimePreventionRecognizeSafeArea': decide,
  'Mutation.crimePreventionRefuseSafeArea': decide,
} as const;

const ofProgram = { unit: 'unit_id', program: 'PRG-22', read: sees } as const;

/** Units over which a permission is held for this program by name: a scope over all programs is not enough. */
const namedFor = (functionName: 'program_units_seen' | 'program_units_changed'): string =>
  `unit_id in (select its.unit_id from core.${functionName}('crime-prevention:tips') its where its.program = 'PRG_22')`;

const mayHandle = `(handler_id = (select platform.caller_id()) and core.may_change('crime-prevention:handle', unit_id, 'PRG-22'))`;
const mayAssign = `core.may_change('crime-prevention:assign', unit_id, 'PRG-22')`;
const seesCase = `((handler_id = (select platform.caller_id()) and unit_id in (select seen from core.units_seen('crime-prevention:handle', 'PRG-22') as seen))
  or unit_id in (select seen from core.units_seen('crime-prevention:assign', 'PRG-22') as seen))`;

const ofTip = 'exists (select from crime_prevention.tip its where its.id = tip_id)';
const ofCase = 'exists (select from crime_prevention.rehabilitation_case its where its.id = case_id)';

/** Which rows one sees and changes. */
export const rows = {
  Code: readOnlyRows('The code lists are public; they change by loading the file.'),
  SecurityModel: unitRows({
    ...ofProgram,
    write: 'crime-prevention:record',
    updateColumns: ['name', 'members', 'state', 'suspended_on', 'ended_on', 'end_reason', 'version'],
    explanation: 'Models of the units one has the program in; suspended or ended, never deleted.',
  }),
  ModelEquipment: unitRows({
    ...ofProgram,
    write: 'crime-prevention:record',
    updateColumns: ['pieces'],
    explanation: 'Equipment of the models one sees; only the number is ever changed.',
  }),
  Tip: rowRule({
    select: { using: namedFor('program_units_seen') },
    update: { using: namedFor('program_units_changed') },
    updateColumns: [
      'state',
      'forwarded_to',
      'forwarded_on',
      'filed_reason',
      'result_id',
      'result_note',
      'closed_on',
      'version',
    ],
    explanation:
      'Sealed: case handlers appointed for this very program read the tips of their units and act on them; nobody inserts, tips come in by a function that gives nothing back.',
  }),
  TipStepTaken: rowRule({
    select: { using: ofTip },
    insert: { using: `taken_by = (select platform.caller_id()) and ${ofTip}` },
    explanation: 'Sealed: whoever reads the tip reads what was done with it, and adds to it.',
  }),
  RehabilitationCase: rowRule({
    select: { using: seesCase },
    insert: { using: `opened_by = (select platform.caller_id()) and ${mayHandle}` },
    update: { using: `(${mayHandle} or ${mayAssign})` },
    updateColumns: [
      'handler_id',
      'assigned_on',
      'assigned_by',
      'state',
      'ended_on',
      'ended_by',
      'end_reason',
      'transferred_to_id',
      'version',
    ],
    explanation:
      'Sealed: the named helper of the case, as long as the right to help is held there, and whoever assigns helpers in the unit.',
  }),
  CaseReview: rowRule({
    select: { using: ofCase },
    insert: {
      using: `recorded_by = (select platform.caller_id()) and exists (select from crime_prevention.rehabilitation_case its
        where its.id = case_id and its.handler_id = (select platform.caller_id()))`,
    },
    explanation:
      'Sealed: whoever reads the case reads its reviews; the named helper adds them, nobody changes them.',
  }),
  SafeAreaAssessment: rowRule({
    ...unitRows({
      ...ofProgram,
      write: 'crime-prevention:assess',
      explanation: '',
    }),
    update: {
      using: `(${['assess', 'review', 'decide'].map((what) => `core.may_change('crime-prevention:${what}', unit_id, 'PRG-22')`).join(' or ')})`,
    },
    updateColumns: [
      'state',
      'submitted_on',
      'submitted_by',
      'reviewed_on',
      'reviewed_by',
      'review_note',
      'return_reason',
      'decision_number',
      'decided_on',
      'decided_by',
      'refusal_reason',
      'version',
    ],
    explanation:
      'Assessments of the units one has the program in; assessed by the commune, reviewed and decided by others, never deleted.',
  }),
  CriterionResult: unitRows({
    ...ofProgram,
    write: 'crime-prevention:assess',
    updateColumns: ['met', 'note', 'recorded_by'],
    explanation: 'What communes say of the criteria, in the units one has the program in.',
  }),
};
