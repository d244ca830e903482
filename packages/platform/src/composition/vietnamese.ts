import { getNamedType, isEnumType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';

/** Vietnamese of what the platform itself contributes. */
export const platformVietnamese: ReadonlyMap<string, string> = new Map([
  ['Query', 'Mọi câu hỏi có thể đặt ra cho hệ thống.'],
  [
    'Mutation',
    'Mọi thay đổi có thể thực hiện. Mỗi trường gốc là một giao tác: hoặc làm trọn vẹn, hoặc không làm gì.',
  ],
  ['Node', 'Mọi đối tượng có mã định danh toàn cục và có thể lấy lại bằng mã đó.'],
  ['Node.id', 'Mã định danh toàn cục: không cần hiểu cấu trúc, ổn định, duy nhất trong mọi kiểu.'],
  [
    'Query.node',
    'Đối tượng có mã định danh toàn cục này. Trả về null khi không có, khi mã sai, và khi người hỏi không được xem: ba trường hợp trả lời giống nhau.',
  ],
  ['Query.node(id)', 'Mã định danh toàn cục, như bất kỳ đối tượng nào của hệ thống đã trả về.'],
  ['PageInfo', 'Vị trí của một trang trong danh sách (theo đặc tả kết nối Relay).'],
  ['PageInfo.hasNextPage', 'Còn dòng nào sau trang này hay không.'],
  ['PageInfo.hasPreviousPage', 'Trang này có được mở bằng `after` hay không, tức là có dòng đứng trước.'],
  ['PageInfo.startCursor', 'Con trỏ của dòng đầu tiên; null khi trang rỗng.'],
  ['PageInfo.endCursor', 'Con trỏ của dòng cuối cùng, dùng làm `after` để mở trang tiếp theo.'],
  ['Date', 'Một ngày theo dương lịch, ISO 8601: "2021-10-15". Không có giờ và múi giờ.'],
  ['Decimal', 'Số thập phân chính xác viết dạng chữ với dấu chấm ("12.5"). Số nguyên có thể viết trực tiếp.'],
  ['DateTimeISO', 'Một thời điểm theo giờ UTC, ISO 8601: "2021-10-15T03:00:00.000Z".'],
]);

const argumentTexts: Readonly<Record<string, string>> = {
  first: 'Tối đa bao nhiêu dòng, từ 0 đến 200; mặc định 50.',
  after: 'Con trỏ của dòng mà trang bắt đầu ngay sau đó.',
  orderBy: 'Sắp xếp theo thuộc tính nào; các dòng bằng nhau xếp theo mã định danh.',
  filter: 'Lấy những dòng nào: mọi điều kiện đã nêu đều phải thỏa mãn.',
  asOf: 'Ngày mà mọi thông tin bên dưới được đọc theo; mặc định là ngày nghiệp vụ.',
  input: 'Dữ liệu của thao tác; mỗi trường được mô tả trong kiểu của nó.',
};

const fieldTexts: Readonly<Record<string, string>> = {
  id: 'Mã định danh toàn cục của đối tượng.',
  version: 'Số phiên bản, tăng lên sau mỗi lần sửa; gửi kèm khi sửa để không ghi đè thay đổi của người khác.',
  idempotencyKey: 'Khóa UUID do máy khách đặt: gửi lại cùng khóa thì thao tác chỉ có hiệu lực một lần.',
  expectedVersion: 'Phiên bản mà người sửa đã xem; khác với phiên bản hiện tại thì báo CONFLICT.',
  demo: 'Có phải dữ liệu minh họa (được đặt ra, không lấy từ văn bản) hay không.',
};

/**
 * Vietnamese of elements that are the same everywhere or made by the platform: connections, edges, page arguments,
 * filters and orders. `own` has the plugins' translations, from which a filter takes the property's words.
 */
export function generatedVietnamese(
  schema: GraphQLSchema,
  coordinate: string,
  own: ReadonlyMap<string, string>,
): string | undefined {
  const argument = /^(\w+)\.(\w+)\((\w+)\)$/.exec(coordinate);
  if (argument) return argumentTexts[argument[3]!] ?? identifyingArgument(schema, argument, own);
  const [type = '', field] = coordinate.split('.');
  const entity = /^(.+)(Connection|Edge)$/.exec(type)?.[1];
  if (entity && isObjectType(schema.getType(entity)))
    return connectionText(type, field, own.get(entity) ?? entity);
  if (!field && generated(schema, type)) return listText(type, listWords(schema, type, own));
  if (field && generated(schema, type)) return listElementText(schema, type, field, own);
  return field ? fieldTexts[field] : undefined;
}

function identifyingArgument(
  schema: GraphQLSchema,
  [, type, field, name]: RegExpExecArray,
  own: ReadonlyMap<string, string>,
): string | undefined {
  const owner = schema.getType(type!);
  const returned = isObjectType(owner) ? getNamedType(owner.getFields()[field!]!.type).name : undefined;
  if (name === 'id') return 'Mã định danh toàn cục của đối tượng cần tìm.';
  const property = returned ? own.get(`${returned}.${name}`) : undefined;
  return property && `Tìm theo: ${lowerFirst(property)}`;
}

function connectionText(type: string, field: string | undefined, of: string): string {
  const what = lowerFirst(of.replace(/\.$/, ''));
  if (type.endsWith('Edge')) {
    if (!field) return `Một dòng trong danh sách: ${what}; kèm con trỏ đánh dấu vị trí.`;
    return field === 'cursor'
      ? 'Đánh dấu vị trí của dòng này trong danh sách; không cần hiểu cấu trúc.'
      : `Đối tượng ở vị trí này: ${what}.`;
  }
  const texts: Record<string, string> = {
    edges: 'Các dòng của trang này kèm con trỏ.',
    nodes: 'Các dòng của trang này, cho máy khách không cần con trỏ.',
    pageInfo: 'Cách mở trang tiếp theo.',
    totalCount: 'Cả danh sách có bao nhiêu dòng mà người hỏi được xem.',
  };
  return field ? texts[field]! : `Một trang của danh sách: ${what}.`;
}

const generated = (schema: GraphQLSchema, type: string): boolean => {
  const named = schema.getType(type);
  return (
    (isEnumType(named) && type.endsWith('Order')) || (isInputObjectType(named) && type.endsWith('Filter'))
  );
};

function listText(type: string, list: string | undefined): string {
  const which = list ? ` Danh sách: ${lowerFirst(list)}` : '';
  return type.endsWith('Order')
    ? `Các cách sắp xếp một danh sách.${which}`
    : `Các điều kiện lọc một danh sách; mọi điều kiện đã nêu đều phải thỏa mãn.${which}`;
}

/** What the plugin says of the list that a filter or order belongs to. */
function listWords(
  schema: GraphQLSchema,
  type: string,
  own: ReadonlyMap<string, string>,
): string | undefined {
  const list = listsOf(schema).get(type)?.first;
  return list && own.get(list);
}

/** `STARTS_ON_DESC`, `dateFrom`: the words of the property, with how it is used. */
function listElementText(
  schema: GraphQLSchema,
  type: string,
  name: string,
  own: ReadonlyMap<string, string>,
): string | undefined {
  const shared = sharedText(schema, type, name);
  if (shared) return shared;
  const order = /^(.+)_(ASC|DESC)$/.exec(name);
  const property = order
    ? order[1]!.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    : name.replace(/(From|To|Min|Max)$/, '');
  const words = propertyWords(schema, type, property, own);
  if (order) return `${order[2] === 'ASC' ? 'Tăng dần' : 'Giảm dần'} theo: ${words}`;
  if (/(From|Min)$/.test(name)) return `Từ giá trị này trở lên của: ${words}`;
  if (/(To|Max)$/.test(name)) return `Đến giá trị này của: ${words}`;
  return `Chỉ lấy các dòng theo: ${words}`;
}

/** What a filter that several lists share says of itself; see {@link CustomFilter}. */
function sharedText(schema: GraphQLSchema, type: string, name: string): string | undefined {
  const filter = schema.getType(type);
  const field = isInputObjectType(filter) ? filter.getFields()[name] : undefined;
  return field?.extensions['vietnamese'] as string | undefined;
}

/** The Vietnamese of the property a list type is about, found through the fields that use the list type. */
function propertyWords(
  schema: GraphQLSchema,
  type: string,
  property: string,
  own: ReadonlyMap<string, string>,
): string {
  for (const entity of listsOf(schema).get(type)?.entities ?? []) {
    const words = own.get(`${entity}.${property}`) ?? fieldTexts[property];
    if (words) return lowerFirst(words);
  }
  return `${property}.`;
}

/** The fields that take an argument of one type. */
interface Lists {
  /** The first of them, `Type.field`. */
  readonly first: string;
  /** What they list. */
  readonly entities: Set<string>;
}

/** By the type of an argument, the fields that take it; kept, because it is asked a thousand times. */
function listsOf(schema: GraphQLSchema): ReadonlyMap<string, Lists> {
  const known = listsBySchema.get(schema);
  if (known) return known;
  const lists = new Map<string, Lists>();
  for (const owner of Object.values(schema.getTypeMap())) {
    if (!isObjectType(owner)) continue;
    for (const field of Object.values(owner.getFields())) {
      if (field.args.length === 0) continue;
      const entity = getNamedType(field.type).name.replace(/Connection$/, '');
      for (const argument of field.args) {
        const type = getNamedType(argument.type).name;
        const list = lists.get(type) ?? { first: `${owner.name}.${field.name}`, entities: new Set() };
        lists.set(type, list);
        list.entities.add(entity);
      }
    }
  }
  listsBySchema.set(schema, lists);
  return lists;
}
const listsBySchema = new WeakMap<GraphQLSchema, ReadonlyMap<string, Lists>>();

const lowerFirst = (text: string): string => (text ? text[0]!.toLowerCase() + text.slice(1) : text);
