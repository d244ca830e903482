import { allocationVietnamese as allocations } from './allocation-vietnamese.js';

/** Vietnamese descriptions of what this folder contributes, by schema coordinate. */
const types: Readonly<Record<string, string>> = {
  Target:
    'Một chỉ tiêu: chỉ số nào, ai phải đạt bao nhiêu, đến khi nào, theo câu chữ của văn bản nào. Tỷ lệ và mức tăng, giảm tương đối viết dạng phân số: 0.91 là 91%.',
  'Target.code':
    'Tên ngắn cố định của chỉ tiêu trong chương trình gốc, ví dụ “T-12”; null với chỉ tiêu đặt sau.',
  'Target.indicator': 'Chỉ số được đo.',
  'Target.unit': 'Đơn vị phải đạt; null khi là một nhóm hoặc một tổ chức.',
  'Target.unitGroup': 'Nhóm đơn vị cùng phải đạt; null khi là một đơn vị hoặc một tổ chức.',
  'Target.organization': 'Tổ chức phải đạt; null khi là một đơn vị hoặc một nhóm.',
  'Target.homeUnit':
    'Đơn vị mà Mặt trận ở đó chịu trách nhiệm và được sửa chỉ tiêu: của nhóm là đơn vị lập nhóm, của tổ chức là đơn vị nơi tổ chức đặt.',
  'Target.program': 'Nội dung chương trình phối hợp của chỉ tiêu: là nội dung của chỉ số.',
  'Target.period': 'Khoảng ngày tính số liệu.',
  'Target.operator': 'Yêu cầu gì: ít nhất, nhiều nhất, tăng, giảm.',
  'Target.value':
    'Mức cần đạt, mức dưới của khoảng, hoặc mức thay đổi. Tỷ lệ và thay đổi tương đối viết dạng phân số: “0.91”, “0.25”.',
  'Target.valueMax': 'Mức trên của khoảng, kể cả mức đó; null với các loại khác.',
  'Target.baseline': 'Gốc để so sánh mức thay đổi; null khi chỉ tiêu không cần.',
  'Target.deadline': 'Ngày cuối cùng có thể đạt.',
  'Target.path': '“Đúng tiến độ” được xét theo đâu trước khi hết hạn.',
  'Target.tolerance': 'Lệch bao nhiêu so với tiến độ vẫn coi là đúng tiến độ, dạng phân số: “0.1” là 10%.',
  'Target.quote': 'Nguyên văn trong văn bản; null khi đặt ra không theo văn bản.',
  'Target.reading': 'Câu chữ được hiểu thế nào: tính gì, từ khi nào, so với gì. Theo ngôn ngữ của người hỏi.',
  'Target.basisDocument': 'Văn bản đặt ra chỉ tiêu; null khi không nêu hoặc người hỏi không được đọc.',
  'Target.parentTarget': 'Chỉ tiêu mà chỉ tiêu này là một phần, khi được giao xuống.',
  'Target.derivedFrom':
    'Chỉ tiêu của đơn vị không còn nữa, được đơn vị kế thừa nhận lại theo quyết định; hầu hết là null.',
  'Target.weight': 'Tỷ trọng so với các chỉ tiêu khác khi chấm điểm thi đua; null khi chưa xác định.',
  'Target.implied': 'Văn bản không ghi con số, được suy ra từ những chữ như “hàng tháng”, “mỗi quý”.',
  'Target.progress':
    'Chỉ tiêu đang thực hiện đến đâu: tính từ số liệu của mọi đơn vị bên dưới, không chỉ những số liệu người hỏi được xem.',
  'Target.progress(asOf)':
    'Ngày cần tính, không sau ngày nghiệp vụ; không nêu thì theo ngày của trường gốc hoặc ngày nghiệp vụ.',
  'Target.reportingRow':
    'Dòng báo cáo theo kiểu Việt Nam của kỳ gần nhất đã kết thúc: trong kỳ, lũy kế từ đầu năm, % so với chỉ tiêu, so với cùng kỳ. Null khi hệ thống không có kỳ đó.',
  'Target.reportingRow(asOf)':
    'Ngày nhìn từ đó, không sau ngày nghiệp vụ; không nêu thì theo ngày của trường gốc hoặc ngày nghiệp vụ.',
  'Target.allocation': 'Đã giao những gì cho đơn vị cấp dưới và tổ chức thành viên, so với tổng.',
  'Target.parts': 'Các phần đã giao mà người hỏi được xem.',
  'AdministrativeUnit.targets': 'Những gì đơn vị phải đạt.',
  'UnitGroup.targets': 'Những gì các đơn vị trong nhóm phải cùng đạt.',
  'Organization.targets': 'Những gì tổ chức phải đạt.',
  'Program.targets': 'Những gì phải đạt trong nội dung này.',
  'Indicator.targets': 'Những chỉ tiêu đặt cho chỉ số này.',
  TargetReason: 'Vì sao như vậy: mã cho chương trình và câu giải thích cho người đọc.',
  'TargetReason.code': 'Mã cố định, ví dụ “NO_PATH”.',
  'TargetReason.message': 'Câu giải thích, theo ngôn ngữ của người hỏi.',
  TargetBaseline: 'Gốc để so sánh mức thay đổi mà chỉ tiêu yêu cầu.',
  'TargetBaseline.kind': 'Con số gốc từ đâu ra, hay chưa ai nêu.',
  'TargetBaseline.value': 'Con số gốc nêu cùng chỉ tiêu; null khi không nêu.',
  'TargetBaseline.note': 'Những gì biết về con số gốc, theo ngôn ngữ của người hỏi.',
  TargetProgress:
    'Một chỉ tiêu thực hiện đến đâu vào một ngày, tính từ mọi số liệu có hiệu lực, bất kể người hỏi được xem những gì. Tỷ lệ viết dạng phân số, phần trăm thì không.',
  'TargetProgress.asOf': 'Ngày được tính.',
  'TargetProgress.state': 'Kết luận, hoặc tình hình khi chưa thể kết luận.',
  'TargetProgress.reason': 'Vì sao ở trạng thái đó; null khi số liệu tự nói lên.',
  'TargetProgress.percent':
    'Đã làm được bao nhiêu phần trăm, tối đa hai chữ số thập phân; để đọc, không dùng để kết luận.',
  'TargetProgress.percentReason': 'Vì sao không có phần trăm dù có số liệu.',
  'TargetProgress.method': 'Công thức tính phần trăm.',
  'TargetProgress.actual': 'Số liệu đến ngày đó, theo đơn vị tính của chỉ số; null khi không có.',
  'TargetProgress.numerator': 'Với tỷ lệ: tử số; null với loại khác.',
  'TargetProgress.denominator': 'Với tỷ lệ: mẫu số; null với loại khác.',
  'TargetProgress.expected':
    'Theo tiến độ đã khai báo thì ngày đó phải đạt bao nhiêu; null khi không có tiến độ.',
  'TargetProgress.levelToReach': 'Mức mà tại đó chỉ tiêu được coi là đạt; null khi chưa biết số gốc.',
  'TargetProgress.baseline': 'Con số gốc để so sánh; null khi chưa biết hoặc không cần.',
  'TargetProgress.dataState': 'Mọi số liệu đã được duyệt hay chưa; null khi không có số liệu.',
  'TargetProgress.source': 'Mã nguồn của số liệu; không bao giờ trộn các nguồn.',
  'TargetProgress.coverage': 'Số liệu đầy đủ đến đâu; null khi không đo được.',
  TargetAllocation:
    'Chỉ tiêu đã được giao cho đơn vị cấp dưới và tổ chức thành viên thế nào, so với tổng. Tổng tính trên mọi phần; danh sách chỉ gồm các phần người hỏi được xem.',
  'TargetAllocation.additive': 'Các phần của chỉ tiêu này có cộng lại được hay không.',
  'TargetAllocation.reason': 'Vì sao không cộng được; null khi cộng được.',
  'TargetAllocation.count': 'Đã giao bao nhiêu phần, kể cả phần không được xem.',
  'TargetAllocation.sum': 'Tổng các phần; null khi không cộng được.',
  'TargetAllocation.rest': 'Phần của tổng (với khoảng: của mức dưới) chưa giao cho ai; 0 khi đã giao hết.',
  'TargetAllocation.excess': 'Các phần vượt tổng (với khoảng: vượt mức trên) bao nhiêu; 0 khi không vượt.',
  'TargetAllocation.overAllocated':
    'Đã giao nhiều hơn chỉ tiêu hay không. Được phép, để chắc chắn, và luôn hiển thị.',
  'TargetAllocation.parts': 'Các phần mà người hỏi được xem.',
};

