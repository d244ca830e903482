import { isEnumType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Plugin } from '../contract/plugin.js';
import type { SaidCodes } from '../contract/translated.js';
import type { CompositionProblem } from './problems.js';

/**
 * What refusals say must have a name that a person reads: gaps, and names of what is not there.
 */
export function checkShortNames(schema: GraphQLSchema, plugins: readonly Plugin[]): CompositionProblem[] {
  const named = new Map(plugins.flatMap((plugin) => Object.entries(plugin.shortNames ?? {})));
  return plugins.flatMap((plugin) => {
    const at = { owners: [plugin.id], places: [plugin.definedAt] };
    const nothing = (message: string): CompositionProblem => ({
      code: 'SHORT_NAME_OF_NOTHING',
      message,
      ...at,
      mend: 'Write Enum.VALUE, Query.field or Mutation.field as the schema has it.',
    });
    const missing = (coordinate: string, where: string): CompositionProblem => ({
      code: 'SHORT_NAME_MISSING',
      message: `${where} ${coordinate}, which has no short name in both languages.`,
      ...at,
      mend: `Add '${coordinate}': { vi, en } to shortNames: what it is called within a sentence.`,
    });
    const names = Object.entries(plugin.shortNames ?? {}).flatMap(([coordinate, { vi, en }]) => {
      if (!isThere(schema, coordinate))
        return [nothing(`${plugin.id} names ${coordinate}, which is nothing.`)];
      return vi && en ? [] : [missing(coordinate, `${plugin.id} names`)];
    });
    const said = Object.entries(plugin.problems ?? {}).flatMap(([code, { says = {} }]) =>
      Object.entries(says).flatMap(([fact, what]) => {
        const coordinates = coordinatesSaid(schema, what);
        if (!coordinates)
          return [nothing(`The fact ${fact} of ${code} is said to be a ${String(what)}: no enum.`)];
        return coordinates
          .filter((coordinate) => !named.has(coordinate))
          .map((coordinate) => missing(coordinate, `The fact ${fact} of ${code} may be`));
      }),
    );
    return [...names, ...said];
  });
}

function isThere(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName = '', name = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  if (isEnumType(type)) return type.getValue(name) !== undefined;
  const isRoot = type === schema.getMutationType() || type === schema.getQueryType();
  return isRoot && isObjectType(type) && name in type.getFields();
}

function coordinatesSaid(schema: GraphQLSchema, what: SaidCodes): readonly string[] | undefined {
  if (typeof what !== 'string') return Array.isArray(what) ? (what as readonly string[]) : [];
  // Permissions have their titles, in both languages, where they are declared.
  if (what === 'permission') return [];
  const type = schema.getType(what);
  return isEnumType(type) ? type.getValues().map(({ name }) => `${what}.${name}`) : undefined;
}
