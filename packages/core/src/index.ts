// The core plugin, for hosts
export { corePlugin as default, corePlugin } from './plugin.js';
export type { IssueToken } from './plugin.js';
export { loadCaller } from './access/caller.js';
export { createAccount } from './people/create-account.js';
export type { NewAccount } from './people/create-account.js';
export { demoSignIns } from './demo/people.js';

// Units through time
export { AdministrativeUnit, AdministrativeUnitVersion, UnitKind, loadNationalUnits } from './units/index.js';

// Row rules and scopes of whoever writes
export { unitRows } from './access/unit-rows.js';
export type { UnitRows } from './access/unit-rows.js';
export { requireScope } from './access/scope.js';

// Files of figures, imported in somebody's name
export { importFile } from './imports/import-file.js';
export type { FileImport } from './imports/import-file.js';
export { importValues } from './imports/import-values.js';
export type { ImportOptions, ImportReport, ImportTarget } from './imports/import-values.js';

// What a plugin tells core (its manifest key `program` is typed by this import), and the figures it derives
export type {} from './programs/plugin-contributions.js';
export type { ProgramContribution } from './programs/contribution.js';
export { aggregateIndicator, aggregateIndicators } from './values/aggregate.js';
export type { Aggregate, AggregateRequest } from './values/aggregate-request.js';
export { putDerivedValue, putDerivedValues } from './values/derived-value.js';
export type { DerivedValue, DerivedValueTarget } from './values/derived-value.js';
