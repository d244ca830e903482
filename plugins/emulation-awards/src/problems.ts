import type { ProblemText } from '@phoihop/platform';
import { workflowWords } from './vietnamese/workflow-words.js';

/** Error codes of this plugin with their messages. */
export const problems = {
  ...workflowWords.problems,
  EMULATION_SHEET_NOT_IN_FORCE: {
    vi: 'Bảng điểm chỉ dùng được trong thời gian {allowed}; ngày nghiệp vụ là {given}.',
    en: 'The score sheet can be used in {allowed} only; the business date is {given}.',
  },
  EMULATION_SHEET_EMPTY: {
    vi: 'Bảng điểm có {given} tiêu chí cho điểm; cần {allowed} tiêu chí trước khi ban hành.',
    en: 'The sheet has {given} criteria that give points; {allowed} are needed before it is issued.',
  },
  EMULATION_SHEET_IN_USE: {
    vi: 'Năm thi đua {given} đang dùng bảng điểm này nên không rút được. Hãy ban hành bản mới.',
    en: 'The emulation year {given} is run by this sheet, so it cannot be withdrawn. Issue a new edition.',
  },
  EMULATION_NO_CLUSTER: {
    vi: 'Năm thi đua chưa có cụm nào; cần {allowed} cụm trước khi phát động.',
    en: 'The year has no cluster; {allowed} are needed before it is launched.',
  },
  EMULATION_GROUP: {
    vi: 'Nhóm {given} không phải là cụm thi đua của huyện này cho năm này. Cần: {allowed}.',
    en: 'The group {given} is no emulation cluster of this district for this year. Needed: {allowed}.',
  },
  EMULATION_LED_BEFORE: {
    vi: '{given} đã làm cụm trưởng năm trước; cụm trưởng luân phiên. Có thể chọn: {allowed}.',
    en: '{given} led this cluster the year before; the lead rotates. Possible: {allowed}.',
  },
  EMULATION_IN_CLUSTER: {
    vi: 'Đã thuộc cụm khác trong năm thi đua này: {given}. Mỗi đơn vị chỉ ở một cụm.',
    en: 'Already in another cluster of this year: {given}. Each unit is in one only.',
  },
  EMULATION_NOT_DONE: {
    vi: 'Còn {given} đơn vị chưa xong ({lacking}): {units}. Cần: {allowed}.',
    en: '{given} units are not done yet ({lacking}): {units}. Needed: {allowed}.',
    says: {
      lacking: {
        pact: { vi: 'ký giao ước', en: 'pact' },
        'self-scores': { vi: 'tự chấm điểm', en: 'self-scores' },
        'cross-scores': { vi: 'chấm chéo', en: 'cross-scores' },
        review: { vi: 'thẩm định điểm', en: 'review' },
      },
    },
  },
  EMULATION_NO_PACT: {
    vi: 'Cụm chưa soạn giao ước; cần {allowed} giao ước trước khi ký.',
    en: 'The cluster has drawn up no pact; {allowed} is needed before it can be signed.',
  },
  EMULATION_WITHDRAWN: {
    vi: 'Mục này đã được rút ngày {given}, không sửa được nữa.',
    en: 'This was withdrawn on {given} and cannot be changed any more.',
  },
  EMULATION_HONOR_UNKNOWN: {
    vi: 'Ngày {on}, pháp luật không quy định “{given}” cho đối tượng {subject}. Cho phép: {allowed}.',
    en: 'On {on} the law does not know “{given}” for {subject}. Allowed: {allowed}.',
    says: { subject: 'EmulationAwardsSubjectKind' },
  },
  EMULATION_CRITERION_UNKNOWN: {
    vi: 'Bảng điểm không có tiêu chí số “{given}” để chấm. Cho phép: {allowed}.',
    en: 'The sheet has no criterion “{given}” to be scored. Allowed: {allowed}.',
  },
  EMULATION_COMPUTED: {
    vi: 'Điểm tiêu chí {given} (nguồn {source}) không nhập theo cách này. Cho phép nhập: {allowed}.',
    en: 'Points of the criterion {given} (source {source}) are not entered in this way. To be entered: {allowed}.',
    says: { source: 'EmulationAwardsCriterionSource' },
  },
  EMULATION_INDICATOR_UNKNOWN: {
    vi: 'Tiêu chí {criterion} lấy điểm từ chỉ số “{given}”, nhưng hệ thống không có chỉ số này. Hãy bật chương trình có chỉ số đó hoặc dùng bảng điểm khác.',
    en: 'The criterion {criterion} takes its points from the indicator “{given}”, which no plugin has. Enable its plugin, or use another sheet.',
  },
  EMULATION_SUBMITTED: {
    vi: 'Bảng tự chấm điểm đã ký nộp ngày {given}, không sửa được nữa.',
    en: 'The self-scores were handed in on {given} and cannot be changed any more.',
  },
  EMULATION_SCORES_MISSING: {
    vi: 'Còn {given} tiêu chí chưa chấm điểm: {allowed}.',
    en: '{given} criteria have no points yet: {allowed}.',
  },
  EMULATION_OWN_UNIT: {
    vi: '{given} không được tự chấm điểm hoặc bỏ phiếu cho chính mình; người hoạt động cho cả hai đơn vị cũng vậy.',
    en: '{given} may not score or vote for itself, and neither may who acts for both units.',
  },
  EMULATION_OTHER_CLUSTER: {
    vi: '{given} không cùng cụm với đơn vị được chấm hoặc được bầu.',
    en: '{given} is not in the cluster of the unit that is scored or voted for.',
  },
  EMULATION_SCORE_PAST: {
    vi: 'Chỉ sửa được điểm chính thức đang có hiệu lực ({allowed}); điểm này thuộc loại {given} hoặc đã bị thay thế.',
    en: 'Only a final score that counts now can be corrected ({allowed}); this one is {given}, or was superseded.',
    says: { given: 'EmulationAwardsScoreKind', allowed: 'EmulationAwardsScoreKind' },
  },
  EMULATION_VOTED: {
    vi: 'Đã bỏ phiếu {given} lần; mỗi bên chỉ có {allowed} phiếu.',
    en: 'There is a vote already ({given}); each has {allowed}.',
  },
  EMULATION_HONORED_ALREADY: {
    vi: 'Đối tượng này đã được đề nghị danh hiệu đó trong năm, hoặc khen thưởng cho thành tích đó ({given}); một thành tích chỉ có {allowed} hình thức khen thưởng.',
    en: 'The same subject is already proposed for this title in the year, or for a reward of this achievement ({given}); one achievement has {allowed} reward.',
  },
  EMULATION_IN_DIRECTORY: {
    vi: 'Danh bạ đã có {given} người hoặc tổ chức mang tên này. Hãy chọn từ danh bạ thay vì ghi tên ({allowed}).',
    en: 'The directory has {given} of this name. Propose by reference instead of by name ({allowed}).',
    says: {
      allowed: {
        organization: { vi: 'chọn tổ chức', en: 'the organization' },
        'person | namesake': {
          vi: 'chọn người đó, hoặc nêu rõ là người khác trùng tên',
          en: 'the person, or say that it is a namesake',
        },
      },
    },
  },
  EMULATION_OWN_CASE: {
    vi: 'Không ai xét đề nghị của chính mình, của tổ chức hoặc đơn vị mình (đối tượng: {given}).',
    en: 'Nobody judges a proposal of oneself, the own organization or the own unit (subject: {given}).',
    says: { given: 'EmulationAwardsSubjectKind' },
  },
  EMULATION_VOTES_TOO_FEW: {
    vi: 'Hội đồng có {given} phiếu đồng ý; cần tỷ lệ {allowed}.',
    en: 'The council gave {given} votes in favor; a share of {allowed} is needed.',
  },
} as const satisfies Record<string, ProblemText>;
