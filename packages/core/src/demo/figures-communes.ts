/**
 * The 17 communes of the district as the demonstration imagines them. The numbers of households, inhabitants,
 * children and residential areas are INVENTED: no source of the project has them.
 */
export interface ImaginedCommune {
  readonly code: string;
  readonly households: number;
  readonly areas: number;
}

export const imaginedCommunes: readonly ImaginedCommune[] = [
  { code: '26248', households: 6120, areas: 6 },
  { code: '26251', households: 3240, areas: 5 },
  { code: '26254', households: 2980, areas: 5 },
  { code: '26257', households: 2410, areas: 4 },
  { code: '26260', households: 2650, areas: 4 },
  { code: '26263', households: 3870, areas: 6 },
  { code: '26266', households: 2720, areas: 5 },
  { code: '26269', households: 9850, areas: 7 },
  { code: '26272', households: 11340, areas: 7 },
  { code: '26275', households: 3110, areas: 5 },
  { code: '26278', households: 5230, areas: 6 },
  { code: '26281', households: 2890, areas: 4 },
  { code: '26284', households: 2360, areas: 4 },
  { code: '26287', households: 2570, areas: 4 },
  { code: '26290', households: 4410, areas: 5 },
  { code: '26293', households: 2140, areas: 4 },
  { code: '26296', households: 1980, areas: 3 },
];

/** The town, to which rural programs do not apply. */
export const TOWN = '26248';
