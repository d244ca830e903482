import { change, changing, input, kept, mutation } from './of.js';

const area = 'Ấp, khu phố, xã, phường hoặc thị trấn.';

export const teamWords = {
  ...kept('Covid19AreaHouseholds', 'Số hộ của một địa bàn tại ngày đếm.', {
    unit: 'Địa bàn được đếm: ấp, khu phố, xã, phường hoặc thị trấn.',
    households: 'Số hộ sinh sống.',
    countedOn: 'Ngày đếm.',
    recordedAt: 'Thời điểm nhập vào hệ thống.',
    supersededAt: 'Thời điểm bị lần đếm sau thay thế; null khi còn dùng.',
  }),
  ...changing(
    'Covid19CommunityTeam',
    'Một tổ Covid cộng đồng đi từng ngõ, gõ từng nhà trong địa bàn; không nêu tên ai.',
    {
      unit: 'Địa bàn tổ phụ trách.',
      name: 'Tên tổ.',
      members: 'Số thành viên của tổ.',
      households: 'Số hộ tổ phụ trách.',
      formedOn: 'Ngày bắt đầu hoạt động.',
      dissolvedOn: 'Ngày hoạt động cuối cùng; null khi còn hoạt động.',
      dissolveReason: 'Lý do giải thể; null khi còn hoạt động.',
    },
  ),
  'Query.covid19AreaHouseholds': 'Số hộ của các địa bàn, kể cả số đã bị thay: lọc theo `current`.',
  'Query.covid19CommunityTeams': 'Các tổ Covid cộng đồng của những đơn vị được xem, kể cả tổ đã giải thể.',
  'AdministrativeUnit.covid19CommunityTeams': 'Các tổ Covid cộng đồng của đơn vị này.',
  ...mutation(
    'covid19RecordAreaHouseholds',
    'Nhập số hộ của một địa bàn; số đếm trước vẫn được lưu, đánh dấu đã thay.',
    'Địa bàn nào, bao nhiêu hộ, đếm ngày nào.',
  ),
  ...input('Covid19RecordAreaHouseholdsInput', 'Kết quả đếm số hộ của một địa bàn.', {
    unit: area,
    households: 'Số hộ sinh sống; 1 đến 100000.',
    countedOn: 'Ngày đếm; không sau ngày nghiệp vụ.',
  }),
  ...mutation(
    'covid19FormTeam',
    'Nhập một tổ Covid cộng đồng đã bắt đầu hoạt động.',
    'Địa bàn, số thành viên, số hộ phụ trách.',
  ),
  ...input('Covid19FormTeamInput', 'Một tổ Covid cộng đồng bắt đầu hoạt động.', {
    unit: area,
    name: 'Tên tổ; 3 đến 120 ký tự.',
    members: 'Số thành viên; 1 đến 100.',
    households: 'Số hộ phụ trách; cộng với các tổ khác không quá số hộ của địa bàn.',
    formedOn: 'Ngày bắt đầu hoạt động; không sau ngày nghiệp vụ.',
  }),
  ...mutation(
    'covid19ChangeTeam',
    'Sửa số thành viên, số hộ phụ trách của tổ; số cũ lưu trong nhật ký.',
    'Tổ nào, số mới và lý do.',
  ),
  ...change('Covid19ChangeTeamInput', 'Những gì thay đổi của tổ: không nêu thì giữ nguyên.', {
    team: 'Tổ, theo mã định danh toàn cục.',
    members: 'Số thành viên hiện nay; 1 đến 100.',
    households: 'Số hộ phụ trách hiện nay.',
    reason: 'Lý do thay đổi; lưu trong nhật ký cùng số cũ.',
  }),
  ...mutation(
    'covid19DissolveTeam',
    'Kết thúc hoạt động của tổ, có nêu lý do.',
    'Tổ nào, ngày cuối cùng và lý do.',
  ),
  ...change('Covid19DissolveTeamInput', 'Một tổ Covid cộng đồng kết thúc hoạt động.', {
    team: 'Tổ, theo mã định danh toàn cục.',
    dissolvedOn: 'Ngày hoạt động cuối cùng; không sau ngày nghiệp vụ.',
    reason: 'Lý do giải thể; hiển thị cùng tổ.',
  }),
};
