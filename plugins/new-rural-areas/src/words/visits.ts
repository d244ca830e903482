/** Vietnamese descriptions of supervision visits. */
export const visitWords = {
  NewRuralAreasSupervisionVisit:
    'Một lần Mặt trận giám sát xây dựng nông thôn mới: xem xét gì, kết quả và kiến nghị ra sao.',
  'NewRuralAreasSupervisionVisit.unit': 'Xã được giám sát.',
  'NewRuralAreasSupervisionVisit.visitedOn': 'Ngày giám sát.',
  'NewRuralAreasSupervisionVisit.subject':
    'Nội dung giám sát: một tuyến đường, việc sử dụng đóng góp, một tiêu chí.',
  'NewRuralAreasSupervisionVisit.findings': 'Kết quả, theo lời của đoàn giám sát.',
  'NewRuralAreasSupervisionVisit.recommendation': 'Kiến nghị; null khi không có.',
  'NewRuralAreasSupervisionVisit.followUp': 'Kiến nghị đã được thực hiện thế nào; null khi chưa có tin.',
  'NewRuralAreasSupervisionVisit.followedUpOn': 'Ngày thực hiện; null khi chưa có tin.',
  'NewRuralAreasSupervisionVisit.withdrawn':
    'Lần giám sát này đã được rút vì lẽ ra không ghi nhận; khi đó không được tính ở đâu nữa.',
  'NewRuralAreasSupervisionVisit.withdrawalReason': 'Lý do rút; null khi vẫn được tính.',
  'Query.newRuralAreasSupervisionVisits':
    'Các lần giám sát mà người hỏi được xem, mới nhất trước, kể cả lần đã rút.',
  'AdministrativeUnit.newRuralAreasSupervisionVisits':
    'Các lần giám sát tại xã này, mới nhất trước, kể cả lần đã rút.',
  'Mutation.newRuralAreasRecordVisit':
    'Ghi nhận một lần giám sát tại xã; số lần giám sát được cập nhật trong cùng giao tác.',
  'Mutation.newRuralAreasFollowUpVisit':
    'Ghi nhận việc thực hiện kiến nghị; ghi lại lần nữa thì nội dung trước được giữ trong nhật ký.',
  'Mutation.newRuralAreasWithdrawVisit':
    'Rút một lần giám sát lẽ ra không được ghi nhận. Lần đó vẫn nằm trong danh sách và không được tính ở đâu nữa.',
  NewRuralAreasRecordVisitInput: 'Một lần giám sát đã thực hiện.',
  'NewRuralAreasRecordVisitInput.unit': 'Mã định danh của xã được giám sát.',
  'NewRuralAreasRecordVisitInput.visitedOn': 'Ngày giám sát; không sau ngày nghiệp vụ.',
  'NewRuralAreasRecordVisitInput.subject': 'Nội dung giám sát; 3 đến 500 ký tự.',
  'NewRuralAreasRecordVisitInput.findings': 'Kết quả; 3 đến 2000 ký tự.',
  'NewRuralAreasRecordVisitInput.recommendation': 'Kiến nghị; tối đa 2000 ký tự.',
  NewRuralAreasFollowUpVisitInput: 'Việc thực hiện một kiến nghị.',
  'NewRuralAreasFollowUpVisitInput.supervisionVisit': 'Mã định danh của lần giám sát.',
  'NewRuralAreasFollowUpVisitInput.followUp': 'Kiến nghị đã được thực hiện thế nào; 3 đến 2000 ký tự.',
  'NewRuralAreasFollowUpVisitInput.followedUpOn':
    'Ngày thực hiện, từ ngày giám sát đến ngày nghiệp vụ; mặc định là ngày nghiệp vụ.',
  NewRuralAreasWithdrawVisitInput: 'Một lần giám sát lẽ ra không được ghi nhận.',
  'NewRuralAreasWithdrawVisitInput.supervisionVisit': 'Mã định danh của lần giám sát.',
  'NewRuralAreasWithdrawVisitInput.reason':
    'Vì sao rút, ví dụ “ghi trùng”; 3 đến 500 ký tự, hiện cùng lần giám sát.',
} as const;
