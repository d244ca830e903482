/** Words about self-managed models. */
export const modelWords = {
  CrimePreventionModelState: 'Mô hình tự quản có đang hoạt động hay không.',
  'CrimePreventionModelState.ACTIVE': 'Đang hoạt động và được tính.',
  'CrimePreventionModelState.SUSPENDED': 'Tạm dừng, không được tính cho đến khi hoạt động lại.',
  'CrimePreventionModelState.ENDED': 'Đã kết thúc, có nêu lý do; lập lại thì là mô hình mới.',
  CrimePreventionSecurityModel:
    'Mô hình nhân dân tự quản về an ninh, trật tự trong phong trào Toàn dân bảo vệ an ninh Tổ quốc.',
  'CrimePreventionSecurityModel.unit': 'Ấp, khu phố hoặc xã, phường, thị trấn có mô hình.',
  'CrimePreventionSecurityModel.kind': 'Loại mô hình, theo danh mục MODEL_KIND.',
  'CrimePreventionSecurityModel.name': 'Tên gọi của mô hình tại địa phương.',
  'CrimePreventionSecurityModel.members': 'Số người tham gia; với kẻng hoặc camera là số người phụ trách.',
  'CrimePreventionSecurityModel.startedOn': 'Ngày bắt đầu hoạt động.',
  'CrimePreventionSecurityModel.state': 'Hiện có đang hoạt động hay không.',
  'CrimePreventionSecurityModel.suspendedOn': 'Ngày đầu tiên tạm dừng; null nếu không tạm dừng.',
  'CrimePreventionSecurityModel.endedOn': 'Ngày đầu tiên không còn hoạt động; null khi còn.',
  'CrimePreventionSecurityModel.endReason': 'Lý do kết thúc; null khi còn hoạt động.',
  'CrimePreventionSecurityModel.equipment': 'Trang bị của mô hình, theo từng loại.',
  CrimePreventionModelEquipment: 'Số lượng một loại trang bị của một mô hình tự quản.',
  'CrimePreventionModelEquipment.model': 'Mô hình có trang bị này.',
  'CrimePreventionModelEquipment.kind': 'Loại trang bị, theo danh mục EQUIPMENT_KIND.',
  'CrimePreventionModelEquipment.pieces': 'Số lượng hiện có; bằng 0 khi không còn.',
  CrimePreventionEquipmentInput: 'Số lượng của một loại trang bị.',
  'CrimePreventionEquipmentInput.kind': 'Mã trong danh mục EQUIPMENT_KIND, ví dụ CAMERA.',
  'CrimePreventionEquipmentInput.pieces': 'Số lượng; từ 0 đến 10000.',
  CrimePreventionRegisterModelInput: 'Một mô hình tự quản đã ra mắt.',
  'CrimePreventionRegisterModelInput.unit':
    'Mã định danh của ấp, khu phố hoặc xã, phường, thị trấn có mô hình.',
  'CrimePreventionRegisterModelInput.kind': 'Mã trong danh mục MODEL_KIND, ví dụ SECURITY_CAMERA.',
  'CrimePreventionRegisterModelInput.name': 'Tên gọi của mô hình; 3 đến 200 ký tự.',
  'CrimePreventionRegisterModelInput.members': 'Số người tham gia; từ 0 đến 100000.',
  'CrimePreventionRegisterModelInput.startedOn': 'Ngày bắt đầu; không sau ngày nghiệp vụ.',
  'CrimePreventionRegisterModelInput.equipment': 'Trang bị, mỗi loại nêu một lần; tối đa 20 loại.',
  CrimePreventionCorrectModelInput:
    'Điều đã thay đổi hoặc đã ghi sai về một mô hình; mục nào không nêu thì giữ nguyên.',
  'CrimePreventionCorrectModelInput.securityModel': 'Mã định danh của mô hình tự quản.',
  'CrimePreventionCorrectModelInput.name': 'Tên đúng; 3 đến 200 ký tự.',
  'CrimePreventionCorrectModelInput.members': 'Số người tham gia hiện nay; từ 0 đến 100000.',
  'CrimePreventionCorrectModelInput.equipment':
    'Các loại trang bị nay có số lượng khác; loại không nêu thì giữ nguyên.',
  'CrimePreventionCorrectModelInput.reason':
    'Lý do; 3 đến 500 ký tự, được giữ trong nhật ký cùng số liệu cũ.',
  CrimePreventionSuspendModelInput: 'Một mô hình tạm dừng hoạt động.',
  'CrimePreventionSuspendModelInput.securityModel': 'Mã định danh của mô hình tự quản.',
  'CrimePreventionSuspendModelInput.suspendedOn':
    'Ngày đầu tiên tạm dừng; sau ngày bắt đầu, không sau ngày nghiệp vụ.',
  'CrimePreventionSuspendModelInput.reason': 'Lý do tạm dừng; 3 đến 500 ký tự, được giữ trong nhật ký.',
  CrimePreventionResumeModelInput: 'Một mô hình hoạt động trở lại.',
  'CrimePreventionResumeModelInput.securityModel': 'Mã định danh của mô hình tự quản.',
  CrimePreventionEndModelInput: 'Một mô hình kết thúc hoạt động.',
  'CrimePreventionEndModelInput.securityModel': 'Mã định danh của mô hình tự quản.',
  'CrimePreventionEndModelInput.endedOn':
    'Ngày đầu tiên không còn hoạt động; sau ngày bắt đầu, không sau ngày nghiệp vụ.',
  'CrimePreventionEndModelInput.reason': 'Lý do kết thúc; 3 đến 500 ký tự, hiện cùng mô hình.',
  'Query.crimePreventionSecurityModels':
    'Các mô hình tự quản mà người hỏi được xem, mới nhất trước, kể cả mô hình đã kết thúc: lọc bằng `state`.',
  'AdministrativeUnit.crimePreventionSecurityModels':
    'Các mô hình tự quản của chính đơn vị này, kể cả mô hình đã kết thúc: lọc bằng `state`.',
  'Mutation.crimePreventionRegisterModel': 'Ghi nhận một mô hình tự quản cùng số người tham gia và trang bị.',
  'Mutation.crimePreventionCorrectModel':
    'Sửa tên, số người hoặc trang bị của mô hình, tính từ hôm nay; các quý đã qua giữ nguyên số liệu, số cũ còn trong nhật ký.',
  'Mutation.crimePreventionSuspendModel': 'Cho mô hình tạm dừng; từ ngày đó không được tính.',
  'Mutation.crimePreventionResumeModel': 'Cho mô hình đang tạm dừng hoạt động trở lại, từ hôm nay.',
  'Mutation.crimePreventionEndModel': 'Kết thúc một mô hình; mô hình vẫn nằm trong danh sách cùng lý do.',
} as const;
