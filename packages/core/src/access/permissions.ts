import type { Translated } from '@phoihop/platform';

/**
 * Every permission of core, declared here once for all its parts. A permission says what one may do; an assignment
 * says where and for which programs. Permissions to appoint are made from the roles: see `roles.ts`.
 */
export const corePermissions = {
  'core:value.read': { vi: 'Xem số liệu', en: 'See figures' },
  'core:value.record': { vi: 'Nhập số liệu', en: 'Record figures' },
  'core:value.accept': { vi: 'Duyệt số liệu', en: 'Accept figures' },
  'core:target.read': { vi: 'Xem chỉ tiêu', en: 'See targets' },
  'core:target.manage': { vi: 'Giao và điều chỉnh chỉ tiêu', en: 'Set and change targets' },
  'core:indicator.manage': { vi: 'Quản lý danh mục chỉ số', en: 'Manage the list of indicators' },
  'core:report.read': { vi: 'Xem báo cáo', en: 'See reports' },
  'core:report.submit': { vi: 'Ký và nộp báo cáo', en: 'Sign and submit reports' },
  'core:report.summarize': {
    vi: 'Tổng hợp, ký và gửi báo cáo của cấp mình từ báo cáo cấp dưới',
    en: 'Put reports of units below together, sign and send them',
  },
  'core:report.verify': { vi: 'Thẩm tra, trả lại báo cáo', en: 'Verify or return reports' },
  'core:report.accept': { vi: 'Duyệt báo cáo', en: 'Accept reports' },
  'core:obligation.waive': {
    vi: 'Miễn nộp hoặc gia hạn báo cáo, có nêu lý do',
    en: 'Excuse a unit from a report, or give it more time, with a reason',
  },
  'core:deadline.manage': { vi: 'Đặt thời hạn nộp báo cáo', en: 'Set when reports are due' },
  'core:program.manage': { vi: 'Quản lý chương trình phối hợp', en: 'Manage coordination programs' },
  'core:agreement.read': { vi: 'Xem quy chế, chương trình ký kết', en: 'See joint agreements' },
  'core:agreement.fulfill': {
    vi: 'Báo việc đã làm theo quy chế, chương trình ký kết của tổ chức mình',
    en: 'Say that one’s own organization did what an agreement asks',
  },
  'core:agreement.manage': { vi: 'Quản lý quy chế, chương trình ký kết', en: 'Manage joint agreements' },
  'core:plan.read': { vi: 'Xem kế hoạch', en: 'See plans' },
  'core:plan.manage': { vi: 'Lập và sửa kế hoạch', en: 'Draw up and change plans' },
  'core:activity.read': { vi: 'Xem hoạt động', en: 'See activities' },
  'core:activity.manage': { vi: 'Tổ chức và ghi nhận hoạt động', en: 'Organize and record activities' },
  'core:document.read': { vi: 'Xem văn bản nội bộ', en: 'See internal documents' },
  'core:document.manage': { vi: 'Quản lý hồ sơ, văn bản', en: 'Manage records and documents' },
  'core:attachment.read': { vi: 'Xem tệp minh chứng nội bộ', en: 'See internal files of evidence' },
  'core:attachment.personal': {
    vi: 'Xem tệp minh chứng có thông tin cá nhân',
    en: 'See files of evidence that name persons',
  },
  'core:attachment.restricted': {
    vi: 'Xem tệp minh chứng hạn chế phổ biến',
    en: 'See restricted files of evidence',
  },
  'core:attachment.add': { vi: 'Tải lên tệp minh chứng', en: 'Upload files of evidence' },
  'core:period.lock': { vi: 'Khóa sổ kỳ báo cáo', en: 'Lock reporting periods' },
  'core:period.manage': {
    vi: 'Thêm nhiệm kỳ, đợt vận động, giai đoạn do văn bản quy định',
    en: 'Add terms, campaigns and spans of years that a decision sets',
  },
  'core:person.read': { vi: 'Xem thông tin cá nhân của cán bộ', en: 'See personal data of officers' },
  'core:user.manage': { vi: 'Quản lý người dùng', en: 'Manage user accounts' },
  'core:organization.manage': { vi: 'Quản lý tổ chức, cụm', en: 'Manage organizations and clusters' },
  'core:unit.manage': { vi: 'Quản lý đơn vị hành chính', en: 'Manage administrative units' },
  'core:audit.read': { vi: 'Xem nhật ký hệ thống', en: 'Read the audit trail' },
} as const satisfies Record<`core:${string}`, Translated>;

/** A permission of core other than those to appoint. */
export type CorePermission = keyof typeof corePermissions;