const enums: Readonly<Record<string, string>> = {
  TargetOperator: 'Chỉ tiêu yêu cầu gì: số liệu được so với giá trị thế nào.',
  'TargetOperator.AT_LEAST': 'Số liệu phải bằng hoặc lớn hơn giá trị.',
  'TargetOperator.AT_MOST': 'Số liệu phải bằng hoặc nhỏ hơn giá trị, dù văn bản dùng động từ nào.',
  'TargetOperator.RANGE': 'Ít nhất bằng giá trị; đến mức trên là đã hứa, trên nữa là vượt.',
  'TargetOperator.RELATIVE_INCREASE': 'Số liệu phải tăng một phần so với gốc: 0.05 là 5%.',
  'TargetOperator.RELATIVE_DECREASE': 'Số liệu phải giảm một phần so với gốc: 0.25 là 25%.',
  'TargetOperator.ABSOLUTE_CHANGE': 'Số liệu phải khác gốc đúng bằng giá trị; số âm là giảm.',
  'TargetOperator.REACH_STATUS': 'Từng ấy đơn vị phải đạt danh hiệu mà chỉ số đếm.',
  'TargetOperator.HOLD_EVENTS': 'Phải tổ chức từng ấy cuộc.',
  TargetPath: 'Số liệu dự kiến đi thế nào đến khi hết hạn: căn cứ để nói “đúng tiến độ”.',
  'TargetPath.LINEAR': 'Đều theo ngày.',
  'TargetPath.SAME_PERIOD_LAST_YEAR': 'Như năm trước, theo tỷ lệ.',
  'TargetPath.NONE': 'Không ai nêu; chỉ tính khi hết hạn.',
  TargetBaselineKind: 'Gốc để so sánh mức thay đổi.',
  'TargetBaselineKind.NONE': 'Chỉ tiêu không cần gốc.',
  'TargetBaselineKind.VALUE': 'Con số nêu cùng chỉ tiêu.',
  'TargetBaselineKind.SAME_PERIOD_LAST_YEAR': 'Số liệu cùng kỳ năm trước, cùng nguồn.',
  'TargetBaselineKind.UNKNOWN': 'Cần có nhưng chưa ai nêu; ghi chú cho biết những gì đã rõ.',
  TargetState: 'Chỉ tiêu đang ở đâu. Kết luận bằng so sánh số liệu, không bằng phần trăm đã làm tròn.',
  'TargetState.UNKNOWN_BASELINE': 'Hứa tăng, giảm mà chưa biết số gốc.',
  'TargetState.NO_DATA': 'Không có số liệu, hoặc không được công bố; lý do cho biết.',
  'TargetState.MISSED': 'Đã hết hạn mà không đạt.',
  'TargetState.AT_RISK': 'Chậm tiến độ, hoặc đã vượt mức tối đa.',
  'TargetState.ON_TRACK': 'Đúng tiến độ, hoặc chưa có gì nói khác; lý do cho biết.',
  'TargetState.ACHIEVED': 'Đã đạt và không thể mất nữa.',
  'TargetState.EXCEEDED': 'Đã vượt và không thể mất nữa.',
  TargetMethod: 'Công thức tính phần trăm của chỉ tiêu.',
  'TargetMethod.ACTUAL_OVER_TARGET': 'Số liệu / mức cần đạt.',
  'TargetMethod.ACTUAL_OVER_MINIMUM': 'Số liệu / mức dưới của khoảng.',
  'TargetMethod.CHANGE_FROM_BASELINE':
    '(gốc - số liệu) / (gốc - mức cần đạt): phần thay đổi đã hứa mà đã làm được.',
  'TargetMethod.MET_OR_NOT': 'Mức tối đa chỉ có đạt hoặc không đạt.',
};

