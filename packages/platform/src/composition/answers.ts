import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Plugin } from '../contract/plugin.js';
import type { SqlAnswer, SqlObject, SqlRootAnswer } from '../contract/sql-answers.js';
import { objectTypeName } from './class-metadata.js';
import type { CompositionProblem } from './problems.js';

const coordinateOf = (answer: SqlAnswer | SqlRootAnswer): string =>
  'root' in answer
    ? `Query.${answer.root}`
    : `${objectTypeName(answer.target) ?? answer.target.name}.${answer.field}`;

const answersIn = (plugins: readonly Plugin[]): (SqlAnswer | SqlRootAnswer)[] =>
  plugins.flatMap(({ graphql }) => graphql?.answers ?? []);

/** What SQL can answer of fields with code, by `Type.field`. */
export const answersOf = (plugins: readonly Plugin[]): ReadonlyMap<string, SqlAnswer> =>
  new Map(
    answersIn(plugins).flatMap((answer) =>
      'root' in answer ? [] : [[coordinateOf(answer), answer] as const],
    ),
  );

/** What SQL can answer of root fields with code, by their names. */
export const rootAnswersOf = (plugins: readonly Plugin[]): ReadonlyMap<string, SqlRootAnswer> =>
  new Map(answersIn(plugins).flatMap((answer) => ('root' in answer ? [[answer.root, answer] as const] : [])));

/** Answers in SQL to what no resolver answers, or with fields that the answer does not have. */
export function unfitAnswers(
  schema: GraphQLSchema,
  plugins: readonly Plugin[],
  resolved: ReadonlySet<string>,
): CompositionProblem[] {
  return plugins.flatMap((plugin) =>
    (plugin.graphql?.answers ?? []).flatMap((answer) => {
      const coordinate = coordinateOf(answer);
      const [type = '', field = ''] = coordinate.split('.');
      const missing = resolved.has(coordinate)
        ? missingIn(schema, type, { fields: { [field]: answer } })
        : [coordinate];
      if (missing.length === 0) return [];
      return [
        {
          code: 'RELATION_UNKNOWN' as const,
          message: `graphql.answers of ${plugin.id} answers what no resolver does: ${missing.join(', ')}.`,
          owners: [plugin.id],
          places: [plugin.definedAt],
          mend: 'Name a field that has a resolver, and of its object only fields that it has.',
        },
      ];
    }),
  );
}

/** The fields, `Type.field`, that an object type lacks of what SQL would give of it. */
function missingIn(schema: GraphQLSchema, typeName: string, { fields }: SqlObject): string[] {
  const type = schema.getType(typeName);
  return Object.entries(fields).flatMap(([name, given]) => {
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!field) return [`${typeName}.${name}`];
    return 'fields' in given ? missingIn(schema, getNamedType(field.type).name, given) : [];
  });
}
