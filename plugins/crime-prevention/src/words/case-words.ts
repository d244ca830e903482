/** Words about people who are helped in the community. */
export const caseWords = {
  CrimePreventionCaseState: 'Việc giúp đỡ, giáo dục một người tại cộng đồng đã đến đâu.',
  'CrimePreventionCaseState.OPENED': 'Đã nêu người cần giúp đỡ, chưa phân công người giúp đỡ.',
  'CrimePreventionCaseState.ACTIVE': 'Đã phân công người giúp đỡ và đang ghi nhận xét.',
  'CrimePreventionCaseState.COMPLETED': 'Người đó đã tiến bộ, ổn định; kết thúc giúp đỡ.',
  'CrimePreventionCaseState.STOPPED': 'Kết thúc khi chưa đạt mục tiêu, có nêu lý do.',
  'CrimePreventionCaseState.TRANSFERRED':
    'Người đó đã chuyển nơi ở; xã, phường, thị trấn khác lập hồ sơ riêng để tiếp tục.',
  CrimePreventionCaseProgress: 'Mức độ tiến bộ, theo nhận xét của người giúp đỡ.',
  'CrimePreventionCaseProgress.GOOD': 'Tiến bộ rõ rệt: việc làm, gia đình, chấp hành pháp luật đều tốt.',
  'CrimePreventionCaseProgress.STEADY': 'Có tiến bộ, vẫn cần giúp đỡ.',
  'CrimePreventionCaseProgress.POOR': 'Chưa tiến bộ hoặc tái phạm.',
  CrimePreventionRehabilitationCase:
    'Một người lầm lỗi được cảm hóa, giáo dục, giúp đỡ tại cộng đồng: dữ liệu niêm phong, chỉ người được phân công giúp đỡ và Ban Thường trực đã phân công được xem. Mỗi lần xem được ghi lại.',
  'CrimePreventionRehabilitationCase.unit': 'Ấp, khu phố hoặc xã, thị trấn nơi người đó sinh sống.',
  'CrimePreventionRehabilitationCase.personName': 'Họ tên người được giúp đỡ; dữ liệu niêm phong.',
  'CrimePreventionRehabilitationCase.birthYear': 'Năm sinh; null khi không rõ; niêm phong.',
  'CrimePreventionRehabilitationCase.address': 'Nơi ở; null khi chưa ghi; niêm phong.',
  'CrimePreventionRehabilitationCase.ground': 'Vì sao được giúp đỡ, theo danh mục CASE_GROUND.',
  'CrimePreventionRehabilitationCase.openedOn': 'Ngày lập hồ sơ.',
  'CrimePreventionRehabilitationCase.handler':
    'Người đang giữ hồ sơ: lúc đầu là người lập. Null khi không được xem tài khoản đó.',
  'CrimePreventionRehabilitationCase.assignedOn':
    'Ngày phân công người giúp đỡ hiện nay; null khi chưa phân công.',
  'CrimePreventionRehabilitationCase.state': 'Việc giúp đỡ đã đến đâu.',
  'CrimePreventionRehabilitationCase.endedOn': 'Ngày kết thúc; null khi đang tiếp tục.',
  'CrimePreventionRehabilitationCase.endReason':
    'Kết thúc vì sao, kết quả thế nào; null khi đang tiếp tục; niêm phong.',
  'CrimePreventionRehabilitationCase.transferredTo':
    'Xã, phường, thị trấn người đó chuyển đến; null nếu không chuyển.',
  'CrimePreventionRehabilitationCase.reviews': 'Nhận xét của người giúp đỡ, mới nhất trước.',
  CrimePreventionCaseReview:
    'Nhận xét của người giúp đỡ tại một ngày; niêm phong như hồ sơ và không bao giờ sửa.',
  'CrimePreventionCaseReview.rehabilitationCase': 'Hồ sơ được nhận xét.',
  'CrimePreventionCaseReview.reviewedOn': 'Ngày được nhận xét.',
  'CrimePreventionCaseReview.progress': 'Mức độ tiến bộ.',
  'CrimePreventionCaseReview.note': 'Nội dung nhận xét; niêm phong.',
  CrimePreventionOpenCaseInput: 'Một người cần được giúp đỡ tại cộng đồng.',
  'CrimePreventionOpenCaseInput.unit': 'Mã định danh của ấp, khu phố hoặc xã, thị trấn nơi người đó ở.',
  'CrimePreventionOpenCaseInput.personName': 'Họ tên; 2 đến 120 ký tự; niêm phong.',
  'CrimePreventionOpenCaseInput.birthYear': 'Năm sinh, nếu biết; từ 1900 đến năm của ngày nghiệp vụ.',
  'CrimePreventionOpenCaseInput.address': 'Nơi ở; tối đa 200 ký tự.',
  'CrimePreventionOpenCaseInput.ground': 'Vì sao cần giúp đỡ: mã trong danh mục CASE_GROUND, ví dụ RELEASED.',
  'CrimePreventionOpenCaseInput.openedOn': 'Ngày lập hồ sơ; không sau ngày nghiệp vụ.',
  CrimePreventionAssignCaseInput: 'Ai được phân công giúp đỡ.',
  'CrimePreventionAssignCaseInput.rehabilitationCase': 'Mã định danh của hồ sơ.',
  'CrimePreventionAssignCaseInput.handler':
    'Mã định danh tài khoản của người giúp đỡ: khác người phân công và có quyền giúp đỡ tại đơn vị đó.',
  CrimePreventionReviewCaseInput: 'Nhận xét của người giúp đỡ.',
  'CrimePreventionReviewCaseInput.rehabilitationCase': 'Mã định danh của hồ sơ.',
  'CrimePreventionReviewCaseInput.reviewedOn':
    'Ngày được nhận xét; không trước ngày phân công, không sau ngày nghiệp vụ.',
  'CrimePreventionReviewCaseInput.progress': 'Mức độ tiến bộ.',
  'CrimePreventionReviewCaseInput.note': 'Nội dung nhận xét; 3 đến 2000 ký tự.',
  CrimePreventionCompleteCaseInput: 'Việc giúp đỡ đã đạt mục tiêu thế nào.',
  'CrimePreventionCompleteCaseInput.rehabilitationCase': 'Mã định danh của hồ sơ.',
  'CrimePreventionCompleteCaseInput.reason': 'Người đó nay thế nào; 1 đến 500 ký tự; niêm phong.',
  CrimePreventionStopCaseInput: 'Vì sao kết thúc khi chưa đạt mục tiêu.',
  'CrimePreventionStopCaseInput.rehabilitationCase': 'Mã định danh của hồ sơ.',
  'CrimePreventionStopCaseInput.reason': 'Lý do kết thúc; 1 đến 500 ký tự; niêm phong.',
  CrimePreventionTransferCaseInput: 'Người đó đã chuyển đi đâu.',
  'CrimePreventionTransferCaseInput.rehabilitationCase': 'Mã định danh của hồ sơ.',
  'CrimePreventionTransferCaseInput.transferTo':
    'Mã định danh của xã, phường, thị trấn tiếp tục giúp đỡ; khác nơi hiện nay.',
  'CrimePreventionTransferCaseInput.reason': 'Điều báo cho nơi tiếp nhận; 1 đến 500 ký tự; niêm phong.',
  'Query.crimePreventionRehabilitationCases':
    'Hồ sơ giúp đỡ người lầm lỗi: những hồ sơ người hỏi được phân công, và hồ sơ ở đơn vị mà người hỏi phân công người giúp đỡ. Mỗi lần xem được ghi lại.',
  'Mutation.crimePreventionOpenCase':
    'Nêu một người cần được giúp đỡ; người lập giữ hồ sơ cho đến khi phân công người giúp đỡ.',
  'Mutation.crimePreventionAssignCase':
    'Phân công người giúp đỡ, hoặc người khác thay thế. Người lập hồ sơ và người giúp đỡ không tự quyết định việc này.',
  'Mutation.crimePreventionReviewCase':
    'Ghi nhận xét về người được giúp đỡ. Chỉ người được phân công mới ghi.',
  'Mutation.crimePreventionCompleteCase':
    'Kết thúc vì đã đạt mục tiêu; phải có nhận xét, và không do người giúp đỡ quyết định.',
  'Mutation.crimePreventionStopCase':
    'Kết thúc khi chưa đạt mục tiêu, kèm lý do; không do người giúp đỡ quyết định.',
  'Mutation.crimePreventionTransferCase':
    'Kết thúc vì người đó đã chuyển nơi ở; nơi tiếp nhận lập hồ sơ riêng.',
} as const;
