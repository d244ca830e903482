import { createHash } from 'node:crypto';

/** Family names with about their share of the people, so that a list looks like one of the district. */
const families =
  'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lâm Trịnh Mai Điểu Thổ Sú Chướng'.split(
    ' ',
  );
const men = {
  middle: 'Văn Văn Văn Đức Hữu Minh Quốc Thanh Công Xuân Ngọc Trọng Đình Tấn Bá'.split(' '),
  given:
    'An Bình Cường Dũng Đạt Hải Hòa Hùng Khánh Lâm Long Minh Nam Nghĩa Phong Phúc Quang Sơn Tâm Thắng Thành Thịnh Tiến Toàn Trung Tuấn Vinh'.split(
      ' ',
    ),
};
const women = {
  middle: 'Thị Thị Thị Ngọc Thanh Kim Thu Mỹ Bích Hồng Minh Phương'.split(' '),
  given:
    'Anh Chi Dung Giang Hà Hạnh Hiền Hoa Hồng Hương Lan Liên Loan Mai Nga Nhung Oanh Phượng Quyên Tâm Thảo Thu Thủy Trang Tuyết Vân Yến'.split(
      ' ',
    ),
};

/** An invented name, always the same one for the same account. */
export function inventedName(username: string): string {
  const digest = createHash('sha256').update(`demo ${username}`).digest();
  const pick = (list: readonly string[], at: number): string => list[digest.readUInt16BE(at) % list.length]!;
  const kind = digest[0]! % 5 < 2 ? women : men;
  return `${pick(families, 2)} ${pick(kind.middle, 4)} ${pick(kind.given, 6)}`;
}
