import { bridges, rivers } from '../../test-kit/rivers.js';
import { compose } from './compose.js';
import { describedElements } from './descriptions.js';

const { vietnamese, schema } = compose([rivers, bridges]);
const said = (coordinate: string) => vietnamese.get(coordinate);

test('everything in the schema is said in Vietnamese, what the platform makes too', () => {
  expect(describedElements(schema).filter(({ coordinate }) => !vietnamese.has(coordinate))).toEqual([]);
});

test('pages speak of what they hold', () => {
  expect(said('BridgesBridgeConnection')).toBe('Một trang của danh sách: một cây cầu.');
  expect(said('BridgesBridgeEdge.node')).toBe('Đối tượng ở vị trí này: một cây cầu.');
  expect(said('BridgesBridgeConnection.totalCount')).toContain('người hỏi được xem');
});

test('a filter and an order take the words of their property', () => {
  expect(said('RiversFilter.name')).toBe('Chỉ lấy các dòng theo: tên thường gọi.');
  expect(said('RiversFilter.depthMin')).toBe('Từ giá trị này trở lên của: độ sâu, tính bằng mét.');
  expect(said('RiversFilter.depthMax')).toBe('Đến giá trị này của: độ sâu, tính bằng mét.');
  expect(said('BridgesFilter.openedOnTo')).toBe('Đến giá trị này của: ngày thông cầu.');
  expect(said('BridgesOrder.OPENED_ON_DESC')).toBe('Giảm dần theo: ngày thông cầu.');
  expect(said('RiversOrder')).toMatch(/^Các cách sắp xếp một danh sách\. Danh sách: .{5}/);
  expect(said('BridgesFilter')).toMatch(/^Các điều kiện lọc một danh sách.* Danh sách: .{5}/);
});

test('an argument that identifies says by what', () => {
  expect(said('Query.river(name)')).toBe('Tìm theo: tên thường gọi.');
  expect(said('Query.node(id)')).toContain('Mã định danh toàn cục');
});

test('what is the same everywhere is said once', () => {
  expect(said('Query.rivers(first)')).toContain('từ 0 đến 200');
  expect(said('River.bridges(orderBy)')).toContain('Sắp xếp');
  expect(said('BridgesOpenInput.idempotencyKey')).toContain('chỉ có hiệu lực một lần');
  expect(said('River.id')).toBe('Mã định danh toàn cục của đối tượng.');
});
