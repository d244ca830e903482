import { readFile } from 'node:fs/promises';
import { loadCaller } from '@phoihop/core';
import { ProblemError, anonymous, type Caller } from '@phoihop/platform';
import type { Engine, QueryExplanation } from '@phoihop/platform/engine';
import type { Host } from '../host.js';
import { CommandError } from '../project.js';
import { withEngine } from '../with-engine.js';

/** What is to be explained, and for whom. */
export interface OperationOptions {
  /** File with one query. */
  readonly operation: string;
  /** Username; nobody when missing. */
  readonly as?: string;
  /** JSON. */
  readonly variables?: string;
  readonly json?: boolean;
}

/**
 * What a query becomes: its SQL, what of it is JavaScript, the rules, and PostgreSQL's plan with estimated costs, as it
 * would be for one caller. Nothing is run.
 * @throws CommandError where the file, the variables or the user are not what they should be.
 */
export async function explainOperationCommand(host: Host, options: OperationOptions): Promise<string> {
  const source = await readFile(options.operation, 'utf8').catch((error: unknown) => {
    throw new CommandError(`The query ${options.operation} cannot be read: ${String(error)}`);
  });
  const variables = variablesOf(options.variables);
  return withEngine(host, async (engine) => {
    const caller = options.as ? await callerNamed(engine, options.as) : anonymous;
    const explanation = await explained(engine, source, { caller, variables });
    return options.json ? JSON.stringify(explanation, null, 2) : inWords(explanation);
  });
}

function variablesOf(text = '{}'): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Told below, like any other text that is no object.
  }
  throw new CommandError(`--variables takes a JSON object, such as '{"first": 20}'; given: ${text}`);
}

async function callerNamed(engine: Engine, username: string): Promise<Caller> {
  const [user] = await engine.database.asSystem('phoihop explain looks up a caller', (session) =>
    session.query<{ id: number; version: number }>(
      'select id, session_version as version from core.user_account where username = $1',
      [username],
    ),
  );
  const caller =
    user && (await loadCaller(engine.servicesFor('core'), { userId: user.id, sessionVersion: user.version }));
  if (!caller) throw new CommandError(`Nobody can sign in as ${username}.`);
  return caller;
}

async function explained(
  engine: Engine,
  source: string,
  asked: { caller: Caller; variables: Record<string, unknown> },
): Promise<QueryExplanation> {
  const document = engine.parse(source);
  if (!('kind' in document)) throw new CommandError(document.map(({ message }) => message).join('\n'));
  try {
    return await engine.explain({ document, ...asked });
  } catch (error) {
    if (error instanceof ProblemError || !(error instanceof Error)) throw error;
    throw new CommandError(error.message);
  }
}

function inWords(explanation: QueryExplanation): string {
  const { sql, reason, parameters, javascript, audited, tables, needsSession, rules, databasePlan } =
    explanation;
  const part = (title: string, lines: readonly string[]): string =>
    [`# ${title}`, ...(lines.length > 0 ? lines : ['none'])].join('\n');
  return [
    part('Statement', sql ? [sql] : [reason ?? '']),
    part(
      'Parameters',
      parameters.map((value, index) => `$${index + 1} = ${JSON.stringify(value)}`),
    ),
    part('Left to JavaScript', javascript),
    part('Types whose reading is recorded', audited),
    part(`Tables (${needsSession ? 'with' : 'without'} the caller’s session)`, tables),
    part(
      'Rules',
      Object.entries(rules).map(([coordinate, rule]) => `${coordinate}: ${rule}`),
    ),
    part('PostgreSQL’s plan', databasePlan),
  ].join('\n\n');
}
