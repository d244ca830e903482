// What hosts import: the gateway, the command line, the test bed.

// Composing and running
export { Engine } from './execution/engine.js';
export type { EngineOptions } from './execution/engine.js';
export { RightsChanged } from './execution/grounds.js';
export type { CompiledResult, OperationRequest } from './execution/executor.js';
export type { CallerOfWork, HostTransaction } from './execution/host-transaction.js';
export type { QueryExplanation } from './compilation/explain.js';
export { compose, coordinatesOf } from './composition/compose.js';
export type { Composition } from './composition/compose.js';
export { CompositionError, compositionProblemCodes } from './composition/problems.js';
export type { CompositionProblem } from './composition/problems.js';
export { defaultLimits, limitRules } from './execution/limits.js';
export type { OperationLimits } from './execution/limits.js';
export { migrationSources, rowSecurityOf } from './execution/plugin-tables.js';
export type { DatabaseLocation, PluginState, PluginStatus } from './execution/lifecycle.js';
export { presentError } from './execution/errors.js';
export { fillText, makeTranslator } from './execution/translate.js';
export { graphqlSentences, inVietnamese } from './execution/graphql-sentences.js';
export type { Sentence } from './execution/graphql-sentences.js';

// What is generated and committed
export { errorReference } from './publishing/error-reference.js';
export { explain } from './publishing/explanation.js';
export type { PluginExplanation } from './publishing/explanation.js';
export { pluginSdl, unifiedSdl } from './publishing/plugin-sdl.js';
export { accessMatrix, permissionsByRole } from './access/matrix.js';
export { describedElements } from './composition/descriptions.js';
export { platformProblems } from './contract/problem-codes.js';
export { decodeGlobalId, encodeGlobalId } from './reading/global-id.js';
