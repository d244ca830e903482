import type { Sentence } from '@phoihop/platform/engine';

/**
 * What Apollo says of a request that is none it can take, in Vietnamese. What is not here stays English behind the
 * Vietnamese sentence of its code.
 */
export const httpSentences = {
  emptyQuery: {
    en: /^GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension\.$/,
    vi: 'thiếu `query`: thân yêu cầu là JSON có trường `query` chứa văn bản GraphQL.',
  },
  emptyBody: {
    en: /^POST body missing, invalid Content-Type, or JSON object has no keys\.$/,
    vi: 'thân yêu cầu POST trống, hoặc không có trường nào, hoặc Content-Type không phải application/json.',
  },
  crossSite: {
    en: /^This operation has been blocked as a potential Cross-Site Request Forgery \(CSRF\)\..+$/s,
    vi: 'yêu cầu bị chặn để phòng giả mạo từ trang khác (CSRF). Hãy gửi tiêu đề content-type: application/json, hoặc một tiêu đề apollo-require-preflight có giá trị.',
  },
  queryNotText: {
    en: /^GraphQL queries must be strings\.(?: It looks .+)?$/s,
    vi: '`query` phải là văn bản.',
  },
  partAsText: {
    en: /^`(variables|extensions)` in a POST body should be provided as an object, not a recursively JSON-encoded string\.$/,
    vi: '`$1` phải là một đối tượng JSON, không phải văn bản chứa JSON.',
  },
  partNotObject: {
    en: /^`(variables|extensions)` in a POST body must be an object if provided\.$/,
    vi: '`$1` phải là một đối tượng JSON.',
  },
  nameNotText: {
    en: /^`operationName` in a POST body must be a string if provided\.$/,
    vi: '`operationName` phải là văn bản.',
  },
  changeByGet: {
    en: /^GET requests only support query operations, not (.+) operations$/,
    vi: 'GET chỉ dùng cho truy vấn (query), không dùng cho $1; hãy gửi bằng POST.',
  },
  batch: { en: /^Operation batching disabled\.$/, vi: 'mỗi yêu cầu chỉ có một thao tác.' },
  noIntrospection: {
    en: /^GraphQL introspection is not allowed by Apollo Server, .+$/s,
    vi: 'máy chủ này không cho đọc lược đồ (introspection).',
  },
} as const satisfies Record<string, Sentence>;
