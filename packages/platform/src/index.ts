// What a plugin author imports. Hosts (gateway, command line, test bed) import '@phoihop/platform/engine' besides.
import 'reflect-metadata';

// The manifest
export { definePlugin } from './contract/plugin.js';
export type { Plugin, PluginContributions, PluginManifest } from './contract/plugin.js';
export type { PluginServices } from './contract/services.js';
export type { ClassType, Locale, ProblemText, SaidCodes, Translated } from './contract/translated.js';

// Reading: roots, relations, entities in time
export { computed, extend, label, list, many, one, temporal } from './contract/reads.js';
export type {
  ComputedField,
  CustomFilter,
  DeclaredField,
  LabelField,
  ListOptions,
  ListRead,
  ManyRelation,
  OneRead,
  TemporalEntity,
  TypeExtension,
} from './contract/reads.js';
export { answeredInSql, rootAnsweredInSql } from './contract/sql-answers.js';
export type {
  GivenArguments,
  SqlAnswer,
  SqlObject,
  SqlReference,
  SqlRootAnswer,
  SqlValue,
} from './contract/sql-answers.js';
export { connectionOf, Node, PageInfo, requirePageSize } from './reading/connection.js';
export type { ReadApi } from './reading/read-api.js';
export type { Row } from './reading/row.js';
export { AS_OF } from './reading/row.js';
export { localId } from './reading/global-id.js';

// Access
export { allow, readOnlyRows, rowRule } from './contract/access.js';
export type { AccessRule, Narrowing, RowPredicate, RowRule, ValueRule } from './contract/access.js';

// Errors
export { inWords, ProblemError, ProblemListError } from './contract/problem.js';
export type { ProblemDetails } from './contract/problem.js';
export { didYouMean } from './contract/did-you-mean.js';
export { declaredPermissions } from './access/declared-permissions.js';

// What a resolver gets
export { anonymous } from './contract/context.js';
export type { Caller, Clock, RequestContext } from './contract/context.js';

// Scalars
export { DateScalar, DateTimeScalar, DecimalScalar } from './contract/scalars.js';

// The database's words an author meets
export type { Database, Migration, Session } from '@phoihop/database';
