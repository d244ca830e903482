import { describeEntities } from '@phoihop/database';
import { isObjectType, type GraphQLSchema } from 'graphql';
import type { Plugin } from '../contract/plugin.js';
import type { ComputedField } from '../contract/reads.js';
import type { SqlAnswer, SqlRootAnswer } from '../contract/sql-answers.js';
import { coverFields } from '../access/coverage.js';
import type { RuleBook } from '../access/rules.js';
import { planEntities, type EntityFacts } from '../reading/entity-plan.js';
import { entityKey, tableNameOf } from '../reading/entity-table.js';
import { mayShow } from '../reading/row.js';
import type { ReadModel } from '../reading/read-model.js';
import { answersOf, rootAnswersOf, unfitAnswers } from './answers.js';
import { buildUnifiedSchema, type DeclaredRead } from './build-schema.js';
import { objectTypeName, rootFieldsOf } from './class-metadata.js';
import { findConflicts } from './conflicts.js';
import { checkNames } from './naming.js';
import { checkDescriptions, vietnameseDescriptions } from './descriptions.js';
import { checkShortNames } from './short-names.js';
import { checkManifests } from './manifests.js';
import { orderPlugins } from './order.js';
import { findOwners, type Ownership } from './ownership.js';
import { CompositionError, type CompositionProblem } from './problems.js';
import { conditionOf, misplacedValueRules, valueRuled } from './value-rules.js';
import { unknownProperties } from './unknown-properties.js';
import { unlistedEntities } from './unlisted-entities.js';

/** The plugins as one: everything that is known before anything is started. */
export interface Composition {
  readonly plugins: readonly Plugin[];
  readonly schema: GraphQLSchema;
  readonly owners: Ownership;
  readonly rules: RuleBook;
  readonly declared: ReadonlyMap<string, DeclaredRead>;
  readonly resolved: ReadonlySet<string>;
  /** `Type.field` of fields with code → what of them SQL can answer. */
  readonly answers: ReadonlyMap<string, SqlAnswer>;
  /** Root fields with code, by name → what of them SQL can answer. */
  readonly rootAnswers: ReadonlyMap<string, SqlRootAnswer>;
  readonly readModel: ReadModel;
  /** Entity key by GraphQL type name. */
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
  stopOn([...problems, ...findConflicts(plugins), ...checkNames(plugins)]);
  stopOn(entitiesWithoutRowRule(plugins));
  const metadata = describeEntities(entitiesOf(plugins) as never);
  stopOn(unlistedEntities(plugins, metadata));
  const facts = entityFacts(plugins);
  const plans = planEntities(metadata, facts);
  stopOn(unknownProperties(plugins, plans));
  const built = buildUnifiedSchema(plugins, plans);
  const { schema, properties, generated } = built;
  const owners = findOwners(schema, plugins, generated);
  const covered = coverFields({ schema, plugins, owners, properties });
  const ruled = valueRuled(plugins);
  const entityTypes = new Set(facts.typeNames.values());
  const misplaced = misplacedValueRules(schema, ruled, entityTypes, properties);
  const vietnamese = vietnameseDescriptions(schema, plugins);
  const resolved = new Set([...built.resolved, ...rootCoordinates(plugins)]);
  stopOn([
    ...covered.problems,
    ...misplaced,
    ...unfitAnswers(schema, plugins, resolved),
    ...checkDescriptions(schema, plugins, owners, vietnamese),
    ...checkShortNames(schema, plugins),
  ]);
  return Object.freeze({
    plugins,
    schema,
    owners,
    rules: covered.rules,
    declared: built.declared,
    resolved,
    answers: answersOf(plugins),
    rootAnswers: rootAnswersOf(plugins),
    readModel: {
      plans,
      computed: built.resolved,
      labels: labelsIn(built.declared),
      conditioned: new Set(ruled.map(({ coordinate }) => coordinate)),
    },
    entityOfType: new Map([...facts.typeNames].map(([entity, type]) => [type, entity])),
    vietnamese,
  });
}

function stopOn(problems: readonly CompositionProblem[]): void {
  if (problems.length > 0) throw new CompositionError(problems);
}

/** All entity classes, in order. */
export const entitiesOf = (plugins: readonly Plugin[]) =>
  plugins.flatMap((plugin) => plugin.data?.entities ?? []);

/** What the manifests say of their entities, by key. */
function entityFacts(plugins: readonly Plugin[]): EntityFacts {
  const datas = plugins.flatMap((plugin) => plugin.data ?? []);
  const typeNames = new Map(
    datas.flatMap(({ entities }) =>
      entities.flatMap((entity) => {
        const name = objectTypeName(entity);
        return name ? [[entityKey(entity), name] as const] : [];
      }),
    ),
  );
  return {
    temporal: datas.flatMap(({ temporal = [] }) => temporal),
    asOf: new Map(
      datas.flatMap(({ entities, asOf = {} }) =>
        entities.flatMap((entity) =>
          asOf[entity.name] ? [[entityKey(entity), asOf[entity.name]!] as const] : [],
        ),
      ),
    ),
    typeNames,
    computed: computedFields(plugins, typeNames),
    audited: new Set(datas.flatMap(({ audited = [] }) => audited.map(entityKey))),
    narrowings: new Map(
      datas.flatMap(({ entities, rows }) =>
        entities.flatMap((entity) => {
          const { select } = rows[entity.name]!;
          return typeof select === 'object' && select.narrowing
            ? [[entityKey(entity), select.narrowing] as const]
            : [];
        }),
      ),
    ),
  };
}

function computedFields(
  plugins: readonly Plugin[],
  typeNames: EntityFacts['typeNames'],
): EntityFacts['computed'] {
  const byEntity = new Map<string, Map<string, ComputedField>>();
  const add = (key: string | undefined, name: string, field: ComputedField): void => {
    if (key) byEntity.set(key, (byEntity.get(key) ?? new Map<string, ComputedField>()).set(name, field));
  };
  for (const { target, fields } of plugins.flatMap(({ graphql }) => graphql?.extend ?? [])) {
    for (const [name, field] of Object.entries(fields)) {
      if (field.kind === 'computed') add(tableNameOf(target), name, field);
    }
  }
  for (const one of valueRuled(plugins)) {
    const key = [...typeNames].find(([, type]) => type === one.type)?.[0];
    add(key, mayShow(one.field), conditionOf(one));
  }
  return byEntity;
}

const labelsIn = (declared: ReadonlyMap<string, DeclaredRead>): ReadModel['labels'] =>
  new Map(
    [...declared].flatMap(([coordinate, field]) =>
      field.kind === 'label' ? [[coordinate, field.label] as const] : [],
    ),
  );

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

/** All `Type.field` coordinates of object types. */
export function coordinatesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
}
