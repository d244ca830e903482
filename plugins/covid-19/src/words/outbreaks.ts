import { change, changing, input, kept, mutation, of } from './of.js';

const reference = {
  titleVi: 'Tên bằng tiếng Việt.',
  titleEn: 'Tên bằng tiếng Anh.',
  validFrom: 'Ngày đầu tiên có hiệu lực.',
  validTo: 'Ngày đầu tiên hết hiệu lực; null khi còn hiệu lực.',
  legalBasis: 'Văn bản quy định, ghi như viện dẫn.',
  note: 'Điều cần kiểm tra trước khi áp dụng chính thức.',
};
const id = 'Đợt dịch, theo mã định danh toàn cục.';

export const outbreakWords = {
  ...of('Covid19Disease', 'Một bệnh truyền nhiễm, với nhóm bệnh theo pháp luật trong từng thời gian.', {
    ...reference,
    code: 'Mã ổn định, ví dụ COVID_19.',
    class: 'Nhóm bệnh theo pháp luật trong thời gian này.',
  }),
  ...of('Covid19DiseaseClass', 'Nhóm bệnh theo Luật Phòng, chống bệnh truyền nhiễm.', {
    A: 'Nhóm A: đặc biệt nguy hiểm, lây truyền rất nhanh, phát tán rộng.',
    B: 'Nhóm B: nguy hiểm, lây truyền nhanh, có thể gây tử vong.',
    C: 'Nhóm C: ít nguy hiểm, lây truyền không nhanh.',
  }),
  ...of(
    'Covid19ResponseLevel',
    'Một mức biện pháp phòng, chống dịch theo chỉ thị, nghị quyết: giãn cách, vùng nguy cơ.',
    {
      ...reference,
      code: 'Mã ổn định, ví dụ LEVEL_3 hoặc CT_16.',
      rank: 'Mức độ nghiêm ngặt so với các mức cùng thời: 1 là nhẹ nhất.',
    },
  ),
  ...changing(
    'Covid19Outbreak',
    'Một đợt dịch tại một đơn vị và các biện pháp đang áp dụng. Không lưu thông tin về người bệnh.',
    {
      unit: 'Đơn vị công bố có dịch.',
      disease: 'Bệnh, với nhóm bệnh khi dịch xảy ra.',
      name: 'Tên gọi trong báo cáo.',
      state: 'Đợt dịch còn hay đã kết thúc.',
      fromDay: 'Ngày bắt đầu tính đợt dịch.',
      toDay: 'Ngày cuối cùng; null khi chưa kết thúc.',
      level: 'Mức biện pháp đặt gần nhất; null khi chưa đặt mức nào.',
      levels: 'Mức biện pháp áp dụng từ ngày nào, mới nhất trước.',
    },
  ),
  ...of('Covid19OutbreakState', 'Đợt dịch còn hay đã kết thúc.', {
    ACTIVE: 'Đang diễn ra; có thể đang áp dụng biện pháp.',
    CLOSED: 'Cơ quan có thẩm quyền đã công bố hết dịch.',
  }),
  ...kept('Covid19OutbreakLevel', 'Mức biện pháp áp dụng trong đợt dịch từ một ngày, theo quyết định nào.', {
    outbreak: 'Đợt dịch áp dụng.',
    level: 'Mức biện pháp đã áp dụng.',
    fromDay: 'Ngày đầu tiên áp dụng; đến ngày của mức kế tiếp.',
    decision: 'Quyết định đặt mức, ghi như viện dẫn.',
    recordedAt: 'Thời điểm nhập vào hệ thống.',
  }),
  'Query.covid19Diseases': 'Các bệnh với nhóm bệnh theo pháp luật, kể cả quy định cũ.',
  'Query.covid19ResponseLevels': 'Các mức biện pháp theo chỉ thị, nghị quyết, kể cả quy định cũ.',
  'Query.covid19Outbreak': 'Một đợt dịch, theo mã định danh toàn cục.',
  'Query.covid19Outbreaks': 'Các đợt dịch của mọi đơn vị, mới nhất trước.',
  'AdministrativeUnit.covid19Outbreaks': 'Các đợt dịch của đơn vị này, mới nhất trước.',
  ...mutation('covid19OpenOutbreak', 'Nhập một đợt dịch đã được công bố.', 'Ở đâu, bệnh gì, từ ngày nào.'),
  ...input('Covid19OpenOutbreakInput', 'Một đợt dịch do cơ quan có thẩm quyền công bố.', {
    unit: 'Đơn vị công bố có dịch.',
    disease: 'Bệnh, với nhóm bệnh có hiệu lực vào ngày đầu tiên.',
    name: 'Tên gọi trong báo cáo; 3 đến 200 ký tự.',
    fromDay: 'Ngày bắt đầu tính; không sau ngày nghiệp vụ.',
  }),
  ...mutation(
    'covid19SetOutbreakLevel',
    'Nhập mức biện pháp áp dụng trong đợt dịch từ một ngày; các mức trước vẫn được lưu.',
    'Đợt dịch, mức và quyết định.',
  ),
  ...change('Covid19SetOutbreakLevelInput', 'Biện pháp áp dụng từ một ngày.', {
    outbreak: id,
    level: 'Mức biện pháp; phải có hiệu lực vào ngày đó.',
    fromDay: 'Ngày đầu tiên áp dụng; sau ngày của mức trước.',
    decision: 'Quyết định đặt mức, ghi như viện dẫn; 3 đến 300 ký tự.',
  }),
  ...mutation('covid19CloseOutbreak', 'Nhập việc đợt dịch đã kết thúc.', 'Đợt dịch và ngày cuối cùng.'),
  ...change('Covid19CloseOutbreakInput', 'Một đợt dịch đã được công bố kết thúc.', {
    outbreak: id,
    toDay: 'Ngày cuối cùng; từ ngày đầu tiên đến ngày nghiệp vụ.',
  }),
  ...mutation('covid19ReopenOutbreak', 'Mở lại đợt dịch, có nêu lý do.', 'Đợt dịch và lý do còn dịch.'),
  ...change('Covid19ReopenOutbreakInput', 'Một đợt dịch đã công bố kết thúc quá sớm.', {
    outbreak: id,
    reason: 'Vì sao còn dịch; lưu trong nhật ký.',
  }),
};
