import { buildSchema, GraphQLError, graphqlSync, parse, type GraphQLSchema } from 'graphql';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../contract/scalars.js';
import { graphqlSentences, inVietnamese } from './graphql-sentences.js';

const schema = taking(
  buildSchema(`
    scalar Date
    scalar Decimal
    scalar DateTimeISO
    enum Kind { WIDE NARROW }
    input Filter { kind: Kind name: String! }
    type River { name: String length(unit: String!): Int sources(first: Int): [River] }
    type Town { name: String }
    type Query {
      river(name: String, id: ID, kind: Kind, first: Int, share: Float, wide: Boolean): River
      rivers(filter: Filter): [River]
      dated(on: Date, share: Decimal, at: DateTimeISO): Town
      needed(name: String!): Town
    }
  `),
);

function taking(built: GraphQLSchema): GraphQLSchema {
  for (const scalar of [DateScalar, DecimalScalar, DateTimeScalar])
    Object.assign(built.getType(scalar.name)!, {
      parseValue: scalar.parseValue,
      parseLiteral: scalar.parseLiteral,
    });
  return built;
}

/** What graphql-js says of a document. */
function saidOf(source: string): string[] {
  try {
    parse(source);
  } catch (error) {
    return [(error as GraphQLError).message];
  }
  return (graphqlSync({ schema, source }).errors ?? []).map(({ message }) => message);
}

/** For every sentence of the table a document of which graphql-js says it, and what it becomes. */
const cases: Record<keyof typeof graphqlSentences, readonly [document: string, vietnamese: string]> = {
  expectedToken: ['{ river { name', 'lỗi cú pháp: cần Name nhưng gặp <EOF>.'],
  unexpectedVariable: [
    'query ($a: Int = $b) { river(first: $a) { name } }',
    'lỗi cú pháp: không dùng được biến "$b" trong giá trị cố định.',
  ],
  unterminatedString: ['{ river(name: "Hồng) { name } }', 'lỗi cú pháp: chuỗi văn bản chưa đóng.'],
  singleQuote: [
    "{ river(name: 'Hồng') { name } }",
    'lỗi cú pháp: gặp dấu nháy đơn (\'); văn bản cần đặt trong dấu nháy kép (").',
  ],
  unexpectedCharacter: ['{ river% }', 'lỗi cú pháp: ký tự không hợp lệ "%".'],
  unexpectedToken: ['river', 'lỗi cú pháp: không mong đợi Name "river".'],
  unknownField: [
    '{ river { source } }',
    'kiểu "River" không có trường "source". Có phải ý bạn là "sources"?',
  ],
  unknownArgument: [
    '{ river(nam: "x") { name } }',
    '"Query.river" không có tham số "nam". Có phải ý bạn là "name"?',
  ],
  unknownType: [
    'query ($f: Filtr) { rivers(filter: $f) { name } }',
    'không có kiểu "Filtr". Có phải ý bạn là "Filter", "Int" hoặc "River"?',
  ],
  unknownDirective: ['{ river @live { name } }', 'không có chỉ thị "@live".'],
  unknownFragment: ['{ river { ...Parts } }', 'không có fragment "Parts".'],
  unknownInputField: [
    '{ rivers(filter: { name: "x", depth: 1 }) { name } }',
    'kiểu "Filter" không có trường "depth".',
  ],
  unknownEnumValue: [
    '{ river(kind: WID) { name } }',
    'kiểu liệt kê "Kind" không có giá trị "WID". Có phải ý bạn là "WIDE"?',
  ],
  notAnEnumValue: [
    '{ river(kind: "WIDE") { name } }',
    'kiểu liệt kê "Kind" không nhận "WIDE" (giá trị liệt kê viết không có dấu nháy). Có phải ý bạn là "WIDE"?',
  ],
  notWhole: ['{ river(first: "10") { name } }', 'Int cần số nguyên, không nhận "10".'],
  notInt32: [
    '{ river(first: 3000000000) { name } }',
    'Int chỉ nhận số nguyên từ -2147483648 đến 2147483647, không nhận 3000000000.',
  ],
  notFloat: ['{ river(share: "1") { name } }', 'Float cần một số, không nhận "1".'],
  notBoolean: ['{ river(wide: 1) { name } }', 'Boolean cần true hoặc false, không nhận 1.'],
  notText: ['{ river(name: 1) { name } }', 'String cần văn bản trong dấu nháy kép, không nhận 1.'],
  notId: ['{ river(id: 1.5) { name } }', 'ID cần văn bản hoặc số nguyên, không nhận 1.5.'],
  notDay: [
    '{ dated(on: "1/9/2021") { name } }',
    'không phải ngày: "1/9/2021". Viết theo dạng YYYY-MM-DD, ví dụ "2021-10-15", và ngày đó phải có thật.',
  ],
  notDecimal: [
    '{ dated(share: "1,5") { name } }',
    'không phải số thập phân: "1,5". Viết dạng văn bản với dấu chấm, ví dụ "12.5".',
  ],
  notMoment: [
    '{ dated(at: "hôm qua") { name } }',
    'không phải thời điểm: hôm qua. Viết theo ISO 8601, ví dụ "2021-10-15T03:00:00.000Z".',
  ],
  wrongLiteral: ['{ needed(name: null) { name } }', 'cần giá trị kiểu "String!" nhưng nhận được null.'],
  missingArgument: ['{ needed { name } }', '"needed" thiếu tham số bắt buộc "name" (kiểu "String!").'],
  missingInputField: [
    '{ rivers(filter: {}) { name } }',
    'thiếu trường bắt buộc "Filter.name" (kiểu "String!").',
  ],
  missingSelection: [
    '{ river }',
    'trường "river" (kiểu "River") cần chọn các trường con. Có phải ý bạn là "river { ... }"?',
  ],
  emptySelection: ['', 'trường "river" (kiểu "River") cần chọn ít nhất một trường con.'],
  selectionNotAllowed: [
    '{ river { name { first } } }',
    'trường "name" không có trường con để chọn, vì kiểu "String" không có trường con.',
  ],
  undefinedVariable: [
    'query Named { river(name: $n) { name } }',
    'biến "$n" chưa được khai báo ở đầu thao tác.',
  ],
  unusedVariable: ['query ($n: Int) { river { name } }', 'biến "$n" được khai báo mà không dùng.'],
  misplacedVariable: [
    'query ($n: Int) { river(name: $n) { name } }',
    'biến "$n" có kiểu "Int", nhưng chỗ dùng cần kiểu "String".',
  ],
  variableOfOutputType: [
    'query ($n: Town) { river { name } }',
    'biến "$n" không thể có kiểu "Town", vì đó không phải kiểu dữ liệu vào.',
  ],
  nullArgument: ['', 'tham số "name" (kiểu "String!") không được là null.'],
  argumentWithoutVariable: [
    '',
    'tham số "name" (kiểu "String!") lấy từ biến "$n", mà biến này chưa có giá trị.',
  ],
  twice: ['query A { river { name } } query A { river { name } }', 'tên "A" được dùng hai lần (operation).'],
  anonymousBesideOthers: [
    '{ river { name } } query A { river { name } }',
    'thao tác không tên phải là thao tác duy nhất trong văn bản.',
  ],
  unusedFragment: ['{ river { name } } fragment F on River { name }', 'fragment "F" không được dùng.'],
  impossibleFragment: [
    '{ river { ... on Town { name } } }',
    'không dùng được fragment ở đây: đối tượng kiểu "River" không bao giờ thuộc kiểu "Town".',
  ],
  conflictingFields: [
    '{ river(first: 1) { name } river(first: 2) { name } }',
    'các trường "river" mâu thuẫn nhau: cùng một tên trong câu trả lời mà khác trường hoặc khác tham số. Hãy đặt bí danh khác nhau.',
  ],
};

