/** Vietnamese descriptions of emulation years, clusters, registrations and pacts. */
export const yearsVietnamese = {
  EmulationAwardsYear:
    'Năm thi đua của một huyện: từ phát động, ký giao ước, chấm điểm, thẩm định đến xếp hạng và suy tôn (W-10).',
  'EmulationAwardsYear.unit': 'Huyện tổ chức năm thi đua.',
  'EmulationAwardsYear.year': 'Năm dương lịch có công tác được chấm điểm.',
  'EmulationAwardsYear.sheet': 'Bảng điểm dùng để chấm các đơn vị.',
  'EmulationAwardsYear.state': 'Năm thi đua đang ở bước nào.',
  'EmulationAwardsYear.launchedOn': 'Ngày phát động; null khi chưa phát động.',
  'EmulationAwardsYear.closedOn': 'Ngày kết thúc; null khi chưa kết thúc. Sau đó không sửa gì nữa.',
  'EmulationAwardsYear.clusters': 'Các cụm của năm thi đua, theo số.',
  EmulationAwardsYearState: 'Năm thi đua của huyện đang ở bước nào.',
  'EmulationAwardsYearState.PREPARED': 'Đã chọn bảng điểm, đang chia cụm.',
  'EmulationAwardsYearState.REGISTRATION': 'Đã phát động: các đơn vị đăng ký danh hiệu.',
  'EmulationAwardsYearState.PACTS': 'Hết hạn đăng ký; các cụm soạn và ký giao ước.',
  'EmulationAwardsYearState.SELF_SCORING': 'Các đơn vị tự chấm điểm.',
  'EmulationAwardsYearState.CROSS_SCORING': 'Các đơn vị chấm chéo trong cụm.',
  'EmulationAwardsYearState.REVIEW': 'Cán bộ huyện thẩm định và quyết định điểm.',
  'EmulationAwardsYearState.LOCKED': 'Đã khóa điểm; chỉ sửa điểm khi có lý do.',
  'EmulationAwardsYearState.RANKED': 'Đã xếp hạng trong từng cụm; trường hợp bằng điểm được nêu rõ.',
  'EmulationAwardsYearState.VOTING': 'Các đơn vị trong cụm bỏ phiếu suy tôn.',
  'EmulationAwardsYearState.VOTED': 'Đã kết thúc bỏ phiếu và kiểm phiếu.',
  'EmulationAwardsYearState.CLOSED': 'Năm thi đua đã kết thúc; không sửa gì nữa.',
  EmulationAwardsCluster: 'Một cụm trong năm thi đua: nhóm đơn vị cùng thi đua và đơn vị làm cụm trưởng.',
  'EmulationAwardsCluster.emulationYear': 'Năm thi đua của cụm.',
  'EmulationAwardsCluster.group': 'Nhóm đơn vị, có tên và các thành viên.',
  'EmulationAwardsCluster.number': 'Số của cụm trong huyện, từ 1.',
  'EmulationAwardsCluster.leadUnit': 'Đơn vị làm cụm trưởng năm nay; cụm trưởng luân phiên.',
  'EmulationAwardsCluster.previous':
    'Cụm cùng số của năm trước, cụm trưởng năm đó không làm tiếp; null khi năm trước chưa có.',
  'EmulationAwardsCluster.entries': 'Các đơn vị của cụm trong năm này.',
  'EmulationAwardsCluster.pacts': 'Giao ước của cụm; rỗng khi chưa soạn.',
  'EmulationAwardsCluster.rankings':
    'Thứ hạng các đơn vị trong cụm, hạng nhất trước, kể cả lần xếp hạng trước: lọc bằng `current`.',
  'EmulationAwardsCluster.votesCast': 'Những đơn vị nào đã bỏ phiếu.',
  'EmulationAwardsCluster.voteResults':
    'Kết quả suy tôn, nhiều phiếu trước; rỗng khi chưa kết thúc bỏ phiếu.',
  EmulationAwardsEntry:
    'Một đơn vị trong một năm thi đua: cụm, danh hiệu đã đăng ký và mọi điểm số. Mỗi thành viên của cụm có một mục.',
  'EmulationAwardsEntry.emulationYear': 'Năm thi đua mà mục này thuộc về.',
  'EmulationAwardsEntry.cluster': 'Cụm mà đơn vị thi đua.',
  'EmulationAwardsEntry.unit': 'Xã, phường, thị trấn thi đua.',
  'EmulationAwardsEntry.selfScoredOn': 'Ngày ký nộp bảng tự chấm điểm; null khi còn là bản nháp.',
  'EmulationAwardsEntry.registrations':
    'Các danh hiệu đơn vị đăng ký phấn đấu, kể cả đăng ký đã rút: lọc bằng `counting`.',
  'EmulationAwardsEntry.scores':
    'Mọi điểm của đơn vị mà người hỏi được xem lúc này, kể cả điểm đã bị thay thế: lọc bằng `current` và `kind`.',
  EmulationAwardsRegistration:
    'Việc một đơn vị đăng ký phấn đấu danh hiệu trong năm thi đua; có thể rút kèm lý do, không xóa.',
  'EmulationAwardsRegistration.entry': 'Đơn vị trong năm thi đua.',
  'EmulationAwardsRegistration.unit': 'Đơn vị phấn đấu danh hiệu.',
  'EmulationAwardsRegistration.title': 'Danh hiệu được đăng ký.',
  'EmulationAwardsRegistration.registeredOn': 'Ngày đăng ký.',
  'EmulationAwardsRegistration.withdrawnOn': 'Ngày rút đăng ký; null khi còn hiệu lực.',
  'EmulationAwardsRegistration.withdrawalReason': 'Lý do rút; null khi còn hiệu lực.',
  EmulationAwardsPact: 'Giao ước thi đua của cụm (E-22): cụm trưởng soạn, từng thành viên ký.',
  'EmulationAwardsPact.cluster': 'Cụm cùng cam kết.',
  'EmulationAwardsPact.unit': 'Cụm trưởng soạn giao ước.',
  'EmulationAwardsPact.content': 'Nội dung các đơn vị cam kết với nhau.',
  'EmulationAwardsPact.drawnUpOn': 'Ngày soạn giao ước.',
  'EmulationAwardsPact.signatures': 'Những đơn vị nào đã ký.',
  EmulationAwardsPactSignature: 'Việc một đơn vị đã ký giao ước của cụm.',
  'EmulationAwardsPactSignature.pact': 'Giao ước được ký.',
  'EmulationAwardsPactSignature.entry': 'Đơn vị trong năm thi đua.',
  'EmulationAwardsPactSignature.unit': 'Đơn vị đã ký.',
  'EmulationAwardsPactSignature.signedOn': 'Ngày ký giao ước.',
  EmulationAwardsReviewMeeting:
    'Hội nghị sơ kết, tổng kết công tác Mặt trận, phong trào thi đua và các cuộc vận động của một đơn vị (E-27, E-28). Hội nghị ghi nhầm thì rút, không xóa.',
  'EmulationAwardsReviewMeeting.unit': 'Đơn vị được đánh giá công tác, gọi tên theo ngày tổ chức.',
  'EmulationAwardsReviewMeeting.heldOn': 'Ngày tổ chức hội nghị.',
  'EmulationAwardsReviewMeeting.kind': 'Sơ kết nửa năm hay tổng kết cả năm.',
  'EmulationAwardsReviewMeeting.attendance': 'Số người tham dự.',
  'EmulationAwardsReviewMeeting.summary': 'Nội dung đánh giá, ghi ngắn gọn.',
  'EmulationAwardsReviewMeeting.withdrawnOn': 'Ngày rút; null khi còn được tính.',
  'EmulationAwardsReviewMeeting.withdrawalReason': 'Lý do rút; null khi còn được tính.',
  EmulationAwardsMeetingKind: 'Hội nghị đánh giá nửa năm hay cả năm.',
  'EmulationAwardsMeetingKind.MID_YEAR': 'Sơ kết sáu tháng đầu năm.',
  'EmulationAwardsMeetingKind.YEAR_END': 'Tổng kết cả năm.',
  EmulationAwardsOpenYearInput: 'Huyện chấm thi đua một năm theo bảng điểm nào.',
  'EmulationAwardsOpenYearInput.sheet':
    'Mã định danh của bảng điểm; bảng cho biết huyện và năm. Bảng phải đã ban hành và còn thời hạn vào ngày nghiệp vụ.',
  EmulationAwardsAddClusterInput: 'Đưa một nhóm đơn vị vào năm thi đua làm một cụm.',
  'EmulationAwardsAddClusterInput.emulationYear': 'Mã định danh của năm thi đua.',
  'EmulationAwardsAddClusterInput.group':
    'Mã định danh của nhóm đơn vị: do chính huyện này lập cho năm này với mục đích thi đua. Các thành viên vào cuối năm sẽ thi đua.',
  'EmulationAwardsAddClusterInput.number': 'Số của cụm trong huyện; 1 đến 99.',
  'EmulationAwardsAddClusterInput.leadUnit':
    'Mã định danh của đơn vị làm cụm trưởng; không phải đơn vị đã làm cụm trưởng cụm cùng số năm trước.',
  EmulationAwardsYearStepInput: 'Năm thi đua được chuyển sang bước tiếp theo.',
  'EmulationAwardsYearStepInput.emulationYear': 'Mã định danh của năm thi đua.',
  EmulationAwardsRegisterInput: 'Danh hiệu mà một đơn vị đăng ký phấn đấu trong năm.',
  'EmulationAwardsRegisterInput.entry': 'Mã định danh của đơn vị trong năm thi đua.',
  'EmulationAwardsRegisterInput.title':
    'Mã danh hiệu dành cho tập thể đơn vị, còn hiệu lực vào ngày nghiệp vụ.',
  EmulationAwardsWithdrawRegistrationInput: 'Rút một danh hiệu đã đăng ký.',
  'EmulationAwardsWithdrawRegistrationInput.registration': 'Mã định danh của đăng ký.',
  'EmulationAwardsWithdrawRegistrationInput.reason': 'Lý do rút; 3 đến 500 ký tự, hiện cùng đăng ký.',
  EmulationAwardsDrawUpPactInput: 'Nội dung các thành viên của cụm cam kết với nhau.',
  'EmulationAwardsDrawUpPactInput.cluster': 'Mã định danh của cụm trong năm thi đua.',
  'EmulationAwardsDrawUpPactInput.content':
    'Nội dung giao ước; 10 đến 4000 ký tự. Đã soạn xong thì không sửa nữa.',
  EmulationAwardsSignPactInput: 'Đơn vị ký giao ước của cụm mình.',
  'EmulationAwardsSignPactInput.entry': 'Mã định danh của đơn vị trong năm thi đua.',
  EmulationAwardsRecordMeetingInput: 'Một hội nghị sơ kết hoặc tổng kết đã tổ chức.',
  'EmulationAwardsRecordMeetingInput.unit':
    'Mã định danh của xã, phường, thị trấn hoặc huyện được đánh giá công tác.',
  'EmulationAwardsRecordMeetingInput.heldOn': 'Ngày tổ chức; không sau ngày nghiệp vụ.',
  'EmulationAwardsRecordMeetingInput.kind': 'Sơ kết nửa năm hay tổng kết cả năm.',
  'EmulationAwardsRecordMeetingInput.attendance': 'Số người tham dự; từ 1 đến 10000.',
  'EmulationAwardsRecordMeetingInput.summary': 'Nội dung đánh giá; 3 đến 4000 ký tự.',
  EmulationAwardsWithdrawMeetingInput: 'Một hội nghị lẽ ra không được ghi nhận.',
  'EmulationAwardsWithdrawMeetingInput.meeting': 'Mã định danh của hội nghị.',
  'EmulationAwardsWithdrawMeetingInput.reason': 'Lý do rút; 3 đến 500 ký tự, hiện cùng hội nghị.',
  'Query.emulationAwardsYears': 'Các năm thi đua mà người hỏi được xem, mới nhất trước.',
  'Query.emulationAwardsClusters': 'Các cụm của năm thi đua mà người hỏi được xem ít nhất một thành viên.',
  'Query.emulationAwardsEntries': 'Các đơn vị trong năm thi đua, kèm mọi điểm số bên dưới.',
  'Query.emulationAwardsRegistrations':
    'Các danh hiệu được đăng ký phấn đấu, kể cả đăng ký đã rút: lọc bằng `counting`.',
  'Query.emulationAwardsPacts': 'Giao ước thi đua của các cụm (E-22).',
  'Query.emulationAwardsPactSignatures': 'Những đơn vị đã ký giao ước của cụm mình.',
  'Query.emulationAwardsReviewMeetings':
    'Các hội nghị sơ kết, tổng kết, mới nhất trước, kể cả hội nghị đã rút: lọc bằng `counting`.',
  'AdministrativeUnit.emulationAwardsEntries': 'Đơn vị này trong các năm thi đua.',
  'AdministrativeUnit.emulationAwardsReviewMeetings':
    'Các hội nghị sơ kết, tổng kết của đơn vị, mới nhất trước, kể cả hội nghị đã rút: lọc bằng `counting`.',
  'Mutation.emulationAwardsOpenYear': 'Mở năm thi đua của huyện theo một bảng điểm; sau đó chia cụm.',
  'Mutation.emulationAwardsAddCluster':
    'Đưa một nhóm đơn vị vào năm thi đua làm cụm, kèm cụm trưởng. Mỗi thành viên có một mục riêng.',
  'Mutation.emulationAwardsLaunch':
    'Phát động năm thi đua: từ đây các đơn vị đăng ký danh hiệu. Phải có ít nhất một cụm.',
  'Mutation.emulationAwardsRegister': 'Đăng ký danh hiệu đơn vị phấn đấu, trong thời gian đăng ký.',
  'Mutation.emulationAwardsWithdrawRegistration':
    'Rút một đăng ký kèm lý do, trong thời gian đăng ký. Đăng ký đó vẫn nằm trong danh sách.',
  'Mutation.emulationAwardsCloseRegistration': 'Kết thúc đăng ký; các cụm soạn và ký giao ước.',
  'Mutation.emulationAwardsDrawUpPact':
    'Soạn giao ước của cụm để các thành viên ký; do cụm trưởng hoặc huyện thực hiện.',
  'Mutation.emulationAwardsSignPact': 'Ký giao ước của cụm thay mặt một thành viên (E-22).',
  'Mutation.emulationAwardsBeginSelfScoring':
    'Bắt đầu cho các đơn vị tự chấm điểm. Mọi đơn vị phải đã ký giao ước của cụm.',
  'Mutation.emulationAwardsBeginCrossScoring':
    'Bắt đầu chấm chéo trong cụm. Mọi đơn vị phải đã ký nộp bảng tự chấm.',
  'Mutation.emulationAwardsBeginReview':
    'Bắt đầu thẩm định của huyện. Mỗi đơn vị phải được đơn vị khác trong cụm chấm ở mọi tiêu chí do người chấm.',
  'Mutation.emulationAwardsOpenVote':
    'Mở bỏ phiếu suy tôn: mỗi đơn vị bầu một lần cho đơn vị khác tiêu biểu nhất trong cụm.',
  'Mutation.emulationAwardsCloseYear': 'Kết thúc năm thi đua: không sửa gì nữa.',
  'Mutation.emulationAwardsRecordMeeting':
    'Ghi nhận một hội nghị sơ kết, tổng kết công tác của đơn vị (E-27, E-28).',
  'Mutation.emulationAwardsWithdrawMeeting':
    'Rút một hội nghị ghi nhầm; hội nghị vẫn nằm trong danh sách và không được tính ở đâu nữa.',
} as const;
