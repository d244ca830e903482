/** Names the platform makes from an author's names: conflicts are looked for among them before anything is built. */
import type { ListOptions } from '../contract/reads.js';

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** Begins the names of a root list's filter and order types: `bridges` → `Bridges`. */
export const listTypePrefix = (rootField: string): string => capital(rootField);

/** The same for a relation: `bridges` of `River` → `BridgesOfRiver`. */
export const relationTypePrefix = (type: string, field: string): string => `${capital(field)}Of${type}`;

/** The filter and order types of a list, where it has any. */
export const listTypeNames = (
  prefix: string,
  { filter = [], filters = {}, order = [] }: ListOptions,
): string[] => [
  ...(filter.length > 0 || Object.keys(filters).length > 0 ? [`${prefix}Filter`] : []),
  ...(order.length > 0 ? [`${prefix}Order`] : []),
];

/** A plugin's PostgreSQL schema: `social-insurance` → `social_insurance`. */
export const schemaNameOf = (pluginId: string): string => pluginId.replaceAll('-', '_');

/** What a plugin's root fields begin with: `social-insurance` → `socialInsurance`, unless it says otherwise. */
export const fieldPrefixOf = ({ id, graphql }: { id: string; graphql?: { prefix?: string } }): string =>
  graphql?.prefix || id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** What its types begin with: `SocialInsurance`. */
export const typePrefixOf = (plugin: Parameters<typeof fieldPrefixOf>[0]): string =>
  capital(fieldPrefixOf(plugin));