const operations: Readonly<Record<string, string>> = {
  'Query.target': 'Một chỉ tiêu, theo mã định danh toàn cục.',
  'Query.targetByCode': 'Chỉ tiêu của chương trình gốc có tên ngắn này, ví dụ “T-12”.',
  'Query.targets': 'Các chỉ tiêu mà người hỏi được xem.',
  'Mutation.createTarget': 'Đặt chỉ tiêu cho một đơn vị, một nhóm hoặc một tổ chức trong phạm vi của mình.',
  'Mutation.changeTarget': 'Sửa một chỉ tiêu trước khi hết hạn, kèm lý do. Giá trị cũ còn trong nhật ký.',
  'Mutation.allocateTarget':
    'Giao các phần của chỉ tiêu cho đơn vị cấp dưới và tổ chức, mỗi phần là một chỉ tiêu riêng. Từ chối khi các phần không cộng thành tổng; giao nhiều hơn tổng thì được phép và hiển thị.',
  TargetBaselineInput: 'Gốc để so sánh mức thay đổi mà chỉ tiêu yêu cầu.',
  'TargetBaselineInput.kind': 'Con số gốc từ đâu ra; UNKNOWN khi chưa ai nêu.',
  'TargetBaselineInput.value': 'Con số gốc, chỉ với VALUE; tỷ lệ viết dạng phân số.',
  'TargetBaselineInput.note': 'Những gì biết về con số gốc.',
  CreateTargetInput:
    'Chỉ tiêu cần đặt cho một đơn vị, một nhóm đơn vị hoặc một tổ chức: đúng một trong số đó.',
  'CreateTargetInput.indicator': 'Chỉ số mà số liệu phải đạt.',
  'CreateTargetInput.unit': 'Đơn vị phải đạt.',
  'CreateTargetInput.unitGroup': 'Nhóm đơn vị cùng phải đạt.',
  'CreateTargetInput.organization': 'Tổ chức phải đạt.',
  'CreateTargetInput.period': 'Khoảng ngày tính số liệu.',
  'CreateTargetInput.operator':
    'Yêu cầu gì; REACH_STATUS và HOLD_EVENTS mỗi toán tử chỉ hợp một loại chỉ số.',
  'CreateTargetInput.value':
    'Mức cần đạt, mức dưới của khoảng, hoặc mức thay đổi. Tỷ lệ viết dạng phân số: “0.91” là 91%.',
  'CreateTargetInput.valueMax': 'Mức trên của khoảng, kể cả mức đó; chỉ với RANGE.',
  'CreateTargetInput.baseline': 'Gốc so sánh; bắt buộc với tăng, giảm.',
  'CreateTargetInput.deadline': 'Ngày cuối cùng có thể đạt; không nêu thì là ngày cuối kỳ.',
  'CreateTargetInput.path': '“Đúng tiến độ” được xét theo đâu; không nêu thì là NONE.',
  'CreateTargetInput.tolerance': 'Lệch bao nhiêu vẫn coi là đúng tiến độ, dạng phân số; không nêu thì là 0.',
  'CreateTargetInput.quote': 'Nguyên văn trong văn bản đặt ra chỉ tiêu.',
  'CreateTargetInput.reading': 'Câu chữ được hiểu thế nào: tính gì, từ khi nào.',
  'CreateTargetInput.basisDocument': 'Văn bản đặt ra chỉ tiêu.',
  'CreateTargetInput.derivedFrom': 'Chỉ tiêu của đơn vị không còn nữa, nhận lại ở đây theo quyết định.',
  'CreateTargetInput.weight': 'Tỷ trọng khi chấm điểm thi đua; lớn hơn 0.',
  ChangeTargetInput: 'Sửa một chỉ tiêu trước khi hết hạn. Gì không nêu thì giữ nguyên.',
  'ChangeTargetInput.target': 'Chỉ tiêu nào được sửa.',
  'ChangeTargetInput.value': 'Mức mới cần đạt, mức dưới hoặc mức thay đổi mới.',
  'ChangeTargetInput.valueMax': 'Mức trên mới, chỉ với khoảng.',
  'ChangeTargetInput.baseline': 'Gốc so sánh từ nay.',
  'ChangeTargetInput.deadline': 'Ngày cuối cùng mới có thể đạt.',
  'ChangeTargetInput.path': '“Đúng tiến độ” từ nay được xét theo đâu.',
  'ChangeTargetInput.tolerance': 'Lệch bao nhiêu từ nay vẫn coi là đúng tiến độ, dạng phân số.',
  'ChangeTargetInput.weight': 'Tỷ trọng mới khi chấm điểm thi đua.',
  'ChangeTargetInput.reason': 'Lý do sửa; lưu cùng giá trị cũ trong nhật ký.',
  TargetPartInput: 'Một phần của chỉ tiêu giao cho đơn vị cấp dưới hoặc cho tổ chức: một trong hai.',
  'TargetPartInput.unit': 'Đơn vị nhận; nằm dưới đơn vị của chỉ tiêu.',
  'TargetPartInput.organization': 'Tổ chức nhận; đặt tại đơn vị của chỉ tiêu hoặc bên dưới.',
  'TargetPartInput.value': 'Phần được giao, theo đơn vị tính của chỉ số.',
  'TargetPartInput.valueMax':
    'Mức trên của phần, khi chỉ tiêu là khoảng; không nêu thì phần là mức tối thiểu.',
  AllocateTargetInput:
    'Các phần của chỉ tiêu cần giao. Phần đã có nhận giá trị mới; các phần khác giữ nguyên.',
  'AllocateTargetInput.target': 'Chỉ tiêu nào được giao.',
  'AllocateTargetInput.parts':
    'Các phần, từ 1 đến 200, mỗi nơi nhận một lần. Tổng có thể vượt chỉ tiêu; khi đó được hiển thị.',
};

export const targetsVietnamese: Readonly<Record<string, string>> = {
  ...types,
  ...enums,
  ...operations,
  ...allocations,
};
