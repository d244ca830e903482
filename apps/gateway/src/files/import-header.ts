import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { ProblemError } from '@phoihop/platform';
import { columnsOf } from './export-columns.js';
import { inputColumns, type InputColumn } from './input-columns.js';
import { lookupOf, typeOfReference, type Lookup } from './references.js';

/** What a cell of a column is for. */
export type ColumnUse =
  | { readonly kind: 'value'; readonly column: InputColumn }
  | { readonly kind: 'reference'; readonly column: InputColumn; readonly lookup: Lookup }
  /** The day on which the code beside it was carried. */
  | { readonly kind: 'day'; readonly of: string }
  /** Exports have it; nothing is done with it. */
  | { readonly kind: 'passed' };

/** What a mutation changes, if it says so by its answer. */
export function answerOf(schema: GraphQLSchema, mutation: string): GraphQLObjectType | null {
  const type = getNamedType(schema.getMutationType()?.getFields()[mutation]?.type);
  return isObjectType(type) ? type : null;
}

/**
 * What each column of a file is for. A column that is neither input nor part of what the mutation answers is refused:
 * with a typing error in its name, what stands in it would be lost without a word.
 * @throws ProblemError IMPORT_COLUMN_UNKNOWN, IMPORT_COLUMN_TWICE, IMPORT_COLUMN_MISSING
 */
export function readImportHeader(
  schema: GraphQLSchema,
  mutation: string,
  names: readonly string[],
): ColumnUse[] {
  const inputs = inputColumns(schema, mutation);
  const answer = answerOf(schema, mutation);
  const known = new Map(inputs.map((column) => [column.name, column]));
  const given = names.map((name) => name.trim());
  const shown = new Set(answer ? columnsOf(schema, answer).map(({ name }) => name) : []);
  const uses = given.map((name): ColumnUse | null => {
    const column = known.get(name);
    if (column) return { kind: 'value', column };
    const dot = name.lastIndexOf('.');
    const [stem, key] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
    const referring = known.get(stem);
    if (referring && getNamedType(referring.type).name === 'ID') {
      if (key === 'asOf') return { kind: 'day', of: stem };
      const type = typeOfReference(schema, answer, stem.split('.').at(-1)!);
      const lookup = type && lookupOf(schema, type, key);
      if (lookup) return { kind: 'reference', column: referring, lookup };
    }
    const stands = inPlaceOf(schema, name, answer, inputs, given);
    if (stands) return { kind: 'value', column: stands };
    return shown.has(name) ? { kind: 'passed' } : null;
  });
  refuseHeader(inputs, given, uses);
  return uses as ColumnUse[];
}

/** What an export says of a row when it comes back: `id` is what is changed, `version` the one that was seen. */
function inPlaceOf(
  schema: GraphQLSchema,
  name: string,
  answer: GraphQLObjectType | null,
  inputs: readonly InputColumn[],
  given: readonly string[],
): InputColumn | undefined {
  const free = ({ name: input }: InputColumn): boolean =>
    !given.some((one) => one === input || one.startsWith(`${input}.`));
  if (name === 'version') return inputs.find((one) => one.name === 'expectedVersion' && free(one));
  if (name !== 'id' || !answer) return undefined;
  const [only, ...others] = inputs.filter(
    (one) =>
      one.required &&
      free(one) &&
      getNamedType(one.type).name === 'ID' &&
      [answer, null].includes(typeOfReference(schema, null, one.name)),
  );
  return others.length === 0 ? only : undefined;
}

function refuseHeader(
  inputs: readonly InputColumn[],
  given: readonly string[],
  uses: readonly (ColumnUse | null)[],
): void {
  const allowed = inputs.map(({ name }) => name).join(', ');
  const about = { field: 'file', line: 1, allowed };
  const unknown = given.filter((_, at) => uses[at] === null);
  if (unknown.length > 0)
    throw new ProblemError('IMPORT_COLUMN_UNKNOWN', { ...about, given: brief(unknown) });
  const said = uses.map((use, at) => ('column' in use! ? use.column.name : given[at]!));
  const twice = said.filter((name, at) => said.indexOf(name) !== at);
  if (twice.length > 0) throw new ProblemError('IMPORT_COLUMN_TWICE', { ...about, given: brief(twice) });
  const missing = inputs
    .filter(({ name, required }) => required && !said.includes(name))
    .map(({ name }) => name);
  if (missing.length > 0)
    throw new ProblemError('IMPORT_COLUMN_MISSING', { ...about, given: brief(missing) });
}

const brief = (names: readonly string[]): string => names.join(', ').slice(0, 200);
