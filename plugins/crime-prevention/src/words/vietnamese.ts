import { caseWords } from './case-words.js';
import { modelWords } from './model-words.js';
import { safeAreaWords } from './safe-area-words.js';
import { tipWords } from './tip-words.js';

/** Vietnamese descriptions by schema coordinate. */
export const vietnamese = {
  CrimePreventionCodeList: 'Mục thuộc danh mục mã nào.',
  'CrimePreventionCodeList.MODEL_KIND':
    'Loại mô hình tự quản: camera an ninh, tiếng kẻng an ninh, tổ tự quản…',
  'CrimePreventionCodeList.EQUIPMENT_KIND': 'Loại trang bị của mô hình, đếm theo cái.',
  'CrimePreventionCodeList.TIP_TOPIC':
    'Nội dung tin tố giác theo cách gọi thông thường; không phải kết luận về tội danh.',
  'CrimePreventionCodeList.TIP_RESULT': 'Kết quả xử lý tin đã chuyển.',
  'CrimePreventionCodeList.CASE_GROUND': 'Vì sao người đó được giúp đỡ, giáo dục tại cộng đồng.',
  'CrimePreventionCodeList.SAFE_AREA_CRITERION':
    'Tiêu chí của tiêu chuẩn “An toàn về an ninh, trật tự” đối với xã, phường, thị trấn.',
  CrimePreventionCode:
    'Một mục trong các danh mục mã của chương trình, có hiệu lực trong một khoảng thời gian, kèm căn cứ.',
  'CrimePreventionCode.list': 'Danh mục chứa mục này.',
  'CrimePreventionCode.code': 'Mã ổn định viết hoa, dùng khi nhập, ví dụ SECURITY_CAMERA.',
  'CrimePreventionCode.title': 'Tên gọi theo ngôn ngữ của người hỏi.',
  'CrimePreventionCode.validFrom': 'Ngày đầu tiên mục có hiệu lực.',
  'CrimePreventionCode.validTo': 'Ngày đầu tiên mục hết hiệu lực; null khi còn hiệu lực.',
  'CrimePreventionCode.legalBasis': 'Luật, thông tư hoặc thực tế làm căn cứ, ghi như viện dẫn.',
  'CrimePreventionCode.note': 'Điều cần kiểm tra trước khi áp dụng chính thức; null khi không có.',
  'Query.crimePreventionCodes':
    'Các danh mục mã của chương trình, kể cả mục đã hết hiệu lực: lọc bằng `list` và `validOn`.',
  ...modelWords,
  ...tipWords,
  ...caseWords,
  ...safeAreaWords,
} as const;
