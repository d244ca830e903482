// Entities: one class for the database and for GraphQL.
export { AdministrativeUnit } from './administrative-unit.js';
export { AdministrativeUnitVersion } from './administrative-unit-version.js';
export { AdministrativeUnitLineage } from './administrative-unit-lineage.js';
export { UnitKind } from './unit-kind.js';
export { LineageType } from './lineage-type.js';

// Tables, and the nation's units in them.
export { unitMigrations } from './migrations.js';
export { loadNationalUnits, type LoadReport } from './load.js';
export type { Query } from './query.js';
export { nationalHistory, type NationalHistory } from './national-history.js';

// Figures on the map of a date.
export {
  asReported,
  componentsOnMap,
  coverageOf,
  type Component,
  type MapAnswer,
  type MapObstacle,
  type MapQuestion,
  type MapReason,
} from './on-map.js';
export type { SplitRule } from './split-rule.js';
export { loadSubgraph } from './unit-graph.js';
export { UnitHistory, type LineageFact, type UnitVersionFact } from './unit-history.js';

export { searchKey } from './search-key.js';

// What the core plugin takes of this folder.
export { unitsPart } from './units-part.js';
