import type { Migration } from '@phoihop/database';
import type { z } from 'zod';
import type { AccessRule, RowRule } from './access.js';
import type { PluginServices } from './services.js';
import type { ListRead, OneRead, TemporalEntity, TypeExtension } from './reads.js';
import type { SqlAnswer, SqlRootAnswer } from './sql-answers.js';
import type { ClassType, ProblemText, Translated } from './translated.js';

/**
 * What one plugin may tell another under a manifest key of that other's: core declares `program` here by
 * declaration merging, so that a plugin's `program: {...}` is typed without the platform knowing what it is.
 */
export interface PluginContributions {}

/** Everything a plugin is. One value that can be inspected without booting anything. */
export interface PluginManifest extends Partial<PluginContributions> {
  /** kebab-case; derives the PostgreSQL schema and the prefix of permissions. */
  id: string;
  /** semver of the plugin itself. */
  version: string;
  title: Translated;
  description?: Translated;
  /** Range of core versions it works with. Missing only on core. */
  core?: string;
  /** Other plugins it cannot do without, with version ranges. */
  requires?: Readonly<Record<string, string>>;
  /** Other plugins it uses when they are there. */
  optional?: Readonly<Record<string, string>>;
  /** Shape of its configuration, checked at start. */
  options?: z.ZodType;
  graphql?: {
    /** Prefix of its root fields (`socialInsurance…`) and, capitalized, of its types. Core has none. */
    prefix?: string;
    /** type-graphql resolver classes. */
    resolvers?: readonly ClassType[];
    /** Object types that are not entities and not reached from a resolver. */
    types?: readonly ClassType[];
    /** Root query fields that need no code. */
    reads?: Readonly<Record<string, ListRead | OneRead>>;
    /** Relations added to types, its own or foreign. */
    extend?: readonly TypeExtension[];
    /** What SQL answers of fields that resolvers answer otherwise. */
    answers?: readonly (SqlAnswer | SqlRootAnswer)[];
  };
  data?: {
    /** One class carries `@Entity` and, when clients see it, `@ObjectType`. */
    entities: readonly ClassType[];
    migrations: readonly Migration[];
    /** Row ring: one rule for every entity, by class name. */
    rows: Readonly<Record<string, RowRule>>;
    /** The same for tables of this plugin's schema that no entity maps, by table name. */
    tables?: Readonly<Record<string, RowRule>>;
    temporal?: readonly TemporalEntity[];
    /** Entities that carry the date their relations are read as of: class name → date property. */
    asOf?: Readonly<Record<string, string>>;
    /** Entities with personal or sealed data: every operation that reads their rows leaves an audit row with the ids. */
    audited?: readonly ClassType[];
    /** Loads reference data after migration, as the system, idempotently. */
    load?: (services: PluginServices) => Promise<void>;
  };
  access?: {
    permissions?: Readonly<Record<string, Translated>>;
    /** Core's alone: the codes of all roles there are. */
    roles?: readonly string[];
    /** Role → permissions it gets from this plugin. */
    grants?: Readonly<Record<string, readonly string[]>>;
    /**
     * `'Type'` for all its fields, `'Type.field'` for one: every field contributed has exactly one rule. Besides, where
     * not everybody who may select a field may fill in all of it: `'Input.field'`, `'Type.field(argument)'`,
     * `'Enum.VALUE'`. What filters or orders by a property has the property's rule without being listed.
     */
    fields?: Readonly<Record<string, AccessRule>>;
  };
  /** Error codes of its own, with message templates. */
  problems?: Readonly<Record<string, ProblemText>>;
  /**
   * What enum values and root fields are called within a sentence, by schema coordinate: `Enum.VALUE` as "đã nộp",
   * `Mutation.field` as "duyệt báo cáo". Where a refusal says one, it must be here.
   */
  shortNames?: Readonly<Record<string, Translated>>;
  /**
   * Vietnamese descriptions by schema coordinate (`Type`, `Type.field`, `Type.field(argument)`, `Enum.VALUE`),
   * and other texts by key of one's own.
   */
  translations?: { vi: Readonly<Record<string, string>>; en?: Readonly<Record<string, string>> };
  hooks?: {
    /** After migration and reference data; throws to be quarantined. */
    ready?: (services: PluginServices) => Promise<void> | void;
    /** At shutdown, in reverse order. */
    stop?: () => Promise<void> | void;
    /** When an administrator switches the plugin off. */
    disable?: (services: PluginServices) => Promise<void> | void;
  };
}

/** A manifest that has passed through {@link definePlugin}. */
export interface Plugin extends PluginManifest {
  /** File and line of the `definePlugin` call, for conflict reports. */
  readonly definedAt: string;
}

/**
 * Declares a plugin. Checks nothing but that it is a manifest: all rules are checked together when plugins are
 * composed, so that an author sees every mistake at once.
 */
export function definePlugin(manifest: PluginManifest): Plugin {
  return Object.freeze({ ...manifest, definedAt: callerOf(definePlugin) });
}

/** The first stack frame outside `callee`, as `path/to/file.ts:12`. */
function callerOf(callee: (manifest: PluginManifest) => Plugin): string {
  const holder: { stack?: string } = {};
  Error.captureStackTrace(holder, callee);
  const frame = holder.stack?.split('\n')[1] ?? '';
  const place = /(?:file:\/\/)?(\/[^():]+|[A-Z]:[^():]+):(\d+):\d+/.exec(frame);
  if (!place) return 'unknown place';
  const [, file = '', line] = place;
  return `${file.replace(`${process.cwd()}/`, '')}:${line}`;
}
