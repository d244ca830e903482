import core, { loadCaller } from '@phoihop/core';
import type { Locale, Plugin } from '@phoihop/platform';
import { createTestBed, type Answer, type TestBed } from './test-bed.js';

/** One audit row, as tests look at it. */
export interface AuditRow {
  readonly actor_id: number | null;
  readonly subject_id: number | null;
  readonly facts: Record<string, any>;
}

/** Core and a program's plugin with the demonstration of Trảng Bom 2021, asked by the names of its people. */
export interface ProgramBed extends TestBed {
  /** Asks as somebody of the demonstration (`clerk.bau-ham`), or as nobody. */
  ask(
    source: string,
    username?: string,
    variables?: Record<string, unknown>,
    locale?: Locale,
  ): Promise<Answer>;
  /** Runs a mutation with one input as somebody; the answer of its root field. @throws Error where it is refused. */
  change(field: string, input: object, username: string, selection: string): Promise<any>;
  /** The same where it must be refused: the first error’s facts and message. @throws Error where it is not. */
  refused(
    field: string,
    input: object,
    username: string | undefined,
    locale?: Locale,
  ): Promise<Record<string, any> & { message: string }>;
  /** Global id of the unit that carried a code in 2021. */
  unit(code: string): Promise<string>;
  /** The audit rows of an action, the oldest first. */
  audit(action: string): Promise<AuditRow[]>;
}

/** Starts it for a test file; the plugins are core and those given, each with its demonstration data. */
export async function startProgramBed(
  plugins: readonly Plugin[],
  options: { readonly businessDate?: string } = {},
): Promise<ProgramBed> {
  const all = [core, ...plugins];
  const bed = await createTestBed({
    ...options,
    plugins: all,
    pluginOptions: Object.fromEntries(all.map(({ id }) => [id, { demo: true }])),
    callerNamed: async (engine, username) => {
      const [user] = await engine.database.asSystem('a test signs in', (session) =>
        session.query<{ id: number; session_version: number }>(
          'select id, session_version from core.user_account where username = $1',
          [username],
        ),
      );
      if (!user) return null;
      return loadCaller(engine.servicesFor('core'), {
        userId: user.id,
        sessionVersion: user.session_version,
      });
    },
  });
  const ask: ProgramBed['ask'] = async (source, username, variables, locale) =>
    bed.graphql(source, { caller: username ? await bed.as(username) : undefined, variables, locale });
  const mutate = (
    field: string,
    input: object,
    username: string | undefined,
    selection: string,
    locale?: Locale,
  ) => {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    return ask(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`,
      username,
      { input },
      locale,
    );
  };
  return Object.assign(bed, {
    ask,
    change: async (field: string, input: object, username: string, selection: string) => {
      const { data, errors } = await mutate(field, input, username, selection);
      if (errors) throw new Error(JSON.stringify(errors));
      return data[field];
    },
    refused: async (field: string, input: object, username: string | undefined, locale?: Locale) => {
      const { errors } = await mutate(field, input, username, '__typename', locale);
      if (!errors) throw new Error(`${field} was not refused.`);
      return { message: errors[0]!.message, ...errors[0]!.extensions };
    },
    unit: async (code: string) => {
      const { data } = await ask(`{ administrativeUnit(code: "${code}", asOf: "2021-06-01") { id } }`);
      return data.administrativeUnit.id as string;
    },
    audit: (action: string) =>
      bed.sql<AuditRow>(
        'select actor_id::int, subject_id::int, facts from platform.audit_event where action = $1 order by id',
        [action],
      ),
  });
}
