/** Words about commitments of religious organizations. */
export const commitmentWords = {
  EnvironmentCommitmentState: 'Cam kết của tổ chức tôn giáo còn hiệu lực hay không.',
  'EnvironmentCommitmentState.ACTIVE': 'Còn hiệu lực, được nhận xét hằng năm.',
  'EnvironmentCommitmentState.ENDED': 'Đã chấm dứt hoặc thay thế, có nêu lý do.',
  EnvironmentCommitmentResult: 'Cam kết được thực hiện thế nào trong một năm.',
  'EnvironmentCommitmentResult.KEPT': 'Đã làm đủ những gì cam kết.',
  'EnvironmentCommitmentResult.PARTLY': 'Đã làm một phần.',
  'EnvironmentCommitmentResult.NOT_KEPT': 'Chưa làm, hoặc không có gì để thấy đã làm.',
  EnvironmentCommitment:
    'Điều một tổ chức tôn giáo cam kết vì môi trường của một nơi, được nhận xét hằng năm.',
  'EnvironmentCommitment.unit': 'Xã, phường, thị trấn hoặc ấp, khu phố mà cam kết nói đến.',
  'EnvironmentCommitment.organization': 'Tổ chức tôn giáo đã cam kết.',
  'EnvironmentCommitment.pledge': 'Nguyên văn cam kết.',
  'EnvironmentCommitment.since': 'Ngày cam kết.',
  'EnvironmentCommitment.state': 'Hiện còn hiệu lực hay không.',
  'EnvironmentCommitment.endedOn': 'Ngày đầu tiên không còn hiệu lực; null khi còn.',
  'EnvironmentCommitment.endReason': 'Lý do chấm dứt; null khi còn hiệu lực.',
  'EnvironmentCommitment.reviews': 'Cam kết được thực hiện thế nào, năm mới nhất trước.',
  EnvironmentCommitmentReview:
    'Cam kết được thực hiện thế nào trong một năm; mỗi năm một nhận xét và không bao giờ sửa.',
  'EnvironmentCommitmentReview.commitment': 'Cam kết được nhận xét.',
  'EnvironmentCommitmentReview.year': 'Năm được nhận xét.',
  'EnvironmentCommitmentReview.result': 'Thực hiện thế nào.',
  'EnvironmentCommitmentReview.note': 'Điều đã thấy.',
  'EnvironmentCommitmentReview.reviewedOn': 'Ngày ghi nhận xét.',
  EnvironmentRecordCommitmentInput: 'Điều một tổ chức tôn giáo đã cam kết.',
  'EnvironmentRecordCommitmentInput.unit':
    'Mã định danh của xã, phường, thị trấn hoặc ấp, khu phố mà cam kết nói đến.',
  'EnvironmentRecordCommitmentInput.organization':
    'Mã định danh của tổ chức; vào ngày đó phải là tổ chức tôn giáo.',
  'EnvironmentRecordCommitmentInput.pledge': 'Nguyên văn cam kết; 10 đến 2000 ký tự.',
  'EnvironmentRecordCommitmentInput.since': 'Ngày cam kết; không sau ngày nghiệp vụ.',
  EnvironmentReviewCommitmentInput: 'Cam kết được thực hiện thế nào trong một năm.',
  'EnvironmentReviewCommitmentInput.environmentCommitment': 'Mã định danh của cam kết.',
  'EnvironmentReviewCommitmentInput.year': 'Năm: từ năm cam kết đến năm của ngày nghiệp vụ.',
  'EnvironmentReviewCommitmentInput.result': 'Thực hiện thế nào.',
  'EnvironmentReviewCommitmentInput.note': 'Điều đã thấy; 3 đến 1000 ký tự.',
  EnvironmentEndCommitmentInput: 'Một cam kết không còn hiệu lực.',
  'EnvironmentEndCommitmentInput.environmentCommitment': 'Mã định danh của cam kết.',
  'EnvironmentEndCommitmentInput.endedOn':
    'Ngày đầu tiên không còn hiệu lực; sau ngày cam kết, không sau ngày nghiệp vụ.',
  'EnvironmentEndCommitmentInput.reason': 'Lý do chấm dứt; 1 đến 500 ký tự, hiện cùng cam kết.',
  'Query.environmentCommitments':
    'Điều các tổ chức tôn giáo đã cam kết, mới nhất trước, kể cả cam kết đã chấm dứt: lọc bằng `state`.',
  'AdministrativeUnit.environmentCommitments':
    'Điều các tổ chức tôn giáo đã cam kết cho chính đơn vị này, mới nhất trước.',
  'Organization.environmentCommitments': 'Điều tổ chức đã cam kết vì môi trường, mới nhất trước.',
  'Mutation.environmentRecordCommitment':
    'Ghi nhận điều một tổ chức tôn giáo cam kết vì môi trường của một nơi.',
  'Mutation.environmentReviewCommitment':
    'Nhận xét một cam kết được thực hiện thế nào trong một năm; không do người đã ghi cam kết, mỗi năm một lần.',
  'Mutation.environmentEndCommitment': 'Chấm dứt một cam kết; cam kết vẫn nằm trong danh sách cùng lý do.',
} as const;
