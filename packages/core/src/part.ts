import type {
  AccessRule,
  ClassType,
  ListRead,
  Migration,
  OneRead,
  PluginServices,
  ProblemText,
  RowRule,
  SqlAnswer,
  SqlRootAnswer,
  TemporalEntity,
  Translated,
  TypeExtension,
} from '@phoihop/platform';

/**
 * One subject of core (units, people, values …): a folder with its entities, reads, rules and words. `plugin.ts`
 * joins the parts into the one core plugin.
 */
export interface CorePart {
  readonly entities?: readonly ClassType[];
  readonly types?: readonly ClassType[];
  readonly resolvers?: readonly ClassType[];
  readonly migrations?: readonly Migration[];
  readonly rows?: Readonly<Record<string, RowRule>>;
  /** Row rules of tables without an entity. */
  readonly tables?: Readonly<Record<string, RowRule>>;
  readonly temporal?: readonly TemporalEntity[];
  readonly asOf?: Readonly<Record<string, string>>;
  readonly reads?: Readonly<Record<string, ListRead | OneRead>>;
  readonly extend?: readonly TypeExtension[];
  /** What SQL answers of fields that resolvers answer otherwise. */
  readonly answers?: readonly (SqlAnswer | SqlRootAnswer)[];
  readonly permissions?: Readonly<Record<string, Translated>>;
  readonly grants?: Readonly<Record<string, readonly string[]>>;
  /** The codes of all roles. */
  readonly roles?: readonly string[];
  /** Access rules of fields: `'Type'` or `'Type.field'`. */
  readonly fields?: Readonly<Record<string, AccessRule>>;
  readonly problems?: Readonly<Record<string, ProblemText>>;
  /** What refusals call enum values and mutations, by schema coordinate. */
  readonly shortNames?: Readonly<Record<string, Translated>>;
  /** Vietnamese descriptions by schema coordinate. */
  readonly vietnamese?: Readonly<Record<string, string>>;
  /** Loads reference data as the system; idempotent, quick when nothing has changed. Runs in the order of parts. */
  readonly load?: (services: PluginServices) => Promise<void>;
}

/**
 * Joins parts. The same key in two parts is a mistake of ours, found at once.
 * @throws Error naming the key.
 */
export function joinParts(parts: readonly CorePart[]): Required<CorePart> {
  return {
    entities: parts.flatMap((part) => part.entities ?? []),
    types: parts.flatMap((part) => part.types ?? []),
    resolvers: parts.flatMap((part) => part.resolvers ?? []),
    migrations: parts.flatMap((part) => part.migrations ?? []).sort((a, b) => (a.name < b.name ? -1 : 1)),
    temporal: parts.flatMap((part) => part.temporal ?? []),
    extend: parts.flatMap((part) => part.extend ?? []),
    answers: parts.flatMap((part) => part.answers ?? []),
    rows: joinRecords(parts.map((part) => part.rows)),
    tables: joinRecords(parts.map((part) => part.tables)),
    asOf: joinRecords(parts.map((part) => part.asOf)),
    reads: joinRecords(parts.map((part) => part.reads)),
    permissions: joinRecords(parts.map((part) => part.permissions)),
    fields: joinRecords(parts.map((part) => part.fields)),
    problems: joinRecords(parts.map((part) => part.problems)),
    shortNames: joinRecords(parts.map((part) => part.shortNames)),
    vietnamese: joinRecords(parts.map((part) => part.vietnamese)),
    grants: joinGrants(parts),
    roles: parts.flatMap((part) => part.roles ?? []),
    load: async (services) => {
      for (const part of parts) await part.load?.(services);
    },
  };
}

function joinRecords<T>(records: readonly (Readonly<Record<string, T>> | undefined)[]): Record<string, T> {
  const joined: Record<string, T> = {};
  for (const record of records) {
    for (const [key, value] of Object.entries(record ?? {})) {
      if (key in joined) throw new Error(`Two parts of core declare ${key}.`);
      joined[key] = value;
    }
  }
  return joined;
}

function joinGrants(parts: readonly CorePart[]): Record<string, string[]> {
  const grants: Record<string, string[]> = {};
  for (const part of parts) {
    for (const [role, permissions] of Object.entries(part.grants ?? {}))
      (grants[role] ??= []).push(...permissions);
  }
  return grants;
}
