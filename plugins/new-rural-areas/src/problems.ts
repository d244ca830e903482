import type { ProblemText } from '@phoihop/platform';
import { workflowWords } from './words/workflow-words.js';

/** Error codes of this plugin with their messages. */
export const problems = {
  ...workflowWords.problems,
  NEW_RURAL_CRITERIA_SET_NOT_FOUND: {
    vi: 'Vào ngày {on} không có bộ tiêu chí cấp {given} nào có hiệu lực đối với đơn vị này.',
    en: 'On {on} no criteria of the level {given} were in force for this unit.',
    says: { given: 'NewRuralAreasLevel' },
  },
  NEW_RURAL_CRITERIA_SET_REPLACED: {
    vi: 'Hồ sơ lập theo bộ tiêu chí {given}, nhưng vào ngày {on} áp dụng bộ {allowed}. Hãy đăng ký hồ sơ mới theo bộ tiêu chí này.',
    en: 'The dossier was begun by the criteria {given}, and on {on} those of {allowed} are in force. Register a new one by these.',
  },
  NEW_RURAL_CRITERION_UNKNOWN: {
    vi: 'Bộ tiêu chí không có tiêu chí số {given}. Cho phép: {allowed}.',
    en: 'The set has no criterion number {given}. Allowed: {allowed}.',
  },
  NEW_RURAL_CRITERION_TWICE: {
    vi: 'Tiêu chí số {given} được nêu hai lần.',
    en: 'Criterion number {given} is named twice.',
  },
  NEW_RURAL_CRITERION_VALUE: {
    vi: 'Tiêu chí số {number}: giá trị {given} không khớp với kết luận đã chọn; ngưỡng là {allowed}.',
    en: 'Criterion number {number}: the value {given} contradicts the outcome; the threshold is {allowed}.',
  },
  NEW_RURAL_CRITERIA_NOT_MET: {
    vi: 'Còn {count} tiêu chí chưa đạt: {given}. Hồ sơ chỉ được nộp khi mọi tiêu chí áp dụng đều đạt.',
    en: '{count} criteria are not met: {given}. A dossier is handed in when all that apply are met.',
  },
  NEW_RURAL_ASSESSMENT_INCOMPLETE: {
    vi: 'Bản tự đánh giá chưa có kết quả của các tiêu chí số {given}.',
    en: 'The self-assessment has no result for the criteria number {given}.',
  },
  NEW_RURAL_ASSESSMENT_HANDED_IN: {
    vi: 'Hồ sơ dùng bản tự đánh giá này đang ở trạng thái {given}, nên không sửa được. Chỉ sửa khi hồ sơ đã được trả lại.',
    en: 'The dossier that rests on this self-assessment is in the state {given}. It can be corrected once the dossier is returned.',
    says: { given: 'NewRuralAreasDossierState' },
  },
  NEW_RURAL_ASSESSMENT_OF_ANOTHER: {
    vi: 'Bản tự đánh giá này của xã khác hoặc theo bộ tiêu chí khác với hồ sơ.',
    en: 'This self-assessment is of another commune, or by other criteria than the dossier.',
  },
  NEW_RURAL_POLL_RULE_NOT_FOUND: {
    vi: 'Vào ngày {on} không có quy định lấy ý kiến nào cho cấp {given} (phạm vi {scope}).',
    en: 'On {on} no rule for polls of the level {given} (scope {scope}) was in force.',
    says: { given: 'NewRuralAreasLevel', scope: 'NewRuralAreasPollScope' },
  },
  NEW_RURAL_POLL_AREAS: {
    vi: 'Danh sách khu dân cư không đúng: đã nêu {given}, đơn vị có {allowed} khu dân cư. Mỗi khu dân cư nêu một lần; lấy ý kiến cấp xã phải nêu đủ.',
    en: 'The list of areas is not right: {given} are named, the unit has {allowed}. Each is named once, and of a commune all are.',
  },
  NEW_RURAL_POLL_HOUSEHOLDS: {
    vi: 'Tổng số hộ {given} không khớp với số hộ của các khu dân cư cộng lại là {allowed}.',
    en: '{given} households do not agree with those of the areas, which come to {allowed}.',
  },
  NEW_RURAL_POLL_INCOMPLETE: {
    vi: 'Mới có {given} trong {allowed} khu dân cư nhập kết quả kiểm phiếu.',
    en: '{given} of {allowed} areas have entered their counts.',
  },
  NEW_RURAL_POLL_NOT_CLOSED: {
    vi: 'Cuộc lấy ý kiến đang ở trạng thái {given}; kết quả chỉ có khi đã đóng.',
    en: 'The poll is in the state {given}; there is a result once it is closed.',
    says: { given: 'NewRuralAreasPollState' },
  },
  NEW_RURAL_POLL_NOT_PASSED: {
    vi: 'Cuộc lấy ý kiến này không đạt, nên không dùng được cho hồ sơ.',
    en: 'This poll did not pass; a dossier cannot rest on it.',
  },
  NEW_RURAL_POLL_OF_ANOTHER: {
    vi: 'Cuộc lấy ý kiến này của xã khác hoặc cho cấp khác với hồ sơ.',
    en: 'This poll is about another commune, or another level than the dossier.',
  },
  NEW_RURAL_POLL_PARTLY_SEEN: {
    vi: 'Bạn được xem kết quả của khu dân cư mình, không được xem kết quả chung của cuộc lấy ý kiến này.',
    en: 'You see the counts of your own area; the result of the whole poll is not yours to see.',
  },
  NEW_RURAL_TALLY_SUM: {
    vi: 'Số câu trả lời cộng lại là {given}, khác với {allowed} hộ được lấy ý kiến.',
    en: 'The answers come to {given}, and {allowed} households were asked.',
  },
  NEW_RURAL_TALLY_QUESTIONS: {
    vi: 'Đã nêu {given} câu hỏi; cần đủ các câu, mỗi câu một lần: {allowed}.',
    en: '{given} questions are answered; needed is each of these once: {allowed}.',
  },
  NEW_RURAL_PREREQUISITE_MISSING: {
    vi: 'Để lên cấp {given}, vào ngày {on} xã phải đang giữ danh hiệu {allowed}. Danh hiệu của các xã trước khi sáp nhập không được chuyển sang.',
    en: 'For the level {given} the commune must hold {allowed} on {on}. What its predecessors held before a merger does not count.',
    says: { given: 'NewRuralAreasLevel', allowed: 'NewRuralAreasLevel' },
  },
  NEW_RURAL_RECOGNIZED_ALREADY: {
    vi: 'Xã đã được công nhận cấp {given} ngày {on}.',
    en: 'The commune was recognized for the level {given} on {on}.',
    says: { given: 'NewRuralAreasLevel' },
  },
  NEW_RURAL_LEVEL_ABOVE_HELD: {
    vi: 'Xã đang giữ danh hiệu cao hơn ({given}); hãy thu hồi danh hiệu đó trước.',
    en: 'The commune holds the higher level {given}; withdraw that one first.',
    says: { given: 'NewRuralAreasLevel' },
  },
  NEW_RURAL_PARTLY_SEEN: {
    vi: 'Bạn được xem {given} trong {allowed} xã của đơn vị này. Kết quả của một phần không phải là của cả đơn vị: hãy hỏi đơn vị mà bạn được xem trọn vẹn.',
    en: 'You see {given} of the {allowed} communes of this unit. What a part comes to is not the whole: ask for a unit that you see completely.',
  },
  NEW_RURAL_VISIT_WITHDRAWN: {
    vi: 'Lần giám sát này đã được rút (lý do: {reason}), không sửa được nữa. Hãy ghi nhận lần mới.',
    en: 'This visit was withdrawn (reason: {reason}) and cannot be changed any more. Record a new one.',
  },
  NEW_RURAL_VISIT_WITHOUT_RECOMMENDATION: {
    vi: 'Lần giám sát này không có kiến nghị nào để theo dõi.',
    en: 'This visit made no recommendation that could be followed up.',
  },
} as const satisfies Record<string, ProblemText>;
