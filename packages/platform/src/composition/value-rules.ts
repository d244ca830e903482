import { GraphQLBoolean, isNonNullType, isObjectType, type GraphQLSchema } from 'graphql';
import type { ValueRule } from '../contract/access.js';
import type { Plugin } from '../contract/plugin.js';
import type { ComputedField } from '../contract/reads.js';
import type { CompositionProblem } from './problems.js';

/** A field with a rule about the object it is on. */
export interface ValueRuled {
  readonly coordinate: string;
  readonly type: string;
  readonly field: string;
  readonly rule: ValueRule;
  readonly plugin: Plugin;
}

/** Every field that plugins have put a condition on. */
export function valueRuled(plugins: readonly Plugin[]): ValueRuled[] {
  return plugins.flatMap((plugin) =>
    Object.entries(plugin.access?.fields ?? {}).flatMap(([coordinate, rule]) => {
      const [type = '', field = ''] = coordinate.split('.');
      return rule.kind === 'where' ? [{ coordinate, type, field, rule: rule.value, plugin }] : [];
    }),
  );
}

/** The condition as a value that SQL computes beside the field. */
export const conditionOf = ({ rule }: ValueRuled): ComputedField => ({
  kind: 'computed',
  type: GraphQLBoolean,
  sqlType: 'boolean',
  sql: (row, version) => `coalesce((${rule.sql(row, version)}), false)`,
  description: rule.explanation,
  required: true,
});

/**
 * Conditions that could not be kept: on what is no field of a row, on a field that cannot be null where it is refused,
 * on a property that lists are filtered or ordered by, which would tell it.
 * @param entityTypes Names of the object types that are rows.
 * @param properties Inputs that ask about a property → that property, `Type.field`.
 */
export function misplacedValueRules(
  schema: GraphQLSchema,
  ruled: readonly ValueRuled[],
  entityTypes: ReadonlySet<string>,
  properties: ReadonlyMap<string, string>,
): CompositionProblem[] {
  return ruled.flatMap((one) => {
    const object = schema.getType(one.type);
    const field = isObjectType(object) ? object.getFields()[one.field] : undefined;
    const asking = [...properties].find(([, property]) => property === one.coordinate)?.[0];
    const wrong =
      !entityTypes.has(one.type) || !field
        ? 'is on no single field of an entity’s type'
        : isNonNullType(field.type)
          ? 'is on a field that cannot be null'
          : asking && `can be found out by ${asking}`;
    return wrong ? [problem(one, wrong)] : [];
  });
}

const problem = ({ coordinate, plugin }: ValueRuled, wrong: string): CompositionProblem => ({
  code: 'VALUE_RULE_MISPLACED',
  message: `The condition in the access rule ${coordinate} of ${plugin.id} ${wrong}.`,
  owners: [plugin.id],
  places: [plugin.definedAt],
  mend: 'Write allow.where(...) for one nullable field of an entity (Type.field), and filter and order no list by it.',
});
