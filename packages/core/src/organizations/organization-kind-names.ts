import type { Translated } from '@phoihop/platform';

/** What refusals call the kinds of organizations, by schema coordinate. */
export const organizationKindNames: Readonly<Record<string, Translated>> = {
  'OrganizationKind.FRONT_COMMITTEE': { vi: 'Ủy ban Mặt trận', en: 'Front committee' },
  'OrganizationKind.STANDING_COMMITTEE': { vi: 'Ban Thường trực', en: 'standing committee' },
  'OrganizationKind.FRONT_WORK_COMMITTEE': { vi: 'Ban công tác Mặt trận', en: 'Front work committee' },
  'OrganizationKind.MEMBER_ORGANIZATION': { vi: 'tổ chức thành viên', en: 'member organization' },
  'OrganizationKind.SOCIO_POLITICAL_ORGANIZATION': {
    vi: 'tổ chức chính trị - xã hội',
    en: 'socio-political organization',
  },
  'OrganizationKind.PARTY_BODY': { vi: 'cơ quan của Đảng', en: 'party body' },
  'OrganizationKind.STATE_BODY': { vi: 'cơ quan nhà nước', en: 'state body' },
  'OrganizationKind.RELIGIOUS_ORGANIZATION': { vi: 'tổ chức tôn giáo', en: 'religious organization' },
  'OrganizationKind.BUSINESS': { vi: 'doanh nghiệp', en: 'business' },
  'OrganizationKind.DONOR': { vi: 'nhà hảo tâm', en: 'donor' },
};
