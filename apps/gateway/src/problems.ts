import type { Locale, Translated } from '@phoihop/platform';
import { fillText, platformProblems } from '@phoihop/platform/engine';

/** Something the gateway itself refuses, before or beside GraphQL. */
interface GatewayProblem extends Translated {
  /** `extensions.code`. */
  readonly code: string;
  readonly status: number;
}

const of = (code: keyof typeof platformProblems, status: number): GatewayProblem => ({
  code,
  status,
  ...platformProblems[code],
});

/** Everything the gateway answers with an error of its own. docs/reference/http.md lists it; a test compares. */
export const gatewayProblems = {
  badRequest: {
    code: 'BAD_REQUEST',
    status: 400,
    vi: 'Yêu cầu HTTP không hợp lệ: {reason}',
    en: 'The HTTP request is not valid: {reason}',
  },
  badToken: {
    code: 'UNAUTHENTICATED',
    status: 401,
    vi: 'Phiên đăng nhập không hợp lệ hoặc đã hết hạn. Vui lòng đăng nhập lại.',
    en: 'Your sign-in is not valid or has expired. Please sign in again.',
  },
  noSuchPage: {
    code: 'NOT_FOUND',
    status: 404,
    vi: 'Không có địa chỉ này. GraphQL ở /graphql.',
    en: 'There is nothing at this address. GraphQL is at /graphql.',
  },
  wrongMethod: {
    code: 'BAD_REQUEST',
    status: 405,
    vi: '/graphql chỉ nhận GET (cho truy vấn) và POST.',
    en: '/graphql takes GET (for queries) and POST only.',
  },
  notAcceptable: {
    code: 'BAD_REQUEST',
    status: 406,
    vi: 'Câu trả lời là application/graphql-response+json hoặc application/json; tiêu đề Accept không nhận loại nào.',
    en: 'Answers are application/graphql-response+json or application/json; the Accept header takes neither.',
  },
  tooLarge: {
    code: 'LIMIT_EXCEEDED',
    status: 413,
    vi: 'Thân yêu cầu quá lớn: tối đa {allowed} byte.',
    en: 'The request body is too large: at most {allowed} bytes.',
  },
  wrongMediaType: {
    code: 'BAD_REQUEST',
    status: 415,
    vi: 'Thân yêu cầu phải là application/json, không nén.',
    en: 'The request body must be application/json, not compressed.',
  },
  tooManyAttempts: {
    code: 'TOO_MANY_ATTEMPTS',
    status: 429,
    vi: 'Đăng nhập sai quá nhiều lần. Vui lòng thử lại sau {seconds} giây.',
    en: 'Too many sign-ins have failed. Please try again in {seconds} seconds.',
  },
  internal: of('INTERNAL_SERVER_ERROR', 500),
  starting: of('SERVICE_UNAVAILABLE', 503),
  overloaded: {
    code: 'SERVICE_UNAVAILABLE',
    status: 503,
    vi: 'Hệ thống đang quá tải. Vui lòng thử lại sau ít giây.',
    en: 'The system has too much to do at the moment. Please try again in a few seconds.',
  },
  tooSlow: of('TIMEOUT', 504),
} as const satisfies Record<string, GatewayProblem>;

/** Name of a problem of the gateway. */
export type GatewayProblemName = keyof typeof gatewayProblems;

/** An error as a client gets it. */
export interface WireError {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown> & { code: string }>;
}

/** A problem in the caller's language; facts fill the message's `{places}` and go along as extensions. */
export function wireError(
  name: GatewayProblemName,
  locale: Locale,
  facts: Record<string, unknown> = {},
): WireError {
  const problem: GatewayProblem = gatewayProblems[name];
  const { reason: _, ...shown } = facts;
  return { message: fillText(problem[locale], facts, locale), extensions: { code: problem.code, ...shown } };
}

/** The table of docs/reference/http.md. */
export function problemsTable(): string {
  const rows = Object.values<GatewayProblem>(gatewayProblems).map(
    ({ status, code, en }) => `| ${status} | \`${code}\` | ${en} |`,
  );
  return ['| status | code | message |', '| --- | --- | --- |', ...rows].join('\n');
}
