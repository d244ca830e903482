import type { Plugin } from '../src/index.js';
import type { Caller } from '../src/contract/context.js';
import { Engine, type EngineOptions } from '../src/engine.js';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { upper } from './rivers.js';

/** An answer as a client reads it. */
export interface Answer {
  // Answers are whatever the test asked for.
  data?: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[];
}

/** Plugins running over a database of their own. */
export interface Running {
  readonly engine: Engine;
  readonly place: TemporaryDatabase;
  /** What the engine logged. */
  readonly logged: { message: string; facts?: Record<string, unknown> }[];
  /** Statements of the last operation. */
  readonly statements: number;
  run(source: string, caller?: Caller, variables?: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts plugins, in a database that is given or in one of their own. */
export async function start(
  plugins: readonly Plugin[],
  options: Partial<EngineOptions> & { place?: TemporaryDatabase } = {},
): Promise<Running> {
  const place = options.place ?? (await createTemporaryDatabase());
  const logged: Running['logged'] = [];
  const engine = await Engine.start({
    plugins,
    database: { ...place, poolSize: 4 },
    clock: { businessDate: '2021-10-15', now: () => new Date() },
    log: (message, facts) => logged.push({ message, facts }),
    ...options,
  });
  let statements = 0;
  const { database } = engine;
  const transaction = database.transaction.bind(database);
  const read = database.read.bind(database);
  database.read = (...asked) => {
    statements = 1;
    return read(...asked);
  };
  database.transaction = (settings, work) =>
    transaction(settings, async (session) => {
      const result = await work(session);
      statements = session.statements;
      return result;
    });
  return {
    engine,
    place,
    logged,
    get statements() {
      return statements;
    },
    run: async (source, caller = upper, variables = {}) =>
      JSON.parse(JSON.stringify(await engine.graphql({ source, caller, variables, locale: 'en' }))) as Answer,
    stop: async () => {
      await engine.stop();
      if (!options.place) await place.drop();
    },
  };
}
