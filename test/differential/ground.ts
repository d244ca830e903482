/** What the differential tests stand on: the whole product, people who see different parts of it, and two executors. */
import type { DocumentNode } from 'graphql';
import type { Caller } from '@phoihop/platform';
import { createWorld, type World } from '../access/world.js';
import { eyesOf, type Eyes } from './generating/eyes.js';
import { Graph } from './generating/graph.js';
import { takeSamples } from './generating/samples.js';
import { addMoreRows } from './more-rows.js';
import type { PlainAnswer } from './judging/answer.js';

/** An operation on its way to an executor. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  readonly locale: 'vi' | 'en';
}

/** Gives an operation its answer. */
export type Execute = (operation: AskedOperation) => Promise<PlainAnswer>;

/** Which way an operation is read: as one compiled statement, or by graphql-js over resolvers. */
export type Reading = 'compiled' | 'resolvers';

export interface Ground {
  readonly world: World;
  readonly graph: Graph;
  readonly askers: readonly Eyes[];
  execute(reading: Reading): Execute;
  /** SQL statements of the last operation; 0 where it was answered without any. */
  readonly statements: number;
  /** Whether nothing of an operation is left to JavaScript, and nothing it reads is written down. */
  isPlain(operation: AskedOperation): Promise<boolean>;
  /** What was behind errors that are masked. */
  readonly causes: readonly string[];
  close(): Promise<void>;
}

type Log = (message: string, facts?: Record<string, unknown>) => void;

/** One of each kind of scope: none, a commune, a program in a commune, a district, programs, everything read. */
const people = [
  'nobody',
  'clerk.bau-ham',
  'chair.bau-ham',
  'clerk.insurance',
  'police',
  'standing',
  'officer.cluster4',
  'farmers',
  'auditor',
  'admin',
  'foreign.clerk',
] as const;

/** The time it is for whoever asks for it: two executions of one operation must be told the same. */
const moment = new Date('2021-10-15T03:00:00Z');

export async function createGround(seed: number): Promise<Ground> {
  const world = await createWorld();
  await addMoreRows(world);
  const { engine } = world.bed;
  (engine.clock as { now: () => Date }).now = () => moment;
  const graph = new Graph(engine.composition);
  const askers: Eyes[] = [];
  for (const name of people) {
    const caller = await world.as(name);
    const samples = await world.within(caller, (session) => takeSamples(graph, session, seed));
    askers.push(eyesOf(graph, name, caller, samples));
  }
  const causes: string[] = [];
  // The bed takes no log; what is masked for clients would be a riddle for whoever reads the report.
  (engine as unknown as { options: { log: Log } }).options.log = (_message, facts) => {
    const { error } = facts ?? {};
    causes.push(error instanceof Error ? (error.stack ?? error.message).slice(0, 1500) : String(error));
  };
  let statements = 0;
  const transaction = engine.database.transaction.bind(engine.database);
  engine.database.transaction = (options, work) =>
    transaction(options, async (session) => {
      try {
        return await work(session);
      } finally {
        statements += session.statements;
      }
    });
  const read = engine.database.read.bind(engine.database);
  engine.database.read = (...asked) => {
    statements += 1;
    return read(...asked);
  };
  return {
    world,
    graph,
    askers,
    isPlain: async (operation) => {
      try {
        const { javascript, audited } = await engine.explain(operation);
        return javascript.length === 0 && audited.length === 0;
      } catch {
        // What is wrong with it is the resolvers' to tell.
        return false;
      }
    },
    execute: (reading) => async (operation) => {
      statements = 0;
      const request = { ...operation, reading };
      return JSON.parse(JSON.stringify(await engine.execute(request))) as PlainAnswer;
    },
    get statements() {
      return statements;
    },
    causes,
    close: () => world.close(),
  };
}
