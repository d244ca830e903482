/** Vietnamese descriptions of writing, issuing and withdrawing score sheets. */
const heading = (input: string): Record<string, string> => ({
  [`${input}.titleVi`]: 'Tên bảng điểm bằng tiếng Việt; 3 đến 300 ký tự.',
  [`${input}.titleEn`]: 'Tên bảng điểm bằng tiếng Anh; 3 đến 300 ký tự.',
  [`${input}.validFrom`]: 'Ngày đầu tiên được mở năm thi đua theo bảng điểm này.',
  [`${input}.validTo`]:
    'Ngày đầu tiên không còn được mở năm thi đua theo bảng này; sau `validFrom`. Không nêu thì không có thời hạn.',
  [`${input}.legalBasis`]: 'Quyết định hoặc quy định làm căn cứ, ghi như viện dẫn; 3 đến 500 ký tự.',
  [`${input}.note`]: 'Điều cần biết trước khi áp dụng chính thức; tối đa 1000 ký tự.',
});
const tieOrder =
  'Cách phân định khi bằng điểm, theo thứ tự: LEAST_MINUS, MOST_BONUS, hoặc số của một tiêu chí trong bảng; mỗi cách một lần, tối đa 20.';

export const sheetDraftsVietnamese = {
  EmulationAwardsSheetState: 'Bảng điểm đang ở bước nào, từ bản nháp đến khi ban hành.',
  'EmulationAwardsSheetState.DRAFT': 'Bản nháp; chỉ người soạn và người ban hành bảng điểm được xem.',
  'EmulationAwardsSheetState.IN_FORCE':
    'Đã ban hành: được dùng cho năm thi đua trong thời hạn của bảng. Không sửa gì nữa.',
  'EmulationAwardsSheetState.WITHDRAWN':
    'Đã rút kèm lý do trước khi có năm thi đua nào dùng; vẫn được lưu để xem.',
  EmulationAwardsSheetAction: 'Việc đã làm với bảng điểm.',
  'EmulationAwardsSheetAction.DRAFT': 'Bắt đầu bản nháp, soạn mới hoặc chép từ bảng khác.',
  'EmulationAwardsSheetAction.CHANGE': 'Soạn lại bản nháp.',
  'EmulationAwardsSheetAction.ISSUE': 'Ban hành.',
  'EmulationAwardsSheetAction.WITHDRAW': 'Rút bảng điểm.',
  'EmulationAwardsScoreSheet.state': 'Đang ở bước nào; chỉ bảng đã ban hành mới dùng được cho năm thi đua.',
  'EmulationAwardsScoreSheet.copiedFrom':
    'Bảng điểm được chép làm bản nháp ban đầu; null khi soạn mới hoặc nạp từ tệp dữ liệu.',
  'EmulationAwardsScoreSheet.draftedOn': 'Ngày bắt đầu bản nháp; null khi nạp từ tệp dữ liệu.',
  'EmulationAwardsScoreSheet.issuedOn':
    'Ngày ban hành; null khi còn là bản nháp hoặc khi nạp từ tệp dữ liệu.',
  'EmulationAwardsScoreSheet.withdrawnOn': 'Ngày rút; null khi chưa rút. Lý do nằm ở các bước đã thực hiện.',
  'EmulationAwardsScoreSheet.steps':
    'Những việc đã làm với bảng điểm, theo thứ tự; không có khi nạp từ tệp dữ liệu.',
  EmulationAwardsSheetStep: 'Một bước đã thực hiện với bảng điểm: làm gì, khi nào, vì sao.',
  'EmulationAwardsSheetStep.sheet': 'Bảng điểm được thực hiện bước này.',
  'EmulationAwardsSheetStep.action': 'Việc đã làm.',
  'EmulationAwardsSheetStep.reason': 'Vì sao rút; null ở các bước khác.',
  'EmulationAwardsSheetStep.takenOn': 'Ngày nghiệp vụ của bước này.',
  'EmulationAwardsSheetStep.takenAt': 'Thời điểm ghi nhận.',
  'EmulationAwardsSheetStep.takenBy': 'Người thực hiện; null khi không được xem tài khoản.',
  EmulationAwardsCriterionInput: 'Một tiêu chí của bảng điểm đang soạn: chấm việc gì, điểm lấy từ đâu.',
  'EmulationAwardsCriterionInput.number': 'Số thứ tự trên bảng điểm: “1”, “2.3”; mỗi số một lần.',
  'EmulationAwardsCriterionInput.titleVi': 'Nội dung được chấm, bằng tiếng Việt; 3 đến 300 ký tự.',
  'EmulationAwardsCriterionInput.titleEn': 'Nội dung được chấm, bằng tiếng Anh; 3 đến 300 ký tự.',
  'EmulationAwardsCriterionInput.kind': 'Cho điểm, điểm thưởng hay điểm trừ.',
  'EmulationAwardsCriterionInput.maximum': 'Số điểm tối đa được cho hoặc bị trừ: 0.01 đến 9999.99.',
  'EmulationAwardsCriterionInput.source':
    'Điểm do người chấm hay do hệ thống tính. INDICATOR cần `indicator`, `zeroAt`, `fullAt`; LATENESS cần `perLate`, `perMissing`; MANUAL không nêu mục nào trong số đó.',
  'EmulationAwardsCriterionInput.indicator':
    'Mã chỉ số mà số liệu cả năm được dùng để tính điểm; hệ thống phải có chỉ số này.',
  'EmulationAwardsCriterionInput.zeroAt': 'Số liệu ở mức này chưa có điểm. Tỷ lệ viết dưới dạng phần của 1.',
  'EmulationAwardsCriterionInput.fullAt':
    'Số liệu từ mức này trở đi được trọn điểm: khác `zeroAt`, nhỏ hơn `zeroAt` khi càng ít càng tốt.',
  'EmulationAwardsCriterionInput.perLate': 'Mỗi báo cáo chậm bị trừ bao nhiêu điểm: 0 đến 9999.99.',
  'EmulationAwardsCriterionInput.perMissing': 'Mỗi báo cáo không gửi bị trừ bao nhiêu điểm: 0 đến 9999.99.',
  EmulationAwardsDraftSheetInput: 'Bảng điểm huyện bắt đầu soạn, soạn mới hoặc chép từ bảng khác.',
  ...heading('EmulationAwardsDraftSheetInput'),
  'EmulationAwardsDraftSheetInput.unit': 'Mã định danh của huyện sẽ chấm điểm theo bảng này.',
  'EmulationAwardsDraftSheetInput.year':
    'Năm mà bảng điểm được lập cho: từ năm trước ngày nghiệp vụ đến năm năm sau đó.',
  'EmulationAwardsDraftSheetInput.copyOf':
    'Mã định danh của bảng điểm được chép cách bỏ phiếu, cách phân định khi bằng điểm và các tiêu chí, trừ những gì nêu ở đây.',
  'EmulationAwardsDraftSheetInput.ballot':
    'Cách các đơn vị trong cụm bỏ phiếu suy tôn. Phải nêu nếu không chép từ bảng khác.',
  'EmulationAwardsDraftSheetInput.tieOrder': `${tieOrder} Không nêu và không chép thì không có.`,
  'EmulationAwardsDraftSheetInput.criteria':
    'Các tiêu chí, tối đa 100; không nêu thì chép từ bảng kia, hoặc soạn sau.',
  EmulationAwardsChangeSheetInput:
    'Bản nháp bảng điểm được soạn lại toàn bộ: những gì không nêu thì không còn trong bảng.',
  ...heading('EmulationAwardsChangeSheetInput'),
  'EmulationAwardsChangeSheetInput.sheet': 'Mã định danh của bảng điểm.',
  'EmulationAwardsChangeSheetInput.ballot': 'Cách các đơn vị trong cụm bỏ phiếu suy tôn.',
  'EmulationAwardsChangeSheetInput.tieOrder': tieOrder,
  'EmulationAwardsChangeSheetInput.criteria': 'Toàn bộ tiêu chí của bảng, tối đa 100.',
  EmulationAwardsIssueSheetInput: 'Bản nháp bảng điểm được ban hành.',
  'EmulationAwardsIssueSheetInput.sheet': 'Mã định danh của bảng điểm.',
  EmulationAwardsWithdrawSheetInput: 'Bảng điểm được rút, và vì sao.',
  'EmulationAwardsWithdrawSheetInput.sheet': 'Mã định danh của bảng điểm.',
  'EmulationAwardsWithdrawSheetInput.reason': 'Lý do rút; 3 đến 500 ký tự, hiện cùng bước rút.',
  EmulationAwardsChooseSheetInput: 'Năm thi đua được chấm theo một bản khác của bảng điểm.',
  'EmulationAwardsChooseSheetInput.emulationYear': 'Mã định danh của năm thi đua.',
  'EmulationAwardsChooseSheetInput.sheet':
    'Mã định danh của bảng điểm: của chính huyện và năm đó, đã ban hành, còn thời hạn vào ngày nghiệp vụ.',
  'Query.emulationAwardsSheetSteps': 'Những bước đã thực hiện với các bảng điểm, theo thứ tự.',
  'Mutation.emulationAwardsDraftSheet':
    'Bắt đầu soạn bảng điểm của huyện cho một năm, soạn mới hoặc chép từ bảng khác: thành bản tiếp theo của năm đó.',
  'Mutation.emulationAwardsChangeSheet':
    'Soạn lại toàn bộ bản nháp bảng điểm. Bảng đã ban hành không sửa được.',
  'Mutation.emulationAwardsIssueSheet':
    'Ban hành bản nháp; người ban hành không phải là người soạn. Từ đó không sửa gì nữa: muốn đổi thì ban hành bản mới.',
  'Mutation.emulationAwardsWithdrawSheet':
    'Rút bản nháp, hoặc bảng đã ban hành mà chưa năm thi đua nào dùng, có nêu lý do. Bảng vẫn được lưu để xem.',
  'Mutation.emulationAwardsChooseSheet':
    'Đổi sang một bản khác của bảng điểm cho năm thi đua, khi chưa bắt đầu tự chấm điểm.',
} as const;
