import type { Translated } from '@phoihop/platform';

/** What refusals call the kinds of units, by schema coordinate. */
export const unitKindNames: Readonly<Record<string, Translated>> = {
  'UnitKind.COUNTRY': { vi: 'cả nước', en: 'country' },
  'UnitKind.PROVINCE': { vi: 'tỉnh', en: 'province' },
  'UnitKind.MUNICIPALITY': { vi: 'thành phố trực thuộc trung ương', en: 'municipality' },
  'UnitKind.DISTRICT': { vi: 'huyện', en: 'district' },
  'UnitKind.URBAN_DISTRICT': { vi: 'quận', en: 'urban district' },
  'UnitKind.DISTRICT_TOWN': { vi: 'thị xã', en: 'district town' },
  'UnitKind.PROVINCIAL_CITY': { vi: 'thành phố thuộc tỉnh', en: 'provincial city' },
  'UnitKind.COMMUNE': { vi: 'xã', en: 'commune' },
  'UnitKind.WARD': { vi: 'phường', en: 'ward' },
  'UnitKind.TOWN': { vi: 'thị trấn', en: 'town' },
  'UnitKind.SPECIAL_ZONE': { vi: 'đặc khu', en: 'special zone' },
  'UnitKind.RESIDENTIAL_AREA': { vi: 'khu dân cư', en: 'residential area' },
};
