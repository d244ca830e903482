import type { GraphQLSchema } from 'graphql';
import { isEnumType, isObjectType } from 'graphql';
import type { Locale } from '@phoihop/platform';
import type { Composition } from '@phoihop/platform/engine';
import type { Column } from './export-columns.js';

/** Long enough to know the column by. */
const longest = 80;

/** What a column is about, in a few words of the reader's language: the beginning of what the schema says of it. */
export function titleOf(
  { schema, vietnamese }: Composition,
  { coordinates }: Column,
  locale: Locale,
): string {
  const words = coordinates.map((coordinate) =>
    beginning((locale === 'vi' && vietnamese.get(coordinate)) || englishOf(schema, coordinate)),
  );
  return words.join(' – ');
}

/** What a value of an enum means, in the reader's language. */
export function wordsFor(
  { vietnamese }: Composition,
  { labels }: Column,
  locale: Locale,
): (code: string) => string {
  return (code) => {
    const english = labels?.getValue(code)?.description ?? code;
    return beginning((locale === 'vi' && vietnamese.get(`${labels?.name}.${code}`)) || english);
  };
}

function englishOf(schema: GraphQLSchema, coordinate: string): string {
  const [typeName, fieldName] = coordinate.split('.') as [string, string];
  const type = schema.getType(typeName);
  if (isEnumType(type)) return type.getValue(fieldName)?.description ?? fieldName;
  return (isObjectType(type) && type.getFields()[fieldName]?.description) || fieldName;
}

/** The first clause of a description: what follows says when it is null and what to mind. */
function beginning(description: string): string {
  const clause = /^.+?(?=[.;:,] |[.;:,]$|$)/.exec(description)?.[0] ?? description;
  return clause.length > longest ? `${clause.slice(0, longest - 1)}…` : clause;
}
