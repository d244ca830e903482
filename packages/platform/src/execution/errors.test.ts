import { DatabaseError } from '@phoihop/database';
import { GraphQLError, buildSchema, graphqlSync, type DocumentNode, parse } from 'graphql';
import { bridges } from '../../test-kit/rivers.js';
import { inWords, ProblemError, ProblemListError } from '../contract/problem.js';
import { isAftermath, presentError } from './errors.js';
import { makeTranslator } from './translate.js';

const logged: unknown[] = [];
const present = (error: GraphQLError, locale: 'vi' | 'en' = 'en') =>
  presentError(error, {
    locale,
    translate: makeTranslator([bridges]),
    onInternal: (cause, id) => logged.push([cause, id]),
  });
/** An error as graphql-js wraps what a resolver threw. */
const located = (thrown: Error, path: (string | number)[] = ['rivers', 0, 'name']) =>
  new GraphQLError(thrown.message, { path, originalError: thrown });

beforeEach(() => {
  logged.length = 0;
});

test('a problem is told in the caller’s language, with its facts and its path', () => {
  const error = located(new ProblemError('BRIDGE_BROKEN', { field: 'input.label', given: 'x' }));
  expect(present(error).toJSON()).toEqual({
    message: 'The bridge is broken: x.',
    path: ['rivers', 0, 'name'],
    extensions: { code: 'BRIDGE_BROKEN', field: 'input.label', given: 'x' },
  });
  expect(present(error, 'vi').message).toBe('Cầu hỏng: x.');
  expect(logged).toEqual([]);
});

test('words among the facts are said in the caller’s language and stay the same for programs', () => {
  const given = inWords({ vi: 'cái khác', en: 'another' });
  const list = new ProblemListError('BRIDGE_BROKEN', [{ code: 'BRIDGE_BROKEN', details: { given } }], {
    given,
  });
  const { message, extensions } = present(located(list), 'vi');
  expect(message).toBe('Cầu hỏng: cái khác.');
  expect(extensions).toEqual({
    code: 'BRIDGE_BROKEN',
    given: 'another',
    problems: [{ code: 'BRIDGE_BROKEN', given: 'another', message: 'Cầu hỏng: cái khác.' }],
  });
});

test('no fact can take the place of the code', () => {
  const problem = new ProblemError('BRIDGE_BROKEN', { code: '10105', given: 'x' });
  expect(present(located(problem)).extensions['code']).toBe('BRIDGE_BROKEN');
  const list = new ProblemListError('BAD_USER_INPUT', [
    { code: 'BRIDGE_BROKEN', details: { code: 'x', given: 1 } },
  ]);
  expect(present(located(list)).extensions['problems']).toEqual([
    { code: 'BRIDGE_BROKEN', given: 1, message: 'The bridge is broken: 1.' },
  ]);
});

test('a code that nobody declared is an internal error: the list is closed', () => {
  const error = present(located(new ProblemError('SECRET_STATE', { given: 'hunter2' })));
  expect(error.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
  expect(JSON.stringify(error)).not.toMatch(/hunter2|SECRET_STATE/);
});

test('whatever else is thrown stays inside, and its number is in the log', () => {
  const cause = new Error('password=hunter2 at table core.river');
  const error = present(located(cause));
  expect(JSON.stringify(error)).not.toMatch(/hunter2|core\.river/);
  expect(error.extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(error.message).toContain(error.extensions['errorId']);
  expect(logged).toEqual([[cause, error.extensions['errorId']]]);
});

test('an author’s own GraphQLError is not taken for one of the library’s', () => {
  const inner = new GraphQLError('password=hunter2');
  expect(JSON.stringify(present(located(inner)))).not.toContain('hunter2');
  const wrapped = new GraphQLError('outer', { originalError: located(new Error('hunter2')) });
  expect(JSON.stringify(present(wrapped))).not.toContain('hunter2');
});

test('of an error with a request’s code only message and code are shown', () => {
  const error = new GraphQLError('Not so.', { extensions: { code: 'BAD_USER_INPUT', stack: 'secret' } });
  expect(present(located(error)).extensions).toEqual({ code: 'BAD_USER_INPUT' });
});

test.each([
  ['SERVICE_UNAVAILABLE', 'SERVICE_UNAVAILABLE'],
  ['TIMEOUT', 'TIMEOUT'],
  ['CANCELLED', 'TIMEOUT'],
  ['ROW_SECURITY', 'FORBIDDEN'],
  ['STALE', 'CONFLICT'],
  ['CONFLICT', 'CONFLICT'],
  ['LOCKED', 'CONFLICT'],
  ['UNIQUE', 'INTERNAL_SERVER_ERROR'],
  ['INVALID_VALUE', 'INTERNAL_SERVER_ERROR'],
  ['UNEXPECTED', 'INTERNAL_SERVER_ERROR'],
] as const)('a database error %s is %s, without what the database said', (inside, code) => {
  const error = present(
    located(new DatabaseError(inside, 'key (national_id)=(012345) exists', { table: 'person' })),
  );
  expect(error.extensions['code']).toBe(code);
  expect(JSON.stringify(error)).not.toMatch(/national_id|012345|person/);
});

test('only what an aborted transaction left behind is aftermath', () => {
  expect(isAftermath(located(new DatabaseError('TRANSACTION_ABORTED', 'x')))).toBe(true);
  expect(isAftermath(located(new DatabaseError('TIMEOUT', 'x')))).toBe(false);
  expect(isAftermath(located(new Error('x')))).toBe(false);
});

test('an argument that the executor finds wrong is bad input, and not an internal error', () => {
  const schema = buildSchema('type Query { river(name: String!): String }');
  const document: DocumentNode = parse('query($n: String = "Hồng") { river(name: $n) }');
  const { errors } = graphqlSync({ schema, source: document.loc!.source.body, variableValues: { n: null } });
  const error = present(errors![0]!);
  expect(error.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  expect(error.message).toContain('"name"');
  expect(error.path).toEqual(['river']);
  expect(present(errors![0]!, 'vi').message).toBe('Tham số "name" (kiểu "String!") không được là null.');
});
