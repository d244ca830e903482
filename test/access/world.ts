/** The demonstration with what it leaves empty filled, and people of another district: the ground of all gates here. */
import { anonymous, type Caller, type Plugin, type Session } from '@phoihop/platform';
import { encodeGlobalId } from '@phoihop/platform/engine';
import type { Answer, TestBed } from '@phoihop/testing';
import { createFullBed } from '../support/full-bed.js';
import { fillWorld } from './fill.js';

/** Everything of the demonstration as some person asks for it. */
export interface World {
  readonly bed: TestBed;
  /** SQL as the owner, past all rules. */
  readonly sql: TestBed['sql'];
  /** The caller a username stands for on the business date; `nobody` is not signed in. */
  as(username: string): Promise<Caller>;
  /** Asks as a username or a caller. */
  ask(source: string, as?: string | Caller, variables?: Record<string, unknown>): Promise<Answer>;
  /**
   * Asks for many root fields, each written with its arguments and selection, a dozen in one operation; one answer
   * each, as if each had been asked alone.
   */
  askEach(fields: readonly string[], as: string | Caller): Promise<OneAnswer[]>;
  /** Raw SQL in a session of the caller's, as a resolver has it. */
  within<T>(caller: Caller, work: (session: Session) => Promise<T>): Promise<T>;
  /** Row id of the unit that carried a code on a day of 2021, or on the day given. */
  unit(code: string, on?: string): Promise<number>;
  /** Global id of the same. */
  unitId(code: string, on?: string): Promise<string>;
  /** The first value of the first row of a query of the owner's. */
  value<T = number>(sql: string, values?: readonly unknown[]): Promise<T>;
  close(): Promise<void>;
}

/** What one root field was answered: without places in the text, which say nothing of the answer. */
export interface OneAnswer {
  readonly data: any;
  readonly errors: readonly {
    message: string;
    path: readonly (string | number)[];
    extensions: Record<string, any>;
  }[];
}

/** Who is nobody: asked for by this name. */
export const NOBODY = 'nobody';

/** For each role the demonstration user who holds it; for `public`, nobody. */
export const userOfRole: Readonly<Record<string, string>> = {
  'district-administrator': 'admin',
  'district-standing': 'standing',
  'district-officer': 'officer.cluster4',
  'cluster-lead': 'lead.cluster4',
  'commune-standing': 'chair.bau-ham',
  'commune-clerk': 'clerk.bau-ham',
  'residential-head': 'head.bau-ham',
  'member-representative': 'farmers',
  'counterpart-reader': 'insurance',
  treasurer: 'treasurer',
  inspector: 'inspector',
  'emulation-council': 'council',
  'case-handler': 'petitions',
  'election-secretary': 'elections',
  auditor: 'auditor',
  integration: 'integration',
  public: NOBODY,
};

/** Everybody the row gates ask as: one of each role, and those whose scope is cut otherwise. */
export const personas: readonly string[] = [
  ...Object.values(userOfRole),
  'jobless',
  'clerk.insurance',
  'clerk.tay-hoa',
  'officer.insurance',
  'environment',
  'police',
  'foreign.admin',
  'foreign.standing',
  'foreign.clerk',
];

/**
 * @param options.before Called with the bare demonstration, before what it leaves empty is filled.
 * @param options.extra Plugins beside those of the product.
 */
export async function createWorld(
  options: { before?: (bed: TestBed) => Promise<void>; extra?: readonly Plugin[] } = {},
): Promise<World> {
  const { before, extra } = options;
  const bed = await createFullBed({ extra });
  await before?.(bed);
  await fillWorld(bed);
  // On connections that are there already: each of bed.sql’s is a new one.
  const sql: World['sql'] = (text, values = []) =>
    bed.engine.database.asSystem('a test looks past the rules', (session) =>
      session.query(text, [...values]),
    );
  const value = async <T>(text: string, values: readonly unknown[] = []): Promise<T> => {
    const [row] = await sql<Record<string, T>>(text, values);
    if (!row) throw new Error(`Nothing is found by: ${text}`);
    return Object.values(row)[0]!;
  };
  const as = async (username: string): Promise<Caller> =>
    username === NOBODY ? anonymous : bed.as(username);
  const ask: World['ask'] = async (source, asked = NOBODY, variables = {}) =>
    bed.graphql(source, { variables, caller: typeof asked === 'string' ? await as(asked) : asked });
  const unit = (code: string, on = '2021-10-15') =>
    value<number>(
      `select unit_id::int from core.administrative_unit_version where code = $1 and superseded_at is null
        and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`,
      [code, on],
    );
  return {
    bed,
    sql,
    as,
    ask,
    askEach: (fields, asked) => askEach(ask, fields, asked),
    within: (caller, work) =>
      bed.engine.database.transaction({ settings: settingsOf(caller, bed.engine.clock.businessDate) }, work),
    unit,
    unitId: async (code, on) => encodeGlobalId('AdministrativeUnit', await unit(code, on)),
    value,
    close: () => bed.close(),
  };
}

const TOGETHER = 12;

async function askEach(
  ask: World['ask'],
  fields: readonly string[],
  as: string | Caller,
): Promise<OneAnswer[]> {
  const answers: OneAnswer[] = [];
  for (let from = 0; from < fields.length; from += TOGETHER) {
    const some = fields.slice(from, from + TOGETHER);
    const { data, errors = [] } = await ask(
      `{ ${some.map((field, n) => `f${n}: ${field}`).join('\n')} }`,
      as,
    );
    // What is refused as a whole is asked for one by one: else one would answer for the others.
    const whole = !data || errors.some(({ path }) => !path);
    if (whole && some.length > 1) {
      for (const field of some) answers.push(...(await askEach(ask, [field], as)));
    } else {
      answers.push(
        ...some.map((_, n) => ({
          data: data?.[`f${n}`] ?? null,
          errors: errors.flatMap(({ message, path = [], extensions }) =>
            whole || path[0] === `f${n}` ? [{ message, path: path.slice(1), extensions }] : [],
          ),
        })),
      );
    }
  }
  return answers;
}

/** What the engine sets in an operation's transaction. */
export function settingsOf(caller: Caller, businessDate: string): Record<string, string> {
  return {
    ...caller.settings,
    user_id: caller.userId === null ? '' : String(caller.userId),
    permissions: [...caller.permissions].join(','),
    business_date: businessDate,
  };
}

/** The code of the one error of an answer; undefined where there is none. */
export const codeOf = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions['code'];
