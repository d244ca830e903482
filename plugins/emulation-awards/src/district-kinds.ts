import { UnitKind } from '@phoihop/core';

/** What runs an emulation year: districts, under whatever name. */
export const districtKinds: readonly UnitKind[] = [
  UnitKind.DISTRICT,
  UnitKind.URBAN_DISTRICT,
  UnitKind.DISTRICT_TOWN,
  UnitKind.PROVINCIAL_CITY,
];
