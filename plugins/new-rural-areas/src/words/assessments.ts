/** Vietnamese descriptions of self-assessments. */
export const assessmentWords = {
  NewRuralAreasAssessmentState: 'Bản tự đánh giá của xã đã đến đâu.',
  'NewRuralAreasAssessmentState.DRAFT': 'Xã đang nhập kết quả.',
  'NewRuralAreasAssessmentState.SUBMITTED': 'Xã đã ký nộp; từ đây chỉ sửa kết quả khi có nêu lý do.',
  NewRuralAreasOutcome: 'Xã tự đánh giá tiêu chí đạt hay chưa đạt.',
  'NewRuralAreasOutcome.MET': 'Tiêu chí đạt.',
  'NewRuralAreasOutcome.NOT_MET': 'Tiêu chí chưa đạt.',
  'NewRuralAreasOutcome.NOT_APPLICABLE': 'Tiêu chí không áp dụng cho xã này; lý do nêu ở ghi chú.',
  NewRuralAreasAssessment:
    'Bản tự đánh giá của xã theo một bộ tiêu chí trong một năm: mỗi tiêu chí một kết quả.',
  'NewRuralAreasAssessment.unit': 'Xã tự đánh giá.',
  'NewRuralAreasAssessment.set': 'Bộ tiêu chí dùng để đánh giá.',
  'NewRuralAreasAssessment.year': 'Năm đánh giá.',
  'NewRuralAreasAssessment.state': 'Đang nhập hay đã ký nộp.',
  'NewRuralAreasAssessment.begunOn': 'Ngày nhập kết quả đầu tiên.',
  'NewRuralAreasAssessment.submittedOn': 'Ngày xã ký nộp; null khi còn là bản nháp.',
  'NewRuralAreasAssessment.results':
    'Kết quả theo từng tiêu chí, kể cả kết quả đã được sửa: lọc bằng `current`.',
  'NewRuralAreasAssessment.evidence': 'Các văn bản minh chứng cho kết quả.',
  NewRuralAreasAssessmentResult:
    'Kết quả tự đánh giá của xã về một tiêu chí; kết quả đã sửa vẫn được giữ và đánh dấu.',
  'NewRuralAreasAssessmentResult.assessment': 'Bản tự đánh giá có kết quả này.',
  'NewRuralAreasAssessmentResult.criterion': 'Tiêu chí được đánh giá.',
  'NewRuralAreasAssessmentResult.outcome': 'Tiêu chí đạt hay chưa đạt.',
  'NewRuralAreasAssessmentResult.value': 'Giá trị đo được, theo đơn vị tính của tiêu chí; null khi không đo.',
  'NewRuralAreasAssessmentResult.note': 'Điều cần nói thêm, theo lời của xã; null khi không có.',
  'NewRuralAreasAssessmentResult.reason':
    'Vì sao kết quả trước sai; null khi không có kết quả trước hoặc chỉ sửa bản nháp.',
  'NewRuralAreasAssessmentResult.recordedAt': 'Thời điểm nhập kết quả.',
  'NewRuralAreasAssessmentResult.supersededAt':
    'Thời điểm kết quả bị kết quả sau thay thế; null khi còn được tính.',
  NewRuralAreasEvidence: 'Việc một văn bản minh chứng cho kết quả tự đánh giá của xã về một tiêu chí.',
  'NewRuralAreasEvidence.assessment': 'Bản tự đánh giá liên quan.',
  'NewRuralAreasEvidence.unit': 'Xã đưa ra văn bản minh chứng.',
  'NewRuralAreasEvidence.criterion': 'Tiêu chí được chứng minh.',
  'NewRuralAreasEvidence.document': 'Văn bản minh chứng; null khi người hỏi không được đọc văn bản đó.',
  'NewRuralAreasEvidence.note': 'Trang nào, số liệu nào của văn bản; null khi là cả văn bản.',
  'NewRuralAreasEvidence.addedOn': 'Ngày bổ sung.',
  'Query.newRuralAreasAssessments':
    'Các bản tự đánh giá mà người hỏi được xem, năm mới nhất trước, kể cả bản nháp.',
  'AdministrativeUnit.newRuralAreasAssessments':
    'Các bản tự đánh giá của xã này, năm mới nhất trước, kể cả bản nháp.',
  'Mutation.newRuralAreasRecordCriteria':
    'Nhập kết quả tự đánh giá của xã theo bộ tiêu chí đang có hiệu lực; kết quả đầu tiên mở bản nháp.',
  'Mutation.newRuralAreasSubmitAssessment':
    'Ký nộp bản tự đánh giá đã có kết quả của mọi tiêu chí; người đã kiểm phiếu của xã không được ký.',
  'Mutation.newRuralAreasCorrectCriterion':
    'Sửa một kết quả của bản đã ký nộp, có nêu lý do; không sửa được khi hồ sơ đang ở huyện.',
  'Mutation.newRuralAreasAddEvidence':
    'Nêu văn bản minh chứng cho một kết quả; nêu hai lần vẫn chỉ tính một.',
  NewRuralAreasCriterionInput: 'Kết quả tự đánh giá của xã về một tiêu chí.',
  'NewRuralAreasCriterionInput.number': 'Số thứ tự của tiêu chí trong bộ.',
  'NewRuralAreasCriterionInput.outcome': 'Đạt hay chưa đạt; phải khớp với giá trị.',
  'NewRuralAreasCriterionInput.value':
    'Giá trị đo được, theo đơn vị tính của tiêu chí; bỏ trống khi tiêu chí không áp dụng.',
  'NewRuralAreasCriterionInput.note': 'Điều cần nói thêm; tối đa 500 ký tự.',
  NewRuralAreasRecordCriteriaInput:
    'Kết quả của bản tự đánh giá; tiêu chí nào không nêu thì giữ nguyên. Kết quả đầu tiên mở bản nháp.',
  'NewRuralAreasRecordCriteriaInput.unit': 'Mã định danh của xã tự đánh giá; không phải thị trấn, phường.',
  'NewRuralAreasRecordCriteriaInput.level': 'Cấp hướng tới; bộ tiêu chí đang có hiệu lực được lấy theo cấp.',
  'NewRuralAreasRecordCriteriaInput.year': 'Năm đánh giá; không sau năm của ngày nghiệp vụ.',
  'NewRuralAreasRecordCriteriaInput.criteria': 'Các kết quả, mỗi tiêu chí tối đa một lần.',
  NewRuralAreasSubmitAssessmentInput: 'Bản tự đánh giá mà xã ký nộp.',
  'NewRuralAreasSubmitAssessmentInput.assessment': 'Mã định danh của bản tự đánh giá.',
  NewRuralAreasCorrectCriterionInput: 'Một kết quả sai của bản tự đánh giá đã ký nộp.',
  'NewRuralAreasCorrectCriterionInput.assessment': 'Mã định danh của bản tự đánh giá.',
  'NewRuralAreasCorrectCriterionInput.criterion': 'Kết quả đúng của tiêu chí.',
  'NewRuralAreasCorrectCriterionInput.reason':
    'Vì sao kết quả trước sai; 3 đến 500 ký tự, được giữ cùng kết quả mới.',
  NewRuralAreasAddEvidenceInput: 'Văn bản minh chứng cho một kết quả.',
  'NewRuralAreasAddEvidenceInput.assessment': 'Mã định danh của bản tự đánh giá.',
  'NewRuralAreasAddEvidenceInput.number': 'Số thứ tự của tiêu chí được chứng minh.',
  'NewRuralAreasAddEvidenceInput.document': 'Mã định danh của văn bản mà người gửi được đọc.',
  'NewRuralAreasAddEvidenceInput.note': 'Trang nào, số liệu nào của văn bản; tối đa 500 ký tự.',
} as const;
