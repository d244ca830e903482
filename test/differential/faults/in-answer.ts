/** Mistakes in putting the answer together. */
import { getNamedType, getNullableType, isEnumType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { AskedOperation, Ground } from '../ground.js';
import type { PlainAnswer } from '../judging/answer.js';
import { walkAnswer, type AnsweredField } from '../judging/answer-walk.js';
import type { Fault } from './fault.js';
import { faultsInRequest } from './in-request.js';

/** Changes fields of an answer, in place. */
const spoiled = (
  name: string,
  description: string,
  spoil: (field: AnsweredField, answer: PlainAnswer) => void,
): Fault => ({
  name,
  description,
  plant: (ground, execute) => async (operation) => {
    const answer = await execute(operation);
    visitAnswer(ground, operation, answer, (field) => spoil(field, answer));
    return answer;
  },
});

function visitAnswer(
  { graph }: Ground,
  { document, variables }: AskedOperation,
  { data }: PlainAnswer,
  visit: (field: AnsweredField) => void,
): void {
  walkAnswer({ schema: graph.schema, document, variables, data }, visit);
}

const set = ({ holder, key }: AnsweredField, value: unknown): void => void (holder[key] = value);

const samePath = (one: readonly unknown[] | undefined, other: readonly unknown[]): boolean =>
  one?.join('.') === other.join('.');

export const faultsInAnswer: readonly Fault[] = [
  spoiled('decimal-as-number', 'A decimal is answered as a number, not as text.', (field) => {
    if (getNamedType(field.type).name === 'Decimal' && typeof field.value === 'string')
      set(field, Number(field.value));
  }),
  spoiled('enum-not-mapped', 'An enum value is answered as it is stored or written elsewhere.', (field) => {
    if (isEnumType(getNullableType(field.type)) && typeof field.value === 'string')
      set(field, field.value.toLowerCase());
  }),
  spoiled('timestamp-as-postgresql', 'A moment is written as PostgreSQL writes it.', (field) => {
    if (getNamedType(field.type).name === 'DateTimeISO' && typeof field.value === 'string')
      set(field, field.value.replace('Z', '+00:00'));
  }),
  spoiled(
    'missing-to-one-as-object',
    'A reference to nothing is answered as an empty object.',
    (field, { errors }) => {
      const mayBeNull = !isNonNullType(field.type) && !isListType(field.type) && isObjectType(field.type);
      const failed = errors?.some(({ path }) => samePath(path, field.path));
      if (mayBeNull && field.value === null && !failed) set(field, {});
    },
  ),
  spoiled('empty-list-as-null', 'A list of nothing is answered as null.', (field) => {
    if (Array.isArray(field.value) && field.value.length === 0) set(field, null);
  }),
  spoiled('has-next-page-wrong', 'A page says there is no page after it.', (field) => {
    if (field.coordinate === 'PageInfo.hasNextPage') set(field, false);
  }),
  spoiled('cursor-of-wrong-row', 'The cursor of a page’s end is that of its beginning.', (field) => {
    const { endCursor, startCursor } = field.holder;
    if (field.coordinate === 'PageInfo.endCursor' && endCursor && startCursor) set(field, startCursor);
  }),
  spoiled('denied-null-without-error', 'A refused field is null, and nothing says why.', (field, answer) => {
    const errors = answer.errors?.filter(({ path }) => !samePath(path, field.path));
    if (errors && errors.length < answer.errors!.length) (answer as { errors?: unknown }).errors = errors;
  }),
  {
    name: 'count-of-all',
    description: 'totalCount counts the rows that the filter leaves out, too.',
    plant: (ground, execute) => async (operation) => {
      const unfiltered = faultsInRequest
        .find(({ name }) => name === 'filter-dropped')!
        .plant(ground, execute);
      const [answer, other] = [await execute(operation), await unfiltered(operation)];
      const counts = new Map<string, unknown>();
      visitAnswer(ground, operation, other, ({ coordinate, path, value }) => {
        if (coordinate.endsWith('Connection.totalCount')) counts.set(path.join('.'), value);
      });
      visitAnswer(ground, operation, answer, (field) => {
        const count = counts.get(field.path.join('.'));
        if (count !== undefined && field.value !== null) set(field, count);
      });
      return answer;
    },
  },
  {
    name: 'keys-sorted',
    description: 'The fields of an object come in another order than they were asked for in.',
    plant: (_ground, execute) => async (operation) => {
      const { data, errors } = await execute(operation);
      return { ...(data !== undefined && { data: sorted(data) }), ...(errors && { errors }) };
    },
  },
  {
    name: 'error-without-path',
    description: 'An error does not say where it happened.',
    plant: (_ground, execute) => async (operation) => {
      const answer = await execute(operation);
      return answer.errors
        ? { ...answer, errors: answer.errors.map(({ path: _path, ...rest }) => rest) }
        : answer;
    },
  },
];

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
