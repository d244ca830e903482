/** Vietnamese descriptions of scores, rankings and the vote. */
export const scoresVietnamese = {
  EmulationAwardsScore:
    'Điểm của một đơn vị ở một tiêu chí do một bên chấm. Điểm chấm sau của cùng bên thay thế điểm trước; không ghi đè.',
  'EmulationAwardsScore.entry': 'Đơn vị trong năm thi đua.',
  'EmulationAwardsScore.unit': 'Đơn vị được chấm.',
  'EmulationAwardsScore.criterion': 'Tiêu chí được chấm.',
  'EmulationAwardsScore.kind': 'Điểm do bên nào chấm.',
  'EmulationAwardsScore.authorUnit': 'Đơn vị chấm điểm: chính đơn vị, đơn vị khác trong cụm, hoặc huyện.',
  'EmulationAwardsScore.points':
    'Số điểm, từ 0 đến mức tối đa của tiêu chí; với tiêu chí điểm trừ là số điểm bị trừ.',
  'EmulationAwardsScore.explanation':
    'Căn cứ cho điểm như người chấm ghi; với điểm do hệ thống tính là số liệu và cách tính. Null khi không ghi.',
  'EmulationAwardsScore.recordedAt': 'Thời điểm ghi nhận.',
  'EmulationAwardsScore.supersededAt': 'Thời điểm bị điểm sau thay thế; null khi đang được tính.',
  'EmulationAwardsScore.reason': 'Lý do sửa điểm đã khóa; null khi không phải sửa điểm.',
  EmulationAwardsScoreKind: 'Bên chấm điểm, từ chính đơn vị đến điểm chính thức.',
  'EmulationAwardsScoreKind.SELF':
    'Đơn vị tự chấm; các đơn vị khác trong cụm chỉ thấy khi mọi đơn vị đã nộp.',
  'EmulationAwardsScoreKind.CROSS': 'Đơn vị khác trong cụm chấm; cụm thấy khi đã bắt đầu thẩm định.',
  'EmulationAwardsScoreKind.REVIEW': 'Cán bộ huyện phụ trách thẩm định; cụm thấy khi đã khóa điểm.',
  'EmulationAwardsScoreKind.FINAL':
    'Điểm chính thức: theo thẩm định với tiêu chí do người chấm, còn lại do hệ thống tính. Đã khóa; điểm đã sửa thay thế.',
  EmulationAwardsComputedScore: 'Điểm đơn vị sẽ được tính hôm nay ở tiêu chí do hệ thống tính.',
  'EmulationAwardsComputedScore.criterion': 'Tiêu chí được tính.',
  'EmulationAwardsComputedScore.points':
    'Số điểm theo số liệu hôm nay; với tiêu chí điểm trừ là số điểm bị trừ.',
  'EmulationAwardsComputedScore.explanation': 'Số liệu và cách tính.',
  EmulationAwardsRanking:
    'Thứ hạng của đơn vị trong cụm theo điểm chính thức. Sau khi sửa điểm, cụm được xếp hạng lại; lần xếp hạng trước vẫn giữ.',
  'EmulationAwardsRanking.entry': 'Đơn vị trong năm thi đua.',
  'EmulationAwardsRanking.cluster': 'Cụm được xếp hạng.',
  'EmulationAwardsRanking.unit': 'Đơn vị được xếp hạng.',
  'EmulationAwardsRanking.rank': 'Thứ hạng, từ 1; đồng hạng khi không phân định được.',
  'EmulationAwardsRanking.points': 'Tổng điểm và điểm thưởng, sau khi trừ điểm trừ.',
  'EmulationAwardsRanking.tied': 'Trong cụm có đơn vị khác cùng tổng điểm hay không.',
  'EmulationAwardsRanking.decidedBy':
    'Điều phân định khi bằng điểm, gọi như trong bảng điểm: LEAST_MINUS, MOST_BONUS hoặc số tiêu chí. Null khi không bằng điểm, hoặc khi đồng hạng.',
  'EmulationAwardsRanking.rankedAt': 'Thời điểm xếp hạng.',
  'EmulationAwardsRanking.supersededAt':
    'Thời điểm bị lần xếp hạng sau khi sửa điểm thay thế; null khi đang được tính.',
  EmulationAwardsVoteCast:
    'Việc một đơn vị đã bỏ phiếu suy tôn trong cụm. Bầu cho ai chỉ được cho biết với phiếu ghi tên, sau khi kết thúc.',
  'EmulationAwardsVoteCast.entry': 'Đơn vị đã bỏ phiếu, trong năm thi đua.',
  'EmulationAwardsVoteCast.cluster': 'Cụm mà đơn vị đã bỏ phiếu.',
  'EmulationAwardsVoteCast.unit': 'Đơn vị đã bỏ phiếu.',
  'EmulationAwardsVoteCast.castOn': 'Ngày bỏ phiếu.',
  'EmulationAwardsVoteCast.candidate':
    'Đơn vị được bầu; null với phiếu kín, và với phiếu ghi tên khi chưa kết thúc bỏ phiếu.',
  EmulationAwardsVoteResult:
    'Bao nhiêu đơn vị trong cụm bầu cho một đơn vị, kiểm phiếu khi kết thúc bỏ phiếu (suy tôn).',
  'EmulationAwardsVoteResult.entry': 'Đơn vị được bầu, trong năm thi đua.',
  'EmulationAwardsVoteResult.cluster': 'Cụm đã bỏ phiếu.',
  'EmulationAwardsVoteResult.unit': 'Đơn vị được bầu.',
  'EmulationAwardsVoteResult.votes': 'Số phiếu của các đơn vị khác; 0 khi không có phiếu nào.',
  EmulationAwardsScoreLineInput: 'Điểm cho một tiêu chí.',
  'EmulationAwardsScoreLineInput.criterion':
    'Số của tiêu chí trên bảng điểm của năm; tiêu chí do người chấm, mỗi tiêu chí nhiều nhất một lần.',
  'EmulationAwardsScoreLineInput.points':
    'Số điểm, từ 0 đến mức tối đa của tiêu chí, nhiều nhất hai chữ số thập phân; với tiêu chí điểm trừ là số điểm bị trừ.',
  'EmulationAwardsScoreLineInput.explanation': 'Căn cứ cho điểm, nếu cần nêu; tối đa 1000 ký tự.',
  EmulationAwardsSaveSelfScoresInput: 'Điểm đơn vị tự chấm, đến đâu lưu đến đó.',
  'EmulationAwardsSaveSelfScoresInput.entry': 'Mã định danh của đơn vị trong năm thi đua.',
  'EmulationAwardsSaveSelfScoresInput.scores':
    'Các tiêu chí được chấm lần này; 1 đến 100. Tiêu chí khác giữ nguyên.',
  EmulationAwardsSubmitSelfScoresInput: 'Bảng tự chấm điểm mà đơn vị ký nộp.',
  'EmulationAwardsSubmitSelfScoresInput.entry': 'Mã định danh của đơn vị trong năm thi đua.',
  EmulationAwardsCrossScoreInput: 'Một đơn vị chấm điểm đơn vị khác trong cụm.',
  'EmulationAwardsCrossScoreInput.entry': 'Mã định danh của đơn vị được chấm.',
  'EmulationAwardsCrossScoreInput.byUnit':
    'Mã định danh của đơn vị chấm: thành viên khác trong cùng cụm, mà người thực hiện hoạt động thay mặt.',
  'EmulationAwardsCrossScoreInput.scores':
    'Các tiêu chí được chấm lần này; 1 đến 100. Tiêu chí khác giữ nguyên.',
  EmulationAwardsReviewScoresInput: 'Điểm cán bộ huyện quyết định cho một đơn vị.',
  'EmulationAwardsReviewScoresInput.entry': 'Mã định danh của đơn vị được thẩm định.',
  'EmulationAwardsReviewScoresInput.scores':
    'Các tiêu chí được quyết định lần này; 1 đến 100. Tiêu chí khác giữ nguyên.',
  EmulationAwardsCorrectScoreInput: 'Một điểm đã khóa nhưng sai.',
  'EmulationAwardsCorrectScoreInput.score': 'Mã định danh của điểm chính thức đang được tính.',
  'EmulationAwardsCorrectScoreInput.points':
    'Số điểm đúng, từ 0 đến mức tối đa của tiêu chí. Bỏ trống với điểm do hệ thống tính: hệ thống tính lại.',
  'EmulationAwardsCorrectScoreInput.reason': 'Vì sao sai; 3 đến 500 ký tự, được giữ cùng điểm mới.',
  EmulationAwardsVoteInput:
    'Một phiếu duy nhất của đơn vị. Không có khóa chống gửi lặp: phiếu thứ hai bị từ chối, và hệ thống không giữ gì về phiếu kín.',
  'EmulationAwardsVoteInput.voter': 'Mã định danh của đơn vị bỏ phiếu.',
  'EmulationAwardsVoteInput.candidate': 'Mã định danh của đơn vị được bầu: đơn vị khác trong cùng cụm.',
  'Query.emulationAwardsScores':
    'Điểm các loại mà người hỏi được xem lúc này, kể cả điểm đã bị thay thế: lọc bằng `current`.',
  'Query.emulationAwardsComputedScores':
    'Điểm hệ thống sẽ tính cho đơn vị hôm nay từ chỉ số và báo cáo chậm: dành cho người xem được số liệu và báo cáo của đơn vị. Điểm đã khóa nằm ở `scores`.',
  'Query.emulationAwardsComputedScores(entry)': 'Mã định danh của đơn vị trong năm thi đua.',
  'Query.emulationAwardsRankings':
    'Thứ hạng các đơn vị trong cụm, hạng nhất trước, kể cả lần xếp hạng trước: lọc bằng `current`.',
  'Query.emulationAwardsVotesCast': 'Những đơn vị đã bỏ phiếu trong cụm của mình.',
  'Query.emulationAwardsVoteResults': 'Kết quả suy tôn của các cụm, nhiều phiếu trước.',
  'Mutation.emulationAwardsSaveSelfScores':
    'Lưu điểm đơn vị tự chấm dưới dạng bản nháp, để người khác của đơn vị ký nộp.',
  'Mutation.emulationAwardsSubmitSelfScores':
    'Ký nộp bảng tự chấm điểm: phải đủ tiêu chí và do người khác với người nhập. Sau đó không sửa nữa.',
  'Mutation.emulationAwardsCrossScore':
    'Chấm điểm đơn vị khác trong cùng cụm. Không ai chấm đơn vị mình, đơn vị ngoài cụm không chấm.',
  'Mutation.emulationAwardsReviewScores':
    'Quyết định điểm của đơn vị sau khi xem điểm tự chấm và điểm chấm chéo; không do người đã chấm những điểm đó.',
  'Mutation.emulationAwardsLockScores':
    'Khóa điểm của năm thi đua: điểm thẩm định và điểm hệ thống tính từ chỉ số, báo cáo chậm. Do người khác với người thẩm định.',
  'Mutation.emulationAwardsCorrectScore':
    'Đính chính một điểm đã khóa kèm lý do; điểm cũ được giữ. Do người khác với người thẩm định. Cụm đã xếp hạng thì xếp lại.',
  'Mutation.emulationAwardsRank':
    'Xếp hạng các đơn vị trong từng cụm theo điểm chính thức; trường hợp bằng điểm được nêu rõ và phân định theo bảng điểm.',
  'Mutation.emulationAwardsVote':
    'Bỏ một phiếu duy nhất của đơn vị cho đơn vị khác trong cụm. Không ai bầu cho mình.',
  'Mutation.emulationAwardsCloseVote': 'Kết thúc bỏ phiếu và kiểm phiếu.',
} as const;
