import type { Plugin } from '../contract/plugin.js';
import { tableNameOf } from '../reading/entity-table.js';
import { reachedClasses, rootFieldsOf } from './class-metadata.js';
import { fieldPrefixOf, schemaNameOf, typePrefixOf } from './generated-names.js';
import type { CompositionProblem, CompositionProblemCode } from './problems.js';

/**
 * Names that must tell whose they are, so that two authors who never met do not meet in a name: tables lie in their
 * plugin's schema, permissions, root fields and types carry its prefix. Core's fields and types have none.
 */
export function checkNames(plugins: readonly Plugin[]): CompositionProblem[] {
  const foreign = new Set<unknown>();
  return plugins.flatMap((plugin) => {
    const problems = [
      ...tableProblems(plugin),
      ...permissionProblems(plugin),
      ...(plugin.id === 'core' ? [] : [...fieldProblems(plugin), ...typeProblems(plugin, foreign)]),
    ];
    // What an earlier plugin reaches is that plugin's, whoever refers to it later.
    for (const { target } of reachedClasses(plugin)) foreign.add(target);
    return problems;
  });
}

const problem = (
  plugin: Plugin,
  code: CompositionProblemCode,
  message: string,
  mend: string,
): CompositionProblem => ({ code, message, owners: [plugin.id], places: [plugin.definedAt], mend });

function tableProblems(plugin: Plugin): CompositionProblem[] {
  const schema = schemaNameOf(plugin.id);
  return (plugin.data?.entities ?? []).flatMap((entity) => {
    const table = tableNameOf(entity);
    if (!table) {
      return problem(
        plugin,
        'ENTITY_WITHOUT_TABLE',
        `The entity ${entity.name} of ${plugin.id} names no table.`,
        `Write @Entity({ schema: '${schema}', tableName: '...' }).`,
      );
    }
    if (table.startsWith(`${schema}.`)) return [];
    return problem(
      plugin,
      'ENTITY_WRONG_SCHEMA',
      `The entity ${entity.name} of ${plugin.id} lies in ${table}.`,
      `A plugin’s tables lie in its own PostgreSQL schema: schema: '${schema}'.`,
    );
  });
}

/** Permissions travel to row security as one list, separated by commas: no name may look like two. */
const permissionName = /^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/;

function permissionProblems(plugin: Plugin): CompositionProblem[] {
  return Object.keys(plugin.access?.permissions ?? {})
    .filter(
      (name) => !(name.startsWith(`${plugin.id}:`) && permissionName.test(name.slice(plugin.id.length + 1))),
    )
    .map((name) =>
      problem(
        plugin,
        'PERMISSION_PREFIX',
        `The permission ${name} of ${plugin.id} is not called ${plugin.id}:<verb>.`,
        `Call it ${plugin.id}:read or the like: letters and digits, with dots or hyphens between.`,
      ),
    );
}

function fieldProblems(plugin: Plugin): CompositionProblem[] {
  const prefix = fieldPrefixOf(plugin);
  const names = [
    ...rootFieldsOf(plugin).map(({ name }) => name),
    ...Object.keys(plugin.graphql?.reads ?? {}),
  ];
  return names
    .filter((name) => !name.startsWith(prefix))
    .map((name) =>
      problem(
        plugin,
        'ROOT_FIELD_PREFIX',
        `The root field ${name} of ${plugin.id} does not begin with ${prefix}.`,
        `Call it ${prefix}${name[0]!.toUpperCase()}${name.slice(1)}, or set graphql.prefix.`,
      ),
    );
}

function typeProblems(plugin: Plugin, foreign: ReadonlySet<unknown>): CompositionProblem[] {
  const prefix = typePrefixOf(plugin);
  return reachedClasses(plugin)
    .filter(
      ({ name, target }) => !foreign.has(target) && !platformTypes.has(name) && !name.startsWith(prefix),
    )
    .map(({ name }) =>
      problem(
        plugin,
        'TYPE_PREFIX',
        `The type ${name} of ${plugin.id} does not begin with ${prefix}.`,
        `Call it ${prefix}${name}, or set graphql.prefix.`,
      ),
    );
}

const platformTypes = new Set(['PageInfo', 'Node']);
