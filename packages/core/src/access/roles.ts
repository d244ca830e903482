import type { Translated } from '@phoihop/platform';
import { corePermissions, type CorePermission } from './permissions.js';

/** A role as reference data: who it is for, what core lets it do, and which roles it may appoint others to. */
export interface RoleDefinition {
  readonly code: string;
  readonly title: Translated;
  readonly permissions: readonly CorePermission[];
  /**
   * Roles that its holder may give within the own scope although they carry permissions the holder has not: the
   * administrator of a district enters no figures, but says who does.
   */
  readonly appoints: readonly string[];
}

const readsResults = [
  'core:value.read',
  'core:target.read',
  'core:report.read',
  'core:document.read',
  'core:attachment.read',
] as const;
const readsWork = [...readsResults, 'core:plan.read', 'core:activity.read', 'core:agreement.read'] as const;
/** Whoever acts for an organization that may be a party of an agreement. */
const party = ['core:agreement.read', 'core:agreement.fulfill'] as const;

/**
 * The roles. Recording and accepting never meet in one role; and because one person may hold two
 * roles, `requireAnotherPerson` holds them apart a second time. Nobody in a district appoints its standing
 * committee: that is the next level's business, or the operator's.
 */
export const roles: readonly RoleDefinition[] = [
  {
    code: 'district-administrator',
    title: { vi: 'Quản trị hệ thống cấp huyện', en: 'District administrator' },
    permissions: [
      'core:user.manage',
      'core:person.read',
      'core:organization.manage',
      'core:unit.manage',
      'core:period.manage',
      'core:deadline.manage',
    ],
    appoints: [
      'district-officer',
      'cluster-lead',
      'commune-standing',
      'commune-clerk',
      'residential-head',
      'member-representative',
      'counterpart-reader',
    ],
  },
  {
    code: 'district-standing',
    title: { vi: 'Ban Thường trực Ủy ban MTTQ huyện', en: 'District standing committee' },
    permissions: [
      ...readsWork,
      'core:value.accept',
      'core:target.manage',
      'core:indicator.manage',
      'core:report.accept',
      'core:report.summarize',
      'core:obligation.waive',
      'core:deadline.manage',
      'core:program.manage',
      'core:agreement.fulfill',
      'core:agreement.manage',
      'core:plan.manage',
      'core:activity.manage',
      'core:document.manage',
      'core:period.lock',
      'core:person.read',
      'core:attachment.add',
      'core:attachment.personal',
      'core:attachment.restricted',
    ],
    appoints: [
      'district-administrator',
      'district-officer',
      'cluster-lead',
      'commune-standing',
      'member-representative',
      'counterpart-reader',
      'treasurer',
      'inspector',
      'emulation-council',
      'case-handler',
      'election-secretary',
      'auditor',
      'integration',
    ],
  },
  {
    code: 'district-officer',
    title: { vi: 'Cán bộ Mặt trận huyện phụ trách chương trình, cụm', en: 'District officer' },
    permissions: [
      ...readsWork,
      'core:value.record',
      'core:report.verify',
      'core:obligation.waive',
      'core:agreement.fulfill',
      'core:plan.manage',
      'core:activity.manage',
      'core:document.manage',
      'core:person.read',
      'core:attachment.add',
      'core:attachment.personal',
    ],
    appoints: [],
  },
  {
    code: 'cluster-lead',
    title: { vi: 'Cụm trưởng cụm thi đua', en: 'Cluster lead' },
    permissions: [...readsWork],
    appoints: [],
  },
  {
    code: 'commune-standing',
    title: { vi: 'Ban Thường trực Ủy ban MTTQ xã, thị trấn', en: 'Commune standing committee' },
    permissions: [
      ...readsWork,
      'core:report.submit',
      'core:agreement.fulfill',
      'core:plan.manage',
      'core:activity.manage',
      'core:document.manage',
      'core:person.read',
      'core:attachment.add',
      'core:attachment.personal',
      'core:attachment.restricted',
    ],
    appoints: [],
  },
  {
    code: 'commune-clerk',
    title: { vi: 'Cán bộ nhập liệu xã, thị trấn', en: 'Commune clerk' },
    permissions: [
      ...readsWork,
      'core:value.record',
      'core:agreement.fulfill',
      'core:activity.manage',
      'core:document.manage',
      'core:attachment.add',
      'core:attachment.personal',
    ],
    appoints: [],
  },
  {
    code: 'residential-head',
    title: {
      vi: 'Trưởng ban công tác Mặt trận ấp, khu phố',
      en: 'Head of a residential Front work committee',
    },
    permissions: [
      ...readsResults,
      'core:value.record',
      'core:activity.read',
      'core:activity.manage',
      'core:attachment.add',
    ],
    appoints: [],
  },
  {
    code: 'member-representative',
    title: { vi: 'Đại diện tổ chức thành viên', en: 'Representative of a member organization' },
    permissions: [...readsWork, 'core:agreement.fulfill', 'core:activity.manage', 'core:attachment.add'],
    appoints: [],
  },
  {
    code: 'counterpart-reader',
    title: { vi: 'Cơ quan Đảng, chính quyền phối hợp', en: 'Reader of a Party or state counterpart' },
    permissions: [...readsResults, ...party],
    appoints: [],
  },
  {
    code: 'treasurer',
    title: { vi: 'Kế toán, thủ quỹ', en: 'Treasurer' },
    permissions: [...readsResults, 'core:attachment.add'],
    appoints: [],
  },
  {
    code: 'inspector',
    title: { vi: 'Thành viên đoàn kiểm tra, giám sát', en: 'Inspector' },
    permissions: [...readsWork, 'core:attachment.personal'],
    appoints: [],
  },
  {
    code: 'emulation-council',
    title: { vi: 'Thành viên Hội đồng thi đua - khen thưởng', en: 'Member of the emulation council' },
    permissions: [...readsWork],
    appoints: [],
  },
  {
    code: 'case-handler',
    title: { vi: 'Cán bộ xử lý đơn thư', en: 'Case handler' },
    permissions: ['core:document.read'],
    appoints: [],
  },
  {
    code: 'election-secretary',
    title: { vi: 'Thư ký công tác bầu cử', en: 'Election secretary' },
    permissions: ['core:document.read', 'core:activity.read'],
    appoints: [],
  },
  {
    code: 'auditor',
    title: { vi: 'Kiểm toán viên', en: 'Auditor' },
    permissions: [...readsWork, 'core:audit.read', 'core:attachment.personal', 'core:attachment.restricted'],
    appoints: [],
  },
  {
    code: 'public',
    title: { vi: 'Người chưa đăng nhập', en: 'The public' },
    permissions: [],
    appoints: [],
  },
  {
    code: 'integration',
    title: { vi: 'Tài khoản kết nối hệ thống', en: 'Integration account' },
    permissions: ['core:value.read', 'core:value.record', 'core:target.read'],
    appoints: [],
  },
];

/** The permission to give a role to someone. */
export const appointing = (role: string): string => `core:appoint.${role}`;

/** The permissions to appoint that some role has; no others are declared. */
const appointments: Readonly<Record<string, Translated>> = Object.fromEntries(
  roles
    .filter(({ code }) => roles.some((other) => other.appoints.includes(code)))
    .map(({ code, title }) => [
      appointing(code),
      { vi: `Phân công vai trò: ${title.vi}`, en: `Appoint to the role: ${title.en}` },
    ]),
);

/** All permissions of core with their titles, those to appoint included. */
export const allCorePermissions: Readonly<Record<string, Translated>> = {
  ...corePermissions,
  ...appointments,
};

/** Role → what it may do in core. */
export const coreGrants: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  roles.map(({ code, permissions, appoints }) => [code, [...permissions, ...appoints.map(appointing)]]),
);
