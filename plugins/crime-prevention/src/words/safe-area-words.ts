/** Words about communes that are safe in security and order. */
export const safeAreaWords = {
  CrimePreventionAssessmentState: 'Việc công nhận “An toàn về an ninh, trật tự” đã đến đâu.',
  'CrimePreventionAssessmentState.DRAFT': 'Xã, phường, thị trấn đang tự đánh giá.',
  'CrimePreventionAssessmentState.SUBMITTED': 'Đã gửi; cấp huyện đang thẩm định.',
  'CrimePreventionAssessmentState.RETURNED': 'Đã trả lại để bổ sung, kèm lý do.',
  'CrimePreventionAssessmentState.REVIEWED': 'Cán bộ huyện đã thẩm định đạt yêu cầu; chờ quyết định.',
  'CrimePreventionAssessmentState.RECOGNIZED': 'Đã được công nhận, có số và ngày quyết định.',
  'CrimePreventionAssessmentState.REFUSED': 'Không được công nhận, có số, ngày quyết định và lý do.',
  CrimePreventionSafeAreaAssessment:
    'Xã, phường, thị trấn có đạt tiêu chuẩn “An toàn về an ninh, trật tự” trong năm hay không: tự đánh giá, thẩm định và quyết định. Mỗi đơn vị mỗi năm có một hồ sơ.',
  'CrimePreventionSafeAreaAssessment.unit': 'Xã, phường, thị trấn được đánh giá.',
  'CrimePreventionSafeAreaAssessment.year': 'Năm được đánh giá.',
  'CrimePreventionSafeAreaAssessment.state': 'Hồ sơ đã đến đâu.',
  'CrimePreventionSafeAreaAssessment.submittedOn': 'Ngày gửi gần nhất; null khi chưa gửi.',
  'CrimePreventionSafeAreaAssessment.reviewedOn': 'Ngày cán bộ thẩm định đồng ý; null khi chưa.',
  'CrimePreventionSafeAreaAssessment.reviewNote': 'Ý kiến thẩm định; null khi không ghi.',
  'CrimePreventionSafeAreaAssessment.returnReason': 'Lý do trả lại gần nhất; null nếu chưa từng trả lại.',
  'CrimePreventionSafeAreaAssessment.decisionNumber':
    'Số quyết định, ghi như viện dẫn: 1234/QĐ-UBND; null khi chưa quyết định.',
  'CrimePreventionSafeAreaAssessment.decidedOn': 'Ngày quyết định; null khi chưa quyết định.',
  'CrimePreventionSafeAreaAssessment.refusalReason':
    'Lý do không công nhận; null nếu không thuộc trường hợp này.',
  'CrimePreventionSafeAreaAssessment.results': 'Đơn vị tự đánh giá từng tiêu chí thế nào.',
  CrimePreventionCriterionResult:
    'Đơn vị tự đánh giá một tiêu chí của tiêu chuẩn “An toàn về an ninh, trật tự”.',
  'CrimePreventionCriterionResult.assessment': 'Hồ sơ đánh giá có tiêu chí này.',
  'CrimePreventionCriterionResult.criterion': 'Tiêu chí, theo danh mục SAFE_AREA_CRITERION.',
  'CrimePreventionCriterionResult.met': 'Đơn vị cho là đạt hay không.',
  'CrimePreventionCriterionResult.note': 'Minh chứng, hoặc điều còn thiếu; null khi không ghi.',
  CrimePreventionCriterionAnswerInput: 'Trả lời về một tiêu chí.',
  'CrimePreventionCriterionAnswerInput.criterion': 'Mã trong danh mục SAFE_AREA_CRITERION, ví dụ MOVEMENT.',
  'CrimePreventionCriterionAnswerInput.met': 'Đạt hay không.',
  'CrimePreventionCriterionAnswerInput.note': 'Minh chứng, hoặc điều còn thiếu; tối đa 1000 ký tự.',
  CrimePreventionStartSafeAreaInput: 'Đơn vị nào bắt đầu tự đánh giá, cho năm nào.',
  'CrimePreventionStartSafeAreaInput.unit': 'Mã định danh của xã, phường, thị trấn.',
  'CrimePreventionStartSafeAreaInput.year':
    'Năm; không sau năm của ngày nghiệp vụ, không trước năm đầu tiên có tiêu chí.',
  'CrimePreventionStartSafeAreaInput.answers':
    'Những điều đã biết, mỗi tiêu chí nêu một lần; có thể để rỗng.',
  CrimePreventionAnswerCriteriaInput: 'Đơn vị trả lời về một số tiêu chí.',
  'CrimePreventionAnswerCriteriaInput.safeArea': 'Mã định danh của hồ sơ đánh giá.',
  'CrimePreventionAnswerCriteriaInput.answers':
    'Các câu trả lời, mỗi tiêu chí nêu một lần; tiêu chí khác giữ nguyên.',
  CrimePreventionSubmitSafeAreaInput: 'Hồ sơ tự đánh giá được gửi lên.',
  'CrimePreventionSubmitSafeAreaInput.safeArea': 'Mã định danh của hồ sơ đánh giá.',
  CrimePreventionReviewSafeAreaInput: 'Hồ sơ được cấp huyện đồng ý.',
  'CrimePreventionReviewSafeAreaInput.safeArea': 'Mã định danh của hồ sơ đánh giá.',
  'CrimePreventionReviewSafeAreaInput.note': 'Ý kiến thẩm định; tối đa 1000 ký tự.',
  CrimePreventionReturnSafeAreaInput: 'Hồ sơ được trả lại.',
  'CrimePreventionReturnSafeAreaInput.safeArea': 'Mã định danh của hồ sơ đánh giá.',
  'CrimePreventionReturnSafeAreaInput.reason': 'Điều cần bổ sung; 1 đến 500 ký tự, hiện cho đơn vị.',
  CrimePreventionRecognizeSafeAreaInput: 'Quyết định công nhận một đơn vị.',
  'CrimePreventionRecognizeSafeAreaInput.safeArea': 'Mã định danh của hồ sơ đánh giá.',
  'CrimePreventionRecognizeSafeAreaInput.decisionNumber':
    'Số quyết định, ghi như viện dẫn: 1234/QĐ-UBND; 3 đến 60 ký tự.',
  'CrimePreventionRecognizeSafeAreaInput.decidedOn':
    'Ngày quyết định; không trước ngày thẩm định, không sau ngày nghiệp vụ.',
  CrimePreventionRefuseSafeAreaInput: 'Quyết định không công nhận.',
  'CrimePreventionRefuseSafeAreaInput.safeArea': 'Mã định danh của hồ sơ đánh giá.',
  'CrimePreventionRefuseSafeAreaInput.decisionNumber':
    'Số quyết định, ghi như viện dẫn: 1234/QĐ-UBND; 3 đến 60 ký tự.',
  'CrimePreventionRefuseSafeAreaInput.decidedOn':
    'Ngày quyết định; không trước ngày thẩm định, không sau ngày nghiệp vụ.',
  'CrimePreventionRefuseSafeAreaInput.reason': 'Lý do; 1 đến 500 ký tự, hiện cùng hồ sơ.',
  'Query.crimePreventionSafeAreaAssessments':
    'Hồ sơ đánh giá “An toàn về an ninh, trật tự” của các xã, phường, thị trấn, năm mới nhất trước.',
  'AdministrativeUnit.crimePreventionSafeAreaAssessments':
    'Hồ sơ đánh giá “An toàn về an ninh, trật tự” của đơn vị này, năm mới nhất trước.',
  'Mutation.crimePreventionStartSafeArea':
    'Bắt đầu hồ sơ tự đánh giá của một đơn vị cho một năm; mỗi đơn vị mỗi năm một hồ sơ.',
  'Mutation.crimePreventionAnswerCriteria': 'Trả lời một số tiêu chí đạt hay không, khi hồ sơ còn ở đơn vị.',
  'Mutation.crimePreventionSubmitSafeArea': 'Gửi hồ sơ tự đánh giá đã trả lời đủ các tiêu chí của năm.',
  'Mutation.crimePreventionReviewSafeArea':
    'Đồng ý với hồ sơ tự đánh giá; không do người đã đánh giá thực hiện.',
  'Mutation.crimePreventionReturnSafeArea': 'Trả lại hồ sơ cho đơn vị, kèm điều cần bổ sung.',
  'Mutation.crimePreventionRecognizeSafeArea':
    'Ghi quyết định công nhận; mọi tiêu chí phải đạt, và do người thứ ba quyết định.',
  'Mutation.crimePreventionRefuseSafeArea': 'Ghi quyết định không công nhận, kèm lý do.',
} as const;
