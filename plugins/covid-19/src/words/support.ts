import { change, changing, input, mutation, of } from './of.js';

const list = 'Danh sách, theo mã định danh toàn cục.';
const household = 'Hộ, theo mã định danh toàn cục.';
const seen = 'Danh sách nào, phiên bản nào đã xem.';

export const supportWords = {
  ...of(
    'Covid19SupportPackage',
    'Một gói hỗ trợ theo nghị quyết của Chính phủ cho một nhóm đối tượng khi có dịch, và cách niêm yết danh sách.',
    {
      code: 'Mã ổn định, ví dụ NQ68_FREELANCE.',
      policy: 'Chính sách: NQ 42/NQ-CP, NQ 68/NQ-CP.',
      titleVi: 'Đối tượng, bằng tiếng Việt.',
      titleEn: 'Đối tượng, bằng tiếng Anh.',
      amount: 'Mức hỗ trợ, tính bằng đồng cho mỗi đơn vị tính.',
      measureVi: 'Đơn vị tính của mức hỗ trợ, bằng tiếng Việt: “đồng/hộ/lần”.',
      measureEn: 'Đơn vị tính của mức hỗ trợ, bằng tiếng Anh.',
      complaintDays: 'Số ngày niêm yết tối thiểu để nhận khiếu nại.',
      smallCellThreshold: 'Số hộ từ 1 đến dưới số này thì không nêu.',
      validFrom: 'Ngày đầu tiên được lập danh sách.',
      validTo: 'Ngày đầu tiên không được lập nữa; null khi còn hiệu lực.',
      legalBasis: 'Nghị quyết, quyết định làm căn cứ, ghi như viện dẫn.',
      note: 'Điều cần kiểm tra trước khi áp dụng chính thức.',
    },
  ),
  ...changing(
    'Covid19SupportList',
    'Danh sách đề nghị hỗ trợ của một đơn vị, từ khi lập, niêm yết nhận khiếu nại đến khi chi trả xong. Danh sách không nêu tên ai; tên nằm ở từng hộ.',
    {
      unit: 'Xã, phường, thị trấn lập danh sách.',
      package: 'Hỗ trợ gì, theo chính sách nào.',
      title: 'Tên danh sách: đợt, nhóm đối tượng.',
      state: 'Danh sách đã đến bước nào.',
      postedOn: 'Ngày niêm yết; null khi chưa niêm yết.',
      complaintsUntil: 'Hạn cuối nhận khiếu nại; null khi chưa niêm yết.',
      approvedOn: 'Ngày duyệt; null khi chưa duyệt.',
      deliveredOn: 'Ngày hộ cuối cùng nhận hỗ trợ; null khi chưa xong.',
      decision: 'Quyết định duyệt, ghi như viện dẫn; null khi chưa duyệt.',
      returnReason: 'Lý do trả lại gần nhất; null khi chưa bị trả lại.',
      householdCount: 'Số hộ trong danh sách; null khi quá ít, có thể nhận ra là ai.',
      totalAmount: 'Tổng số tiền hỗ trợ, tính bằng đồng; null khi có quá ít hộ.',
    },
  ),
  ...of('Covid19SupportListState', 'Danh sách hỗ trợ đã đến bước nào.', {
    DRAFT: 'Đang lập, lần đầu hoặc lập lại.',
    POSTED: 'Đang niêm yết công khai và nhận khiếu nại.',
    REVIEWED: 'Đã hết hạn khiếu nại, mọi khiếu nại đã được trả lời.',
    APPROVED: 'Đã có quyết định duyệt; đang chi trả.',
    DELIVERED: 'Mọi hộ trong danh sách đã nhận hỗ trợ.',
  }),
  ...changing(
    'Covid19SupportHousehold',
    'Một hộ trong danh sách hỗ trợ: dữ liệu cá nhân, dành cho người lập, duyệt và giám sát danh sách; mỗi lần xem đều được ghi nhật ký.',
    {
      list: 'Danh sách có hộ này.',
      unit: 'Đơn vị của danh sách.',
      headName: 'Họ tên chủ hộ; dữ liệu cá nhân.',
      address: 'Địa chỉ, nếu có ghi; dữ liệu cá nhân.',
      people: 'Số người trong hộ được hỗ trợ.',
      amount: 'Số tiền được nhận, tính bằng đồng.',
      removedReason: 'Lý do đưa ra khỏi danh sách; null khi còn tên.',
      receivedOn: 'Ngày nhận hỗ trợ; null khi chưa nhận.',
    },
  ),
  ...changing(
    'Covid19SupportComplaint',
    'Một khiếu nại về danh sách đã niêm yết và câu trả lời: dữ liệu cá nhân; mỗi lần xem đều được ghi nhật ký.',
    {
      list: 'Danh sách bị khiếu nại.',
      unit: 'Đơn vị của danh sách.',
      text: 'Nội dung khiếu nại; dữ liệu cá nhân.',
      receivedOn: 'Ngày tiếp nhận.',
      answer: 'Nội dung trả lời; null khi chưa trả lời.',
      answeredOn: 'Ngày trả lời; null khi chưa trả lời.',
    },
  ),
  'Query.covid19SupportPackages': 'Các gói hỗ trợ của Chính phủ khi có dịch, kể cả gói đã hết hiệu lực.',
  'Query.covid19SupportList': 'Một danh sách hỗ trợ, theo mã định danh toàn cục.',
  'Query.covid19SupportLists': 'Danh sách hỗ trợ của những đơn vị được xem, không có tên người.',
  'Query.covid19SupportHouseholds':
    'Các hộ trong danh sách hỗ trợ, dành cho người lập, duyệt, giám sát; mỗi lần xem đều được ghi nhật ký.',
  'Query.covid19SupportComplaints':
    'Các khiếu nại về danh sách đã niêm yết, dành cho người lập, duyệt, giám sát; mỗi lần xem đều được ghi nhật ký.',
  'AdministrativeUnit.covid19SupportLists': 'Danh sách hỗ trợ của đơn vị này.',
  ...mutation(
    'covid19CreateSupportList',
    'Bắt đầu lập danh sách đối tượng của một gói hỗ trợ.',
    'Danh sách của đơn vị nào, hỗ trợ gì.',
  ),
  ...input('Covid19CreateSupportListInput', 'Một danh sách cần lập.', {
    unit: 'Xã, phường, thị trấn lập danh sách.',
    package: 'Gói hỗ trợ; có hiệu lực vào ngày nghiệp vụ.',
    title: 'Tên danh sách: đợt, nhóm đối tượng; 3 đến 200 ký tự.',
  }),
  ...mutation('covid19AddSupportHousehold', 'Đưa một hộ vào danh sách đang lập.', 'Danh sách và hộ.'),
  ...input('Covid19AddSupportHouseholdInput', 'Một hộ cần đưa vào danh sách.', {
    list,
    headName: 'Họ tên chủ hộ; 2 đến 120 ký tự.',
    address: 'Địa chỉ, nếu biết; tối đa 200 ký tự.',
    people: 'Số người trong hộ được hỗ trợ; 1 đến 50.',
    amount: 'Số tiền được nhận, số nguyên đồng; tối đa 1000000000.',
  }),
  ...mutation(
    'covid19RemoveSupportHousehold',
    'Đưa một hộ ra khỏi danh sách, có nêu lý do; hộ vẫn được lưu.',
    'Hộ nào và vì sao.',
  ),
  ...change('Covid19RemoveSupportHouseholdInput', 'Một hộ không thuộc danh sách.', {
    household,
    reason: 'Lý do đưa ra khỏi danh sách; lưu cùng hộ.',
  }),
  ...mutation(
    'covid19PostSupportList',
    'Nhập việc danh sách đã được niêm yết công khai; từ đó bắt đầu nhận khiếu nại.',
    'Danh sách nào, từ ngày nào, trong bao lâu.',
  ),
  ...change('Covid19PostSupportListInput', 'Một danh sách đã niêm yết công khai.', {
    list,
    postedOn: 'Ngày niêm yết; không sau ngày nghiệp vụ.',
    complaintsUntil: 'Hạn cuối nhận khiếu nại, nếu muộn hơn quy định của chính sách.',
  }),
  ...mutation(
    'covid19FileSupportComplaint',
    'Nhập một khiếu nại về danh sách đang niêm yết.',
    'Danh sách và nội dung khiếu nại.',
  ),
  ...input('Covid19FileSupportComplaintInput', 'Một khiếu nại về danh sách đang niêm yết.', {
    list,
    text: 'Nội dung khiếu nại; 3 đến 2000 ký tự.',
  }),
  ...mutation('covid19AnswerSupportComplaint', 'Nhập câu trả lời khiếu nại.', 'Khiếu nại và câu trả lời.'),
  ...change('Covid19AnswerSupportComplaintInput', 'Câu trả lời cho một khiếu nại.', {
    complaint: 'Khiếu nại, theo mã định danh toàn cục.',
    answer: 'Kết quả xác minh và cách giải quyết; 3 đến 2000 ký tự.',
  }),
  ...mutation(
    'covid19ReviewSupportList',
    'Nhập việc đã hết hạn khiếu nại và mọi khiếu nại đã được trả lời.',
    seen,
  ),
  ...change('Covid19ReviewSupportListInput', 'Một danh sách đã hết hạn khiếu nại.', { list }),
  ...mutation(
    'covid19ReturnSupportList',
    'Trả danh sách đã niêm yết hoặc đã rà soát để lập lại, có nêu lý do.',
    'Danh sách nào, cần sửa gì.',
  ),
  ...change('Covid19ReturnSupportListInput', 'Một danh sách phải lập lại.', {
    list,
    reason: 'Điều cần sửa; hiển thị cùng danh sách.',
  }),
  ...mutation(
    'covid19ApproveSupportList',
    'Duyệt danh sách đã rà soát bằng một quyết định. Người lập hoặc niêm yết không được tự duyệt.',
    'Danh sách và quyết định.',
  ),
  ...change('Covid19ApproveSupportListInput', 'Một danh sách được duyệt bằng quyết định.', {
    list,
    decision: 'Quyết định, ghi như viện dẫn; 3 đến 300 ký tự.',
  }),
  ...mutation('covid19RecordSupportReceived', 'Nhập việc một hộ đã nhận hỗ trợ.', 'Hộ nào, ngày nào.'),
  ...change('Covid19RecordSupportReceivedInput', 'Một hộ đã nhận hỗ trợ.', {
    household,
    receivedOn: 'Ngày nhận; từ ngày duyệt đến ngày nghiệp vụ.',
  }),
  ...mutation('covid19DeliverSupportList', 'Nhập việc mọi hộ của danh sách đã nhận hỗ trợ.', seen),
  ...change('Covid19DeliverSupportListInput', 'Một danh sách mà mọi hộ đã nhận hỗ trợ.', { list }),
};
