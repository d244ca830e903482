/** Words about models. */
export const modelWords = {
  EnvironmentModelState: 'Mô hình bảo vệ môi trường còn hoạt động hay không.',
  'EnvironmentModelState.ACTIVE': 'Đang hoạt động và được tính.',
  'EnvironmentModelState.ENDED': 'Đã kết thúc, có nêu lý do; lập lại thì là mô hình mới.',
  EnvironmentModel:
    'Cách làm lâu dài của người dân một nơi để bảo vệ môi trường: phân loại rác, Chủ nhật xanh…',
  'EnvironmentModel.unit': 'Ấp, khu phố hoặc xã, phường, thị trấn có mô hình.',
  'EnvironmentModel.organization': 'Tổ chức duy trì mô hình; null khi Mặt trận của đơn vị duy trì.',
  'EnvironmentModel.kind': 'Loại mô hình, theo danh mục MODEL_KIND.',
  'EnvironmentModel.name': 'Tên gọi của mô hình tại địa phương.',
  'EnvironmentModel.households': 'Số hộ tham gia.',
  'EnvironmentModel.startedOn': 'Ngày bắt đầu hoạt động.',
  'EnvironmentModel.state': 'Hiện còn hoạt động hay không.',
  'EnvironmentModel.endedOn': 'Ngày đầu tiên không còn hoạt động; null khi còn.',
  'EnvironmentModel.endReason': 'Lý do kết thúc; null khi còn hoạt động.',
  EnvironmentRegisterModelInput: 'Một mô hình đã ra mắt.',
  'EnvironmentRegisterModelInput.unit': 'Mã định danh của ấp, khu phố hoặc xã, phường, thị trấn có mô hình.',
  'EnvironmentRegisterModelInput.organization':
    'Mã định danh của tổ chức duy trì mô hình; người ghi cho tổ chức mình thì nêu tổ chức đó, hoặc để trống.',
  'EnvironmentRegisterModelInput.kind': 'Mã trong danh mục MODEL_KIND, ví dụ WASTE_SORTING.',
  'EnvironmentRegisterModelInput.name': 'Tên gọi; 3 đến 200 ký tự.',
  'EnvironmentRegisterModelInput.households': 'Số hộ tham gia; từ 0 đến 100000.',
  'EnvironmentRegisterModelInput.startedOn': 'Ngày bắt đầu; không sau ngày nghiệp vụ.',
  EnvironmentCorrectModelInput:
    'Điều đã thay đổi hoặc đã ghi sai về một mô hình; mục nào không nêu thì giữ nguyên.',
  'EnvironmentCorrectModelInput.environmentModel': 'Mã định danh của mô hình.',
  'EnvironmentCorrectModelInput.name': 'Tên đúng; 3 đến 200 ký tự.',
  'EnvironmentCorrectModelInput.households': 'Số hộ tham gia hiện nay; từ 0 đến 100000.',
  'EnvironmentCorrectModelInput.reason': 'Lý do; 1 đến 500 ký tự, được giữ trong nhật ký cùng số liệu cũ.',
  EnvironmentEndModelInput: 'Một mô hình kết thúc hoạt động.',
  'EnvironmentEndModelInput.environmentModel': 'Mã định danh của mô hình.',
  'EnvironmentEndModelInput.endedOn':
    'Ngày đầu tiên không còn hoạt động; sau ngày bắt đầu, không sau ngày nghiệp vụ.',
  'EnvironmentEndModelInput.reason': 'Lý do kết thúc; 1 đến 500 ký tự, hiện cùng mô hình.',
  'Query.environmentModels':
    'Các mô hình bảo vệ môi trường mà người hỏi được xem, mới nhất trước, kể cả mô hình đã kết thúc.',
  'AdministrativeUnit.environmentModels':
    'Các mô hình của chính đơn vị này, kể cả mô hình đã kết thúc: lọc bằng `state`.',
  'Mutation.environmentRegisterModel':
    'Ghi nhận một mô hình, do Mặt trận của đơn vị hoặc tổ chức duy trì mô hình thực hiện.',
  'Mutation.environmentCorrectModel':
    'Sửa tên hoặc số hộ của mô hình, tính từ hôm nay; các quý đã qua giữ nguyên số liệu, số cũ còn trong nhật ký.',
  'Mutation.environmentEndModel': 'Kết thúc một mô hình; mô hình vẫn nằm trong danh sách cùng lý do.',
} as const;
