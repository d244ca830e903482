import type { Plugin } from '../contract/plugin.js';
import type { DeclaredField, ListOptions } from '../contract/reads.js';
import type { ClassType } from '../contract/translated.js';
import type { EntityPlan } from '../reading/entity-plan.js';
import { entityKey } from '../reading/entity-table.js';
import type { CompositionProblem } from './problems.js';

/** Properties a manifest names, and where. */
interface Named {
  readonly entity: ClassType;
  readonly properties: readonly string[];
  readonly where: string;
}

/** Properties that reads, relations and temporal declarations name but their entity does not have. */
export function unknownProperties(
  plugins: readonly Plugin[],
  plans: ReadonlyMap<string, EntityPlan>,
): CompositionProblem[] {
  return plugins.flatMap((plugin) =>
    namedBy(plugin).flatMap(({ entity, properties, where }) => {
      const { columns } = plans.get(entityKey(entity))!;
      const missing = properties.filter((property) => !columns.has(property));
      if (missing.length === 0) return [];
      return [
        {
          code: 'RELATION_UNKNOWN' as const,
          message: `${where} of ${plugin.id} names what ${entity.name} does not have: ${missing.join(', ')}.`,
          owners: [plugin.id],
          places: [plugin.definedAt],
          mend: `${entity.name} has: ${[...columns.keys()].join(', ')}.`,
        },
      ];
    }),
  );
}

const asked = ({ filter = [], order = [] }: ListOptions): string[] => [...filter, ...order];

function namedByField(target: ClassType, field: DeclaredField): Omit<Named, 'where'> {
  switch (field.kind) {
    case 'many':
      return { entity: field.entity, properties: [field.via, ...asked(field)] };
    case 'label':
      return { entity: target, properties: [field.vi, field.en] };
    case 'computed':
      return { entity: target, properties: [] };
  }
}

/** The entities that a plugin's reads, relations and temporal declarations are about, with the properties they name. */
export function namedBy({ graphql, data }: Plugin): Named[] {
  return [
    ...Object.entries(graphql?.reads ?? {}).map(([name, read]) => ({
      entity: read.entity,
      properties: read.kind === 'one' ? read.by : asked(read),
      where: `graphql.reads.${name}`,
    })),
    ...(graphql?.extend ?? []).flatMap(({ target, fields }) => [
      { entity: target, properties: ['id'], where: `graphql.extend ${target.name}` },
      ...Object.entries(fields).map(([name, field]) => ({
        ...namedByField(target, field),
        where: `graphql.extend ${target.name}.${name}`,
      })),
    ]),
    ...(data?.temporal ?? []).flatMap(({ entity, versions, owner, fields }) => [
      { entity, properties: ['id'], where: `data.temporal of ${entity.name}` },
      {
        entity: versions,
        properties: [owner, ...fields, 'validFrom', 'validTo', 'supersededAt'],
        where: `data.temporal of ${entity.name}`,
      },
    ]),
    ...Object.entries(data?.asOf ?? {}).flatMap(([name, property]) => {
      const entity = data?.entities.find((one) => one.name === name);
      return entity ? [{ entity, properties: [property], where: `data.asOf of ${name}` }] : [];
    }),
  ];
}
