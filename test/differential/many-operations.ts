/** A run of many operations, every one asked of both executors. */
import { print } from 'graphql';
import { Course, judge, type Found, type Judged } from './differential.js';
import type { Ground } from './ground.js';

export interface Run {
  readonly operations: number;
  /** Operations aimed at fields that chance did not reach; compared like the others, and in no other number here. */
  readonly aimed: number;
  readonly withRows: number;
  readonly withErrors: number;
  readonly byIntent: ReadonlyMap<string, number>;
  readonly byAsker: ReadonlyMap<string, number>;
  readonly byCode: ReadonlyMap<string, number>;
  /** `Type.field` answered with something, and never. */
  readonly reached: readonly string[];
  readonly unreached: readonly string[];
  /** How many operations sent how many SQL statements, by whether they touch a field in JavaScript. */
  readonly statements: Readonly<Record<'compiled' | 'resolvers', StatementCounts>>;
  readonly found: readonly Found[];
  /** Operations in which something went wrong that no client can be told. */
  readonly masked: readonly string[];
  /** Milliseconds of CPU of this process, PostgreSQL’s not counted. */
  readonly cpu: Readonly<Record<'resolvers' | 'compiled', number>>;
}

interface StatementCounts {
  readonly plain: ReadonlyMap<number, number>;
  readonly withJavaScript: ReadonlyMap<number, number>;
}

/** Tries at a field that chance did not reach. */
const tries = 200;
/** Differences that are told; each of them is made small first, which takes a hundred executions. */
const mostFound = 5;

/** @param expected Fields that need not be reached. */
export async function runDifferential(
  ground: Ground,
  { operations, seed, expected }: { operations: number; seed: number; expected: ReadonlySet<string> },
): Promise<Run> {
  const [resolvers, compiled] = [ground.execute('resolvers'), ground.execute('compiled')];
  const course = new Course(ground, resolvers, seed);
  const tally = new Tally();
  const found: Found[] = [];
  const masked: string[] = [];
  const cpu = { resolvers: 0, compiled: 0 };
  let aimed = 0;
  /** Compares, and makes small what it finds. */
  const compare = async (judged: Judged): Promise<void> => {
    if (isMasked(judged)) {
      const { eyes, document, variables } = judged.operation;
      masked.push(
        `${eyes.name}: ${print(document)}\nvariables: ${JSON.stringify(variables)}\n${ground.causes.at(-1)}`,
      );
    }
    const before = process.cpuUsage();
    const one = await judge(ground, judged, compiled);
    cpu.compiled += millisecondsSince(before);
    if (one && found.length < mostFound) found.push((await judge(ground, judged, compiled, resolvers))!);
  };
  for (let n = 0; n < operations; n += 1) {
    const before = process.cpuUsage();
    const judged = await course.next();
    cpu.resolvers += millisecondsSince(before);
    tally.add(judged);
    const byResolvers = ground.statements;
    await compare(judged);
    const compiledTo = ground.statements;
    const { document, variables, eyes, locale } = judged.operation;
    const plain =
      !judged.answer.errors && (await ground.isPlain({ document, variables, caller: eyes.caller, locale }));
    tally.sent('resolvers', !plain, byResolvers);
    tally.sent('compiled', !plain, compiledTo);
  }
  for (const coordinate of course.coverage.unreached(ground.graph.fields)) {
    if (expected.has(coordinate)) continue;
    for (let n = 0; n < tries && course.coverage.timesAnswered(coordinate) === 0; n += 1) {
      const judged = await course.at(coordinate);
      if (!judged) break;
      aimed += 1;
      await compare(judged);
    }
  }
  return {
    ...tally.counts(),
    aimed,
    masked,
    cpu,
    reached: course.coverage.reached(ground.graph.fields),
    unreached: course.coverage.unreached(ground.graph.fields),
    found,
  };
}

const isMasked = ({ answer: { errors = [] } }: Judged): boolean =>
  errors.some(({ extensions }) => extensions?.['code'] === 'INTERNAL_SERVER_ERROR');

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

class Tally {
  #operations = 0;
  #withRows = 0;
  #withErrors = 0;
  readonly #byIntent = new Map<string, number>();
  readonly #byAsker = new Map<string, number>();
  readonly #byCode = new Map<string, number>();
  readonly #statements = {
    resolvers: { plain: new Map<number, number>(), withJavaScript: new Map<number, number>() },
    compiled: { plain: new Map<number, number>(), withJavaScript: new Map<number, number>() },
  };

  add({ operation, answer, hasRows }: Judged): void {
    this.#operations += 1;
    if (hasRows) this.#withRows += 1;
    if (answer.errors) this.#withErrors += 1;
    raise(this.#byIntent, operation.intent);
    raise(this.#byAsker, operation.eyes.name);
    for (const { extensions } of answer.errors ?? []) raise(this.#byCode, String(extensions?.['code']));
  }

  sent(reading: 'compiled' | 'resolvers', javaScript: boolean, statements: number): void {
    raise(this.#statements[reading][javaScript ? 'withJavaScript' : 'plain'], statements);
  }

  counts() {
    return {
      operations: this.#operations,
      withRows: this.#withRows,
      withErrors: this.#withErrors,
      byIntent: this.#byIntent,
      byAsker: this.#byAsker,
      byCode: this.#byCode,
      statements: this.#statements,
    };
  }
}

function raise<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
