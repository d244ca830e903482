/** Vietnamese descriptions of titles. */
export const recognitionWords = {
  NewRuralAreasRecognition:
    'Danh hiệu của xã, giữ từ ngày quyết định cho đến khi bị thu hồi. Xã thành lập do sáp nhập không giữ danh hiệu của các xã trước.',
  'NewRuralAreasRecognition.unit': 'Xã được công nhận.',
  'NewRuralAreasRecognition.level': 'Cấp được công nhận.',
  'NewRuralAreasRecognition.dossier': 'Hồ sơ dẫn đến danh hiệu.',
  'NewRuralAreasRecognition.decisionNumber': 'Số quyết định, ghi như trên văn bản.',
  'NewRuralAreasRecognition.decidedOn': 'Ngày ký quyết định; danh hiệu được giữ từ ngày đó.',
  'NewRuralAreasRecognition.document':
    'Quyết định trong danh mục văn bản; null khi chưa nhập hoặc người hỏi không được đọc.',
  'NewRuralAreasRecognition.publishedOn': 'Ngày công bố; null khi chưa công bố.',
  'NewRuralAreasRecognition.withdrawnOn': 'Ngày đầu tiên không còn giữ danh hiệu; null khi còn giữ.',
  'NewRuralAreasRecognition.withdrawalDecision': 'Số quyết định thu hồi; null khi còn giữ.',
  'NewRuralAreasRecognition.withdrawalReason': 'Lý do thu hồi; null khi còn giữ.',
  'NewRuralAreasRecognition.rechecks': 'Kết quả các lần kiểm tra lại, mới nhất trước.',
  NewRuralAreasRecheck: 'Kết quả kiểm tra lại xã đã được công nhận. Kiểm tra lại không tự thu hồi danh hiệu.',
  'NewRuralAreasRecheck.recognition': 'Danh hiệu được kiểm tra lại.',
  'NewRuralAreasRecheck.unit': 'Xã giữ danh hiệu.',
  'NewRuralAreasRecheck.checkedOn': 'Ngày kiểm tra.',
  'NewRuralAreasRecheck.stillMet': 'Các tiêu chí còn được giữ hay không.',
  'NewRuralAreasRecheck.findings': 'Kết quả kiểm tra, theo lời người kiểm tra.',
  'Query.newRuralAreasRecognitions':
    'Danh hiệu của các xã mà người hỏi được xem, quyết định mới nhất trước, kể cả danh hiệu đã thu hồi.',
  'AdministrativeUnit.newRuralAreasRecognitions':
    'Danh hiệu của xã này, quyết định mới nhất trước, kể cả danh hiệu đã thu hồi. Danh hiệu của các xã trước khi sáp nhập là của các xã đó.',
  'Mutation.newRuralAreasDecideRecognition':
    'Ghi nhận quyết định công nhận xã; người nộp, người thẩm tra hồ sơ không được ghi nhận. Số liệu của chỉ tiêu được cập nhật trong cùng giao tác.',
  'Mutation.newRuralAreasEnterEarlierRecognition':
    'Nhập quyết định công nhận của năm trước, khi hồ sơ chưa được lập ở đây.',
  'Mutation.newRuralAreasPublishRecognition': 'Ghi nhận việc quyết định đã được công bố.',
  'Mutation.newRuralAreasRecheckRecognition':
    'Ghi nhận kết quả kiểm tra lại xã đã được công nhận; danh hiệu giữ nguyên.',
  'Mutation.newRuralAreasWithdrawRecognition':
    'Thu hồi danh hiệu theo quyết định khác; không thu hồi được khi xã đang giữ cấp cao hơn. Danh hiệu vẫn nằm trong danh sách.',
  NewRuralAreasDecideRecognitionInput: 'Quyết định công nhận xã.',
  'NewRuralAreasDecideRecognitionInput.dossier': 'Mã định danh của hồ sơ.',
  'NewRuralAreasDecideRecognitionInput.decisionNumber':
    'Số quyết định, ghi như trên văn bản; 1 đến 100 ký tự.',
  'NewRuralAreasDecideRecognitionInput.decidedOn':
    'Ngày ký: không trước ngày nộp hồ sơ, không sau ngày nghiệp vụ.',
  'NewRuralAreasDecideRecognitionInput.document':
    'Mã định danh của quyết định trong danh mục văn bản, nếu đã nhập.',
  NewRuralAreasEnterEarlierRecognitionInput: 'Quyết định của năm trước, chưa có hồ sơ ở đây.',
  'NewRuralAreasEnterEarlierRecognitionInput.unit': 'Mã định danh của đơn vị là xã vào ngày quyết định.',
  'NewRuralAreasEnterEarlierRecognitionInput.level': 'Cấp được công nhận.',
  'NewRuralAreasEnterEarlierRecognitionInput.decisionNumber':
    'Số quyết định, ghi như trên văn bản; 1 đến 100 ký tự.',
  'NewRuralAreasEnterEarlierRecognitionInput.decidedOn':
    'Ngày ký, trước năm của ngày nghiệp vụ: quyết định trong năm phải có hồ sơ.',
  'NewRuralAreasEnterEarlierRecognitionInput.document':
    'Mã định danh của quyết định trong danh mục văn bản, nếu đã nhập.',
  NewRuralAreasPublishRecognitionInput: 'Quyết định đã được công bố.',
  'NewRuralAreasPublishRecognitionInput.dossier': 'Mã định danh của hồ sơ.',
  'NewRuralAreasPublishRecognitionInput.publishedOn':
    'Ngày công bố, từ ngày quyết định đến ngày nghiệp vụ; mặc định là ngày nghiệp vụ.',
  NewRuralAreasRecheckRecognitionInput: 'Kết quả kiểm tra lại xã đã được công nhận.',
  'NewRuralAreasRecheckRecognitionInput.dossier': 'Mã định danh của hồ sơ.',
  'NewRuralAreasRecheckRecognitionInput.stillMet': 'Các tiêu chí còn được giữ hay không.',
  'NewRuralAreasRecheckRecognitionInput.findings': 'Kết quả kiểm tra; 3 đến 2000 ký tự.',
  NewRuralAreasWithdrawRecognitionInput: 'Quyết định thu hồi danh hiệu.',
  'NewRuralAreasWithdrawRecognitionInput.dossier': 'Mã định danh của hồ sơ.',
  'NewRuralAreasWithdrawRecognitionInput.decisionNumber': 'Số quyết định thu hồi; 1 đến 100 ký tự.',
  'NewRuralAreasWithdrawRecognitionInput.withdrawnOn':
    'Ngày danh hiệu không còn được giữ, từ ngày công nhận đến ngày nghiệp vụ.',
  'NewRuralAreasWithdrawRecognitionInput.reason': 'Lý do thu hồi; 3 đến 500 ký tự, hiện cùng danh hiệu.',
} as const;
