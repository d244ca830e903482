import type { ProblemText, Translated } from './translated.js';

/** What the limits are called; those of one input are called by its field. */
const limitNames: Readonly<Record<string, Translated>> = {
  depth: { vi: 'độ sâu', en: 'depth' },
  aliases: { vi: 'số bí danh', en: 'aliases' },
  'root fields': { vi: 'số trường gốc', en: 'root fields' },
  directives: { vi: 'số chỉ thị', en: 'directives' },
  fields: { vi: 'số trường', en: 'fields' },
  'overlapping fields': { vi: 'số trường trùng nhau', en: 'overlapping fields' },
  tokens: { vi: 'độ dài văn bản', en: 'tokens' },
  rows: { vi: 'số dòng', en: 'rows' },
  body: { vi: 'kích thước yêu cầu', en: 'body' },
  signIn: { vi: 'số lần đăng nhập trong một yêu cầu', en: 'sign-ins in one request' },
};

/**
 * The platform's own error codes with their message templates. A plugin adds its own under `problems` in its
 * manifest; docs/reference/errors.md is generated from both and a test holds it current.
 */
export const platformProblems = {
  GRAPHQL_PARSE_FAILED: {
    vi: 'Không đọc được câu truy vấn GraphQL: {reason}',
    en: 'The GraphQL document could not be parsed: {reason}',
  },
  GRAPHQL_VALIDATION_FAILED: {
    vi: 'Câu truy vấn không hợp lệ với lược đồ: {reason}',
    en: 'The document is not valid against the schema: {reason}',
  },
  OPERATION_RESOLUTION_FAILURE: {
    vi: 'Không xác định được thao tác cần chạy: hãy nêu operationName là một trong các tên có trong văn bản.',
    en: 'It is not clear which operation to run: name one of the operations in the document with operationName.',
  },
  BAD_USER_INPUT: {
    vi: 'Giá trị của {field} không hợp lệ: nhận được {given}; cho phép: {allowed}.',
    en: 'The value of {field} is not valid: given {given}; allowed: {allowed}.',
  },
  UNAUTHENTICATED: {
    vi: 'Bạn cần đăng nhập để thực hiện việc này.',
    en: 'You have to be signed in for this.',
  },
  FORBIDDEN: {
    vi: 'Bạn không có quyền xem hoặc làm việc này ({field}).',
    en: 'You do not have the permission for {field}.',
    says: { permission: 'permission' },
    knowing: {
      permission: {
        vi: 'Bạn không có quyền “{permission}”, cần cho việc này ({field}).',
        en: 'You do not hold the permission “{permission}”, which is needed for this ({field}).',
      },
    },
  },
  NOT_FOUND: {
    vi: 'Không tìm thấy mục được nêu ({field}): mục này không có hoặc bạn không được xem.',
    en: '{field} was not found: it does not exist, or you may not see it.',
  },
  CONFLICT: {
    vi: 'Dữ liệu đã được người khác thay đổi. Phiên bản hiện tại là {current}; hãy tải lại rồi thử lại.',
    en: 'Someone else has changed this in the meantime. The current version is {current}; load it and try again.',
  },
  ALREADY_EXISTS: {
    vi: '{field} đã tồn tại: {given}.',
    en: '{field} already exists: {given}.',
  },
  IDEMPOTENCY_MISMATCH: {
    vi: 'Khóa idempotencyKey này đã được dùng cho một yêu cầu khác. Hãy dùng khóa mới.',
    en: 'This idempotencyKey was used for a different request. Use a new key.',
  },
  LIMIT_EXCEEDED: {
    vi: 'Truy vấn vượt giới hạn {limit}: {given}, tối đa {allowed}.',
    en: 'The operation is over the limit for {limit}: {given}, at most {allowed}.',
    says: { limit: limitNames },
  },
  PLUGIN_UNAVAILABLE: {
    vi: 'Chương trình “{plugin}” tạm thời không phục vụ được.',
    en: 'The program plugin “{plugin}” is not available at the moment.',
  },
  PLUGIN_DISABLED: {
    vi: 'Chương trình “{plugin}” đang được tắt.',
    en: 'The program plugin “{plugin}” is switched off.',
  },
  SERVICE_UNAVAILABLE: {
    vi: 'Cơ sở dữ liệu tạm thời chưa sẵn sàng. Vui lòng thử lại sau ít giây.',
    en: 'The database is not available at the moment. Please try again in a few seconds.',
  },
  TIMEOUT: {
    vi: 'Thao tác mất quá nhiều thời gian và đã được dừng. Hãy thu hẹp phạm vi truy vấn.',
    en: 'The operation took too long and was stopped. Ask for less at once.',
  },
  INTERNAL_SERVER_ERROR: {
    vi: 'Có lỗi bên trong hệ thống. Mã lỗi để báo cho quản trị viên: {errorId}.',
    en: 'Something went wrong inside the system. The number to tell an administrator: {errorId}.',
  },
} as const satisfies Record<string, ProblemText>;

/** A code of the platform's own list. */
export type PlatformProblemCode = keyof typeof platformProblems;
