/** Words about tips. */
export const tipWords = {
  CrimePreventionTipState: 'Tin tố giác đã được xử lý đến đâu, đối với người có quyền đọc.',
  'CrimePreventionTipState.RECEIVED': 'Đã tiếp nhận, chưa có quyết định xử lý.',
  'CrimePreventionTipState.FORWARDED': 'Đã chuyển đến cơ quan công an có thẩm quyền.',
  'CrimePreventionTipState.FILED': 'Đã xếp lại, không xử lý, có nêu lý do; có thể xem xét lại.',
  'CrimePreventionTipState.CLOSED': 'Cơ quan công an đã thông báo kết quả.',
  CrimePreventionTip:
    'Điều người dân tố giác về tội phạm: dữ liệu niêm phong, chỉ đầu mối công an của địa bàn được đọc. Không lưu bất cứ thông tin nào về người gửi; mỗi lần đọc đều được ghi lại.',
  'CrimePreventionTip.receipt':
    'Số tiếp nhận đã báo cho người gửi, phòng khi người gửi gọi điện; số này không mở được gì.',
  'CrimePreventionTip.unit': 'Xã, phường, thị trấn mà tin nói đến.',
  'CrimePreventionTip.topic': 'Nội dung theo danh mục TIP_TOPIC; null khi người gửi không chọn.',
  'CrimePreventionTip.content': 'Nguyên văn người gửi viết; niêm phong.',
  'CrimePreventionTip.place': 'Nơi xảy ra, theo lời người gửi; null khi không nêu; niêm phong.',
  'CrimePreventionTip.receivedOn': 'Ngày tiếp nhận; không lưu giờ.',
  'CrimePreventionTip.state': 'Tin đã được xử lý đến đâu.',
  'CrimePreventionTip.forwardedTo': 'Cơ quan công an đã nhận tin; null khi chưa chuyển.',
  'CrimePreventionTip.forwardedOn': 'Ngày chuyển; null khi chưa chuyển.',
  'CrimePreventionTip.filedReason': 'Lý do xếp lại; null khi không xếp lại.',
  'CrimePreventionTip.result': 'Kết quả theo danh mục TIP_RESULT; null khi chưa có.',
  'CrimePreventionTip.resultNote': 'Cơ quan công an nói gì về kết quả; null khi không ghi.',
  'CrimePreventionTip.closedOn': 'Ngày có kết quả; null khi chưa có.',
  'CrimePreventionTip.steps': 'Những việc đã làm với tin này, việc trước nêu trước.',
  CrimePreventionTipStep: 'Một bước xử lý tin: từ đâu đến đâu, khi nào, nói gì; niêm phong như chính tin đó.',
  'CrimePreventionTipStep.tip': 'Tin được xử lý.',
  'CrimePreventionTipStep.before': 'Trạng thái trước đó của tin.',
  'CrimePreventionTipStep.after': 'Trạng thái của tin từ bước này.',
  'CrimePreventionTipStep.note':
    'Lý do, nơi chuyển đến hoặc điều cơ quan công an thông báo; null khi không ghi.',
  'CrimePreventionTipStep.takenOn': 'Ngày thực hiện.',
  CrimePreventionTipReceipt:
    'Tất cả những gì người gửi nhận được: một số để nhắc đến tin. Không thể dùng số này để đọc lại điều gì.',
  'CrimePreventionTipReceipt.receipt': 'Số của tin, để gọi cho công an: TG-4F7K-92QX-HM3D.',
  'CrimePreventionTipReceipt.receivedOn': 'Ngày tiếp nhận.',
  'CrimePreventionTipReceipt.unit': 'Nơi tin được gửi đến.',
  CrimePreventionSubmitTipInput:
    'Một tin tố giác tội phạm. Không có idempotencyKey: khóa đó được lưu cùng tài khoản đã dùng, mà ở đây không được lưu tài khoản nào.',
  'CrimePreventionSubmitTipInput.unit': 'Mã định danh của xã, phường, thị trấn mà tin nói đến.',
  'CrimePreventionSubmitTipInput.topic':
    'Nội dung: mã trong danh mục TIP_TOPIC, ví dụ DRUGS; null khi không rõ.',
  'CrimePreventionSubmitTipInput.content':
    'Điều đã xảy ra hoặc sắp xảy ra; 10 đến 4000 ký tự. Không cần nói gì về mình.',
  'CrimePreventionSubmitTipInput.place': 'Nơi xảy ra; tối đa 300 ký tự.',
  CrimePreventionForwardTipInput: 'Tin được chuyển đến đâu.',
  'CrimePreventionForwardTipInput.tip': 'Mã định danh của tin.',
  'CrimePreventionForwardTipInput.forwardedTo': 'Cơ quan công an có thẩm quyền; 3 đến 200 ký tự.',
  CrimePreventionFileTipInput: 'Vì sao tin được xếp lại, không xử lý.',
  'CrimePreventionFileTipInput.tip': 'Mã định danh của tin.',
  'CrimePreventionFileTipInput.reason': 'Lý do không xử lý; 1 đến 500 ký tự, hiện cùng tin.',
  CrimePreventionReopenTipInput: 'Vì sao tin đã xếp lại được xem xét lại.',
  'CrimePreventionReopenTipInput.tip': 'Mã định danh của tin.',
  'CrimePreventionReopenTipInput.reason': 'Lý do; 1 đến 500 ký tự, được giữ trong các bước xử lý tin.',
  CrimePreventionCloseTipInput: 'Kết quả xử lý của tin đã chuyển.',
  'CrimePreventionCloseTipInput.tip': 'Mã định danh của tin.',
  'CrimePreventionCloseTipInput.result': 'Kết quả: mã trong danh mục TIP_RESULT, ví dụ ADMINISTRATIVE.',
  'CrimePreventionCloseTipInput.note': 'Điều cơ quan công an thông báo; tối đa 1000 ký tự.',
  'CrimePreventionCloseTipInput.closedOn':
    'Ngày có kết quả; không trước ngày chuyển, không sau ngày nghiệp vụ.',
  'Query.crimePreventionTips':
    'Tin tố giác ở các đơn vị mà người hỏi là đầu mối công an, mới nhất trước; mỗi lần xem được ghi lại.',
  'Query.crimePreventionTip':
    'Tin mang số này, dành cho đầu mối công an của đơn vị; với mọi người khác, kể cả người gửi, là null.',
  'Query.crimePreventionTip(receipt)': 'Số tiếp nhận của tin, ví dụ TG-4F7K-92QX-HM3D.',
  'Mutation.crimePreventionSubmitTip':
    'Tố giác tội phạm với đầu mối công an mà không cần cho biết mình là ai, có đăng nhập hay không cũng được. Không lưu gì về người gửi, không đọc lại được gì.',
  'Mutation.crimePreventionForwardTip': 'Chuyển tin đến cơ quan công an có thẩm quyền.',
  'Mutation.crimePreventionFileTip': 'Xếp lại tin, không xử lý, kèm lý do.',
  'Mutation.crimePreventionReopenTip':
    'Xem xét lại tin đã xếp lại; lý do trước đây còn trong các bước xử lý tin.',
  'Mutation.crimePreventionCloseTip': 'Ghi kết quả xử lý của tin đã chuyển.',
} as const;
