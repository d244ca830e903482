import { registerEnumType } from 'type-graphql';

/**
 * Kinds of administrative unit. A kind is not a level: from 2025-07-01 a province is followed by communes with no
 * district between, so nothing may conclude a depth from a kind.
 */
export enum UnitKind {
  COUNTRY = 'COUNTRY',
  PROVINCE = 'PROVINCE',
  MUNICIPALITY = 'MUNICIPALITY',
  DISTRICT = 'DISTRICT',
  URBAN_DISTRICT = 'URBAN_DISTRICT',
  DISTRICT_TOWN = 'DISTRICT_TOWN',
  PROVINCIAL_CITY = 'PROVINCIAL_CITY',
  COMMUNE = 'COMMUNE',
  WARD = 'WARD',
  TOWN = 'TOWN',
  SPECIAL_ZONE = 'SPECIAL_ZONE',
  RESIDENTIAL_AREA = 'RESIDENTIAL_AREA',
}

registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'What an administrative unit is in law. It can change while the unit stays the same one.',
  valuesConfig: {
    COUNTRY: { description: 'Vietnam, the root of the tree.' },
    PROVINCE: { description: 'A province (tỉnh).' },
    MUNICIPALITY: {
      description: 'A centrally run city (thành phố trực thuộc trung ương), level with a province.',
    },
    DISTRICT: { description: 'A rural district (huyện); the level was abolished on 2025-07-01.' },
    URBAN_DISTRICT: { description: 'An urban district (quận); the level was abolished on 2025-07-01.' },
    DISTRICT_TOWN: {
      description: 'A town level with a district (thị xã); the level was abolished on 2025-07-01.',
    },
    PROVINCIAL_CITY: {
      description:
        'A city under a province or a municipality (thành phố thuộc tỉnh); abolished on 2025-07-01.',
    },
    COMMUNE: { description: 'A rural commune (xã).' },
    WARD: { description: 'An urban ward (phường).' },
    TOWN: { description: 'A town under a rural district (thị trấn); the kind was abolished on 2025-07-01.' },
    SPECIAL_ZONE: { description: 'A special zone (đặc khu), an island unit since 2025-07-01.' },
    RESIDENTIAL_AREA: { description: 'A residential area of a commune: a hamlet or quarter (ấp, khu phố).' },
  },
});

/** The kinds written in the state lists, with the word that precedes the name in a full name. */
const kindsInLists: Readonly<Record<string, { kind: UnitKind; word: string }>> = {
  tinh: { kind: UnitKind.PROVINCE, word: 'Tỉnh' },
  thanh_pho_trung_uong: { kind: UnitKind.MUNICIPALITY, word: 'Thành phố' },
  huyen: { kind: UnitKind.DISTRICT, word: 'Huyện' },
  quan: { kind: UnitKind.URBAN_DISTRICT, word: 'Quận' },
  thi_xa: { kind: UnitKind.DISTRICT_TOWN, word: 'Thị xã' },
  thanh_pho_thuoc_tinh: { kind: UnitKind.PROVINCIAL_CITY, word: 'Thành phố' },
  thanh_pho_thuoc_tptw: { kind: UnitKind.PROVINCIAL_CITY, word: 'Thành phố' },
  xa: { kind: UnitKind.COMMUNE, word: 'Xã' },
  phuong: { kind: UnitKind.WARD, word: 'Phường' },
  thi_tran: { kind: UnitKind.TOWN, word: 'Thị trấn' },
  dac_khu: { kind: UnitKind.SPECIAL_ZONE, word: 'Đặc khu' },
};

/**
 * The kind a state list means.
 * @throws Error on a word that no list has used so far.
 */
export function kindInList(word: string): { kind: UnitKind; word: string } {
  const found = kindsInLists[word];
  if (!found) {
    throw new Error(
      `"${word}" is not a kind of unit in the state lists; known: ${Object.keys(kindsInLists).join(', ')}.`,
    );
  }
  return found;
}
