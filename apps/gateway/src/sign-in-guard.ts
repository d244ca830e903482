import {
  GraphQLError,
  TypeInfo,
  getArgumentValues,
  getVariableValues,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';
import type { SignInLimits } from './sign-in-limits.js';

/** Core's mutations that compare a password, and whose it is: guesses at any of them count alike. */
const passwordFields: Readonly<
  Record<string, (input: Record<string, unknown>, userId: number | null) => string>
> = {
  signIn: ({ username }) => `name ${accountKey(String(username))}`,
  changeOwnPassword: (_, userId) => `user ${userId}`,
};

const comparesPassword = (parent: string | undefined, field: string): boolean =>
  parent === 'Mutation' && Object.hasOwn(passwordFields, field);

/** At most one password in a document: aliases would make one request a list of guesses. */
export const onePasswordRule: ValidationRule = (context) => {
  let found = 0;
  return {
    Field({ name }) {
      if (!comparesPassword(context.getParentType()?.name, name.value)) return;
      found += 1;
      if (found !== 2) return;
      const extensions = { code: 'LIMIT_EXCEEDED', limit: name.value, given: '> 1', allowed: 1 };
      context.reportError(new GraphQLError('A document compares one password at most.', { extensions }));
    },
  };
};

const found = new WeakMap<DocumentNode, FieldNode | null>();

/** The field of a document that compares a password; validation has seen to it that there is one at most. */
function passwordFieldOf(schema: GraphQLSchema, document: DocumentNode): FieldNode | null {
  const known = found.get(document);
  if (known !== undefined) return known;
  const types = new TypeInfo(schema);
  let field: FieldNode | null = null;
  const visitor = visitWithTypeInfo(types, {
    Field(node) {
      if (comparesPassword(types.getParentType()?.name, node.name.value)) field = node;
    },
  });
  visit(document, visitor);
  found.set(document, field);
  return field;
}

/** What a guard needs to know of a request. */
export interface GuardedRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly userId: number | null;
  readonly address: string;
  /**
   * Whether the session turned out to have ended before anything was done: then no password was compared. Told by whoever
   * runs the operation, since a wrong password may be refused with the same code.
   */
  readonly sessionEnded?: () => boolean;
}

/**
 * Runs an operation, and asks leave first where it compares a password.
 * @returns the answer, or the seconds to wait
 */
export async function guardPasswords(
  limits: SignInLimits,
  request: GuardedRequest,
  run: () => Promise<ExecutionResult>,
): Promise<ExecutionResult | { waitSeconds: number }> {
  const field =
    request.operation.operation === 'mutation' ? passwordFieldOf(request.schema, request.document) : null;
  const account = field && accountOf(field, request);
  // Without a valid input no password is compared: the engine will say what is wrong with it.
  if (!field || !account) return run();
  const attempt = await limits.begin(account, request.address);
  if ('waitSeconds' in attempt) return attempt;
  const answer = await run();
  await attempt.end(request.sessionEnded?.() ? 'neither' : endOf(answer, (field.alias ?? field.name).value));
  return answer;
}

function accountOf(
  field: FieldNode,
  { schema, operation, variables, userId }: GuardedRequest,
): string | null {
  const definition = schema.getMutationType()?.getFields()[field.name.value];
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!definition || !coerced) return null;
  try {
    const { input } = getArgumentValues(definition, field, coerced);
    return passwordFields[field.name.value]!(input as Record<string, unknown>, userId);
  } catch {
    return null;
  }
}

/** Names that core takes for one account are one here: core ignores case, accents, dots and hyphens, we spaces besides. */
function accountKey(username: string): string {
  return username
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** How it ended, from the answer; a failure of the server is nobody's guess. */
function endOf({ data, errors = [] }: ExecutionResult, key: string): 'right' | 'wrong' | 'neither' {
  if (data?.[key] != null) return 'right';
  const codes = errors.map(({ extensions }) => String(extensions['code']));
  return codes.some((code) => ['SERVICE_UNAVAILABLE', 'TIMEOUT', 'INTERNAL_SERVER_ERROR'].includes(code))
    ? 'neither'
    : 'wrong';
}
