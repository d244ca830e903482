import { describeEntities } from '@phoihop/database';
import { isObjectType, type GraphQLSchema } from 'graphql';
import type { Plugin } from '../contract/plugin.js';
import { coverFields } from '../access/coverage.js';
import type { RuleBook } from '../access/rules.js';
import { planEntities } from '../reading/entity-plan.js';
import type { ReadModel } from '../reading/read-model.js';
import { buildUnifiedSchema, type DeclaredRead } from './build-schema.js';
import { objectTypeName, rootFieldsOf } from './class-metadata.js';
import { findConflicts } from './conflicts.js';
import { checkDescriptions, vietnameseDescriptions } from './descriptions.js';
import { checkManifests, orderPlugins } from './order.js';
import { findOwners, type Ownership } from './ownership.js';
import { CompositionError, type CompositionProblem } from './problems.js';

/** The plugins as one: everything that is known before anything is started. */
export interface Composition {
  readonly plugins: readonly Plugin[];
  readonly schema: GraphQLSchema;
  readonly owners: Ownership;
  readonly rules: RuleBook;
  readonly declared: ReadonlyMap<string, DeclaredRead>;
  readonly resolved: ReadonlySet<string>;
  readonly readModel: ReadModel;
  /** Entity class name by GraphQL type name. */
  readonly entityOfType: ReadonlyMap<string, string>;
  /** Vietnamese descriptions by schema coordinate. */
  readonly vietnamese: ReadonlyMap<string, string>;
}

/**
 * Composes plugins: a row of pure steps, each of which finds all its problems before the next begins.
 * @throws CompositionError with every problem of the step that failed; nothing has been started.
 */
export function compose(given: readonly Plugin[]): Composition {
  stopOn(checkManifests(given));
  const { ordered: plugins, problems } = orderPlugins(given);
  stopOn([...problems, ...findConflicts(plugins)]);
  stopOn(entitiesWithoutRowRule(plugins));
  const typeNames = typeNamesOf(plugins);
  const plans = planEntities(describeEntities(entitiesOf(plugins) as never), {
    temporal: plugins.flatMap((plugin) => plugin.data?.temporal ?? []),
    asOf: Object.assign({}, ...plugins.map((plugin) => plugin.data?.asOf ?? {})) as Record<string, string>,
    typeNames,
    audited: new Set(plugins.flatMap((plugin) => plugin.data?.audited ?? []).map((entity) => entity.name)),
  });
  stopOn(unknownRelations(plugins, plans));
  const built = buildUnifiedSchema(plugins, plans);
  const owners = findOwners(built.schema, plugins);
  const covered = coverFields(built.schema, plugins, owners);
  const vietnamese = vietnameseDescriptions(built.schema, plugins);
  stopOn([...covered.problems, ...checkDescriptions(built.schema, plugins, owners, vietnamese)]);
  return Object.freeze({
    plugins,
    schema: built.schema,
    owners,
    rules: covered.rules,
    declared: built.declared,
    resolved: new Set([...built.resolved, ...rootCoordinates(plugins)]),
    readModel: { plans, computed: built.resolved },
    entityOfType: new Map([...typeNames].map(([entity, type]) => [type, entity])),
    vietnamese,
  });
}

function stopOn(problems: readonly CompositionProblem[]): void {
  if (problems.length > 0) throw new CompositionError(problems);
}

/** All entity classes, in order. */
export const entitiesOf = (plugins: readonly Plugin[]) => plugins.flatMap((plugin) => plugin.data?.entities ?? []);

function typeNamesOf(plugins: readonly Plugin[]): Map<string, string> {
  return new Map(
    entitiesOf(plugins).flatMap((entity) => {
      const name = objectTypeName(entity);
      return name ? [[entity.name, name] as const] : [];
    }),
  );
}

const rootCoordinates = (plugins: readonly Plugin[]): string[] => [
  'Query.node',
  ...plugins.flatMap((plugin) => rootFieldsOf(plugin).map(({ operation, name }) => `${operation}.${name}`)),
];

function entitiesWithoutRowRule(plugins: readonly Plugin[]): CompositionProblem[] {
  return plugins.flatMap((plugin) =>
    (plugin.data?.entities ?? [])
      .filter((entity) => !plugin.data?.rows[entity.name])
      .map((entity) => ({
        code: 'ENTITY_WITHOUT_ROW_RULE' as const,
        message: `The entity ${entity.name} of ${plugin.id} has no row rule.`,
        owners: [plugin.id],
        places: [plugin.definedAt],
        mend: `Add ${entity.name} to data.rows: which rows may a caller see and change?`,
      })),
  );
}

/** Properties that reads, relations and temporal declarations name but no entity has. */
function unknownRelations(plugins: readonly Plugin[], plans: ReadModel['plans']): CompositionProblem[] {
  return plugins.flatMap((plugin) => {
    const named: { entity: string; properties: readonly string[]; where: string }[] = [];
    for (const [name, read] of Object.entries(plugin.graphql?.reads ?? {})) {
      const properties = read.kind === 'one' ? read.by : [...(read.filter ?? []), ...(read.order ?? [])];
      named.push({ entity: read.entity.name, properties, where: `graphql.reads.${name}` });
    }
    for (const extension of plugin.graphql?.extend ?? []) {
      for (const [name, relation] of Object.entries(extension.relations)) {
        const properties = [relation.via, ...(relation.filter ?? []), ...(relation.order ?? [])];
        named.push({ entity: relation.entity.name, properties, where: `graphql.extend ${extension.target.name}.${name}` });
      }
    }
    return named.flatMap(({ entity, properties, where }) => {
      const plan = plans.get(entity);
      const missing = plan ? properties.filter((property) => !plan.columns.has(property)) : [`(${entity} is no installed entity)`];
      if (missing.length === 0) return [];
      return [
        {
          code: 'RELATION_UNKNOWN' as const,
          message: `${where} of ${plugin.id} names what ${entity} does not have: ${missing.join(', ')}.`,
          owners: [plugin.id],
          places: [plugin.definedAt],
          mend: plan ? `${entity} has: ${[...plan.columns.keys()].join(', ')}.` : `Add ${entity} to data.entities.`,
        },
      ];
    });
  });
}

/** All `Type.field` coordinates of object types. */
export function coordinatesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__') ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
  );
}
