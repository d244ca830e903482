import { actionWords } from './action-words.js';
import { commitmentWords } from './commitment-words.js';
import { modelWords } from './model-words.js';

/** Vietnamese descriptions by schema coordinate. */
export const vietnamese = {
  EnvironmentCodeList: 'Mục thuộc danh mục mã nào.',
  'EnvironmentCodeList.MODEL_KIND':
    'Loại mô hình giữ gìn môi trường: phân loại rác, Chủ nhật xanh, giảm rác thải nhựa…',
  'EnvironmentCodeList.CLEANUP_KIND':
    'Việc làm trong đợt ra quân: thu gom rác, khơi thông kênh mương, trồng cây…',
  'EnvironmentCodeList.CLIMATE_KIND': 'Việc làm để ứng phó với biến đổi khí hậu và tác hại của nó.',
  EnvironmentCode:
    'Một mục trong các danh mục mã của chương trình, có hiệu lực trong một khoảng thời gian, kèm căn cứ.',
  'EnvironmentCode.list': 'Danh mục chứa mục này.',
  'EnvironmentCode.code': 'Mã ổn định viết hoa, dùng khi nhập, ví dụ WASTE_SORTING.',
  'EnvironmentCode.title': 'Tên gọi theo ngôn ngữ của người hỏi.',
  'EnvironmentCode.validFrom': 'Ngày đầu tiên mục có hiệu lực.',
  'EnvironmentCode.validTo': 'Ngày đầu tiên mục hết hiệu lực; null khi còn hiệu lực.',
  'EnvironmentCode.legalBasis': 'Luật, thông tư hoặc thực tế làm căn cứ, ghi như viện dẫn.',
  'EnvironmentCode.note': 'Điều cần kiểm tra trước khi áp dụng chính thức; null khi không có.',
  'Query.environmentCodes':
    'Các danh mục mã của chương trình, kể cả mục đã hết hiệu lực: lọc bằng `list` và `validOn`.',
  ...modelWords,
  ...actionWords,
  ...commitmentWords,
} as const;
