const key = 'UUID để gửi lặp lại chỉ có một lần hiệu lực.';

/** Vietnamese descriptions of what this folder contributes, by schema coordinate. */
export const attachmentsVietnamese: Readonly<Record<string, string>> = {
  Attachment:
    'Một tệp được tải lên làm minh chứng. Người xem được tệp ở đây thì lấy nội dung bằng GET /files/<id>.',
  'Attachment.unit': 'Đơn vị có tệp; cùng với chương trình quyết định ai được xem.',
  'Attachment.programCode':
    'Mã chương trình phối hợp, ví dụ “PRG-27”; null khi không thuộc chương trình nào.',
  'Attachment.name': 'Tên tệp khi tải lên, kể cả phần mở rộng.',
  'Attachment.mediaType': 'Loại tệp xác định theo nội dung, bất kể tên: “application/pdf”.',
  'Attachment.size': 'Dung lượng tính bằng byte.',
  'Attachment.sha256': 'Mã SHA-256 của nội dung (hệ mười sáu): ai giữ bản sao thì đối chiếu được.',
  'Attachment.confidentiality': 'Mức độ bảo mật, quyết định ai được xem.',
  'Attachment.uploadedBy': 'Người tải lên; null khi không được xem tài khoản.',
  'Attachment.uploadedAt': 'Thời điểm tải lên.',
  'Attachment.demo': 'Tệp được đặt ra để minh họa.',
  'Attachment.links': 'Những gì tệp đang và đã từng được đính kèm vào.',
  AttachmentConfidentiality: 'Ai được xem tệp. Người không được xem thì cũng không biết là có tệp.',
  'AttachmentConfidentiality.INTERNAL': 'Nội bộ: người được xem tệp của đơn vị và chương trình.',
  'AttachmentConfidentiality.PERSONAL':
    'Có thông tin cá nhân: chỉ người được xem loại tệp này của đơn vị; mỗi lần tải về đều được ghi nhật ký.',
  'AttachmentConfidentiality.RESTRICTED':
    'Không được phổ biến: chỉ người được xem tệp hạn chế của đơn vị; mỗi lần tải về đều được ghi nhật ký.',
  AttachmentLink:
    'Một tệp được đính kèm vào một văn bản, hoạt động, kế hoạch hoặc báo cáo (đúng một trong số đó).',
  'AttachmentLink.attachment': 'Tệp được đính kèm.',
  'AttachmentLink.document': 'Văn bản có toàn văn hoặc minh chứng là tệp này, nếu là văn bản.',
  'AttachmentLink.activity': 'Hoạt động được tệp chứng minh, nếu là hoạt động.',
  'AttachmentLink.plan': 'Kế hoạch có tệp này, nếu là kế hoạch.',
  'AttachmentLink.report': 'Báo cáo có số liệu được tệp chứng minh, nếu là báo cáo.',
  'AttachmentLink.note': 'Tệp cho thấy điều gì, theo lời người đính kèm.',
  'AttachmentLink.attachedAt': 'Thời điểm đính kèm.',
  'AttachmentLink.detachedAt': 'Thời điểm gỡ ra; null khi còn đính kèm.',
  'AttachmentLink.detachReason': 'Lý do gỡ ra; null khi còn đính kèm.',
  'Query.attachment': 'Một tệp đã tải lên, theo mã định danh toàn cục.',
  'Query.attachments': 'Các tệp mà người hỏi được xem, mới nhất trước.',
  'Document.attachments': 'Các tệp kèm theo văn bản: toàn văn, biên bản chụp lại.',
  'Activity.attachments': 'Các tệp chứng minh hoạt động: ảnh, danh sách, biên bản.',
  'Plan.attachments': 'Các tệp kèm theo kế hoạch.',
  'Report.attachments': 'Các tệp chứng minh số liệu của báo cáo.',
  'Mutation.attachFile':
    'Đính kèm một tệp đã tải lên, làm minh chứng, vào nội dung mà người thực hiện được sửa. Gửi hai lần vẫn là một.',
  'Mutation.attachFile(input)': 'Tệp, và đúng một nội dung được đính kèm vào.',
  'Mutation.detachFile': 'Gỡ tệp đã đính kèm nhầm. Tệp và việc đính kèm vẫn được lưu.',
  'Mutation.detachFile(input)': 'Gỡ tệp nào khỏi nội dung nào, và vì sao.',
  AttachFileInput: 'Một tệp đã tải lên và đúng một văn bản, hoạt động, kế hoạch hoặc báo cáo.',
  'AttachFileInput.attachment': 'Tệp, theo mã mà lần tải lên trả về.',
  'AttachFileInput.document': 'Văn bản được đính kèm, nếu là văn bản.',
  'AttachFileInput.activity': 'Hoạt động được đính kèm, nếu là hoạt động.',
  'AttachFileInput.plan': 'Kế hoạch được đính kèm, nếu là kế hoạch.',
  'AttachFileInput.report': 'Báo cáo được đính kèm, nếu là báo cáo; không được khi đã nộp.',
  'AttachFileInput.note': 'Tệp cho thấy điều gì; tối đa 1000 ký tự.',
  'AttachFileInput.idempotencyKey': key,
  DetachFileInput: 'Tệp cần gỡ khỏi nội dung đã đính kèm, và lý do.',
  'DetachFileInput.link': 'Việc đính kèm, theo mã định danh toàn cục.',
  'DetachFileInput.reason': 'Vì sao tệp không thuộc về đó; được lưu cùng việc đính kèm.',
  'DetachFileInput.idempotencyKey': key,
};
