import {
  coerceInputValue,
  getNullableType,
  getVariableValues,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { inWords, ProblemError } from '../contract/problem.js';

/** How many mistakes are told at once: a list of a thousand wrong rows needs no thousand messages. */
const mostProblems = 10;

/**
 * The variables as the executor will see them, or what is wrong with them: graphql-js's own messages would repeat the
 * values, a password in the wrong place among them. Ours name the place, the kind of what was given
 * and the type that is allowed.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): { values: Record<string, unknown> } | { problems: ProblemError[] } {
  const definitions = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, given, { maxErrors: 1 });
  if (coerced) return { values: coerced };
  const problems = definitions.flatMap(({ variable, type: node, defaultValue }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) return [];
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined && (defaultValue || !isNonNullType(type))) return [];
    return problemsOf(name, type, value);
  });
  return { problems: problems.slice(0, mostProblems) };
}

function problemsOf(name: string, type: GraphQLInputType, value: unknown): ProblemError[] {
  const problems: ProblemError[] = [];
  coerceInputValue(value, type, (path, found, error) => {
    const missing = /^Field "(\w+)" of required type/.exec(error.message)?.[1];
    const unknown = /^Field "(\w+)" is not defined by type/.exec(error.message)?.[1];
    const at = [...path, ...((missing ?? unknown) ? [(missing ?? unknown)!.slice(0, 80)] : [])];
    problems.push(
      new ProblemError('BAD_USER_INPUT', {
        field: written(name, at),
        given: missing
          ? kindOf(undefined)
          : unknown
            ? inWords({ vi: 'trường không có', en: 'unknown field' })
            : kindOf(found),
        allowed: allowedBy(error) ?? String(typeAt(type, unknown ? path : at) ?? type),
      }),
    );
  });
  return problems;
}

/** `input.rows[2].value`. */
const written = (name: string, path: readonly (string | number)[]): string =>
  path.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${key}`), name);

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return type;
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return typeAt(nullable.ofType as GraphQLInputType, typeof key === 'number' ? rest : path);
  const field = isInputObjectType(nullable) ? nullable.getFields()[key] : undefined;
  return field && typeAt(field.type, rest);
}

/** What a scalar says it takes. */
function allowedBy(error: GraphQLError): unknown {
  return error.extensions['allowed'];
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
