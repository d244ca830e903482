import type { Composition } from '../composition/compose.js';
import { PLATFORM } from '../composition/ownership.js';
import { tableNameOf } from '../reading/entity-table.js';

/** What one plugin owns of the composed graph. */
export interface PluginExplanation {
  readonly id: string;
  readonly version: string;
  readonly definedAt: string;
  /** Types it writes itself; pages, filters and orders that the platform adds are not among them. */
  readonly types: readonly string[];
  readonly rootFields: readonly string[];
  /** Fields it adds to other plugins' types. */
  readonly addedFields: readonly string[];
  readonly tables: readonly string[];
  readonly permissions: readonly string[];
  readonly errorCodes: readonly string[];
}

/** Which plugin owns what, in the order in which they are composed. */
export function explain({ plugins, owners }: Composition): PluginExplanation[] {
  const fieldsOf = (id: string) =>
    [...owners.fields].filter(([, owner]) => owner === id).map(([coordinate]) => coordinate);
  return plugins.map((plugin) => {
    const fields = fieldsOf(plugin.id);
    const isRoot = (coordinate: string) => /^(Query|Mutation)\./.test(coordinate);
    return {
      id: plugin.id,
      version: plugin.version,
      definedAt: plugin.definedAt,
      types: [...owners.types]
        .filter(
          ([name, owner]) => owner === plugin.id && !owners.pages.has(name) && !owners.generated.has(name),
        )
        .map(([name]) => name),
      rootFields: fields.filter(isRoot),
      addedFields: fields.filter((coordinate) => {
        const type = owners.types.get(coordinate.split('.')[0]!) ?? PLATFORM;
        return !isRoot(coordinate) && type !== plugin.id;
      }),
      tables: (plugin.data?.entities ?? [])
        .map((entity) => tableNameOf(entity)!)
        .concat(Object.keys(plugin.data?.tables ?? {})),
      permissions: Object.keys(plugin.access?.permissions ?? {}),
      errorCodes: Object.keys(plugin.problems ?? {}),
    };
  });
}
