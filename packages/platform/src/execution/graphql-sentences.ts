/** What a library says in English, and how it is said in Vietnamese. */
export interface Sentence {
  /** The English sentence; what stands in its places is the client's own or the schema's, and is kept. */
  readonly en: RegExp;
  /** `$1` and so on are those places. */
  readonly vi: string;
}

/**
 * The sentences of graphql-js that a client's author meets most, about documents and the values in them. What is not
 * here stays English behind the Vietnamese sentence of its code.
 */
export const graphqlSentences = {
  // Reading the document
  expectedToken: {
    en: /^Syntax Error: Expected (.+), found (.+)\.$/s,
    vi: 'lỗi cú pháp: cần $1 nhưng gặp $2.',
  },
  unexpectedVariable: {
    en: /^Syntax Error: Unexpected variable "([^"]+)" in constant value\.$/,
    vi: 'lỗi cú pháp: không dùng được biến "$1" trong giá trị cố định.',
  },
  unterminatedString: {
    en: /^Syntax Error: Unterminated string\.$/,
    vi: 'lỗi cú pháp: chuỗi văn bản chưa đóng.',
  },
  singleQuote: {
    en: /^Syntax Error: Unexpected single quote character \('\), did you mean to use a double quote \("\)\?$/,
    vi: 'lỗi cú pháp: gặp dấu nháy đơn (\'); văn bản cần đặt trong dấu nháy kép (").',
  },
  unexpectedCharacter: {
    en: /^Syntax Error: (?:Unexpected|Invalid) character: (.+)\.$/s,
    vi: 'lỗi cú pháp: ký tự không hợp lệ $1.',
  },
  unexpectedToken: { en: /^Syntax Error: Unexpected (.+)\.$/s, vi: 'lỗi cú pháp: không mong đợi $1.' },

  // Names that the schema does not have
  unknownField: {
    en: /^Cannot query field "([^"]+)" on type "([^"]+)"\.$/,
    vi: 'kiểu "$2" không có trường "$1".',
  },
  unknownArgument: {
    en: /^Unknown argument "([^"]+)" on (?:field|directive) "([^"]+)"\.$/,
    vi: '"$2" không có tham số "$1".',
  },
  unknownType: { en: /^Unknown type "([^"]+)"\.$/, vi: 'không có kiểu "$1".' },
  unknownDirective: { en: /^Unknown directive "([^"]+)"\.$/, vi: 'không có chỉ thị "$1".' },
  unknownFragment: { en: /^Unknown fragment "([^"]+)"\.$/, vi: 'không có fragment "$1".' },
  unknownInputField: {
    en: /^Field "([^"]+)" is not defined by type "([^"]+)"\.$/,
    vi: 'kiểu "$2" không có trường "$1".',
  },
  unknownEnumValue: {
    en: /^Value "([^"]+)" does not exist in "([^"]+)" enum\.$/,
    vi: 'kiểu liệt kê "$2" không có giá trị "$1".',
  },

  // Values written in the document
  notAnEnumValue: {
    en: /^Enum "([^"]+)" cannot represent non-enum value: (.+)\.$/s,
    vi: 'kiểu liệt kê "$1" không nhận $2 (giá trị liệt kê viết không có dấu nháy).',
  },
  notWhole: {
    en: /^Int cannot represent non-integer value: (.+)$/s,
    vi: 'Int cần số nguyên, không nhận $1.',
  },
  notInt32: {
    en: /^Int cannot represent non 32-bit signed integer value: (.+)$/s,
    vi: 'Int chỉ nhận số nguyên từ -2147483648 đến 2147483647, không nhận $1.',
  },
  notFloat: {
    en: /^Float cannot represent non numeric value: (.+)$/s,
    vi: 'Float cần một số, không nhận $1.',
  },
  notBoolean: {
    en: /^Boolean cannot represent a non boolean value: (.+)$/s,
    vi: 'Boolean cần true hoặc false, không nhận $1.',
  },
  notText: {
    en: /^String cannot represent a non string value: (.+)$/s,
    vi: 'String cần văn bản trong dấu nháy kép, không nhận $1.',
  },
  notId: {
    en: /^ID cannot represent a non-string and non-integer value: (.+)$/s,
    vi: 'ID cần văn bản hoặc số nguyên, không nhận $1.',
  },
  notDay: {
    en: /^Not a date: (.+)\. Allowed: .+ \(Date\)\.$/s,
    vi: 'không phải ngày: $1. Viết theo dạng YYYY-MM-DD, ví dụ "2021-10-15", và ngày đó phải có thật.',
  },
  notDecimal: {
    en: /^Not a decimal: (.+)\. Allowed: .+ \(Decimal\)\.$/s,
    vi: 'không phải số thập phân: $1. Viết dạng văn bản với dấu chấm, ví dụ "12.5".',
  },
  notMoment: {
    en: /^DateTime cannot represent (?:an invalid date-time-string|non string or Date type) (.+?)\.?$/s,
    vi: 'không phải thời điểm: $1. Viết theo ISO 8601, ví dụ "2021-10-15T03:00:00.000Z".',
  },
  wrongLiteral: {
    en: /^Expected value of type "([^"]+)", found (.+)\.$/s,
    vi: 'cần giá trị kiểu "$1" nhưng nhận được $2.',
  },

  // What is missing
  missingArgument: {
    en: /^(?:Field|Directive) "([^"]+)" argument "([^"]+)" of type "([^"]+)" is required, but it was not provided\.$/,
    vi: '"$1" thiếu tham số bắt buộc "$2" (kiểu "$3").',
  },
  missingInputField: {
    en: /^Field "([^"]+)" of required type "([^"]+)" was not provided\.$/,
    vi: 'thiếu trường bắt buộc "$1" (kiểu "$2").',
  },
  missingSelection: {
    en: /^Field "([^"]+)" of type "([^"]+)" must have a selection of subfields\.$/,
    vi: 'trường "$1" (kiểu "$2") cần chọn các trường con.',
  },
  emptySelection: {
    en: /^Field "([^"]+)" of type "([^"]+)" must have at least one field selected\.$/,
    vi: 'trường "$1" (kiểu "$2") cần chọn ít nhất một trường con.',
  },
  selectionNotAllowed: {
    en: /^Field "([^"]+)" must not have a selection since type "([^"]+)" has no subfields\.$/,
    vi: 'trường "$1" không có trường con để chọn, vì kiểu "$2" không có trường con.',
  },

  // Variables
  undefinedVariable: {
    en: /^Variable "([^"]+)" is not defined(?: by operation "[^"]+")?\.$/,
    vi: 'biến "$1" chưa được khai báo ở đầu thao tác.',
  },
  unusedVariable: {
    en: /^Variable "([^"]+)" is never used(?: in operation "[^"]+")?\.$/,
    vi: 'biến "$1" được khai báo mà không dùng.',
  },
  misplacedVariable: {
    en: /^Variable "([^"]+)" of type "([^"]+)" used in position expecting type "([^"]+)"\.$/,
    vi: 'biến "$1" có kiểu "$2", nhưng chỗ dùng cần kiểu "$3".',
  },
  variableOfOutputType: {
    en: /^Variable "([^"]+)" cannot be non-input type "([^"]+)"\.$/,
    vi: 'biến "$1" không thể có kiểu "$2", vì đó không phải kiểu dữ liệu vào.',
  },
  nullArgument: {
    en: /^Argument "([^"]+)" of non-null type "([^"]+)" must not be null\.$/,
    vi: 'tham số "$1" (kiểu "$2") không được là null.',
  },
  argumentWithoutVariable: {
    en: /^Argument "([^"]+)" of required type "([^"]+)" was provided the variable "([^"]+)" which was not provided a runtime value\.$/,
    vi: 'tham số "$1" (kiểu "$2") lấy từ biến "$3", mà biến này chưa có giá trị.',
  },

  // Operations and fragments
  twice: {
    en: /^There can be only one (operation|fragment|argument|variable|input field) named "([^"]+)"\.$/,
    vi: 'tên "$2" được dùng hai lần ($1).',
  },
  anonymousBesideOthers: {
    en: /^This anonymous operation must be the only defined operation\.$/,
    vi: 'thao tác không tên phải là thao tác duy nhất trong văn bản.',
  },
  unusedFragment: { en: /^Fragment "([^"]+)" is never used\.$/, vi: 'fragment "$1" không được dùng.' },
  impossibleFragment: {
    en: /^Fragment (?:"[^"]+" )?cannot be spread here as objects of type "([^"]+)" can never be of type "([^"]+)"\.$/,
    vi: 'không dùng được fragment ở đây: đối tượng kiểu "$1" không bao giờ thuộc kiểu "$2".',
  },
  conflictingFields: {
    en: /^Fields "([^"]+)" conflict because .+ Use different aliases on the fields to fetch both if this was intentional\.$/s,
    vi: 'các trường "$1" mâu thuẫn nhau: cùng một tên trong câu trả lời mà khác trường hoặc khác tham số. Hãy đặt bí danh khác nhau.',
  },
} as const satisfies Record<string, Sentence>;

/** "Did you mean …?" at the end of a sentence. */
const suggestion = /^(.*?) Did you mean (?:the enum value |to use an inline fragment on )?(.+)\?$/s;

/** A longer message holds a long value of the client's; it is not worth the time that a pattern may take with it. */
const longest = 2000;

/**
 * A library's sentence in Vietnamese, as what follows a colon; one that is not known stays as it is.
 * @param known Where it is looked up.
 */
export function inVietnamese(
  message: string,
  known: Readonly<Record<string, Sentence>> = graphqlSentences,
): string {
  const text = message.trim();
  if (text.length > longest) return text;
  for (const { en, vi } of Object.values(known)) if (en.test(text)) return text.replace(en, vi);
  const [, said, meant] = suggestion.exec(text) ?? [];
  if (said === undefined || meant === undefined) return text;
  const names = meant.replace(/,? or (?="[^"]*"$)/, ' hoặc ');
  return `${inVietnamese(said, known)} Có phải ý bạn là ${names}?`;
}
