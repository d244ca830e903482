import { createHash } from 'node:crypto';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { anonymous, type Caller, type Clock, type Plugin } from '@phoihop/platform';
import { Engine } from '@phoihop/platform/engine';
import { nationTemplate } from './nation-template.js';
import { tellAuthor } from './tell-author.js';

/** What a test bed is made of. */
export interface TestBedOptions {
  /** The plugins to run; core is among them. */
  readonly plugins: readonly Plugin[];
  /** The date it is for the programs; the demo's when not given. */
  readonly businessDate?: string;
  /** Options by plugin id. */
  readonly pluginOptions?: Readonly<Record<string, unknown>>;
  /** Who a name stands for; see {@link TestBed.as}. */
  readonly callerNamed?: (engine: Engine, name: string) => Promise<Caller | null>;
}

/** An answer as a client would read it from JSON. */
export interface Answer {
  readonly data?: any;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: Record<string, any>;
  }[];
}

/** Plugins running over a database of their own, asked as some person. */
export interface TestBed {
  readonly engine: Engine;
  /** Asks as nobody, or as whom `as` gave. */
  graphql(
    source: string,
    options?: { variables?: Record<string, unknown>; caller?: Caller; locale?: 'vi' | 'en' },
  ): Promise<Answer>;
  /** The caller that a user name of the test data stands for. */
  as(name: string): Promise<Caller>;
  /** SQL as the owner, past all rules. */
  sql: TemporaryDatabase['sql'];
  /** Statements the last operation sent inside its transaction. */
  readonly statements: number;
  /** Moves the business date. */
  setBusinessDate(date: string): void;
  /** Stops the plugins and starts them again over the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts plugins for a test file over a copy of a database in which they have been migrated and loaded once for the
 * whole run. What it hides from clients it prints: see {@link tellAuthor}.
 * @throws CompositionError where the plugins do not fit together.
 */
export async function createTestBed(options: TestBedOptions): Promise<TestBed> {
  const clock = { businessDate: options.businessDate ?? '2021-10-15', now: () => new Date() };
  const start = (place: { ownerUrl: string; servingUrl: string }, log?: typeof tellAuthor): Promise<Engine> =>
    Engine.start({
      plugins: options.plugins,
      pluginOptions: options.pluginOptions,
      database: { ownerUrl: place.ownerUrl, servingUrl: place.servingUrl, poolSize: 4 },
      clock: clock satisfies Clock,
      log,
    });
  const place = await createTemporaryDatabase({
    key: templateKey(options),
    base: nationTemplate(options.plugins),
    prepare: async (template) => (await start(template)).stop(),
  });
  let statements = 0;
  const startCounted = async (): Promise<Engine> => {
    const started = await start(place, tellAuthor);
    countStatements(started, (count) => (statements = count));
    return started;
  };
  let engine = await startCounted();
  return {
    get engine() {
      return engine;
    },
    graphql: async (source, { variables, caller = anonymous, locale = 'en' } = {}) =>
      JSON.parse(JSON.stringify(await engine.graphql({ source, variables, caller, locale }))) as Answer,
    as: async (name) => {
      const caller = await options.callerNamed?.(engine, name);
      if (!caller) throw new Error(`Nobody is called ${name} in this test bed.`);
      return caller;
    },
    sql: place.sql,
    get statements() {
      return statements;
    },
    setBusinessDate: (date) => {
      clock.businessDate = date;
    },
    restart: async () => {
      await engine.stop();
      engine = await startCounted();
    },
    close: async () => {
      await engine.stop();
      await place.drop();
    },
  };
}

/** Tells how many statements each operation has sent, in its transaction or by itself. */
function countStatements({ database }: Engine, tell: (count: number) => void): void {
  const transaction = database.transaction.bind(database);
  const read = database.read.bind(database);
  database.read = (...asked) => {
    tell(1);
    return read(...asked);
  };
  database.transaction = (settings, work) =>
    transaction(settings, async (session) => {
      const result = await work(session);
      tell(session.statements);
      return result;
    });
}

/** What decides what a freshly started database holds. A plugin that keeps nothing there has no part in it. */
function templateKey({ plugins, businessDate, pluginOptions }: TestBedOptions): string {
  const keeping = plugins.filter(({ data, program, hooks }) => data || program || hooks);
  const facts = keeping.map(({ id, version, data }) => [
    id,
    version,
    data?.migrations.map(({ name, up }) => [name, up]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([facts, businessDate, pluginOptions]))
    .digest('hex')
    .slice(0, 24);
}