/** What no document of this schema brings about by itself. */
const others: Partial<Record<keyof typeof graphqlSentences, string>> = {
  emptySelection: 'Field "river" of type "River" must have at least one field selected.',
  nullArgument: 'Argument "name" of non-null type "String!" must not be null.',
  argumentWithoutVariable:
    'Argument "name" of required type "String!" was provided the variable "$n" which was not provided a runtime value.',
};

test.each(Object.entries(cases))('%s is said in Vietnamese', (key, [document, vietnamese]) => {
  const other = others[key as keyof typeof graphqlSentences];
  const said = (other ? [other] : saidOf(document)).map((message) => inVietnamese(message));
  expect(said).toContain(vietnamese);
});

test('an argument that is null by a variable is told with the sentence of the table', () => {
  const source = 'query ($n: String = "x") { needed(name: $n) { name } }';
  const [error] = graphqlSync({ schema, source, variableValues: { n: null } }).errors!;
  expect(inVietnamese(error!.message)).toBe(cases.nullArgument[1]);
});

test('three suggestions are joined as in Vietnamese', () => {
  expect(inVietnamese('Cannot query field "x" on type "T". Did you mean "a", "b", or "c"?')).toBe(
    'kiểu "T" không có trường "x". Có phải ý bạn là "a", "b" hoặc "c"?',
  );
});

test('what the table does not know stays as it is', () => {
  expect(inVietnamese('Something new.')).toBe('Something new.');
});

test('a message with a very long value in it is not searched', () => {
  const sentence = (value: string) => `Int cannot represent non-integer value: "${value}"`;
  expect(inVietnamese(sentence('x'.repeat(1000)))).toMatch(/^Int cần số nguyên/);
  expect(inVietnamese(sentence('x'.repeat(10_000)))).toMatch(/^Int cannot/);
});
