import { change, changing, input, kept, mutation, of } from './of.js';

const withdrawn = {
  withdrawn: 'Đã rút hay chưa: vẫn nằm trong danh sách nhưng không tính.',
  withdrawalReason: 'Lý do rút; null khi còn tính.',
};
const unit = 'Xã, phường, thị trấn, ấp hoặc khu phố.';
const outbreak = 'Đợt dịch liên quan; phải đang diễn ra vào ngày đó.';

export const fundAndHelpWords = {
  ...kept(
    'Covid19Fund',
    'Tiền hoặc hàng vận động được để phòng, chống dịch; số dư là kết quả của các bút toán.',
    {
      unit: 'Đơn vị có Mặt trận quản lý quỹ.',
      name: 'Tên quỹ.',
      measure: 'Đơn vị tính: đồng, ki-lô-gam, suất, cái.',
      openedOn: 'Ngày mở quỹ.',
      balance: 'Số hiện có, theo mọi bút toán.',
      entries: 'Những gì quỹ đã nhận và đã xuất, mới nhất trước.',
    },
  ),
  ...of('Covid19FundMeasure', 'Đơn vị tính của quỹ; mỗi quỹ chỉ giữ một loại.', {
    VND: 'Tiền, tính bằng đồng.',
    KILOGRAM: 'Gạo, rau và tương tự, tính bằng ki-lô-gam.',
    SET: 'Suất quà, suất ăn.',
    PIECE: 'Khẩu trang, bộ xét nghiệm, thiết bị, tính từng cái.',
  }),
  ...of('Covid19FundDirection', 'Nhận vào hay xuất ra.', { RECEIVED: 'Nhận vào.', GIVEN: 'Xuất ra.' }),
  ...kept(
    'Covid19FundEntry',
    'Một khoản quỹ nhận hoặc xuất. Bút toán không bao giờ bị sửa: ghi sai thì đảo bằng bút toán khác.',
    {
      fund: 'Quỹ đã nhận hoặc xuất.',
      unit: 'Đơn vị của quỹ.',
      direction: 'Nhận vào hay xuất ra.',
      amount: 'Bao nhiêu, theo đơn vị tính của quỹ.',
      day: 'Ngày nhận hoặc xuất.',
      counterpart: 'Từ tổ chức nào hoặc đến nơi nào; không nêu cá nhân.',
      purpose: 'Nội dung thu, chi.',
      reverses: 'Bút toán bị đảo; null với bút toán thường.',
      reason: 'Lý do đảo; null với bút toán thường.',
      recordedAt: 'Thời điểm nhập vào hệ thống.',
    },
  ),
  'Query.covid19Funds': 'Các quỹ tiền và hàng của những đơn vị được xem, với số hiện có.',
  'Query.covid19FundEntries': 'Những gì quỹ của các đơn vị được xem đã nhận và đã xuất, kể cả bút toán đảo.',
  'AdministrativeUnit.covid19Funds': 'Các quỹ của đơn vị này.',
  ...mutation('covid19OpenFund', 'Mở một quỹ tiền hoặc một loại hàng.', 'Quỹ của đơn vị nào, giữ gì.'),
  ...input('Covid19OpenFundInput', 'Một quỹ cần mở.', {
    unit: 'Đơn vị có Mặt trận quản lý quỹ.',
    name: 'Tên quỹ; 3 đến 200 ký tự.',
    measure: 'Đơn vị tính của quỹ.',
    openedOn: 'Ngày mở quỹ; không sau ngày nghiệp vụ.',
  }),
  ...mutation(
    'covid19RecordFundEntry',
    'Nhập một khoản quỹ nhận hoặc xuất.',
    'Quỹ nào, nhận hay xuất, bao nhiêu, từ đâu hoặc đến đâu.',
  ),
  ...input('Covid19RecordFundEntryInput', 'Một khoản quỹ đã nhận hoặc xuất.', {
    fund: 'Quỹ, theo mã định danh toàn cục.',
    direction: 'Nhận vào hay xuất ra.',
    amount: 'Bao nhiêu, lớn hơn 0, tối đa hai chữ số thập phân.',
    day: 'Ngày; từ ngày mở quỹ đến ngày nghiệp vụ.',
    counterpart: 'Từ tổ chức nào hoặc đến nơi nào; 2 đến 200 ký tự, không nêu cá nhân.',
    purpose: 'Nội dung thu, chi; 3 đến 300 ký tự.',
  }),
  ...mutation(
    'covid19ReverseFundEntry',
    'Đảo một bút toán ghi sai bằng bút toán ngược lại. Người nhập không được tự đảo.',
    'Bút toán nào và sai ở đâu.',
  ),
  ...input('Covid19ReverseFundEntryInput', 'Một bút toán ghi sai.', {
    entry: 'Bút toán, theo mã định danh toàn cục.',
    reason: 'Lý do đảo; lưu cùng bút toán đảo.',
  }),
  ...changing(
    'Covid19QuarantineSupport',
    'Lương thực, hàng hóa đưa đến người cách ly hoặc khu phong tỏa, đếm theo hộ; không nêu tên ai.',
    {
      unit: 'Đơn vị đưa hỗ trợ đến.',
      outbreak: 'Đợt dịch liên quan.',
      place: 'Người được hỗ trợ ở đâu.',
      givenOn: 'Ngày đưa đến.',
      households: 'Số hộ được hỗ trợ; chỉ người ghi nhận việc này được xem, vì ít hộ cách ly thì dễ nhận ra.',
      parcels: 'Số phần quà hoặc suất ăn.',
      what: 'Đã đưa những gì.',
      ...withdrawn,
    },
  ),
  ...of('Covid19QuarantinePlace', 'Người cách ly ở đâu.', {
    HOME: 'Tại nhà.',
    CENTER: 'Khu cách ly tập trung.',
    SEALED_AREA: 'Khu vực phong tỏa.',
  }),
  ...changing(
    'Covid19VaccinationOutreach',
    'Một buổi họp hoặc đợt đi vận động tiêm chủng; không lưu ai đã tiêm.',
    {
      unit: 'Đơn vị tổ chức.',
      outbreak: 'Đợt dịch liên quan.',
      heldOn: 'Ngày tổ chức.',
      topic: 'Nội dung vận động.',
      reached: 'Số người dự hoặc được đến gặp.',
      registered: 'Trong đó số người đăng ký tiêm.',
      ...withdrawn,
    },
  ),
  'Query.covid19QuarantineSupports': 'Hỗ trợ người cách ly ở những đơn vị được xem, kể cả bản ghi đã rút.',
  'Query.covid19VaccinationOutreaches':
    'Các buổi vận động tiêm chủng ở những đơn vị được xem, kể cả buổi đã rút.',
  ...mutation(
    'covid19RecordQuarantineSupport',
    'Nhập việc hỗ trợ người cách ly: bao nhiêu hộ, không nêu là ai.',
    'Ở đâu, ngày nào, cho bao nhiêu hộ, những gì.',
  ),
  ...input('Covid19RecordQuarantineSupportInput', 'Hỗ trợ đã đưa đến người cách ly.', {
    unit,
    outbreak,
    place: 'Người được hỗ trợ ở đâu.',
    givenOn: 'Ngày đưa đến; không sau ngày nghiệp vụ.',
    households: 'Số hộ được hỗ trợ; 0 đến 100000.',
    parcels: 'Số phần quà hoặc suất ăn; 1 đến 1000000.',
    what: 'Đã đưa những gì; 3 đến 300 ký tự, không nêu tên người.',
  }),
  ...mutation('covid19WithdrawQuarantineSupport', 'Rút bản ghi hỗ trợ nhập nhầm.', 'Bản ghi nào và vì sao.'),
  ...change('Covid19WithdrawQuarantineSupportInput', 'Bản ghi hỗ trợ nhập nhầm.', {
    support: 'Bản ghi, theo mã định danh toàn cục.',
    reason: 'Lý do rút; hiển thị cùng bản ghi.',
  }),
  ...mutation(
    'covid19RecordVaccinationOutreach',
    'Nhập một buổi họp hoặc đợt đi vận động tiêm chủng.',
    'Ở đâu, ngày nào, bao nhiêu người.',
  ),
  ...input('Covid19RecordVaccinationOutreachInput', 'Một buổi vận động đã tổ chức.', {
    unit,
    outbreak,
    heldOn: 'Ngày tổ chức; không sau ngày nghiệp vụ.',
    topic: 'Nội dung vận động; 3 đến 300 ký tự.',
    reached: 'Số người dự hoặc được đến gặp; 0 đến 100000.',
    registered: 'Trong đó số người đăng ký tiêm.',
  }),
  ...mutation('covid19WithdrawVaccinationOutreach', 'Rút buổi vận động nhập nhầm.', 'Buổi nào và vì sao.'),
  ...change('Covid19WithdrawVaccinationOutreachInput', 'Buổi vận động nhập nhầm.', {
    session: 'Buổi vận động, theo mã định danh toàn cục.',
    reason: 'Lý do rút; hiển thị cùng buổi vận động.',
  }),
};
