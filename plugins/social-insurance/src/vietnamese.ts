/** Vietnamese descriptions by schema coordinate. */
export const vietnamese = {
  SocialInsuranceKind: 'Số liệu nói về loại bảo hiểm nào.',
  'SocialInsuranceKind.HEALTH': 'Bảo hiểm y tế: có thẻ còn hiệu lực.',
  'SocialInsuranceKind.VOLUNTARY_SOCIAL': 'Bảo hiểm xã hội tự nguyện: đang đóng vào ngày đó.',
  SocialInsuranceParticipantGroup:
    'Một nhóm người tham gia, phân theo bên đóng bảo hiểm, như luật và nghị định quy định.',
  'SocialInsuranceParticipantGroup.code': 'Mã ổn định viết hoa, dùng trong tệp nhập, ví dụ HOUSEHOLD.',
  'SocialInsuranceParticipantGroup.insurance': 'Nhóm thuộc loại bảo hiểm nào.',
  'SocialInsuranceParticipantGroup.titleVi': 'Tên nhóm bằng tiếng Việt.',
  'SocialInsuranceParticipantGroup.titleEn': 'Tên nhóm bằng tiếng Anh.',
  'SocialInsuranceParticipantGroup.validFrom': 'Ngày đầu tiên nhóm có hiệu lực.',
  'SocialInsuranceParticipantGroup.validTo': 'Ngày đầu tiên nhóm hết hiệu lực; null khi còn hiệu lực.',
  'SocialInsuranceParticipantGroup.legalBasis': 'Luật, nghị định quy định nhóm này, ghi như viện dẫn.',
  SocialInsuranceCoverageSnapshot:
    'Số người tham gia bảo hiểm của một đơn vị tại một ngày, theo một nguồn: số tại thời điểm, không phải số tăng thêm trong kỳ.',
  'SocialInsuranceCoverageSnapshot.unit': 'Xã, phường, thị trấn có số liệu này, gọi tên theo ngày đếm.',
  'SocialInsuranceCoverageSnapshot.date': 'Ngày đếm.',
  'SocialInsuranceCoverageSnapshot.insurance': 'Loại bảo hiểm.',
  'SocialInsuranceCoverageSnapshot.group': 'Nhóm tham gia; null khi tính chung mọi nhóm.',
  'SocialInsuranceCoverageSnapshot.insured': 'Số người tham gia vào ngày đó.',
  'SocialInsuranceCoverageSnapshot.population':
    'Mẫu số: dân số của đơn vị; với một nhóm thì là số người thuộc nhóm.',
  'SocialInsuranceCoverageSnapshot.source':
    'Nguồn số liệu: social-insurance-agency (cơ quan bảo hiểm xã hội) hoặc front-report (báo cáo của Mặt trận). Không trộn số liệu của hai nguồn.',
  'SocialInsuranceCoverageSnapshot.recordedAt': 'Thời điểm hệ thống ghi nhận số liệu.',
  'SocialInsuranceCoverageSnapshot.supersededAt':
    'Thời điểm số liệu bị lần nhập sau thay thế; null khi còn được tính.',
  SocialInsuranceCoverage:
    'Mức tham gia bảo hiểm của một đơn vị tại một ngày, tính từ số liệu mới nhất của từng xã, phường, thị trấn tính đến ngày đó, theo một nguồn. Đơn vị thiếu số liệu được nêu tên, không suy đoán.',
  'SocialInsuranceCoverage.asOf': 'Ngày được hỏi.',
  'SocialInsuranceCoverage.insurance': 'Loại bảo hiểm được hỏi.',
  'SocialInsuranceCoverage.source': 'Nguồn số liệu: social-insurance-agency hoặc front-report.',
  'SocialInsuranceCoverage.unit': 'Đơn vị được hỏi, gọi tên theo ngày được hỏi.',
  'SocialInsuranceCoverage.total': 'Tính chung mọi nhóm; null khi chưa đơn vị nào có số liệu.',
  'SocialInsuranceCoverage.groups':
    'Theo từng nhóm, trong phạm vi các đơn vị có báo; cộng lại không nhất thiết bằng tổng chung.',
  'SocialInsuranceCoverage.needed': 'Trong đơn vị có bao nhiêu xã, phường, thị trấn.',
  'SocialInsuranceCoverage.have': 'Bao nhiêu xã, phường, thị trấn đã có số liệu tính đến ngày đó.',
  'SocialInsuranceCoverage.missing':
    'Các xã, phường, thị trấn chưa có số liệu nào; nêu tên tối đa 200 đơn vị.',
  'SocialInsuranceCoverage.carriedForward':
    'Các đơn vị có số liệu mới nhất cũ hơn ngày mới nhất trong tổng; số cũ được dùng cho đến khi có số mới; nêu tên tối đa 200 đơn vị.',
  'SocialInsuranceCoverage.below':
    'Cũng như vậy cho từng đơn vị trực thuộc, xếp theo mã; rỗng với xã, phường, thị trấn vì số người được đếm ở chính đơn vị đó.',
  SocialInsuranceUnitCoverage: 'Mức tham gia bảo hiểm của một trong các đơn vị trực thuộc đơn vị được hỏi.',
  'SocialInsuranceUnitCoverage.unit': 'Đơn vị trực thuộc, gọi tên theo ngày được hỏi.',
  'SocialInsuranceUnitCoverage.total': 'Tính chung mọi nhóm; null khi chưa đơn vị nào trong đó có số liệu.',
  'SocialInsuranceUnitCoverage.groups':
    'Theo từng nhóm, trong phạm vi các đơn vị có báo; cộng lại không nhất thiết bằng tổng chung.',
  'SocialInsuranceUnitCoverage.needed': 'Trong đó có bao nhiêu xã, phường, thị trấn.',
  'SocialInsuranceUnitCoverage.have':
    'Bao nhiêu xã, phường, thị trấn trong đó đã có số liệu tính đến ngày đó.',
  SocialInsuranceCoverageFigure:
    'Số người tham gia bảo hiểm, gộp từ số liệu mới nhất của từng đơn vị; tử số và mẫu số được giữ bên cạnh tỷ lệ.',
  'SocialInsuranceCoverageFigure.group': 'Nhóm tham gia; null khi tính chung mọi nhóm.',
  'SocialInsuranceCoverageFigure.insured': 'Số người tham gia.',
  'SocialInsuranceCoverageFigure.population': 'Mẫu số: dân số; với một nhóm thì là số người thuộc nhóm.',
  'SocialInsuranceCoverageFigure.rate':
    'Số người tham gia chia cho mẫu số, viết dưới dạng phần của 1 (“0.9058”): tối đa sáu chữ số thập phân, chữ số cuối được làm tròn.',
  'SocialInsuranceCoverageFigure.units': 'Số liệu được gộp từ bao nhiêu đơn vị.',
  'SocialInsuranceCoverageFigure.oldestOn': 'Ngày của số liệu cũ nhất trong đó.',
  'SocialInsuranceCoverageFigure.latestOn': 'Ngày của số liệu mới nhất trong đó.',
  'SocialInsuranceCoverageFigure.demo': 'Trong đó có số liệu nào được đặt ra để minh họa hay không.',
  SocialInsuranceOutreachSession:
    'Một buổi họp hoặc đợt đến nhà tuyên truyền về bảo hiểm y tế, bảo hiểm xã hội.',
  'SocialInsuranceOutreachSession.unit':
    'Nơi tổ chức: xã, phường, thị trấn hoặc khu dân cư, gọi tên theo ngày tổ chức.',
  'SocialInsuranceOutreachSession.heldOn': 'Ngày tổ chức.',
  'SocialInsuranceOutreachSession.topic': 'Nội dung tuyên truyền, theo lời người báo cáo.',
  'SocialInsuranceOutreachSession.attendance': 'Số người dự hoặc được đến vận động.',
  'SocialInsuranceOutreachSession.registered':
    'Số người đăng ký tham gia ngay tại buổi đó; là một phần của số người dự.',
  'SocialInsuranceOutreachSession.withdrawn':
    'Buổi này đã được rút vì lẽ ra không ghi nhận; khi đó không được tính ở đâu nữa.',
  'SocialInsuranceOutreachSession.withdrawalReason': 'Lý do rút; null khi buổi này vẫn được tính.',
  SocialInsuranceCollectionAgent:
    'Đại lý thu: nơi thu tiền đóng bảo hiểm của người dân thay cho cơ quan bảo hiểm xã hội.',
  'SocialInsuranceCollectionAgent.unit': 'Xã, phường, thị trấn được phục vụ.',
  'SocialInsuranceCollectionAgent.name': 'Tên của đại lý thu.',
  'SocialInsuranceCollectionAgent.address': 'Địa chỉ để người dân tìm đến; null khi chưa ghi.',
  'SocialInsuranceCollectionAgent.validFrom': 'Ngày đầu tiên của hợp đồng đại lý.',
  'SocialInsuranceCollectionAgent.validTo': 'Ngày đầu tiên hết hợp đồng; null khi còn hợp đồng.',
  SocialInsuranceGapState: 'Việc vận động một hộ chưa tham gia đã đến đâu.',
  'SocialInsuranceGapState.OPEN': 'Chưa ai gặp hộ này.',
  'SocialInsuranceGapState.APPROACHED': 'Đã có người đến vận động.',
  'SocialInsuranceGapState.JOINED':
    'Mọi thành viên đã tham gia; nếu sau này có người lại mất thẻ thì ghi nhận hộ mới.',
  'SocialInsuranceGapState.DECLINED': 'Hộ chưa muốn tham gia; có thể vận động lại.',
  SocialInsuranceGapHousehold:
    'Hộ còn người chưa có bảo hiểm y tế: dữ liệu cá nhân, chỉ người trực tiếp vận động được xem.',
  'SocialInsuranceGapHousehold.unit':
    'Khu dân cư hoặc xã, phường, thị trấn nơi hộ sinh sống, gọi tên theo ngày ghi nhận.',
  'SocialInsuranceGapHousehold.headName': 'Họ tên chủ hộ; dữ liệu cá nhân.',
  'SocialInsuranceGapHousehold.address': 'Số nhà, đường, nếu đã ghi; dữ liệu cá nhân.',
  'SocialInsuranceGapHousehold.members': 'Số nhân khẩu của hộ.',
  'SocialInsuranceGapHousehold.uninsured':
    'Số người trong hộ chưa có bảo hiểm y tế; bằng 0 khi và chỉ khi cả hộ đã tham gia.',
  'SocialInsuranceGapHousehold.state': 'Việc vận động hộ này đã đến đâu.',
  'SocialInsuranceGapHousehold.notedOn': 'Ngày ghi nhận hộ còn người chưa tham gia.',
  SocialInsuranceImportSnapshotInput: 'Số liệu tham gia bảo hiểm của một ngày, từ một nguồn, dạng tệp CSV.',
  'SocialInsuranceImportSnapshotInput.date': 'Ngày đếm; không sau ngày nghiệp vụ.',
  'SocialInsuranceImportSnapshotInput.source': 'Nguồn số liệu: social-insurance-agency hoặc front-report.',
  'SocialInsuranceImportSnapshotInput.csv':
    'Nội dung CSV có dòng tiêu đề và các cột, theo thứ tự bất kỳ: code (mã xã, phường, thị trấn vào ngày đó), insurance (HEALTH hoặc VOLUNTARY_SOCIAL), group (mã nhóm, để trống khi tính chung mọi nhóm), insured (số người tham gia), population (mẫu số); các cột khác được bỏ qua. Các ô cách nhau bằng dấu phẩy, dấu chấm phẩy hoặc tab. Tối đa 5000 dòng số liệu.',
  SocialInsuranceImportResult:
    'Kết quả nhập; khi có dòng sai thì không ghi dòng nào và báo lỗi theo từng dòng.',
  'SocialInsuranceImportResult.imported': 'Số dòng đã nhập.',
  'SocialInsuranceImportResult.replaced':
    'Trong đó có bao nhiêu dòng thay thế số liệu cũ cùng ngày, đơn vị, loại bảo hiểm, nhóm và nguồn; số liệu cũ được giữ lại và đánh dấu.',
  SocialInsuranceRecordOutreachInput: 'Một buổi tuyên truyền đã tổ chức.',
  'SocialInsuranceRecordOutreachInput.unit':
    'Mã định danh của xã, phường, thị trấn hoặc khu dân cư nơi tổ chức.',
  'SocialInsuranceRecordOutreachInput.heldOn': 'Ngày tổ chức; không sau ngày nghiệp vụ.',
  'SocialInsuranceRecordOutreachInput.topic': 'Nội dung tuyên truyền; 3 đến 500 ký tự.',
  'SocialInsuranceRecordOutreachInput.attendance': 'Số người dự hoặc được đến vận động; từ 0 đến 100000.',
  'SocialInsuranceRecordOutreachInput.registered': 'Số người đăng ký tại chỗ; không quá số người dự.',
  SocialInsuranceCorrectOutreachInput:
    'Điều đã ghi sai về một buổi tuyên truyền; mục nào không nêu thì giữ nguyên.',
  'SocialInsuranceCorrectOutreachInput.session': 'Mã định danh của buổi tuyên truyền.',
  'SocialInsuranceCorrectOutreachInput.heldOn': 'Ngày đúng; không sau ngày nghiệp vụ.',
  'SocialInsuranceCorrectOutreachInput.topic': 'Nội dung đúng; 3 đến 500 ký tự.',
  'SocialInsuranceCorrectOutreachInput.attendance':
    'Số đúng của người dự hoặc được đến vận động; từ 0 đến 100000.',
  'SocialInsuranceCorrectOutreachInput.registered':
    'Số đúng của người đăng ký tại chỗ; không quá số người dự.',
  'SocialInsuranceCorrectOutreachInput.reason':
    'Vì sao đã ghi sai; 3 đến 500 ký tự, được giữ trong nhật ký cùng số liệu cũ.',
  SocialInsuranceWithdrawOutreachInput: 'Một buổi tuyên truyền lẽ ra không được ghi nhận.',
  'SocialInsuranceWithdrawOutreachInput.session': 'Mã định danh của buổi tuyên truyền.',
  'SocialInsuranceWithdrawOutreachInput.reason':
    'Vì sao rút, ví dụ “ghi trùng”; 3 đến 500 ký tự, hiện cùng buổi tuyên truyền.',
  SocialInsuranceAddCollectionAgentInput: 'Một nơi mà cơ quan bảo hiểm xã hội đã ký hợp đồng đại lý thu.',
  'SocialInsuranceAddCollectionAgentInput.unit': 'Mã định danh của xã, phường, thị trấn được phục vụ.',
  'SocialInsuranceAddCollectionAgentInput.name': 'Tên của đại lý thu; 3 đến 200 ký tự.',
  'SocialInsuranceAddCollectionAgentInput.address': 'Địa chỉ để người dân tìm đến; tối đa 200 ký tự.',
  'SocialInsuranceAddCollectionAgentInput.validFrom': 'Ngày đầu tiên của hợp đồng; không sau ngày nghiệp vụ.',
  SocialInsuranceEndCollectionAgentInput: 'Hợp đồng đại lý kết thúc khi nào và vì sao.',
  'SocialInsuranceEndCollectionAgentInput.agent': 'Mã định danh của đại lý thu.',
  'SocialInsuranceEndCollectionAgentInput.validTo':
    'Ngày đầu tiên hết hợp đồng, đã qua hoặc sắp tới, sau ngày đầu tiên của hợp đồng. Nếu đã ghi sai thì nêu ngày khác để sửa.',
  'SocialInsuranceEndCollectionAgentInput.reason':
    'Vì sao kết thúc, hoặc vì sao ngày kết thúc đã ghi sai; 3 đến 500 ký tự, được giữ trong nhật ký.',
  SocialInsuranceNoteGapInput: 'Một hộ được phát hiện còn người chưa có bảo hiểm y tế.',
  'SocialInsuranceNoteGapInput.unit':
    'Mã định danh của khu dân cư hoặc xã, phường, thị trấn nơi hộ sinh sống.',
  'SocialInsuranceNoteGapInput.headName': 'Họ tên chủ hộ; 2 đến 120 ký tự.',
  'SocialInsuranceNoteGapInput.address': 'Số nhà, đường, nếu biết; tối đa 200 ký tự.',
  'SocialInsuranceNoteGapInput.members': 'Số nhân khẩu của hộ; từ 1 đến 50.',
  'SocialInsuranceNoteGapInput.uninsured': 'Số người chưa có bảo hiểm y tế; từ 1 đến số nhân khẩu.',
  'SocialInsuranceNoteGapInput.notedOn':
    'Ngày ghi nhận, không sau ngày nghiệp vụ; mặc định là ngày nghiệp vụ.',
  SocialInsuranceChangeGapInput: 'Tin mới về một hộ còn người chưa tham gia.',
  'SocialInsuranceChangeGapInput.household': 'Mã định danh của hộ.',
  'SocialInsuranceChangeGapInput.state':
    'Việc vận động nay đã đến đâu: như cũ, hoặc tiến một bước (OPEN, APPROACHED, rồi JOINED hoặc DECLINED).',
  'SocialInsuranceChangeGapInput.uninsured':
    'Số người còn chưa tham gia; không nêu thì giữ nguyên, luôn bằng 0 khi cả hộ đã tham gia (JOINED).',
  'Query.socialInsuranceParticipantGroups':
    'Các nhóm tham gia bảo hiểm theo luật, kể cả nhóm đã hết hiệu lực.',
  'Query.socialInsuranceCoverage':
    'Bao nhiêu người của một đơn vị tham gia bảo hiểm tại một ngày: tổng chung, theo nhóm và theo đơn vị trực thuộc, kèm những gì còn thiếu. Dành cho người được xem số liệu của mọi xã, phường, thị trấn trong đơn vị.',
  'Query.socialInsuranceCoverage(unit)': 'Mã định danh của đơn vị, ở bất kỳ cấp nào.',
  'Query.socialInsuranceCoverage(asOf)':
    'Ngày được hỏi: mỗi đơn vị được tính theo số liệu mới nhất tính đến ngày đó; mặc định là ngày nghiệp vụ.',
  'Query.socialInsuranceCoverage(insurance)': 'Loại bảo hiểm; mặc định là bảo hiểm y tế.',
  'Query.socialInsuranceCoverage(source)':
    'Nguồn số liệu: social-insurance-agency hoặc front-report. Không trộn số liệu của hai nguồn.',
  'Query.socialInsuranceCoverageSnapshots':
    'Số liệu tham gia bảo hiểm mà người hỏi được xem, ngày mới nhất trước, kể cả số đã bị thay thế: lọc bằng `current`.',
  'Query.socialInsuranceOutreachSessions':
    'Các buổi tuyên truyền mà người hỏi được xem, mới nhất trước, kể cả buổi đã rút: lọc bằng `withdrawn`.',
  'Query.socialInsuranceCollectionAgents':
    'Các đại lý thu ở những đơn vị người hỏi được xem, kể cả đại lý đã hết hợp đồng: lọc bằng `validOn`.',
  'Query.socialInsuranceGapHouseholds':
    'Các hộ còn người chưa tham gia, trong phạm vi vận động của người hỏi; mỗi lần xem được ghi lại.',
  'AdministrativeUnit.socialInsuranceCoverageSnapshots':
    'Số liệu tham gia bảo hiểm của đơn vị, ngày mới nhất trước, kể cả số đã bị thay thế: lọc bằng `current`.',
  'AdministrativeUnit.socialInsuranceOutreachSessions':
    'Các buổi tuyên truyền bảo hiểm tại đơn vị, mới nhất trước, kể cả buổi đã rút: lọc bằng `withdrawn`.',
  'AdministrativeUnit.socialInsuranceCollectionAgents':
    'Các nơi người dân của đơn vị có thể đóng bảo hiểm, kể cả đại lý đã hết hợp đồng: lọc bằng `validOn`.',
  'Mutation.socialInsuranceImportSnapshot':
    'Nhập số liệu tham gia của một ngày, nhập trọn hoặc không nhập dòng nào; tỷ lệ tham gia của từng đơn vị được cập nhật trong cùng giao tác.',
  'Mutation.socialInsuranceRecordOutreach': 'Ghi nhận một buổi tuyên truyền đã tổ chức.',
  'Mutation.socialInsuranceCorrectOutreach':
    'Sửa điều đã ghi về một buổi tuyên truyền; số liệu cũ được giữ trong nhật ký.',
  'Mutation.socialInsuranceWithdrawOutreach':
    'Rút một buổi tuyên truyền lẽ ra không được ghi nhận. Buổi đó vẫn nằm trong danh sách, được đánh dấu và không được tính ở đâu nữa.',
  'Mutation.socialInsuranceAddCollectionAgent':
    'Thêm một đại lý thu tại xã, phường, thị trấn để người dân biết nơi đóng bảo hiểm.',
  'Mutation.socialInsuranceEndCollectionAgent':
    'Kết thúc hợp đồng của một đại lý thu, hoặc sửa ngày kết thúc; đại lý vẫn nằm trong danh sách kèm thời gian hiệu lực.',
  'Mutation.socialInsuranceNoteGap': 'Ghi nhận một hộ còn người chưa tham gia để có người đến vận động.',
  'Mutation.socialInsuranceChangeGap': 'Ghi nhận kết quả vận động một hộ.',
} as const;
