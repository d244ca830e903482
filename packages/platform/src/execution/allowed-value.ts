import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  type GraphQLError,
  type GraphQLInputType,
} from 'graphql';
import { inWords, type Wording } from '../contract/problem.js';

const kinds: Readonly<Record<string, Wording>> = {
  Int: inWords({
    vi: 'số nguyên từ -2147483648 đến 2147483647 (Int)',
    en: 'a whole number from -2147483648 to 2147483647 (Int)',
  }),
  Float: inWords({ vi: 'số (Float)', en: 'a number (Float)' }),
  Boolean: inWords({ vi: 'true hoặc false (Boolean)', en: 'true or false (Boolean)' }),
  String: inWords({ vi: 'văn bản (String)', en: 'a text (String)' }),
  ID: inWords({ vi: 'id dạng văn bản, đúng như đã nhận (ID)', en: 'an id, the text as it came (ID)' }),
  DateTimeISO: inWords({
    vi: 'thời điểm theo ISO 8601, ví dụ 2021-10-15T03:00:00.000Z (DateTimeISO)',
    en: 'a moment in ISO 8601, such as 2021-10-15T03:00:00.000Z (DateTimeISO)',
  }),
};

/**
 * What a type takes, in an error about a value that it does not take.
 * @param error What the type said, which may name what is allowed.
 * @param schemaHidden Whether clients are not told what is in the schema: then only the type is named.
 */
export function allowedBy(error: GraphQLError, wanted: GraphQLInputType, schemaHidden: boolean): unknown {
  const type = getNamedType(wanted);
  const own: unknown = error.extensions['allowed'];
  if (own !== undefined) return own;
  const kind = kinds[type.name];
  if (kind) return kind;
  if (isEnumType(type) && !schemaHidden) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type))
    return inWords({ vi: `một đối tượng kiểu ${type.name}`, en: `an object of the type ${type.name}` });
  return String(wanted);
}

/** What could stand in the place of a field that an input does not have. */
export function allowedFields(wanted: GraphQLInputType, schemaHidden: boolean): unknown {
  const type = getNamedType(wanted);
  if (!isInputObjectType(type) || schemaHidden) return String(type);
  return Object.keys(type.getFields());
}
