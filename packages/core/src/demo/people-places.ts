import { searchKey } from '../units/search-key.js';

/** The district of the demonstration, by its state code in 2021. */
export const districtCode = '737';

/** A commune or town as the state list of 2021 has it. */
export interface DemoCommune {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: string;
}

/**
 * The four clusters. That there are four is in the source (T-16); which communes belong to which is NOT known: this
 * is invented, by neighborhood.
 */
export const clusters: readonly { number: number; communes: readonly string[] }[] = [
  { number: 1, communes: ['26248', '26290', '26293', '26296', '26284'] },
  { number: 2, communes: ['26269', '26278', '26272', '26263'] },
  { number: 3, communes: ['26275', '26281', '26266', '26287'] },
  { number: 4, communes: ['26254', '26251', '26257', '26260'] },
];

export const clusterKey = (number: number): string => `trang-bom-cluster-${number}-2021`;

/** How many residential areas are invented for each commune; the real lists were not found. */
const areasOfCommune = 3;

/** An invented residential area. Its reference key is how loading finds it again. */
export interface DemoArea {
  readonly key: string;
  readonly commune: string;
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
}

export function areasOf(commune: DemoCommune): DemoArea[] {
  const word = commune.kind === 'TOWN' ? 'Khu phố' : 'Ấp';
  return Array.from({ length: areasOfCommune }, (_, index) => {
    const number = index + 1;
    const code = `${commune.code}.0${number}`;
    return {
      key: `demo-${code}`,
      commune: commune.code,
      code,
      name: String(number),
      fullName: `${word} ${number}`,
    };
  });
}

/** `Hố Nai 3` → `ho-nai-3`: part of usernames. */
export const slug = (name: string): string => searchKey(name).replaceAll(' ', '-');
