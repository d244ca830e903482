/** Vietnamese descriptions of score sheets, titles and forms of reward. */
export const sheetsVietnamese = {
  EmulationAwardsScoreSheet:
    'Bảng điểm huyện dùng để chấm các xã, thị trấn trong một năm: tiêu chí, cách phân định khi bằng điểm, cách bỏ phiếu. Bảng đã ban hành không sửa; muốn đổi thì ban hành bản mới.',
  'EmulationAwardsScoreSheet.unit': 'Huyện chấm điểm theo bảng này.',
  'EmulationAwardsScoreSheet.year': 'Năm mà bảng điểm được lập cho.',
  'EmulationAwardsScoreSheet.number': 'Bản thứ mấy của bảng điểm năm đó, tính từ 1.',
  'EmulationAwardsScoreSheet.ballot': 'Cách các đơn vị trong cụm bỏ phiếu suy tôn.',
  'EmulationAwardsScoreSheet.tieOrder':
    'Cách phân định khi bằng điểm, theo thứ tự: LEAST_MINUS (ít điểm trừ hơn), MOST_BONUS (nhiều điểm thưởng hơn), hoặc số của một tiêu chí (nhiều điểm hơn ở tiêu chí đó). Vẫn bằng nhau thì đồng hạng.',
  'EmulationAwardsScoreSheet.validFrom': 'Ngày đầu tiên được dùng bảng điểm này.',
  'EmulationAwardsScoreSheet.validTo': 'Ngày đầu tiên không còn được dùng; null khi còn được dùng.',
  'EmulationAwardsScoreSheet.legalBasis':
    'Căn cứ ban hành, ghi như viện dẫn; “minh họa” khi bảng điểm được đặt ra.',
  'EmulationAwardsScoreSheet.note': 'Điều cần biết trước khi áp dụng chính thức; null khi không có gì.',
  'EmulationAwardsScoreSheet.title': 'Tên bảng điểm theo ngôn ngữ của người hỏi.',
  'EmulationAwardsScoreSheet.criteria': 'Các tiêu chí của bảng điểm.',
  EmulationAwardsBallotKind: 'Phiếu suy tôn trong cụm có cho biết ai bỏ phiếu hay không.',
  'EmulationAwardsBallotKind.SECRET':
    'Phiếu kín: phiếu không cho biết của ai, hệ thống chỉ giữ việc đơn vị đã bỏ phiếu.',
  'EmulationAwardsBallotKind.NAMED': 'Phiếu ghi tên: sau khi kết thúc bỏ phiếu, biết đơn vị nào bầu cho ai.',
  EmulationAwardsCriterionKind: 'Tiêu chí cho điểm, điểm thưởng hay điểm trừ.',
  'EmulationAwardsCriterionKind.POINTS': 'Điểm cho những việc mọi đơn vị đều phải làm.',
  'EmulationAwardsCriterionKind.BONUS': 'Điểm thưởng cho những việc không phải đơn vị nào cũng làm.',
  'EmulationAwardsCriterionKind.MINUS': 'Điểm trừ: được trừ khỏi tổng điểm.',
  EmulationAwardsCriterionSource: 'Điểm của tiêu chí do người chấm hay do hệ thống tính.',
  'EmulationAwardsCriterionSource.MANUAL':
    'Đơn vị tự chấm, cụm chấm chéo, cán bộ huyện thẩm định và quyết định.',
  'EmulationAwardsCriterionSource.INDICATOR':
    'Hệ thống tính từ số liệu của một chỉ số; không ai nhập tay được.',
  'EmulationAwardsCriterionSource.LATENESS':
    'Hệ thống tính từ số báo cáo chậm hoặc không gửi; không ai nhập tay được.',
  EmulationAwardsCriterion:
    'Một tiêu chí của bảng điểm: chấm việc gì, tối đa bao nhiêu điểm, điểm lấy từ đâu.',
  'EmulationAwardsCriterion.sheet': 'Bảng điểm chứa tiêu chí này; null khi tiêu chí đã bị bỏ khỏi bản nháp.',
  'EmulationAwardsCriterion.number': 'Số thứ tự trên bảng điểm: “1”, “2.3”.',
  'EmulationAwardsCriterion.kind': 'Cho điểm, điểm thưởng hay điểm trừ.',
  'EmulationAwardsCriterion.maximum': 'Số điểm tối đa được cho hoặc bị trừ.',
  'EmulationAwardsCriterion.source': 'Điểm do người chấm hay do hệ thống tính.',
  'EmulationAwardsCriterion.indicator':
    'Mã chỉ số mà số liệu cả năm được dùng để tính điểm; null khi do người chấm.',
  'EmulationAwardsCriterion.zeroAt':
    'Số liệu ở mức này chưa có điểm; từ đây đến `fullAt` điểm tăng đều. Tỷ lệ viết dưới dạng phần của 1. Null khi không dùng chỉ số.',
  'EmulationAwardsCriterion.fullAt':
    'Số liệu từ mức này trở đi được trọn điểm, tức là chỉ tiêu. Nhỏ hơn `zeroAt` khi càng ít càng tốt. Null khi không dùng chỉ số.',
  'EmulationAwardsCriterion.perLate': 'Mỗi báo cáo chậm bị trừ bao nhiêu điểm; null khi không tính.',
  'EmulationAwardsCriterion.perMissing': 'Mỗi báo cáo không gửi bị trừ bao nhiêu điểm; null khi không tính.',
  'EmulationAwardsCriterion.title': 'Nội dung được chấm, theo ngôn ngữ của người hỏi.',
  EmulationAwardsTitle:
    'Danh hiệu thi đua theo luật mà cá nhân, tập thể phấn đấu. Danh hiệu khác với hình thức khen thưởng: được đăng ký từ đầu năm.',
  'EmulationAwardsTitle.code': 'Mã ổn định viết hoa dùng khi đăng ký, đề nghị, ví dụ COLLECTIVE_EXCELLENT.',
  'EmulationAwardsTitle.subject': 'Danh hiệu dành cho đối tượng nào.',
  'EmulationAwardsTitle.neededShare': 'Tỷ lệ phiếu của Hội đồng cần đạt, viết dưới dạng phần của 1.',
  'EmulationAwardsTitle.validFrom': 'Ngày đầu tiên luật quy định danh hiệu như vậy.',
  'EmulationAwardsTitle.validTo': 'Ngày đầu tiên luật không còn quy định như vậy; null khi còn.',
  'EmulationAwardsTitle.legalBasis': 'Luật hoặc quyết định quy định danh hiệu, ghi như viện dẫn.',
  'EmulationAwardsTitle.note': 'Điều cần kiểm tra trước khi áp dụng chính thức; null khi không có gì.',
  'EmulationAwardsTitle.title': 'Tên danh hiệu theo ngôn ngữ của người hỏi.',
  EmulationAwardsRewardForm:
    'Hình thức khen thưởng theo luật. Hình thức khen thưởng khác với danh hiệu: ghi nhận một thành tích, và một thành tích chỉ có một hình thức khen thưởng.',
  'EmulationAwardsRewardForm.code': 'Mã ổn định viết hoa dùng khi đề nghị, ví dụ CERTIFICATE_OF_MERIT.',
  'EmulationAwardsRewardForm.subject': 'Hình thức này dành cho đối tượng nào.',
  'EmulationAwardsRewardForm.neededShare': 'Tỷ lệ phiếu của Hội đồng cần đạt, viết dưới dạng phần của 1.',
  'EmulationAwardsRewardForm.validFrom': 'Ngày đầu tiên luật quy định hình thức này như vậy.',
  'EmulationAwardsRewardForm.validTo': 'Ngày đầu tiên luật không còn quy định như vậy; null khi còn.',
  'EmulationAwardsRewardForm.legalBasis': 'Luật hoặc quyết định quy định hình thức này, ghi như viện dẫn.',
  'EmulationAwardsRewardForm.note': 'Điều cần kiểm tra trước khi áp dụng chính thức; null khi không có gì.',
  'EmulationAwardsRewardForm.title': 'Tên hình thức khen thưởng theo ngôn ngữ của người hỏi.',
  EmulationAwardsSubjectKind: 'Ai được đề nghị danh hiệu hoặc khen thưởng.',
  'EmulationAwardsSubjectKind.UNIT': 'Tập thể Mặt trận của một xã, phường, thị trấn.',
  'EmulationAwardsSubjectKind.ORGANIZATION': 'Một tổ chức: tổ chức thành viên hoặc cơ quan phối hợp.',
  'EmulationAwardsSubjectKind.PERSON': 'Một cá nhân; họ tên là dữ liệu cá nhân.',
  'Query.emulationAwardsTitles': 'Các danh hiệu thi đua theo luật, kể cả danh hiệu đã hết hiệu lực.',
  'Query.emulationAwardsRewardForms': 'Các hình thức khen thưởng theo luật, kể cả hình thức đã hết hiệu lực.',
  'Query.emulationAwardsScoreSheets':
    'Bảng điểm của các huyện theo năm, mọi bản; bản nháp chỉ hiện với người soạn và người ban hành của huyện đó.',
} as const;
