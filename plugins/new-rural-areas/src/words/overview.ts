/** Vietnamese descriptions of what is put together of many communes. */
export const overviewWords = {
  NewRuralAreasStatusAnswer:
    'Các xã của một đơn vị theo cấp cao nhất đang giữ vào một ngày. Thị trấn, phường không thuộc đối tượng.',
  'NewRuralAreasStatusAnswer.asOf': 'Ngày được hỏi; mặc định là ngày nghiệp vụ.',
  'NewRuralAreasStatusAnswer.unit': 'Đơn vị được hỏi, gọi tên theo ngày đó.',
  'NewRuralAreasStatusAnswer.counts':
    'Từ cấp cao nhất đến chưa có cấp nào; số xã của mọi dòng cộng lại bằng tổng số xã.',
  'NewRuralAreasStatusAnswer.communes': 'Từng xã, xếp theo mã.',
  NewRuralAreasStatusCount: 'Số xã giữ một cấp vào một ngày.',
  'NewRuralAreasStatusCount.level': 'Cấp cao nhất của các xã đó; null đối với xã chưa có cấp nào.',
  'NewRuralAreasStatusCount.communes': 'Số xã có đây là cấp cao nhất.',
  'NewRuralAreasStatusCount.atLeast': 'Số xã giữ cấp này, kể cả xã có cấp cao hơn.',
  NewRuralAreasCommuneStatus: 'Cấp cao nhất mà một xã đang giữ vào một ngày.',
  'NewRuralAreasCommuneStatus.unit': 'Xã, gọi tên theo ngày đó.',
  'NewRuralAreasCommuneStatus.level': 'Cấp cao nhất đang giữ; null khi chưa có.',
  'NewRuralAreasCommuneStatus.since': 'Ngày bắt đầu giữ cấp đó.',
  'NewRuralAreasCommuneStatus.recognition': 'Quyết định làm căn cứ.',
  'Query.newRuralAreasCommunesByStatus':
    'Các xã của một đơn vị theo cấp cao nhất đang giữ vào một ngày. Dành cho người được xem mọi xã của đơn vị.',
  'Query.newRuralAreasCommunesByStatus(unit)': 'Mã định danh của đơn vị: một xã, hoặc đơn vị có các xã.',
  'Query.newRuralAreasCommunesByStatus(asOf)':
    'Ngày được hỏi, không sau ngày nghiệp vụ; mặc định là ngày nghiệp vụ.',
  NewRuralAreasCriteriaMatrix:
    'Bảng xã và tiêu chí: các xã của một đơn vị tự đánh giá thế nào trong một năm, theo bộ tiêu chí có hiệu lực cuối năm hoặc hiện nay.',
  'NewRuralAreasCriteriaMatrix.unit': 'Đơn vị được hỏi.',
  'NewRuralAreasCriteriaMatrix.level': 'Cấp được hỏi.',
  'NewRuralAreasCriteriaMatrix.year': 'Năm được hỏi.',
  'NewRuralAreasCriteriaMatrix.set': 'Bộ tiêu chí của các cột.',
  'NewRuralAreasCriteriaMatrix.columns': 'Các cột, theo số thứ tự tiêu chí.',
  'NewRuralAreasCriteriaMatrix.rows': 'Các dòng: mọi xã của đơn vị, xếp theo mã.',
  'NewRuralAreasCriteriaMatrix.assessed': 'Số xã đã ký nộp bản tự đánh giá.',
  NewRuralAreasMatrixRow: 'Kết quả tự đánh giá của một xã theo mọi tiêu chí.',
  'NewRuralAreasMatrixRow.unit': 'Xã của dòng.',
  'NewRuralAreasMatrixRow.assessment':
    'Bản tự đánh giá đã ký nộp của năm; null khi chưa có, kể cả khi mới là bản nháp.',
  'NewRuralAreasMatrixRow.met': 'Số tiêu chí đạt.',
  'NewRuralAreasMatrixRow.notApplicable': 'Số tiêu chí không áp dụng cho xã.',
  'NewRuralAreasMatrixRow.missing': 'Số tiêu chí chưa đạt hoặc chưa có kết quả.',
  'NewRuralAreasMatrixRow.cells': 'Các ô, theo thứ tự cột.',
  NewRuralAreasMatrixCell: 'Kết quả của một xã về một tiêu chí.',
  'NewRuralAreasMatrixCell.criterion': 'Tiêu chí của cột.',
  'NewRuralAreasMatrixCell.outcome': 'Đạt hay chưa đạt; null khi xã chưa ký nộp.',
  'NewRuralAreasMatrixCell.value': 'Giá trị đo được; null khi không đo.',
  'Query.newRuralAreasCriteriaMatrix':
    'Bảng xã và tiêu chí của một cấp trong một năm, theo bản các xã đã ký nộp. Dành cho người được xem mọi xã của đơn vị.',
  'Query.newRuralAreasCriteriaMatrix(unit)': 'Mã định danh của đơn vị: một xã, hoặc đơn vị có các xã.',
  'Query.newRuralAreasCriteriaMatrix(level)': 'Cấp có các tiêu chí làm cột.',
  'Query.newRuralAreasCriteriaMatrix(year)':
    'Năm, không sau năm của ngày nghiệp vụ; mặc định là năm của ngày nghiệp vụ.',
  NewRuralAreasGapAnswer:
    'Số xã mới được công nhận trong năm, chỉ tiêu của đơn vị còn thiếu bao nhiêu xã, và xã nào gần đạt nhất.',
  'NewRuralAreasGapAnswer.unit': 'Đơn vị được hỏi.',
  'NewRuralAreasGapAnswer.level': 'Cấp được hỏi.',
  'NewRuralAreasGapAnswer.year': 'Năm được hỏi.',
  'NewRuralAreasGapAnswer.target':
    'Mã ngắn của chỉ tiêu, ví dụ “T-03”; null khi không có mã hoặc không có chỉ tiêu.',
  'NewRuralAreasGapAnswer.wanted':
    'Số xã theo chỉ tiêu; null khi đơn vị không có chỉ tiêu của năm mà người hỏi được xem.',
  'NewRuralAreasGapAnswer.reached': 'Số xã mới được công nhận trong năm và còn giữ danh hiệu.',
  'NewRuralAreasGapAnswer.needed': 'Số xã còn thiếu, “0” khi đã đạt; null khi không có chỉ tiêu.',
  'NewRuralAreasGapAnswer.recognitions': 'Các quyết định trong năm, theo thứ tự.',
  'NewRuralAreasGapAnswer.candidates':
    'Các xã chưa giữ cấp này, gần nhất trước: xã đủ điều kiện, rồi theo số tiêu chí còn thiếu, rồi theo mã.',
  NewRuralAreasCandidate: 'Một xã còn có thể được công nhận, và còn cách bao xa.',
  'NewRuralAreasCandidate.unit': 'Xã đó.',
  'NewRuralAreasCandidate.eligible': 'Xã đang giữ cấp được yêu cầu trước đó hay không.',
  'NewRuralAreasCandidate.assessed': 'Xã đã ký nộp bản tự đánh giá của năm hay chưa.',
  'NewRuralAreasCandidate.missing':
    'Số tiêu chí chưa đạt hoặc chưa có kết quả; là tất cả khi xã chưa tự đánh giá.',
  'NewRuralAreasCandidate.missingCriteria': 'Các tiêu chí đó, theo số thứ tự.',
  'NewRuralAreasCandidate.pollPassed': 'Trong năm đã có cuộc lấy ý kiến đạt cho cấp này hay chưa.',
  'NewRuralAreasCandidate.dossier': 'Hồ sơ đang thực hiện; null khi không có.',
  'Query.newRuralAreasGapToTarget':
    'Còn thiếu bao nhiêu để đạt chỉ tiêu số xã mới được công nhận, và xã nào gần nhất. Dành cho người được xem mọi xã của đơn vị.',
  'Query.newRuralAreasGapToTarget(unit)': 'Mã định danh của đơn vị có chỉ tiêu.',
  'Query.newRuralAreasGapToTarget(level)': 'Cấp mà chỉ tiêu nói đến.',
  'Query.newRuralAreasGapToTarget(year)':
    'Năm, không sau năm của ngày nghiệp vụ; mặc định là năm của ngày nghiệp vụ.',
} as const;
